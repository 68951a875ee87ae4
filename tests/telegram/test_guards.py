"""Who may change a group's settings when somebody writes in the name of a chat: nobody but the group itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Bot, Chat, Message, User
from telegram.constants import ChatType

from handlers.guards import may_rule
from tests.telegram.harness import TOKEN

GROUP = Chat(id=-100, type=ChatType.SUPERGROUP)
STAND_IN = User(id=1087968824, first_name="Group", is_bot=True)


@pytest.mark.parametrize(("speaker", "may"), [(GROUP, True), (Chat(id=-200, type=ChatType.CHANNEL), False)])
async def test_only_the_group_itself_speaks_for_its_admins(speaker: Chat, may: bool) -> None:
    message = Message(message_id=1, date=datetime.now(UTC), chat=GROUP, sender_chat=speaker, from_user=STAND_IN)
    assert await may_rule(Bot(TOKEN), GROUP, STAND_IN, message) is may


async def test_in_a_group_nobody_rules_without_a_name() -> None:
    assert not await may_rule(Bot(TOKEN), GROUP, None)
    assert await may_rule(Bot(TOKEN), Chat(id=5, type=ChatType.PRIVATE), None)
