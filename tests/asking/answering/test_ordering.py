"""Of several figures that a question may mean, the one that is counted as it asks stands first."""

from __future__ import annotations

import pytest

from tests.asking.answering.telling import Ask, Told

EXAMINED = "开展企业法治体检专项活动40场次,出具法治体检报告25份"
CONSULTED = "全县共有村(社区)法律顾问31名,提供免费法律咨询870人次"
SEARCHED = "全县组织摸排矛盾纠纷500次,调解纠纷860宗"
FIGURES = (
    Told(EXAMINED, "40场次", "公共法律服务", "开展企业法治体检专项活动", 40, "场次"),
    Told(EXAMINED, "25份", "公共法律服务", "出具法治体检报告", 25, "份"),
    Told(SEARCHED, "500次", "人民调解", "组织摸排矛盾纠纷", 500, "次"),
    Told(SEARCHED, "860宗", "人民调解", "调解纠纷", 860, "宗"),
    Told(CONSULTED, "31名", "法律顾问", "村(社区)法律顾问", 31, "名"),
    Told(CONSULTED, "870人次", "法律顾问", "村(社区)法律顾问提供免费法律咨询", 870, "人次"),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("企业法治体检出了几份体检报告", "25份"),
        ("企业法治体检做了多少场", "40场次"),
        ("企业法治体检做了多少场，出了几份体检报告", "40场次"),
        ("村居法律顾问免费咨询多少人次", "870人次"),
        ("村居法律顾问多少名", "31名"),
        ("矛盾纠纷排查出几宗", "500次"),
        ("纠纷调解了几宗", "860宗"),
    ],
)
async def test_what_is_counted_as_asked_is_first(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == first
