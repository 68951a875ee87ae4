"""Whose figure it is: the actor of a segment, a party to a lawsuit, a group just formed; kept while the clauses that
follow go on speaking of the same one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.reading.actors import Actor, actor_of, goes_on_advising, opening_of
from bot.reading.clauses import Span
from bot.reading.cutoffs import tells_stock
from bot.reading.named import moved, named_owner
from bot.reading.named_places import ALL_OTHERS, are_several, is_whole_of, listed_before, told_between
from bot.reading.owner import Owner, with_one_figure_each, without_place
from bot.reading.parties import (
    acts_in_court,
    is_any_court,
    is_meeting,
    is_of_organs,
    is_outcome,
    is_sued,
    party_in,
    whose_cases,
)
from bot.reading.rows import sister_of
from bot.reading.vocabulary.lexicon import Times
from bot.reading.vocabulary.phrasewords import Phrases

_FORMED = re.compile(
    r"(?:组成|组建|成立)了?(“[^“”]{2,16}”(?:[^,。;“”\d]{0,6}[团队组])?|[^,。;“”\d]{2,16}?[团队组])(?<!领导小组)(?<!工作小组)(?=[,。;]|$)"
)
_OFFICES = ("中心", "处", "所", "站", "室", "院", "会", "委", "团", "队", "大厅", "组织", "机构")
_OF_ALL = re.compile(
    "[^,、;。\\d]{0,10}?(?:(?<![平人户月年日])均(?![衡价值])|都(?!市)|分别)[^,;。\\d]{0,8}$|合计|总计"
    "|[二两三四五六七八九十][地镇乡街区县市局院所家者](?!级)"
)
"""What is said of all that were named one by one: 成功率均达98%, 三镇共投入, 合计."""
_SERVED = re.compile(
    r"共?[为向](?:\d[\d,.]*[余多]?万?[余多]?[名位个家户人])?(?:广大|困难)?"
    "(?:受援人|当事人|群众|居民|职工|农民工|妇女|老年人|残疾人|未成年人|企业)"
)
"""Those whom an office that goes on did something for: 为受援人挽回损失6万元, 为9名农民工讨回工资."""
_RATE, _IN_SUM = re.compile("[^,;。\\d的全]{2,6}率"), re.compile("共计?|累计|先后")
_OWN_LEVEL, _SENT, _EACH = "本级", ("指派", "选派"), "每"
_OUR_LEADERS = re.compile(
    "(?:[省市州县区]?司法[局厅])?(?:[局厅]?党[组委]|[局厅])?(?:领导)?班子成员|[局厅]?党[组委]成员"
)
_OURS = re.compile("[我本][局厅处院](?:驻|的|(?=[^,]{3}))")
"""What is our own, by its own name: 我局驻市民中心服务窗口 is 市民中心服务窗口."""
_PLACES = ("省", "自治区", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "街道")
_SAME, _IN_TURN, _IN_ALL = ("该", "本"), "分别", re.compile("共(?![同享建治有商青产])")
_ORGANS = ("机关", "机构", "组织", "部门")
_BODIES = (*_ORGANS, "法院", "检察院", "局")
_BUREAUS, _THIS, _LEVELS = ("局", "队"), "该", ("街道", "镇", "乡")
_NUMERAL, _GOVERNMENT = re.compile(r"\d"), re.compile("(?:(?:人民)?政府|办事处)$")
_NEAR = 300
"""How far within a clause actors and groups are looked for."""


@dataclass(slots=True)
class Owners:
    """Who acts and whose figures they are, while the facts of a page are read in order."""

    phrases: Phrases
    times: Times
    own: frozenset[str] = frozenset()
    """The names of the reporting place."""
    title: str = ""
    """The title of the page, which names the office that reports."""
    actor: Actor | None = None
    asof: str = ""
    carried: bool = False
    _continued: frozenset[str] = frozenset()
    """The topics of the clause before where the account goes on with another owner or none."""
    _owner: Owner | None = None
    _office: Owner | None = None
    _topics: set[str] = field(default_factory=set)
    _clause: Span = (-1, -1)
    _timed: bool = False
    """Whether the clause holds what every cut-off holds."""
    _segment: int = -1
    _told: int = -1  # where the last segment with a figure ends
    _row: Owner | None = None
    """The place named last in a row."""
    _named: list[Owner] = field(default_factory=list)
    """Who was named one after the other in the sentence."""
    _turns: tuple[Owner, ...] = ()
    """Those of them whose figures a segment tells in turn: 成功率分别为98%和97%."""

    def enter(self, text: str, clause: Span, segment: Span) -> None:
        """Note that the next fact stands in this clause and segment: either may name another actor."""
        if clause != self._clause:
            self._next_clause(text, clause, segment)
        if segment[0] != self._segment:
            for low, high in told_between(
                text, max(clause[0], self._told, segment[0] - _NEAR), segment[0], self.phrases
            ):
                self._look(text, low, high)
            self._told = segment[1]
            self._segment = segment[0]
            self._look(text, *segment)

    def _next_clause(self, text: str, clause: Span, segment: Span) -> None:
        before, adjacent = self._owner, clause[0] == self._clause[1] + 1 and text[clause[0] - 1] != "\n"
        same_sentence = adjacent and text[clause[0] - 1] == ";"
        actor, told, self._clause, self._segment = self.actor, self._clause, clause, -1
        self.actor, self._owner, self.carried, self._continued = None, None, False, frozenset()
        self._timed = self.times.cutoff_mark.search(text, *clause) is not None
        if not adjacent:
            self._office = None
        if not same_sentence:
            self._named = []
        advises = same_sentence and actor and segment[0] == clause[0] and goes_on_advising(text, actor, clause[0])
        if advises or (adjacent and text.startswith("其中", clause[0])):
            self.actor, self._owner = actor, before
        elif same_sentence and before and before.throughout:
            self._owner = before
        elif adjacent and before and self._goes_on(text, before, told, clause, segment):
            self._owner, self.carried = before, True
        else:
            if adjacent and not tells_stock(text, told) and self._counts_at_once(text, clause, segment):
                self._continued = frozenset(self._topics)
            self._topics = set()
        self._look(text, clause[0], min(segment[0], clause[0] + _NEAR))

    def _goes_on(self, text: str, before: Owner, told: Span, clause: Span, segment: Span) -> bool:
        """Whether the account of an office, or of the place's own level, goes on behind the clause `told`."""
        if before.actor is None:
            return False
        if text[clause[0] - 1] == ";" and segment[0] == clause[0] and _RATE.match(text, clause[0]):
            return before.leads and text.endswith((*_OFFICES, _OWN_LEVEL), before.start, before.end)
        if self._is_own_level(text, before):
            inside = before.leads and (text[clause[0] - 1] == ";" or not before.actor.part)
            outcome = segment[0] == clause[0] and is_outcome(text, clause[0])
            return inside and (outcome or self._counts_at_once(text, clause, segment))
        if not text.endswith(_OFFICES, before.start, before.end):
            return False
        return self._counts_at_once(text, clause, segment) or self._adds(text, told, clause, segment)

    def _adds(self, text: str, told: Span, clause: Span, segment: Span) -> bool:
        """Whether a clause counts together what the clause before did not: 中心接待来访9人次;共受理案件30件. Told of
        the same deed, it is a sum of all."""
        in_sum = _IN_SUM.match(text, clause[0]) if segment[0] == clause[0] else None
        verb = self.phrases.verb.match(text, in_sum.end(), segment[1]) if in_sum else None
        return verb is not None and len(self._named) < 2 and text.find(verb[0], *told) < 0

    def _is_own_level(self, text: str, owner: Owner | None) -> bool:
        return owner is not None and (owner.throughout or text.endswith(_OWN_LEVEL, owner.start, owner.end))

    def _counts_at_once(self, text: str, clause: Span, segment: Span) -> bool:
        """Whether a clause opens with a verb and counts at once: it goes on with what was told before."""
        served = _SERVED.match(text, clause[0])
        verb = self.phrases.verb.match(text, served.end() if served else clause[0], segment[1])
        if segment[0] != clause[0] or not verb:
            return False
        noun = self.phrases.noun_after_verb.match(text, verb.end())
        going_on = served is not None or text.startswith(_SENT, clause[0])
        return not noun and (going_on or not self.phrases.no_actor.match(text, clause[0]))

    def _look(self, text: str, low: int, high: int) -> None:
        """Look for an actor, a group or a party in a segment."""
        if low >= high:
            return
        self._turns = ()
        if self._owner and self._owner.once:
            self._owner = None
        start, anew = opening_of(text, low, high, self.phrases, self.times.cutoff if self._timed else None)
        actor = actor_of(text, low, start, high, self.phrases)
        if anew and self._owner and is_whole_of(text, start, self._owner.end, self.own):
            anew = False  # 东河县推行预约制,全县化解90件, in a report of the city
        party = party_in(text, start, high)
        against = is_sued(text, party[1] if party else actor.end if actor else high)
        if actor or anew:
            self.actor = actor
        judged = self._owner and (self._owner.respondent or acts_in_court(text, self._owner.start, self._owner.end))
        if is_meeting(text, start) or (judged and is_of_organs(text, start)):
            self._owner = None  # 以县政府为被告的案件9件,行政机关负责人出庭应诉率100%
        if actor and not against:
            self._own(text, actor, high)
        elif (
            anew
            or ALL_OTHERS.match(text, start)
            or self._sums_up(text, low)
            or self._is_of_all(text, start, high)
            or self._was_each(text)
        ):
            self._owner, self.carried = None, False
            self._turns = () if anew else with_one_figure_each(text, self._named, low)
        if not actor and text.find(_IN_TURN, low, high) >= 0 and (row := listed_before(text, self._clause[0], low)):
            self._turns = tuple(Owner(*name) for name in row)  # 居前的是东河县、西山县,分别为90件、80件
        if others := moved(text, start, high):
            self.actor, self._owner, self.carried = None, Owner(*others, once=True), False
        cases = whose_cases(text, start, high, self.phrases)
        if named := cases or named_owner(text, start, high):
            self._owner, self.carried = Owner(*named, throughout=cases is not None), False
        if against and not party and actor:
            party = actor.start, actor.end
        if party and not (against and self._is_own_level(text, self._owner)):
            self._owner, self.carried = Owner(*party, respondent=against), False
        if party and text.startswith(_IN_TURN, party[1]):
            self.actor = Actor(*party, text[slice(*party)], counted=False, part=False)

    def _sums_up(self, text: str, low: int) -> bool:
        """Whether a segment opens with the owner's own trade: 部门负责人出庭应诉150件,负责人出庭应诉率99% is of all."""
        if not self._owner:
            return False
        name = text[self._owner.start : self._owner.end]
        trades = (name[at:] for at in range(len(name)))
        return any(trade in self.phrases.generic_actors and text.startswith(trade, low) for trade in trades)

    def _is_of_all(self, text: str, low: int, high: int) -> bool:
        """Whether a segment without an actor speaks of several that were named before: 成功率均达98%, 三镇共投入."""
        if len(self._named) < 2 or self._takes_turns(text, low):
            return False
        said = _NUMERAL.split(text[low : min(high, low + _NEAR)])[0]
        in_all = _IN_ALL.match(said) and len(with_one_figure_each(text, self._named, low)) > 1
        return bool(in_all or _OF_ALL.match(said))

    def _takes_turns(self, text: str, low: int) -> bool:
        """Whether 分别 hands out to the places that are the owner together: 东河县、西山县居多,分别为9件和8件."""
        owner = self._owner
        return bool(owner and text.startswith(_IN_TURN, low) and are_several(text[owner.start : owner.end]))

    def _was_each(self, text: str) -> bool:
        """Whether the owner so far is one of many: 每个乡镇配备不少于2名,共配备86名."""
        return self._owner is not None and text.startswith(_EACH, self._owner.start)

    def _own(self, text: str, actor: Actor, high: int) -> None:
        """An office or a part of the whole owns the figures; a trade (律师) only where none does."""
        name = text[actor.start : actor.end]
        trade = actor.name == name and actor.name in self.phrases.generic_actors and not actor.counted
        hotline = name[0].isdigit() and not actor.counted  # 12348平台 serves the whole place
        of_the_place = (
            without_place(name, self.own) in self.phrases.generic_actors
        )  # 清河执业律师 are those of the place
        ourselves = self.phrases.here.fullmatch(name) or _OUR_LEADERS.fullmatch(name)  # 我中心 is who reports
        judging = is_any_court(text, actor.start, actor.end)
        itself = _GOVERNMENT.sub("", name) in self.own or ourselves or self._reports(name)
        if itself or hotline or judging or (of_the_place and not trade and not actor.counted):
            self._owner, self.carried = None, False
        elif name.startswith(_SAME) and self._office and text[self._office.end - 1] == name[-1]:
            self._owner, self.carried = self._office, False
        elif not (trade and self._owner) or self._is_another_body(text, name):
            leads = not actor.part or text.startswith("其中", self._clause[0])
            ours = _OURS.match(name)
            start = actor.start + (ours.end() if ours else 0)
            self._owner, self.carried = Owner(start, actor.end, actor, leads=leads), False
            self._named.append(self._owner)
            if not trade and not actor.counted:
                self._office = self._owner
        if group := _FORMED.search(text, actor.end, min(high, actor.end + _NEAR)):
            self._owner = Owner(*group.span(1))

    def _is_another_body(self, text: str, name: str) -> bool:
        """Whether a kind of bodies stands beside another body, which it is no part of: 法院发出9份,行政机关回复9份."""
        owner = self._owner
        return owner is not None and name.endswith(_ORGANS) and text.endswith(_BODIES, owner.start, owner.end)

    def _reports(self, name: str) -> bool:
        """Whether an office is the one that reports: the title's bureau, 该局, or 街道 in a street's own report."""
        if (level := _GOVERNMENT.sub("", name)) in _LEVELS:
            return any(place.endswith(level) for place in self.own)
        if not self.own and name.endswith(_PLACES):  # where nobody says whose report it is, whom its first words name
            return name in self.title or self._clause[0] == 0
        return name.endswith(_BUREAUS) and (name in self.title or name.startswith(_THIS))

    def take(self, named: Span | None, says_more: bool) -> None:
        """Let the place `named` in a row own its figure, and those after it that say more of it."""
        if named:
            self._owner = self._row = Owner(*named)
            self.carried = False
        elif self._owner is self._row and not says_more:
            self._owner = None

    def sister(self, text: str, number: int) -> Span | None:
        """Who is named in front of a number like the owner of the figure before."""
        owner = self._owner
        return sister_of(text, (owner.start, owner.end), number, self.phrases) if owner else None

    def let_go(self) -> None:
        """Let what was counted own nothing that follows."""
        self._owner, self.carried = None, False

    def whose(self, topic: str, share_of: Span | None = None) -> Owner | None:
        """The owner of a figure of this topic: one carried over from the clause before only while the topic stays; of
        several named before the one whose turn it is, where it is that one of so many (`share_of`)."""
        if share_of and len(self._turns) == share_of[1]:
            return self._turns[share_of[0]]
        if self.carried and topic not in self._topics:
            self._owner, self.carried = None, False
        return self._owner

    def cut_off(self, topic: str) -> str:
        """The cut-off of the figure before, where the account goes on over a full stop and stays with its topic."""
        goes_on = topic in self._continued and self.asof not in self.times.short_cutoffs
        return self.asof if self.carried or goes_on else ""

    def note(self, topic: str, asof: str) -> None:
        """Remember the topic and the cut-off of the figure just read."""
        self._topics.add(topic)
        self.asof = asof
