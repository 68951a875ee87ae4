"""Answer → Reply: the only place that writes markup."""

from __future__ import annotations

from bot.model import Answer, Reply
from bot.replying.compose import lines_of
from bot.replying.markup import plain
from bot.replying.pages import pages


def reply(answer: Answer, public_url: str = "") -> Reply:
    """The answer as people read it; `public_url` (no slash at its end) is the base of links to the bot's own pages."""
    lines = lines_of(answer, public_url)
    return Reply(answer=answer, text=plain(lines), html=pages(lines))
