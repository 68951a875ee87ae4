"""How many levels there are of what: 市、县、乡三级公共法律服务平台."""

from __future__ import annotations

import re

from bot.reading.measures.opened import Draft
from bot.reading.measures.predicates import noun_and_predicate
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.phrases import verb_at_start, verbs_only

SHORT_NOUN = 4
_QUOTED = re.compile("(?:“[^“”]*”[、和]?)+")
_COVERED = re.compile("“?(?:建成率|覆盖率|全覆盖|应.尽.).*$")
_IN_DOING = re.compile("的?(?:基础上|同时|过程中)$")
_WHOLLY = re.compile("(?<=..)(?<!实现)“?全覆盖”?$")
_ALL = re.compile(r"全?覆盖")
_PLACES = re.compile("(?:已|基本)?(?:实现)?(?:了)?(?:社区|街道|[省市县区乡镇村街居、-])+的?$")
COVERED = "覆盖层级"
_OFFICE = re.compile("(?:政府|党委|党政|机关|部门|单位|法院|检察院|干部)$")
"""Who does something at each of the levels."""
_LEVEL = "(?:(?:国家|[省市县区乡镇村]|镇街|乡镇)级|镇街|乡镇|街道|园区)"
AMENDING = re.compile(
    f"{_LEVEL}?(?:宣布|拟)?(?:废止|修改|修订|失效|取消|保留|下放|合并|划转|收回|承接|委托)+(?:{_LEVEL}(?:实施|行使|办理)?)?"
)
"""What is done with rules and powers, perhaps at a level: 市级保留, 下放县级, 委托园区实施."""
_AT_LEVELS = (
    "(?:(?:省|市|州|县|区|旗|乡镇|镇街|乡|镇|苏木|街道|村居|村|社区|居|嘎查|企事业单位|企业|事业单位|园区|学校|医院)"
    r"级?(?:\([^()]{1,8}\))?[、和]?)++"
)
_LEVELS_ALONE = re.compile(_AT_LEVELS)
_HOUSE = re.compile(
    f"{_AT_LEVELS}(调委会|[^、的]{{0,8}}?(?:调解委员会|调解组织|调解室|中心|工作站|服务站|服务室|服务点|联系点|工作室|站))"
)
OF_A_LEVEL = re.compile("(?:国家|[省市州盟县区旗镇乡村])级")
_TOGETHER = re.compile("(?<!公)共(?![同享建])|累计|先后")


def levels(behind: str, left: str, right: str, wording: Wording, counted: str) -> Draft:
    """The levels of the noun `behind` the number, tidied `right`; of what stands to its `left` where that is short,
    and no more than what was `counted` before where that is named by its last word."""
    if _ALL.match(behind) and (named := _PLACES.sub("", left)):  # “法律明白人”实现市、县、乡三级全覆盖
        return Draft(named + COVERED)
    if _ALL.match(behind):
        return Draft(COVERED)
    noun = wording.tidy(_TOGETHER.split(behind)[0]) or right
    first, _, rest = noun.partition("、")
    other = verb_at_start(rest, wording.phrases) and not verbs_only(first, wording.phrases)
    noun = first if other else noun  # 健全四级网络、完善机制, but 两级取消、下放事项
    office, done = noun_and_predicate(noun, wording.phrases, governed=True)
    if done and _OFFICE.search(office) and not _COVERED.search(done):  # 两级法院新收案件240件
        return Draft(f"{done}的{office}层级")
    noun = _IN_DOING.sub("", noun_and_predicate(noun, wording.phrases)[0])
    whole = _WHOLLY.search(noun)  # 实现三级人民调解组织全覆盖
    noun = noun[: whole.start()] + "全覆盖" if whole else _COVERED.sub("", noun)
    left = _PLACES.sub("", left).removesuffix("实现").removeprefix("在")
    if len(noun) < SHORT_NOUN and counted.endswith(noun):
        return Draft(counted + "层级")
    return Draft((noun if len(noun) >= SHORT_NOUN else _QUOTED.sub("", left) + noun) + "层级")


def same_house(level: str, house: str) -> str:
    """街道 after 乡镇调委会 is 街道调委会: a level alone in a row of the houses of a network; "" for others."""
    told = _HOUSE.fullmatch(house) if _LEVELS_ALONE.fullmatch(level) else None
    return level + told[1] if told else ""
