"""Finding numerals and saying what each one is: a fact, a date, a reference, a label or a list number.

Works on aligned text. One pass of one regular expression finds runs of digits and of Chinese numerals; small functions,
tried in order, then say what a run is. What none of them places is a fact when a unit follows or it stands in running
words, else a label: a run of Arabic digits is never dropped.
"""

from __future__ import annotations

import re

from bot.model import Bound, MentionClass
from bot.reading.numbers.glued import glued_list_numbers
from bot.reading.numbers.hannumerals import IN_WORDS, NTH_OF_ALL, PAST, RANK_REACH, HanReader, spans, years_past
from bot.reading.numbers.neighbours import (
    JOINTS,
    bounded_ahead,
    grouped,
    has_parts,
    lend,
    of_a_whole,
    of_an_age,
    picks,
    torn,
    unit_below,
)
from bot.reading.numbers.numerals import ARABIC_REST, SCALES, han_value
from bot.reading.numbers.pointers import POINTED_AT, is_article, table_or_annex
from bot.reading.numbers.quantities import Numeral, QuantityReader
from bot.reading.numbers.references import (
    MASKED_DATE,
    chapter,
    date_at,
    enclosing,
    goes_to_days,
    is_aim,
    is_name,
    is_year,
    list_number,
    named_sum,
    paper_or_registration,
    telephone_or_number,
)
from bot.reading.numbers.zeros import is_zero_rate
from bot.reading.tables import lone_cell
from bot.reading.vocabulary.lexicon import ReadingLexicon

__all__ = ["Numeral", "NumeralFinder"]

_RUN = re.compile(rf"[\d{IN_WORDS}](?:(?<=\d){ARABIC_REST}|[{IN_WORDS}]{{0,15}}+)")
"""A run of either script. It begins with one set of characters, so that the search can skip all others at once."""
_BARE_FACT = re.compile(r"[数量率额度分达为共超近约至到计有占]$")
_BARE_BEFORE = re.compile(r"[\u4e00-\u9fff]")
_FIRST_MONTHS = re.compile("(?<![提目此之以])前$")
_RATIO = re.compile(r"(\d{1,9}(?:\.\d{1,9})?):1(?![\d:])")
_OTHER_RATIO = re.compile(r"\d{1,3}:\d{1,3}(?![\d:])")
_COUNTED_UP = re.compile("(?:共计?|累计|总计|合计)[\u4e00-\u9fff]*$")
_UP_REACH = 16
_AMOUNT_SAID = re.compile("(?:[量额]|[人次总件户份]数|[达约逾超]|突破|[共累总合]计)$")
_LONGEST_AMOUNT = 10
_ENDS = frozenset(",;。、%)")
_FRACTION = re.compile(r"(?<=[\u4e00-\u9fff])(\d{1,2})/([1-9]\d?)(?![\d/])")
_DATE_MARKS = frozenset("年月日时点")
_ASK_FIRST = frozenset("〔[(【备码编话真: NnXx.-/")
"""Before these a number may be part of a reference although a unit seems to follow."""
_MASKS = ("X", "x", "×", "*")
_FURTHER = re.compile(r"(?:[、和至到—-]\d{1,4})+")
_NEXT_OF_A_ROW = re.compile(r"(?<=[、和至到—-])\d")
_MORE = ("余", "多")
_CALLED = ("拨打", "热线", "电话", "报警")


