"""Whether a figure is planned, asked for or promised, and for which year."""

from __future__ import annotations

import re

from bot.model import Modality
from bot.reading.around import FAR, YEAR, Around, When
from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.numbers.references import is_aim
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
_GOALS = re.compile(
    "(?:目标|指标)(?:任务)?(?:分别)?[是为]:|(?<![^,。;\n])(?:年度|工作|总体|主要)?(?:任务目标|目标|任务指标)(?:任务)?:"
)
"""What lists goals; 围绕零事故目标:检查90家 only works towards one."""
_SO_IT_IS = re.compile("已|实际|截至|目前|累计|超额|今年以来")
"""What turns from goals that are listed to what came of them: 目标任务是:办案300件,经费6万元;截至6月办案200件."""
_TO_COME = re.compile("将|拟|计划|力争|争取|确保|预计")
_DO = "推|开展|组织|继续|进一步|新建|新增|完成|培训|培育|培养|举办|召开|建立|建成|建设|打造|实施|启动|修订|制定|出台"
_IN_ALL = re.compile(
    f"^(?:[全今本当]年度?|年[初内底末]前?|[上下]半年|[我本全][省市州县区局镇],?|我们)+(?=计划|拟|将(?:{_DO}))"
)
"""Whose plan it is, and for when, before what says that it is one: 全年计划完成200件."""
_TAKEN = re.compile(f"[将把](?!{_DO}|力争|争取|确保|在|于|对|以)")
_PLANNED_PAPERS, _DONE_WITH = (
    re.compile("拟[^,。;\\d]{2,24}的[^,。;的\\d]{1,8}?(?:共?有)?[约近]?$"),
    re.compile("(?:均|都|已|全部|全)*(?:接受|通过|完成|经|进行|予以|得到)"),
)
"""What is planned and what was done with it: 拟以政府名义出台的文件有|46份|接受了审查."""
_PUT = re.compile(
    "分解|细化|整合|设置|配置|延伸|派驻|下沉|送到|送进|划入|纳入|列入|移交|划转|形成|确定为|列为|归集|下放"
)
"""What was done with what 将 took up: 将27个部门的事项划入一个局 and 将12支队伍整合为4支 plan nothing."""
_NO_PLAN = ("定", "订", "写", "于", "在", "任", "提", "生", "了", "完成率", "执行率")
_DEMANDED = re.compile("要求[^,。;\\d]{0,8}?(?:修改|整改|补正|补充|说明|改正|纠正|撤回|撤销|停止|重新|重做)")
"""What was demanded of somebody is done with that, and no target: 要求修改后通过22件, 要求整改32个."""
_PLANNED = re.compile(
    "[,:]?(?:[我本全该][局镇乡区县市院街村]道?|我们)?[,]?(?:还|也)?(?:将|计划|拟|要|力争|争取|确保|预计)"
)
_PLAN_OF = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[是、]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])? *"
    r"(20\d{2}) ?年度?[^,。;:\d]{0,10}?(?:打算|计划|思路|安排|目标|任务|举措|重点)[^,。;:\d]{0,6}:"
)
"""A sentence that tells a plan: 2025年工作打算:一是培训12期."""
_WHOSE = "(?:[我本全该][局镇乡区县市院街村]道?|我们)?,?(?:还|也)?"
_PLANS_A_YEAR = re.compile(
    rf"(?:[一二三四五六七八九十]{{1,2}}[是、])?{_WHOSE}"
    rf"(?:(?:[明来]年|(20\d{{2}}) ?年),?{_WHOSE}(?:将|计划|拟|力争|争取|预计)"
    r"|(?:计划|拟|预计)[于在]?(?:[明来]年|(20\d{2}) ?年)"
    r"|(?:计划|拟|力争|争取)(?:利?用|通过)[一两二三四五\d]{1,2}(?:个月|年)|(?:今后|未来)[一两二三四五几\d]{1,2}年,)"
)
"""How a sentence or a clause begins that tells a plan: 2025年计划培育12个, 拟于明年修订2件, 力争用三年时间."""
_COMING = re.compile(
    r"[^,。;\d]{0,16}?(?:将|拟|计划|预计|力争)[于在到]?"
    r"(?:(?P<next>[明来]年)|(?P<year>20\d{2}) ?年|今?年[底末内]|\d{1,2} ?月)"
)
"""What stands behind a figure of what is still to be done: 剩余的46个村将于明年6月底前建成."""
_DONE_ALREADY = re.compile("已|累计|截至|目前")
_THIS_YEAR = re.compile("今年(?![^,。;]{0,6}(?:将|要|拟|计划|力争|还|再))")
"""What turns from the plan for a later year to this one: 明年拟制定3件,今年实际制定2件."""
_REACHED = re.compile(
    "(?:目前|现有|现已|已(?![^,]*的)|今年以来|实际(?:完成|办理|建成|达|为))"
    "(?!.*(?:计划|拟|将|力争|争取|再[建增新]|(?<!达)[到至][ 约近]*$))"
)
_REACHED_BEHIND = re.compile("[^,。;\\d的]{0,12}[都均]?已经?(?:全部|全面|如期)?(?:完成|建成|实现|建立|设立|达标)")
"""What says in the midst of a plan how far things are: 目前全市已有28个, 由目前的72%提升到100%."""
_FROM_THERE = "基础上"
_WITHIN_TIME = re.compile(r"(?:将|拟|计划)[于在](?:年[内底末]|[明来]年|\d{1,2} ?月|20\d{2} ?年)[^,。;\d]{0,16}$")
"""When something is still to be done, before its number: 将于年内为其中的85名配发手环."""
_SET_EARLIER = re.compile("(?:完成|建成|办结)的$")
_DONE_EARLY = re.compile("[^。;]{0,24}?提前[^,。;]{0,8}(?:完成|建成|办结)")
"""What was to be done by a time and was done before it: 原定12月完成的38个提前至9月完成."""
_AT_LEAST_EACH = re.compile("每(?:个?月|季度?|半?年|周)")
_AT_LEAST = re.compile("至少|不少于")
_IN_PROPORTION = re.compile("按照?不(?:低于|少于)[^,。;\\d]{0,12}$")
"""The share by which something is asked to be there: 按照不低于总数5%的比例配备."""
_BUDGETED, _REALLY = re.compile("^(?:年初)?预算(?:安排|编列)"), re.compile(",[^,。;\\d]{0,4}实际")
_HANDED_DOWN = re.compile("(?:下达|分配|核定)[^,。;\\d]{0,14}(?:任务|指标|目标)(?:数|量|为|是)?$")
_YEARLY_GOAL = re.compile(
    "^(?:[全我本][省市州县区局镇])?(?:年初|年度|全年|目标|任务)(?:任务|计划|目标)[^,。;\\d的率占完]{0,12}$"
)
_BEYOND_IT = re.compile("(?:超[过出]|高于|多于|低于|少于|达到)[^,。;\\d]{0,8}(?:计划|目标|任务|指标)[数量]?的$")
"""What stands before what was planned, beside what came of it: 建站14个,超过年度计划的|12个."""
_SET_BEFORE, _MEASURED_BY = (
    re.compile("(?:确定|定下|设定|下达|预定|既定|提出|规定|分配)的[ 约近]*$"),
    re.compile("(?:[低高多少]于|超[过出]?|突破|未达到?|没有?达到?|不及|距离?|离)[^,。;\\d]{0,12}$"),
)
"""What came of a goal stands before it: 低于年初确定的|30件目标, 未达到|40场的目标."""
_IS_A_GOAL = re.compile(
    "(?:的|这一)?(?:年度|全年|工作)?(?:目标|任务|计划|指标)(?:任务|数|值|要求)?(?=[,。;、)的还尚]|$)"
)
_TASKS = ("项", "个", "条")
"""Units in which tasks themselves are counted: 下达任务12项."""
_GOAL_BEHIND = re.compile("的(?:[^,。;的\\d]{1,6})?(?:目标|指标)(?![群物人定责])")
"""What a number itself is, not the things that it counts: 新建12件的年度目标, but 对12个项目的绩效目标进行评价."""
_GOALS_COUNTED = re.compile(r"[项个条](?:年度|重点|省级|市级|区级|县级)?(?:考核指标|考核标准|考核要求|目标任务)")
_MADE_FEWER = re.compile("(?:精简|整合|优化|归并|合并|压减|缩减|减少|调整|细化|分解)[^,。;\\d]{0,4}[为至到成]$")
"""What was made of goals that were counted before: 把58条考核指标归并成21条."""
_OF_GOALS = re.compile("(?:年度|重点|省级|市级|区级|县级)?(?:考核指标|考核标准|考核要求|目标任务)")
_GOALS_RIGHT_BEFORE = re.compile(
    "(?:落实|细化|分解|梳理|对照|对标|设置|设定|制定|明确|优化|修订|完善)[^,。;的\\d]{0,10}考核(?:指标|标准|要求)$"
)
_LINE = 1000


