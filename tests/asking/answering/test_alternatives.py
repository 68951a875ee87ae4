"""A figure of the government, of departments, of permits is none of what stands beside these."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

GUIDED = "指导部门和镇街完成公平竞争审查83件"
APPEARED = "县领导出庭应诉9件,乡镇负责人出庭应诉62件,负责人出庭应诉率为97.5%"
READ = "抽查行政处罚案卷140宗"
TRAINED = "举办执法业务轮训,培训执法人员410人次"
REVISED = "全年规范性文件修改7件,现行有效县政府规范性文件44个、部门规范性文件31个"
TAUGHT = "支部书记讲党课6次"
REPORTED = "报备县政府规范性文件12件,审查通过率95%"
STAFFED = "全县有法治辅导员的村(社区)210个"
CLEARED = "核稿县政府规范性文件和部门规范性文件33件"
SAT = "国家工作人员参加学法考试2600人"
BOUGHT = "全县有27个单位购买了法律顾问服务"
TALKED = "对年度测评排名末三位的单位负责同志进行约谈"
FIGURES = (
    Told(GUIDED, "83件", "合法性审查", "指导部门和镇街完成公平竞争审查", 83),
    Told(APPEARED, "9件", "行政应诉", "县领导出庭应诉", 9, more={"subject": "县领导"}),
    Told(APPEARED, "62件", "行政应诉", "乡镇负责人出庭应诉", 62, more={"subject": "乡镇负责人"}),
    Told(APPEARED, "97.5%", "行政应诉", "负责人出庭应诉率", 97.5, "%", {"kind": Kind.RATE}),
    Told(READ, "140宗", "行政执法", "抽查行政处罚案卷", 140, "宗"),
    Told(TRAINED, "410人次", "行政执法", "培训执法人员", 410, "人次"),
    Told(REVISED, "7件", "规范性文件", "规范性文件修改", 7),
    Told(REVISED, "44个", "规范性文件", "现行有效县政府规范性文件", 44, "个"),
    Told(REVISED, "31个", "规范性文件", "现行有效部门规范性文件", 31, "个"),
    Told(TAUGHT, "6次", "党的建设", "支部书记讲党课", 6, "次"),
    Told(STAFFED, "210个", "普法宣传", "有法治辅导员的村(社区)", 210, "个"),
    Told(CLEARED, "33件", "规范性文件", "核稿县政府规范性文件和部门规范性文件", 33),
    Told(SAT, "2600人", "普法宣传", "国家工作人员参加学法考试", 2600, "人"),
    Told(BOUGHT, "27个", "法律顾问", "购买法律顾问服务的单位", 27, "个"),
    Told(TALKED, "末三位", "依法治理统筹", "约谈的年度测评排名", 3, "名", {"kind": Kind.RANK}),
    Told(REPORTED, "12件", "规范性文件", "报备县政府规范性文件", 12),
    Told(REPORTED, "95%", "规范性文件", "规范性文件备案审查通过率", 95, "%", {"kind": Kind.RATE}),
)


@pytest.mark.parametrize(
    "message",
    [
        "镇街公平竞争审查几件",
        "部门开展了多少件公平竞争审查",
        "县领导出庭应诉率",
        "县政府出庭应诉几件",
        "单位领导出庭几件",
        "行政许可案卷抽查几宗",
        "乡镇执法人员培训多少人次",
        "县政府规范性文件修改几件",
        "部门规范性文件改了几件",
        "党组书记讲党课几次",
        "有法治辅导员的社区几个",
        "核稿部门规范性文件几件",
        "领导干部学法考试几人",
        "镇政府购买法律顾问服务的几个",
        "约谈了几名单位负责同志",
    ],
)
async def test_what_is_told_of_another_is_no_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER, message


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("指导部门和镇街完成公平竞争审查几件", "83件"),
        ("公平竞争审查几件", "83件"),
        ("县领导出庭应诉几件", "9件"),
        ("乡镇负责人出庭应诉几件", "62件"),
        ("出庭应诉率多少", "97.5%"),
        ("行政处罚案卷抽查几宗", "140宗"),
        ("执法人员培训多少人次", "410人次"),
        ("规范性文件修改几件", "7件"),
        ("现行有效的部门规范性文件几个", "31个"),
        ("支部书记讲党课几次", "6次"),
        ("有法治辅导员的村社区几个", "210个"),
        ("核稿县政府和部门规范性文件几件", "33件"),
        ("国家工作人员学法考试几人", "2600人"),
        ("购买法律顾问服务的单位几个", "27个"),
        ("县政府规范性文件备案审查通过率", "95%"),
    ],
)
async def test_what_is_told_of_it_is_the_answer(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER, message
    assert answer.facts[0].text == first
