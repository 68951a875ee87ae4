"""The year that a figure is about, and whether it was achieved, asked for or quoted from before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model import Modality
from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.outline import Role
from bot.reading.page import Page, Place
from bot.reading.vocabulary.lexicon import Times

_DUE = re.compile(r"(?:到|(?<!截)至) ?(20\d{2}) ?年")
_YEAR = re.compile(r"(2(?<![较比与同].)0\d{2}) ?年")
"""A year that nothing is compared with. What stands before it is asked second: so a search can skip to each 2."""
_TITLE = re.compile("《[^《》]{1,80}》")
_ASSESSMENT = "(?:考核|考评|评估|评价|测评|督察|评选|评查)"
_RANKED_IN = re.compile(rf"(20\d{{2}}) ?年(?:度[^,]*{_ASSESSMENT}|[^,]*(?:年度{_ASSESSMENT}|满意度))")
_RANKED_BY = re.compile(r"(?:《[^》]*|评估|评价|考评|报告|测评)\((?:20\d{2}年?[-—~至到])?(20\d{2})年?\)》?中?,?[^,]*$")
"""A rank in what is published for a year: 在《评估报告(2023)》中,位列第三."""
_COUNTED_UNTIL = re.compile(r"截[至止]到? ?(20\d{2}) ?年")
_YEARLY_SINCE = re.compile(
    r"[从自] ?(20\d{2}) ?年(?:\d{1,2}月)?(?:起|开始)[^。;\n]{0,20}?(?:每年|逐年|分[二两三四五六七八九十]{1,2}年)"
)
"""What has come every year since an earlier one belongs to that: 从2017年起,分四年每年拨付80万元."""
_BEFORE_A_YEAR = re.compile(r"\d{4} ?年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以前|之前|以来|至今|来(?![信访电自]))")
"""What came about before a year or since may be counted in the report's: 对2016年以前制定的48件进行清理."""
_GRADUALLY = re.compile("^[)年 ]*(?:分别|逐步|逐年|大幅|明显|显著|持续|稳步|有所|平均|进一步|已|再)*")
_ASKED = re.compile("要求|应当|必须|[,;。]须|规定|承诺|限期|限时")
_NOT_ONE_NOUN = re.compile(r"[\d,:()的]")
_JOINED_TO = re.compile(r"[-—~至到、或和]{1,2}\d{1,3}(?:个?工作日|个?自然日|日|天|小时|个小时|个月|分钟)")
_SHARE_OF_IT = re.compile(r"的[ 约近超]*\d[\d.]*%")
_IN_A_PLAN = re.compile(
    r"计划》[,;。](?:其中|规定|提出|要求)|(?<!检查)(?<!抽查)(?<!执法)计划》[,;。]明确|\(20\d{2}年?[-—\u2013~至到]{1,2}20\d{2}年?\)》,(?:明确|提出|确定)"
)
"""What a plan sets, one of years to come at any rate: 《实施方案(2021—2025年)》,提出建立25项制度."""
_TOLD_AS_DONE = re.compile("全年(?!按|计划|不)|累计|共[^同享]|今年|截至|已|完成")
"""What turns from what a plan sets to what came of it: 《检查计划》,明确212家,全年检查2299家次."""
_ARRIVED_IN = re.compile(r"(20\d{2}) ?年度?的[ 约近超逾]*$")
"""The year that a change arrives in: 由8件增长到2021年的1305件."""
_THAN_IN = re.compile(r"[较比]20\d{2} ?年度?的?[^,\d]{0,8}$")
_YEAR_ALONE = re.compile(r",(20\d{2}) ?年度?,$")
"""A year that stands alone between commas opens what follows: 排名逐年上升,2022年,位列第二."""
_AGAINST = re.compile(
    r"[较比](?:(20\d{2}) ?年度?|去年|上年度?|上一年度?)(?:同期)?的?(?:[该此这同]一?类[^,。;、\d]{0,8})?[ 约近超逾]*$"
)
"""What a change is told against: 较2023年的244件减少11.5%."""
_BESIDE = re.compile(r"[与同和](?:(20\d{2}) ?年度?|去年|上年度?|上一年度?)(?:同期)?的?[ 约近超逾]*$")
"""What is compared: 与2023年的244件相比减少11.5%."""
_COMPARED = "相比"
_TO_COME = re.compile("将|拟|计划|力争|争取|确保|预计")
_IN_LATER = re.compile(r"[于在](20\d{2}) ?年")
_THIS_YEAR = re.compile("今年|本年|同期")
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
_FAR, _SOON, _LINE = 300, 40, 1000


