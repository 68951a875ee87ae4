"""A picture of figures that are like for like: bars of one measure and one family of units, readable on a phone."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from bot.layout import FONT
from bot.model import Answer, Bound, Fact, Group, Intent, Kind, Modality
from bot.replying.chinese import polish

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties


DRAWN = (Intent.FACT, Intent.COMPARE, Intent.TREND, Intent.RANK)
"""Answers that put figures side by side; what a search finds only happens to stand together."""

# 1,080 pixels, shown on a phone at a third of that: a point of type is then a point on the screen.
_WIDTH = 5.0
_DPI = 216
_TITLE_ROW, _PANEL_ROW, _FOOTER_ROW = 20, 25, 34
"""How many characters of each size fit a line."""

_PANELS = 3
_BARS = 10
_BLUE, _PALE, _INK, _GREY = "#2f6db0", "#a9c4e0", "#1f2933", "#6b7680"
# pyplot keeps global state and drawing holds the lock of the interpreter: one picture at a time, off the event loop.
_DRAWING = ThreadPoolExecutor(max_workers=1, thread_name_prefix="chart")


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG image and what it shows in words, for those who cannot see it."""

    png: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: whose it is, the fact, and how its value is to be shown."""

    label: str
    fact: Fact


def panels_of(answer: Answer) -> tuple[tuple[Group, tuple[Bar, ...]], ...]:
    """The groups of an answer that make sense as bars: two figures or more of one kind and unit, at most three."""
    if answer.query.intent not in DRAWN:
        return ()
    found = []
    for group in answer.groups:
        facts = _alike(group)
        if len(facts) > 1:
            found.append((group, tuple(Bar(_label(fact, facts, answer), fact) for fact in facts[:_BARS])))
    return tuple(found[:_PANELS])


def _alike(group: Group) -> list[Fact]:
    """The facts of the first one's kind; those of one indicator have one family of units, others need the same unit."""
    first = group.facts[0].claim if group.facts else None
    if first is None or first.kind is Kind.RANK:
        return []
    same = [fact for fact in group.facts if fact.claim.kind is first.kind]
    if group.indicator:
        return [fact for fact in same if fact.indicator == group.facts[0].indicator]
    return [fact for fact in same if fact.claim.unit == first.unit]


def _label(fact: Fact, facts: Sequence[Fact], answer: Answer) -> str:
    report = answer.reports[fact.report]
    names = {region.adcode: region.own for region in answer.query.regions}
    place = names.get(report.adcode, report.region)
    several_years = len({answer.reports[each.report].year for each in facts}) > 1
    one_place = len({answer.reports[each.report].adcode for each in facts}) == 1
    year = f"{report.year}年" if several_years or one_place else ""
    target = "目标" if fact.claim.modality is Modality.TARGET else ""
    return (year if one_place else f"{place}{year}") + target


async def chart(answer: Answer, fonts: Path) -> Picture | None:
    """The answer as a picture; None when its figures are not like for like. `fonts` is the folder of the font."""
    panels = panels_of(answer)
    if not panels:
        return None
    loop = asyncio.get_running_loop()
    png = await loop.run_in_executor(_DRAWING, _draw, answer, panels, fonts / FONT)
    return Picture(png, text_of(answer))


def warm() -> None:
    """Load what draws: a second of work, and some more on a machine whose fonts have never been listed."""
    for module in ("backends.backend_agg", "figure", "font_manager"):
        import_module(f"matplotlib.{module}")


def text_of(answer: Answer) -> str:
    """What a picture of the answer shows, in words."""
    said = [
        f"{group.title}：" + "，".join(f"{bar.label}{bar.fact.text}" for bar in bars)
        for group, bars in panels_of(answer)
    ]
    return polish("柱状图。" + "；".join(said) + "。")


