"""Chinese numerals that count or measure: 两年, 四次, 九成, 百分之九十, 三分之二, 半个月, 过半, 零败诉, 第三.

Most Chinese numerals are numbering, names or sayings (一是, 三会一课, 千家万户) and have no line; each function here
says by which words around it a numeral is known to count.
"""

from __future__ import annotations

import re

from bot.model import Bound, MentionClass
from bot.reading.numbers.neighbours import picks
from bot.reading.numbers.numerals import ARABIC, han_value, value_of
from bot.reading.numbers.ones import counts_one
from bot.reading.numbers.ordinals import has_tiers, is_grade, is_session
from bot.reading.numbers.pointers import is_article
from bot.reading.numbers.quantities import Numeral, QuantityReader
from bot.reading.numbers.references import enclosing
from bot.reading.numbers.zeros import is_zero_rate, only_names
from bot.reading.vocabulary.lexicon import ReadingLexicon

HAN = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(rf"[{HAN}]{{1,16}}+(?:点[零〇一二三四五六七八九]{{1,6}}+)?")
_SHARE = re.compile(
    r"([零一二两三四五六七八九十百千万]{1,8}+)分之"
    rf"({ARABIC}|[零〇一二两三四五六七八九十百千]{{1,8}}"
    r"(?:点[零〇一二三四五六七八九]{1,6})?)"
)
_TENTHS = re.compile(
    "([一二两三四五六七八九])(五)?成(?:([一二三四五六七八九])(?![十百千万亿是来则者要大方审线网维月季日号至到])"
    "|(?![立效果为员功绩长熟都本品交型就人年分套军因份形家了渝华]))"
)
_HALF_A_TENTH = re.compile("半成(?!品)|[一二两三四五六七八九]成半(?![年月天日小个数])")
_HALF = re.compile("个月|年(?!度|报)|天|个小时|小时")
_HALF_OF_ALL = re.compile("半数?(?![年月天日小个])")
_GUESS = re.compile("[一二两三四五六七八九]{2}")
_TO = re.compile(rf"[-—\u2013~至到或]({ARABIC}|[{HAN}]{{1,8}}+)")
_RHYMED = re.compile("一[^一二三四五六七八九十、,。;]一[^、,。;]|一心多点")
"""What makes a name of the numeral behind it: 一档一牌八册."""
PAST = ("最近", "过去", "近")
"""What makes a time of a number of years behind it: 近三年, 过去十年."""
_AGO = re.compile("前(?![期后置述端往])")
_WHICH_YEAR = ("上", "下", "后", "这")
_TURNED = ("翻", "翻了")
_NO_VALUE = frozenset("数几")
_SAYS_IS = frozenset("为是于")
_MOST_DOUBLINGS = 10
_DATE = re.compile(
    r"(?:十[一二]|[一二三四五六七八九十])月(?![一两])(?:[上中下]旬|份|底|初|末)?(?:[一二三四五六七八九十]{1,3}日)?"
    r"|[二一][〇零九][〇零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?"
)
_ROUND = frozenset("百千万亿")
_NO_RANK = re.compile("[提目此当之以]前$")
"""Before a number these end no 前三: 提前两个月, 目前三个镇."""
_LARGE = {"万": 10**4, "亿": 10**8}
RANK_REACH = 14
NTH_OF_ALL = re.compile("(?:是|成为|为|系)(?:全[国省市区县州]|[省国市区县]内)(?:首批)?$")
"""What makes a place in a row of 第二个: 是全省第二个建成的县."""
_A_WEEK = ("次", "天", "场", "期", "日")
_LEADS = frozenset("第前后过为是于翻了减持在率")
IN_WORDS = f"{HAN}半番"
"""The characters of runs of Chinese numerals."""
_OVER = "过破"
_NOT_HALF = frozenset("上下前后大每近这过")


