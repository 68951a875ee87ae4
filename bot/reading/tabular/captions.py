"""What the lines above a table say: its subject, its year, its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.reading.tabular.grid import Cell
from bot.reading.tabular.labels import Unit, unit_of

_UNITS = re.compile("(?:计量)?单位[:]\\s*([^()|]{1,20})")
_LIST = re.compile("[、,/;\\s和]+")
_NUMBERED = re.compile(
    r"^(?:(?:附?表|附件|图表?)[ ]?[一二三四五六七八九十\d]{0,3}(?:[-.]\d+)?[:、.\s]*|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d))"
)
_YEAR = re.compile(r"(20\d{2})[ ]?(?:年度?|(?=\D))")
_YEARS = re.compile(
    r"20\d{2}[ ]?年?[-—~至到、和及与]{1,2}20\d{2}[ ]?(?:年度?)?|[与和较比](?:去年|上年)(?:同期)?(?:相比)?"
    r"|近[一二两三四五六七八九十\d]+年|历年"
)
_PART = re.compile(r"(?:\d{1,2}[-—~至到]{1,2})?\d{1,2}月(?:份|底|末)?|第?[一二三四1-4]季度|[上下]半年|前三季度")
_ASIDE = re.compile(r"\([^()]*\)")
_ENDS = re.compile(
    "(?:的|[及与和、]?(?:基本|总体|主要|具体|分类)?(?:情况|数据|统计|数量|同比|变化|增减|对比|对照|汇总|明细|一览|分布"
    "|分析|构成|类[型别]|(?:审理|办理|处理)?结果))*(?:表|图)?[:]?$"
)
_HOW_MANY = re.compile("(?<=件)数$")
_QUOTED = re.compile('[“”《》"]')
_ARTICLE = re.compile("第[^条]{1,6}条")
_AS_FOLLOWS = re.compile("[,]?(?:具体|详细|分别|统计|汇总)*(?:如下|见下|列于下)(?:[图表])?(?:所[示列])?[:。]?$")
"""What only points to the table: 情况如下, 统计见下表."""
_OF_SOME = re.compile(
    "^(?:其中,?)?(?:部分|个别|主要|重点|有关|相关)(?:[省市州县区旗镇乡]|街道|单位|部门|地方|地区|[、和及(),])+(?![级政])"
)
"""Of which places it tells, none of them by name: 部分县、区."""
_OF_ALL = re.compile(
    "^(?:(?P<level>全[国省市县区州旗])|[我本][省市县区州旗])?(?:各(?P<towns>镇街|街镇|乡镇|街道)|各(?:县区|区县|单位|部门|地区?"
    "|[市县]?区(?![级域政])|市州|地市|市(?![级政])|县(?!级|政府)))?"
)
_URGES = re.compile(
    "[^,]*,|(?:坚持|突出|聚焦|紧扣|围绕|着力|强化|深化|优化|加强|提升|推进|健全|完善|严格|规范(?!性)|抓[好实牢紧]|[做建]强|做[优实细]"
    "|织密|筑牢|夯实)"
)
"""How a heading begins that says what is to be done, not what is counted: 强化实质解纷,当好主渠道."""
_LEVEL, _NARROWER = re.compile(r"\(([^()+、]{0,4}本级|[省市县区镇乡]级)\)"), re.compile(r"\((?:不含|不包括|仅)[^()]*\)")
_GENERAL = re.compile(
    "(?:分月|人员|目标|计划|主要|重点|(?:工作|业务)量?|指标|数据|任务|统计|基本|完成|年度|公共法律服务|法治(?:政府)?建设"
    "|司法行政|有关|相关|各项|情况)*"
)
"""What says nothing of what is counted."""
_LONGEST = 40


class Caption:
    """The caption of a table: the nearest line above that names what is counted; and its units, which may also stand in
    its corner, the heads over its labels."""

    def __init__(self, above: Sequence[Cell], corner: Iterable[Cell], units: frozenset[str]) -> None:
        self.units: tuple[Unit, ...] = ()
        self.line: Cell | None = None
        for cell in (*corner, *above):
            if told := _UNITS.search(cell.text):
                written = [unit_of(part, units) for part in _LIST.split(told[1].strip(") ")) if part]
                self.units = tuple(unit for unit in written if unit) if all(written) else ()
        for cell in above:
            words = _ASIDE.sub("", _UNITS.sub("", cell.text)).strip()
            if words and self.line is None and not _ARTICLE.match(words) and len(words) <= _LONGEST:
                self.line = cell
        text = _ASIDE.sub("", _UNITS.sub("", self.line.text)) if self.line else ""
        years = {int(year) for year in _YEAR.findall(text)}
        self.spans_years = bool(_YEARS.search(text)) or len(years) > 1
        self.year = next(iter(years)) if len(years) == 1 and not self.spans_years else None
        part = _PART.search(text)
        self.part_of_year = part[0] if part else ""
        for pattern in (_NUMBERED, _YEARS, _YEAR, _PART, _QUOTED):
            text = pattern.sub("", text.strip())
        text = _OF_SOME.sub("", _AS_FOLLOWS.sub("", text.strip()))
        if _URGES.match(text):
            text = ""
        told = _OF_ALL.match(text)
        words = _HOW_MANY.sub("", _ENDS.sub("", _OF_ALL.sub("", text)))
        line = self.line.text if self.line else ""
        level, narrower = _LEVEL.search(line), _NARROWER.search(line)
        self.words = ("" if _GENERAL.fullmatch(words) else words) + (_in_full_width(narrower[0]) if narrower else "")
        self.level = (told["level"] if told else None) or ""
        """The level that it names: 全省."""
        self.part = level[1] if level else f"各{told['towns']}" if told and told["towns"] else ""
        """The part of the place that all of its figures are of: 市本级, 各镇街."""

    def unit_for(self, money: bool) -> Unit | None:
        """The unit of figures without one; None where several would do."""
        kept = [unit for unit in self.units if unit.name not in ("%", "‰") and (unit.name == "元") == money]
        return kept[0] if len(kept) == 1 else None

    @property
    def share(self) -> Unit | None:
        """The unit of its shares, where it says so."""
        return next((unit for unit in self.units if unit.name in ("%", "‰")), None)


def _in_full_width(bracket: str) -> str:
    return f"（{bracket[1:-1]}）"
