"""What reports say: places, reports, the numerals in them, facts and what they measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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

    @property
    def unit_elsewhere(self) -> str:
        """The unit of a figure that stands without it, as in a table whose head or corner names it; "" for others, and
        where it is scaled (13.5 of 万元), which the measure says."""
        digits = self.text.replace(",", "")
        bare = digits.replace(".", "", 1).isdecimal() and float(digits) == self.claim.value
        return self.claim.unit if bare else ""


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
