"""Answer → Reply: the only place that writes markup."""

from __future__ import annotations

from bot.model import Answer, Button, Reply
from bot.replying.compose import lines_of
from bot.replying.markup import messages, plain

MOST_BYTES = 64
"""Telegram's limit for what a button may carry."""

ASK = "ask:"
"""What a button's data starts with when the rest is a message to be answered."""


def reply(answer: Answer, public_url: str = "") -> Reply:
    """The answer as people read it; `public_url` (no slash at its end) is the base of links to the bot's own pages."""
    lines = lines_of(answer, public_url)
    return Reply(answer=answer, text=plain(lines), html=messages(lines), buttons=_choices(answer))


def _choices(answer: Answer) -> tuple[tuple[Button, ...], ...]:
    """A button a row for every choice whose message fits into one."""
    buttons = (Button(choice.label, f"{ASK}{choice.ask}") for choice in answer.choices)
    return tuple((button,) for button in buttons if len(button.data.encode()) <= MOST_BYTES)