def of_a_plan(text: str, place: Place, start: int, around: Around, year: int, times: Times) -> When | None:
    """What stands in a plan: its section's, what opens with 下一步, what a sentence of 2025年工作打算 tells."""
    section, named = place.section, around.named
    if coming := _COMING.match(around.right):
        return When(max(int(coming["year"] or 0), year + bool(coming["next"])), Modality.TARGET)
    if has_reached(around):
        return None
    if section.plans(start):
        planned = section.year if section.year and section.year > year else year + 1
        return When(max([planned, *named]) if max(named, default=0) > year else planned, Modality.TARGET)
    if _is_announced(text, place, start, times):
        return When(max([year + 1, *named]), Modality.TARGET)
    told = _PLAN_OF.match(text, place.sentence[0])
    if told and int(told[1]) > year:
        return When(int(told[1]), Modality.TARGET)
    return _of_a_planned_year(text, place, start, around, year)


def _of_a_planned_year(text: str, place: Place, start: int, around: Around, year: int) -> When | None:
    """What a sentence or clause counts that opens with the plan for a year: 2025年计划培育12个,新建3个."""
    for at in (place.sentence[0], place.clause[0]):
        plans = _PLANS_A_YEAR.match(text, at, start)
        if not plans:
            continue
        told = int(plans[1] or plans[2] or 0)
        back = _DONE_ALREADY.search(text, at, start) or _THIS_YEAR.search(text, plans.end(), start)
        if (told == 0 or told > year) and not back:
            next_year = year + any(word in plans[0] for word in ("明年", "来年"))
            return When(max([told, next_year, *around.named]), Modality.TARGET)
    return None


