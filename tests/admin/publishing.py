"""A process that can be killed: publishes one report after the other, each as an act of its own, and announces them.

`python -m tests.admin.publishing FOLDER ACTS` goes on where the one before was killed.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from bot.admin.publishing import Candidate, Publisher
from bot.library import Library
from bot.library.shelf import newest, put
from bot.model import Report
from bot.notices.announcing import Announcer
from bot.store.database import open_database
from bot.store.loading import Loaded
from bot.store.outbox import OutboxStore
from bot.store.state import STATE
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from bot.words.vocabulary import Vocabulary
from tests.golden import ROOT
from tests.library.shelf import simple_reader

REPORT = Report(id="b-2025", title="", issuer="某县司法局", region="某县", adcode="440881", year=2025)


def text_of(number: int) -> str:
    """What the report says after the act of that number."""
    return f"第{number}版。收到行政复议申请{number}件。\n"


WORDS = Vocabulary(Lexicon.load(ROOT / "data" / "lexicon"), Places.load(ROOT / "data" / "places"))


async def publish(folder: Path, acts: int) -> None:
    """Act after act until there are so many."""
    facts = await open_database(folder / "state" / "facts.sqlite3")
    state = await open_database(folder / "state" / "state.sqlite3", STATE)
    announcer = Announcer(facts, OutboxStore(state), WORDS)

    async def loaded(_: Loaded) -> None:
        await announcer.announce()

    library = Library(folder / "data", folder / "state", reader=simple_reader)
    publisher = Publisher(library, folder / "state", facts, loaded)
    await publisher.reload()
    current = newest(folder / "state")
    # The last act is asked for once more: nobody knows whether its asker heard that it was done.
    for number in range(max(1, current.number if current else 0), acts + 1):
        file = folder / f"{number}.txt"
        put(file, text_of(number).encode())
        candidate = Candidate(replace(REPORT, title=f"第{number}版"), file)
        await publisher.publish(candidate, key=f"act:{number}", by="1")
    await facts.close()
    await state.close()


if __name__ == "__main__":
    asyncio.run(publish(Path(sys.argv[1]), int(sys.argv[2])))