@dataclass(frozen=True, slots=True)
class When:
    """The year that a figure is about, and whether it was achieved, promised or quoted from before."""

    period: int
    modality: Modality


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a figure: the words of its segment on both sides, the years named before it in its clause,
    those named even in titles, the year that opens its segment, clause or sentence, and what follows in its clause."""

    left: str
    right: str
    rest: str
    named: list[int]
    told: list[int]
    opening: int | None


def when_of(page: Page, place: Place, local: Local, year: int, times: Times) -> When:
    """Plans give targets of the plan's year; 由A降至B gives a prior A; 去年 and earlier years give prior figures."""
    text, clause, section = page.text, place.clause, place.section
    if not place.elsewhen and section.role is not Role.PLAN:
        return When(year, Modality.ACTUAL)
    start, around = local.numeral.start, _around(text, place, local)
    if found := _of_a_plan(text, place, start, around, year, times) or _compared_with(around, year, times):
        return found
    if (arrived := _ARRIVED_IN.search(around.left)) and times.to_words.search(around.left, 0, arrived.start()):
        return When(int(arrived[1]), Modality.ACTUAL)
    if times.next_year.search(around.left) and not times.brought_over.search(around.left):
        return When(year + 1, Modality.TARGET)
    due = around.named and _is_due(text, clause, start, year)
    if due or _is_asked(text, place, local, around, times):
        return When(max([year, *around.told[-1:]]), Modality.TARGET)
    if around.named and (until := _counted_until(text, clause, start)) > year:
        return When(until, Modality.ACTUAL)
    within = _IN_LATER.search(around.left)
    if (later := int(within[1]) if within else around.opening or year) > year:
        return When(later, Modality.TARGET if _is_to_come(text, place, start) else Modality.ACTUAL)
    may_tell = around.named or local.numeral.family == "rank"
    if may_tell and (own := _told_for_itself(text, clause, local, around)) and own < year:
        return When(own, Modality.ACTUAL)
    earlier = _earlier_year(around, local, year, times, _is_told_later(page, place, year))
    if earlier is None or _is_brought_over(around.left, times):
        return When(year, Modality.ACTUAL)
    alone = earlier == around.opening and not _is_compared(text, place, year)
    return When(earlier, Modality.ACTUAL if alone else Modality.PRIOR)


def _of_a_plan(text: str, place: Place, start: int, around: _Around, year: int, times: Times) -> When | None:
    """What stands in a plan: its section's, what opens with 下一步, what a sentence of 2025年工作打算 tells."""
    section, named = place.section, around.named
    if section.role is Role.PLAN:
        planned = section.year if section.year and section.year > year else year + 1
        return When(max([planned, *named]) if max(named, default=0) > year else planned, Modality.TARGET)
    if _is_announced(text, place, start, times):
        return When(max([year + 1, *named]), Modality.TARGET)
    told = _PLAN_OF.match(text, place.sentence[0])
    return When(int(told[1]), Modality.TARGET) if told and int(told[1]) > year else None


def _compared_with(around: _Around, year: int, times: Times) -> When | None:
    """The earlier figure that another is compared with: 由A降至B, 较2023年的A减少, 与去年的A相比."""
    if _is_from(around, times):
        return When(min(around.named[-1] if around.named else year - 1, year - 1), Modality.PRIOR)
    against = _AGAINST.search(around.left)
    if against and times.changed.match(_GRADUALLY.sub("", around.right)):
        return When(min(int(against[1] or year - 1), year - 1), Modality.PRIOR)
    beside = _BESIDE.search(around.left)
    if beside and around.right.startswith(_COMPARED):
        return When(min(int(beside[1] or year - 1), year - 1), Modality.PRIOR)
    return None


def _around(text: str, place: Place, local: Local) -> _Around:
    """What stands around a figure."""
    start, end, clause = local.numeral.start, local.numeral.end, place.clause
    before = text[max(clause[0], start - _FAR) : start]
    alone = _YEAR_ALONE.search(text, max(clause[0], start - _FAR), max(clause[0], local.segment[0]))
    return _Around(
        text[max(local.segment[0], clause[0], start - _FAR) : start],
        text[end : min(local.segment[1], end + _FAR)],
        text[end : min(clause[1], end + _SOON)],
        [int(year) for year in _YEAR.findall(_BEFORE_A_YEAR.sub("", _TITLE.sub("", before)))],
        [int(year) for year in _YEAR.findall(before)],
        int(alone[1]) if alone else place.opening_year,
    )


def _told_for_itself(text: str, clause: Span, local: Local, around: _Around) -> int | None:
    """The year that was assessed, where a figure is a rank, or since which something comes every year."""
    start = local.numeral.start
    if local.numeral.family == "rank":
        by = _RANKED_BY.search(text, max(clause[0], start - _FAR), start)
        ranked = _RANKED_IN.search(around.left) or by
        return int(ranked[1]) if ranked else None
    since = _YEARLY_SINCE.search(text, max(clause[0], start - _FAR), min(clause[1], start + _SOON))
    return int(since[1]) if since and since.start() < start else None


def _is_told_later(page: Page, place: Place, year: int) -> bool:
    """Whether the report's year is 去年 here: the page is dated in the year after, and the line knows no 今年."""
    low, high = place.line
    return page.dated == year + 1 and not _THIS_YEAR.search(page.text, low, min(high, low + _LINE))


