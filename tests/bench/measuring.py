"""Measuring on a shared machine: what is compared takes turns, and a ratio is the median of those of the rounds."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

Work = Callable[[str], object]


def seconds(work: Work, texts: Sequence[str]) -> float:
    """The processor time of one piece of work over all texts."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def rounds(works: Mapping[str, Work], texts: Sequence[str], count: int) -> dict[str, list[float]]:
    """The seconds of each work in each round; a round that is thrown away goes first, to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(count + 1):
        for name, work in works.items():
            spent = seconds(work, texts)
            if turn:
                taken[name].append(spent)
    return taken


def ratio(taken: Mapping[str, list[float]], numerator: str, denominator: str) -> float:
    """How many times as long one work took as another: the median over the rounds."""
    return median(a / b for a, b in zip(taken[numerator], taken[denominator], strict=True))
