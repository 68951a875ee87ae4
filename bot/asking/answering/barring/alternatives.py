"""Things of which a figure is of one only: the government or its departments, penalties or permits.

One indicator may count each of them (部门负责人出庭, 行政许可案卷), and so does not tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.asking.answering.weighing.slots import Pool
from bot.model import Fact, Query
from bot.words.indicators import plain

_Family = Mapping[str, re.Pattern[str]]

_PLACE = "[省市区县州旗]"
_GOVERNMENT, _UNITS = "government", "units"
_UNSAID = frozenset({_GOVERNMENT, _UNITS})
"""What a report tells of without saying so."""
_BODIES: _Family = {
    _GOVERNMENT: re.compile(f"(?:{_PLACE}|本级)政府(?!各?(?:职能|工作)?部门|领导|办)|政府(?=规范性文件|[和与及]部门)"),
    "leaders": re.compile(f"{_PLACE}(?:政府)?领导(?!干部|下|小组)"),
    _UNITS: re.compile("(?:单位|机关)的?(?:领导|负责人)"),
    # 法制部门 is whose report it is.
    "departments": re.compile("(?<!法制)(?<!司法)(?<!司法行政)部门"),
    "towns": re.compile("镇街|街镇|乡镇|镇乡|街道|[镇乡]政府"),
}
_SITTERS: _Family = {"leaders": re.compile("领导干部"), "staff": re.compile("(?:国家|机关)工作人员|公职人员|职工")}
_SECRETARIES: _Family = {name: re.compile(f"{name}书记") for name in ("党组", "党委", "支部")}
_ACTS: _Family = {name: re.compile(name) for name in ("许可", "处罚", "强制", "检查", "征收", "裁决")}
_ACTS_ASKED: _Family = {name: re.compile(f"行政{name}(?!对象|相对人)") for name in _ACTS}
_BOTH, _COMMUNITIES = re.compile("村[(（]社区[)）][”」]?(?:建设|创建)?$"), "社区"
_VILLAGES = re.compile("村|居")
_AND, _JOINED = "和", re.compile("[、和与及]")
_DIGIT, _CLAUSE = re.compile(r"\d"), re.compile("[,，;；。:：]")


def is_of_another(fact: Fact, query: Query, pool: Pool) -> bool:
    """Whether a question names one of such things, and the figure is not told of it, or of others as well."""
    said = plain(_AND.join(query.said))
    if _BOTH.search(fact.claim.measure) and _COMMUNITIES in said and not _VILLAGES.search(said):
        return True
    families = ((_ACTS_ASKED, _ACTS), *((family, family) for family in (_BODIES, _SITTERS, _SECRETARIES)))
    return any(
        bool(asked := _named(said, asking)) and _is_of_another(fact, asked, telling, pool)
        for asking, telling in families
    )


def _is_of_another(fact: Fact, asked: frozenset[str], family: _Family, pool: Pool) -> bool:
    """Whether a figure is told of none of a family's things that were asked for, or together with others."""
    if told := _named(_own(fact), family):
        # 部门镇街 is one word for both of them, 部门和镇街 names two; 领导干部学法考试 is what that of all is called.
        together = family is not _SITTERS and _JOINED.search(fact.claim.measure) is not None
        return not asked & told or (asked < told and together)
    if asked <= _named(_around(fact), family):
        return False
    beside = (f for f in pool.facts if (f.report, f.claim.quote) == (fact.report, fact.claim.quote))
    later = (other for other in beside if other.start > fact.start)
    return not asked <= _UNSAID or any(asked & _named(_own(other), family) for other in later)


def _own(fact: Fact) -> str:
    return plain(f"{fact.claim.subject}{fact.claim.measure}")


def _around(fact: Fact) -> str:
    """What stands before a figure, back to the figure before it, and the rest of its clause."""
    before, _, behind = fact.claim.quote.partition(fact.text)
    return plain(_DIGIT.split(before)[-1] + _CLAUSE.split(behind)[0])


def _named(text: str, family: _Family) -> frozenset[str]:
    return frozenset(name for name, pattern in family.items() if pattern.search(text))
