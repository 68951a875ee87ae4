"""Who may do what, asked of Telegram each time: small separate guards."""

from __future__ import annotations

from telegram import Bot, Chat, Message, User
from telegram.constants import ChatMemberStatus, ChatType

_RULERS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def may_rule(bot: Bot, chat: Chat, person: User | None, message: Message | None = None) -> bool:
    """Whether somebody may change a chat's settings: anybody in private, an admin in a group.

    An anonymous admin writes in the name of the group, which `message` shows.
    """
    if chat.type == ChatType.PRIVATE:
        return True
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id == chat.id
    if person is None:
        return False
    member = await bot.get_chat_member(chat.id, person.id)
    return member.status in _RULERS
