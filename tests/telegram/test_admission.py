"""Which chats are served: the setting, what admins decide with /chats, and how the bot leaves the others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.layout import STATE_FILE
from bot.store.admission import AdmissionStore, Rule
from bot.store.database import open_database
from bot.store.moving import move_chat
from bot.store.state import STATE
from handlers.admission import CLOSED, FAREWELL
from tests.telegram.harness import EchoDesk, Running, running
from tests.telegram.server import Person, Place, Server, group


@pytest.fixture
def owner(server: Server) -> Person:
    return Person(server, "所有者")


@pytest.fixture
async def closed(server: Server, desk: EchoDesk, tmp_path: Path, owner: Person) -> AsyncIterator[Running]:
    """A bot for one group that is not here."""
    async with running(server, desk, tmp_path, bot_admins=(owner.account.id,), bot_chats=(-100123,)) as bot:
        yield bot


@pytest.fixture
async def open_(server: Server, desk: EchoDesk, tmp_path: Path, owner: Person) -> AsyncIterator[Running]:
    """A bot for everybody."""
    async with running(server, desk, tmp_path, bot_admins=(owner.account.id,)) as bot:
        yield bot


def is_in(place: Place) -> bool:
    """Whether the bot sits in a group."""
    return place.room.members[place.server.world.bot.id] == "member"


async def test_a_group_that_is_not_named_is_left_with_one_sentence(closed: Running, server: Server) -> None:
    person = Person(server)
    office = group(server, person)
    office.bring_bot(person)
    await closed.idle()
    assert office.texts == [FAREWELL]
    assert not is_in(office)


async def test_a_group_that_is_no_longer_named_is_left_when_it_speaks(
    closed: Running, server: Server, desk: EchoDesk
) -> None:
    person = Person(server)
    office = group(server, person)
    await person.say("/list@fazhi_bot", office)
    await closed.idle()
    assert (desk.asked, office.texts, is_in(office)) == ([], [FAREWELL], False)


async def test_private_chats_are_served_all_the_same(closed: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/list")
    assert (await person.private.answer())["text"] == "答：/list"


async def test_a_group_into_which_an_admin_brings_the_bot_is_allowed(
    closed: Running, server: Server, owner: Person
) -> None:
    other = Person(server)
    office = group(server, other, owner)
    office.bring_bot(owner)
    await other.say("/list@fazhi_bot", office)
    await office.answer(2)
    assert office.texts[0].startswith("大家好")
    assert office.texts[1] == "答：/list"
    upgraded = office.become_supergroup(-1007777)
    await closed.idle()
    await other.say("/list@fazhi_bot", upgraded)
    assert (await upgraded.answer())["text"] == "答：/list"


async def test_the_named_group_is_served_under_its_new_id_too(
    server: Server, desk: EchoDesk, tmp_path: Path, owner: Person
) -> None:
    person = Person(server)
    office = group(server, person, kind="group")
    async with running(server, desk, tmp_path, bot_chats=(office.room.id,)) as bot:
        upgraded = office.become_supergroup(-1008888)
        await bot.idle()
        await person.say("/list@fazhi_bot", upgraded)
        assert (await upgraded.answer())["text"] == "答：/list"


async def test_an_admin_forbids_and_allows_a_chat(open_: Running, server: Server, owner: Person) -> None:
    person = Person(server)
    office = group(server, person, owner, title="<法治>科")
    await owner.say("/chats@fazhi_bot 停用", office)
    await open_.idle()
    assert (office.texts, is_in(office)) == ([FAREWELL], False)
    office.bring_bot(person)
    await open_.idle()
    assert (office.texts, is_in(office)) == ([FAREWELL] * 2, False)
    await owner.say(f"/chats 允许 {office.room.id}")
    await owner.private.answer()
    office.bring_bot(person)
    await person.say("/list@fazhi_bot", office)
    assert (await office.answer(4))["text"] == "答：/list"
    await owner.say("/会话")
    listing = (await owner.private.answer(2))["text"]
    assert f"· <法治>科（{office.room.id}）：允许" in listing
    await owner.say(f"/chats 停用 {office.room.id}")
    await owner.private.answer(3)
    assert not is_in(office)


async def test_a_private_chat_that_is_closed_hears_so_once(
    open_: Running, server: Server, owner: Person, desk: EchoDesk
) -> None:
    person = Person(server)
    await person.say("/list")
    message = await person.private.answer()
    await owner.say(f"/chats 停用 {person.account.id}")
    await owner.private.answer()
    await person.say("/list")
    await person.say("/list")
    assert (await person.press_data(message, "a:/list"))["text"] == CLOSED
    assert (await person.inline("光明"))["results"] == []
    await open_.idle()
    assert person.private.texts == ["答：/list", CLOSED]
    assert desk.asked == ["/list"]


async def test_others_cannot_decide(open_: Running, server: Server) -> None:
    person = Person(server)
    office = group(server, person)
    await person.say("/chats@fazhi_bot 停用", office)
    assert "管理员用的功能" in (await office.answer())["text"]
    await person.say("/list@fazhi_bot", office)
    assert (await office.answer(2))["text"] == "答：/list"


async def test_nonsense_is_answered_with_an_example(open_: Running, owner: Person) -> None:
    for text in ("/chats 也许", "/chats 停用", "/chats 停用 -12x"):
        await owner.say(text)
    await owner.private.answer(3)
    assert all("允许" in text and "例如：/chats" in text for text in owner.private.texts)


async def test_a_group_that_was_left_meanwhile_is_no_trouble(open_: Running, server: Server, owner: Person) -> None:
    person = Person(server)
    office = group(server, person)
    office.bring_bot(person)
    await open_.idle()
    office.room.members[server.world.bot.id] = "kicked"
    await owner.say(f"/chats 停用 {office.room.id}")
    assert f"已停用 {office.room.id}" in (await owner.private.answer())["text"]


async def test_decisions_outlive_a_restart_and_move_with_a_group(tmp_path: Path) -> None:
    state = await open_database(tmp_path / STATE_FILE, STATE)
    store = AdmissionStore(state)
    await store.joined(-1)
    await store.decide(-2, Rule.FORBIDDEN)
    await store.left(-2)
    await state.close()
    state = await open_database(tmp_path / STATE_FILE, STATE)
    assert await AdmissionStore(state).all() == {-1: Rule.NONE, -2: Rule.FORBIDDEN}
    await move_chat(state, -2, -1002)
    assert await AdmissionStore(state).all() == {-1: Rule.NONE, -1002: Rule.FORBIDDEN}
    await state.close()
