"""Whose figure it is: the actor of a segment, a party to a lawsuit, a group just formed; kept while the clauses that
follow go on speaking of the same one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.reading.actors import Actor, actor_of, opening_of
from bot.reading.clauses import Span
from bot.reading.named import named_owner
from bot.reading.vocabulary.lexicon import Times
from bot.reading.vocabulary.phrasewords import Phrases

_FORMED = re.compile(
    r"(?:组成|组建|成立)了?(“[^“”]{2,16}”(?:[^,。;“”\d]{0,6}[团队组])?|[^,。;“”\d]{2,16}?[团队组])(?<!领导小组)(?<!工作小组)(?=[,。;]|$)"
)
_PARTY = re.compile(
    r"(?:全[省市区县州])?(?:以|涉及?)?((?:[省市区县州]级?政府|(?:[省市州区县][级直]?|各)?(?:政府)?(?:工作)?部门|各?(?:镇街|乡镇|街道|镇)(?:政府|办事处|办)?|[、和及与])++"
    r"(?:(?:主要|分管)?负责人(?=出庭))?)(?=作?为(?:单独|共同)?(?:被告|被申请人)|出庭|(?:全年|今年|共|累计)*被(?:诉|提起|告)|(?:新收|的)?(?:一审|二审)|行政诉讼|复议诉讼|败诉)"
)
_BODY = re.compile(
    r"((?:(?:[省市区县州厅局镇乡]|街道)(?:委|政府|党委|党组|党工委)?(?:常委会|常务会|党委会|党组会|党工委会|办公会)(?:会?议)?"
    r"|厅长办公会|局长办公会|[、和及与])+)(?=(?:先后|多次|共|累计|专题|分别)*(?:\d{1,2}次|[一二两三四五六七八九十]{1,2}次)?(?:专题)?(?:听取|研究|协调|部署))"
)
"""A meeting of leaders that hears or settles something: 县政府常务会议先后听取汇报8次."""
_OFFICES = ("中心", "处", "所", "站", "室", "院", "会", "委", "团", "队", "大厅", "组织", "机构")
_OF_ALL = re.compile(
    "[^,、;。\\d]{0,10}?(?:均(?![衡价值])|都(?!市)|分别)[^,;。\\d]{0,8}$|合计|总计"
    "|[二两三四五六七八九十][地镇乡街区县市局院所家者](?!级)"
)
"""What is said of all that were named one by one: 成功率均达98%, 三镇共投入, 合计."""
_IN_TURN, _EACH, _IN_ALL = "分别", "每", re.compile("共(?![同享建治有商青产])")
_ORGANS = ("机关", "机构", "组织", "部门")
_BODIES = (*_ORGANS, "法院", "检察院", "局")
_BUREAUS, _THIS, _LEVELS = ("局", "队"), "该", ("街道", "镇", "乡")
_SAME = ("该", "本")
_ALIKE = (
    ("街道", "镇", "乡", "苏木"),
    ("区", "县", "市", "旗"),
    ("局",),
    ("所",),
    ("院",),
    ("处",),
    ("队",),
    ("村", "社区"),
)
"""What names of one kind end with."""
_KINDS_NAMED = tuple(kind for kinds in _ALIKE for kind in kinds)
_NUMERAL, _FIGURE = re.compile(r"\d"), re.compile(r"\d[\d.,]*(?!\d*[年月日])")
_SISTER = re.compile(
    r"\d[余多万]{0,2}[^\d、,。;:]{1,3}[、和]([\u4e00-\u9fff]{1,8}?(?:街道|[镇乡区县市旗局所院处队村]|苏木|社区))[^\d、,。;:]{0,6}$"
)
_SISTERS = 24
"""How far before a number its own name and the figure before may stand."""
_NEAR = 300
"""How far within a clause actors and groups are looked for."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose figure: `start`:`end` in the text; `actor` where it is one, else a party or a group."""

    start: int
    end: int
    actor: Actor | None = None


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
            self._segment = segment[0]
            self._look(text, *segment)

    def _next_clause(self, text: str, clause: Span, segment: Span) -> None:
        before, adjacent = self._owner, clause[0] == self._clause[1] + 1 and text[clause[0] - 1] != "\n"
        actor, self._clause, self._segment = self.actor, clause, -1
        self.actor, self._owner, self.carried, self._continued = None, None, False, frozenset()
        self._timed = self.times.cutoff_mark.search(text, *clause) is not None
        if not adjacent:
            self._office = None
        if not adjacent or text[clause[0] - 1] != ";":
            self._named = []
        if adjacent and text.startswith("其中", clause[0]):
            self.actor, self._owner = actor, before
        elif adjacent and before and self._goes_on(text, before, clause, segment):
            self._owner, self.carried = before, True
        else:
            if adjacent and self._counts_at_once(text, clause, segment):
                self._continued = frozenset(self._topics)
            self._topics = set()
        self._look(text, clause[0], min(segment[0], clause[0] + _NEAR))

    def _goes_on(self, text: str, before: Owner, clause: Span, segment: Span) -> bool:
        """Whether the account of an office goes on."""
        office = text.endswith(_OFFICES, before.start, before.end) and before.actor is not None
        return office and self._counts_at_once(text, clause, segment)

    def _counts_at_once(self, text: str, clause: Span, segment: Span) -> bool:
        """Whether a clause opens with a verb and counts at once: it goes on with what was told before."""
        verb = self.phrases.verb.match(text, clause[0], segment[1])
        if segment[0] != clause[0] or not verb:
            return False
        noun = self.phrases.noun_after_verb.match(text, verb.end())
        return not noun and not self.phrases.no_actor.match(text, clause[0])

    def _look(self, text: str, low: int, high: int) -> None:
        """Look for an actor, a group or a party in a segment."""
        if low >= high:
            return
        self._turns = ()
        start, anew = opening_of(text, low, high, self.phrases, self.times.cutoff if self._timed else None)
        actor = actor_of(text, low, start, high, self.phrases)
        if actor or anew:
            self.actor = actor
        if actor:
            self._own(text, actor, high)
        elif anew or self._sums_up(text, low) or self._is_of_all(text, start, high) or self._was_each(text):
            self._owner, self.carried = None, False
            self._turns = () if anew else self._with_one_figure_each(text, low)
        if named := named_owner(text, start, high):
            self._owner, self.carried = Owner(*named), False
        if party := _PARTY.match(text, start, high) or _BODY.match(text, start):
            self._owner, self.carried = Owner(*party.span(1)), False
            if text.startswith(_IN_TURN, party.end(1)):
                self.actor = Actor(*party.span(1), party[1], counted=False, part=False)

    def _sums_up(self, text: str, low: int) -> bool:
        """Whether a segment opens with the owner's own trade: 部门负责人出庭应诉150件,负责人出庭应诉率99% is of all."""
        if not self._owner:
            return False
        name = text[self._owner.start : self._owner.end]
        trades = (name[at:] for at in range(len(name)))
        return any(trade in self.phrases.generic_actors and text.startswith(trade, low) for trade in trades)

    def _is_of_all(self, text: str, low: int, high: int) -> bool:
        """Whether a segment without an actor speaks of several that were named before: 成功率均达98%, 三镇共投入."""
        if len(self._named) < 2:
            return False
        said = _NUMERAL.split(text[low : min(high, low + _NEAR)])[0]
        in_all = _IN_ALL.match(said) and len(self._with_one_figure_each(text, low)) > 1
        return bool(in_all or _OF_ALL.match(said))

    def _was_each(self, text: str) -> bool:
        """Whether the owner so far is one of many: 每个乡镇配备不少于2名,共配备86名."""
        return self._owner is not None and text.startswith(_EACH, self._owner.start)

    def _with_one_figure_each(self, text: str, low: int) -> tuple[Owner, ...]:
        """Those named before a segment, where each had one figure of its own and none more."""
        if not self._named or low - self._named[0].start > _NEAR:
            return ()
        ends = [*(owner.start for owner in self._named[1:]), low]
        told = [
            (owner, len(_FIGURE.findall(text[owner.end : end]))) for owner, end in zip(self._named, ends, strict=True)
        ]
        row = [(owner, figures) for owner, figures in told if figures]
        return tuple(owner for owner, _ in row) if all(figures == 1 for _, figures in row) else ()

    def _own(self, text: str, actor: Actor, high: int) -> None:
        """An office or a part of the whole owns the figures; a trade (律师) only where none does."""
        name = text[actor.start : actor.end]
        trade = actor.name == name and actor.name in self.phrases.generic_actors and not actor.counted
        hotline = name[0].isdigit() and not actor.counted  # 12348平台 serves the whole place
        of_the_place = self._without_place(name) in self.phrases.generic_actors  # 清河执业律师 are those of the place
        itself = name in self.own or self.phrases.here.fullmatch(name) or self._reports(name)  # 我中心 is who reports
        if itself or hotline or (of_the_place and not trade and not actor.counted):
            self._owner, self.carried = None, False
        elif name.startswith(_SAME) and self._office and text[self._office.end - 1] == name[-1]:
            self._owner, self.carried = self._office, False
        elif not (trade and self._owner) or self._is_another_body(text, name):
            self._owner, self.carried = Owner(actor.start, actor.end, actor), False
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
        if name in _LEVELS:
            return any(place.endswith(name) for place in self.own)
        return name.endswith(_BUREAUS) and (name in self.title or name.startswith(_THIS))

    def _without_place(self, name: str) -> str:
        """The name without the reporting place's, which is written with or without 市, 区, 县."""
        places = (written for place in self.own for written in (place, place[:-1]) if len(written) > 1)
        place = next((place for place in places if name.startswith(place)), "")
        return name[len(place) :]

    def take(self, named: Span | None, says_more: bool) -> None:
        """Let the place `named` in a row own its figure, and those after it that say more of it."""
        if named:
            self._owner = self._row = Owner(*named)
            self.carried = False
        elif self._owner is self._row and not says_more:
            self._owner = None

    def sister(self, text: str, number: int) -> Span | None:
        """石桥镇 of 东河镇12件、石桥镇8件: who is named in front of a number like the owner of the figure before."""
        owner = self._owner
        if not owner or owner.end > number:
            return None
        kind = next((kind for kind in _ALIKE if text.endswith(kind, owner.start, owner.end)), ())
        named = _SISTER.search(text, max(owner.end, number - _SISTERS), number) if kind else None
        if not named or not named[1].endswith(kind) or self.phrases.verb.match(named[1]):
            return None
        counted = _NUMERAL.split(text[owner.end : named.start(1)])[0]
        if counted.endswith(_KINDS_NAMED):  # 东河镇建成示范村12个、示范镇8个
            return None
        return named.span(1)

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
