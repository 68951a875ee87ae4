"""Whether a figure is planned, asked for or promised, and for which year."""

from __future__ import annotations

import re

from bot.model import Modality
from bot.reading.around import FAR, Around, When
from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.outline import Role
from bot.reading.page import Place
from bot.reading.vocabulary.lexicon import Times

_DUE = re.compile(r"(?:到|(?<!截)至) ?(20\d{2}) ?年")
_ASKED = re.compile("要求|应当|必须|[,;。]须|规定|承诺|限期|限时")
_JOINED_TO = re.compile(r"[-—~至到、或和]{1,2}\d{1,3}(?:个?工作日|个?自然日|日|天|小时|个小时|个月|分钟)")
_SHARE_OF_IT = re.compile(r"的[ 约近超]*\d[\d.]*%")
_IN_A_PLAN = re.compile(
    r"计划》[,;。](?:其中|规定|提出|要求)|(?<!检查)(?<!抽查)(?<!执法)计划》[,;。]明确|\(20\d{2}年?[-—\u2013~至到]{1,2}20\d{2}年?\)》,(?:明确|提出|确定)"
)
"""What a plan sets, one of years to come at any rate: 《实施方案(2021—2025年)》,提出建立25项制度."""
_TOLD_AS_DONE = re.compile("全年(?!按|计划|不)|累计|共[^同享]|今年|截至|已|完成")
"""What turns from what a plan sets to what came of it: 《检查计划》,明确212家,全年检查2299家次."""
_TO_COME = re.compile("将|拟|计划|力争|争取|确保|预计")
_DO = "推|开展|组织|继续|进一步|新建|新增|完成|培训|培育|培养|举办|召开|建立|建成|建设|打造|实施|启动|修订|制定|出台"
_IN_ALL = re.compile(f"^(?:[全今本当]年度?|年初|[上下]半年|[我本全][省市州县区局镇],?)+(?=计划|拟|将(?:{_DO}))")
"""Whose plan it is, and for when, before what says that it is one: 全年计划完成200件."""
_TAKEN = re.compile(f"[将把](?!{_DO}|力争|争取|确保|在|于|对|以)")
_PUT = re.compile(
    "分解|细化|整合|设置|配置|延伸|派驻|下沉|送到|送进|划入|纳入|列入|移交|划转|形成|确定为|列为|归集|下放"
)
"""What was done with what 将 took up: 将27个部门的事项划入一个局 and 将12支队伍整合为4支 plan nothing."""
_NO_PLAN = ("定", "订", "写", "于", "在", "任", "提", "生", "完成率", "执行率")
_PLANNED = re.compile(
    "[,:]?(?:[我本全该][局镇乡区县市院街村]道?|我们)?[,]?(?:还|也)?(?:将|计划|拟|要|力争|争取|确保|预计)"
)
_PLAN_OF = re.compile(r"(20\d{2}) ?年度?[^,。;:\d]{0,10}?(?:打算|计划|思路|安排|目标|任务|举措|重点)[^,。;:\d]{0,6}:")
"""A sentence that tells a plan: 2025年工作打算:一是培训12期."""
_DONE_ALREADY = re.compile("已|累计|截至")
_LINE = 1000


def of_a_plan(text: str, place: Place, start: int, around: Around, year: int, times: Times) -> When | None:
    """What stands in a plan: its section's, what opens with 下一步, what a sentence of 2025年工作打算 tells."""
    section, named = place.section, around.named
    if section.role is Role.PLAN:
        planned = section.year if section.year and section.year > year else year + 1
        return When(max([planned, *named]) if max(named, default=0) > year else planned, Modality.TARGET)
    if _is_announced(text, place, start, times):
        return When(max([year + 1, *named]), Modality.TARGET)
    told = _PLAN_OF.match(text, place.sentence[0])
    return When(int(told[1]), Modality.TARGET) if told and int(told[1]) > year else None


def _is_announced(text: str, place: Place, start: int, times: Times) -> bool:
    """下一步,计划建站12个,培训300名: all that a sentence counts which opens so, up to what is done."""
    opening = times.plan_openings.match(text, place.sentence[0])
    planned = opening and _PLANNED.match(text, opening.end())
    return bool(planned) and not _DONE_ALREADY.search(text, place.sentence[0], start)


def is_to_come(text: str, place: Place, start: int) -> bool:
    """Whether what a sentence tells of a later year is planned up to a figure: 2025年,全县将新建站点12个."""
    low = max(place.sentence[0], start - FAR)
    return bool(_TO_COME.search(text, low, start)) and not _DONE_ALREADY.search(text, low, start)


def is_due(text: str, clause: Span, start: int, year: int) -> bool:
    """到2027年: what is to be reached in a later year."""
    due = _DUE.findall(text, max(clause[0], start - FAR), start)
    return bool(due) and int(due[-1]) > year


def is_asked(text: str, place: Place, local: Local, around: Around, times: Times) -> bool:
    """Whether the words around a figure ask for it: 力争, 不少于, 考核指标, 须在…内."""
    numeral, clause = local.numeral, place.clause
    if times.target_directly.search(around.left):
        return True
    if times.target_of_which.search(around.left) and _SHARE_OF_IT.match(around.right):
        return True
    if times.target_set.search(around.left) and times.target_named.match(around.right):
        return True
    plan = _IN_A_PLAN.search(text, max(place.sentence[0], numeral.start - _LINE), numeral.start)
    if plan and not _TOLD_AS_DONE.search(text, plan.end(), numeral.start):
        return True
    if text.startswith(times.target_bound, numeral.start) or times.target_before.search(around.left):
        return True
    left = _IN_ALL.sub("", around.left.lstrip())
    both = left + around.right
    disposed = _TAKEN.match(left) and (times.to_words.search(left) or times.reshaped.search(both) or _PUT.search(both))
    if (_opens_target(left, times) and not disposed) or (times.target_after.search(around.right[:12]) and not disposed):
        return True
    return numeral.family == "duration" and _is_limit(text, clause, numeral.end, around.right)


def _opens_target(left: str, times: Times) -> bool:
    """计划培育10名, 拟修订3件; 拟定 and 计划生育 are words of their own."""
    opening = times.target_opening.match(left)
    return bool(opening and not left.startswith(_NO_PLAN, opening.end()))


def _is_limit(text: str, clause: Span, end: int, right: str) -> bool:
    """须在2个工作日内完成转送: a time within which something is asked to be done."""
    joined = _JOINED_TO.match(right)  # in 3至5个工作日内 both are asked for
    within = right.startswith(("内", "以内", "之内"), joined.end() if joined else 0) or text.endswith("内", 0, end)
    return within and bool(_ASKED.search(text, max(clause[0], end - FAR), end))
