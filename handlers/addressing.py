"""Whether a message is meant for the bot, and what it asks. No network, no state: a message and who we are.

In private everything is meant for us. In a group only a command of ours, a mention, or a reply to one of our messages
is; commands for other bots, other bots' words and what a channel says are not. An anonymous admin speaks in the name of
the group itself and is welcome.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Message, User
from telegram.constants import ChatType, MessageEntityType

from bot.words.commands import BY_NAME, COMMANDS

_COMMAND = re.compile(r"[/／]([A-Za-z0-9_]{1,32}|[\u4e00-\u9fff]{1,32})(?:@([A-Za-z0-9_]{3,32}))?")
_LONG_ALIASES = [command.alias for command in COMMANDS if len(command.alias) > 1]
START, HELP, EXPORT = "start", "help", "export"
QUESTION = "q_"
"""What a start parameter begins with that stands for a question kept in the state; any other names a fact."""
_KNOWN = {name: command.name for name, command in BY_NAME.items()} | {START: START}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a message asks: its text without the bot's name, and the Latin name of its command ("" for free text)."""

    text: str
    command: str = ""

    @property
    def rest(self) -> str:
        """What follows the command."""
        return self.text.partition(" ")[2].strip() if self.command else self.text


def read(text: str) -> Asked:
    """What a text asks that is certainly meant for us; a command is given its Latin name."""
    return _read(text)[0]


def asked_of(message: Message, me: User) -> Asked | None:
    """What a message asks the bot; None when it is not meant for it."""
    if not _from_a_person(message):
        return None
    text = (message.text or message.caption or "").strip()
    private = message.chat.type == ChatType.PRIVATE
    if _COMMAND.match(text):
        asked, bot = _read(text)
        if bot and bot != (me.username or "").lower() and not private:
            return None
        return asked if private or bot or asked.command or _replies_to(message, me) else None
    mentioned, text = _without_mention(message, me, text)
    if not (private or mentioned or _replies_to(message, me)):
        return None
    if text:
        return read(text) if mentioned else Asked(text)
    return _about_replied(message, me) if mentioned else None


def _read(text: str) -> tuple[Asked, str]:
    """A text, and the name of the bot that its command is for ("" for none)."""
    found = _COMMAND.match(text)
    if found is None:
        return Asked(text), ""
    name, glued = _split(found.group(1).lower())
    known = _KNOWN.get(name, "")
    rest = f"{glued}{text[found.end() :]}".strip()
    return Asked(f"/{known or name} {rest}".strip(), known), (found.group(2) or "").lower()


def _split(name: str) -> tuple[str, str]:
    """A command's name and what was typed after it without a space (/对比行政复议 光明)."""
    alias = next((alias for alias in _LONG_ALIASES if name.startswith(alias)), name)
    return (name, "") if name in _KNOWN else (alias, name.removeprefix(alias))


def _from_a_person(message: Message) -> bool:
    if message.via_bot is not None:
        return False
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id and message.chat.type != ChatType.CHANNEL
    return message.from_user is not None and not message.from_user.is_bot


def _replies_to(message: Message, me: User) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id


def _without_mention(message: Message, me: User, text: str) -> tuple[bool, str]:
    """Whether the bot is mentioned, and the text without that."""
    entities = message.parse_entities() if message.text else message.parse_caption_entities()
    for entity, words in entities.items():
        by_name = entity.type == MessageEntityType.MENTION and words.lower() == f"@{me.username}".lower()
        if by_name or (entity.type == MessageEntityType.TEXT_MENTION and entity.user == me):
            return True, " ".join(text.replace(words, " ", 1).split()).strip(" ,，:：")
    return False, text


def _about_replied(message: Message, me: User) -> Asked:
    """`@bot` alone: under somebody's question it asks that question, else it asks for help."""
    replied = message.reply_to_message
    if replied is not None and replied.text and not _replies_to(message, me):
        return Asked(replied.text.strip())
    return Asked(f"/{HELP}", HELP)
