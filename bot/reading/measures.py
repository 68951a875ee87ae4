"""The phrase that says what a number measures, ellipsis resolved.

A `Chain` walks over the facts of a sentence in order and remembers what is still open: the last verb, the last object,
the measures so far and the actor. A number whose own words lack one of them takes it from the chain:
收到252宗行政复议申请,立案受理211宗 -> 收到行政复议申请, 行政复议立案受理.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model import Kind
from bot.reading.actors import Actor, actor_of, starts_anew
from bot.reading.clauses import Span
from bot.reading.lexicon import ReadingLexicon, Topic
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

SAME_CLAUSE, SAME_SENTENCE = 1.5, 0.4
PEOPLE = ("人次", "人", "名", "位")
LONG, TOO_LONG = 32, 24
SHORT_VERB, SHORT_NOUN, SHORT_RATE, SHORT_OBJECT = 3, 4, 6, 12
LONGEST_ACTOR, LONGEST = 14, 60
FAR = 300
_LIST = re.compile("[、和及与]")
_LIST_TAILS = ("案件", "人员", "数", "率")
_SHARE = re.compile(r"^(.*?)(?:约)?占(.{2,16}?)(?:的)?$")
_SHARE_EDGES = " ,、达到约近为超逾"
_QUOTED = re.compile("(?:“[^“”]*”[、和]?)+")
_AND_OTHERS = re.compile("等(?:共计|共|合计|总计)?$")
_PART = re.compile("其中|[,:](?:包括|包含|分别是|含)")
_PROGRAMME = re.compile("“[^“”]{1,12}”(?:机制|模式|计划|行动|活动|平台|工程|专项|品牌|项目)")
_NO_LIST_ITEM = frozenset("被向对为在由从把以就经与")
_RATE_WORDS = ("率", "比", "度", "占", "指标", "面")
_PLACES = ("街道", "镇", "乡", "镇街", "区")
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


class Chain:
    """What is open while the facts of one sentence are read in order."""

    def __init__(self, lexicon: ReadingLexicon, region: tuple[str, ...]) -> None:
        self._wording = Wording(lexicon, region)
        self._phrases, self._times, self._names = lexicon.phrases, lexicon.times, lexicon.names
        self._clause: Span = (-1, -1)
        self._segment = self._last = -1
        self._verb = self._object = self._parent = self._counted = self._unit = ""
        self._done: list[str] = []
        self.actor: Actor | None = None
        self.topics: dict[str, float] = {}
        """Votes of the figures before in the sentence for the topic of the next one."""

    def enter(self, text: str, clause: Span, segment: Span) -> None:
        """Note that the next fact stands in this clause and segment: a clause closes the open verb, a segment may name
        another actor."""
        if clause != self._clause:
            self.topics = dict.fromkeys(self.topics, SAME_SENTENCE)
            self._verb, self._parent, self._clause, self.actor = "", "", clause, None
            self._look_for_actor(text, clause[0], min(segment[0], clause[0] + FAR))
        if segment[0] != self._segment:
            self._segment = segment[0]
            self._look_for_actor(text, *segment)

    def note_topic(self, topic: str) -> None:
        """Remember the topic of the figure just read."""
        self.topics = {topic: SAME_CLAUSE}

    def _look_for_actor(self, text: str, low: int, high: int) -> None:
        actor = actor_of(text, low, high, self._phrases, self._times.cutoff)
        if actor or starts_anew(text, low, high, self._phrases, self._times.cutoff):
            self.actor = actor

    def draft(self, text: str, local: Local, kind: Kind, cell_heads: str | None = None) -> Draft:
        """The measure of the next fact, as far as the words themselves and the chain say; `cell_heads` in tables."""
        same_segment = self._last >= local.segment[0]
        if self._last < local.before[0] or not (same_segment or local.numeral.unit == self._unit):
            self._verb = ""
        opens_bracket = local.bracket and not same_segment
        if opens_bracket or _PART.search(text, max(self._last, self._clause[0]), local.numeral.start):
            self._parent = self._counted
        if cell_heads is None:
            draft = self._elliptic(text, local, kind) or self._spelled_out(text, local, kind)
        else:
            draft = Draft(self._wording.tidy(cell_heads))
        if kind is Kind.RATE and not any(word in draft.phrase for word in _RATE_WORDS):
            draft = Draft(draft.phrase + "率", known=draft.known, whole=draft.whole)
        if not draft.known and (draft.general or draft.lacks_object):
            draft.known = self._known(text, local)
            draft.people = local.numeral.unit in PEOPLE and draft.phrase in self._phrases.joining
        draft.money = kind is Kind.MONEY
        if draft.general:
            named = _PROGRAMME.findall(text, max(self._clause[0], local.segment[0] - FAR), local.segment[0])
            draft.programme = named[-1] if named else ""
        self._remember(draft)
        self._last, self._unit = local.numeral.start, local.numeral.unit
        return draft

    def _elliptic(self, text: str, local: Local, kind: Kind) -> Draft | None:
        """A measure that is said by pointing at another one, None where the words say it themselves."""
        left = text[max(local.left[0], local.left[1] - FAR) : local.left[1]]
        before = self._done[-1] if self._done else ""
        if local.share_of:
            return self._handed_out(self._wording.tidy(left), local.share_of, kind)
        if kind is Kind.CHANGE:
            phrase, whole = self._wording.change(self._wording.tidy(self._behind_actor(text, local)), before)
            return Draft(phrase, whole=whole)
        if kind is Kind.RATE and before and left.strip(_SHARE_EDGES) == "占":
            return Draft(before + "占比", whole=True)
        if kind is Kind.RATE and (share := _SHARE.match(left.strip(_SHARE_EDGES))):
            whole_thing = self._wording.tidy(share[2])
            return Draft((self._wording.tidy(share[1]) or self._object) + "占" + whole_thing + "比例")
        if not before:
            return None
        if local.adjacent and not local.noun_follows:
            return Draft(("参加" if local.numeral.unit in PEOPLE else "") + self._wording.object_of(before))
        if kind is Kind.MULTIPLE and self._times.last_year.search(left):
            return Draft(before + _TIMES_AS_MUCH, whole=True)
        if (to := self._times.to_words.search(left)) and not self._wording.tidy(left[: to.start()]):
            return Draft(before, whole=True)
        return None

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
        actor = self.actor
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
        if self._parent:
            return Draft(noun, parent=self._parent)
        if other_level := self._wording.of_another_level(noun, self._object):
            return Draft(other_level, verb=self._verb)
        if self._verb and noun[0] not in _NO_LIST_ITEM and not self._phrases.anew.search(before_number):
            return Draft(noun, verb=self._verb)
        return None

    def _without_words(self, right: str, text: str, local: Local) -> Draft:
        """Nothing before the number but, perhaps, the actor: 人民调解员共446名."""
        if right:
            return Draft(right, lacks_object=verbs_only(right, self._phrases))
        if self.actor and local.left[0] <= self.actor.start < local.left[1]:
            return Draft(self.actor.name, whole=True)
        return Draft(self._done[-1], whole=True) if self._done else Draft(self._known(text, local))

    def _aside(self, left: str, text: str, local: Local) -> Draft:
        """A number in brackets: 《目录》(七项), 调撤率80%(考核指标50%)."""
        if self._done and "指标" in left:
            return Draft(self._done[-1] + left, whole=True)
        near = self._done and self._last >= local.before[0]
        return Draft(left + (self._done[-1] if near else self._known(text, local).strip("《》")))

    def _known(self, text: str, local: Local) -> str:
        """What the words before speak of: the chain's last object, or the segment before, its verb left out."""
        if local.before[0] <= self._last:
            return self._object
        low, high = local.before
        if low == high:
            high = max(0, self._clause[0] - 1)
            low = max(text.rfind(mark, max(0, high - FAR), high) for mark in ",。;\n") + 1
        words = self._wording.object_of(self._wording.tidy(text[max(low, high - FAR) : high]))
        return words if len(words) <= LONG else self._object

    def _whose(self, rate: str) -> str:
        """Whose rate it is: that of the rate before (参与率100%,优秀率99%), else the last object's."""
        before = self._done[-1] if self._done else ""
        if before.endswith("率") and rate.endswith("率"):
            return before[: -len(rate)]
        if len(self._object) <= SHORT_OBJECT:
            return self._object
        return next((part for part in self._object.split("、") if len(part) >= SHORT_NOUN), self._object)

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
        if kind is Kind.CHANGE and len(self._done) >= size:
            return Draft(self._wording.change(left.replace("分别", ""), self._done[-size])[0], whole=True)
        if len(items) < size:
            return Draft(head or left)
        chosen, last = items[-size:][place], items[-1]
        verb = head[: verb_at_start(head, self._phrases)]
        chosen += next((tail for tail in _LIST_TAILS if last.endswith(tail) and tail not in chosen), "")
        return Draft(chosen if chosen.startswith(verb) else verb + chosen)

    def _remember(self, draft: Draft) -> None:
        phrase = draft.phrase
        verb = verb_at_start(phrase, self._phrases)
        if verb and not draft.whole:
            self._verb = phrase[:verb]
        elif not draft.verb:
            self._verb = ""
        complete = not (draft.lacks_object or draft.whole or draft.general)
        if complete and phrase[verb:] and phrase[0] != "被" and not phrase.endswith(self._phrases.standing):
            self._object = self._wording.what_was_held(phrase[verb:])
        self._done.append(phrase)

    def finish(self, draft: Draft, topic: Topic) -> str:
        """The measure: borrowed words, the actor and the head of its topic put in where it is unclear without them."""
        phrase, wording = draft.phrase, self._wording
        actor = "" if draft.whole or draft.parent else self._actor_for(topic, phrase)
        if draft.parent:
            phrase = wording.part_of(draft.parent, phrase)
        elif draft.programme:
            phrase = draft.programme + phrase
        elif topic.head:
            took_part = draft.lacks_object and draft.people and draft.known not in phrase
            phrase = wording.headed(phrase + (draft.known if took_part else ""), topic, actor, in_front=draft.money)
        elif draft.known and draft.known not in phrase and not (draft.lacks_object and len(phrase) > SHORT_VERB):
            verb = verb_at_start(phrase, self._phrases)
            phrase = phrase[:verb] + draft.known + phrase[verb:]
        if draft.verb and draft.verb not in phrase:
            phrase = draft.verb + phrase
        measure = (actor + phrase)[:LONGEST]
        self._done[-1] = measure
        self._counted = self._counted if measure.endswith(self._phrases.standing) else measure
        return measure or topic.name

    def _actor_for(self, topic: Topic, phrase: str) -> str:
        """The actor's name where it belongs to the measure: a part of the whole, or one of another field."""
        actor = self.actor
        if not actor or len(actor.name) > LONGEST_ACTOR or actor.name in phrase or phrase in actor.name:
            return ""
        if actor.name.endswith(_PLACES) or phrase.startswith(actor.name[-3:]):
            return ""
        if actor.part or not topic.head:
            return actor.name
        shown_by_actor = any(word in actor.name for word in topic.shown_by)
        shown_by_phrase = any(word in phrase for word in topic.shown_by)
        return actor.name if shown_by_actor != shown_by_phrase else ""


def _first(text: str, span: Span) -> str:
    """The words of a span, as far as a phrase can reach."""
    return text[span[0] : min(span[1], span[0] + FAR)]
