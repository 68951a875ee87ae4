"""Inline mode: answers offered in any chat."""

from __future__ import annotations

from bot.model import Choice, Status
from tests.telegram.harness import EchoDesk, Running, reply
from tests.telegram.server import Person, Server
from tests.telegram.test_buttons import labels


async def test_an_answer_is_offered_as_an_article(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"行政复议 光明": reply("<b>光明区 · 行政复议</b>\n收到：<b>583宗</b>①")}
    answer = await Person(server).inline("行政复议 光明")
    (article,) = answer["results"]
    assert article["input_message_content"]["message_text"] == "<b>光明区 · 行政复议</b>\n收到：<b>583宗</b>①"
    assert (article["title"], article["description"]) == ("光明区 · 行政复议", "收到：583宗①")
    assert answer["cache_time"] == 300
    assert not answer["is_personal"]


async def test_each_way_to_mean_it_is_offered(bot: Running, server: Server, desk: EchoDesk) -> None:
    choices = (Choice("福州", "/ask 350102"), Choice("南京", "/ask 320106"), Choice("无", "/ask 0"))
    desk.scripted = {
        "鼓楼": reply("哪个？", status=Status.CLARIFY, choices=choices),
        "/ask 0": reply("没有", status=Status.NONE),
    }
    answer = await Person(server).inline("鼓楼")
    assert [article["title"] for article in answer["results"]] == ["答：/ask 350102", "答：/ask 320106"]


async def test_nothing_found_shows_the_way_to_help(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"啊": reply("没有查到。", status=Status.NONE)}
    person = Person(server)
    for text in ("啊", ""):
        answer = await person.inline(text)
        assert answer["results"] == []
        assert answer["button"]["start_parameter"] == "help"
    await person.say("/start help")
    await person.private.answer()
    assert desk.asked == ["啊", "/help"]


async def test_a_second_person_who_types_the_same_costs_nothing(bot: Running, server: Server, desk: EchoDesk) -> None:
    answers = [await Person(server).inline(text) for text in ("光明", "光明", "廉江")]
    assert answers[0] == answers[1] != answers[2]
    assert desk.asked == ["光明", "廉江"]


async def test_a_long_answer_leads_to_its_other_pages(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"光明": reply("一", "二", words=("光明",))}
    person = Person(server)
    (article,) = (await person.inline("光明"))["results"]
    assert article["input_message_content"]["message_text"] == "一"
    ((button,),) = article["reply_markup"]["inline_keyboard"]
    assert button["text"] == "更多（共2页）›"
    link, _, parameter = button["url"].partition("?start=")
    assert link == "https://t.me/fazhi_bot"
    assert len(parameter) <= 64
    await person.say(f"/start {parameter}")
    message = await person.private.answer()
    assert (message["text"], labels(message)) == ("一", [["更多（2/2）›"]])
    await person.say("/start q_AAAAAAAAAAAAAAAA")
    await person.private.answer(2)
    assert desk.asked == ["光明", "光明", "/help"]