def _draw(answer: Answer, panels: Sequence[tuple[Group, Sequence[Bar]]], font: Path) -> bytes:
    # Imported here or by `warm`: it takes a second that no text answer should wait for.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    footer = _footer(answer, panels)
    title = wrap(polish(_title(answer)), _TITLE_ROW)
    rows = sum(len(bars) for _, bars in panels)
    above = 0.6 + 0.25 * len(title)
    inches = above - 0.1 + 0.5 * rows + 0.62 * len(panels) + 0.24 * len(footer)
    figure = Figure(figsize=(_WIDTH, inches), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    text = FontProperties(fname=str(font), size=13)
    heights = [len(bars) + 0.5 for _, bars in panels]
    axes = figure.subplots(len(panels), 1, squeeze=False, gridspec_kw={"height_ratios": heights})
    large = FontProperties(fname=str(font), size=16)
    figure.suptitle("\n".join(title), fontproperties=large, color=_INK, y=1 - 0.2 / inches)
    for (group, bars), (axis,) in zip(panels, axes, strict=True):
        _panel(axis, group, bars, text)
    small = FontProperties(fname=str(font), size=9.5)
    for number, row in enumerate(reversed(footer)):
        figure.text(0.03, (0.1 + 0.22 * number) / inches, row, fontproperties=small, color=_GREY)
    bottom = (0.25 + 0.22 * len(footer)) / inches
    figure.subplots_adjust(
        left=0.3, right=0.74, top=1 - above / inches, bottom=bottom, hspace=0.62 * len(panels) / max(rows, 1) * 2
    )
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=_DPI)
    return held.getvalue()


def _panel(axis: Axes, group: Group, bars: Sequence[Bar], font: FontProperties) -> None:
    """One measure: a bar each, the figure as written at its end; targets hatched, inexact figures pale."""
    for number, bar in enumerate(bars):
        style: dict[str, Any] = {"color": _PALE if bar.fact.claim.bound is not Bound.EQ else _BLUE}
        if bar.fact.claim.modality is Modality.TARGET:
            style = {"facecolor": "white", "edgecolor": _BLUE, "hatch": "////"}
        axis.barh(number, bar.fact.claim.value, height=0.62, **style)
        axis.annotate(
            polish(bar.fact.text),
            (bar.fact.claim.value, number),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontproperties=font,
            color=_INK,
        )
    # From the picture's edge, not from the bars': the names of measures are long.
    axis.annotate(
        "\n".join(wrap(polish(group.title), _PANEL_ROW)),
        (0.03, 1.0),
        xycoords=("figure fraction", "axes fraction"),
        xytext=(0, 4),
        textcoords="offset points",
        va="bottom",
        fontproperties=font,
        color=_INK,
    )
    axis.set_yticks(range(len(bars)), [bar.label for bar in bars], fontproperties=font)
    axis.set_xlim(0, max(bar.fact.claim.value for bar in bars) * 1.02 or 1)
    axis.set_xticks([])
    axis.invert_yaxis()
    axis.tick_params(length=0, colors=_INK)
    for side in ("top", "right", "bottom"):
        axis.spines[side].set_visible(False)
    axis.spines["left"].set_color(_GREY)


def _title(answer: Answer) -> str:
    years = sorted({answer.reports[fact.report].year for fact in answer.facts})
    when = f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年"
    topics = "、".join(dict.fromkeys(fact.claim.topic for fact in answer.facts))
    return f"{topics}（{when}）"


def _footer(answer: Answer, panels: Sequence[tuple[Group, Sequence[Bar]]]) -> list[str]:
    """Where the figures come from, and what the shades mean when they are there."""
    facts = [bar.fact for _, bars in panels for bar in bars]
    titles = dict.fromkeys(answer.reports[fact.report].title for fact in facts)
    rows = [row for title in list(titles)[:4] for row in wrap(polish(f"来源：{title}"), _FOOTER_ROW)]
    rows += [f"等{len(titles)}份报告"] if len(titles) > 4 else []
    marks = []
    if any(fact.claim.bound is not Bound.EQ for fact in facts):
        marks.append("浅色：约数、超过或不足")
    if any(fact.claim.modality is Modality.TARGET for fact in facts):
        marks.append("斜纹：目标")
    return rows + (["；".join(marks)] if marks else [])
