"""The measure of a number as far as the words to its left and right spell it out, before its topic is known.

What only points at an earlier measure is `ellipsis`; what was read before is handed in as `Open`.
"""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.clauses import Span
from bot.reading.measures.ellipsis import Ellipsis
from bot.reading.measures.governed import FIGURE, behind_receiver, done_to, what_is_done, without_givers
from bot.reading.measures.lasting import lasting
from bot.reading.measures.levels import levels
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.predicates import (
    last_done,
    noun_and_predicate,
    says_itself,
    without_list_of_receivers,
    without_organised,
    without_where,
)
from bot.reading.measures.ranks import rank
from bot.reading.measures.rates import Rates
from bot.reading.measures.segments import Local
from bot.reading.measures.those import OF_THOSE, Those
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.lexicon import ReadingLexicon
from bot.reading.vocabulary.phrases import (
    counted_noun,
    ends_with_joint,
    verb_at_end,
    verb_at_start,
    verbs_only,
    without_examples,
    without_leading,
    without_listed,
    without_way,
)

LONG, TOO_LONG = 32, 24
SHORT_NOUN, SHORT_RATE, SHORT_OBJECT = 4, 6, 12
_QUOTED = re.compile("(?:“[^“”]*”[、和]?)+")
_AND_OTHERS = re.compile("等(?:共计|共|合计|总计)?$")
_LIST_WENT_ON = re.compile("^(?:以及|[和及与、])+")
_LIST_GOES_ON = re.compile("(?:以及|[、和及的])+$")
_ASPECT_OF = re.compile("(方面|层面|环节|维度)的(.+)")
_TO = re.compile("^[为向给除]|^[在从]$|对(?![象口外接])")
_BY = re.compile("^(?:通过|围绕|依托|以)(?=.)")
_REACHED = re.compile("^(?:实现|做到|达到|保持)")
_ON_THE_WAY = re.compile(
    "(?:“[^“”]{1,5}式”|有望|已经|已|大幅度?|逐步|逐年|进一步|再次|再|快速|稳步|持续|不断|首次|均)+$"
)
_MADE_UP = re.compile("^([组构]成)(?:的)?")
_AT_TOP = re.compile("(?:数量|案件)?(?:最[多少高低]?|次之|其次|居首|居前|[较居]多)$")
_MANNER = re.compile("动态|随机|及时|当场|现场|集中|按期|按时|限期|主动|初步|全部|部分|基本|正在|尚在")
_NAMED = re.compile("[和及与、]((?:“[^“”]*”)+)$")
_FOR_YEARS = re.compile("连续.{0,12}的年限$")
_WHICHEVER = re.compile("^(?:具体|主要|相关|有关)(?:工作)?(?=..)")
_WITHIN = ("中", "内", "里", "间")
_PARTY = re.compile("作?为[^,;。]{0,8}?(?:被告|被申请人|原告|第三人)")
_OF = re.compile("(?<!党)的")
_PER = re.compile("(?:平均)?每.{1,10}(?:平均)?|[村人户所镇县乡]均")
_NO_LIST_ITEM = frozenset("被向对为在由从把以就经与")