class NumeralFinder:
    """Finds the numerals of aligned texts with the words of a lexicon."""

    def __init__(self, lexicon: ReadingLexicon) -> None:
        self._quantities = QuantityReader(lexicon)
        self._names = lexicon.names
        self._verb = lexicon.phrases.verb
        self._han = HanReader(lexicon, self._quantities)
        self._plain = frozenset(unit[0] for unit in lexicon.units.family) - _DATE_MARKS

    def find(self, text: str) -> list[Numeral]:
        """All numerals of an aligned text, sorted, never overlapping."""
        found: list[Numeral] = []
        last, glued = 0, glued_list_numbers(text)
        for run in _RUN.finditer(text):
            start, end = run.span()
            if listed := glued.get(start):
                found.append(Numeral(start, listed, MentionClass.ENUM))
                start = last = listed
            if start < last:
                if end > last and text[start].isdecimal():
                    found[-1].end = last = end  # a run of digits is never cut in two
                continue
            numeral: Numeral | None = None
            if text[start].isdecimal():
                numeral = self._arabic(text, start, end, last)
                numeral.end = max(numeral.end, end)
            elif self._han.may_count(text, start, end):
                numeral = self._han.read(text, start, end, last)
            if numeral:
                if numeral.cls is MentionClass.FACT and numeral.bound is Bound.EQ:
                    numeral.bound = bounded_ahead(text, numeral, self._verb)
                found.extend(_one_by_one(text, numeral))
                last = numeral.end
        return found

    def _arabic(self, text: str, start: int, end: int, last: int) -> Numeral:
        """What a run of Arabic digits is; never None."""
        before = text[start - 1 : start]
        if before == "第" and start > last:
            return self._ordinal(text, start, end)
        if before in ("", "\n") and (number := chapter(text, start)):
            return number
        if before in POINTED_AT and (pointer := table_or_annex(text, start, end, last, self._quantities)):
            return pointer
        plain = text[end : end + 1] in self._plain and before not in _ASK_FIRST and end - start < 5
        if (not plain or "+" in text[end : end + 9]) and (named := self._special(text, start, end, last)):
            return named
        return self._quantity(text, start, end, last, before)

    def _special(self, text: str, start: int, end: int, last: int) -> Numeral | None:
        """A reference, list number, name, date, ratio or fraction; None for what looks like a quantity."""
        if text[end : end + 1] in _MASKS and (date := MASKED_DATE.match(text, start)):
            return Numeral(start, date.end(), MentionClass.DATE)
        named = paper_or_registration(text, start, end, last) or self._number(text, start, end)
        named = named or list_number(text, start, end) or named_sum(text, start, end, last)
        if named := named or self._date(text, start, end, last):
            return named
        if text[end : end + 1] == ":":
            if ratio := _RATIO.match(text, start):
                return Numeral(start, ratio.end(), MentionClass.FACT, start, float(ratio[1]), "", Bound.EQ, "multiple")
            if other := _OTHER_RATIO.match(text, start):
                return Numeral(start, other.end(), MentionClass.LABEL)
        if text[end : end + 1] == "/" and (fraction := _FRACTION.match(text, start)):
            return self._part(text, fraction, last)
        return None

    def _date(self, text: str, start: int, end: int, last: int) -> Numeral | None:
        """A date; 不超过30日 and 超2000 are none."""
        date = date_at(text, start, end, last)
        if date and text[end : date.end] == "日" and goes_to_days(text, (start, date.end)):
            return None
        if date and text[end : date.end] in ("", "日"):
            bound = self._quantities.qualifier(text, start, last)[1]
            return date if bound in (Bound.EQ, Bound.APPROX) else None
        return date

    def _quantity(self, text: str, start: int, end: int, last: int, before: str) -> Numeral:
        """A number with its unit, unless the words around show a name, a span of years, or nothing that counts."""
        if text[end : end + 1] == " ":
            end = max(end, grouped(text, start))
        quantity = self._quantities.read(text, start, end, last)
        if span := span_of_years(text, quantity):
            return span
        if not quantity.unit or quantity.unit == "个":
            self._complete(text, quantity, end)
        within = enclosing(text, start)
        quoted = within == "《" or (within == "“" and not is_aim(text, quantity))
        if is_article(text, quantity):
            quantity.cls = MentionClass.REF
        elif is_name(text, quantity, self._names) or quoted:
            quantity.start, quantity.cls = start, MentionClass.LABEL
        elif is_year(text, quantity):
            quantity.start, quantity.end, quantity.cls = start, start + 4, MentionClass.DATE
        elif before == "前" and quantity.unit in ("", "名", "位", "%") and self._ranks(text, start - 1):
            return _among_the_first(quantity)
        elif self._claims_nothing(text, quantity, before):
            quantity.cls = MentionClass.LABEL
        return quantity

    def _claims_nothing(self, text: str, quantity: Numeral, before: str) -> bool:
        """Whether a number is not said of anything: bare, per so many (每10万人), torn, or only a bound that picks."""
        if not quantity.unit:
            counts = _counts_bare(text, quantity) or has_parts(text, quantity, self._quantities)
            bare = quantity.bound is Bound.EQ and not counts
            return bare or torn(text, quantity) or of_a_whole(text, quantity)
        if of_an_age(text, quantity) or of_a_whole(text, quantity):
            return True
        return before == "每" or torn(text, quantity) or picks(text, quantity, self._verb)

    def _complete(self, text: str, quantity: Numeral, end: int) -> None:
        """Give a number what stands with the next number or on the next line."""
        after = text[quantity.end : quantity.end + 1]
        if quantity.value == 0 and not quantity.unit and is_zero_rate(text, quantity.number):
            quantity.unit, quantity.family = "%", "share"
        elif after in JOINTS:
            lend(text, quantity, end, self._quantities)
        elif after == "\n" and not quantity.unit:
            unit_below(text, quantity, self._quantities)

    def _number(self, text: str, start: int, end: int) -> Numeral | None:
        """A telephone number, an index number, a hotline (12348)."""
        reference = telephone_or_number(text, start)
        if reference and not (reference[0].isdigit() and self._counts(text, start, reference.end())):
            return Numeral(start, reference.end(), MentionClass.REF)
        called = end - start > 3 or text[end : end + 1] not in _ENDS or text[max(0, start - 2) : start] in _CALLED
        more = text[end : end + 1] in _MORE  # 110余名
        if called and not more and text[start:end] in self._names.hotlines and not self._quantities.counts(text, end):
            return Numeral(start, end, MentionClass.REF)
        return None

    def _counts(self, text: str, start: int, end: int) -> bool:
        """Whether a long number counts: a unit follows, or words of an amount stand before it (播放量达150000)."""
        amount = end - start < _LONGEST_AMOUNT and text[end : end + 1] in _ENDS
        said = amount and _AMOUNT_SAID.search(text, max(0, start - 2), start)
        return bool(said) or self._quantities.counts(text, end)

    def _ordinal(self, text: str, start: int, end: int) -> Numeral:
        """第3名 is a rank, 第3季度 a date, 第12次会议 and 第1、2项 references."""
        opening = start - 1
        if text.startswith("季度", end):
            return Numeral(opening, end + 2, MentionClass.DATE)
        if listed := _FURTHER.match(text, end):
            tail = self._names.ordinal_of.match(text, listed.end())
            if tail and tail[0] == "季度":
                return Numeral(opening, tail.end(), MentionClass.DATE)
            if tail and not text.startswith(("名", "位"), listed.end()):
                return Numeral(opening, tail.end(), MentionClass.REF)
        named = text[end : end + 1] in ("名", "位")
        if text.startswith("个", end) and NTH_OF_ALL.search(text, max(0, opening - RANK_REACH), opening):
            named = True
        tail = self._names.ordinal_of.match(text, end)
        if not named and (tail or not self._ranks(text, opening)):
            return Numeral(opening, tail.end() if tail else end, MentionClass.REF)
        value = han_or_digits(text[start:end])
        return Numeral(opening, end + named, MentionClass.FACT, start, value, "名", Bound.EQ, "rank")

    def _ranks(self, text: str, opening: int) -> bool:
        """Whether 位居, 全市, 排名 … stands before an ordinal."""
        return bool(self._names.rank_before.search(text, max(0, opening - RANK_REACH), opening))

    def _part(self, text: str, fraction: re.Match[str], last: int) -> Numeral:
        """1/4 in percent."""
        opening, bound = self._quantities.qualifier(text, fraction.start(), last)
        stop, bound = self._quantities.after(text, fraction.end(), bound, has_unit=True)
        value = float(fraction[1]) / float(fraction[2]) * 100
        return Numeral(opening, stop, MentionClass.FACT, fraction.start(), value, "%", bound, "share")


