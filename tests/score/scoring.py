"""Compare mentions that a reader found with hand-made ones, figure by figure.

Figures: `accounted` is the share of a report's Arabic digit runs that some found mention covers; `class` the share of
gold mentions whose overlapping found mention has the same class; fact precision, recall and F1 count a found fact that
overlaps a gold fact; the others are shares of such pairs: `value` (value, unit, bound), `kind` (with direction),
`modality`, `period`, `topic`, `asof`, `subject` (both empty, or half of the characters shared), `measure` (60 % of the
characters shared, no other gold measure of the same quote more alike). Strict F1 asks for all but asof and subject.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.model import Claim, Mention, MentionClass

DIGITS = re.compile(r"\d+(?:[,\uff0c]\d{3}(?!\d))*(?:[.\uff0e]\d+)?")
CLAUSE_END = re.compile("[\u3002\uff1b;\n]")
PARTS = ("value", "kind", "modality", "period", "topic", "asof", "subject", "measure")
STRICT = frozenset(PARTS) - {"asof", "subject"}


@dataclass(slots=True)
class Tally:
    """Counts of one report, or of several added up."""

    runs: int = 0
    covered: int = 0
    gold: int = 0
    same_class: int = 0
    gold_facts: int = 0
    found_facts: int = 0
    matched: int = 0
    strict: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add another report's counts."""
        for name in ("runs", "covered", "gold", "same_class", "gold_facts", "found_facts", "matched", "strict"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.right.update(other.right)

    def figures(self) -> dict[str, float]:
        """The figures by name, each from 0 to 1."""
        return {
            "accounted": _share(self.covered, self.runs, 1.0),
            "class": _share(self.same_class, self.gold),
            "fact precision": _share(self.matched, self.found_facts),
            "fact recall": _share(self.matched, self.gold_facts),
            "fact F1": _share(2 * self.matched, self.gold_facts + self.found_facts),
            **{part: _share(self.right[part], self.matched) for part in PARTS},
            "strict F1": _share(2 * self.strict, self.gold_facts + self.found_facts),
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: what kind of error, where, what the gold says and what was found."""

    kind: str
    start: int
    text: str
    gold: str
    found: str


def compare(text: str, gold: Sequence[Mention], found: Sequence[Mention]) -> tuple[Tally, list[Difference]]:
    """Count what agrees and list what differs. Raises ValueError where found spans are not fit to be scored."""
    check_spans(text, found)
    tally = Tally()
    differences: list[Difference] = []
    runs = [match.span() for match in DIGITS.finditer(text)]
    tally.runs, tally.covered = len(runs), _covered(runs, found)
    tally.gold_facts, tally.found_facts = _facts(gold), _facts(found)
    tally.gold = len(gold)
    pairs, extra = _paired(gold, found)
    measures = _measures_by_quote(gold)
    for mine, other in pairs:
        tally.same_class += other is not None and mine.cls is other.cls
        if mine.claim and other and other.claim:
            right = agreement(mine.claim, other.claim, measures[mine.claim.quote])
            tally.matched += 1
            tally.right.update(part for part in PARTS if right[part])
            tally.strict += all(right[part] for part in STRICT)
            differences.extend(_apart(mine, other, right))
        elif other is None or mine.cls is not other.cls:
            name = other.cls.value if other else "nothing"
            differences.append(Difference("class", mine.start, mine.text, mine.cls.value, name))
    for mention in extra:
        if mention.claim:
            differences.append(Difference("extra", mention.start, mention.text, "nothing", mention.claim.measure))
    return tally, differences


def alike(a: str, b: str) -> float:
    """How alike two phrases are: the F1 of their characters, order left out."""
    common = (Counter(a) & Counter(b)).total()
    return 2 * common / (len(a) + len(b)) if a or b else 1.0


def agreement(gold: Claim, found: Claim, measures: set[str]) -> dict[str, bool]:
    """Which parts of a claim agree. `measures` are all gold measures of the quote."""
    own = alike(gold.measure, found.measure)
    nearer = any(alike(other, found.measure) > own for other in measures - {gold.measure})
    close = abs(found.value - gold.value) <= 1e-6 * max(1.0, abs(gold.value))
    return {
        "value": close and (gold.unit, gold.bound) == (found.unit, found.bound),
        "kind": (gold.kind, gold.direction) == (found.kind, found.direction),
        "modality": gold.modality is found.modality,
        "period": gold.period == found.period,
        "topic": gold.topic == found.topic,
        "asof": gold.asof == found.asof,
        "subject": alike(gold.subject, found.subject) >= 0.5,
        "measure": own >= 0.6 and not nearer,
    }


def check_spans(text: str, found: Sequence[Mention]) -> None:
    """Refuse mentions that could only win by covering too much: raises ValueError."""
    last = 0
    for mention in found:
        if text[mention.start : mention.end] != mention.text:
            raise ValueError(f"offsets do not fit the text: {mention}")
        if mention.start < last:
            raise ValueError(f"mentions overlap or are not sorted: {mention}")
        if CLAUSE_END.search(mention.text):
            raise ValueError(f"a mention crosses a clause end: {mention}")
        last = mention.end


def _share(part: float, whole: float, empty: float = 0.0) -> float:
    return part / whole if whole else empty


def _facts(mentions: Sequence[Mention]) -> int:
    return sum(mention.cls is MentionClass.FACT for mention in mentions)


def _covered(runs: list[tuple[int, int]], found: Sequence[Mention]) -> int:
    return sum(any(mention.start <= start and end <= mention.end for mention in found) for start, end in runs)


def _measures_by_quote(gold: Sequence[Mention]) -> dict[str, set[str]]:
    measures: dict[str, set[str]] = defaultdict(set)
    for mention in gold:
        if mention.claim:
            measures[mention.claim.quote].add(mention.claim.measure)
    return measures


def _paired(
    gold: Sequence[Mention], found: Sequence[Mention]
) -> tuple[list[tuple[Mention, Mention | None]], list[Mention]]:
    """Greedy one-to-one pairing by overlap, in the order of the text; and what is left over."""
    taken: set[int] = set()
    pairs: list[tuple[Mention, Mention | None]] = []
    for mine in gold:
        overlaps = {
            at: min(mine.end, other.end) - max(mine.start, other.start)
            for at, other in enumerate(found)
            if at not in taken and other.start < mine.end and mine.start < other.end
        }
        best = max(overlaps, key=lambda at: overlaps[at], default=None)
        if best is not None:
            taken.add(best)
        pairs.append((mine, None if best is None else found[best]))
    return pairs, [mention for at, mention in enumerate(found) if at not in taken]


def _apart(mine: Mention, other: Mention, right: dict[str, bool]) -> Iterator[Difference]:
    for part in PARTS:
        if not right[part] and mine.claim and other.claim:
            yield Difference(part, mine.start, mine.text, _said(mine.claim, part), _said(other.claim, part))


def _said(claim: Claim, part: str) -> str:
    if part == "value":
        return f"{claim.value:g} {claim.unit} {claim.bound.value}"
    if part == "kind":
        return f"{claim.kind.value} {claim.direction.value}".strip()
    return str(getattr(claim, part))
