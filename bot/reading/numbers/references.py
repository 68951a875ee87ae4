"""Digits that count nothing: document and telephone numbers, dates, list numbers, names of programmes.

Each function looks at one run of digits and says what it is, or None. All patterns are bounded.
"""

from __future__ import annotations

import re

from bot.model import Bound, MentionClass
from bot.reading.clauses import Span
from bot.reading.numbers.quantities import Numeral
from bot.reading.vocabulary.lexicon import Names

_DATE = re.compile(
    r"\d{4}[-—\u2013~至到]{1,2}\d{4}[ \t]?年(?:度)?"
    r"|\d{4}[ \t]?年(?:度|代|间)?(?:[ \t]?\d{1,2}[ \t]?月(?:份)?"
    r"(?:[ \t]?\d{1,2}[ \t]?日(?:\d{1,2}时(?![间期]))?)?(?!\d))?(?:底|末|初)?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|\d{1,2}[ \t]?月(?:份)?[-—\u2013~至到]{1,2}[ \t]?\d{1,2}[ \t]?月(?:份|底|初|末)?"
    r"|\d{1,2}[-—\u2013~至到、和]{1,2}\d{1,2}[ \t]?月(?:份|底|初|末)?(?!\d)"
    r"|\d{1,2}[ \t]?月[ \t]?\d{1,2}(?:[ \t]?日(?:\d{1,2}时(?![间期]))?)?(?:[-—~至到]{1,2}\d{1,2}日)?"
    r"|\d{1,2}[ \t]?月(?:份|底|初|末|上旬|中旬|下旬)?"
    r"|\d{1,2}世纪(?:\d0年代)?|\d0年代"
    r"|\d{1,2}[ \t]?日(?![均内]|以[内上下])|\d{1,2}点(?:\d{1,2}分|半|整|(?=[前后至到]|[以之][前后]))"
    r"|\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}时\d{1,2}分"
    r"|(?:19|20)\d{2}(?![\d万亿千%.,余多])"
    r"(?=[^\u4e00-\u9fff \t]|[ \t]*(?:[^\u4e00-\u9fff \t]|$)|[法普宪国全民新春度总共])"
)
_SHORTENED = "(?:压缩|缩短|缩减|压减|压降|精简|减少|降低?|减|提速|延长)"
_FROM = re.compile("[由从](?:原来|原先|原|过去|法定|规定|承诺|平均|最初)?的?$")
_TO = re.compile(f"[^,。;\\d]{{0,4}}?{_SHORTENED}[至到为成]")
_SHORTENED_TO, _NEAR = re.compile(f"{_SHORTENED}[至到为成]$"), 8
_RUN_TOGETHER = re.compile(
    r"20[0-4]\d(?:20[0-4]\d年|(?:1[0-2]|0?[1-9])月(?:份|底)?(?:\d{1,2}日)?|(?:1[0-2]|0?[1-9])[0-3]?\d日)"
)
"""A date that has lost marks on its way onto a page: 20212025年, 20256月, 2025730日."""
MASKED_DATE = re.compile(r"20\d?[XxＸ×*]{1,2}年(?:度|上半年|下半年|\d{1,2}月(?:份)?(?:\d{1,2}日)?(?:底|末)?)?")
"""A year that has been made unknown: 202X年6月."""
_YEAR_AND_MONTH = re.compile(r"20[0-4]\d\.(?:1[0-2]|0?[1-9])(?![\d.%\u2030\u4e00-\u9fff])")
"""A month that stands by itself: 2024.12,在册312人."""
_NUMBERED, _YEAR_MARKS = re.compile(r"\d{1,2}\.(?=20[0-4]\d ?年)"), frozenset(("年", " "))
"""A list number glued to a year: 1.2024年. The run of digits stays one, a date."""
_OPENS_A_DATE = frozenset(("", "至", "到", "。", *"\n(,;:-—~"))
_BEHIND_A_YEAR = ("", "版", "起")
"""What is read as the unit of a year without its word: 2021主要工作, 2021版, 自2022起."""
_CENTURY = "20"
_YEAR_ALONE = re.compile(r"20[0-4]\d")
_SINCE = ("自", "从")
_COUNTED = re.compile("(?<!截)[数量率额度分达为共超近约至到计有占]$")
"""After these a bare number counts."""
_DATE_MARKS = frozenset("年月日时点世:-—\u2013~至到、和/.")
_BEFORE_DATE = re.compile(r"截[至止](?:到)?$")
_NAMED_SUM = re.compile(
    r"[\dNnXx]{1,6}[^\s+,;:。、“”\"()《》\d]{0,8}(?:\+[\dNnXx]{1,6}(?:个[^\s+,;:。、“”\"()《》]{1,6})?)+"
)
_REFERENCE = re.compile(
    r"\d{3,4}-\d{7,8}(?:-\d+)?|0\d{2,3}\)[ ]?\d{7,8}|1\d{10}(?!\d)"
    r"|400-\d{3}-?\d{4}|[12]\d{3}[〕\])】]第?\d+号?|\d{6,}[\d/.-]*号?|\d+号"
)
_PAPER = re.compile(
    r"[12]\d{3}[〕\])】﹞](?:第?\d{1,6}(?:-\d{1,4})?号?|[\u4e00-\u9fff]{1,4}\d{0,6}[\u4e00-\u9fff]{0,4}\d{1,6}号)"
)
_PAPER_PREFIX = re.compile(r"[\u4e00-\u9fff]{0,8}[〔\[(【﹝]$")
_REGISTERED = re.compile(r"(?:[\u4e00-\u9fff]?ICP备|[\u4e00-\u9fff]{0,2}公网安备|标识码:?|邮编:?|电话:?|传真:?)[ \t]?$")
_INDEX = re.compile(r"/(?:19|20)\d{2}-$")
"""What the running number of an index number stands behind: 11330283002980727Y/2025-160078."""
_PAGE_COUNTER = re.compile(r"(?:浏览|点击|访问|阅读)(?:量|次数|数):[ \t]?$")
_HEAD = 400
"""How far from the top a page's counter of readers stands."""
_NUMBER_ENDS = frozenset(("", *"-—,;。、:()/转号 \t\n”"))
_REGISTERED_NUMBER = re.compile(r"[\d-]+号?(?:-\d+)?")
_COUNTER_ENDS = frozenset(("", ")", *"\n \t次]】"))
_REGISTERED_LAST = frozenset("备码编话真: \t")
_AFTER_LIST_NUMBER = re.compile(r"[.、)](?!\d)|[、)](?=20[0-4]\d ?年)")
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}(?=[ \t]?(?!万|亿|千|个|项|件|人|%)[\u4e00-\u9fff]{2})")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w.]{1,20}@)[\w./?=&%#:-]*$", re.ASCII)
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_LONGEST_NUMBER = 15
_LONGEST_TITLE, _LONGEST_QUOTATION = 80, 60
_ROUND_THE_CLOCK = 24
_AIM = re.compile("的?[^,。;:、“”《》]{0,6}(?:目标|要求|标准|任务|指标)")
_REACHES = re.compile("(?:达到?|保持在?|控制在)$")
_SAID = re.compile("[\u4e00-\u9fff]{2}$")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def paper_or_registration(text: str, start: int, end: int, last: int) -> Numeral | None:
    """深光规〔2015〕5号, (2023)粤0306行初12号, 粤ICP备19120676, a number too long, a web address."""
    before = text[max(last, start - 24) : start]
    mark = before[-1:]
    if mark and mark in "〔[(【﹝" and (number := _PAPER.match(text, start)):
        prefix = _PAPER_PREFIX.search(before)
        opening = start - len(prefix[0]) if prefix and len(prefix[0]) > 1 else start
        if opening < start or number[0].endswith("号"):
            return Numeral(opening, number.end(), MentionClass.REF)
    if mark in _REGISTERED_LAST and (registered := _REGISTERED.search(before)):
        tail = _REGISTERED_NUMBER.match(text, start)
        if text[end : end + 1] not in _NUMBER_ENDS and "电话" in registered[0]:  # 接听电话186个
            return None
        return Numeral(start - len(registered[0]), tail.end() if tail else end, MentionClass.REF)
    if mark == "-" and _INDEX.search(text, max(0, start - 6), start):
        return Numeral(start, end, MentionClass.REF)
    if start < _HEAD and text[end : end + 1] in _COUNTER_ENDS and _PAGE_COUNTER.search(before):
        return Numeral(start, end, MentionClass.REF)
    if mark and (mark in "./?=&%#:-_" or mark in _LATIN) and _ADDRESS.search(text, max(last, start - 80), start):
        return Numeral(start, end, MentionClass.REF)
    return Numeral(start, end, MentionClass.REF) if end - start > _LONGEST_NUMBER else None