def _one_by_one(text: str, numeral: Numeral) -> list[Numeral]:
    """第12、35、106号提案 names three: each run of digits stands for itself."""
    if numeral.cls is not MentionClass.REF or text[numeral.start] != "第":
        return [numeral]
    starts = [numeral.start, *(run.start() for run in _NEXT_OF_A_ROW.finditer(text, numeral.start, numeral.end))]
    ends = [*(start - 1 for start in starts[1:]), numeral.end]
    return [Numeral(start, end, MentionClass.REF) for start, end in zip(starts, ends, strict=True)]


def han_or_digits(number: str) -> float:
    """The worth of a number in either script."""
    return float(number.replace(",", "")) if number[0].isdecimal() else han_value(number)


def span_of_years(text: str, quantity: Numeral) -> Numeral | None:
    """近三年, 五年来 and 前11个月 say when, not how long."""
    if quantity.unit == "个月" and _FIRST_MONTHS.search(text, max(0, quantity.number - 3), quantity.number):
        return Numeral(quantity.number - 1, quantity.end, MentionClass.DATE)
    if quantity.unit != "年":
        return None
    past = text.endswith(PAST, 0, quantity.number) or spans(text, quantity.number, quantity.end)
    return years_past(text, quantity.number, quantity.end) if past else None


def _among_the_first(quantity: Numeral) -> Numeral:
    """前5名 and 前10% of a ranking."""
    quantity.start, quantity.bound = quantity.number - 1, Bound.LT
    if quantity.unit != "%":
        quantity.unit, quantity.family = "名", "rank"
    return quantity


def _counts_bare(text: str, quantity: Numeral) -> bool:
    """Whether a number without unit is a quantity: it has a scale, or stands in running words (占98.66,成功率99)."""
    if quantity.value >= 10**4 and text[quantity.end - 1] in SCALES:
        return True
    if lone_cell(text, quantity.start, quantity.end):
        return True
    before, after = text[quantity.start - 1 : quantity.start], text[quantity.end : quantity.end + 1]
    if not _BARE_BEFORE.match(before):
        return False
    if after == "\n" and _COUNTED_UP.search(text, max(0, quantity.start - _UP_REACH), quantity.start):
        return True
    return not after or after in ",;。、)和" or bool(_BARE_FACT.search(before) or _BARE_BEFORE.match(after))
