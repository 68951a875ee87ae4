"""Memory over ten thousand reports: what the reader holds after the first thousand is all that it ever holds."""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.reading.reader import Reader

FEW, MANY = 1_000, 10_000
LENGTH = 500
"""Characters of one report: short ones, so that ten thousand take less than a minute."""
GOAL = 8.0
_DIGITS = "0123456789"
_PAGE = resource.getpagesize()


def megabytes() -> float:
    """The memory that this process holds now; its peak where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * _PAGE / 2**20 if statm.exists() else peak_megabytes()


def peak_megabytes() -> float:
    """The most memory that this process ever held."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def variations(reports: Sequence[str], count: int) -> Iterator[str]:
    """Pieces of reports in which every digit is another one: no two are alike, so nothing remembered can help."""
    chance = random.Random(1)
    whole = "\n".join(reports)
    for _ in range(count):
        start = chance.randrange(len(whole) - LENGTH)
        digits = "".join(chance.sample(_DIGITS, len(_DIGITS)))
        yield whole[start : start + LENGTH].translate(str.maketrans(_DIGITS, digits))


def report(reader: Reader, reports: Sequence[str]) -> str:
    """One line for people: the memory after a thousand and after ten thousand reports."""
    held: dict[int, float] = {}
    for number, text in enumerate(variations(reports, MANY), start=1):
        reader.mentions(text, year=2024, region=f"第{number}县")
        if number in (FEW, MANY):
            held[number] = megabytes()
    return (
        f"memory: {held[FEW]:.1f} MB after {FEW} reports, {held[MANY]:.1f} MB after {MANY}: "
        f"{held[MANY] - held[FEW]:+.1f} MB (goal: at most {GOAL:.0f} more)"
    )
