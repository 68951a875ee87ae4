"""What the figures of tables say, told by their heads, labels and captions: `tables.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.model import Claim, Modality
from bot.reading.documents import read_document
from tests.reading.files import docx, paragraph
from tests.reading.reading import mentions

TABLES = tomllib.loads((Path(__file__).parent / "tables.toml").read_text("utf-8"))["table"]
MODALITIES = {"a": Modality.ACTUAL, "p": Modality.PRIOR, "t": Modality.TARGET}


@pytest.mark.parametrize("case", TABLES, ids=[case["why"] for case in TABLES])
def test_each_figure_of_a_table(case: dict[str, Any]) -> None:
    found = [mention for mention in mentions(case["text"].strip()) if mention.claim]
    told = [(mention.text, *fields(mention.claim)) for mention in found if mention.claim]
    wanted = [
        (written, measure, subject, year, MODALITIES[when])
        for written, measure, subject, year, when, *_ in case["facts"]
    ]
    assert told == wanted
    for mention, expected in zip(found, case["facts"], strict=True):
        assert mention.claim
        for more, name in zip(expected[5:], ("kind", "direction", "worth"), strict=False):
            assert (name, further(mention.claim)[name]) == (name, more), mention
    if "cutoffs" in case:
        assert [mention.claim.asof for mention in found if mention.claim] == case["cutoffs"]


@pytest.mark.parametrize("case", TABLES, ids=[case["why"] for case in TABLES])
def test_what_is_no_fact_is_accounted_for(case: dict[str, Any]) -> None:
    wanted = [tuple(other) for other in case.get("others", ())]
    classes = [(mention.text, mention.cls.value) for mention in mentions(case["text"].strip())]
    assert [found for found in classes if found in wanted] == wanted


def fields(claim: Claim) -> tuple[str, str, int, Modality]:
    """What each figure of a table is checked for."""
    return claim.measure, claim.subject, claim.period, claim.modality


def further(claim: Claim) -> dict[str, str]:
    """What some are checked for besides."""
    return {
        "kind": claim.kind.value,
        "direction": claim.direction.value,
        "worth": f"{claim.value:g} {claim.unit}".replace("1.23457e+06", "1234567"),
    }


def test_the_topic_is_what_the_table_is_about_not_whose_row_it_is() -> None:
    table = "行政复议受理情况表\n单位 | 受理 |\n市场监管局 | 30 |\n公证处 | 2 |\n行政执法局 | 1 |\n"
    assert {mention.claim.topic for mention in mentions(table) if mention.claim} == {"行政复议"}


def test_rows_of_several_fields_have_their_own_topics() -> None:
    table = "主要工作数据\n业务 | 数量 |\n法律援助案件 | 30 |\n公证事项 | 2 |\n"
    assert [mention.claim.topic for mention in mentions(table) if mention.claim] == ["法律援助", "公证"]


def test_a_table_in_a_section_of_plans_is_planned() -> None:
    table = "三、下一步工作计划\n项目 | 数量 |\n普法讲座（场） | 30 |\n"
    planned = next(mention.claim for mention in mentions(table) if mention.claim)
    assert (planned.period, planned.modality) == (2025, Modality.TARGET)


CELLS = "".join(f"<td>{cell}</td>" for cell in ("柳河镇", "40", "52"))
PAGE = f"""<html><body><div><p>2024年，行政复议工作稳步推进；现将情况报告如下。</p><table>
<tr><td colspan="3">行政复议案件受理情况表（单位：件）</td></tr>
<tr><th rowspan="2">被申请人</th><th colspan="2">受理</th></tr><tr><th>2023年</th><th>2024年</th></tr>
<tr>{CELLS}</tr></table><p>今后将继续做好工作；推进依法行政。</p></div></body></html>"""


def cell(text: str, across: int = 1, merged: str = "") -> str:
    """A cell of a Word table that may take several columns, or begin or go on with a merge downwards."""
    down = f'<w:vMerge w:val="{merged}"/>' if merged else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/>{down}</w:tcPr>{paragraph(text)}</w:tc>'


def test_merged_heads_of_a_page_and_of_a_word_file_say_the_same(tmp_path: Path) -> None:
    rows = (
        cell("被申请人", merged="restart") + cell("受理", across=2),
        cell("", merged="continue") + cell("2023年") + cell("2024年"),
        cell("柳河镇") + cell("40") + cell("52"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    word = docx(paragraph("行政复议案件受理情况表（单位：件）"), f"<w:tbl>{table}</w:tbl>")
    wanted = [
        ("40", "行政复议案件受理", "柳河镇", 2023, Modality.PRIOR),
        ("52", "行政复议案件受理", "柳河镇", 2024, Modality.ACTUAL),
    ]
    for name, data in (("a.html", PAGE.encode()), ("a.docx", word)):
        (tmp_path / name).write_bytes(data)
        text = read_document(tmp_path / name).text
        told = [(mention.text, *fields(mention.claim)) for mention in mentions(text) if mention.claim]
        assert told == wanted, name
