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
from bot.reading.lexicon import ReadingLexicon, Topic
from bot.reading.phrases import (
    bare,
    verb_at_end,
    verb_at_start,
    verbs_only,
    without_examples,
    without_leading,
    without_trailing,
    written_out,
)
from bot.reading.segments import Local, Span

SAME_CLAUSE, SAME_SENTENCE = 1.5, 0.4
PEOPLE = ("人次", "人", "名", "位")
LONG = 32
TOO_LONG = 24
SHORT_RATE = 4
SHORT_STANDING = 6
SHORT_OBJECT = 12
LONGEST_ACTOR = 14
_LIST = re.compile("[、和及与]")
_SHARE = re.compile(r"^(.*?)(?:约)?占(.{2,16}?)(?:的)?$")
_QUOTED = re.compile("(?:“[^“”]*”[、和]?)+")
_AND_OTHERS = re.compile("等(?:共计|共|合计|总计)?$")
_PART = re.compile("其中|[,:](?:包括|包含|分别是|含)")
_PROGRAMME = re.compile("“[^“”]{1,12}”(?:机制|模式|计划|行动|活动|平台|工程|专项|品牌|项目)")
_DONE_TO = re.compile("^[对为向在].{2,24}(?:开展|进行|实施|组织)")
_TOWARD = re.compile("^向[^、]{1,14}?(?=报|提|发|推|公|征|汇|通|反|移|作)")
_LEVEL = re.compile("^.{1,3}级")
_OF_A_LEVEL = re.compile(".{1,6}[级类型性]")
_PLACES = ("街道", "镇", "乡", "镇街", "区")
_TIMES_AS_MUCH = "相当于去年同期的倍数"


@dataclass(slots=True)
class Draft:
    """A measure before its topic is known.

    `lacks_object`: it is a verb alone; `general`: its noun says too little alone; `verb`: the verb of the list that it
    stands in; `known`: what the words before it speak of, put in where no topic's head helps, or `people` took part; `parent`: the
    measure that it is a part of (其中…); `whole`: it is built from
    an earlier measure and needs nothing more.
    """

    phrase: str
    lacks_object: bool = False
    general: bool = False
    verb: str = ""
    known: str = ""
    people: bool = False
    parent: str = ""
    whole: bool = False


