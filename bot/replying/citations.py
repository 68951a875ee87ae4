"""Citation marks: every clause that a reply cites has a number, in the order in which it is first cited."""

from __future__ import annotations

from bot.model import Fact


class Citations:
    """Numbers for clauses in the order in which they are first cited; figures of one clause share a number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._facts: dict[tuple[str, str], list[Fact]] = {}

    def mark(self, fact: Fact) -> str:
        """The citation mark of a fact's clause: ①."""
        clause = (fact.report, fact.claim.quote)
        number = self._numbers.setdefault(clause, len(self._numbers) + 1)
        cited = self._facts.setdefault(clause, [])
        if fact not in cited:
            cited.append(fact)
        return circled(number)

    def clauses(self) -> list[tuple[str, list[Fact]]]:
        """Mark and facts of every clause that was cited."""
        return [(circled(number), self._facts[clause]) for clause, number in self._numbers.items()]


def circled(number: int) -> str:
    """①, ②, … up to ㊿, then [51]."""
    for first, start in ((1, 0x2460), (21, 0x3251), (36, 0x32B1)):
        if first <= number < first + (20 if first == 1 else 15):
            return chr(start + number - first)
    return f"[{number}]"
