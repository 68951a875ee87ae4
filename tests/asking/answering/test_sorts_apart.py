"""What is asked for in money, sessions or days is not answered with cases, stations or a change."""

from __future__ import annotations

import pytest

from bot.model import Direction, Kind, Status
from tests.asking.answering.telling import Ask, Told

FASTER = {"kind": Kind.CHANGE, "direction": Direction.DOWN}
STATIONS = "建成14个法律服务驿站,累计开展公共法律服务310场次"
FIGURES = (
    Told("全年调处人民调解案件4100件", "4100件", "人民调解", "调处人民调解案件", 4100),
    Told("平均每件行政复议案件结案时间缩短8天", "8天", "行政复议", "平均每件案件结案时间缩短", 8, "天", FASTER),
    Told(STATIONS, "14个", "公共法律服务", "法律服务驿站", 14, "个"),
    Told("推动16个司法所所长兼任乡镇特聘法律顾问", "16个", "法律顾问", "司法所所长兼任乡镇特聘法律顾问", 16, "个"),
    Told(STATIONS, "310场次", "公共法律服务", "开展公共法律服务", 310, "场次"),
)


@pytest.mark.parametrize("message", ["人民调解涉及金额多少", "行政复议案件平均多少天结案"])
async def test_figures_of_another_sort_are_no_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_stations_are_no_sessions(ask: Ask) -> None:
    answer = await ask("驿站公共法律服务多少场次")
    assert "14个" not in [fact.text for fact in answer.facts]
    stations = await ask("法律服务驿站多少个")
    assert stations.facts[0].text == "14个"


async def test_people_may_be_counted_in_pieces(ask: Ask) -> None:
    leaders = await ask("乡镇特聘法律顾问几位")
    assert [fact.text for fact in leaders.facts] == ["16个"]
    stations = await ask("法律服务驿站几位")
    assert "14个" not in [fact.text for fact in stations.facts]