class Chain:
    """What is open while the facts of one sentence are read in order."""

    def __init__(self, lexicon: ReadingLexicon, region: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._phrases = lexicon.phrases
        self._region = region
        self._clause: Span = (-1, -1)
        self._segment = -1
        self._verb = ""
        self._object = ""
        self._done: list[str] = []
        self._last = -1
        self._programme = ""
        self._parent = ""
        self._topics: dict[str, float] = {}
        self.actor: Actor | None = None

    def enter(self, text: str, clause: Span, segment: Span) -> None:
        """Note that the next fact stands in this clause and segment: a clause closes the open verb, a segment may name
        another actor."""
        if clause != self._clause:
            self._topics = dict.fromkeys(self._topics, SAME_SENTENCE)
            self._verb, self._parent, self._clause, self.actor = "", "", clause, None
            self._look_for_actor(text, clause[0], segment[0])
        if segment[0] != self._segment:
            self._segment = segment[0]
            self._look_for_actor(text, *segment)

    def topics(self) -> dict[str, float]:
        """Votes of the figures before in the sentence for the topic of the next one."""
        return self._topics

    def note_topic(self, topic: str) -> None:
        """Remember the topic of the figure just read."""
        self._topics = {topic: SAME_CLAUSE}

    def _look_for_actor(self, text: str, low: int, high: int) -> None:
        actor = actor_of(text, low, high, self._phrases, self._lexicon.times.cutoff)
        if actor or starts_anew(text, low, high, self._phrases, self._lexicon.times.cutoff):
            self.actor = actor

    def draft(self, text: str, local: Local, kind: Kind) -> Draft:
        """The measure of the next fact, as far as the words themselves and the chain say."""
        if self._last < local.before[0]:
            self._verb = ""
        if self._done and (local.bracket or _PART.search(text, max(self._last, self._clause[0]), local.numeral.start)):
            self._parent = self._done[-1]
        draft = self._draft(text, local, kind)
        if kind is Kind.RATE and not any(word in draft.phrase for word in ("率", "比", "度", "占", "指标")):
            draft.phrase += "率"
        if not draft.known and (draft.general or draft.lacks_object):
            draft.known = self._known(text, local)
            draft.people = local.numeral.unit in PEOPLE and draft.phrase in self._phrases.joining
        self._programme = self._programme_before(text, local) if draft.general else ""
        self._remember(draft)
        self._last = local.numeral.start
        return draft

    def _draft(self, text: str, local: Local, kind: Kind) -> Draft:
        given = text[slice(*local.left)]
        left = self._tidy(text[self._after_actor(local.left) : local.left[1]])
        right = self._tidy(text[slice(*local.right)].rstrip("、和及") + text[slice(*local.predicate)]).lstrip("的")
        times = self._lexicon.times
        if local.adjacent and self._done and not local.noun_follows:
            return Draft(("参加" if local.numeral.unit in PEOPLE else "") + self._object_of(self._done[-1]))
        if local.share_of:
            return self._handed_out(left, local.share_of, kind)
        if kind is Kind.CHANGE:
            return self._change(left)
        if kind is Kind.MULTIPLE and times.last_year.search(given) and self._done:
            return Draft(self._done[-1] + _TIMES_AS_MUCH, whole=True)
        if self._done and (to := times.to_words.search(given)) and not self._tidy(given[: to.start()]):
            return Draft(self._done[-1], whole=True)
        if local.numeral.unit == "级" and right:
            return Draft((right if len(right) >= SHORT_RATE else _QUOTED.sub("", left) + right) + "层级")
        if kind is Kind.DURATION:
            return self._lasting(text, local, left)
        if local.numeral.family == "zero":
            return Draft(left.rstrip("“") + self._nothing_of(text, local))
        if kind is Kind.RATE and (share := _SHARE.match(given.strip(" ,、达到约近为超逾"))):
            return Draft((self._tidy(share[1]) or self._object) + "占" + self._tidy(share[2]) + "比例")
        if local.bracket and (not left or verbs_only(left, self._phrases) or "指标" in left):
            return self._aside(left, text, local)
        return self._after(left, right, text, local) if local.noun_follows else self._before(left, right, text, local)

    def _nothing_of(self, text: str, local: Local) -> str:
        """What a zero says there is none of (零败诉)."""
        said = self._lexicon.names.zero_of.match(text, local.numeral.number + 1)
        return said[0] if said else ""

    def _lasting(self, text: str, local: Local, left: str) -> Draft:
        """为期5个月的…活动: how long what follows lasts; 连续两年获…: for how many years it was so."""
        right = self._tidy(text[local.numeral.end : local.segment[1]]).lstrip("的内间")
        if left.endswith("为期") or not left:
            return Draft((right or left) + "时长")
        return Draft(left + right + ("年限" if local.numeral.unit == "年" else ""))

    def _after_actor(self, left: Span) -> int:
        """Where the words behind the actor start; the actor is the phrase itself where nothing is behind it."""
        actor = self.actor
        if not actor or actor.start < left[0] or actor.end > left[1]:
            return left[0]
        return actor.end

    def _tidy(self, words: str) -> str:
        for name in self._region:
            words = words.replace(name, "")
        return written_out(bare(words, self._phrases), self._phrases)

    def _after(self, left: str, right: str, text: str, local: Local) -> Draft:
        """The noun follows its number: 收到252宗行政复议申请, 对7宗案件制定管控措施."""
        right = without_trailing(without_examples(right.rstrip("和及与、"), self._phrases), self._phrases)
        verb = verb_at_end(left, self._phrases)
        if verb and len(right) >= 3:
            left = verb
        elif left.endswith("等") or _QUOTED.fullmatch(left, verb_at_start(left, self._phrases)):
            left = left[: verb_at_start(left, self._phrases)]
        if not left and verbs_only(right, self._phrases):
            return Draft(right, lacks_object=True)
        left = without_examples(left, self._phrases)
        return self._judged(left + right)

    def _before(self, left: str, right: str, text: str, local: Local) -> Draft:
        """The number follows its noun: 受理案件7628宗, 党课4次; what follows counts only where the noun is weak."""
        left = left.lstrip("和及与、以")
        if (
            _AND_OTHERS.search(text[local.left[0] : local.numeral.number])
            and right
            and verb_at_start(right, self._phrases)
        ):
            return Draft(right, lacks_object=verbs_only(right, self._phrases))
        left = without_leading(without_examples(left, self._phrases), self._phrases)
        if left.endswith("等") and "、" in left:
            left = left[:-1]
        if not left:
            return self._without_words(right, text, local)
        if verbs_only(left, self._phrases):
            return Draft(left + right, lacks_object=not right or verbs_only(right, self._phrases))
        verb = verb_at_start(left, self._phrases)
        standing = left.endswith(self._phrases.standing)
        if standing and len(left) <= SHORT_STANDING:
            return Draft(left, known=self._whose(left))
        if self._parent and not verb and not standing:
            return Draft(left, parent=self._parent)
        if _OF_A_LEVEL.fullmatch(left) and self._object:
            return Draft(left + _LEVEL.sub("", self._object), verb=self._verb)
        if (
            not verb
            and not standing
            and self._verb
            and not self._phrases.anew.search(text[local.left[0] : local.numeral.start])
        ):
            return Draft(left, verb=self._verb)
        if right and len(left) + len(right) <= LONG and (not verb or len(left) - verb < 2):
            return Draft(left + right)
        return self._judged(left)

    def _without_words(self, right: str, text: str, local: Local) -> Draft:
        """Nothing before the number but, perhaps, the actor: 人民调解员共446名."""
        if right:
            return Draft(right, lacks_object=verbs_only(right, self._phrases))
        if self.actor and local.left[0] <= self.actor.start < local.left[1]:
            return Draft(self.actor.name, whole=True)
        return Draft(self._done[-1], whole=True) if self._done else Draft(self._known(text, local))

    def _aside(self, left: str, text: str, local: Local) -> Draft:
        """A number in brackets: 《目录》(七项), 调撤率80%(考核指标50%)."""
        near = self._last >= local.before[0]
        if left and "指标" in left and self._done:
            return Draft(self._done[-1] + left, whole=True)
        return Draft((left or "") + (self._done[-1] if self._done and near else self._known(text, local).strip("《》")))

    def _known(self, text: str, local: Local) -> str:
        """What the words before speak of: the chain's last object, or the segment before, its verb left out."""
        if local.before[0] <= self._last:
            return self._object
        low, high = local.before
        if low == high:
            high = self._clause[0] - 1
            low = max(text.rfind(mark, 0, high) for mark in ",。;\n") + 1
        words = self._tidy(text[low:high])
        words = words[verb_at_start(words, self._phrases) :]
        return words if len(words) <= LONG else self._object

    def _whose(self, rate: str) -> str:
        """Whose rate it is: that of the rate before (参与率100%,优秀率99%), else the last object's."""
        before = self._done[-1] if self._done else ""
        if before.endswith("率") and rate.endswith("率"):
            return before[: -len(rate)]
        if len(self._object) <= SHORT_OBJECT:
            return self._object
        return next((part for part in self._object.split("、") if len(part) >= SHORT_RATE), self._object)

    def _judged(self, phrase: str) -> Draft:
        """The phrase, marked where its own noun is too general to stand alone."""
        if len(phrase) > TOO_LONG and len(phrase) - phrase.rfind("的") > SHORT_RATE and "的" in phrase:
            phrase = phrase[phrase.rfind("的") + 1 :]
        verb = verb_at_start(phrase, self._phrases)
        return Draft(phrase, general=phrase[verb:] in self._phrases.general)

    def _programme_before(self, text: str, local: Local) -> str:
        """The programme that the clause has named before: “吹哨”机制."""
        named = _PROGRAMME.findall(text, self._clause[0], local.segment[0])
        return named[-1] if named else ""

    def _handed_out(self, left: str, share: Span, kind: Kind) -> Draft:
        """参考率、优秀率分别为100%和97.3%: the items before 分别 in order, or the measures read last."""
        place, size = share
        head = left.split("分别")[0]
        items = _LIST.split(head)
        if kind is Kind.CHANGE and len(self._done) >= size:
            return Draft(self._done[-size] + self._change_words(left), whole=True)
        if len(items) < size:
            return Draft(head or left)
        chosen, last = items[-size:][place], items[-1]
        verb = head[: verb_at_start(head, self._phrases)]
        for tail in ("案件", "人员", "数", "率"):
            if last.endswith(tail) and tail not in chosen:
                chosen += tail
        return Draft(chosen if chosen.startswith(verb) else verb + chosen)

    def _change(self, left: str) -> Draft:
        """同比增长20% says by how much the last measure changed."""
        said = self._change_words(left)
        tail = self._lexicon.times.change_tail.search(left)
        head = left[: tail.start()] if tail else left
        head = without_trailing(self._lexicon.times.comparison.sub("", head), self._phrases)
        own = len(head) > 1 and not self._phrases.leading.fullmatch(head)
        return Draft((head if own else self._done[-1] if self._done else head) + said, whole=not own)

    def _change_words(self, left: str) -> str:
        tail, comparison = self._lexicon.times.change_tail.search(left), self._lexicon.times.comparison.search(left)
        return (comparison[0] if comparison else "") + (tail[1] if tail else "")

    def _object_of(self, phrase: str) -> str:
        verb = verb_at_start(phrase, self._phrases)
        return phrase[verb:] if 0 < verb < len(phrase) else phrase

    def _remember(self, draft: Draft) -> None:
        phrase = draft.phrase
        verb = verb_at_start(phrase, self._phrases)
        if verb and not draft.whole:
            self._verb = phrase[:verb]
        elif not draft.verb:
            self._verb = ""
        complete = not (draft.lacks_object or draft.whole or draft.general)
        if complete and phrase[verb:] and not phrase.endswith(self._phrases.standing):
            self._object = _DONE_TO.sub("", phrase[verb:])
        self._done.append(phrase)

    def finish(self, draft: Draft, topic: Topic | None) -> str:
        """The measure: borrowed words, the actor and the head of its topic put in where it is unclear without them."""
        phrase, head = draft.phrase, topic.head if topic else ""
        actor = "" if draft.whole or draft.parent else self._actor_for(topic, phrase)
        if self._programme:
            phrase = self._programme + phrase
        elif head and not draft.parent:
            if draft.lacks_object and draft.people and draft.known not in phrase:
                phrase += draft.known
            phrase = _headed(phrase, topic, actor, verb_at_start(phrase, self._phrases))
        if draft.parent:
            phrase = self._part_of(draft.parent, draft.phrase)
        elif draft.known and not head and draft.known not in phrase:
            verb = verb_at_start(phrase, self._phrases)
            phrase = phrase[:verb] + draft.known + phrase[verb:]
        if draft.verb and draft.verb not in phrase:
            phrase = draft.verb + phrase
        phrase = actor + phrase
        self._done[-1] = phrase
        return phrase or (topic.name if topic else "")

    def _part_of(self, parent: str, part: str) -> str:
        """接到投诉案件3宗,其中省厅转办1宗 -> 接到省厅转办投诉案件."""
        verb = verb_at_start(parent, self._phrases)
        thing = parent[verb:]
        shared = 0
        while shared < min(len(part), len(thing)) and part[-1 - shared] == thing[-1 - shared]:
            shared += 1
        if shared == len(thing) or not thing:
            return part
        part = part[: len(part) - shared] if shared > 1 else part
        sizes = range(min(len(part), len(thing)), 1, -1)
        thing = thing[next((size for size in sizes if part.endswith(thing[:size])), 0) :]
        return parent if part in parent else parent[:verb] + part + thing

    def _actor_for(self, topic: Topic | None, phrase: str) -> str:
        """The actor's name where it belongs to the measure: a part of the whole, or one of another field."""
        actor = self.actor
        if not actor or len(actor.name) > LONGEST_ACTOR or actor.name in phrase or phrase in actor.name:
            return ""
        if actor.name.endswith(_PLACES) or phrase.startswith(actor.name[-3:]):
            return ""
        if actor.part or not topic or not topic.head:
            return actor.name
        shown_by_actor = any(word in actor.name for word in topic.shown_by)
        shown_by_phrase = any(word in phrase for word in topic.shown_by)
        return actor.name if shown_by_actor != shown_by_phrase else ""


def _headed(phrase: str, topic: Topic | None, actor: str, verb: int) -> str:
    """The phrase with its topic's head: 复议案件 -> 行政复议案件, 召开会议 -> 召开社区矫正会议, 审结 -> 行政复议审结."""
    if not topic or any(word in phrase + actor for word in topic.shown_by):
        return phrase
    tail = topic.head[2:]
    if len(topic.head) == 4 and tail in phrase:
        return phrase.replace(tail, topic.head, 1)
    return phrase[:verb] + topic.head + phrase[verb:] if len(phrase) - verb >= 2 else topic.head + phrase
