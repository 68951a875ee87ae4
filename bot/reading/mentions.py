"""Finding numerals and saying what each one is: a fact, a date, a reference, a label or a list number.

Works on aligned text. One pass of one regular expression finds runs of digits and of Chinese numerals; small functions,
tried in order, then say what a run is. What none of them places is a fact when a unit follows or a measure precedes,
else a label: a run of Arabic digits is never dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model import Bound, MentionClass
from bot.reading.lexicon import ReadingLexicon
from bot.reading.numerals import ARABIC, SCALE_TAIL, SCALES, han_value, value_of

HAN_RUN = "零〇一二两三四五六七八九十百千万亿半"
_RUN = re.compile(rf"{ARABIC}|[{HAN_RUN}]+")
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?")
_SHARE_OF = re.compile(
    rf"([零一二两三四五六七八九十百千万]+)分之({ARABIC}|[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?)"
)
_TENTHS = re.compile(
    r"([一二三四五六七八九])(五)?成(?!立|效|果|为|员|功|绩|长|熟|都|本|品|交|型|就|人|年|分|套|军|因|份|形|家|了|渝|华)"
)
_DATE = re.compile(
    r"\d{4}[-—~至到]+\d{4}年(?:度)?"
    r"|\d{4}年(?:度|代|间)?(?:[ \t]?\d{1,2}月(?:份)?(?:[ \t]?\d{1,2}日)?(?!\d))?(?:底|末|初)?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|\d{1,2}月(?:份)?[-—~至到]+\d{1,2}月(?:份|底|初|末)?"
    r"|\d{1,2}[-—~至到]+\d{1,2}月(?:份|底|初|末)?(?!\d)"
    r"|\d{1,2}月\d{1,2}(?:日)?(?:[-—~至到]+\d{1,2}日)?"
    r"|\d{1,2}月(?:份|底|初|末|上旬|中旬|下旬)?"
    r"|\d{1,2}日(?!均)|\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}时\d{1,2}分|(?:19|20)\d{2}(?![\d万亿千%.,余多])(?=[^\u4e00-\u9fff]|$|法|普|宪|国|全|民|新|春|度)"
)
_BEFORE_DATE = re.compile(r"截[至止](?:到)?$")
_HAN_DATE = re.compile(
    r"[二一][〇零九][〇零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?"
)
_NAMED_SUM = re.compile(r"[\dNnXx]+[^\s+,;:。、“”\"()《》\d]{0,8}(?:\+[\dNnXx]+(?:个[^\s+,;:。、“”\"()《》]{1,6})?)+")
_REFERENCE = re.compile(
    r"\d{3,4}-\d{7,8}(?:-\d+)?|1\d{10}(?!\d)|400-\d{3}-?\d{4}|[12]\d{3}[〕\])】]第?\d+号?|\d{6,}[\d/.-]*号?(?:-\d+)?|\d+号"
)
_PAPER_NUMBER = re.compile(r"[\u4e00-\u9fff]{0,8}[〔\[(【]$")
_REGISTERED = re.compile(
    r"(?:[\u4e00-\u9fff]?ICP备|[\u4e00-\u9fff]{0,2}公网安备|标识码:?|邮编:?|电话:?|传真:?|第)[ \t]?$"
)
_LIST_NUMBER = re.compile(r"(?:^|\n|[。;:])[ \t]*\(?$")
_AFTER_LIST_NUMBER = re.compile(r"[.、)](?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w.]+@)[\w./?=&%#:-]*$")
_BARE_FACT = re.compile(r"[数量率额度分达为共超近约至到计有占]$")
_BARE_BEFORE = re.compile(r"[\u4e00-\u9fff]")
_FRACTION = re.compile(r"(?<=[\u4e00-\u9fff])(\d{1,2})/([1-9]\d?)(?![\d/])")
_RATIO = re.compile(r"(\d+(?:\.\d+)?):1(?![\d:])")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


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


class NumeralFinder:
    """Finds the numerals of aligned texts with the words of a lexicon."""

    def __init__(self, lexicon: ReadingLexicon) -> None:
        self._units = lexicon.units
        self._qualifiers = lexicon.qualifiers
        self._names = lexicon.names

    def find(self, text: str) -> list[Numeral]:
        """All numerals of an aligned text, sorted, never overlapping."""
        found: list[Numeral] = []
        last, run = 0, _RUN.search(text)
        while run:
            start, end = run.span()
            numeral = (
                self._arabic(text, start, end, last) if text[start].isdigit() else self._han(text, start, end, last)
            )
            if numeral:
                found.append(numeral)
                last = end = max(numeral.end, end if text[start].isdigit() else start + 1)
            run = _RUN.search(text, end)
        return found

    def _arabic(self, text: str, start: int, end: int, last: int) -> Numeral:
        quote = _enclosing(text, start)
        named = self._reference(text, start, end, last) or self._list_number(text, start, end)
        if named:
            return named
        sum_start = start - 1 if start > last and text[start - 1] in "NnXx" else start
        if sum_of := _NAMED_SUM.match(text, sum_start):
            return Numeral(sum_start, sum_of.end(), MentionClass.LABEL)
        if date := self._date(text, start, last):
            return date
        if ratio := _RATIO.match(text, start):
            return Numeral(start, ratio.end(), MentionClass.FACT, start, float(ratio[1]), "", Bound.EQ, "multiple")
        if fraction := _FRACTION.match(text, start):
            return self._part(text, fraction, last)
        quantity = self.quantity(text, start, end, last)
        if span := _span_of_years(text, quantity):
            return span
        if quote or quantity.unit == "周年" or self._is_name(text, start, quantity):
            return Numeral(start, quantity.end, MentionClass.LABEL)
        if not quantity.unit and quantity.bound is Bound.EQ and not _counts_bare(text, quantity):
            quantity.cls = MentionClass.LABEL
        return quantity

    def _reference(self, text: str, start: int, end: int, last: int) -> Numeral | None:
        before = text[max(last, start - 24) : start]
        if (
            before
            and before[-1] in "〔[(【"
            and (number := re.match(r"[12]\d{3}[〕\])】]第?\d+(?:-\d+)?号?", text[start : start + 16]))
        ):
            prefix = _PAPER_NUMBER.search(before)
            opening = start - len(prefix[0]) if prefix and len(prefix[0]) > 1 else start
            if opening < start or number[0].endswith("号"):
                return Numeral(opening, start + number.end(), MentionClass.REF)
        if registered := _REGISTERED.search(before):
            if before.endswith("第"):
                return self._ordinal(text, start, end, start - 1)
            if tail := re.match(r"[\d-]+号?(?:-\d+)?", text[start : start + 40]):
                return Numeral(start - len(registered[0]), start + tail.end(), MentionClass.REF)
        if reference := _REFERENCE.match(text, start):
            if not (reference[0].isdigit() and self._counts(text, reference.end())):
                return Numeral(start, reference.end(), MentionClass.REF)
        if text[start:end] in self._names.hotlines and not self._counts(text, end):
            return Numeral(start, end, MentionClass.REF)
        if _ADDRESS.search(before):
            return Numeral(start, end, MentionClass.REF)
        return None

    def _counts(self, text: str, at: int) -> bool:
        """Whether a unit, perhaps after a scale, follows a number that ends at `at`."""
        scale = SCALE_TAIL.match(text, at)
        return bool(self._units.any.match(text, scale.end() if scale else at))

    def _ordinal(self, text: str, start: int, end: int, opening: int) -> Numeral:
        """第3名 is a rank, 第12次会议 a reference."""
        rank = text[end : end + 1] in ("名", "位") or (
            self._names.rank_before.search(text, max(0, opening - 4), opening)
            and not self._names.ordinal_of.match(text, end)
        )
        if not rank:
            tail = self._names.ordinal_of.match(text, end)
            return Numeral(opening, tail.end() if tail else end, MentionClass.REF)
        stop = end + 1 if text[end : end + 1] in ("名", "位") else end
        return Numeral(opening, stop, MentionClass.FACT, start, _worth(text[start:end]), "名", Bound.EQ, "rank")

    def _list_number(self, text: str, start: int, end: int) -> Numeral | None:
        after = _AFTER_LIST_NUMBER.match(text, end)
        if not after or end - start > 2:
            return None
        opening = start - 1 if start and text[start - 1] == "(" else start
        if (
            (after[0] == ")") != (opening < start)
            and after[0] == ")"
            and opening == start
            and not _LIST_NUMBER.search(text[max(0, start - 6) : start])
        ):
            return None
        if opening < start or _LIST_NUMBER.search(text[max(0, start - 12) : start]) or not text[:start].strip():
            return Numeral(opening, after.end(), MentionClass.ENUM)
        return None

    def _date(self, text: str, start: int, last: int) -> Numeral | None:
        date = _DATE.match(text, start)
        if not date:
            return None
        opening = _BEFORE_DATE.search(text[max(last, start - 3) : start])
        return Numeral(start - len(opening[0]) if opening else start, date.end(), MentionClass.DATE)

    def _is_name(self, text: str, start: int, quantity: Numeral) -> bool:
        """5G, A4, 12·4, 500米公共法律服务圈, 7×24小时."""
        before, after = text[start - 1 : start], text[quantity.end : quantity.end + 1]
        if before in _LATIN and before and not quantity.unit:
            return True
        if after and (after in _LATIN or after in "·×") and not quantity.unit:
            return True
        if quantity.family not in ("length", "duration"):
            return before in ("·", "×")
        return bool(self._names.of_places.match(text, quantity.end))

    def quantity(self, text: str, start: int, end: int, last: int, value: float | None = None) -> Numeral:
        """The number at `start`:`end` with qualifier, scale and unit around it."""
        opening, bound = self._qualifier(text, start, last)
        stop, more = end, False
        if text[stop : stop + 1] in ("余", "多", "几"):
            stop, more = stop + 1, True
        scale = SCALE_TAIL.match(text, stop) if value is None else None
        if scale and not (scale[1] == "千" and text[scale.end() : scale.end() + 1] in ("米", "克", "瓦")):
            worth = value_of(text[start:end] + scale[1])
            stop = scale.end()
        else:
            worth = value_of(text[start:end]) if value is None else value
        if text[stop : stop + 1] in ("余", "多", "几") and not text.startswith("多元", stop):
            stop, more = stop + 1, True
        unit = self._unit(text, stop)
        if unit:
            stop = unit.end()
        elif text[stop - 1] in "余多几" and not more:
            stop -= 1
        if tail := self._qualifiers.after.match(text, stop):
            word = tail[0]
            if not (word in ("余", "多", "几", "许") and not unit):
                stop, bound = tail.end(), Bound(self._qualifiers.bound_after[word])
        if more and bound is not Bound.LT:
            bound = Bound.GT
        name = unit[0] if unit else ""
        return Numeral(opening, stop, MentionClass.FACT, start, worth, name, bound, self._units.family.get(name, ""))

    def _unit(self, text: str, at: int) -> re.Match[str] | None:
        """The unit that starts here, perhaps after a blank; 人 of 人民 is none."""
        if text[at : at + 1] in (" ", "\t"):
            at += 1
        return None if self._units.no_unit.match(text, at) else self._units.any.match(text, at)

    def _qualifier(self, text: str, start: int, last: int) -> tuple[int, Bound]:
        before = text[max(last, start - 5) : start]
        if (
            before
            and before.rstrip(" ")[-1:] in self._qualifiers.last_characters
            and (word := self._qualifiers.before.search(before))
        ):
            opening = start - len(word[0])
            ends = text[max(0, start - 6) : start].rstrip()
            if not ends.endswith(self._qualifiers.traps):
                return opening, Bound(self._qualifiers.bound_before[word[0].rstrip()])
        return start, Bound.EQ

    def _han(self, text: str, start: int, end: int, last: int) -> Numeral | None:
        before = text[start - 1 : start] if start > last else ""
        if before == "第" or before == "前":
            return self._han_rank(text, start, end, before)
        if share := _SHARE_OF.match(text, start):
            return self._share(text, share, last)
        if (tenths := _TENTHS.match(text, start)) and not _enclosing(text, start):
            value = value_of(tenths[1]) * 10 + (5 if tenths[2] else 0)
            opening, bound = self._qualifier(text, start, last)
            stop, bound = self._after(text, tenths.end(), bound)
            return Numeral(opening, stop, MentionClass.FACT, start, value, "%", bound, "share")
        if text[start] == "半":
            return self._half(text, start, last)
        if text[start] == "零":
            return self._zero(text, start)
        return self._han_count(text, start, end, last)

    def _share(self, text: str, share: re.Match[str], last: int) -> Numeral:
        """百分之九十八点六 and 三分之二, both in percent."""
        part = share[2].replace(",", "")
        worth = float(part) if part[0].isdigit() else han_value(part)
        value = worth if share[1] == "百" else worth / value_of(share[1]) * 100
        opening, bound = self._qualifier(text, share.start(), last)
        stop, bound = self._after(text, share.end(), bound)
        return Numeral(opening, stop, MentionClass.FACT, share.start(), value, "%", bound, "share")

    def _part(self, text: str, fraction: re.Match[str], last: int) -> Numeral:
        """1/4 in percent."""
        opening, bound = self._qualifier(text, fraction.start(), last)
        stop, bound = self._after(text, fraction.end(), bound)
        value = float(fraction[1]) / float(fraction[2]) * 100
        return Numeral(opening, stop, MentionClass.FACT, fraction.start(), value, "%", bound, "share")

    def _after(self, text: str, stop: int, bound: Bound) -> tuple[int, Bound]:
        tail = self._qualifiers.after.match(text, stop)
        return (tail.end(), Bound(self._qualifiers.bound_after[tail[0]])) if tail else (stop, bound)

    def _half(self, text: str, start: int, last: int) -> Numeral | None:
        before = text[max(last, start - 1) : start]
        if before == "过":
            return Numeral(start - 1, start + 1, MentionClass.FACT, start, 50.0, "%", Bound.GT, "share")
        unit = re.compile("个月|年|天|个小时|小时").match(text, start + 1)
        if before in ("上", "下", "前", "后", "大") or not unit or _enclosing(text, start):
            return None
        opening, bound = self._qualifier(text, start, last)
        return Numeral(opening, unit.end(), MentionClass.FACT, start, 0.5, unit[0], bound, "duration")

    def _zero(self, text: str, start: int) -> Numeral | None:
        """零败诉, 再犯罪率为零: nothing of what follows, or a rate of zero."""
        if self._names.zero_of.match(text, start + 1):
            return Numeral(start, start + 1, MentionClass.FACT, start, 0.0, "", Bound.EQ, "zero")
        if text[start - 1 : start] in ("为", "是", "于") and not text[start + 1 : start + 2].isalnum():
            return Numeral(start, start + 1, MentionClass.FACT, start, 0.0, "%", Bound.EQ, "share")
        return None

    def _han_rank(self, text: str, start: int, end: int, before: str) -> Numeral | None:
        stop = end + 1 if text[end : end + 1] in ("名", "位") else end
        ranked = stop > end or self._names.rank_before.search(text, max(0, start - 5), start - 1)
        if text.startswith("等奖", end) or not ranked:
            return None
        if stop == end and (self._names.ordinal_of.match(text, end) or _enclosing(text, start)):
            return None
        bound = Bound.EQ if before == "第" else Bound.LT
        return Numeral(start - 1, stop, MentionClass.FACT, start, _worth(text[start:end]), "名", bound, "rank")

    def _han_count(self, text: str, start: int, end: int, last: int) -> Numeral | None:
        """两年, 四次, 三百二十一件, 近万人: a Chinese numeral that counts, not one of a name or a saying."""
        if date := _HAN_DATE.match(text, start):
            return Numeral(start, date.end(), MentionClass.DATE)
        number = _HAN_NUMBER.match(text, start)
        if not number or self._names.han.match(text, start) or self._names.han.match(text, max(0, start - 1)):
            return None
        end = number.end()
        if text.startswith("等奖", end) and not _enclosing(text, start):
            return Numeral(start, end + 2, MentionClass.FACT, start, _worth(number[0]), "名", Bound.EQ, "rank")
        if (unit_at := self._spoken_unit(text, end)) < 0:
            return None
        opening, bound = self._qualifier(text, start, last)
        if text[start - 1 : start] in self._qualifiers.round_words and number[0][0] in "百千万亿":
            opening, bound = start - 1, Bound.GT
        more = unit_at > end
        if number[0][0] in "百千万亿" and bound is Bound.EQ and not more:
            return None
        if number[0] == "一" and bound is Bound.EQ:
            return None
        if text[start - 1 : start] in self._names.skipped_after:
            return None
        return self._han_quantity(text, start, end, last, number[0], opening, bound)

    def _han_quantity(
        self, text: str, start: int, end: int, last: int, number: str, opening: int, bound: Bound
    ) -> Numeral | None:
        quantity = self.quantity(text, start, end, last, han_value(number))
        if bound is not Bound.EQ and quantity.bound is Bound.EQ:
            quantity.start, quantity.bound = opening, bound
        if (text[start : quantity.end] in self._units.title_levels or quantity.unit == "级") and (
            text[start : quantity.end] in self._units.title_levels or self._units.title_after.match(text, quantity.end)
        ):
            return None
        if text[quantity.end : quantity.end + 1] in HAN_RUN and quantity.unit in ("个", "项"):
            return None
        if text[start - 1 : start] == "从" and text.startswith("方面", quantity.end):
            return None
        if span := _span_of_years(text, quantity):
            return span
        quote = _enclosing(text, start)
        if quote == "《":
            return Numeral(start, quantity.end, MentionClass.LABEL)
        return None if quote else quantity

    def _spoken_unit(self, text: str, end: int) -> int:
        """Where a unit that may follow a Chinese numeral starts, or -1."""
        at = end + 1 if text[end : end + 1] in ("余", "多", "几") else end
        return at if self._units.spoken.match(text, at) else -1


def _span_of_years(text: str, quantity: Numeral) -> Numeral | None:
    """近三年 and 五年来 say when, not how long."""
    if quantity.unit != "年":
        return None
    before = text[quantity.number - 1 : quantity.number]
    if before == "近" or text.startswith("来", quantity.end):
        return Numeral(quantity.number - (before == "近"), quantity.end, MentionClass.DATE)
    return None


def _counts_bare(text: str, quantity: Numeral) -> bool:
    """Whether a number without unit is a quantity: it has a scale, or stands in running words (占98.66,成功率99)."""
    if quantity.value >= 10**4 and text[quantity.end - 1] in SCALES:
        return True
    before, after = text[quantity.start - 1 : quantity.start], text[quantity.end : quantity.end + 1]
    return bool(_BARE_BEFORE.match(before)) and (not after or after in ",;。、)和" or bool(_BARE_FACT.search(before)))


def _worth(digits: str) -> float:
    return float(digits.replace(",", "")) if digits[0].isdigit() else han_value(digits)


def _enclosing(text: str, position: int) -> str:
    """The opening mark of the short quotation or book title that holds the position, or ""."""
    low = max(0, position - 40)
    for opening, closing, reach in (("《", "》", 40), ("“", "”", 20), ('"', '"', 0)):
        if not reach:
            continue
        at = text.rfind(opening, low, position)
        if at < 0 or text.rfind(closing, at, position) >= 0:
            continue
        stop = text.find(closing, position, position + 40)
        if stop >= 0 and stop - at <= reach + 20 and text.find(opening, position, stop) < 0:
            return opening
    return ""
