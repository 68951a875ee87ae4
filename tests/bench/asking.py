"""How long a question takes, text in to Reply out, against its matching plus one bare indexed query."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import quantiles

from bot.app import open_app
from bot.asking.understanding.understand import Context, Understander
from bot.config import Settings
from bot.errors import UserError
from tests.questions.asking import questions

ROUNDS = 5
BARE = "SELECT * FROM fact WHERE report = ? AND topic = ?"
GOAL = 3.0


def p99(seconds: list[float]) -> float:
    """The 99th percentile."""
    return quantiles(seconds, n=100)[98]


async def measured() -> tuple[float, float]:
    """The p99 of whole answers and of matching plus a bare query, in seconds, over the project's own questions."""
    texts = [question.text for question in questions()]
    whole: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as state:
        async with open_app(Settings(state_dir=Path(state))) as app:
            reports = tuple((await app.store.catalogue()).reports.values())
            understander = Understander(app.lexicon, app.places, reports, await app.store.measures())
            for turn in range(ROUNDS + 1):
                for text in texts:
                    start = time.perf_counter()
                    await app.desk.answer(text)
                    middle = time.perf_counter()
                    with suppress(UserError):
                        understander.understand(text, Context())
                    await app.database.fetch(BARE, (reports[0].id, "行政复议"))
                    end = time.perf_counter()
                    if turn:  # the first turn warms up what is loaded lazily
                        whole.append(middle - start)
                        bare.append(end - middle)
    return p99(whole), p99(bare)


def report() -> str:
    """One line with the ratio and its goal."""
    whole, bare = asyncio.run(measured())
    return (
        f"asking: p99 of a whole answer {whole * 1000:.1f} ms, of matching plus one bare query {bare * 1000:.1f} ms: "
        f"ratio {whole / bare:.2f} (goal: at most {GOAL:.0f})"
    )
