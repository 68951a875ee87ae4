"""What people say in everyday words for what a figure measures is answered; whoever names another thing is not."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

PASSED_ON = "收到省律协转办会员投诉4件"
SUED = "驻村律师为群众代理诉讼案件61件"
TAKEN = "公职律师承接法律顾问项目的乡镇12个"
SERVING = "全县聘请法律顾问高校教师38名"
REACHED = "开展村民“法律夜校”进茶场活动,覆盖9个茶场,为期3个月,惠及村民860人"
ADVISED = "社区法律顾问参与普法宣传教育活动73场,开展网上咨询服务58场次"
FIGURES = (
    Told(PASSED_ON, "4件", "律师管理", "收到省律协转办会员投诉", 4),
    Told(SUED, "61件", "法律顾问", "驻村律师代理诉讼案件", 61),
    Told(TAKEN, "12个", "公职律师", "公职律师承接法律顾问项目的乡镇", 12, "个"),
    Told(SERVING, "38名", "法律顾问", "聘请法律顾问高校教师", 38, "名"),
    Told(REACHED, "9个", "普法宣传", "村民法律夜校覆盖茶场", 9, "个"),
    Told(REACHED, "860人", "普法宣传", "村民法律夜校惠及村民", 860, "人"),
    Told(ADVISED, "73场", "普法宣传", "社区法律顾问参与普法宣传教育活动", 73, "场"),
    Told(ADVISED, "58场次", "法律顾问", "社区法律顾问开展网上咨询服务", 58, "场次"),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("省律协转过来的会员投诉有几件", "4件"),
        ("驻村律师帮群众代理了多少件官司", "61件"),
        ("公职律师承接了几个乡镇的法律顾问业务", "12个"),
        ("聘了多少名高校教师来当法律顾问", "38名"),
        ("社区律师跟着搞了多少场普法活动", "73场"),
    ],
)
async def test_it_is_told_without_a_remark(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    "message",
    [
        "市律协转过来的会员投诉有几件",
        "省律协转过来的会员投诉查实几件",
        "转给省律协的会员投诉有几件",
        "驻村律师帮企业代理了多少件官司",
        "驻村律师代理了多少件刑事官司",
        "驻村律师代理的官司打赢了多少件",
        "公职律师承接了几个乡镇的诉讼代理业务",
        "公职律师承接了几个村的法律顾问业务",
        "聘了多少名高校教师来当调解员",
        "聘了多少名退休法官来当法律顾问",
        "法律夜校有多少个商户沾光了",
        "省律协转过来的调解案件有几件",
        "社区民警跟着搞了多少场普法活动",
        "社区律师跟着搞了多少场反诈活动",
    ],
)
async def test_another_thing_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER


@pytest.mark.parametrize("message", ["多少个村民沾光了", "有多少个村民受益"])
async def test_people_counted_by_their_name_come_before_what_else_is_counted(ask: Ask, message: str) -> None:
    assert (await ask(message)).facts[0].text == "860人"
