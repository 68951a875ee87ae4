"""The server is as strict as Telegram, seen by another client than ours: aiogram's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)

from tests.telegram.harness import TOKEN
from tests.telegram.server import Fault, Person, Server, group
from tests.telegram.server.errors import ApiError
from tests.telegram.server.feed import Feed

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
async def client(server: Server) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with Bot(TOKEN, session=session) as bot:
        yield bot


@pytest.fixture
def person(server: Server) -> Person:
    return Person(server)


async def test_who_am_i(client: Bot, server: Server) -> None:
    me = await client.get_me()
    assert (me.username, me.can_read_all_group_messages) == ("fazhi_bot", False)
    other = Bot("1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", session=client.session)
    with pytest.raises(TelegramUnauthorizedError):
        await other.get_me()


async def test_an_offset_confirms_and_a_batch_holds_a_hundred(client: Bot, person: Person) -> None:
    for number in range(120):
        await person.say(str(number))
    first = await client.get_updates(limit=100)
    assert [update.message.text for update in first if update.message] == [str(number) for number in range(100)]
    assert len(await client.get_updates()) == 100
    rest = await client.get_updates(offset=first[-1].update_id + 1)
    assert len(rest) == 20
    (last,) = await client.get_updates(offset=-1)
    assert last == rest[-1]
    assert await client.get_updates(offset=last.update_id + 1) == []


async def test_a_long_poll_ends_with_the_news(client: Bot, server: Server, person: Person) -> None:
    polling = asyncio.create_task(client.get_updates(timeout=20))
    await server.until(lambda: server.world.feed.parked > 0)
    await person.say("新")
    (update,) = await asyncio.wait_for(polling, 5)
    assert update.message is not None


async def test_a_second_poller_ends_the_first(client: Bot, server: Server) -> None:
    polling = asyncio.create_task(client.get_updates(timeout=20))
    await server.until(lambda: server.world.feed.parked > 0)
    await client.get_updates()
    with pytest.raises(TelegramConflictError):
        await polling


async def test_no_polling_beside_a_webhook(client: Bot) -> None:
    await client.set_webhook("https://example.cn/hook", secret_token="abc")
    with pytest.raises(TelegramConflictError):
        await client.get_updates()
    assert (await client.get_webhook_info()).url == "https://example.cn/hook"
    await client.delete_webhook()
    assert await client.get_updates() == []
    with pytest.raises(TelegramBadRequest):
        await client.set_webhook("http://example.cn/hook")


async def test_only_wanted_updates_are_kept(client: Bot, person: Person) -> None:
    await client.get_updates(allowed_updates=["callback_query"])
    await person.say("x")
    assert await client.get_updates(allowed_updates=["message"]) == []
    await person.say("y")
    assert len(await client.get_updates()) == 1


def long_button(size: int) -> InlineKeyboardMarkup:
    """A keyboard whose button has data of that many bytes."""
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="x", callback_data="x" * size)]])


Send = Callable[[Bot, int], Awaitable[object]]
REFUSED: list[tuple[str, Send]] = [
    ("message is too long", lambda bot, chat: bot.send_message(chat, "x" * 4097)),
    ("message is too long", lambda bot, chat: bot.send_message(chat, "😀" * 2049)),
    ("message text is empty", lambda bot, chat: bot.send_message(chat, " \n ")),
    ("message text is empty", lambda bot, chat: bot.send_message(chat, "<b></b>", parse_mode="HTML")),
    ("Can't find end tag", lambda bot, chat: bot.send_message(chat, "<b>x", parse_mode="HTML")),
    ("Unsupported start tag", lambda bot, chat: bot.send_message(chat, "<p>x</p>", parse_mode="HTML")),
    ("BUTTON_DATA_INVALID", lambda bot, chat: bot.send_message(chat, "x", reply_markup=long_button(65))),
    (
        "message to be replied not found",
        lambda bot, chat: bot.send_message(chat, "x", reply_parameters=ReplyParameters(message_id=99)),
    ),
    ("message thread not found", lambda bot, chat: bot.send_message(chat, "x", message_thread_id=5)),
    ("chat not found", lambda bot, chat: bot.send_message(1, "x")),
    ("message to edit not found", lambda bot, chat: bot.edit_message_text("x", chat_id=chat, message_id=77)),
    (
        "caption is too long",
        lambda bot, chat: bot.send_photo(chat, BufferedInputFile(PNG, "x.png"), caption="x" * 1025),
    ),
    ("IMAGE_PROCESS_FAILED", lambda bot, chat: bot.send_photo(chat, BufferedInputFile(b"GIF", "x.png"))),
    ("wrong file identifier", lambda bot, chat: bot.send_document(chat, "no-such-file")),
    ("query is too old", lambda bot, chat: bot.answer_callback_query("7")),
    ("unknown parameter color", lambda bot, chat: bot(SendMessage(chat_id=chat, text="x", color="red"))),
    ("BOT_COMMAND_INVALID", lambda bot, chat: bot.set_my_commands([BotCommand(command="Help", description="x")])),
    ("no administrators in the private chat", lambda bot, chat: bot.get_chat_administrators(chat)),
]


@pytest.mark.parametrize(("reason", "send"), REFUSED, ids=[reason for reason, _ in REFUSED])
async def test_refusals_come_in_telegrams_words(client: Bot, person: Person, reason: str, send: Send) -> None:
    with pytest.raises(TelegramBadRequest, match=reason):
        await send(client, person.account.id)


async def test_what_is_just_allowed_passes(client: Bot, person: Person) -> None:
    chat = person.account.id
    await client.send_message(chat, "x" * 4096)
    await client.send_message(chat, "x" + "<b></b>" * 1000, parse_mode="HTML", reply_markup=long_button(64))
    gone = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    assert (await client.send_message(chat, "x", reply_parameters=gone)).reply_to_message is None


async def test_entities_beyond_the_hundredth_are_dropped(client: Bot, person: Person) -> None:
    message = await client.send_message(person.account.id, "<b>x</b> " * 130, parse_mode="HTML")
    assert len(message.entities or []) == 100


async def test_an_edit_must_change_something(client: Bot, person: Person) -> None:
    message = await client.send_message(person.account.id, "<b>x</b>", parse_mode="HTML")
    chat, number = message.chat.id, message.message_id
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await client.edit_message_text("<b>x</b>", parse_mode="HTML", chat_id=chat, message_id=number)
    await client.edit_message_text("x", chat_id=chat, message_id=number)
    await client.edit_message_reply_markup(chat_id=chat, message_id=number, reply_markup=long_button(3))
    assert person.private.answers[0]["reply_markup"]
    said = await person.say("mine")
    with pytest.raises(TelegramBadRequest, match="can't be edited"):
        await client.edit_message_text("x", chat_id=message.chat.id, message_id=said["message_id"])


async def test_chats_that_cannot_be_written_to(client: Bot, server: Server, person: Person) -> None:
    person.account.blocked = True
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await client.send_message(person.account.id, "x")
    office = group(server, person, kind="group")
    await client.leave_chat(office.room.id)
    with pytest.raises(TelegramForbiddenError, match="kicked"):
        await client.send_message(office.room.id, "x")
    old = group(server, person, kind="group")
    server.world.migrate(old.room, -100555)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await client.send_message(old.room.id, "x")
    assert moved.value.migrate_to_chat_id == -100555


async def test_faults_on_demand(client: Bot, server: Server, person: Person) -> None:
    server.faults.append(Fault("sendMessage", chat=person.account.id, retry_after=7))
    with pytest.raises(TelegramRetryAfter) as flooded:
        await client.send_message(person.account.id, "x")
    assert flooded.value.retry_after == 7
    server.faults.append(Fault("sendMessage", drop="after"))
    with pytest.raises(TelegramAPIError):
        await client.send_message(person.account.id, "accepted all the same")
    assert person.private.texts == ["accepted all the same"]


async def test_files_come_back_as_they_went(client: Bot, person: Person) -> None:
    content = bytes(range(256)) * 40
    sent = await client.send_document(person.account.id, BufferedInputFile(content, "报告.docx"))
    assert sent.document is not None
    assert sent.document.file_name == "报告.docx"
    file = await client.get_file(sent.document.file_id)
    assert file.file_path is not None
    back = await client.download_file(file.file_path)
    assert back is not None
    assert back.read() == content


async def test_members_and_menus(client: Bot, server: Server, person: Person) -> None:
    other = Person(server)
    office = group(server, person, other)
    assert (await client.get_chat_member(office.room.id, person.account.id)).status == "creator"
    assert (await client.get_chat_member(office.room.id, other.account.id)).status == "member"
    assert [member.user.id for member in await client.get_chat_administrators(office.room.id)] == [person.account.id]
    assert (await client.get_chat(office.room.id)).title == "法治科"
    await client.set_my_commands([BotCommand(command="help", description="帮助")], language_code="zh")
    assert await client.get_my_commands() == []
    assert [command.command for command in await client.get_my_commands(language_code="zh")] == ["help"]


async def test_privacy_mode(client: Bot, server: Server, person: Person) -> None:
    office = group(server, person)
    own = await client.send_message(office.room.id, "x")
    other = {"id": 9, "is_bot": True, "first_name": "o", "username": "other_bot"}
    await office.hear(other, "hello")
    for text in ("hello", "/help", "/对比 x", "@fazhi_bot x", "/help@other_bot", "/help@fazhi_bot"):
        await person.say(text, office)
    await person.say("answer", office, reply_to=server.world.from_bot(office.room)[0])
    heard = [update.message.text for update in await client.get_updates() if update.message]
    assert heard == ["/help@fazhi_bot", "answer"]
    assert own.message_id == 1


async def test_a_poll_that_has_only_just_begun_is_replaced_by_the_next_one() -> None:
    feed = Feed()
    first = asyncio.create_task(feed.get(0, 100, 5))
    await asyncio.sleep(0)
    assert feed.parked
    await feed.get(0, 1, 0)
    with pytest.raises(ApiError, match="Conflict"):
        await asyncio.wait_for(first, 2)
