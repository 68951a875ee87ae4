"""A process that can be killed: loads reports, announces them and sends until nothing waits.

`python -m tests.notices.broadcast FOLDER URL` uses the program's own parts; only rates and patience are a test's.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

import httpx
from httpx_aiohttp import AiohttpTransport
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.notices.alerts import Alerts
from bot.notices.announcing import Announcer
from bot.notices.limiter import Rates
from bot.notices.text import NoticeWriter
from bot.notices.worker import Patience, Worker
from bot.store.database import open_database
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.store.outbox import OutboxStore
from bot.store.state import STATE
from bot.store.subscriptions import SubscriptionStore
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from bot.words.vocabulary import Vocabulary
from handlers.notices import TelegramSender
from tests.golden import ROOT, bundles, entries

TOKEN = "424242:AAH-loopback_token_that_nobody_may_see_x"
READ_SECONDS = 0.5
RATES = Rates(overall=1e6, chat=1e6, group=1_000_000)
PATIENCE = Patience(shut=(0.3, 0.3, 0.3), unknown=(0.1, 0.3), rejected=(0.1,), missing=(1.0,), pause=(0.05,))


WORDS = Vocabulary(Lexicon.load(ROOT / "data" / "lexicon"), Places.load(ROOT / "data" / "places"))


async def broadcast(folder: Path, url: str) -> None:
    """Everything from the files to the last message."""
    facts = await open_database(folder / "facts.sqlite3")
    state = await open_database(folder / "state.sqlite3", STATE)
    loaded = await load(facts, entries(bundles()))
    assert not loaded.rejected
    outbox, subscriptions = OutboxStore(state), SubscriptionStore(state)
    await Announcer(facts, outbox, WORDS).announce()
    transport = AiohttpTransport(limits=httpx.Limits(max_connections=4))
    request = HTTPXRequest(read_timeout=READ_SECONDS, httpx_kwargs={"transport": transport})
    async with Bot(TOKEN, base_url=f"{url}/bot", request=request) as bot:
        worker = Worker(
            outbox,
            subscriptions,
            TelegramSender(bot),
            NoticeWriter(FactStore(facts), outbox),
            alerts=Alerts(outbox, _nobody),
            rates=RATES,
            patience=PATIENCE,
        )
        while (await outbox.queue()).waiting:
            wait = await worker.round()
            await asyncio.sleep(wait)
    await facts.close()
    await state.close()


async def _nobody() -> tuple[int, ...]:
    return ()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    # Trouble is what this is about: PTB's tracebacks of it would hide everything else.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    asyncio.run(broadcast(Path(sys.argv[1]), sys.argv[2]))
