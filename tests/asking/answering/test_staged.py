"""A clause in front that says since when or what for asks nothing, and narrows unless the report tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.asking.answering.telling.several import better
from bot.model import Answer, Kind, Status
from bot.words.lexicon import Lexicon
from tests.asking.answering.telling import Ask, Told

OPENED = "在政务大厅开设“法律门诊”窗口,引入视频连线"
CAME = "自4月启用以来,接待现场求助230人次,视频解答法律疑问517人次"
LASTED = "开展为期3个月的快递网点用工合同排查,走访快递网点96个,发现风险隐患41处"
BOUGHT = "为方便群众与法院连线,添配调解确认终端22套"
NOTARIES = "办理涉外公证30件"
ALL_NOTARIES = "办理公证事项500件"
FIGURES = (
    Told(f"{OPENED}。{CAME}", "230人次", "公共法律服务", "接待现场求助", 230, "人次", {"quote": CAME}),
    Told(f"{OPENED}。{CAME}", "517人次", "公共法律服务", "视频解答法律疑问", 517, "人次", {"quote": CAME}),
    Told(LASTED, "3个月", "公共法律服务", "快递网点用工合同排查时长", 3, "月", {"kind": Kind.DURATION}),
    Told(LASTED, "96个", "公共法律服务", "走访快递网点", 96, "个"),
    Told(LASTED, "41处", "公共法律服务", "发现风险隐患", 41, "处"),
    Told(BOUGHT, "22套", "人民调解", "添配调解确认终端", 22, "套"),
    Told(NOTARIES, "30件", "公证", "办理涉外公证", 30),
    Told(ALL_NOTARIES, "500件", "公证", "办理公证事项", 500),
    Told("受理法律援助案件640件", "640件", "法律援助", "受理法律援助案件", 640),
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("自从法律门诊窗口启用以后，视频解答了多少人次的法律疑问", "517人次"),
        ("法律门诊窗口4月份上线后，视频解答法律疑问多少人次", "517人次"),
        ("说到法律门诊窗口，视频解答法律疑问多少人次", "517人次"),
        ("政务大厅有了法律门诊以后，接待现场求助多少人次", "230人次"),
        ("为了方便百姓与法院连线，添配了多少套调解确认终端", "22套"),
    ],
)
async def test_what_is_told_beside_the_figure_is_no_other_question(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, text, ())


@pytest.mark.parametrize(
    ("message", "text", "lost"),
    [
        ("自从系统大改版以后，视频解答法律疑问多少人次", "517人次", "改版"),
        ("为了省事，受理了多少件法律援助案件", "640件", "省事"),
    ],
)
async def test_what_is_told_nowhere_is_said_to_be_missing(ask: Ask, message: str, text: str, lost: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.PARTIAL, text)
    assert lost in answer.missing[0].why


@pytest.mark.parametrize(
    "message",
    [
        "自从残疾人法律门诊启用以后，视频解答法律疑问多少人次",
        "自从社区分站启用以后，视频解答法律疑问多少人次",
        "法律门诊窗口9月份上线后，视频解答法律疑问多少人次",
        "自从法院撤诉以后，受理了多少件法律援助案件",
        "起诉之后，受理了多少件法律援助案件",
        "为了帮农民工讨薪，受理了多少件法律援助案件",
        "为了让退役军人少跑腿，受理了多少件法律援助案件",
        "外国人来了以后，办理了多少件公证事项",
        "说到继承公证，办理公证事项多少件",
        "说到女职工，受理法律援助案件多少件",
        "在未成年人方面，受理了多少件法律援助案件",
        "查食品安全那次，走访了多少个快递网点",
        "说到外卖骑手，发现风险隐患多少处",
    ],
)
async def test_what_may_say_which_are_meant_is_never_passed_over(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
    assert not answer.facts or answer.missing


async def test_how_long_it_took_is_no_number_of_what_was_found(ask: Ask, lexicon: Lexicon) -> None:
    lasted, found = await ask("快递网点用工合同排查多久"), await ask("发现风险隐患多少处")
    query = replace(lasted.query, kinds=(Kind.DURATION,))
    whole = replace(lasted, groups=(*lasted.groups[:1], *found.groups[:1]), status=Status.PARTIAL)
    scene = replace(lasted, query=replace(lasted.query, frames=True), groups=lasted.groups[:1])
    asking = Answer(status=Status.NONE, query=query)
    assert [fact.text for fact in better(query, whole, [scene, asking], lexicon).facts] == ["3个月", "41处"]