def has_reached(around: Around) -> bool:
    """Whether the words around a figure tell how far things are, in whatever plan they stand."""
    left = around.left.rpartition(_FROM_THERE)[2]
    return bool(_REACHED.search(left) or _REACHED_BEHIND.match(around.right))


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
    """到2027年: what is to be reached in a later year, unless its own year is told: 2024年底为3.9名."""
    due = list(_DUE.finditer(text, max(clause[0], start - FAR), start))
    if not due or int(due[-1][1]) <= year:
        return False
    return all(int(own[1]) > year for own in YEAR.finditer(text, due[-1].end(), start))


def is_asked(text: str, place: Place, local: Local, around: Around, times: Times) -> bool:
    """Whether the words around a figure ask for it: 力争, 不少于, 考核指标, 须在…内."""
    numeral, clause = local.numeral, place.clause
    if _BEYOND_IT.search(around.left) or _is_a_goal_set(local, around):
        return True
    if _SET_EARLIER.search(around.left) and _DONE_EARLY.match(around.rest):
        return False
    if _is_set_so(text, local, around):
        return True
    if _is_of_goals(local, around):
        return False
    if times.target_directly.search(around.left):
        return True
    if times.target_of_which.search(around.left) and _SHARE_OF_IT.match(around.right):
        return True
    if times.target_set.search(around.left) and times.target_named.match(around.right):
        return True
    if numeral.unit not in _TASKS and (_HANDED_DOWN.search(around.left) or _YEARLY_GOAL.match(around.left)):
        return True
    if _GOAL_BEHIND.match(around.right) or is_aim(text, numeral):
        return True
    plan = _IN_A_PLAN.search(text, max(place.sentence[0], numeral.start - _LINE), numeral.start)
    if plan and not _TOLD_AS_DONE.search(text, plan.end(), numeral.start):
        return True
    goals = _GOALS.search(text, max(place.sentence[0], numeral.start - _LINE), numeral.start)
    if goals and not _SO_IT_IS.search(text, goals.end(), numeral.start):
        return True
    if text.startswith(times.target_bound, numeral.start) or times.target_before.search(around.left):
        return True
    left = _IN_ALL.sub("", around.left.lstrip())
    both = left + around.right
    done_with = _PLANNED_PAPERS.match(left) and _DONE_WITH.match(around.right)
    put = _TAKEN.match(left) and (times.to_words.search(left) or times.reshaped.search(both) or _PUT.search(both))
    disposed = done_with or put
    if (_opens_target(left, times) and not disposed) or (times.target_after.search(around.right[:12]) and not disposed):
        return True
    return numeral.family == "duration" and _is_limit(text, clause, numeral.end, around.right)


