"""Parts and wholes: a part larger than its whole, parts that do not add up."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Fact
from bot.reading.audit.findings import REACH, Finding, FindingKind, Passages, finding, is_exact_count, shown

_JOINS = re.compile("其中|包括|分为|分别为|分别是|含")
_ALL_NAMED = re.compile("包括|分为|分别")

# People are counted under several heads at once (男, 党员), and so are things under 各: their sums mean nothing.
_PEOPLE = re.compile("[人名位]")
_EACH = re.compile("各|均|分别各")
_AND_MORE = re.compile("等")

NEARLY_ALL = 0.9
"""Parts that are said to be all (包括) and make up this share of the whole leave something out by mistake."""

NEAR = 12
"""How many figures before and after 其中 may belong to it."""

TAIL = 8
"""How many characters after the last part may still say 等."""

SLIP = 0.02
"""Parts that need not be all (其中) are taken for all when their sum is above the whole by no more than this share:
kinds that overlap (涉企案件, 调解结案) hardly come so close."""


@dataclass(frozen=True, slots=True)
class _Split:
    """A whole, the word that leads to its parts, and the parts of the same unit right after it."""

    whole: Fact
    join: str
    parts: Sequence[Fact]
    words: str


def parts_above_wholes(passages: Passages) -> Iterator[Finding]:
    """受理100件，其中民事120件."""
    for split in _splits(passages):
        for part in split.parts:
            if part.claim.value > split.whole.claim.value:
                arithmetic = f"{shown(part.claim.value)} > {shown(split.whole.claim.value)}"
                remark = f"“{split.join}”的{part.text}大于总数{split.whole.text}，是否有误？"
                yield finding(FindingKind.PART, [part, split.whole], arithmetic, remark)


def sums_that_differ(passages: Passages) -> Iterator[Finding]:
    """共1688宗，包括申请类37宗、通知类1650宗."""
    for split in _splits(passages):
        total = sum(part.claim.value for part in split.parts)
        whole = split.whole.claim.value
        if len(split.parts) < 2 or total == whole or _EACH.search(split.words) or not _is_partition(split, total):
            continue
        terms = " + ".join(shown(part.claim.value) for part in split.parts)
        arithmetic = f"{terms} = {shown(total)}，总数{shown(whole)}"
        remark = f"分项相加是{shown(total)}{split.whole.claim.unit}，总数写{split.whole.text}，是否有误或另有一类？"
        yield finding(FindingKind.SUM, [*split.parts, split.whole], arithmetic, remark)


def _is_partition(split: _Split, total: float) -> bool:
    """Whether the parts are meant to be the whole, so that another sum is odd."""
    whole = split.whole.claim.value
    if _PEOPLE.search(split.whole.claim.unit) or max(part.claim.value for part in split.parts) > whole:
        return False
    if _ALL_NAMED.search(split.join) and not _AND_MORE.search(split.words):
        return total > NEARLY_ALL * whole
    # One less is a slip of the pen, more less may be a kind that is too rare to name; more than the whole cannot be.
    return whole > 4 and -1 <= total - whole <= max(1.0, SLIP * whole)


def _splits(passages: Passages) -> Iterator[_Split]:
    """Wholes with parts, within one clause."""
    for facts in passages.clauses():
        start = max(passages.clause(facts[0])[0], facts[0].start - REACH)
        end = min(passages.clause(facts[-1])[1], facts[-1].end + REACH)
        for join in _JOINS.finditer(passages.text, start, end):
            at = bisect.bisect_left(facts, join.end(), key=_start)
            stop = bisect.bisect_left(facts, _end_of_brackets(passages.text, start, join.end(), end), key=_start)
            if split := _split(passages, facts[max(0, at - NEAR) : at], facts[at : min(stop, at + NEAR)], join):
                yield split


def _end_of_brackets(text: str, start: int, at: int, end: int) -> int:
    """Where the brackets close that are open at a place (不受理12宗(其中转送10宗),受理91宗), `end` for none."""
    opened = text.rfind("(", start, at)
    closed = text.find(")", opened, end) if opened >= 0 else -1
    return closed if closed >= at else end


def _split(passages: Passages, before: Sequence[Fact], after: Sequence[Fact], join: re.Match[str]) -> _Split | None:
    unit = after[0].claim.unit if after else ""
    wholes = [fact for fact in before if fact.claim.unit == unit and is_exact_count(fact)]
    if not wholes or not unit:
        return None
    parts: list[Fact] = []
    for fact in after:
        if fact.claim.unit != unit or not is_exact_count(fact):
            break
        parts.append(fact)
    if not parts:
        return None
    last = min(passages.clause(parts[-1])[1], parts[-1].end + TAIL)
    # The nearest count of the unit is the whole; where a larger one stands further off, that may be it.
    whole = wholes[-1] if parts[0].claim.value <= wholes[-1].claim.value else max(wholes, key=_value)
    return _Split(whole, join[0], tuple(parts), passages.text[join.end() : last])


def _value(fact: Fact) -> float:
    return fact.claim.value


def _start(fact: Fact) -> int:
    return fact.start
