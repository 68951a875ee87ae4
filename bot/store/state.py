"""The schema of the state database: the steps of all that cannot be made again from files."""

from __future__ import annotations

from bot.store.administration import ADMINISTRATION
from bot.store.admission import ADMISSION
from bot.store.chats import CHATS, PHRASE_AGE
from bot.store.outbox import OUTBOX
from bot.store.schema import Schema
from bot.store.subscriptions import SUBSCRIPTIONS
from bot.store.watching import WATCHING

STATE = Schema(steps=(CHATS, SUBSCRIPTIONS, OUTBOX, ADMINISTRATION, WATCHING, ADMISSION, PHRASE_AGE), rebuildable=False)
"""What state.sqlite3 holds."""
