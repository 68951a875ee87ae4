"""Places and offices: how many they are says nothing without what they did."""

from __future__ import annotations

import re

from bot.reading.vocabulary.trees import one_of

_NAMES = (
    "单位|部门|委办局|[分县市区]局|科室|机关|机构|执法主体|企业|学校|中小学|委局|街道|镇街|乡镇|社区(?!矫正)|地区|村居|司法所|小组|专班"
    r"|[督工指检巡]\w组|[省市县区州乡镇村]"
)
_BRACKET = r"(?:\([^()]{1,8}\))?"
_OF_ANOTHER_NOUN = "(?![民组两干级委直属政])"
"""What a place's single character may only begin: 村民, 县级, 区直."""
PLACES = re.compile(f"(?:{_NAMES}){_BRACKET}$")
"""A noun of places or offices, by its end."""
OFFICES = re.compile(f"(?:{_NAMES}|所|会|站|街){_BRACKET}$")
"""The same, with every office that may stand before those who work in it or in a list of such: 6家律师事务所7名律师."""
SORTS = "领域|行业|系统|部门|单位|方面|乡镇|镇街|街道|社区|县区|案件|纠纷|事项|公证|业务|合同|争议"
"""What those are whose names are listed before their number: 城管、环保、交通三个领域."""
PLACE_FIRST = f"(?:{_NAMES}){_OF_ANOTHER_NOUN}{_BRACKET}"
"""Places or offices right behind their number."""


_HOUSE, _OF_HOUSES = re.compile("(?:调委会|委员会|室|站|中心|服务点|联系点)$"), ("组织", "机构", "平台", "阵地", "网点")


def is_house_of(part: str, whole: str) -> bool:
    """Whether a part of bodies at large is a house by its own name: 调解组织90个,其中村调委会60个."""
    return whole.endswith(_OF_HOUSES) and _HOUSE.search(part) is not None


def own_place(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for the reporting place: its names with its government, its short name only before such words."""
    if not names:
        return None
    short = {name[:-1] for name in names if 2 < len(name) < 6}
    office = "(?:人民政府|政府|司法局|辖区)"
    before = "仲裁|公证|法律援助|全[省市区县州]|累计|两级|三级|各级|执业律师|行政机关"
    return re.compile(f"{one_of(names)}(?!委(?![托员派])){office}?|{one_of(short)}(?:{office}|(?={before}))")
