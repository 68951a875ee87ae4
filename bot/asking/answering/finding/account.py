"""Whether one figure accounts for all that a question says, and the question for all that the figure measures.

Each stretch of the question must stand in what the figure measures or be a word that only asks, and each of the measure
must stand in the question or be filler.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.asking.answering.finding.implied import (
    goes_unsaid,
    is_change_asked,
    is_counted_alone,
    is_same_adviser,
    meeting_of,
    only_leads_up,
    stands_for_topic,
    told_around,
    told_by_name,
    told_otherwise,
)
from bot.asking.answering.finding.said import Teller
from bot.asking.answering.weighing.named_so import is_place_itself
from bot.asking.answering.weighing.slips import LONGEST, Slips
from bot.asking.answering.weighing.stretches import stretches
from bot.asking.answering.weighing.wording import is_each
from bot.asking.understanding.continuing.short_verbs import says_in_short
from bot.asking.understanding.measuring.doers import NAMES_OF_PEOPLE
from bot.asking.understanding.measuring.outcomes import OF_SUITS, SUED
from bot.model import Fact, Kind, Query, Region
from bot.words.indicators import ANY_UNIT, covered, plain
from bot.words.match import NEGATIONS
from bot.words.questions import Role

_SHORTEST = 2
_ENOUGH = 4
"""How many characters of a question must stand in a measure: fewer may be chance."""
ASKS = re.compile("多少|几|好多")
_MANY = ("多少", "几")
_ANY_STEP = "办理"
_STEPS = ("收到", "受理", "审结", "完成", "转办", "立案", _ANY_STEP)
"""Steps of a case, which are never each other: the names of their lines in alike.toml."""
_SAY_NOTHING = frozenset({"案件", "数量", "人数", "情况", "活动", "工作", "行为", "需要", "参加", "参与"})
_SAY_NOTHING |= {"机制", "相关", "分析", "知识", "主题", "新时代", "不服", "用品", *"内获由以对为被"}
"""What may be left unsaid of a measure."""
_CASES = ("案件", "案子")
_GOVERNMENT = "政府"
_EMPTY_END = re.compile("(?:案件|数量|人数|数|情况|活动|工作)+$")
_CAME_BY = re.compile("[获被]")
"""What stands between a thing and what was done to it: 案例获采用 counts 案例."""
_NAMES_RATE = re.compile("率[呢是有为的]*$")
_EITHER = re.compile("(.)[不没](?=\\1)|不知道?|不好意思")
PEOPLE_OF_TOPIC = ("员", "对象", "人员")
"""What makes of a topic those whom it is about: 社区矫正对象."""
_JOINS = frozenset("和与并及")
_UNITS = (3, 2, 1)
"""How long units are, the longest first."""
_PARTICLES = frozenset("的了有共是和")
_WITHIN, _DONE, _OF_VERBS = "里中上内", "了过", "的了"
_TOWARDS = re.compile("^[来去]|[来去]办$")
_COVERBS = frozenset({"用", "按", "作为"})
"""Verbs that only lead up to a noun: 用告知承诺办的."""
_HERE, _AWAY = "过来", "出走去"
_SAID, _HEARD = 2, 1


class Account:
    """Compares a question with one figure, stretch by stretch.

    `slips` tells what is misspelt, where that counts; `after` is what the question before said, which goes on where
    nothing else is said.
    """

    def __init__(
        self,
        phrase: str,
        fact: Fact,
        query: Query,
        region: Region,
        teller: Teller,
        slips: Slips | None = None,
        after: str = "",
    ) -> None:
        self._phrase, self._fact, self._query, self._region = phrase, fact, query, region
        self._lexicon, self._teller, self._slips, self._after = teller.lexicon, teller, slips, after
        claim = fact.claim
        topic = self._lexicon.topic(claim.topic)
        names = topic.names if topic else ()
        # 律师投诉 are no 投诉 as such, whatever the topic; 社区矫正 may go without saying.
        own = [name for name in names if name in phrase or not name.endswith(NAMES_OF_PEOPLE)]
        own += names[:1]
        self._topic = frozenset((*own, *(f"{name}{end}" for name in own for end in PEOPLE_OF_TOPIC)))
        self._measure = plain(claim.measure)
        self._named = f"{self._measure}\n{plain(claim.subject)}"
        self._meeting = meeting_of(fact)
        self._around = f"{told_around(fact, phrase)}\n{self._meeting}"
        self._same_named = f"{self._same(claim.measure)}\n{self._same(claim.subject)}"
        self._government_sued = f"{_GOVERNMENT}{SUED}" in self._same(phrase)
        """Whether those suits alone are meant in which the government itself is sued."""
        self._misspelt = (self._measure, *_CASES, *(f"{many}{claim.unit}" for many in _MANY))
        """What a stretch may be misspelt for."""
        self._heard: dict[str, str] = {}

    def holds(self) -> bool:
        """Whether the figure says all that the question does, and the question all that the figure does."""
        if self._is_of_other_body() or self._is_denied():
            return False
        asked = stretches(self._phrase, self._in_figure)
        if asked is None or not self._tells_words(asked):
            return False
        if any(self._is_other_word_there(one, behind) for one, behind in pairwise(text for text, _ in asked)):
            return False
        self._phrase = "".join(self._heard.get(text, text) for text, _ in asked)
        if self._is_other_step() or not self._counts_the_same():
            return False
        return stretches(self._measure, self._in_question) is not None

    def _same(self, text: str) -> str:
        return self._lexicon.alike.same(text)

    def _same_said(self, said: str) -> str:
        """What was said as words are compared, line by line: none of them runs into the next."""
        return "\n".join(map(self._same, said.split("\n")))

    def _in_figure(self, text: str) -> int | None:
        """How surely a stretch of the question tells something that the figure has; 0 where it only asks."""
        if len(text) >= _SHORTEST and (text in self._named or text in self._around or text in self._topic):
            return _SAID
        if self._is_other_word(text, self._same_named):
            return _SAID
        if is_counted_alone(text, self._phrase, self._measure) or self._is_broad_for_deed(text):
            return _SAID
        if self._slips and self._is_slip(text, self._slips):
            return _HEARD
        if is_each(text, self._measure) or is_same_adviser(text, self._measure):
            return _SAID
        free = text in self._teller.asking or text in self._lexicon.alike.light or text in _COVERBS
        free |= only_leads_up(text, self._phrase, self._fact)
        free |= stands_for_topic(text, self._fact.claim.topic, self._query)
        free |= self._same(text) == SUED and OF_SUITS.search(self._measure) is not None and not self._government_sued
        return 0 if free or self._is_short_for_deed(text) else None

    def _is_short_for_deed(self, text: str) -> bool:
        """Whether a text is a character of what the figure tells was done: 配了 of 配备设备, 派了 of 指派, 转过来 of
        转办."""
        if text[1:] == _HERE and (deed := _deed_here(text[0], self._measure)):
            return self._same(deed) in self._teller.deeds
        if len(text) != _SHORTEST or text[-1] not in _DONE or text[0] not in self._measure:
            return False
        if says_in_short(text, self._measure):
            return True
        at = self._measure.index(text[0])
        deed, alike = self._measure[at : at + _SHORTEST], self._lexicon.alike
        return deed in alike.making or self._same(deed) in self._teller.deeds

    def _is_broad_for_deed(self, text: str) -> bool:
        """Whether a text is a colloquial verb for what the figure tells was done: 进了 of 纳入, 摆平 of 处置."""
        meant = self._lexicon.alike.broad.get(text.rstrip(_DONE), ())
        said = len(text) > 1 and (text[-1] in _DONE or len(text.rstrip(_DONE)) > 1)
        return said and any(self._same(deed) in self._same_named for deed in meant)

    def _in_question(self, text: str) -> int | None:
        """How surely a stretch of the measure stands in the question; 0 where it says nothing that narrows it."""
        alike, said = self._lexicon.alike, f"{self._phrase}\n{self._after}"
        if len(text) >= _SHORTEST and (text in said or self._is_other_word(text, self._same_said(said))):
            return _SAID
        if is_counted_alone(text, self._phrase, self._measure) or self._is_said_in_short(text):
            return _SAID
        if is_each(text, self._phrase) or is_same_adviser(text, self._phrase):
            return _SAID
        if f"{text}率" in self._measure:
            # What a rate is of narrows it: 建成率 is no 达标率.
            return None
        free = text in self._lexicon.filler or text in alike.light or text in alike.making or text in self._topic
        free |= text in (self._region.own, self._region.short) or self._is_deed_beside(text)
        free |= bool(self._meeting) and self._measure.startswith(text) and text in self._teller.deeds
        free |= told_otherwise(text, self._phrase) or told_by_name(text, self._phrase, self._fact.claim.measure)
        free |= goes_unsaid(text, self._phrase, self._measure)
        free |= self._same(text) == _ANY_STEP or is_change_asked(text, self._fact, self._query)
        return 0 if free or text in _SAY_NOTHING else None

    def _is_other_word(self, text: str, same: str) -> bool:
        """Whether a text is a word for which another one stands there."""
        return len(text) >= _SHORTEST and self._lexicon.alike.has_others(text) and self._same(text) in same

    def _is_said_in_short(self, text: str) -> bool:
        """Whether a verb of the measure is said by one of its characters: 应用 in 用平台的, 评议 in 评了."""
        at = self._measure.find(text) + len(text) - 1
        verbs = (
            verb for verb, meant in self._lexicon.alike.broad.items() if self._same(text) in map(self._same, meant)
        )
        if any(
            verb in self._phrase if len(verb) > 1 else any(f"{verb}{done}" in self._phrase for done in _OF_VERBS)
            for verb in verbs
        ):
            return True
        if self._same(text) not in self._teller.deeds:
            return False
        if text == _deed_here(text[0], self._measure) and text[0] + _HERE in self._phrase:
            return True
        short = text not in self._lexicon.alike.outcomes and f"{text[-1]}了" in self._phrase
        short = short and says_in_short(f"{text[-1]}了", text)
        return short or (len(self._measure) > at + 1 and self._measure[at : at + _SHORTEST] in self._phrase)

    def _is_deed_beside(self, text: str) -> bool:
        """Whether a stretch of a measure is what was done besides: 审核把关和 of 审核把关和协助出台文件."""
        deeds = self._same(text[:-1]) if text[-1] in _JOINS else ""
        named = bool(deeds) and covered(deeds, self._teller.deeds, max(map(len, self._teller.deeds)))
        return named and not any(step in deeds for step in _STEPS)

    def _is_other_word_there(self, one: str, behind: str) -> bool:
        """Whether two stretches are no slip but another word: 变更 for 复议, of which 更 would only ask."""
        slips = [not self._heard.get(text, _MANY[0]).startswith(_MANY) for text in (one, behind)]
        beside = (text for text, slip in zip((one, behind), slips, strict=True) if not slip and len(text) == 1)
        return all(slips) or (any(slips) and any(text not in _PARTICLES for text in beside))

    def _is_slip(self, text: str, slips: Slips) -> bool:
        """Whether a stretch is a misspelt one of the measure."""
        if meant := slips.heard_as(text, self._misspelt):
            self._heard[text] = meant
        return bool(meant)

    def _tells_words(self, asked: Sequence[tuple[str, bool]]) -> bool:
        """Whether enough was found, and no word that must be answered taken for what only asks: 大案 for 大 and 案."""
        marks = "".join(("+" if tells else "~" if len(text) > 1 else "-") * len(text) for text, tells in asked)
        # 清单里|列了 may be cut 里列.
        words = [self._without_done(plain(word).lstrip(_WITHIN)) for word in self._query.words]
        # 来办 says no more than 办 does, which only asks.
        words = [word for word in (_TOWARDS.sub("", word) for word in words) if len(word) > 1]
        placed = ((marks[at : at + len(word)], word) for word in words if (at := self._phrase.find(word)) >= 0)
        if any("-" in marked or ("+" not in marked and word.endswith(NAMES_OF_PEOPLE)) for marked, word in placed):
            return False
        musts = (word for word in self._query.words if Role.MUST in self._lexicon.questions.roles.get(word, ()))
        enough = sum(len(text) for text, tells in asked if tells) >= (_SHORTEST if self._after else _ENOUGH)
        return enough and all(word in self._named or word in self._around for word in musts)

    def _without_done(self, word: str) -> str:
        """A word without the particle of a verb that only says that something was done: 安排 of 安排了."""
        return verb if (verb := word.rstrip(f"{_DONE}到")) in self._lexicon.alike.light else word

    def _is_other_step(self) -> bool:
        """Whether the figure is of another step than the one that was named: cases received and cases closed."""
        phrase = self._same(self._phrase)
        asked = {step for step in _STEPS if step in phrase}
        own = {step for step in _STEPS if step in self._same_named}
        # 办了 of a lecture is no step, and may be any of a case.
        return not asked - {_ANY_STEP} <= own or (_ANY_STEP in asked and bool(own) and not asked & own)

    def _is_denied(self) -> bool:
        """Whether the question is about what was not done, and the figure is not: 没有受理."""
        phrase = _EITHER.sub("", self._phrase)
        # 没改完 says what 仍在整改 does, and denies nothing.
        asked = set(phrase) & set(self._same(phrase)) & NEGATIONS
        return not asked <= set(self._named + self._around)

    def _is_of_other_body(self) -> bool:
        """Whether the figure is that of a part that was not named."""
        own = self._fact.claim.subject
        named = plain(own) in self._phrase + self._measure or self._same(own) in self._same(self._phrase)
        return bool(own) and not named and not is_place_itself(own, self._region.own)

    def _counts_the_same(self) -> bool:
        """Whether the figure counts the noun that is asked for, where no unit tells what is counted."""
        if any(unit != ANY_UNIT for unit in self._query.units) or self._fact.claim.kind is Kind.CHANGE:
            return True
        before, asks, behind = self._phrase.partition(next(iter(ASKS.findall(self._phrase)), "\n"))
        if (own := self._fact.claim.unit) and own != ANY_UNIT and behind.startswith(own):
            return True
        if self._fact.claim.kind is Kind.RATE and not _NAMES_RATE.search(before):
            # 办结的比例 and 建成百分之多少 name no noun that a rate ends in.
            return True
        units = (behind[:length] for length in _UNITS)
        behind = behind.removeprefix(next((unit for unit in units if asks + unit in self._teller.asking), ""))
        # A name without 多少 is taken as it is written: 岭执法 办理案件 is none of 滨执法.
        counted = behind or ("" if self._slips else before)
        if counted.endswith(_CASES) and self._measure.endswith(_CASES):
            return True
        noun = self._noun(behind) or self._noun(before).removesuffix("的")
        return (
            self._noun(self._measure).endswith(noun[-_SHORTEST:])
            or self._counts_doers(behind)
            or self._counts_done_to(behind)
        )

    def _counts_doers(self, behind: str) -> bool:
        """Whether who did something is counted, and told before what was done: 几家企业参加了评议."""
        lengths = (length for length in range(len(behind), 0, -1) if self._measure.endswith(behind[:length]))
        length = next(lengths, 0)
        rest = behind[length:]
        return length > 0 and any(self._same(rest[:end]) in self._teller.deeds for end in range(_SHORTEST, LONGEST + 1))

    def _counts_done_to(self, behind: str) -> bool:
        """Whether that is counted to which something was done, and told before it: 几个案例进了案例库."""
        thing = _CAME_BY.split(self._measure)[0]
        return any(behind.startswith(thing[-length:]) for length in range(_SHORTEST, len(thing) + 1))

    def _noun(self, text: str) -> str:
        """What a phrase ends in that says what is counted."""
        return self._same(_EMPTY_END.sub("", self._teller.core(text)))


def _deed_here(verb: str, measure: str) -> str:
    """What a measure tells was done that begins with a verb and does not lead away: 转办 for 转."""
    deed = measure[at : at + _SHORTEST] if (at := measure.find(verb)) >= 0 else ""
    return "" if deed.endswith(tuple(_AWAY)) else deed
