"""Numbers of a row that 分别 hands out, each to its own: 参考率、优秀率分别为100%和97.3%; 甲类、乙类各占六成、四成."""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.actors import without_doer
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.phrases import verb_at_start, verbs_only

IN_TURN = "分别"
SHARE_EDGES = " ,、达到约近为超逾即就"
SHARE_OF_LAST = ("占", "占比", "占比例", "比例", "比重", "合计占")
_LIST = re.compile("[、和与]|及(?!时)")
_LIST_TAILS = ("案件", "人员", "数", "率")
_EACH_IN_TURN = re.compile("分别|各(?=占)")
_MAINLY = re.compile("^[^、和及与]{0,10}?(?:主要是|主要为|以|集中在)|(?:等?(?:为主|居多|较多|最多|占多数|为主要类型))$")
_OF_WHOLE = re.compile("占[^,]{1,12}?的?(?:比例|比重)?")
_OF_WHICH = re.compile("占([^,的]{4,12}?)的?(?:比例|比重)?")
_ALL_OF_THEM = re.compile(
    "(?<=[^、])(?:等?[二两三四五六七八九十2-9](?:大?类|项|种|个方面)[^、,]{0,4})?(?:[即就共均都约]|合计|总计)*占(?![道用地有压]).*"
)
"""What a list of names says of all of them: 甲类、乙类两类即占七成."""
_BOTH = re.compile("(?:均|都|双双).{0,6}$")
_ARE_IN_TURN = re.compile("分别(?:为|是|达到?)?$")


class Turns:
    """Drafts what each number of a row measures, with the words of a lexicon and what is open."""

    def __init__(self, wording: Wording, opened: Open) -> None:
        self._wording, self._open, self._phrases = wording, opened, wording.phrases

    def draft(self, text: str, local: Local, left: str, kind: Kind) -> Draft:
        """The measure of a number whose `share_of` is (place, size); `left` are the words before the row."""
        actor = self._open.actor
        here = actor and actor.end >= local.segment[0]
        if (
            actor and here and text.startswith(IN_TURN, actor.end, local.left[1])
        ):  # the actors take turns, not the measures
            said = self._wording.tidy(text[actor.end : min(local.left[1], actor.end + FAR)].removeprefix(IN_TURN))
            return Draft(said or without_doer(self._open.counted), whole=not said)
        if (
            actor
            and here
            and local.left[0] <= actor.start
            and actor.name.count("、") + 1 == (local.share_of or (0, 0))[1]
        ):
            left = text[actor.end : local.left[1]]  # 东河县、西山县收案分别为9件、6件
        shares = kind is Kind.RATE and self._shares_of(text, local, left)
        return shares or self._handed_out(text, left, local, kind)

    def _shares_of(self, text: str, local: Local, left: str) -> Draft | None:
        """分别占比30%、20%: the shares of the figures before, or of what the segment before names, in order."""
        _, size = local.share_of or (0, 0)
        *_, turn = (None, *_EACH_IN_TURN.finditer(left))
        named, share = (left[: turn.start()], left[turn.end() :]) if turn else ("", left)
        share = share.strip(SHARE_EDGES)
        if not share and named.strip(SHARE_EDGES) in SHARE_OF_LAST:  # 占比分别为93%和7%
            named, share = "", named.strip(SHARE_EDGES)
        if not size or not (share in SHARE_OF_LAST or _OF_WHOLE.fullmatch(share)):
            return None
        of = _OF_WHICH.fullmatch(share)
        told = f"占{of[1]}比例" if of else "占比"
        if named := self._wording.tidy(named):
            return Draft(self._handed_out(text, named, local, Kind.RATE).phrase + told, whole=True)
        if len(self._open.done) >= size and self._open.last >= local.before[0]:
            return Draft(self._open.done[-size] + told, whole=True, told=size)
        named = _MAINLY.sub("", self._wording.tidy(text[slice(*local.before)]))
        return Draft(self._handed_out(text, named, local, Kind.RATE).phrase + told, whole=True) if named else None

    def _handed_out(self, text: str, left: str, local: Local, kind: Kind) -> Draft:
        """参考率、优秀率分别为100%和97.3%: the items before 分别 in order, or the measures read last."""
        place, size = local.share_of or (0, 1)
        written, left = left.strip(), self._wording.tidy(left)
        named, _, behind = written.rpartition(IN_TURN)
        head, said = _EACH_IN_TURN.split(left)[0], ""
        if kind is Kind.CHANGE:
            head = self._wording.unchanged(self._wording.tidy(named) if behind != written else head)
            said = self._wording.said_to_change(_ARE_IN_TURN.sub("", written))
        items = _LIST.split(head)
        if kind is Kind.CHANGE and len(items) < size <= len(self._open.done) - place:
            told = self._wording.unchanged(self._open.done[-size]) or self._open.done[-size]
            since = self._wording.since(written.replace(IN_TURN, "")) or self._wording.than_a_year(written)
            return Draft(told + since + said, whole=True, told=size)
        if not head and self._told_alike(size, local.numeral.unit):  # 前三季度,分别为257件和231件
            return Draft(self._open.done[-size], whole=True, told=size)
        if not head and (named_before := self._named_before(text, local)):
            return named_before
        if len(items) < size:
            return Draft((head or left) + said)
        chosen = self._item(items[-size:], place, head)
        return Draft(chosen + said, lacks_object=not said and verbs_only(chosen, self._phrases))

    def _told_alike(self, size: int, unit: str) -> bool:
        """Whether as many figures were told before, the one whose turn it is in the same unit."""
        told = self._open.amounts[-size:]
        return len(self._open.done) >= size and told[0][1] == unit and not any(of == "%" != unit for _, of in told)

    def _named_before(self, text: str, local: Local) -> Draft | None:
        """甲类、乙类两类占七成,分别为9件和5件: those that the segment before lists, with what was done to all; 收案均
        突破200件,分别达236件和211件: what both were told to have passed."""
        place, size = local.share_of or (0, 1)
        amounts, unit, written = self._open.amounts, local.numeral.unit, text[slice(*local.before)].strip(",")
        listed = _ALL_OF_THEM.sub("", written)
        items = [self._wording.tidy(item) for item in listed.split("、")]
        told = zip(self._open.done[::-1], amounts[::-1], strict=True)
        alike = next((said for said, (_, of) in told if of == unit), "")
        if listed != written and len(items) == size and all(items):
            done = alike[: verb_at_start(alike, self._phrases)] if not self._phrases.verb.match(items[place]) else ""
            return Draft(done + items[place], verb="")
        both = place < len(amounts) and amounts[-1 - place][1] == unit and _BOTH.search(text[: local.before[1]])
        return Draft(self._open.done[-1 - place], whole=True, told=1 + place) if both else None

    def _item(self, items: list[str], place: int, head: str) -> str:
        """An item of a list with what all of them share: the verb before the first, the object or noun of the last."""
        chosen, last = items[place], items[-1]
        verb = head[: verb_at_start(head, self._phrases)]
        if _LIST.search(verb) or verb in (chosen, items[0]):  # 维持、驳回、撤销分别为: each is a verb of its own
            rest = last[verb_at_start(last, self._phrases) :]
            return chosen + rest if verbs_only(chosen, self._phrases) and chosen != last else chosen
        shared = (last[last.rfind("的") :],) if "的" in last else _LIST_TAILS  # 甲类、乙类的满意度
        chosen += next((tail for tail in shared if last.endswith(tail) and tail not in chosen), "")
        return chosen if chosen.startswith(verb) else verb + chosen
