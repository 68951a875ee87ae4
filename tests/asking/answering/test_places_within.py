"""What a report tells of a place within its own is no figure of its own."""

from __future__ import annotations

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

FIGURES = (
    Told("滨江开发区审查规范性文件7件", "7件", "规范性文件", "审查规范性文件", 7, more={"subject": "开发区"}),
    Told("青屿县收到行政复议申请64件", "64件", "行政复议", "收到行政复议申请", 64, more={"subject": "青屿县"}),
    Told("林泽街道受理法律援助案件12件", "12件", "法律援助", "受理法律援助案件", 12, more={"subject": "林泽街道"}),
)


async def test_another_places_figure_is_not_told(ask: Ask) -> None:
    answer = await ask("收到行政复议申请多少件")
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_a_streets_figure_is_told_as_its_own(ask: Ask) -> None:
    answer = await ask("林泽街道受理法律援助案件多少件")
    assert [(fact.claim.subject, fact.text) for fact in answer.facts] == [("林泽街道", "12件")]


async def test_a_zones_figure_is_told_to_who_names_it(ask: Ask) -> None:
    zone = await ask("开发区审查规范性文件多少件")
    assert [(fact.claim.subject, fact.text) for fact in zone.facts] == [("开发区", "7件")]
    whole = await ask("审查规范性文件多少件")
    assert whole.facts == ()
