"""What a question wants counted, by its units and its wording, and which figures may count that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.understanding.measuring.doers import COUNTABLE
from bot.model import Fact, Kind, Query
from bot.words.indicators import ANY_UNIT, plain
from bot.words.lexicon import Lexicon

_OF_BODIES = frozenset("个家所名人位间处座")
_OF_DEEDS = re.compile("(?:多少|几|好多)(?:案|纠纷|矛盾|官司)")
"""What asks how much somebody does, not how many of them there are: 退休法官调了多少案子."""
_COUNTS = re.compile("[^率例重]的?(?:一共|总共|共|到底|究竟|大概|大约)?有(?:多少|几)个?[啊呀呢吗]?$")
_OF_CASES = frozenset({"宗", "起", "桩", "例", "单"})
_OF_TABLES = _OF_CASES | {"件"}
_ASIDE = re.compile(r"[(（].*[)）]$")
_OF_SESSIONS = frozenset({"场", "场次", "期", "期次"})
"""What no bodies and places are counted in: 站点服务多少场 wants no stations."""
_CASE = re.compile("案|纠纷|矛盾|争议|诉讼|官司|事件|投诉|隐患|线索")
"""What may be counted in 宗 where a report counts it in 个: no stations."""
_CASES_ASKED = re.compile(
    "案[件子]?的?(?:数量?|总数)?(?:一共|总共|共|有|是)*(?:多少|几)[件个宗起桩例单]?[啊呀呢吗]?$"
    "|(?:多少|几)[件个宗起桩例单]?(?:案件|案子)[啊呀呢吗]?$"
)
_OF_PEOPLE = frozenset({"人", "名", "位", "人次", "名次"})
_PEOPLE_IN_NAME = {"人次": "人次", "人数": "人"}
"""What a measure without a unit ends in where it says itself that people are counted: 观看人次超10万."""
_PEOPLE_BEHIND = re.compile(
    "[\u3400-\u9fff]{0,6}?(?:[所局厅镇乡村站处科院校室会]长|主任|书记|[\u3400-\u9fff]员(?!会|单位)|律师(?!事务|所|协)"
    "|[^业]者(?!协会)|干部|法官|检察官|民警|对象|鉴定人|代表(?!团|队))"
)
"""What stands behind a number whose 个 counts people: 8个所长担任顾问."""
NAMES_RATE = re.compile("[^效]率的?(?:是|有|为|达到?)*(?:多少|几)?[呢啊呀]*$")
"""What asks for a rate by its name, at the end of what is said; 效率 is none."""
_OF_TIME = frozenset({"天", "日", "工作日", "个工作日", "个自然日", "小时", "个小时", "分钟", "个月", "月", "周", "年"})
OF_RATIOS = frozenset({"%", "个百分点", "百分点", "倍", "成", "分"})


def asks_how_many(query: Query) -> bool:
    """Whether a question of one word wants all that there are: 法官, 企业总数, 多少家企业; not 前哨站多少场."""
    of_things = not query.units or bool(_OF_BODIES & set(query.units))
    named = bool(query.units) or Kind.COUNT in query.kinds or query.words[0].endswith(COUNTABLE)
    return (
        of_things and named and not any(_OF_DEEDS.search(phrase.partition(query.words[0])[2]) for phrase in query.said)
    )


def asks_bodies(query: Query) -> bool:
    """Whether a question asks how many people or bodies of a name there are, in 个: 社区的有几个."""
    return query.units == (ANY_UNIT,) and any(word.endswith(COUNTABLE) for word in query.words)


def has_unit(fact: Fact, units: Sequence[str]) -> bool:
    """Whether a figure has one of the units that were named: 场 is 场次 too, 次 is not 人次, 人 may be."""
    unit = fact.claim.unit or next((u for end, u in _PEOPLE_IN_NAME.items() if fact.claim.measure.endswith(end)), "")
    if unit == "人次":
        return unit in units or "人" in units
    if of_people_only(units) and unit == ANY_UNIT:
        return counts_people(fact)
    if is_time(unit) and _plain_time(unit) in {_plain_time(named) for named in units}:
        return True
    return unit in units or any(len(named) == 1 and named in unit for named in units if not is_time(unit))


def is_counted_by_name(fact: Fact, query: Query) -> bool:
    """Whether people are counted whom a question counts in 个 by their name: 多少个村民 of 惠及村民300人."""
    if query.units != (ANY_UNIT,) or not of_people_only((fact.claim.unit,)):
        return False
    said, measure = plain("".join(query.said)), plain(fact.claim.measure)
    people = (word for word in query.words if word.endswith(COUNTABLE))
    return any(f"{ANY_UNIT}{word}" in said and measure.endswith(word) for word in people)


def _plain_time(unit: str) -> str:
    """A unit of time as it is compared: 3个工作日 are 3工作日, 45日 are 45天."""
    bare = unit.removeprefix(ANY_UNIT).removeprefix("自然")
    return "天" if bare == "日" else bare


def counts_people(fact: Fact) -> bool:
    """Whether a figure counts people, in their units or in 个: 8个所长."""
    if fact.claim.unit != ANY_UNIT:
        return of_people_only((fact.claim.unit,))
    _, _, behind = fact.claim.quote.partition(fact.text)
    return _PEOPLE_BEHIND.match(behind) is not None


def tells_units(units: Sequence[str]) -> bool:
    """Whether the units that were named tell that something is counted: 件, 人次; in 个 anything may be."""
    return any(unit != ANY_UNIT and unit not in OF_RATIOS for unit in units)


def asks_count(query: Query) -> bool:
    """Whether a question without a unit wants to know how many there are: 打官司的有多少, and not 应诉率有多少."""
    return not query.units and any(_COUNTS.search(phrase) for phrase in query.said)


def counts_named(query: Query) -> bool:
    """Whether a question asks 多少 of what one of its words names: 多少单位 wants neither a rank nor a time."""
    return not (query.units or query.kinds) and any(
        f"{many}{word}" in phrase for phrase in query.said for word in query.words for many in ("多少", "多少个")
    )


def is_time(unit: str) -> bool:
    """Whether a unit measures how long something takes."""
    return unit in _OF_TIME


def of_people_only(units: Sequence[str]) -> bool:
    """Whether only people are counted in the units that were named."""
    return bool(units) and _OF_PEOPLE.issuperset(units)


def counts_alike(fact: Fact, units: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a figure may be counted in one of the units that were named, if any tells something: 件 for 宗."""
    told = {unit for unit in units if unit != ANY_UNIT}
    own = _ASIDE.sub("", fact.claim.unit)
    if not own and fact.claim.kind is Kind.COUNT:
        # 零败诉 is none in any unit; a table of cases names none.
        return not fact.claim.value or not told or (told <= _OF_TABLES and _CASE.search(fact.claim.measure) is not None)
    if own == ANY_UNIT and told and told <= _OF_CASES and not _CASE.search(fact.claim.measure):
        return False
    if own == ANY_UNIT and told and told <= _OF_SESSIONS and plain(fact.claim.measure).endswith(COUNTABLE):
        return False
    if own == ANY_UNIT and told and told <= _OF_PEOPLE:
        return counts_people(fact)
    alike = (family for family in lexicon.families if own in family)
    return not told or own in told or any(told & family - {ANY_UNIT} for family in alike)


def may_be_cases(fact: Fact, query: Query) -> bool:
    """Whether a figure may count cases where these are asked for: 案件有多少宗 wants no stations."""
    told = {unit for unit in query.units if unit != ANY_UNIT}
    asked = (bool(told) and told <= _OF_CASES) or any(_CASES_ASKED.search(phrase) for phrase in query.said)
    return not asked or fact.claim.unit in _OF_CASES or _CASE.search(fact.claim.measure) is not None