class HanReader:
    """Reads Chinese numerals with the words of a lexicon."""

    def __init__(self, lexicon: ReadingLexicon, quantities: QuantityReader) -> None:
        self._units = lexicon.units
        self._names = lexicon.names
        self._verb = lexicon.phrases.verb
        self._quantities = quantities
        self._follow = (
            frozenset("余多几点分成年月日届等“至到或") | lexicon.units.spoken_first | lexicon.names.zero_first
        )

    def may_count(self, text: str, start: int, end: int) -> bool:
        """Whether the characters around a run of Chinese numerals leave it a chance to count: most runs have none."""
        return text[end : end + 1] in self._follow or text[start - 1 : start] in _LEADS or text[end - 1] == "半"

    def read(self, text: str, start: int, end: int, last: int) -> Numeral | None:
        """The quantity that a run of Chinese numerals is, or None."""
        before = text[start - 1 : start] if start > last else ""
        before = "" if before == "前" and _NO_RANK.search(text, max(0, start - 2), start) else before
        if before in ("第", "前") or (before == "后" and text[end : end + 1] in ("名", "位")):
            return self._rank(text, start, end, before)
        if before in _WHICH_YEAR and text.startswith("年", end):  # 比上一年|多了9件
            return None
        if text[end : end + 2] in ("分之", "点") and (share := _SHARE.match(text, start)):
            return self._share(text, share, last)
        if text[end : end + 1] == "成":
            return self._tenths(text, start, last)
        if text[end - 1] == "番":
            return _doubled(text, start, end, last)
        if date := _DATE.match(text, start):
            return Numeral(start, date.end(), MentionClass.DATE)
        if before in _NO_VALUE or _GUESS.search(text, start, end):
            return None
        if text.startswith("一半", start):
            return self._share_of(text, start, start + 2, last, 50.0)
        if text[start] == "半":
            return self._half(text, start, last)
        if text[start] == "零":
            return self._zero(text, start)
        return self._count(text, start, last)

    def _share(self, text: str, share: re.Match[str], last: int) -> Numeral:
        """百分之九十八点六 and 三分之二, both in percent."""
        part = share[2].replace(",", "")
        worth = float(part) if part[0].isdigit() else han_value(part)
        whole = value_of(share[1])
        value = worth if whole == 100 else worth / whole * 100 if whole else worth
        return self._share_of(text, share.start(), share.end(), last, value)

    def _share_of(self, text: str, start: int, end: int, last: int, value: float) -> Numeral:
        """A share in percent, written at `start`:`end`, with the qualifiers around it."""
        opening, bound = self._quantities.qualifier(text, start, last)
        stop, bound = self._quantities.after(text, end, bound, has_unit=True)
        return Numeral(opening, stop, MentionClass.FACT, start, value, "%", bound, "share")

    def _tenths(self, text: str, start: int, last: int) -> Numeral | None:
        """九成 is 90 %, 八成六 86 %, 七成五 in either order 75 %, 半成 5 %, 两成半 25 %."""
        if enclosing(text, start):
            return None
        if half := _HALF_A_TENTH.match(text, start):
            whole = 0.0 if text[start] == "半" else value_of(text[start]) * 10
            return self._share_of(text, start, half.end(), last, whole + 5)
        tenths = _TENTHS.match(text, start)
        if not tenths:
            return None
        value, end = value_of(tenths[1]) * 10 + (5 if tenths[2] else 0), tenths.end()
        if tenths[3] and self._units.spoken.match(text, end):  # 占三成四个镇
            end -= 1
        elif tenths[3]:
            value += value_of(tenths[3])
        share = self._share_of(text, start, end, last, value)
        if share.start == start > last and text[start - 1] in _OVER and self._quantities.above_round(text, start):
            share.start, share.bound = start - 1, Bound.GT  # 过九成
        return share

    def _half(self, text: str, start: int, last: int) -> Numeral | None:
        """过半, 半数以上, 减半, 半个月; not 上半年, 经过半年."""
        before = text[max(last, start - 1) : start]
        if before == "过" and not _HALF.match(text, start + 1):
            return Numeral(start - 1, start + 1, MentionClass.FACT, start, 50.0, "%", Bound.GT, "share")
        if (before and before in "近减") or text.startswith("数", start + 1):
            of_all = _HALF_OF_ALL.match(text, start)
            return self._share_of(text, start, of_all.end(), last, 50.0) if of_all else None
        unit = _HALF.match(text, start + 1)
        if not unit or (before and before in _NOT_HALF) or enclosing(text, start):
            return None
        if self._names.of_places.match(text, unit.end()):
            return None
        if text.startswith(("来", "以来"), unit.end()):
            return Numeral(start, unit.end(), MentionClass.DATE)
        opening, bound = self._quantities.qualifier(text, start, last)
        return Numeral(opening, unit.end(), MentionClass.FACT, start, 0.5, unit[0], bound, "duration")

    def _zero(self, text: str, start: int) -> Numeral | None:
        """零败诉, 再犯罪率为零, 越级上访为零: nothing of what follows or of what goes before, or a rate of zero."""
        if none_of := self._names.zero_of.match(text, start + 1):
            if only_names(text, start, none_of.end()):
                return None
            return Numeral(start, start + 1, MentionClass.FACT, start, 0.0, "", Bound.EQ, "zero")
        if text[start + 1 : start + 2].isalnum():
            return None
        if is_zero_rate(text, start):
            return Numeral(start, start + 1, MentionClass.FACT, start, 0.0, "%", Bound.EQ, "share")
        if start and text[start - 1] in _SAYS_IS:
            return Numeral(start, start + 1, MentionClass.FACT, start, 0.0, "", Bound.EQ, "")
        return None

    def _rank(self, text: str, start: int, end: int, before: str) -> Numeral | None:
        """位居全市第三, 居前三, 连续第六年; not 第三次会议."""
        number = _NUMBER.match(text, start)
        if not number or text.startswith("等奖", end):
            return None
        if text.startswith("年", end) and text.endswith("连续", 0, start - 1):
            value = han_value(number[0])
            return Numeral(start - 1, end + 1, MentionClass.FACT, start, value, "年", Bound.EQ, "duration")
        if text.startswith("个", end) and NTH_OF_ALL.search(text, max(0, start - RANK_REACH), start - 1):
            return Numeral(start - 1, end + 1, MentionClass.FACT, start, han_value(number[0]), "名", Bound.EQ, "rank")
        named = text[end : end + 1] in ("名", "位")
        ranked = named or self._names.rank_before.search(text, max(0, start - RANK_REACH), start - 1)
        if not ranked or (not named and (self._names.ordinal_of.match(text, end) or enclosing(text, start))):
            return None
        bound = Bound.EQ if before == "第" else Bound.LT
        return Numeral(start - 1, end + named, MentionClass.FACT, start, han_value(number[0]), "名", bound, "rank")

    def _count(self, text: str, start: int, last: int) -> Numeral | None:
        """两年, 四次, 三百二十一件, 近万人: a Chinese numeral that counts, not one of a name or a saying."""
        number = _NUMBER.match(text, start)
        if not number or self._is_saying(text, start):
            return None
        end, digits = number.end(), number[0]
        if text.startswith("年来", end):
            return years_past(text, start, end + 1)
        if text.startswith("届", end) and text.endswith("连续", 0, start):
            return Numeral(start, end + 1, MentionClass.FACT, start, han_value(digits), "届", Bound.EQ, "count")
        if text.startswith("等奖", end) and not enclosing(text, start):
            return Numeral(start, end + 2, MentionClass.FACT, start, han_value(digits), "名", Bound.EQ, "rank")
        more = text[end : end + 1] in ("余", "多", "几")
        scale = text[end + 1 : end + 2] if more else ""
        scaled = scale in _LARGE and bool(scale)  # 三百余万元
        if not self._units.spoken.match(text, end + more + scaled):
            return None if more else self._lower(text, start, end, last)
        value = han_value(digits) * (_LARGE[scale] if scaled else 1)
        quantity = self._quantities.read(text, start, end + 2 * scaled, last, value)
        if scaled and quantity.bound is Bound.EQ:
            quantity.bound = Bound.GT
        if digits[0] in _ROUND and self._quantities.above_round(text, start):
            quantity.start, quantity.bound = start - 1, Bound.GT
        one = quantity.value == 1 and quantity.unit != "倍"
        vague = digits[0] in _ROUND or (one and not counts_one(text, start, quantity, self._verb))
        if vague and quantity.bound is Bound.EQ and not more:
            return None
        return self._settled(text, start, quantity)

    def _lower(self, text: str, start: int, end: int, last: int) -> Numeral | None:
        """The lower end of a range (三至五个工作日), which has the unit of the upper one."""
        upper = _TO.match(text, end)
        if not upper or not self._units.spoken.match(text, upper.end()) or _shares_scale(text[start:end], upper[1]):
            return None
        opening, bound = self._quantities.qualifier(text, start, last)
        unit = self._quantities.unit(text, upper.end())[0]
        family = self._quantities.family(unit)
        return Numeral(opening, end, MentionClass.FACT, start, han_value(text[start:end]), unit, bound, family)

    def _is_saying(self, text: str, start: int) -> bool:
        """Whether the numeral belongs to a name or a saying, or only points back (这两项)."""
        names = self._names
        if start and text[start - 1] in names.skipped_after:
            return True
        if is_session(text, start):
            return True
        rhymed = _RHYMED.fullmatch(text, max(0, start - 4), start)
        return bool(rhymed or names.han.match(text, start) or names.han.match(text, max(0, start - 1)))

    def _settled(self, text: str, start: int, quantity: Numeral) -> Numeral | None:
        """The quantity, unless its unit shows it to be a title, an ordinal, a span of years or a name."""
        unit, after = quantity.unit, quantity.end
        title = text[start:after] in self._units.title_levels and not has_tiers(text, start)
        if not unit or title or is_article(text, quantity) or picks(text, quantity, self._verb):
            return None
        if unit == "级" and self._units.title_after.match(text, after):
            return None
        if unit in ("个", "项") and after < len(text) and text[after] in HAN:
            return None
        if text[start - 1 : start] == "从" and text.startswith("方面", after):
            return None
        if unit == "年" and text.startswith(self._names.of_plans, after):
            return None
        if unit == "年" and (text.endswith(PAST, 0, start) or spans(text, start, after)):
            return years_past(text, start, after)
        if text[start - 1 : start] == "周" and unit not in _A_WEEK:  # 每周三组织
            return None
        if unit == "级" and is_grade(text, start, after):
            return None
        quote = enclosing(text, start)
        if quote == "《":
            return Numeral(start, after, MentionClass.LABEL)
        return None if quote else quantity


