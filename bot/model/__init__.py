"""The vocabulary of the project: plain frozen data, no behaviour beyond what a reader of the data needs.

Reports become mentions, mentions of class fact become facts, a message becomes a query, a query over facts becomes an
answer, an answer becomes a reply. Every room speaks in these words, so this module imports the standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class MentionClass(StrEnum):
    """What a numeral in a report is (MENTIONS format)."""

    FACT = "fact"
    DATE = "date"
    REF = "ref"
    LABEL = "label"
    ENUM = "enum"


class Bound(StrEnum):
    """How exact a value is: 约 and 近 are approx, 余 and 超 are gt, 不足 and 以内 are lt."""

    EQ = "eq"
    APPROX = "approx"
    GT = "gt"
    LT = "lt"


class Kind(StrEnum):
    """What sort of quantity a value is."""

    COUNT = "count"
    RATE = "rate"
    MULTIPLE = "multiple"
    MONEY = "money"
    DURATION = "duration"
    RANK = "rank"
    CHANGE = "change"


class Direction(StrEnum):
    """Where a change went; NONE for everything that is no change."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class Modality(StrEnum):
    """Achieved, promised, or an earlier period's figure quoted for comparison."""

    ACTUAL = "actual"
    TARGET = "target"
    PRIOR = "prior"


class Level(StrEnum):
    """The level of an administrative division."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


class UrlSeen(StrEnum):
    """How the address of a report is known."""

    PUBLISHED = "published"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative division: six-digit code, full name (深圳市光明区), own name (光明区), short name (光明)."""

    adcode: str
    name: str
    own: str
    short: str
    level: Level
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published report: who issued it, for which place and year, and where the page is."""

    id: str
    title: str
    issuer: str
    region: str
    adcode: str
    year: int
    published: date | None = None
    url: str = ""
    url_seen: UrlSeen = UrlSeen.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a mention of class fact says. Field meanings and units are those of the MENTIONS format.

    `value` is expanded (1132.83万元 is 11328300.0 with unit 元, 99.88% is 99.88 with unit %).
    """

    value: float
    unit: str
    bound: Bound
    kind: Kind
    topic: str
    measure: str
    period: int
    quote: str
    direction: Direction = Direction.NONE
    subject: str = ""
    modality: Modality = Modality.ACTUAL
    asof: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One numeral of a report; `start` and `end` are string offsets into its text. Facts carry a claim, others none."""

    start: int
    end: int
    text: str
    cls: MentionClass
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A claim with its place in a report: what an answer may show, and all that is needed to trace it.

    `id` is `<report>-<start>-<6 hex digits of the quote's hash>`. `indicator` is "" where no indicator fits the
    measure. `oddities` are the audit's remarks in Chinese, for people.
    """

    id: str
    report: str
    start: int
    end: int
    text: str
    claim: Claim
    section: str = ""
    indicator: str = ""
    corrected: bool = False
    oddities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What facts of different reports have in common when they mean the same: 行政复议/收到申请.

    `order` sorts the close relatives within a topic; `units` is the family of units that its facts may have.
    """

    id: str
    topic: str
    name: str
    kind: Kind
    units: tuple[str, ...] = ()
    order: int = 0


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
    vocabulary does not know."""

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


@dataclass(frozen=True, slots=True)
class Bundle:
    """A report ready to be loaded: its metadata, whole text and facts (corrections applied)."""

    report: Report
    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of the library before it is read: `digest` changes whenever anything that its facts come from does."""

    id: str
    digest: str
    read: Callable[[], Bundle]
