"""What a head or a row's label says: words of a measure, a year, a unit, a change, a share, a body, a sum."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.model import Direction
from bot.reading.numbers.numerals import SCALES

_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d))")
_OF_THESE = re.compile("^其中[,:]?")
_BRACKET = re.compile(r"\((?:单位:?)?([^()]{1,8})\)$")
_BEHIND_SLASH = re.compile(r"[/:]([^()/:\d]{1,3})$")
_SCALED = re.compile("([十百千万亿]{0,2})(.*)")
_AGAINST = re.compile(
    r"(?:(同比|环比)|[较比与])(?:(?:20\d{2}年?度?|上年度?|上一年度?|去年|前年|往年|上期|上月)(?:全年|同期)?|同期)(?:的|相比)?"
)
_CHANGED = re.compile(
    "(?:同比|环比)(?:增减|增长|增加|升降|变化|变动|上升|下降|减少)?(?:情况|比例|百分比|幅度?|[率量数额])?"
    "|(?:增减|增长|升降|变化|变动|净增|增幅|降幅|涨幅|增速|升幅)(?:情况|比例|百分比|幅度?|[率量数额])?$"
    "|^(?:增加|减少|上升|下降)[率量数额]?$"
)
_SIGNED = re.compile("变化|变动|升降|增减")
"""Changes that go either way: only signs tell which."""
_FALLS, _RISES = re.compile("降幅|下降|减少"), re.compile("升|增")
_PLANNED = re.compile("目标[值数]?|计划[数量]|^计划$|任务[数量]|指标值|预期[值数]?|(?:年度|全年)任务")
_DONE = re.compile("完成|实际|实施|执行")
_YEARS = re.compile(r"20\d{2}[ ]?年?[-—~至到]{1,2}20\d{2}")
_YEAR = re.compile(r"(20\d{2})[ ]?(?:年度?|(?!\d))(?:全年|同期)?(?:的)?")
_BROUGHT_OVER = re.compile("结转|遗留|转入|旧存|未结")
_LAST_YEAR, _THIS_YEAR = (
    re.compile("(?:上一?年度?|去年)(?:同期|全年)?|^同期[数]?$"),
    re.compile("(?:本年度?|今年|当年)(?:全年)?"),
)
_OTHER_TIMES = re.compile("上期|上月|前年|往年|历年|下年|明年|近[一二三四五\\d]+年|以来")
_PART_OF_YEAR = re.compile(
    r"(?:\d{1,2}月?[ ]?[-—~至到]{1,2}[ ]?)?\d{1,2}月(?:份|底|末)?|第?[一二三四1-4]季度|[上下]半年|前[一二三]季度"
)
_WHOLE_YEAR = re.compile("全年")
_RANK = re.compile("(?:排名|名次|位次|排序)(?:情况)?$")
_TOTAL = re.compile("(?:总?合计|总计|共计|总数|总量|总和|合计数|总体|全部)(?:数量|件数|人数)?")
_SUBTOTAL = "小计"
_RATE = re.compile("(?:率|占比|比例|比重|百分比|占.{0,6}比)$")
_OF_ALL = re.compile("(?:所?占)?(?:全部|合计|总(?:数|量|体|件数|案件数)?)?的?(?:占比|百分比|比例|比重|比率|比|占比率)")
_IMPLIED = re.compile("(?P<unit>[件宗起人次份户家个部项场])数$")
_HOW_MANY = re.compile(
    "(?:数量?|件数|宗数|数值|数据|个数|数量统计|情况|人数|次数|累计|实际[数值]?|(?:实际|全年|累计)?完成(?:[数值量]|情况)?)"
)
_TAIL = re.compile("(?<=..)(?:(?<!案)件数|宗数|起数|数量|情况|(?<![质存总流增数容])量|(?<![人次户份个总])数)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit told in a head: its name, how many of it one is (万元 is 10,000 元), and as written."""

    name: str
    scale: int = 1
    written: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What a head says. `words` go into the measure; `own` are those of its lowest level."""

    words: str = ""
    body: str = ""
    year: int | None = None
    part_of_year: str = ""
    unit: Unit | None = None
    change: bool = False
    signed: bool = False
    falls: bool = False
    rate: bool = False
    rank: bool = False
    target: bool = False
    total: bool = False
    subtotal: bool = False
    relative: bool = False
    """Whether it says how something stands to something else that other heads name: 占比, 同比."""
    unclear: bool = False
    part: bool = False
    """Whether it opens with 其中: a part of what stands before it."""
    own: str = ""
    group: str = ""

    def joined(self, lower: Label) -> Label:
        """This head over a lower one."""
        years = {year for year in (self.year, lower.year) if year is not None}
        return Label(
            words=self.words if self.words == lower.words else self.words + lower.words,
            body=lower.body or self.body,
            year=next(iter(years), None),
            part_of_year=lower.part_of_year or self.part_of_year,
            unit=lower.unit or self.unit,
            change=self.change or lower.change,
            signed=self.signed or lower.signed,
            falls=self.falls or lower.falls,
            rate=lower.rate or (self.rate and not lower.change),
            rank=self.rank or lower.rank,
            target=self.target or lower.target,
            total=(self.total and not lower.words) or (lower.total and not self.words),
            subtotal=lower.subtotal and not (self.words or self.body),
            relative=lower.relative or (self.relative and not lower.words),
            unclear=self.unclear or lower.unclear or len(years) > 1 or bool(self.body and lower.body),
            own=lower.own,
            part=lower.part,
            group=self.words + self.body,
        )

    @property
    def direction(self) -> Direction:
        """Where an unsigned change went, if the head tells."""
        if self.signed:
            return Direction.NONE
        return Direction.DOWN if self.falls else Direction.UP


def unit_of(written: str, units: frozenset[str]) -> Unit | None:
    """The unit that words are, None for other words."""
    scaled = _SCALED.fullmatch(written.strip())
    if written in units or written in ("%", "‰"):
        return Unit(written, 1, written)
    if not scaled or scaled[2] not in units:
        return None
    scale = 1
    for sign in scaled[1]:
        scale *= SCALES[sign]
    return Unit(scaled[2], scale, written)


def label_of(text: str, year: int, units: frozenset[str]) -> Label:
    """What one head or label says; `year` is the report's."""
    given = _NUMBERED.sub("", "".join(text.split()))
    words = _OF_THESE.sub("", given)
    if _SUBTOTAL in words:
        return Label(subtotal=True)
    words, unit = _without_unit(words, units)
    label = Label(unit=unit, part=words != given and given.startswith("其中"))
    if words and (_TOTAL.fullmatch(words) or _TOTAL.fullmatch(_NUMBERED.sub("", words))):
        return replace(label, total=True)
    plain = _AGAINST.sub(lambda against: against[1] or "", words)
    change = _CHANGED.search(plain)
    if change or plain != words:
        before, said = (plain[: change.start()], plain[change.start() :]) if change else (plain, "")
        label = _when(before, label, year)
        of = _tail(label.words)
        falls = bool(_FALLS.search(said)) and not _RISES.search(said)
        signed = not change or _SIGNED.search(said) is not None
        name = "环比" if "环比" in plain else "同比"
        return replace(label, words=of + name, own="", change=True, signed=signed, falls=falls, relative=not of)
    if "环比" in words or "同比" in words:
        return replace(label, unclear=True)
    if _PLANNED.search(words) and not _DONE.search(words):
        label, words = replace(label, target=True), _PLANNED.sub("", words)
    label = _when(words, label, year)
    words = label.words
    if _RANK.search(words):
        return replace(label, rank=True, own=words)
    rate = bool(_RATE.search(words)) or bool(unit and unit.name in ("%", "‰"))
    relative = bool(words and _OF_ALL.fullmatch(words))
    if implied := _IMPLIED.search(words):
        label = replace(label, unit=label.unit or Unit(implied["unit"], 1, implied["unit"]))
    words = "占比" if relative else words if rate else _tail(words)
    return replace(label, words=words, own=words, rate=rate, relative=relative)


