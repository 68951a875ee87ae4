"""Who asks for one level, one way or what was not done is told nothing of the contrary."""

from __future__ import annotations

import pytest

from tests.asking.answering.telling import Ask, Told

BUILT = "建成县级法治主题广场4个,省级青年普法馆1个"
COMPLAINED = "接到律师投诉案件9宗,其中市局转办2宗"
PASSED_ON = "向公安机关移送涉嫌犯罪线索6件"
CHECKED = "组织18家公证处参加年度评估"
REPORTED = "法律援助工作得到省级以上媒体报道12次"
SAT = "共有240名新任科长参加宪法考试"
SUED = "办理以县政府为被告的行政诉讼案件37件"
PLANNED = "方案安排的任务共48项,仍在推进的有6项"
KEPT = "推荐的公证案例获司法部案例库采用5个"
VETTED = "全年共审查党组规范性文件21份"
DUE = "应整改卷宗57件,整改到位31件"
LAWYERS = "全县现有执业律师88名"
FIGURES = (
    Told(PLANNED, "48项", "依法治理统筹", "方案安排的任务", 48, "项"),
    Told(PLANNED, "6项", "依法治理统筹", "仍在推进的任务", 6, "项"),
    Told(KEPT, "5个", "公证", "公证案例获司法部案例库采用", 5, "个"),
    Told(SUED, "37件", "行政应诉", "办理以县政府为被告的行政诉讼案件", 37),
    Told(VETTED, "21份", "规范性文件", "审查党组规范性文件", 21, "份"),
    Told(DUE, "57件", "行政执法", "应整改卷宗", 57),
    Told(LAWYERS, "88名", "律师管理", "执业律师", 88, "名"),
    Told(BUILT, "4个", "普法宣传", "建成县级法治主题广场", 4, "个"),
    Told(BUILT, "1个", "普法宣传", "建成省级青年普法馆", 1, "个"),
    Told(COMPLAINED, "9宗", "律师管理", "接到律师投诉案件", 9, "宗"),
    Told(COMPLAINED, "2宗", "律师管理", "接到市局转办律师投诉案件", 2, "宗"),
    Told(PASSED_ON, "6件", "行政执法", "向公安机关移送涉嫌犯罪线索", 6),
    Told(CHECKED, "18家", "公证", "参加年度评估的公证处", 18, "家"),
    Told(REPORTED, "12次", "媒体与荣誉", "法律援助工作得到省级以上媒体报道", 12, "次"),
    Told(SAT, "240名", "普法宣传", "新任科长参加宪法考试", 240, "名"),
)


@pytest.mark.parametrize(
    "message",
    [
        "公证案例获全国案例库采用几个",
        "整改卷宗多少件",
        "实际整改卷宗几件",
        "公证案例获省厅案例库采用几个",
        "正在评审的方案任务几项",
        "省政府为被告的行政诉讼案件几件",
        "县政府告了几件",
        "县政府告了别人几件",
        "机关单位自己去起诉的行政诉讼案件几件",
        "官告民多少件",
        "市级的法治主题广场有几个",
        "转出去的律师投诉几宗",
        "移交给市局的律师投诉几宗",
        "公安移送来的涉嫌犯罪线索几件",
        "未参加评估的公证处几家",
        "没参加年度评估的公证处有多少家",
        "省级媒体报道法律援助几次",
        "没参加宪法考试的新任科长几名",
        "没几家公证处参加年度评估",
        "发了多少份党组规范性文件",
        "评了多少份党组规范性文件",
        "请了多少名律师",
        "执业律师服务了多少名群众",
        "请了几名执业律师",
    ],
)
async def test_the_contrary_is_not_told(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert not answer.facts, message


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("公证案例获司法部案例库采用几个", "5个"),
        ("公证案例获采用几个", "5个"),
        ("方案安排的任务几项", "48项"),
        ("应整改卷宗多少件", "57件"),
        ("仍在推进的任务有几项", "6项"),
        ("把政府告了的案子几件", "37件"),
        ("县级法治主题广场几个", "4个"),
        ("法治主题广场有几个", "4个"),
        ("市局转来的律师投诉几宗", "2宗"),
        ("接到的律师投诉几宗", "9宗"),
        ("审了多少份党组规范性文件", "21份"),
        ("有多少名律师", "88名"),
        ("移送给公安的涉嫌犯罪线索几件", "6件"),
        ("参加年度评估的公证处有没有多少家的数字", "18家"),
        ("省级以上媒体报道法律援助几次", "12次"),
        ("新任科长参加宪法考试多少名", "240名"),
    ],
)
async def test_what_was_asked_for_is(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts[:1]] == [text], message
