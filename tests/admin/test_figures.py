"""Figures put right in words: which one is meant, what may be put in its place, and the correction that comes of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.admin.figures import CHOICES, WORDS, change, names_figure, say
from bot.admin.numerals import may_mean
from bot.errors import UserError
from bot.model import Bound, Bundle, Mention, MentionClass
from bot.reading.corrections import CHOICES as FORMAT_CHOICES
from bot.reading.corrections import FIELDS, correct, read_corrections
from tests.golden import ROOT
from tests.library.shelf import TEXT, find, make
from tests.reading.report import REPORT

TOPICS = ("行政复议", "法律援助")
BUNDLE = Bundle(REPORT, TEXT, make(REPORT, TEXT, find(REPORT, TEXT)))


def corrected(*lines: str) -> dict[str, Mention]:
    """What the mentions of the little report are after these lines, by their text."""
    toml = "\n".join(change(line, BUNDLE, TOPICS).toml for line in lines)
    done = correct(find(REPORT, TEXT), TEXT, 2024, read_corrections(toml, "x.toml"), "x.toml")
    return {mention.text: mention for mention in done.mentions}


def test_every_field_of_the_format_that_a_figure_has_can_be_put_right() -> None:
    assert set(WORDS.values()) == FIELDS - {"class", "quote"}
    assert {field: set(words.values()) for field, words in CHOICES.items()} == {
        field: {choice.value for choice in FORMAT_CHOICES[field]} for field in CHOICES
    }


@pytest.mark.parametrize(
    "line", ["1 界限：约", "1. 界限: 约", "第1条 界限：约", "“申请20件” 界限：约", '"20件"界限：约']
)
def test_a_figure_is_named_by_number_or_by_its_words(line: str) -> None:
    assert names_figure(line)
    claim = corrected(line)["20件"].claim
    assert claim is not None
    assert claim.bound is Bound.APPROX


def test_several_fields_and_lines_are_put_right_at_once() -> None:
    found = corrected("2 指标：行政复议审结；主体：马田街道，截至：截至11月底", "3 主题：法律援助", "4 删除")
    assert set(found) == {"20件", "18件", "300件"}
    claim, other = found["18件"].claim, found["300件"].claim
    assert claim is not None
    assert (claim.measure, claim.subject, claim.asof) == ("行政复议审结", "马田街道", "截至11月底")
    assert other is not None
    assert other.topic == "法律援助"


def test_what_is_changed_is_said() -> None:
    assert change("1 界限：约；性质：目标", BUNDLE, TOPICS).said == (
        "收到行政复议申请 20件：界限 准确 → 约，性质 实际 → 目标"
    )
    assert change("1 删除", BUNDLE, TOPICS).said == "收到行政复议申请 20件：删除"


def test_the_span_of_a_numeral_can_be_another_with_its_value() -> None:
    found = corrected("1 原文：申请20件；数值：20万")
    claim = found["申请20件"].claim
    assert claim is not None
    assert claim.value == 200000


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1 数值：21", "原文写的是“20件”，数值不能是 21"),
        ("1 原文：300件", "数值不能是 20"),
        ("1 数值：二十来", "只写数字"),
        ("1 数值：20", "本来就是这样"),
        ("1 界限：大概", "界限只能写 准确、约"),
        ("1 主题：天气", "没有“天气”这个主题"),
        ("1 年度：24", "四位数字"),
        ("1 颜色：红", "字段有 数值"),
        ("9 删除", "没有第 9 条"),
        ("0 删除", "没有第 0 条"),
        ("“没有这句话” 删除", "正文里没有"),
        ("“工作情况” 删除", "没有读出数据"),
        ("“件” 删除", "没有读出数据"),
        ("“收到行政复议申请20件，审结18件” 删除", "有 2 条数据，请写编号：1. 行政复议"),
    ],
)
def test_what_is_not_clear_or_cannot_be_is_refused(line: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        change(line, BUNDLE, TOPICS)


@pytest.mark.parametrize("line", ["年度：2024", "发布：2025-01-06", "数据", "[[drop]]", "“只有引文”", "12"])
def test_other_lines_are_about_no_figure(line: str) -> None:
    assert not names_figure(line)


def test_a_figure_is_said_with_what_is_not_plain_about_it() -> None:
    fact = replace(BUNDLE.facts[0], corrected=True)
    fact = replace(fact, claim=replace(fact.claim, bound=Bound.APPROX, subject="马田街道"))
    assert say(fact) == "行政复议 · 收到行政复议申请：20件（马田街道，约，已更正）"


def test_every_figure_of_the_shipped_reports_may_mean_what_it_is_worth() -> None:
    """The check must stop no figure that is right: neither the shipped ones, nor those annotated by hand."""
    files = [*(ROOT / "data" / "facts").glob("*.jsonl"), *(ROOT / "tests" / "gold").glob("*.jsonl")]
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    facts = [line for line in lines if line["class"] == MentionClass.FACT]
    assert len(facts) > 500
    assert [(line["text"], line["value"]) for line in facts if not may_mean(line["text"], line["value"])] == []


@pytest.mark.parametrize(
    ("text", "value", "may"),
    [
        ("583宗", 585, False),
        ("583宗", 5830000, True),
        ("583宗", 0, False),
        ("1132.83万元", 11328300, True),
        ("583万", 1000, False),
        ("3亿6千万", 360_000_000, True),
        ("九成五", 95, True),
        ("九成五", 90, False),
        ("百分之九十八点六", 98.6, True),
        ("百分之九十八点六", 96.8, False),
        ("零败诉", 0, True),
        ("零败诉", 1, False),
        ("半个月", 15, True),
        ("1，203件", 1203, True),
    ],
)
def test_only_the_digits_that_are_written_count(text: str, value: float, may: bool) -> None:
    assert may_mean(text, value) is may