def _without_unit(words: str, units: frozenset[str]) -> tuple[str, Unit | None]:
    for bracket in _BRACKET.finditer(words):
        if unit := unit_of(bracket[1], units):
            return words[: bracket.start()] + words[bracket.end() :], unit
    slash = _BEHIND_SLASH.search(words)
    if slash and (unit := unit_of(slash[1], units)):
        return words[: slash.start()], unit
    return words, None


def _when(words: str, label: Label, year: int) -> Label:
    """A label with the time that its words tell, which are taken out of them."""
    told, part = label.year, ""
    unclear = _YEARS.search(words) is not None
    if not _BROUGHT_OVER.search(words):
        years = {int(named) for named in _YEAR.findall(words)}
        words = _YEAR.sub("", words)
        if _LAST_YEAR.search(words):
            years.add(year - 1)
            words = _LAST_YEAR.sub("", words)
        if _THIS_YEAR.search(words):
            years.add(year)
            words = _THIS_YEAR.sub("", words)
        unclear = unclear or len(years) > 1 or _OTHER_TIMES.search(words) is not None
        told = next(iter(years), told)
        if found := _PART_OF_YEAR.search(words):
            part, words = found[0], words[: found.start()] + words[found.end() :]
            words = words.removesuffix("合计").removesuffix("累计")
        words = _WHOLE_YEAR.sub("", words)
    return replace(label, year=told, part_of_year=part, words=words.strip("的,:"), unclear=label.unclear or unclear)


def _tail(words: str) -> str:
    """The words without what only says that they are counted: 受理量 -> 受理."""
    return "" if _HOW_MANY.fullmatch(words) else _TAIL.sub("", words)
