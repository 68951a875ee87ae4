"""What is stored about a chat goes when it asks for that: its own rows, what it complained of, and no one else's."""

from __future__ import annotations

from pathlib import Path

from bot.store.administration import AdminStore
from bot.store.admission import AdmissionStore, Rule
from bot.store.chats import ChatStore
from bot.store.database import opened
from bot.store.outbox import OutboxStore
from bot.store.privacy import export, forget
from bot.store.state import STATE
from bot.store.subscriptions import SubscriptionStore, Wish

PERSON, OTHER, GROUP, OWNER = 11, 22, -33, 7


async def test_disputes_and_what_was_told_of_them_go_and_acts_of_admins_stay(tmp_path: Path) -> None:
    async with opened(tmp_path / "state.sqlite3", STATE) as state:
        store, outbox = AdminStore(state), OutboxStore(state)
        for number, (by, chat) in enumerate(((PERSON, PERSON), (PERSON, GROUP), (OTHER, GROUP))):
            await store.ask(f"k{number}", "dispute", {"chat": chat, "note": f"words of {by} in {chat}"}, by)
            await outbox.post(f"dispute: words of {by} in {chat}", [(OWNER, 0)], key=f"told:k{number}")
        await outbox.post("to all: hello", [(PERSON, 0), (OTHER, 0)], key="all")
        await outbox.post(f"to one: words of {PERSON}", [(PERSON, 0)], key="one")
        await store.note("act", PERSON, "撤回 x")
        await store.grant(PERSON, OWNER)
        shown = await export(state, PERSON)
        assert len(shown["pending"]) == 2
        assert (len(shown["audit"]), len(shown["admin"])) == (1, 1)
        await forget(state, PERSON)
        left = {table for table, rows in (await export(state, PERSON)).items() if rows}
        assert left == {"audit", "admin"}
        dump = [
            str(tuple(row))
            for table in ("bulletin", "pending", "outbox")
            for row in await state.fetch(f"SELECT * FROM {table}")
        ]
        assert not any(f"words of {PERSON}" in row for row in dump)
        assert sum(f"words of {OTHER}" in row for row in dump) == 2
        assert sum("to all" in row for row in dump) == 1
        assert [item.chat_id for item in await outbox.due(OTHER, 4e9)] == [OTHER]


async def test_what_an_admin_decided_about_a_chat_is_not_its_own_to_undo(tmp_path: Path) -> None:
    async with opened(tmp_path / "state.sqlite3", STATE) as state:
        await AdmissionStore(state).decide(PERSON, Rule.FORBIDDEN)
        await forget(state, PERSON)
        assert await AdmissionStore(state).rule(PERSON) is Rule.FORBIDDEN
        assert (await export(state, PERSON))["admission"]


async def test_a_groups_data_goes_and_its_neighbours_stays(tmp_path: Path) -> None:
    async with opened(tmp_path / "state.sqlite3", STATE) as state:
        for chat in (GROUP, OTHER):
            await ChatStore(state).set_home(chat, "440311")
            await SubscriptionStore(state).subscribe(chat, 0, Wish())
        await forget(state, GROUP)
        assert not any((await export(state, GROUP)).values())
        assert {table for table, rows in (await export(state, OTHER)).items() if rows} == {"chat", "subscription"}
