"""The measure of a number as far as the words around it say it, before its topic is known.

Two ways: elliptic, by pointing at what was read before (同比增长20%, 分别为3件和5件), and spelled out by the words to
its left and right. What was read before is handed in as `Open`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.model import Kind
from bot.reading.actors import Actor
from bot.reading.clauses import Span
from bot.reading.lexicon import ReadingLexicon
from bot.reading.phrases import (
    verb_at_end,
    verb_at_start,
    verbs_only,
    without_examples,
    without_leading,
    without_trailing,
    without_way,
)
from bot.reading.segments import Local
from bot.reading.wording import Wording

PEOPLE = ("人次", "人", "名", "位")
LONG, TOO_LONG, FAR = 32, 24, 300
SHORT_NOUN, SHORT_RATE, SHORT_OBJECT = 4, 6, 12
_LIST = re.compile("[、和及与]")
_LIST_TAILS = ("案件", "人员", "数", "率")
_SHARE = re.compile(r"^(.*?)(?:约)?占(.{2,16}?)(?:的)?$")
_SHARE_EDGES = " ,、达到约近为超逾"
_QUOTED = re.compile("(?:“[^“”]*”[、和]?)+")
_AND_OTHERS = re.compile("等(?:共计|共|合计|总计)?$")
_NO_LIST_ITEM = frozenset("被向对为在由从把以就经与")
_EVENTS = ("场", "次", "期", "轮", "届", "班", "堂", "讲", "课")
_TIMES_AS_MUCH = "相当于去年同期的倍数"


@dataclass(slots=True)
class Draft:
    """A measure before its topic is known.

    `lacks_object`: it is a verb alone; `general`: its noun says too little alone; `verb`: the verb of the list that it
    stands in; `known`: what the words before speak of, put in where no topic's head helps, or where `people` took
    part; `parent`: the measure that it is a part of (其中…); `programme`: named before (“吹哨”机制), for a general
    noun; `whole`: built from an earlier measure, complete; `money`: its topic's head goes in front.
    """

    phrase: str
    lacks_object: bool = False
    general: bool = False
    verb: str = ""
    known: str = ""
    people: bool = False
    parent: str = ""
    programme: str = ""
    whole: bool = False
    money: bool = False


@dataclass(slots=True)
class Open:
    """What is open while the facts of one sentence are read: the clause and the place of the last fact with its unit,
    the last verb and object, the whole that parts belong to, the last measure that is counted, all measures so far."""

    clause: Span = (-1, -1)
    last: int = -1
    unit: str = ""
    verb: str = ""
    object: str = ""
    parent: str = ""
    counted: str = ""
    done: list[str] = field(default_factory=list)
    actor: Actor | None = None


class Drafter:
    """Drafts measures with the words of a lexicon and what is open."""

    def __init__(self, lexicon: ReadingLexicon, wording: Wording, opened: Open) -> None:
        self._wording = wording
        self._phrases, self._times, self._names = lexicon.phrases, lexicon.times, lexicon.names
        self._open = opened

    def draft(self, text: str, local: Local, kind: Kind) -> Draft:
        """The draft of a fact's measure."""
        return self._elliptic(text, local, kind) or self._spelled_out(text, local, kind)

    def _elliptic(self, text: str, local: Local, kind: Kind) -> Draft | None:
        """A measure that is said by pointing at another one, None where the words say it themselves."""
        left = text[max(local.left[0], local.left[1] - FAR) : local.left[1]]
        before = self._open.done[-1] if self._open.done else ""
        if local.share_of:
            return self._handed_out(self._wording.tidy(left), local.share_of, kind)
        if kind is Kind.CHANGE:
            phrase, whole = self._wording.change(self._wording.tidy(self._behind_actor(text, local)), before)
            return Draft(phrase, whole=whole)
        if kind is Kind.RATE and before and left.strip(_SHARE_EDGES) == "占":
            return Draft(before + "占比", whole=True)
        if kind is Kind.RATE and (share := _SHARE.match(left.strip(_SHARE_EDGES))):
            whole_thing = self._wording.tidy(share[2])
            return Draft((self._wording.tidy(share[1]) or self._open.object) + "占" + whole_thing + "比例")
        if not before:
            return None
        if local.adjacent and not local.noun_follows:
            return self._beside(before, local.numeral.unit)
        if kind is Kind.MULTIPLE and self._times.last_year.search(left):
            return Draft(before + _TIMES_AS_MUCH, whole=True)
        if (to := self._times.to_words.search(left)) and not self._wording.tidy(left[: to.start()]):
            return Draft(before, whole=True)
        return None

    def _beside(self, before: str, unit: str) -> Draft:
        """73场6012人次 took part in what was held; 12起36人 were concerned."""
        if unit not in PEOPLE:
            return Draft(self._wording.object_of(before))
        if self._open.unit.startswith(_EVENTS):
            return Draft("参加" + self._wording.object_of(before))
        return Draft(before + "涉及人数")

    def _spelled_out(self, text: str, local: Local, kind: Kind) -> Draft:
        """A measure said by the words around its number."""
        left = self._wording.tidy(self._behind_actor(text, local))
        right_words = _first(text, local.right).rstrip("、和及") + _first(text, local.predicate)
        right = self._wording.tidy(right_words).lstrip("的")
        if kind is Kind.RANK:
            return Draft(self._wording.rank(self._behind_actor(text, local)) if left else right + "位次")
        if local.numeral.unit == "级" and right:
            return Draft((right if len(right) >= SHORT_NOUN else _QUOTED.sub("", left) + right) + "层级")
        if kind is Kind.DURATION:
            return self._lasting(text, local, left)
        if local.numeral.family == "zero":
            return Draft(left.rstrip("“") + self._nothing_of(text, local))
        if local.bracket and (not left or verbs_only(left, self._phrases) or "指标" in left):
            return self._aside(left, text, local)
        if local.noun_follows:
            return self._before_noun(left, right)
        return self._behind_noun(left, right, text, local)

    def _behind_actor(self, text: str, local: Local) -> str:
        """The words to the left of a number, the actor left out."""
        start, end = local.left
        actor = self._open.actor
        start = actor.end if actor and start <= actor.start and actor.end <= end else start
        return text[max(start, end - FAR) : end]

    def _nothing_of(self, text: str, local: Local) -> str:
        """What a zero says there is none of (零败诉)."""
        said = self._names.zero_of.match(text, local.numeral.number + 1)
        return said[0] if said else ""

    def _lasting(self, text: str, local: Local, left: str) -> Draft:
        """为期5个月的…活动: how long what follows lasts; 连续两年获…: for how many years it was so."""
        right = self._wording.tidy(_first(text, (local.numeral.end, local.segment[1]))).lstrip("的内间")
        if left.endswith("为期") or not left:
            return Draft((right or left) + "时长")
        return Draft(left + right + ("年限" if local.numeral.unit == "年" else ""))

    def _before_noun(self, left: str, right: str) -> Draft:
        """The noun follows its number: 收到252宗行政复议申请, 对7宗案件制定管控措施."""
        right = without_trailing(without_examples(right.rstrip("和及与、"), self._phrases), self._phrases)
        verb = verb_at_end(left, self._phrases)
        if verb and len(right) >= 3:
            left = verb
        elif left.endswith("等") or _QUOTED.fullmatch(left, verb_at_start(left, self._phrases)):
            left = left[: verb_at_start(left, self._phrases)]
        if not left and verbs_only(right, self._phrases):
            return Draft(right, lacks_object=True)
        return self._judged(without_examples(left, self._phrases) + right)

    def _behind_noun(self, left: str, right: str, text: str, local: Local) -> Draft:
        """The number follows its noun: 受理案件7628宗, 党课4次; what follows counts only where the noun is weak."""
        phrases = self._phrases
        left = left.lstrip("和及与、以")
        before_number = text[max(local.left[0], local.left[1] - FAR) : local.numeral.number]
        if _AND_OTHERS.search(before_number) and verb_at_start(right, phrases):
            return Draft(right, lacks_object=verbs_only(right, phrases))
        left = without_leading(without_examples(left, phrases), phrases)
        left = left[:-1] if left.endswith("等") and "、" in left else left
        if not left:
            return self._without_words(right, text, local)
        if verbs_only(left, phrases):
            return Draft(left + right, lacks_object=not right or verbs_only(right, phrases))
        left = self._wording.without_receiver(without_way(left, phrases))
        verb = verb_at_start(left, phrases)
        if not verb and (item := self._list_item(left, before_number)):
            return item
        if right and len(left) + len(right) <= LONG and (not verb or len(left) - verb < 2):
            return Draft(left + right)
        return self._judged(left)

    def _list_item(self, noun: str, before_number: str) -> Draft | None:
        """A noun without a verb of its own: a rate, a part of the whole before, a further item of a list."""
        if noun.endswith(self._phrases.standing):
            return Draft(noun, known=self._whose(noun)) if len(noun) <= SHORT_RATE else None
        if self._open.parent:
            return Draft(noun, parent=self._open.parent)
        if other_level := self._wording.of_another_level(noun, self._open.object):
            return Draft(other_level, verb=self._open.verb)
        if self._open.verb and noun[0] not in _NO_LIST_ITEM and not self._phrases.anew.search(before_number):
            return Draft(noun, verb=self._open.verb)
        return None

    def _without_words(self, right: str, text: str, local: Local) -> Draft:
        """Nothing before the number but, perhaps, the actor: 人民调解员共446名."""
        if right:
            return Draft(right, lacks_object=verbs_only(right, self._phrases))
        if self._open.actor and local.left[0] <= self._open.actor.start < local.left[1]:
            return Draft(self._open.actor.name, whole=True)
        return Draft(self._open.done[-1], whole=True) if self._open.done else Draft(self.known(text, local))

    def _aside(self, left: str, text: str, local: Local) -> Draft:
        """A number in brackets: 《目录》(七项), 调撤率80%(考核指标50%)."""
        if self._open.done and "指标" in left:
            return Draft(self._open.done[-1] + left, whole=True)
        near = self._open.done and self._open.last >= local.before[0]
        return Draft(left + (self._open.done[-1] if near else self.known(text, local).strip("《》")))

    def _whose(self, rate: str) -> str:
        """Whose rate it is: that of the rate before (参与率100%,优秀率99%), else the last object's."""
        before = self._open.done[-1] if self._open.done else ""
        if before.endswith("率") and rate.endswith("率"):
            return before[: -len(rate)]
        if len(self._open.object) <= SHORT_OBJECT:
            return self._open.object
        return next((part for part in self._open.object.split("、") if len(part) >= SHORT_NOUN), self._open.object)

    def _judged(self, phrase: str) -> Draft:
        """The phrase, shortened where a long clause modifies its noun; marked where the noun is too general alone."""
        noun = phrase.rfind("的") + 1
        if len(phrase) > TOO_LONG and 0 < noun < len(phrase) - SHORT_NOUN + 1:
            phrase = phrase[noun:]
        verb = verb_at_start(phrase, self._phrases)
        return Draft(phrase, general=phrase[verb:] in self._phrases.general)

    def _handed_out(self, left: str, share: Span, kind: Kind) -> Draft:
        """参考率、优秀率分别为100%和97.3%: the items before 分别 in order, or the measures read last."""
        place, size = share
        head = left.split("分别")[0]
        items = _LIST.split(head)
        if kind is Kind.CHANGE and len(self._open.done) >= size:
            return Draft(self._wording.change(left.replace("分别", ""), self._open.done[-size])[0], whole=True)
        if len(items) < size:
            return Draft(head or left)
        chosen, last = items[-size:][place], items[-1]
        verb = head[: verb_at_start(head, self._phrases)]
        chosen += next((tail for tail in _LIST_TAILS if last.endswith(tail) and tail not in chosen), "")
        return Draft(chosen if chosen.startswith(verb) else verb + chosen)

    def known(self, text: str, local: Local) -> str:
        """What the words before speak of: the chain's last object, or the segment before, its verb left out."""
        if local.before[0] <= self._open.last:
            return self._open.object
        low, high = local.before
        if low == high:
            high = max(0, self._open.clause[0] - 1)
            low = max(text.rfind(mark, max(0, high - FAR), high) for mark in ",。;\n") + 1
        words = self._wording.object_of(self._wording.tidy(text[max(low, high - FAR) : high]))
        return words if len(words) <= LONG else self._open.object


def _first(text: str, span: Span) -> str:
    """The words of a span, as far as a phrase can reach."""
    return text[span[0] : min(span[1], span[0] + FAR)]