def telephone_or_number(text: str, start: int) -> re.Match[str] | None:
    """0769-22489999, an index number, 189号; a plain long number may still turn out to count something."""
    return _REFERENCE.match(text, start)


def list_number(text: str, start: int, end: int) -> Numeral | None:
    """1. and (2) and 3、 at the start of a line or of a sentence."""
    if end - start > 2 or not _AFTER_LIST_NUMBER.match(text, end):
        return None
    opened = start > 0 and text[start - 1] == "("
    if opened and text.startswith("日", end + 1):  # 昨（28）日
        return Numeral(start, end, MentionClass.DATE)
    if opened != (text[end] == ")") and not _at_start(text, start):
        return None
    if opened or _at_start(text, start):
        return Numeral(start - opened, end + 1, MentionClass.ENUM)
    return None


def chapter(text: str, start: int) -> Numeral | None:
    """1.1 and 2.3.1 at the start of a line, before a heading."""
    number = _CHAPTER.match(text, start)
    if not number:
        return None
    return Numeral(start, number.end(), MentionClass.ENUM)


def _at_start(text: str, start: int) -> bool:
    """Whether only blanks and perhaps a bracket stand between a number and the start of its line or sentence."""
    before = text[max(0, start - 12) : start].rstrip(" \t(")
    return before[-1] in "\n。;:" if before else start < 12