def spans(text: str, start: int, end: int) -> bool:
    """Whether a number of years says when or how long something is told: 五年来, 两年前, 五年累计召开, 今后五年."""
    if text.startswith(("来", "间", "累计", "共召开", "共办理"), end) or text.endswith(("今后", "未来"), 0, start):
        return True
    if _AGO.match(text, end):
        return True
    return text.startswith(",", end) and text[start - 1 : start] in ("", "\n", "。")


def years_past(text: str, start: int, end: int) -> Numeral:
    """近三年, 过去十年 and 一年来 say when, not how long."""
    past = next((word for word in PAST if text.endswith(word, 0, start)), "")
    return Numeral(start - len(past), end, MentionClass.DATE)


def _doubled(text: str, start: int, end: int, last: int) -> Numeral | None:
    """翻番 and 翻一番 are twice as much, 翻两番 four times."""
    turned = next((word for word in _TURNED if text.endswith(word, last, start)), None)
    times = value_of(text[start : end - 1]) if end - start > 1 else 1.0
    if not turned or not 0 < times < _MOST_DOUBLINGS:
        return None
    return Numeral(start - len(turned), end, MentionClass.FACT, start, 2.0**times, "倍", Bound.EQ, "doubling")


def _shares_scale(lower: str, upper: str) -> bool:
    """Whether the scale of the upper end may be meant for the lower one too: 两至三百 is 2 or 200."""
    return any(scale in upper and scale not in lower for scale in _ROUND)
