"""Ask the real desk random questions and check every reply: `python -m tests.fuzz [N] [--seed S] [--jobs J]`.

Each complaint is printed with the message that caused it; the same seed makes the same messages again. Exit code 1 when
there was any.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

from bot.app import App, open_app
from bot.config import Settings
from bot.desk import ChatContext
from bot.model import Bundle, Query
from tests.fuzz.checks import complaints
from tests.fuzz.messages import Maker, Message
from tests.replying.provenance import Truth

SHOWN = 20


def truth_of(app: App, bundles: dict[str, Bundle]) -> Truth:
    """What the loaded reports say."""
    names = {b.report.adcode: region.own for b in bundles.values() if (region := app.places.get(b.report.adcode))}
    identities = {fact.indicator for bundle in bundles.values() for fact in bundle.facts if fact.indicator}
    titles = {identity: found.name for identity in identities if (found := app.lexicon.indicator(identity))}
    return Truth(bundles.values(), names, titles)


async def run(number: int, seed: str, state: Path) -> list[str]:
    """Ask so many questions; the complaints with their messages."""
    found: list[str] = []
    async with open_app(Settings(state_dir=state)) as app:
        bundles = {entry.id: entry.read() for entry in app.library.entries()}
        truth = truth_of(app, bundles)
        reported = [region for b in bundles.values() if (region := app.places.get(b.report.adcode))]
        maker = Maker(app.lexicon, app.places, list(dict.fromkeys(reported)), random.Random(seed))
        for _ in range(number):
            message = maker.message()
            try:
                reply = await app.desk.answer(message.text, ChatContext(previous=await _before(app, message)))
                wrong = list(complaints(message, reply, bundles, truth))
            except Exception as error:
                wrong = [f"{type(error).__name__}: {error}"]
            found += [f"{message.text!r} {f'after {message.after!r}' if message.after else ''}: {one}" for one in wrong]
    return found


async def _before(app: App, message: Message) -> Query | None:
    return (await app.desk.answer(message.after)).answer.query if message.after else None


def part(number: int, seed: str) -> list[str]:
    """One process's share."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(number, seed, Path(folder)))


def main() -> int:
    """Share the questions out, print complaints and a summary."""
    parser = argparse.ArgumentParser(prog="tests.fuzz")
    parser.add_argument("number", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", default="fazhi")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    start = time.perf_counter()
    shares = [(-(-options.number // options.jobs), f"{options.seed}{job}") for job in range(options.jobs)]
    if options.jobs == 1:
        found = part(*shares[0])
    else:
        with get_context("spawn").Pool(options.jobs) as pool:
            found = [one for part_found in pool.starmap(part, shares) for one in part_found]
    taken = time.perf_counter() - start
    lines = [*found[:SHOWN], f"{options.number} questions in {taken:.0f} s: {len(found)} complaints"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if found else 0
