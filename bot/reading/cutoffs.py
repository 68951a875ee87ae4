"""The cut-off of a figure (截至12月底): the nearest before it in its clause, or one that opens its sentence."""

from __future__ import annotations

from bisect import bisect_right

from bot.reading.clauses import Span
from bot.reading.vocabulary.lexicon import Times

_OPENING, _AT_START, _FAR = 40, 6, 300
_GOES_ON = ("其中", "经过")
"""How a sentence begins that goes on with what the one before counted: 截至6月底收到90件。其中,办结80件。"""


class Cutoffs:
    """The cut-offs of an aligned text. Those of the last clause and sentence are remembered: figures share them."""

    def __init__(self, text: str, times: Times) -> None:
        self._text = text
        self._cutoff, self._mark, self._short = times.cutoff, times.cutoff_mark, times.short_cutoffs
        self._other = times.other_time
        self._clause: Span = (-1, -1)
        self._within: list[Span] = []
        self._sentence = -1
        self._opens: Span = (0, 0)

    def governing(self, sentence: Span, clause: Span, position: int) -> str:
        """The cut-off that governs a position, as written; "" for none."""
        opening_start, opening_end = self._opening(sentence[0])
        if clause != self._clause:
            self._clause = clause
            found = self._cutoff.finditer(self._text, *clause) if self._mark.search(self._text, *clause) else ()
            self._within = [cutoff.span() for cutoff in found]
        for index in range(bisect_right(self._within, position, key=_end) - 1, -1, -1):
            start, end = self._within[index]
            if start < position - _FAR:
                break
            closed = self._text.find(")", end, position)
            if closed < 0 or self._text.find("(", end, closed) >= 0:
                return "" if self._ended(start, end, position) else self._text[start:end]
        if opening_end > position or (clause[0] > opening_end and self._other.search(self._text, clause[0], position)):
            return ""  # 上半年…；全年…: another time is named
        return self._text[opening_start:opening_end]

    def _ended(self, start: int, end: int, position: int) -> bool:
        """Whether a short cut-off (目前) ends before a position since another time is named there."""
        short = self._text[start:end] in self._short
        return short and bool(self._other.search(self._text, end, position))

    def _opening(self, sentence: int) -> Span:
        """The cut-off that opens the sentence that starts at `sentence`, an empty span for none."""
        if sentence != self._sentence:
            goes_on, self._sentence = self._goes_on(sentence), sentence
            if goes_on:
                return self._opens
            stop = sentence + _OPENING
            starts = range(sentence, sentence + _AT_START + 1) if self._mark.search(self._text, sentence, stop) else ()
            opening = next((found for at in starts if (found := self._cutoff.match(self._text, at, stop))), None)
            self._opens = opening.span() if opening and opening[0] not in self._short else (0, 0)
        return self._opens

    def _goes_on(self, sentence: int) -> bool:
        """Whether a sentence goes on counting where the one last looked at, right before it, left off."""
        before = max(self._sentence, 0)
        adjacent = self._text.startswith("。", sentence - 1) and self._text.find("。", before, sentence) == sentence - 1
        return adjacent and self._text.startswith(_GOES_ON, sentence)


def _end(span: Span) -> int:
    return span[1]
