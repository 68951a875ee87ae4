"""A figure of only some of what was asked for is shown under its own name, never as the answer."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

APPEARED = "县领导出庭应诉9件,部门乡镇负责人出庭应诉62件"
FOUNDED = "帮助8家民营医院新设医患调解室"
SAT = "组织720名机关干部参加学法考试,为31所中小学送去“模拟法庭”活动"
BUILT = "建成市级法治文化长廊4个,省级民主法治社区7个"
MADE = "新建法治宣传墙3面,改造村居法治书屋16处"
RATED = "命名省级未成年人法治实践基地5个,命名市级法治实践基地8个"
MET = "每月召开2次安全形势研判会"
VISITED = "登门走访沿街商户40家,结对帮办企业25家"
LISTED = "网上公示普法清单的普法责任单位64个"
FOUNDED_TOO = "挂牌成立“外卖骑手法律援助站”4个"
HEARD = "人大常委会审议渔港条例草案2件"
FIGURES = (
    Told(FOUNDED_TOO, "4个", "法律援助", "挂牌成立“外卖骑手法律援助站”", 4, "个"),
    Told(HEARD, "2件", "规范性文件", "人大常委会审议渔港条例草案", 2),
    Told(LISTED, "64个", "普法宣传", "网上公示普法清单的普法责任单位", 64, "个"),
    Told(APPEARED, "9件", "行政应诉", "县领导出庭应诉", 9),
    Told(APPEARED, "62件", "行政应诉", "部门乡镇负责人出庭应诉", 62),
    Told(FOUNDED, "8家", "人民调解", "新设医患调解室的民营医院", 8, "家"),
    Told(SAT, "720名", "普法宣传", "机关干部参加学法考试", 720, "名"),
    Told(SAT, "31所", "普法宣传", "“模拟法庭”活动覆盖中小学", 31, "所"),
    Told(BUILT, "4个", "普法宣传", "建成市级法治文化长廊", 4, "个"),
    Told(BUILT, "7个", "普法宣传", "建成省级民主法治社区", 7, "个"),
    Told(MADE, "3面", "普法宣传", "新建法治宣传墙", 3, "面"),
    Told(MADE, "16处", "普法宣传", "改造村居法治书屋", 16, "处"),
    Told(VISITED, "40家", "营商环境", "登门走访沿街商户", 40, "家"),
    Told(VISITED, "25家", "营商环境", "结对帮办企业", 25, "家"),
    Told(MET, "2次", "党的建设", "每月召开安全形势研判会", 2, "次"),
    Told(RATED, "5个", "普法宣传", "命名省级未成年人法治实践基地", 5, "个"),
    Told(RATED, "8个", "普法宣传", "命名市级法治实践基地", 8, "个"),
)


@pytest.mark.parametrize(
    "message",
    [
        "网上公示普法清单的普法责任单位当中上诉的多少个",
        "外卖骑手法援站办了多少案件",
        "外卖骑手法援站办了几个案子",
        "一把手出庭几件",
        "机关头头出庭多少件",
        "当家的出庭几件",
        "民营医院有几家",
        "民营医院多少家",
        "学校里参加学法考试的有几人",
        "市级民主法治社区几个",
        "法治书屋新建了几处",
        "市级未成年人法治实践基地几个",
        "安全形势研判会全年召开几次",
        "登门走访企业几家",
    ],
)
async def test_some_are_no_answer_for_all(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER, message


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("部门乡镇负责人出庭应诉几件", "62件"),
        ("部门一把手出庭几件", "62件"),
        ("新设医患调解室的民营医院几家", "8家"),
        ("参加学法考试的机关干部有几人", "720名"),
        ("省级民主法治社区几个", "7个"),
        ("市级法治文化长廊几个", "4个"),
        ("改造法治书屋几处", "16处"),
        ("省级未成年人法治实践基地几个", "5个"),
        ("市级法治实践基地几个", "8个"),
        ("每月召开几次安全形势研判会", "2次"),
        ("登门走访沿街商户几家", "40家"),
        ("外卖骑手法援站几个", "4个"),
        ("区人大常委会审议了几件渔港条例草案", "2件"),
    ],
)
async def test_what_says_which_ones_is_told(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER
    assert answer.facts[0].text == first