def _is_a_goal_set(local: Local, around: Around) -> bool:
    """Whether a figure is a goal that was set before and is told beside what came of it."""
    if not _IS_A_GOAL.match(around.right):
        return False
    beside = _MEASURED_BY.search(around.left)
    return bool(beside or (local.numeral.unit not in _TASKS and _SET_BEFORE.search(around.left)))


def _is_of_goals(local: Local, around: Around) -> bool:
    """Whether goals themselves are counted or made fewer, not what they ask for: 对照32项考核指标, 把62项精简为13项."""
    left = around.left.lstrip()
    if local.numeral.unit not in _TASKS or (_TO_COME.search(left) and not _TAKEN.match(left)):
        return False
    fewer = _GOALS_COUNTED.search(left) and _MADE_FEWER.search(left)
    return bool(fewer or _OF_GOALS.match(around.right) or _GOALS_RIGHT_BEFORE.search(left))


def _is_set_so(text: str, local: Local, around: Around) -> bool:
    """Whether a figure is set by a proportion, a budget, a time to come, or as often as one set right before: 每月至少
    咨询1次,每季度讲座1场."""
    if _WITHIN_TIME.search(around.left) or _IN_PROPORTION.search(around.left):
        return True
    if _BUDGETED.match(around.left) and _REALLY.search(around.rest):
        return True
    often = _AT_LEAST_EACH.match(around.left)
    return bool(often and _AT_LEAST_EACH.search(text, *local.before) and _AT_LEAST.search(text, *local.before))


def _opens_target(left: str, times: Times) -> bool:
    """计划培育10名, 拟修订3件; 拟定 and 计划生育 are words of their own."""
    opening = times.target_opening.match(left)
    return bool(opening and not left.startswith(_NO_PLAN, opening.end()) and not _DEMANDED.match(left))


def _is_limit(text: str, clause: Span, end: int, right: str) -> bool:
    """须在2个工作日内完成转送: a time within which something is asked to be done."""
    joined = _JOINED_TO.match(right)  # in 3至5个工作日内 both are asked for
    within = right.startswith(("内", "以内", "之内"), joined.end() if joined else 0) or text.endswith("内", 0, end)
    return within and bool(_ASKED.search(text, max(clause[0], end - FAR), end))
