"""Figures that no report states, worked out from cited ones and never finer than the rounding of these allows."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from bot.model import Bound, Derived, Direction, Fact, Kind
from bot.model.lines import plain_number

_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:[.．](\d+))?")
_WRITTEN = re.compile(r"\d[\d,，.．]*[万亿千百]*[%％]?")
_AGAINST = re.compile("同比|同期|上年|去年|往年|上一年|前一年")
_GROWN = re.compile("[增升涨长]")
_NEAR = 14
_MARK = "（推算）"


def spread(fact: Fact) -> float:
    """Half of the last digit's unit that a figure is written with; 0 for counts that are written out."""
    value = fact.claim.value
    numbers = list(_NUMBER.finditer(fact.text))
    if len(numbers) != 1 or not value:
        return _trailing(value) if len(numbers) > 1 else 0.0
    decimals = len(numbers[0].group(1) or "")
    written = float(re.sub("[,，]", "", numbers[0].group()).replace("．", "."))
    scale = value / written if written else 1.0
    exact = scale == 1.0 and not decimals and fact.claim.kind not in (Kind.RATE, Kind.CHANGE, Kind.MULTIPLE)
    return 0.0 if exact else 0.5 * 10.0**-decimals * scale


def _trailing(value: float) -> float:
    """Half a unit of the last place that is not zero: for figures like 3亿6千万."""
    digits = str(int(value))
    return 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0")))


def written(fact: Fact) -> str:
    """The figure's number as a formula shows it: as written, without qualifier and unit."""
    match = _WRITTEN.search(fact.text)
    return match.group().rstrip(".．") if match else _shown(fact.claim.value, 0.0)


def _shown(value: float, width: float) -> str:
    """A value rounded to a unit no smaller than the width of what it may be."""
    return str(plain_number(_rounded(value, width)))


def _rounded(value: float, width: float) -> float:
    if width <= 0:
        digits = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    else:
        digits = min(2, math.floor(-math.log10(width) + 1e-9))
    return round(value + 0.0, digits)


def comparable(one: Fact, other: Fact, units: Iterable[str] = ()) -> bool:
    """Whether two facts are of one kind and one family of units, and written exactly enough to calculate with."""
    a, b = one.claim, other.claim
    family = set(units)
    same_unit = a.unit == b.unit or {a.unit, b.unit} <= family
    return a.kind is b.kind and same_unit and not {a.bound, b.bound} & {Bound.GT, Bound.LT} and one.id != other.id


def difference(one: Fact, other: Fact) -> Derived | None:
    """How far apart two places' figures are; None when they are equal."""
    high, low = sorted((one, other), key=lambda fact: -fact.claim.value)
    return _apart(high, low, "相差")


def growth(earlier: Fact, later: Fact) -> Derived | None:
    """How a figure of one place went between two years; None when it stayed."""
    high, low = sorted((earlier, later), key=lambda fact: -fact.claim.value)
    way = "增加" if high is later else "减少"
    return _apart(high, low, f"{later.claim.period}年比{earlier.claim.period}年{way}")


def total(facts: Sequence[Fact]) -> Derived:
    """The sum of exact figures of one unit."""
    value = math.fsum(fact.claim.value for fact in facts)
    return Derived(
        text=f"合计{_scaled(round(value, 6))}{facts[0].claim.unit}{_MARK}",
        formula=" + ".join(map(written, facts)),
        value=round(value, 6),
        low=round(value, 6),
        high=round(value, 6),
        sources=tuple(fact.id for fact in facts),
    )


def _apart(high: Fact, low: Fact, words: str) -> Derived | None:
    value = high.claim.value - low.claim.value
    if not value:
        return None
    half = spread(high) + spread(low)
    unit = "个百分点" if high.claim.unit in ("%", "％") else high.claim.unit
    about = "约" if half or _approximate(high, low) else ""
    coarsest = 2 * max(spread(high), spread(low))
    shown = _rounded(value, coarsest) if half else round(value, 6)
    return Derived(
        text=f"{words}{about}{_scaled(shown)}{unit}{_MARK}",
        formula=f"{written(high)} − {written(low)}",
        value=shown,
        low=round(value - half, 6),
        high=round(value + half, 6),
        sources=(high.id, low.id),
    )


def ratio(one: Fact, other: Fact, names: Sequence[str]) -> Derived | None:
    """How many times the smaller figure the larger one is; `names` say whose the figures are. None without sense."""
    pairs = sorted(zip((one, other), names, strict=True), key=lambda pair: -pair[0].claim.value)
    (high, high_name), (low, low_name) = pairs
    if high.claim.kind not in (Kind.COUNT, Kind.MONEY) or low.claim.value <= spread(low):
        return None
    if high.claim.value == low.claim.value:
        return None
    return _quotient((high, high_name), (low, low_name), "为", "倍")


