"""What a notice says: like beside like, and every figure as its report prints it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from bot.model import Bound, Bundle, Claim, Fact, Kind
from bot.notices.beside import Row, difference, rows_of
from bot.replying.chinese import polish
from bot.store.outbox import Item
from tests.notices.conftest import House


def fact(report: str, value: float, measure: str = "收到申请", **changes: object) -> Fact:
    """A figure of 行政复议."""
    claim = Claim(
        value=value,
        unit="宗",
        bound=Bound.EQ,
        kind=Kind.COUNT,
        topic="行政复议",
        measure=measure,
        period=2024,
        quote=f"{measure}{value}宗",
    )
    start = int(value)
    one = Fact(
        id=f"{report}-{start}-abcdef",
        report=report,
        start=start,
        end=start + 1,
        text=f"{value:g}宗",
        claim=replace(claim, **{key: value for key, value in changes.items() if key != "indicator"}),  # type: ignore[arg-type]
        indicator=f"行政复议/{measure}",
    )
    return replace(one, indicator=str(changes["indicator"])) if "indicator" in changes else one


def item(bundle: Bundle, *topics: str, revision: int = 1) -> Item:
    """A row of the outbox about a report."""
    return Item(1, 1, 0, "report", bundle.report.id, revision, topics, 0)


def test_the_same_measure_is_compared_and_another_is_only_named() -> None:
    rows = rows_of("行政复议", [fact("new", 583)], [fact("old", 21, "受理"), fact("old", 450)])
    assert rows == [Row(fact("new", 583), fact("old", 450), True)]
    assert difference(rows[0]) == "增133宗（推算：583－450）"
    other = rows_of("行政复议", [fact("new", 583)], [fact("old", 21, "受理")])
    assert other == [Row(fact("new", 583), fact("old", 21, "受理"), False)]
    assert difference(other[0]) == ""


def test_nothing_is_worked_out_from_rounded_figures_other_units_or_targets() -> None:
    assert difference(Row(fact("new", 583, bound=Bound.GT), fact("old", 450), True)) == ""
    assert difference(Row(fact("new", 583), fact("old", 450, bound=Bound.APPROX), True)) == ""
    assert not rows_of("行政复议", [fact("new", 583)], [fact("old", 450, asof="截至11月底")])[0].alike
    assert difference(Row(fact("new", 99.5, unit="%", kind=Kind.RATE), fact("old", 98), True)) == ""
    assert rows_of("行政复议", [fact("new", 5, modality="target")], []) == []
    assert rows_of("行政复议", [fact("new", 5)], [fact("old", 4, subject="某街道")])[0].earlier is None
    assert (
        rows_of("行政复议", [fact("new", 5, indicator="")], [fact("old", 4, unit="件", indicator="")])[0].earlier
        is None
    )


async def test_a_notice_names_title_issuer_page_and_the_topics_asked_for(house: House, golden: list[Bundle]) -> None:
    await house.load(golden)
    new = next(bundle for bundle in golden if bundle.report.id == "guangming-2024")
    letter = await house.writer().write([item(new, "行政复议")])
    assert letter is not None
    assert new.report.title in letter.html
    assert new.report.url in letter.html
    assert new.report.issuer in letter.html
    assert "583宗" in letter.html
    assert "2020年" in letter.html
    assert "社区矫正" not in letter.html
    changed = await house.writer().write([item(new, "行政复议", revision=2)])
    assert changed is not None
    assert changed.html.startswith("报告有更新")


async def test_every_figure_of_every_notice_stands_in_a_report(house: House, golden: list[Bundle]) -> None:
    await house.load(golden)
    texts = {fact.text for bundle in golden for fact in bundle.facts}
    for bundle in golden:
        topics = {fact.claim.topic for fact in bundle.facts}
        for topic in topics:
            letter = await house.writer().write([item(bundle, topic)])
            assert letter is not None
            bold = [piece.split("</b>")[0] for piece in letter.html.split("<b>")[1:]]
            assert set(bold) - {topic, "出处"} <= texts


async def test_every_figure_of_a_notice_has_its_clause_in_the_notice(house: House, golden: list[Bundle]) -> None:
    await house.load(golden)
    told = 0
    for bundle in golden:
        for topics in ((), *((topic,) for topic in {fact.claim.topic for fact in bundle.facts})):
            letter = await house.writer().write([item(bundle, *topics)])
            assert letter is not None
            figures, _, clauses = unescape(re.sub("</?[ab](?: [^<>]*)?>", "", letter.html)).partition("<blockquote")
            for row in (row for row in figures.splitlines() if row.startswith("· ")):
                marks = re.findall(r"[①-⑳㉑-㊿]", row)
                assert len(marks) == (2 if "；20" in row else 1), row
                # A figure stands right before its mark; what is remarked of it may stand between.
                for said, mark in re.findall(r"(?:：|\d{4}年)([^：；]*?)(?:（[^（）]*）)?([①-⑳㉑-㊿])", row):
                    found = [each for each in clauses.splitlines() if each.startswith(mark)]
                    assert found, (row, letter.html)
                    clause = found[0]
                    assert polish(said) in clause, row
                    told += 1
    assert told > 40


async def test_an_unknown_report_has_no_notice(house: House, golden: list[Bundle]) -> None:
    await house.load(golden[:1])
    assert await house.writer().write([item(golden[1])]) is None