def _is_compared(text: str, place: Place, year: int) -> bool:
    """Whether a sentence that opens with an earlier year, or the next one, speaks of the report's: 2023年,…。今年,…."""
    (low, high), this_year = place.sentence, f"{year}年"
    compared = text[low : min(high, low + _LINE)]
    following = text[high + 1 : min(place.line[1], high + 1 + _SOON)]
    if this_year in compared or _THIS_YEAR.search(compared) or _THIS_YEAR.search(following):
        return True
    return following.startswith((this_year, f"到{this_year}", f"至{this_year}"))


def _counted_until(text: str, clause: Span, start: int) -> int:
    """截至2025年3月: the year up to which a clause counts, 0 for none; a late report counts into the next one."""
    until = _COUNTED_UNTIL.findall(text, max(clause[0], start - _FAR), start)
    return int(until[-1]) if until else 0


def _is_announced(text: str, place: Place, start: int, times: Times) -> bool:
    """下一步,计划建站12个,培训300名: all that a sentence counts which opens so, up to what is done."""
    opening = times.plan_openings.match(text, place.sentence[0])
    planned = opening and _PLANNED.match(text, opening.end())
    return bool(planned) and not _DONE_ALREADY.search(text, place.sentence[0], start)


def _is_to_come(text: str, place: Place, start: int) -> bool:
    """Whether what a sentence tells of a later year is planned up to a figure: 2025年,全县将新建站点12个."""
    low = max(place.sentence[0], start - _FAR)
    return bool(_TO_COME.search(text, low, start)) and not _DONE_ALREADY.search(text, low, start)


def _is_due(text: str, clause: Span, start: int, year: int) -> bool:
    """到2027年: what is to be reached in a later year."""
    due = _DUE.findall(text, max(clause[0], start - _FAR), start)
    return bool(due) and int(due[-1]) > year


def _is_asked(text: str, place: Place, local: Local, around: _Around, times: Times) -> bool:
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


def _earlier_year(around: _Around, local: Local, year: int, times: Times, told_later: bool) -> int | None:
    """The earlier year that a figure is quoted from: 去年, a year in its segment, one that opens its sentence."""
    if not told_later and local.numeral.family != "multiple" and _is_last_year(around.left, times):
        return year - 1
    opening = around.opening
    named = around.named[-1] if around.named and local.numeral.family != "multiple" else None
    if named is not None and named < year and _is_its_own(around.left, times):
        return named
    return opening if opening is not None and opening < year and named in (None, opening) else None


def _is_its_own(left: str, times: Times) -> bool:
    """Whether the words before a figure name its year, not that of something else in its clause."""
    return (
        bool(_YEAR.search(_BEFORE_A_YEAR.sub("", _TITLE.sub("", left))))
        and "度" not in left
        and not times.to_words.search(left)
    )


def _opens_target(left: str, times: Times) -> bool:
    """计划培育10名, 拟修订3件; 拟定 and 计划生育 are words of their own."""
    opening = times.target_opening.match(left)
    return bool(opening and not left.startswith(_NO_PLAN, opening.end()))


def _is_limit(text: str, clause: Span, end: int, right: str) -> bool:
    """须在2个工作日内完成转送: a time within which something is asked to be done."""
    joined = _JOINED_TO.match(right)  # in 3至5个工作日内 both are asked for
    within = right.startswith(("内", "以内", "之内"), joined.end() if joined else 0) or text.endswith("内", 0, end)
    return within and bool(_ASKED.search(text, max(clause[0], end - _FAR), end))


def _is_from(around: _Around, times: Times) -> bool:
    """由22480次减少至9310次: the number between 由 and 减少至; 9个科室重组为5个股室: those that were there before."""
    if times.from_words.search(around.left) and times.to_words.match(_GRADUALLY.sub("", around.right, count=1)):
        return True
    if _THAN_IN.search(around.left) and times.to_words.match(_GRADUALLY.sub("", around.right, count=1)):
        return True
    was = times.formerly.search(around.left) and not times.reshaped.search(around.left)
    if was and times.reshaped.search(around.rest):
        return True
    reshaped = times.reshaped.search(around.right, 0, _SOON)
    return bool(reshaped and not _NOT_ONE_NOUN.search(around.right, 0, reshaped.start()))


def _is_brought_over(left: str, times: Times) -> bool:
    """审结60件(含上年结转9件): begun last year, closed in this one, as the cases that they are among."""
    over = times.brought_over.search(left)
    if over and times.last_year.match(left, over.end()):  # 结转上年度办理3件
        return True
    return bool(over and (times.last_year.search(left, 0, over.start()) or _YEAR.search(left, 0, over.start())))


def _is_last_year(left: str, times: Times) -> bool:
    found = list(times.last_year.finditer(left))
    if not found:
        return False
    last = found[-1]
    before = left[max(0, last.start() - 1) : last.start()]
    return before not in ("较", "比", "与", "于", "是", "为") and not times.changed.search(left, last.end())
