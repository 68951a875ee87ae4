"""What is asked and answered: a message as a query, what the facts say to it, and the reply that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from bot.model.reports import Fact, Kind, Modality, Region, Report


class Intent(StrEnum):
    """What a message wants."""

    FACT = "fact"
    COMPARE = "compare"
    TREND = "trend"
    RANK = "rank"
    SEARCH = "search"
    LIST = "list"
    SOURCE = "source"
    CHECK = "check"
    HELP = "help"


class Relation(StrEnum):
    """How a message wants two figures of one place related: 是…的几倍, 占…的几成, 比…多多少, …和…的比例."""

    MULTIPLE = "multiple"
    SHARE = "share"
    DIFFERENCE = "difference"
    PROPORTION = "proportion"


class Status(StrEnum):
    """How far an answer could be given."""

    ANSWER = "answer"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    NONE = "none"
    HELP = "help"


class MissingKind(StrEnum):
    """What sort of thing was asked for and is not there."""

    REGION = "region"
    TOPIC = "topic"
    INDICATOR = "indicator"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that was asked for and is not in the reports, in the asker's word, with the reason in Chinese."""

    asked: str
    kind: MissingKind
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to go on: a label for a button and the message that it stands for."""

    label: str
    ask: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One place that a message asks about, with the year if it names one (None: the newest that has the figure)."""

    region: Region
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A message, understood. `words` are content words that no lexicon entry covers: they narrow the facts by measure,
    or are the phrases of a search. `units` are the units that the asker named (多少人次), to choose among figures that
    differ in nothing else. `notes` say in Chinese what was understood when it was not literal. `told` is
    the text of the answer that a query was taken from: its years and indicators need not have been asked for.
    `ascending` asks for a ranking from the lowest. `unread` are the asker's own stretches that hold `words` which the
    vocabulary does not know; `said` is what the message says beside places and years, an item of a list each. `chart`
    asks for a picture, `with_target` for the target beside the result. `parts` are the questions of a message that
    holds several; `each` says that every one of them asks for itself (多少宗), `relation` that the figures of two are
    to be related (审结 and 受理 of 审结占受理的几成), `frames` that a part asks nothing and only says of what the part
    behind it asks (清理文件，废止的有几件). `total` asks how much the places have together. `after` is what the
    question before said, where this one goes on about the same places, `event` the whole question before one that
    only names a rate (及格率呢)."""

    intent: Intent
    topics: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    years: tuple[int, ...] = ()
    modality: Modality = Modality.ACTUAL
    kinds: tuple[Kind, ...] = ()
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    target: str = ""
    missing: tuple[Missing, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    told: str = ""
    ascending: bool = False
    unread: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    chart: bool = False
    with_target: bool = False
    parts: tuple[Query, ...] = ()
    each: bool = False
    relation: Relation | None = None
    frames: bool = False
    total: bool = False
    after: tuple[str, ...] = ()
    event: Query | None = None

    @property
    def regions(self) -> tuple[Region, ...]:
        """The places asked about, in order, each once."""
        return tuple(dict.fromkeys(asked.region for asked in self.asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A figure that no report states: its text carries 推算, its formula names the cited values, `sources` their facts.

    `low` and `high` bound the value as far as the rounding of its inputs allows.
    """

    text: str
    formula: str
    value: float
    low: float
    high: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that stand side by side in an answer because they measure the same; `title` is what they measure."""

    title: str
    indicator: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report found by search, or the paragraph around a fact; `start`/`end` are text offsets."""

    report: str
    section: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known in reply to a query, as plain data; channels only render it.

    `facts` in the order shown. `reports` holds every report that a fact or passage names.
    """

    status: Status
    query: Query
    groups: tuple[Group, ...] = ()
    derived: tuple[Derived, ...] = ()
    caveats: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    choices: tuple[Choice, ...] = ()
    passages: tuple[Passage, ...] = ()
    message: str = ""
    reports: Mapping[str, Report] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact shown, in order, each once."""
        return tuple({fact.id: fact for group in self.groups for fact in group.facts}.values())

    @property
    def led_apart(self) -> tuple[Fact, ...]:
        """What was asked for where several reports tell it, each under a name of its own, before what they share: 收到
        of one and 受理 of another before what both 审结. Nothing where what they share comes first."""
        led = [group.facts[0] for group in takewhile(lambda group: len(group.facts) == 1, self.groups)]
        shared = {fact.id for group in self.groups[len(led) :] for fact in group.facts if len(group.facts) > 1}
        several = shared and len({fact.report for fact in led}) > 1
        return tuple(fact for fact in led if fact.id not in shared) if several else ()


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a reply: either data that the bot understands (at most 64 bytes) or an address."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer as a person reads it: plain text for terminals, Telegram HTML in pages of a message each."""

    answer: Answer
    text: str
    html: tuple[str, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