class Drafter:
    """Drafts measures with the words of a lexicon and what is open."""

    def __init__(self, lexicon: ReadingLexicon, wording: Wording, opened: Open) -> None:
        self._wording = wording
        self._phrases, self._times, self._names = lexicon.phrases, lexicon.times, lexicon.names
        self._open = opened
        self._those = Those(wording, opened)
        self._rates = Rates(lexicon.phrases, opened)
        self._ellipsis = Ellipsis(lexicon, wording, opened)

    def draft(self, text: str, local: Local, kind: Kind) -> Draft:
        """The draft of a fact's measure."""
        left = text[max(local.left[0], local.left[1] - FAR) : local.left[1]]
        own = self._behind_actor(text, local)
        pointing = self._ellipsis.draft(text, local, kind, left, own)
        reshaped = self._reshaped(text, local, left)
        if pointing and local.share_of and not pointing.whole:
            near, among = self._open.last >= local.before[0], self._those.among(text, local)
            pointing.owner = self._rates.owner(pointing.phrase, near=near, among=among)
        return pointing or reshaped or self._arrived(own) or self._spelled_out(text, local, kind, own)

    def _reshaped(self, text: str, local: Local, left: str) -> Draft | None:
        """9个科室重组为5个股室: 重组后的股室; 9个科室整合为5个: 整合后的科室."""
        made = self._times.reshaped.match(left)
        if not made or made.end() < len(left.rstrip("了约共")) or self._open.last < local.segment[0]:
            return None
        noun = self._wording.tidy(_first(text, local.right)) or self._open.thing or self._open.before
        return Draft(f"{made[1]}后的{noun}", whole=True)

    def _arrived(self, own: str) -> Draft | None:
        """由52天缩短至38天, 知晓率已提升至88.7%: where something arrived says the same as where it came from."""
        to = self._times.arrived.search(own)
        if not to:
            return None
        thing = _ON_THE_WAY.sub("", self._wording.tidy(_ON_THE_WAY.sub("", own[: to.start()])))
        before = self._open.before
        return Draft(before, whole=True) if before and not thing else self._judged(thing) if thing else None

    def _spelled_out(self, text: str, local: Local, kind: Kind, own: str) -> Draft:
        """A measure said by the words around its number; `own` are those before it and behind the actor."""
        left = self._wording.tidy(own)
        before_number = text[max(local.left[0], local.numeral.number - FAR) : local.numeral.number].rstrip()
        if local.noun_follows and ends_with_joint(text[slice(*local.left)]):
            left = left[: verb_at_start(left, self._phrases)]
        if local.noun_follows and text[slice(*local.left)].rstrip().endswith("由"):  # 组建由5名律师组成的队伍
            left = ""
        right_words = _LIST_GOES_ON.sub("", _first(text, local.right)) + FIGURE.sub("", _first(text, local.predicate))
        right = self._wording.tidy(right_words).lstrip("的")
        if kind is Kind.RANK:
            right = self._wording.rank(own) if left else right
            return rank(text, local, right, self._those.among(text, local), self._open, self._phrases.standing)
        if local.numeral.unit == "级" and right:
            return levels(_first(text, local.right), left, right, self._wording)
        if kind is Kind.DURATION:
            return lasting(text, local, left, self._wording)
        if local.numeral.family == "zero":
            return Draft(_REACHED.sub("", left.rstrip("“")) + self._nothing_of(text, local))
        if local.bracket and (not left or verbs_only(left, self._phrases) or "指标" in left):
            return self._aside(left, text, local)
        if kind is Kind.RATE and local.noun_follows:
            return self._judged(left if left.endswith("率") else left + right)  # 应诉率保持100%的良好态势
        if counted := self._those.counted(local, text, left, right):
            return counted
        if local.noun_follows:
            noun, done = done_to(text, local, self._wording, opens=not left)
            if done:
                return Draft(f"{done}的{noun}", noun=noun)
            more = local.right[1] < local.segment[1] and local.predicate == (0, 0)
            return self._before_noun(left, right, modified=text[slice(*local.left)].rstrip().endswith("的"), more=more)
        if kind is Kind.COUNT and left and OF_THOSE.search(before_number):
            return self._those.of_whom(self._wording.tidy(text[slice(*local.left)]))
        return self._behind_noun(left, right, text, local)

    def _behind_actor(self, text: str, local: Local) -> str:
        """The words to the left of a number, the actor left out."""
        start, end = local.left
        actor = self._open.actor
        if actor and start <= actor.start and actor.end <= end and text[actor.end] != "(":
            if _PARTY.match(text, actor.end, end):  # 代理区政府为被告案件: the government did nothing there
                verbs = self._phrases.verb.finditer(text, start, actor.end)
                start = max((verb.start() for verb in verbs), default=actor.start)
            else:
                start = actor.start if text[actor.start] == "被" else actor.end
        return text[max(start, end - FAR) : end]

    def _nothing_of(self, text: str, local: Local) -> str:
        """What a zero says there is none of (零败诉)."""
        said = self._names.zero_of.match(text, local.numeral.number + 1)
        return said[0] if said else ""

    def _before_noun(self, left: str, right: str, *, modified: bool, more: bool) -> Draft:
        """The noun follows its number: 收到252宗行政复议申请, 对7宗案件制定管控措施.

        `modified`: a 的 stands before the number; `more`: another number follows.
        """
        phrases = self._phrases
        right, left = what_is_done(counted_noun(right, phrases), phrases), self._wording.without_receiver(left)
        toward = _TO.search(left)
        modifier = left[toward.end() :] if toward else left.split("是")[-1]
        modifier = "" if toward and "、" in modifier and modifier.endswith("等") else modifier
        if toward or (modified and 0 < len(modifier) <= TOO_LONG and not phrases.moving.fullmatch(left)):
            noun, predicate = noun_and_predicate(right, phrases, governed=bool(toward))
            if toward or not predicate:
                noun = (modifier + "的" if modified and modifier else modifier) + noun
            said = "" if toward and more else predicate.removesuffix("外")
            return Draft(f"{said}的{noun}", noun=noun) if said else self._judged(noun)
        left = without_listed(_BY.sub("", left), phrases)
        verb = verb_at_end(left, phrases)
        if verb and len(right) >= 3:
            left = verb
        elif left.endswith("等") or _QUOTED.fullmatch(left, verb_at_start(left, phrases)):
            left = left[: verb_at_start(left, phrases)]
        elif named := _NAMED.search(left):
            left = left[: verb_at_start(left, phrases)] + named[1]
        if not left and verbs_only(right, phrases):
            return Draft(right, lacks_object=True)
        if aspect := _ASPECT_OF.fullmatch(right):
            return Draft(aspect[2] + aspect[1])
        noun, predicate = noun_and_predicate(right, phrases, governed=bool(phrases.moving.fullmatch(left)))
        if made := _MADE_UP.match(predicate):  # 由1个中心、9个工作站组成的网络; 12名律师组成的服务队
            if len(noun) <= SHORT_RATE:
                return Draft(f"{made[1]}{predicate[made.end() :]}的{noun}", noun=noun)
            right, predicate = noun, ""
        if not predicate:
            return self._judged(without_examples(left, phrases) + right)
        moved = phrases.moving.fullmatch(left) and predicate not in phrases.light
        if moved or not (phrases.verb.search(left) or more):
            return Draft(f"{left if more else ''}{predicate}的{noun}", noun=noun)
        return self._judged(left + noun)

    def _behind_noun(self, left: str, right: str, text: str, local: Local) -> Draft:
        """The number follows its noun: 受理案件7628宗, 党课4次; what follows counts only where the noun is weak."""
        phrases = self._phrases
        left = _LIST_WENT_ON.sub("", left)
        before_number = text[max(local.left[0], local.numeral.number - FAR) : local.numeral.number]
        if _AND_OTHERS.search(before_number) and verb_at_start(right, phrases):
            return Draft(right, lacks_object=verbs_only(right, phrases))
        left = without_leading(without_examples(left, phrases), phrases)
        left = behind_receiver(text, local.left, self._open.last, left, phrases)
        if self._open.verb and self._open.last >= local.segment[0]:
            left = without_givers(left, self._open.verb, phrases)
        left = left[:-1] if left.endswith("等") and "、" in left else left
        if not left:
            return self._without_words(right, text, local)
        if verbs_only(left, phrases):
            return Draft(left + right, lacks_object=not right or verbs_only(right, phrases))
        left = without_way(without_where(left, phrases), phrases)
        left = self._wording.without_receiver(without_list_of_receivers(left, phrases))
        if (done := without_organised(left, phrases)) != left:
            left = self._wording.tidy(done)  # 组织律师为企业提供咨询
        verb = verb_at_start(left, phrases)
        if _PER.fullmatch(left) and not phrases.verb.search(left):
            each = self._wording.object_of(self._open.before)
            return Draft(left + each if len(each) <= SHORT_OBJECT else left)
        if (not verb or left.endswith("率")) and (item := self._list_item(left, before_number, text, local)):
            return item
        right = "" if right in _WITHIN else right
        if right and len(left) + len(right) <= LONG and (not verb or len(left) - verb < 2):
            return Draft(left + right)
        return self._judged(left)

    def _list_item(self, noun: str, before_number: str, text: str, local: Local) -> Draft | None:
        """A noun without a verb of its own: a rate, a part of the whole before, a further item of a list."""
        done = verb_at_end(noun, self._phrases)
        if len(done) > 1 and _MANNER.fullmatch(noun[: -len(done)]):
            return Draft(noun, lacks_object=True)  # 动态调整
        part = self._open.parent and local.numeral.unit[:1] == self._open.parent_unit[:1]
        if noun.endswith(self._phrases.standing) and not part:
            near = self._open.last >= local.before[0]
            owner = self._rates.owner(noun, near=near, among=self._those.among(text, local))
            return Draft(noun, known=self._rates.known(noun), owner=owner) if len(noun) <= SHORT_RATE else None
        if part and not self._open.verb:
            return Draft(noun, parent=self._open.parent)
        if other_level := self._wording.of_another_level(noun, self._open.object):
            return Draft(other_level, verb=self._open.verb)
        begins_anew = (
            noun[0] in _NO_LIST_ITEM or noun in self._phrases.audience or self._phrases.anew.search(before_number)
        )
        if self._open.verb and not begins_anew and not says_itself(noun, self._phrases):
            return Draft(noun, verb=self._open.verb)
        return None

    def _without_words(self, right: str, text: str, local: Local) -> Draft:
        """Nothing before the number but, perhaps, the actor: 人民调解员共446名."""
        if right:
            return Draft(right, lacks_object=verbs_only(right, self._phrases))
        if self._open.actor and local.left[0] <= self._open.actor.start < local.left[1]:
            named = text[self._open.actor.start : self._open.actor.end]
            named = self._wording.tidy(named) if "的" in named and len(named) <= TOO_LONG else self._open.actor.name
            return Draft(named, whole=True)
        if self._open.last < local.before[0] and (said := _AT_TOP.sub("", self.known(text, local))):
            return Draft(said)  # 公安部门最多,为210件
        before = _FOR_YEARS.sub("", self._open.before)  # 出庭率连续五年保持100%
        return Draft(before, whole=True) if before else Draft(self.known(text, local))

    def _aside(self, left: str, text: str, local: Local) -> Draft:
        """A number in brackets: 《目录》(七项), 调撤率80%(考核指标50%)."""
        if self._open.done and "指标" in left:
            return Draft(self._open.done[-1] + left, whole=True)
        if self._open.done and left and verbs_only(left, self._phrases):  # 完成7件(制定4件、修改3件)
            whole = self._open.parent or self._wording.unchanged(self._open.before)
            return Draft(left + self._wording.object_of(whole), whole=True)
        near = self._open.done and self._open.last >= local.before[0]
        return Draft(left + (self._open.done[-1] if near else self.known(text, local).strip("《》")))

    def _judged(self, phrase: str) -> Draft:
        """The phrase, shortened where a long clause modifies its noun; marked where the noun is too general alone."""
        noun = max((of.end() for of in _OF.finditer(phrase)), default=0)
        if len(phrase) > TOO_LONG and 0 < noun < len(phrase) - SHORT_NOUN + 1:
            phrase = phrase[noun:]
        if len(phrase) > TOO_LONG:
            phrase = noun_and_predicate(phrase, self._phrases)[1] or last_done(phrase, self._phrases)
        verb = verb_at_start(phrase, self._phrases)
        thing = _WHICHEVER.sub("", phrase[verb:])
        general = thing in self._phrases.general or phrase in self._phrases.audience
        return Draft(phrase, general=general)

    def known(self, text: str, local: Local) -> str:
        """What the words before speak of: the chain's last object, or the segment before, its verb left out."""
        if local.before[0] <= self._open.last:
            return self._open.object
        low, high = local.before
        if low == high:
            high = max(0, self._open.clause[0] - 1)
            low = max(text.rfind(mark, max(0, high - FAR), high) for mark in ",。;\n") + 1
        said = self._wording.unchanged(self._wording.tidy(text[max(low, high - FAR) : high]))
        words = self._wording.object_of(said)
        return words if len(words) <= LONG and not self._phrases.way.match(said) else self._open.object


def _first(text: str, span: Span) -> str:
    """The words of a span, as far as a phrase can reach."""
    return text[span[0] : min(span[1], span[0] + FAR)]
