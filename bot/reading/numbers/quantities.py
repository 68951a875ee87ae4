"""A number with what adjoins it: qualifiers, scale, 余 or 多, unit (近1000件, 2万多人次, 90%以上)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.model import Bound, MentionClass
from bot.reading.numbers.numerals import SCALE_TAIL, SCALES, value_of
from bot.reading.vocabulary.lexicon import Qualifiers, ReadingLexicon
from bot.reading.vocabulary.trees import one_of

_MORE = frozenset("余多几")
_SPACED_MORE = ("余", "多人", "多件", "多次", "多个")
_WORDS_END = frozenset(("", *",;。、)\n"))
_BLANK = " \t"
_BLANKS = frozenset(_BLANK)
_MOST_BLANKS = 3
_WEIGHED = frozenset("米克瓦")
_PARTED = frozenset(("个", "年", "天", "倍"))
_SPLIT_UNIT = re.compile("([半多余来])(月|小时|星期|工作日|季度)")
_AND_A_HALF = re.compile("半(?![年月天日小个数以载])")
_YUAN = "元"
_TENTH, _BEFORE_TENTHS = "成", frozenset("占达到过为有降升")
_IN_TENTHS = re.compile("成(半)?(?![立效果为员功绩长熟都本品交型就人年分套军因份形家了色建])")
"""Shares in tenths, their number in digits."""
_SECOND = re.compile("之(?!多|间|内|外|后|前)|于(?=[^,。;]{1,12}[,。;])|[日年月](?![均])")
"""What makes 次 behind a unit the next one: 87件次之, 8份次日送达."""
_NOT_ABOVE = ("通过", "经过", "不过", "走过", "侦破", "攻破", "打破")
_BY_SO_MANY = re.compile(r"多出?了?[约近]?\d")
"""What is no bound of the number before it: 比上年的90件|多12件."""
_SIGNS = frozenset("-\u2212")
_NO_SIGN_AFTER = frozenset("%\u2030")


@dataclass(slots=True)
class Numeral:
    """One numeral and what it is. For facts: value, unit (both expanded), bound and the family of its unit.

    `start`:`end` is the whole mention with qualifier and unit, in the offsets of the text; `number` is where the number
    itself starts, qualifiers left out.
    """

    start: int
    end: int
    cls: MentionClass
    number: int = 0
    value: float = 0.0
    unit: str = ""
    bound: Bound = Bound.EQ
    family: str = ""


class QuantityReader:
    """Reads quantities with the units and qualifiers of a lexicon."""

    def __init__(self, lexicon: ReadingLexicon) -> None:
        self._family = lexicon.units.family
        self._units = _by_first_character(self._family)
        self._qualifiers = lexicon.qualifiers

    def read(self, text: str, start: int, end: int, last: int, value: float | None = None) -> Numeral:
        """The quantity whose number stands at `start`:`end`; `value` where the number is not written in digits.

        `last` is where the mention before ends: no qualifier reaches back over it.
        """
        opening, bound = self.qualifier(text, start, last)
        begin = end + (text[end : end + 1] in _BLANKS and text.startswith(_SPACED_MORE, end + 1))  # 240 余人次
        more = text[begin : begin + 1] in _MORE
        stop = begin + more
        worth = value
        if worth is None:
            worth, stop = _scaled(text, start, end, stop)
        scaled = stop > begin + more
        if not more and text[stop : stop + 1] in _MORE and (scaled or not text.startswith("多元", stop)):
            stop, more = stop + 1, True
        unit, stop = self.unit(text, stop)
        if unit == "个" and text.startswith("亿", stop):  # 1.2个亿
            worth, (unit, stop) = worth * SCALES["亿"], self.unit(text, stop + 1)
            unit = unit or _YUAN
        if not unit and text.startswith(_TENTH, stop) and (tenths := _tenths(text, worth, begin, stop, bound)):
            worth, unit, stop = tenths
        if unit in _PARTED and (parted := _parted(text, unit, stop)):
            unit, stop, half = parted
            worth, more = worth + half, more or not half
        stop, bound = self.after(text, stop, bound, bool(unit))
        if more and bound is Bound.EQ:  # 近百余场 is about a hundred
            bound = Bound.GT
        family = self._family.get(unit, "")
        if family == "share" and opening == start and _signed(text, start, last):
            opening, worth = start - 1, -worth
        return Numeral(opening, stop, MentionClass.FACT, start, worth, unit, bound, family)

    def unit(self, text: str, at: int) -> tuple[str, int]:
        """The longest unit that starts here, perhaps after blanks, and where it ends; 人 of 人民 is none."""
        begin = at
        while text[begin : begin + 1] in _BLANKS and begin - at < _MOST_BLANKS:
            begin += 1
        words = self._units.get(text[begin : begin + 1])
        found = words.match(text, begin) if words else None
        if not found or not self._family[found[0]]:
            return "", at
        unit, end = found[0], found.end()
        if unit[-1] == "次" and unit[:-1] in self._family and _SECOND.match(text, end):
            return unit[:-1], end - 1
        return unit, end

    def family(self, unit: str) -> str:
        """The family of a unit, "" for none."""
        return self._family.get(unit, "")

    def counts(self, text: str, at: int) -> bool:
        """Whether a number that ends at `at` counts: a unit follows, perhaps after a scale or 余, or 余 ends it."""
        scale = SCALE_TAIL.match(text, at)
        stop = scale.end() if scale else at
        more = stop + (text[stop : stop + 1] in _BLANKS and text.startswith(_SPACED_MORE, stop + 1))
        if text[more : more + 1] not in _MORE:
            return bool(self.unit(text, stop)[0])
        return text[more + 1 : more + 2] in _WORDS_END or bool(self.unit(text, more + 1)[0])

    def qualifier(self, text: str, start: int, last: int) -> tuple[int, Bound]:
        """Where the words that qualify a number start, and what they say of it."""
        words = self._qualifiers
        before = text[max(last, start - 6) : start]
        if not before or before.rstrip(_BLANK)[-1:] not in words.last_characters:
            return start, Bound.EQ
        word = words.before.search(before)
        if not word or text[max(0, start - 6) : start].rstrip(_BLANK).endswith(words.traps):
            return start, Bound.EQ
        return start - len(word[0]), Bound(words.bound_before[word[0].rstrip(_BLANK)])

    def after(self, text: str, stop: int, bound: Bound, has_unit: bool) -> tuple[int, Bound]:
        """The qualifier behind the unit: 以上, 左右, 余."""
        words: Qualifiers = self._qualifiers
        tail = words.after.match(text, stop)
        if not tail or (tail[0] in _MORE and (not has_unit or _BY_SO_MANY.match(text, stop))):
            return stop, bound
        return tail.end(), Bound(words.bound_after[tail[0]])

    def above_round(self, text: str, start: int) -> bool:
        """Whether 上 or 过 stands before a round number (上百场, 过百万次), and ends no word (通过, 突破)."""
        above = text[start - 1 : start] in self._qualifiers.round_words and start > 0
        return above and not text.endswith(_NOT_ABOVE, max(0, start - 2), start)


def _by_first_character(words: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """A pattern for the words that begin with a character, by that character."""
    together: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        together[word[0]].append(word)
    return {first: re.compile(one_of(same)) for first, same in together.items()}


def _scaled(text: str, start: int, end: int, stop: int) -> tuple[float, int]:
    """The worth of digits with the scale behind them, and where it ends."""
    if text[stop : stop + 1] not in SCALES and text[stop : stop + 1] not in _BLANK:
        return _worth(text[start:end]), stop
    scale = SCALE_TAIL.match(text, stop)
    if not scale or (scale[1] == "千" and text[scale.end() : scale.end() + 1] in _WEIGHED):
        return _worth(text[start:end]), stop
    return value_of(text[start:end] + scale[1]), scale.end()


def _worth(digits: str) -> float:
    """The worth of digits in groups of three (1,203; 12 345) or without."""
    return float(digits.replace(",", "").replace(" ", ""))


def _parted(text: str, unit: str, stop: int) -> tuple[str, int, float] | None:
    """3个半小时, 3个多月, 一年半: the unit, where it ends, and the half that it adds; None where nothing parts it."""
    if unit == "个":
        split = _SPLIT_UNIT.match(text, stop)
        return ("个" + split[2], split.end(), 0.5 if split[1] == "半" else 0.0) if split else None
    return (unit, stop + 1, 0.5) if _AND_A_HALF.match(text, stop) else None


def _tenths(text: str, worth: float, begin: int, stop: int, bound: Bound) -> tuple[float, str, int] | None:
    """超8成 is 80 %, 占3成半 35 %: the worth, its unit and where it ends; None for 第3成员 and the like."""
    said = bound is not Bound.EQ or text[begin - 2 : begin - 1] in _BEFORE_TENTHS
    tenths = _IN_TENTHS.match(text, stop) if said and 0 < worth < 10 and stop == begin else None
    return (worth * 10 + (5 if tenths[1] else 0), "%", tenths.end()) if tenths else None


def _signed(text: str, start: int, last: int) -> bool:
    """Whether a minus stands before a number (增长-3.2%), not the dash of a range (20%-30%)."""
    if start <= last or text[start - 1] not in _SIGNS:
        return False
    before = text[start - 2 : start - 1]
    return not (before.isalnum() and before.isascii()) and before not in _NO_SIGN_AFTER
