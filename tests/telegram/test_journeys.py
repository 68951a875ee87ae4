"""Whole journeys with the real desk on the five real reports, over the wire."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import open_app
from bot.config import Settings
from bot.words.commands import COMMANDS
from bot.words.normalise import align
from tests.telegram.harness import RUSH, Running, running
from tests.telegram.server import Person, Server, group
from tests.telegram.server.content import ENTITY_LIMIT

GUANGMING_PAGE = "https://www.szgm.gov.cn/wgkzl/jggk/gzjhjzj/content/post_11942871.html"
LIANJIANG_PAGE = "http://www.lianjiang.gov.cn/zwgk/fzbg/content/post_1999126.html"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder whose facts are up to date."""
    state_dir = tmp_path_factory.mktemp("loaded")

    async def load() -> None:
        async with open_app(Settings(state_dir=state_dir)):
            pass

    asyncio.run(load())
    return state_dir


@pytest.fixture
async def bot(server: Server, loaded: Path, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot with the real desk."""
    state_dir = tmp_path / "state"
    shutil.copytree(loaded, state_dir)
    async with open_app(Settings(state_dir=state_dir)) as app, running(server, app.desk, state_dir, RUSH) as started:
        yield started


def figures(text: str) -> set[str]:
    """The figures with their units in a text."""
    return set(re.findall(r"\d[\d.]*(?:宗|%|倍|件)", text))


async def test_a_newcomer_compares_two_places_and_follows_up(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/start")
    welcome = (await person.private.answer())["text"]
    assert "/compare 行政复议 光明 廉江" in welcome
    await person.say("/compare 行政复议 光明 廉江")
    answer = await person.private.answer(2)
    assert {"583宗", "3.38倍", "42%", "252宗", "211宗", "121宗"} <= figures(answer["text"])
    links = {entity["url"].partition("#")[0] for entity in answer["entities"] if entity["type"] == "text_link"}
    assert links == {GUANGMING_PAGE, LIANJIANG_PAGE}
    assert len(answer["entities"]) < ENTITY_LIMIT
    await person.say("法律援助呢", reply_to=answer)
    followed = (await person.private.answer(3))["text"]
    assert followed.startswith("光明区、廉江市 · 法律援助")


async def test_a_group_asks_corrects_and_gets_the_answer_corrected(bot: Running, server: Server) -> None:
    person = Person(server)
    office = group(server, person, forum=True)
    question = await person.say("/compare@fazhi_bot 行政复议 光明 宝安", office, topic=7)
    answer = await office.answer()
    assert "没有宝安区的报告" in answer["text"]
    assert figures(answer["text"]).isdisjoint({"252宗", "211宗", "121宗"})
    await person.edit(question, "/compare@fazhi_bot 行政复议 光明 廉江")
    await bot.idle()
    assert {"583宗", "252宗"} <= figures(answer["text"])
    assert answer["message_thread_id"] == 7
    assert answer["reply_to_message"]["message_id"] == question["message_id"]
    assert len(office.answers) == 1


async def test_every_command_of_the_table_works_as_its_example_says(bot: Running, server: Server) -> None:
    person = Person(server)
    for command in COMMANDS:
        before = len(person.private.texts)
        await person.say(command.example)
        await bot.idle()
        latin = person.private.texts[before:]
        await person.say(command.example.replace(command.name, command.alias, 1))
        await bot.idle()
        assert person.private.texts[before + len(latin) :] == latin != []
        assert not re.search("编号|没有“/", latin[0]), command.name


async def test_an_export_brings_the_figures_as_a_workbook(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/export 行政复议 光明 廉江")
    await bot.idle()
    answer, workbook = person.private.answers
    assert {"583宗", "252宗"} <= figures(answer["text"])
    assert workbook["document"]["file_name"] == "光明区、廉江市 行政复议.xlsx"

    await person.say("/导出")
    await person.say("/export 廉江 公证")
    await bot.idle()
    ordered, missing = person.private.answers[2:]
    assert "/export" in ordered["text"]
    assert "没有公证" in missing["text"], "and no empty workbook"


async def test_a_deep_link_opens_the_clause_in_its_paragraph(bot: Running, server: Server) -> None:
    async with open_app(Settings(state_dir=bot.state_dir)) as app:
        answer = (await app.desk.answer("/compare 行政复议 光明 廉江")).answer
    fact = next(fact for fact in answer.facts if fact.text == "583宗")
    person = Person(server)
    await person.say(f"/start {fact.id}")
    card = (await person.private.answer())["text"]
    assert align(fact.claim.quote) in align(card)
    assert align(fact.section) in align(card)
    await person.say("/start guangming-2024-1-000000")
    assert "出处已更新" in (await person.private.answer(2))["text"]


async def test_the_home_place_answers_for_a_question_without_one(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/home 廉江")
    await person.say("/ask 行政复议")
    text = (await person.private.answer(2))["text"]
    assert {"252宗", "211宗", "121宗"} <= figures(text)
    assert "583宗" not in text


async def test_a_name_of_several_places_is_asked_back_and_can_be_changed(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/ask 复议 鼓楼")
    message = await person.private.answer()
    assert message["text"].startswith("您想问的是哪一个？")
    await person.press(message, "南京市鼓楼区")
    await bot.idle()
    assert re.search("没有.*鼓楼区的报告", message["text"])
    await person.press(message, "福州市鼓楼区")
    await bot.idle()
    assert re.search("没有.*鼓楼区的报告", message["text"])
    labels = [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]
    assert [label for label in labels if "鼓楼" in label] == [
        "南京市鼓楼区",
        "徐州市鼓楼区",
        "✓ 福州市鼓楼区",
        "开封市鼓楼区",
    ]


async def test_a_word_for_several_topics_is_asked_back_and_can_be_changed(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/ask 光明 行政诉议")
    message = await person.private.answer()
    assert message["text"].startswith("您想问的是哪一个？")
    await person.press(message, "行政复议")
    await bot.idle()
    assert "583宗" in message["text"]
    await person.press(message, "段落：光明区2024年")
    await person.press(message, "行政诉讼")
    await bot.idle()
    assert "583宗" not in message["text"]
    assert "583宗" in person.private.texts[1]
    labels = [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]
    assert [label for label in labels if "行政" in label] == ["行政复议", "✓ 行政诉讼"]


async def test_places_beside_an_unclear_one_are_told_at_once(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/compare 复议 鼓楼 光明")
    text = (await person.private.answer())["text"]
    assert "583宗" in text
    assert "叫“鼓楼”的地方目前都没有报告" in text


async def test_talk_goes_on_in_private_without_replying(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("光明的行政复议")
    await person.say("那廉江呢？")
    await person.say("/ask 行政复议")
    await bot.idle()
    _, followed, fresh = person.private.texts
    assert followed.startswith("廉江市 · 行政复议")
    assert "583宗" not in followed
    assert {"583宗", "252宗"} <= figures(fresh)


async def test_inline_offers_the_answer(bot: Running, server: Server) -> None:
    answer = await Person(server).inline("行政复议 光明")
    (article,) = answer["results"]
    assert "583宗" in article["input_message_content"]["message_text"]
    assert "行政复议" in article["title"]


HOSTILE = [
    "/compare <b>光明</b> & 廉江",
    "'; DROP TABLE fact; -- 光明",
    "$(rm -rf /) `id` 光明",
    "行政复议\x00\x07\u202e光明",
    "/" + "复" * 4000,
    "光明 " * 1300,
    "😀" * 2000,
    "/compare",
    "/compare 行政复议",
    "/compare 行政复议 光明",
    "/unknown 光明",
    "<a href='x'>",
    "&lt;&amp;",
    "/start " + "A" * 64,
    "/home <i>",
    "。",
]


async def test_whatever_is_typed_gets_an_answer_at_the_first_try(bot: Running, server: Server) -> None:
    people = [Person(server) for _ in HOSTILE]
    for person, text in zip(people, HOSTILE, strict=True):
        await person.say(text)
    await bot.idle()
    assert {call.status for call in server.of("sendMessage")} == {200}
    for person, text in zip(people, HOSTILE, strict=True):
        assert person.private.texts, text
        assert not any("编号" in said for said in person.private.texts), text


async def test_an_answer_can_be_had_as_picture_workbook_and_paragraph(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/compare 行政复议 光明 廉江")
    answer = await person.private.answer()
    for label in ("图表", "表格", "段落：廉江市2024年", "图表"):
        await person.press(answer, label)
        await bot.idle()
    _, picture, workbook, paragraph = person.private.answers
    assert {"583宗", "252宗"} <= figures(picture["caption"])
    assert server.world.files[picture["photo"][0]["file_id"]].startswith(b"\x89PNG")
    assert workbook["document"]["file_name"] == "光明区、廉江市 行政复议.xlsx"
    assert {"252宗", "211宗", "121宗"} <= figures(paragraph["text"])
    office = group(server, person)
    await person.say("/compare@fazhi_bot 行政复议 光明 廉江", office)
    rows = (await office.answer())["reply_markup"]["inline_keyboard"]
    link = next(button["url"] for row in rows for button in row if button["text"] == "段落：廉江市2024年")
    assert link.startswith("https://t.me/fazhi_bot?start=lianjiang-2024-")
    await person.say("法律援助呢", reply_to=picture)
    assert (await person.private.answer(5))["text"].startswith("光明区、廉江市 · 法律援助")
