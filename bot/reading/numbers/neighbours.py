"""Numbers and the numbers beside them: the unit or the scale that only the next one has, groups of digits parted by
blanks, what the end of a line tears apart, and bounds that only pick what is counted next.

30至50名, 10-15万元, 50、60、70件, 5个或10个工作日, 12 345人次, 超过1万人的乡镇23个.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.model import Bound
from bot.reading.numbers.numerals import ARABIC, SCALE_TAIL, value_of
from bot.reading.numbers.quantities import Numeral, QuantityReader

JOINTS = frozenset("-—\u2013~至到、或和")
"""What may join a number to the next one."""

_NEXT = re.compile(rf"(?:[-—\u2013~至到]{{1,2}}|[、或和])({ARABIC})")
_LONGEST_LIST = 8
_CALENDAR = frozenset(("年", "月", "日"))
_PARTED_GROUPS = r"\d{1,3}(?: \d{3}){1,4}(?! ?\d|[.,])"
_GROUPS = re.compile(rf"(?<=[\u4e00-\u9fff]){_PARTED_GROUPS}")
_OPENING_GROUPS = re.compile(rf"(?:(?<![\s\S])|(?<=[\n。])){_PARTED_GROUPS}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_OPENS_ANEW = re.compile(r"\d{1,2}[.、)]|\d{4}年")
_CUT_OFF = re.compile(r"[\u4e00-\u9fff]\d[\d.,]{0,16}\n$")
_FIRST_PART = re.compile(rf"\((?:其中)?[:,]?[\u4e00-\u9fff“”]{{1,12}}?({ARABIC})")
"""What opens a bracket that tells the parts of the number before it."""
_AFTER_UNIT = frozenset(",;。、)和及")
_PICKED = re.compile(r"的([\u4e00-\u9fff]{1,12}?)(?:共?有|共计?|仅|为|占|达)?[约近超]?\d")
_SERVED = re.compile("(?:执业|从业|工作|任职)(?:年限|时间)?(?:已?满|达|达到)?$")
_PICKED_MONEY = re.compile(r"([\u4e00-\u9fff]{0,6}?)\d")
_PICKED_OFFICES = re.compile(
    "([\u4e00-\u9fff]{0,4}(?:所|局|站|处|室|会|队|律所|机构|组织|单位|部门|企业|[村镇乡县]))(?:共?有|仅有?|只有|占|达)?\\d"
)
_NOT_DONE = re.compile(r"(?:从未|尚未|未|没有|不)[^,。;、:\d]{1,8}的")
"""What picks by how long it was not done: 3年以上未实施的事项."""
_LIMITS = frozenset("上下内")
_NEAR = 12
_ONE_OF = re.compile("[^,。;、:\\d]{0,10}(?<!分)之一")
_EDITION = re.compile("模式|时代|升级版|版")
_BOUND_AHEAD = re.compile(r"(大?约合?|至少)(?:要|应|须|需)?([^,。;、:\d]{1,6})$")
_OF_A_YEAR = re.compile(
    r"(不到|不足|低于|超过|超出|超|高于|多于|接近|将近|近|约为|约|大约)"
    r"(?:去年|上年|上一年|前年|20\d{2} ?年)度?(?:同期|全年)?的?(?:总量|总数)?的$"
)
_OF_ALL = re.compile(
    "(不到|不足|超过|超出|接近|将近|约占|约为)(?:[^,。;、:\\d]{0,8}(?:总[量数额]|案件|纠纷|人数|人员)|全部[^,。;、:\\d]{0,6})的$"
)
"""How much of all it is: 超过全市总量的|一半, 不足全部案件的|三成."""
_AGAINST_A_YEAR = (
    (("不到", "不足", "低于"), Bound.LT),
    (("超过", "超出", "超", "高于", "多于"), Bound.GT),
    (("接近", "将近", "近", "约为", "约占", "约", "大约"), Bound.APPROX),
)
"""What is said of a share of an earlier year's: 不到去年的一半."""
_EACH = re.compile("(?:平均)?每(?:[年月周天日]|个月|季度?|半年|[村镇乡所户人家])")
_AGES = ("岁", "周岁")
_UP_TO_AN_AGE = re.compile(r"[-—\u2013~至到]{1,2}\d{1,2}周?岁")
_AGE_ITSELF = re.compile("(?:年龄|年纪|岁数|最[大小长高低]|年长|年轻)[^,;。、:]{0,6}$")


def lend(text: str, quantity: Numeral, end: int, quantities: QuantityReader) -> None:
    """Give a number what it shares with a number joined to it; `end` is where its own digits end.

    Its unit (30至50名), the rest of its unit (5个或10个工作日), and the scale too where only the later number has one
    and is the larger by its digits: 10-15万元 starts at 100000, but 5000元至1.5万元 at 5000.
    """
    at = quantity.end
    for _ in range(_LONGEST_LIST):
        joined = _NEXT.match(text, at)
        if not joined:
            return
        later = quantities.read(text, *joined.span(1), at)
        if later.unit:
            break
        at = joined.end()
    else:
        return
    listed = text[quantity.end] in "、或和"
    if (listed and later.unit in _CALENDAR) or not later.unit.startswith(quantity.unit):
        return
    quantity.unit, quantity.family = later.unit, later.family
    digits = joined[1]
    scale = SCALE_TAIL.match(text, joined.end())
    if quantity.end == end and scale and scale[1].isalpha() and quantity.value < value_of(digits):
        quantity.value = value_of(f"{text[quantity.number : end]}{scale[1]}")


