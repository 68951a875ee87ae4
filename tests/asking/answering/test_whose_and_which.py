"""Whose figure, which kind and which deed is asked for: what is near is shown as such, what is another's is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.asking.understanding.understand import Understander
from bot.model import Direction, Kind, Status
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.asking.answering.telling import Ask, Told, answering

RATE = {"kind": Kind.RATE}
RANK = {"kind": Kind.RANK}
FALL = {"kind": Kind.CHANGE, "direction": Direction.DOWN, "subject": "各街道"}
FIGURES = (
    Told("全年接到律师投诉14件", "14件", "律师管理", "接到律师投诉", 14),
    Told("各部门诉讼败诉率为6%", "6%", "行政应诉", "部门镇街败诉率", 6, "%", {**RATE, "subject": "部门镇街"}),
    Told("县政府诉讼零败诉", "零", "行政应诉", "县政府诉讼败诉", 0, "", {"subject": "县政府"}),
    Told("公示行政处罚733件", "733件", "行政执法", "公示行政处罚", 733),
    Told("收到行政复议申请95件", "95件", "行政复议", "收到行政复议申请", 95),
    Told("各街道案件总量同比下降41.5%", "41.5%", "行政执法", "执法案件总量同比下降", 41.5, "%", FALL),
    Told("召开重点人员评议会议37次", "37次", "社区矫正", "召开重点人员评议会议", 37, "次"),
    Told("召开风险研判会议9场", "9场", "社区矫正", "召开风险研判会议", 9, "场"),
    Told("24名专家提供法律服务", "24名", "法律顾问", "提供法律服务的专家", 24, "名"),
    Told("17名社区法律顾问兼任调解员", "17名", "法律顾问", "兼任调解员的社区法律顾问", 17, "名"),
    Told("整合社区和学校法律顾问80人", "80人", "法律顾问", "整合社区和学校法律顾问", 80, "人"),
    Told("将18个县直部门纳入法治评议", "18个", "依法治理统筹", "纳入法治评议的县直部门", 18, "个"),
    Told("约谈法治评议后两位的单位", "后两位", "依法治理统筹", "约谈单位法治评议名次", 2, "名", {"kind": Kind.RANK}),
)
SUED = Told("以县政府为被告的行政诉讼案件58件", "58件", "行政应诉", "以县政府为被告的行政诉讼案件", 58)


@pytest.mark.parametrize(
    ("message", "first", "status"),
    [
        ("处理律师投诉多少件", "14件", Status.PARTIAL),
        ("接到律师投诉多少件", "14件", Status.ANSWER),
        ("县政府败诉率是多少", "零", Status.PARTIAL),
        ("召开会议多少次", "37次", Status.PARTIAL),
        ("法律顾问有多少人", "80人", Status.ANSWER),
        ("对多少单位进行法治评议", "18个", Status.PARTIAL),
        ("各街道执法案件总量下降百分之几", "41.5%", Status.ANSWER),
    ],
)
async def test_what_is_meant_comes_first(ask: Ask, message: str, first: str, status: Status) -> None:
    answer = await ask(message)
    assert (answer.facts[0].text, answer.status) == (first, status)
    assert "6%" not in {fact.text for fact in answer.facts} or "败诉" not in message


async def test_a_kind_of_one_thing_is_no_other_thing(ask: Ask) -> None:
    answer = await ask("行政处罚类复议案件有多少")
    assert answer.status is Status.NONE


async def test_figures_by_street_are_not_denied_where_the_report_tells_one(ask: Ask) -> None:
    answer = await ask("各街道垃圾分类执法案件多少件")
    assert not any("没有分街道的数字" in missing.why for missing in answer.missing)


@pytest.mark.parametrize(
    "message",
    [
        "镇街收到行政复议申请多少件",
        "公证处收到行政复议申请多少件",
        "律师事务所公示行政处罚多少件",
        "乡镇街道收到多少复议",
        "区县收到多少复议",
        "部门当被告的案子几件",
        "乡镇被告上法庭几件",
    ],
)
async def test_what_others_did_is_none_of_the_whole_places(
    understander: Understander, tmp_path: Path, lexicon: Lexicon, places: Places, message: str
) -> None:
    async with answering(tmp_path, lexicon, places, (*FIGURES, SUED)) as (answerer, place):
        answer = await answerer.answer(understander.understand(f"{place}{message}"))
        assert answer.status in (Status.PARTIAL, Status.NONE)


@pytest.mark.parametrize(("message", "figure"), [("县政府当被告的案子几件", "58件"), ("收到复议申请多少件", "95件")])
async def test_what_the_place_did_is_its_own(
    understander: Understander, tmp_path: Path, lexicon: Lexicon, places: Places, message: str, figure: str
) -> None:
    async with answering(tmp_path, lexicon, places, (*FIGURES, SUED)) as (answerer, place):
        answer = await answerer.answer(understander.understand(f"{place}{message}"))
        assert (answer.status, answer.facts[0].text) == (Status.ANSWER, figure)


@pytest.mark.parametrize(("message", "first"), [("败诉率多少", "6%"), ("县政府败诉率是多少", "零")])
async def test_a_rate_is_nearer_to_a_rate_than_that_there_was_none(
    understander: Understander, tmp_path: Path, lexicon: Lexicon, places: Places, message: str, first: str
) -> None:
    rate = Told(
        "各部门复议诉讼败诉率为6%",
        "6%",
        "行政应诉",
        "部门复议诉讼案件败诉率",
        6,
        "%",
        {**RATE, "subject": "部门镇街"},
    )
    none = Told("县政府复议诉讼零败诉", "零", "行政应诉", "县政府复议诉讼败诉", 0, "", {"subject": "县政府"})
    async with answering(tmp_path, lexicon, places, (none, rate)) as (answerer, place):
        answer = await answerer.answer(understander.understand(f"{place}{message}"))
    assert (answer.facts[0].text, answer.status) == (first, Status.PARTIAL)
