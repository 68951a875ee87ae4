"""What may be worked out from figures, and how exactly."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.asking.answering.weighing import derived
from bot.model import Bound, Claim, Direction, Fact, Kind


def fact(text: str, value: float, start: int = 0, **fields: Any) -> Fact:
    """A fact with the given text and value; claim fields by name."""
    defaults = Claim(
        value=value,
        unit="宗",
        bound=Bound.EQ,
        kind=Kind.COUNT,
        topic="行政复议",
        measure="收到行政复议案件",
        period=2024,
        quote=text,
    )
    claim = replace(defaults, **fields)
    return Fact(id=f"r-{start}-{text}", report="r", start=start, end=start + len(text), text=text, claim=claim)


@pytest.mark.parametrize(
    ("text", "value", "kind", "half"),
    [
        ("583宗", 583, Kind.COUNT, 0),
        ("1,234宗", 1234, Kind.COUNT, 0),
        ("3.38倍", 3.38, Kind.MULTIPLE, 0.005),
        ("2.5万人次", 25000, Kind.COUNT, 500),
        ("15.2亿", 1.52e9, Kind.MONEY, 5e6),
        ("42%", 42, Kind.RATE, 0.5),
        ("99.88%", 99.88, Kind.RATE, 0.005),
        ("3亿6千万", 3.6e8, Kind.MONEY, 5e6),
        ("七项", 7, Kind.COUNT, 0),
    ],
)
def test_rounding_is_read_from_how_a_figure_is_written(text: str, value: float, kind: Kind, half: float) -> None:
    assert derived.spread(fact(text, value, kind=kind)) == pytest.approx(half)


def test_bounds_and_units_that_do_not_fit_allow_no_calculation() -> None:
    exact = fact("583宗", 583)
    assert not derived.comparable(exact, fact("250余宗", 250, 9, bound=Bound.GT))
    assert not derived.comparable(exact, fact("250人次", 250, 9, unit="人次"))
    assert not derived.comparable(exact, fact("42%", 42, 9, unit="%", kind=Kind.RATE))
    assert derived.comparable(exact, fact("250件", 250, 9, unit="件"), ("宗", "件"))
    assert derived.comparable(exact, fact("约250宗", 250, 9, bound=Bound.APPROX))


def test_rates_differ_in_points_and_have_no_ratio() -> None:
    one, other = fact("99.5%", 99.5, unit="%", kind=Kind.RATE), fact("98.3%", 98.3, 9, unit="%", kind=Kind.RATE)
    apart = derived.difference(one, other)
    assert apart
    assert apart.text == "相差约1.2个百分点（推算）"
    assert apart.low == pytest.approx(1.1)
    assert apart.high == pytest.approx(1.3)
    assert derived.ratio(one, other, ("甲", "乙")) is None


def test_what_is_rounded_gives_no_finer_result() -> None:
    apart = derived.difference(fact("2.5万人次", 25000, unit="人次"), fact("1234人次", 1234, 9, unit="人次"))
    assert apart
    assert apart.value == 24000
    assert apart.low < 23766 < apart.high


def _clause(base: str, value: float, gap: str, change: str, times: float, **fields: Any) -> tuple[Fact, Fact]:
    quote = f"{base}{gap}{change}"
    one = fact(base, value, quote=quote)
    other = fact(change, times, len(base) + len(gap), quote=quote, **fields)
    return one, other


def test_a_change_against_last_year_gives_last_years_figure() -> None:
    up: dict[str, Any] = {"kind": Kind.CHANGE, "unit": "%", "direction": Direction.UP}
    base, change = _clause("2041件", 2041, ",同比增长", "64.6%", 64.6, **up)
    implied = derived.implied(change, (base, change))
    assert implied
    assert (implied.value, implied.formula) == (1240, "2041 ÷ (1 + 64.6%)")
    down = replace(change, claim=replace(change.claim, direction=Direction.DOWN))
    implied = derived.implied(down, (base, down))
    assert implied
    assert implied.low < 2041 / 0.354 < implied.high


@pytest.mark.parametrize(
    ("gap", "fields"),
    [
        (",达到目标的", {"kind": Kind.MULTIPLE, "unit": "倍", "direction": Direction.UP}),
        (",同比增长", {"kind": Kind.MULTIPLE, "unit": "倍", "direction": Direction.UP}),
        (",同比增长", {"kind": Kind.CHANGE, "unit": "%", "direction": Direction.UP, "bound": Bound.APPROX}),
        (",同比增长", {"kind": Kind.CHANGE, "unit": "个百分点", "direction": Direction.UP}),
        (",其中由街道办理的部分占到全部的,同比增长", {"kind": Kind.CHANGE, "unit": "%", "direction": Direction.UP}),
    ],
)
def test_nothing_is_worked_out_where_the_words_do_not_say_it(gap: str, fields: dict[str, Any]) -> None:
    base, change = _clause("2041件", 2041, gap, "3.5倍", 3.5, **fields)
    assert derived.implied(change, (base, change)) is None