def grouped(text: str, start: int) -> int:
    """Where a number in groups of three parted by blanks ends (咨询12 345人次), `start` where none starts.

    Two columns of a table look the same, so words must stand right before it; where it opens a line or a sentence, as a
    list number does, before another one of the text.
    """
    groups = _GROUPS.match(text, start)
    if not groups and (opening := _OPENING_GROUPS.match(text, start)) and _writes_groups(text):
        groups = opening
    return groups.end() if groups else start


@lru_cache(maxsize=1)
def _writes_groups(text: str) -> bool:
    """Whether a text writes a number in groups right behind words; looked for once in each text."""
    return _GROUPS.search(text) is not None


def unit_below(text: str, quantity: Numeral, quantities: QuantityReader) -> None:
    """Give a number at the end of a line the unit that opens the next one; the mention itself ends with its line."""
    unit, stop = quantities.unit(text, quantity.end + 1)
    if unit and text[stop : stop + 1] in _AFTER_UNIT and _HAN.match(text[quantity.start - 1 : quantity.start]):
        quantity.unit, quantity.family = unit, quantities.family(unit)


def has_parts(text: str, quantity: Numeral, quantities: QuantityReader) -> bool:
    """Whether a bracket behind a number without unit tells its parts: 收到举报85(立案61件,不予立案7件)."""
    part = _FIRST_PART.match(text, quantity.end)
    if not part or "." in text[quantity.number : quantity.end]:
        return False
    counted = quantities.read(text, *part.span(1), quantity.end)
    said = _HAN.match(text[quantity.start - 1 : quantity.start])
    return bool(said) and counted.family == "count" and counted.value <= quantity.value


def torn(text: str, quantity: Numeral) -> bool:
    """Whether the end of a line may have torn a number (案件12 / 34件): neither half is known to be one."""
    start, end = quantity.number, quantity.end
    if not quantity.unit and text[end : end + 1] == "\n" and text[end + 1 : end + 2].isdecimal():
        return not _OPENS_ANEW.match(text, end + 1)
    return text[start - 1 : start] == "\n" and bool(_CUT_OFF.search(text[max(0, start - 18) : start]))


def of_an_age(text: str, quantity: Numeral) -> bool:
    """Whether a number of years only says how old those are that are counted: 未满18岁的1人, 20-30岁有4人, 60岁老人."""
    joined = text[quantity.end : quantity.end + 1] in JOINTS
    if quantity.unit not in _AGES and not (joined and _UP_TO_AN_AGE.match(text, quantity.end)):
        return False
    return not _AGE_ITSELF.search(text[max(0, quantity.start - 8) : quantity.start])


def of_a_whole(text: str, quantity: Numeral) -> bool:
    """Whether a number only says of how many one is told, or names an edition: 列入22件实事之一, 3.0模式."""
    edition = "." in text[quantity.number : quantity.end] and _EDITION.match(text, quantity.end)
    told = text.find("之一", quantity.end, quantity.end + _NEAR) >= 0 and _ONE_OF.match(text, quantity.end)
    return bool(told or edition)


def bounded_ahead(text: str, quantity: Numeral, verb: re.Pattern[str]) -> Bound:
    """The bound that words ahead of a verb or a time set: 至少开展1次, 约合每天4批, 不到去年的一半."""
    if quantity.family in ("share", "multiple"):
        low = max(0, quantity.start - 2 * _NEAR)
        against = _OF_A_YEAR.search(text, low, quantity.start) or _OF_ALL.search(text, low, quantity.start)
        return next((bound for words, bound in _AGAINST_A_YEAR if against and against[1] in words), Bound.EQ)
    near = text[max(0, quantity.start - _NEAR) : quantity.start]
    said = _BOUND_AHEAD.search(near) if "至少" in near or "约" in near else None
    if not said:
        return Bound.EQ
    about, between = said[1], said[2]
    if _EACH.fullmatch(between):
        return Bound.APPROX if about.startswith(("约", "大约")) else Bound.GT
    done = verb.match(between)
    return Bound.GT if about == "至少" and done and between[done.end() :] in ("", "了", "有") else Bound.EQ


def picks(text: str, quantity: Numeral, verb: re.Pattern[str]) -> bool:
    """Whether a bound only says which ones are meant.

    超过1万人的乡镇23个, 60岁以上老人, 5万元以上的处罚案件, 执业10年以上律师.
    """
    if quantity.bound is Bound.EQ or quantity.bound is Bound.APPROX:
        return False
    if quantity.start == quantity.number and text[quantity.end - 1] not in _LIMITS:
        return False
    if quantity.unit in _AGES or (
        quantity.unit == "年" and _SERVED.search(text, max(0, quantity.start - 8), quantity.start)
    ):
        return True
    kind = text[quantity.end - 1] in _LIMITS and text.startswith("的", quantity.end)
    if kind and (quantity.unit == "人" or quantity.family == "money"):
        return True
    if text[quantity.end - 1] in _LIMITS and quantity.family == "duration" and _NOT_DONE.match(text, quantity.end):
        return True
    picked = _PICKED.match(text, quantity.end)
    if not picked and quantity.family == "money":
        picked = _PICKED_MONEY.match(text, quantity.end)
    if not picked and quantity.unit == "人" and text[quantity.end - 1] in _LIMITS:
        picked = _PICKED_OFFICES.match(text, quantity.end)
    return picked is not None and not verb.search(picked[1])
