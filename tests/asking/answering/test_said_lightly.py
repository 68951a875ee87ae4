"""What a question says lightly, or a figure by what it is, needs no remark; what narrows, or widens, keeps its own."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

RATE = {"kind": Kind.RATE}
CLOSED = "复议案件法定时限内办结率达98%"
SEATED = "86个事项纳入综合服务专区办理"
INSPECTED = "对13个街道单位开展专项巡察"
WAIVED = "40余项许可事项实现容缺办理"
CONFERRED = "召开社区矫正重点事项联席评审会议6次,评审案件31件"
COMMENDED = "局党组对党员开展谈心谈话32人次"
CAMPAIGN = "开展道路运输专项整治行动,调阅处罚案卷77份"
LEVELS = "县、乡、村三级法律服务平台建成率100%"
TAKEN_IN = "7个调解案例获省厅案例库采用"
OVERDUE = "检查发现3家公证处存在超期出证行为"
SENT = "向企业指派法治联络员54名"
WARNED = "提醒问题21件(次)"
COUNTED_BARE = "城管局收到投诉案件17"
FIGURES = (
    Told(CLOSED, "98%", "行政复议", "行政复议法定时限内办结率", 98, "%", RATE),
    Told(SEATED, "86个", "营商环境", "纳入综合服务专区办理的事项", 86, "个"),
    Told(INSPECTED, "13个", "依法治理统筹", "开展专项巡察的街道单位", 13, "个"),
    Told(WAIVED, "40余项", "营商环境", "实现容缺办理的许可事项", 40, "项"),
    Told(CONFERRED, "6次", "社区矫正", "召开社区矫正重点事项联席评审会议", 6, "次"),
    Told(CONFERRED, "31件", "社区矫正", "评审社区矫正案件", 31, "件"),
    Told(COMMENDED, "32人次", "党的建设", "开展党员谈心谈话", 32, "人次"),
    Told(CAMPAIGN, "77份", "行政执法", "调阅处罚案卷", 77, "份"),
    Told(LEVELS, "100%", "公共法律服务", "法律服务平台建成率", 100, "%", RATE),
    Told(TAKEN_IN, "7个", "人民调解", "调解案例获省厅案例库采用", 7, "个"),
    Told(OVERDUE, "3家", "公证", "存在超期出证行为的公证处", 3, "家"),
    Told(SENT, "54名", "营商环境", "指派法治联络员", 54, "名"),
    Told(WARNED, "21件(次)", "政务公开与监督", "专项提醒发现并督促问题", 21, "件(次)"),
    Told(COUNTED_BARE, "17", "政务公开与监督", "投诉案件收到", 17, "", {"subject": "城管局"}),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("复议案件法定时限内办结率", "98%"),
        ("复议案件按法定时限办结的比例是多少", "98%"),
        ("有多少事项进了综合服务专区", "86个"),
        ("专项巡察覆盖了几个街道单位", "13个"),
        ("有多少项许可可以用容缺来办", "40余项"),
        ("社区矫正联席评审会评了多少件案件", "31件"),
        ("局里党员谈心谈话有多少人次", "32人次"),
        ("道路运输专项整治行动中调阅了多少份处罚案卷", "77份"),
        ("三级法律服务平台建成了百分之多少", "100%"),
        ("有几个调解案例被省厅案例库选用了", "7个"),
        ("发现几家公证处超期出证", "3家"),
        ("派了多少名法治联络员", "54名"),
        ("专项提醒发现并督促了多少件问题", "21件(次)"),
        ("城管局投诉案件收到了几件", "17"),
    ],
)
async def test_what_is_said_lightly_is_told_without_a_remark(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    "message",
    [
        "涉外复议案件法定时限内办结率",
        "复议案件办结率",
        "复议案件提前办结率",
        "复议案件法定时限内受理率",
        "行政应诉案件法定时限内办结率",
        "复议案件逾法定时限办结的比例是多少",
        "有多少涉企事项进了综合服务专区",
        "有多少事项退出了综合服务专区",
        "有多少事项进了自助服务专区",
        "有多少事项没进综合服务专区",
        "专项巡察覆盖了几个村",
        "专项巡察覆盖了几个重点街道单位",
        "专项审计覆盖了几个街道单位",
        "专项巡察覆盖了多少人",
        "有多少项许可不能用容缺来办",
        "有多少项处罚可以用容缺来办",
        "有多少项涉外许可可以用容缺来办",
        "社区矫正联席评审会驳回了多少件案件",
        "社区矫正联席听证会评审了多少件案件",
        "社区矫正联席评审会评审了多少件涉毒案件",
        "局里党员被处分了多少人次",
        "局里女党员谈心谈话有多少人次",
        "工程建设专项整治行动中调阅了多少份处罚案卷",
        "道路运输专项整治行动中退回了多少份处罚案卷",
        "四级法律服务平台建成了百分之多少",
        "三级法律服务平台达标了百分之多少",
        "有几个公证案例被省厅案例库选用了",
        "有几个调解案例被法院案例库选用了",
        "有几个调解案例没被省厅案例库选用",
        "发现几家公证处乱收费",
        "发现几家律所超期出证",
        "派了多少名女法治联络员",
        "撤了多少名法治联络员",
        "给高校派了多少名法治联络员",
        "专项提醒发现并整改了多少件问题",
        "住建局投诉案件收到了几件",
        "城管局投诉案件办结了几件",
    ],
)
async def test_what_narrows_or_widens_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
