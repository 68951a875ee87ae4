"""An edited question edits the answer that is there."""

from __future__ import annotations

from tests.telegram.harness import Running
from tests.telegram.server import Person, Server, group


async def test_the_earlier_answer_changes(bot: Running, server: Server) -> None:
    person = Person(server)
    question = await person.say("/compare 行政复议 光明")
    await person.private.answer()
    await person.edit(question, "/compare 行政复议 光明 廉江")
    await bot.idle()
    assert person.private.texts == ["答：/compare 行政复议 光明 廉江"]


async def test_an_edit_without_another_text_does_nothing(bot: Running, server: Server) -> None:
    person = Person(server)
    question = await person.say("/list")
    await person.private.answer()
    await person.edit(question, "/list")
    await bot.idle()
    assert server.of("editMessageText") == []


async def test_a_question_that_becomes_one_by_editing_is_answered(bot: Running, server: Server) -> None:
    server.world.reads_all = True
    person = Person(server)
    office = group(server, person)
    said = await person.say("光明的行政复议", office)
    await person.edit(said, "@fazhi_bot 光明的行政复议")
    answer = await office.answer()
    assert answer["reply_to_message"]["message_id"] == said["message_id"]


async def test_an_answer_that_is_gone_is_given_anew(bot: Running, server: Server) -> None:
    person = Person(server)
    question = await person.say("/list")
    answer = await person.private.answer()
    person.private.room.deleted.add(answer["message_id"])
    await person.edit(question, "/list 光明")
    await bot.idle()
    assert person.private.texts == ["答：/list 光明"]


async def test_equal_ids_in_two_chats_are_two_questions(bot: Running, server: Server) -> None:
    one, two = Person(server), Person(server)
    question = await one.say("/list 光明")
    await two.say("/list 廉江")
    await bot.idle()
    assert one.private.answers[0]["message_id"] == two.private.answers[0]["message_id"]
    await one.edit(question, "/list 巴南")
    await bot.idle()
    assert (one.private.texts, two.private.texts) == (["答：/list 巴南"], ["答：/list 廉江"])
