"""What the checks of a report share: findings, and facts within the sentences that hold them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, islice

from bot.model import Bound, Fact, Kind, Modality
from bot.model.lines import plain_number
from bot.reading.clauses import Span, Spans, clause_spans, sentence_spans
from bot.words.normalise import align

_SENTENCE_END = re.compile("[。\n]")
_SCALE = re.compile("[万亿]")
_CLAUSE_END = re.compile("[。;\n]")


REACH = 300
"""How many characters words and figures that belong together are apart at most; without it, time grows with squares."""

TOGETHER = 60
"""How many figures of a sentence are held against each other; no sentence that people write has more."""


class FindingKind(StrEnum):
    """What sort of oddity a finding is; the value is its Chinese name."""

    OVER_100 = "比率超过100%"
    RATE = "比率对不上"
    PART = "部分大于整体"
    SUM = "分项之和对不上"
    TWICE = "前后数字不同"
    CHANGE = "增减对不上"
    IMPLIED = "可推算上年"
    NO_UNIT = "金额没有单位"
    NUMBERING = "编号不连续"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at: the facts by id, the arithmetic, the clauses and a short question in Chinese.

    `start` is the text offset where it stands.
    """

    kind: FindingKind
    start: int
    facts: tuple[str, ...]
    arithmetic: str
    quotes: tuple[str, ...]
    remark: str

    @property
    def is_doubt(self) -> bool:
        """Whether figures contradict each other or common sense, rather than merely imply another figure."""
        return self.kind is not FindingKind.IMPLIED


def finding(kind: FindingKind, facts: Sequence[Fact], arithmetic: str, remark: str) -> Finding:
    """A finding about facts, which stand in the order in which the arithmetic names them."""
    return Finding(
        kind=kind,
        start=min(fact.start for fact in facts),
        facts=tuple(dict.fromkeys(fact.id for fact in facts)),
        arithmetic=arithmetic,
        quotes=tuple(dict.fromkeys(fact.claim.quote for fact in facts)),
        remark=remark,
    )


class Passages:
    """A report's facts by sentence and clause. Texts that it gives are aligned: ASCII punctuation and digits."""

    def __init__(self, text: str, facts: Sequence[Fact]) -> None:
        self.text = align(text)
        self.facts = sorted(facts, key=lambda fact: fact.start)
        self._sentences = sentence_spans(self.text)
        self._clauses = clause_spans(self.text)

    def sentences(self) -> Iterator[list[Fact]]:
        """The facts of each sentence that has any, at most `TOGETHER` at a time."""
        return self._grouped(self._sentences)

    def clauses(self) -> Iterator[list[Fact]]:
        """The facts of each clause that has any, at most `TOGETHER` at a time."""
        return self._grouped(self._clauses)

    def same_sentence(self, one: Fact, other: Fact) -> bool:
        """Whether two facts stand in one sentence."""
        return self._sentences.at(one.start) == self._sentences.at(other.start)

    def clause(self, fact: Fact) -> Span:
        """The offsets between which a fact's clause lies."""
        return self._clauses.at(fact.start)

    def before(self, fact: Fact) -> str:
        """The words of a fact's clause before it, as far as they can have to do with it."""
        return self.text[max(self.clause(fact)[0], fact.start - REACH) : fact.start]

    def own_words(self, fact: Fact) -> str:
        """The words between the fact before, or the clause's start, and this one, and its measure."""
        at = bisect.bisect_left(self.facts, fact.start, key=lambda other: other.start)
        low = max(self.clause(fact)[0], self.facts[at - 1].end if at else 0, fact.start - REACH)
        return self.text[low : fact.start] + fact.claim.measure

    def _grouped(self, spans: Spans) -> Iterator[list[Fact]]:
        for _, facts in groupby(self.facts, key=lambda fact: spans.at(fact.start)):
            while group := list(islice(facts, TOGETHER)):
                yield group


def is_exact_count(fact: Fact) -> bool:
    """Whether a fact is an achieved whole number of something, stated exactly: 1.2万件 is rounded."""
    claim = fact.claim
    exact = claim.bound is Bound.EQ and not _SCALE.search(fact.text)
    return exact and claim.kind is Kind.COUNT and claim.modality is Modality.ACTUAL


def shown(value: float) -> str:
    """A value in arithmetic: 583, 3.38, 172.5."""
    return f"{plain_number(round(value, 4))}"


def last_digit(fact: Fact) -> float:
    """What one step of the last digit written is worth: 0.01 for 99.88%, 1 for 98%."""
    digits = re.search(r"[0-9]+(?:\.([0-9]+))?", align(fact.text))
    return 10.0 ** -len(digits[1]) if digits and digits[1] else 1.0
