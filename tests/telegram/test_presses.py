"""Every button under a message does what it says when all parts of the service listen for presses."""

from __future__ import annotations

from bot.admin.office import PREFIX as ADMIN
from bot.notices.subscribing import PREFIX as SUBSCRIBING
from handlers import buttons
from tests.telegram.office import Service, shows
from tests.telegram.server import Person, Server


async def test_the_buttons_under_an_answer_answer_below_it(service: Service, server: Server) -> None:
    reader = Person(server)
    await reader.say("/ask 光明 行政复议")
    answer = await shows(reader, "583宗")
    await reader.press(answer, "段落：光明区2024年")
    paragraph = await reader.private.answer(2)
    assert "收到复议案件583宗" in paragraph["text"]
    await reader.press(answer, "表格")
    assert (await reader.private.answer(3))["document"]["file_name"].endswith(".xlsx")
    await reader.press(answer, "报错")
    assert "哪个数字有误" in (await reader.private.answer(4))["text"]
    assert reader.private.texts[0] == answer["text"]


async def test_the_buttons_under_subscriptions_change_them_in_place(service: Service, server: Server) -> None:
    reader = Person(server)
    await reader.say("/subscribe 行政复议 光明")
    shown = await shows(reader, "已订阅")
    await reader.press(shown, "设置送达时间")
    await reader.press(await shows(reader, "订阅 1 条"), "每周")
    await reader.press(await shows(reader, "每周一 9 点汇总"), "退订 1")
    await shows(reader, "这里没有订阅")
    assert len(reader.private.answers) == 1


def test_no_two_kinds_of_data_begin_alike() -> None:
    given_out = [value for name, value in vars(buttons).items() if isinstance(value, str) and value.endswith(":")]
    kinds = [*given_out, SUBSCRIBING, ADMIN]
    assert len(given_out) == 4
    assert len({kind[0] for kind in kinds}) == len(kinds)