def date_at(text: str, start: int, end: int, last: int) -> Numeral | None:
    """Years, months, days and clock times, with 截至 where it stands before them."""
    mark = text[end : end + 1]
    if mark in _YEAR_MARKS and (numbered := _NUMBERED.match(text, start)) and _at_start(text, start):
        date = _DATE.match(text, numbered.end())
        return Numeral(start, date.end() if date else end, MentionClass.DATE)
    if text.startswith(".", start + 4) and text[start - 1 : start] in _OPENS_A_DATE:
        month = _YEAR_AND_MONTH.match(text, start)
        if month:
            return Numeral(start, month.end(), MentionClass.DATE)
    if end - start != 4 and (text[end + 1 : end + 2] if mark in (" ", "\t") else mark) not in _DATE_MARKS:
        return None
    date = _DATE.match(text, start) or _RUN_TOGETHER.match(text, start)
    if not date:
        return None
    opening = _BEFORE_DATE.search(text[max(last, start - 3) : start])
    return Numeral(start - len(opening[0]) if opening else start, date.end(), MentionClass.DATE)


def goes_to_days(text: str, date: Span) -> bool:
    """Whether a day of the month that a date would be is how long something takes: 由|7日|压缩为|4日."""
    low = max(0, date[0] - _NEAR)
    begins = _FROM.search(text, low, date[0]) and _TO.match(text, date[1])
    return bool(begins or _SHORTENED_TO.search(text, low, date[0]))


def is_year(text: str, quantity: Numeral) -> bool:
    """Whether a bare number is a year without its word, as in 自2022起, 从2020开始 and 2021主要工作."""
    if not text.startswith(_CENTURY, quantity.number):
        return False
    end = quantity.number + 4
    if quantity.unit not in _BEHIND_A_YEAR or quantity.bound is not Bound.EQ:
        return False
    if not _YEAR_ALONE.fullmatch(text, quantity.number, end):
        return False
    if quantity.unit == "版":
        return True
    begun = quantity.unit == "起" and text.endswith(_SINCE, 0, quantity.number)
    return begun or (quantity.end == end and not quantity.unit and not _COUNTED.search(text[max(0, end - 7) : end - 4]))


def named_sum(text: str, start: int, end: int, last: int) -> Numeral | None:
    """3+3+1, 1+6+31+N: the parts of a mechanism."""
    if "+" not in text[end : end + 12]:
        return None
    begin = start - 1 if start > last and text[start - 1] in "NnXx" else start
    found = _NAMED_SUM.match(text, begin)
    return Numeral(begin, found.end(), MentionClass.LABEL) if found else None


def is_name(text: str, quantity: Numeral, names: Names) -> bool:
    """5G, A4, 12·4, 2.0版, 301室, 7×24小时, 500米公共法律服务圈, 40周年."""
    before, after = text[quantity.number - 1 : quantity.number], text[quantity.end : quantity.end + 1]
    if quantity.unit == "周年" or (before and before in "·×"):
        return True
    if not quantity.unit:
        return before in _LATIN or after in _LATIN or (bool(after) and after in "·×室")
    if quantity.unit == "年":
        return text.startswith(names.of_plans, quantity.end)
    if quantity.unit == "版":
        return "." in text[quantity.number : quantity.end]
    if quantity.value == _ROUND_THE_CLOCK and quantity.unit == "小时":
        return quantity.bound is Bound.EQ and bool(_HAN.match(after)) and after not in "内之前后"
    return quantity.family in ("length", "duration") and bool(names.of_places.match(text, quantity.end))


def is_aim(text: str, quantity: Numeral) -> bool:
    """Whether a quotation says what is aimed at: 实现“结案率不低于96%、满意率达到95%”的目标."""
    opening = text.rfind("“", max(0, quantity.start - _LONGEST_QUOTATION), quantity.start)
    closing = text.find("”", quantity.end, quantity.end + _LONGEST_QUOTATION)
    if opening < 0 or closing < 0 or not _AIM.match(text, closing + 1):
        return False
    if text.find("”", opening, quantity.start) >= 0 or text.find("“", quantity.end, closing) >= 0:
        return False  # “法治超市”建成,成功率98%,实现“零上访”目标: it stands between two quotations
    measured = (
        quantity.bound is not Bound.EQ or quantity.family == "share" or _REACHES.search(text, opening, quantity.start)
    )
    return bool(measured and _SAID.search(text, opening, quantity.start))


def enclosing(text: str, position: int) -> str:
    """The opening mark of the short quotation or book title that holds the position, or ""."""
    low = max(0, position - _LONGEST_QUOTATION)
    for opening, closing in ("《》", "“”"):
        at = text.rfind(opening, low, position)
        if at < 0 or text.find(closing, at, position) >= 0:
            continue
        stop = text.find(closing, position, at + (_LONGEST_TITLE if opening == "《" else _LONGEST_QUOTATION))
        if stop >= 0 and text.find(opening, position, stop) < 0:
            return opening
    return ""
