"""A text as a chain of stretches, each of which is judged by itself: as telling something, or as only asking."""

from __future__ import annotations

from collections.abc import Callable

_LONGEST = 14


def stretches(text: str, judge: Callable[[str], int | None]) -> list[tuple[str, bool]] | None:
    """The text as a chain of stretches and whether each tells something, the surest that there is; None for none."""
    best: list[tuple[int, tuple[tuple[str, bool], ...]] | None] = [(0, ())]
    for end in range(1, len(text) + 1):
        found = None
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            sure = judge(text[start:end]) if before is not None else None
            if before is None or sure is None:
                continue
            score = before[0] + (end - start) * sure
            if found is None or score > found[0]:
                found = (score, (*before[1], (text[start:end], sure > 0)))
        best.append(found)
    last = best[-1]
    return list(last[1]) if last is not None else None