def share(part: Fact, whole: Fact, names: Sequence[str]) -> Derived:
    """What percentage of the second figure the first one is; `names` say what they measure."""
    return _quotient((part, names[0]), (whole, names[1]), "相当于", "%")


def _quotient(top: tuple[Fact, str], base: tuple[Fact, str], link: str, sign: str) -> Derived:
    """One figure by another, each with its name, in 倍 or %; neither is zero, nor may be for all that is known."""
    (one, name), (other, other_name) = top, base
    scale = 100 if sign == "%" else 1
    value = one.claim.value / other.claim.value * scale
    least = (one.claim.value - spread(one)) / (other.claim.value + spread(other)) * scale
    most = (one.claim.value + spread(one)) / (other.claim.value - spread(other)) * scale
    shown = _rounded(value, most - least)
    about = "" if shown == value and not _approximate(one, other) else "约"
    return Derived(
        text=f"{name}{about}{link}{other_name}的{plain_number(shown)}{sign}{_MARK}",
        formula=f"{written(one)} ÷ {written(other)}",
        value=shown,
        low=least,
        high=most,
        sources=(one.id, other.id),
    )


def _approximate(*facts: Fact) -> bool:
    return any(fact.claim.bound is not Bound.EQ for fact in facts)


def _scaled(value: float) -> str:
    """A derived value as people write it: large ones in 万 or 亿."""
    for scale, sign in ((1e8, "亿"), (1e4, "万")):
        if value >= scale and value % (scale / 100) == 0:
            return f"{plain_number(round(value / scale, 2))}{sign}"
    return str(plain_number(value))


def implied(change: Fact, facts: Sequence[Fact]) -> Derived | None:
    """Last year's figure behind 583宗,是去年同期的3.38倍 or 2041件,同比增长64.6%; None when that cannot be said."""
    base = _base(change, facts)
    factor = _factor(change)
    if base is None or factor is None or _approximate(base, change):
        return None
    least_factor, middle, most_factor = factor
    half = spread(base)
    value, low, high = (
        base.claim.value / middle,
        (base.claim.value - half) / most_factor,
        (base.claim.value + half) / least_factor,
    )
    width = max(high - low, 1.0 if base.claim.kind is Kind.COUNT else 0.01)
    shown = _rounded(value, width)
    return Derived(
        text=f"去年同期约{_scaled(shown)}{base.claim.unit}{_MARK}",
        formula=_implied_formula(base, change),
        value=shown,
        low=round(low, 4),
        high=round(high, 4),
        sources=(base.id, change.id),
    )


def _implied_formula(base: Fact, change: Fact) -> str:
    if change.claim.kind is Kind.MULTIPLE:
        return f"{written(base)} ÷ {written(change)}"
    sign = "+" if change.claim.direction is Direction.UP else "−"
    return f"{written(base)} ÷ (1 {sign} {written(change)})"


def _factor(change: Fact) -> tuple[float, float, float] | None:
    """By what the earlier figure was multiplied: least, stated, most."""
    claim = change.claim
    half = spread(change)
    if claim.kind is Kind.MULTIPLE and claim.direction and claim.value > half:
        return claim.value - half, claim.value, claim.value + half
    if claim.kind is not Kind.CHANGE or claim.unit not in ("%", "％") or not claim.direction:
        return None
    signs = 1 if claim.direction is Direction.UP else -1
    middle = 1 + signs * claim.value / 100
    ends = sorted((middle - half / 100, middle + half / 100))
    return (ends[0], middle, ends[1]) if ends[0] > 0 else None


def _base(change: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The figure directly before a change in the same clause, when the words between compare with a year before."""
    before = [f for f in facts if f.report == change.report and f.end <= change.start]
    base = max(before, key=lambda fact: fact.start, default=None)
    if base is None or base.claim.quote != change.claim.quote or change.start - base.end > _NEAR:
        return None
    if base.claim.kind not in (Kind.COUNT, Kind.MONEY) or base.claim.topic != change.claim.topic:
        return None
    at = base.claim.quote.find(base.text)
    gap = base.claim.quote[at + len(base.text) : at + change.start - base.start]
    # 增长3.38倍 would be 4.38 times, and writers do not agree on that: nothing is worked out from it.
    grown = change.claim.kind is Kind.MULTIPLE and _GROWN.search(gap)
    return base if _AGAINST.search(gap) and not grown else None
