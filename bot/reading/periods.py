"""The year that a figure is about, and whether it was achieved, asked for or quoted from before."""

from __future__ import annotations

import re

from bot.model import Modality
from bot.reading.against import distance_from, share_of
from bot.reading.around import FAR, SOON, YEAR, Around, When, around_of
from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.outline import Role
from bot.reading.page import PLAN_PERIOD, Page, Place
from bot.reading.set_in_turn import is_set_in_turn, set_for
from bot.reading.targets import has_reached, is_asked, is_due, is_to_come, of_a_plan
from bot.reading.vocabulary.lexicon import Times

_ASSESSMENT = "(?:考核|考评|评估|评价|测评|督察|评选|评查)"
_RANKED_IN = re.compile(rf"(20\d{{2}}) ?年(?:度[^,]*{_ASSESSMENT}|[^,]*(?:年度{_ASSESSMENT}|满意度))")
_RANKED_BY = re.compile(r"(?:《[^》]*|评估|评价|考评|报告|测评)\((?:20\d{2}年?[-—~至到])?(20\d{2})年?\)》?中?,?[^,]*$")
"""A rank in what is published for a year: 在《评估报告(2023)》中,位列第三."""
_COUNTED_UNTIL = re.compile(r"截[至止]到? ?(20\d{2}) ?年")
_YEARLY_SINCE = re.compile(
    r"[从自] ?(20\d{2}) ?年(?:\d{1,2}月)?(?:起|开始)[^。;\n]{0,20}?(?:每年|逐年|分[二两三四五六七八九十]{1,2}年)"
)
"""What has come every year since an earlier one belongs to that: 从2017年起,分四年每年拨付80万元."""
_GRADUALLY = re.compile("^[)年 ]*(?:分别|逐步|逐年|大幅|明显|显著|持续|稳步|有所|平均|进一步|已|再)*")
_OF_THAT_YEAR = re.compile(
    r"(?:而|但|且)?在?20\d{2} ?年度?(?:同期|时)?(?:仅|只|约|则|还|才|尚|均|大约|不到|不足|为|是|有|达到?)*[ 约近超逾]*$"
)
"""A multiple that is said of a year itself: 而2023年只有2.6倍."""
_NOT_ONE_NOUN = re.compile(r"[\d,:()的]")
_ARRIVED_IN = re.compile(r"(20\d{2}) ?年度?的[ 约近超逾]*$")
"""The year that a change arrives in: 由8件增长到2021年的1305件."""
_FROM_NOW = re.compile("[由从](?:目前|现在|当前|今年|眼下|现有)的?[ 约近超逾]*$")
"""What a change to come sets out from is how things are: 力争由目前的72%提升到90%."""
_FROM_YEARS_BEGIN = re.compile("(?<=[由从])年初的?[ 约近超逾]*$")
"""What this year itself began with: 从年初的14处并到9处."""
_COUNTED = "  两三四五六七八九十"
"""Each small number at its own place."""
_AGO = "(?P<ago>[两三四五六七八九十])年(?:以|之)?前"
_SOME_YEARS_AGO = re.compile(_AGO)
_WAS_SOME_YEARS_AGO = re.compile(f"(?<![较比与同于是]){_AGO}[,]?[^,。;\\d的]{{0,12}}$")
"""How things were some years ago: 三年前仅有8人; 两年前建成的3个 are there still."""
_TWO_YEARS_AGO = re.compile("(?<![较比与同于是])前年(?:全年|同期)?(?:共|累计)?[^,。;\\d]{0,8}$")
_THAN_IN = re.compile(r"[较比]20\d{2} ?年度?的?[^,\d]{0,8}$")
_EARLIER = rf"(?:(?P<year>20\d{{2}}) ?年度?|{_AGO}|去年|上年度?|上一年度?)(?:同期)?的?"
_AGAINST = re.compile(rf"[较比]{_EARLIER}(?:[该此这同]一?类[^,。;、\d]{{0,8}})?[ 约近超逾]*$")
"""What a change is told against: 较2023年的244件减少11.5%."""
_CHANGES_THIS_YEAR = re.compile("[^,。;]{0,6},(?:今年|本年度?|全年)[^,。;\\d]{0,16}(?:增|升|涨|减|降|少|多)")
"""What changed stands behind a comma: 较上年同期的213件,今年收案增加188件."""
_BY_SO_MANY = re.compile(r"[多少](?:出|了)?[ 约近]*\d")
"""比2023年的244件|多28件."""
_BESIDE = re.compile(rf"[与同和]{_EARLIER}[ 约近超逾]*$")
"""What is compared: 与2023年的244件相比减少11.5%."""
_COMPARED = "相比"
_BEYOND_THAT = re.compile(
    r"(?:[低高好优多少]于|超过?|高出)(?:(20\d{2}) ?年度?|去年|上年度?|上一年度?)(?:同期|全年)?的[ 约近超逾]*$"
)
"""What is another's measure, an earlier year's own figure: 低于上年的9.9%."""
_IN_FORMER_TIMES = re.compile(
    r"(?:过去|以往|以前|从前|早先|原先|往年)(?![一二两三四五六七八九十几数\d])[^,。;、\d的]{0,10}$"
)
_NOW = re.compile("[^,。;]{0,6}[,;。](?:而|但|到|至)?(?:今年|本年|现在|如今|目前|眼下|当前|现[已有只仅]?)")
"""How things were in former times, where how they are follows: 以往不足七成,今年达91%."""
_IN_LATER = re.compile(r"[于在](20\d{2}) ?年")
_THIS_YEAR = re.compile("今年|本年|同期")
_PUBLISHED = re.compile(
    "(?:公布|发布|通报|公开)了?[^,。;]{0,8}?(20\\d{2}) ?年[^,。;]{0,30}(?:报告|情况|数据|统计|白皮书)"
)
_STANDS_AGAINST = re.compile(
    r"\d[^,。;、()\n]{1,6}[,;(]而?(?:去年|上年度?|上一年度?)(?:同期|全年)?(?:仅|只|约|则|也)?(?:为|是|有)?[ 约近]*$"
)
"""The year before that of a figure right before it, whenever the page was written: 败诉率8.4%,上年为10.2%."""
_GONE_THROUGH, _AGAIN = (
    re.compile("(?:^|[,;。])[^,。;]{0,6}[对将把](?!比)[^,。;]{0,24}?(?:去年度?|上年度?|上一年度?)[^,。;\\d]{0,8}的$"),
    re.compile(
        "[^,。;\\d]{1,16}?(?:逐[件个份宗一案]|进行|开展|予以|全部|全面)[^,。;\\d]{0,6}(?:查|评估|评议|回访|清理|梳理|复核|整改)"
    ),
)
"""What last year left and this one goes through: 对去年审结的|60件|案件逐件回访."""
_LINE = 1000


def when_of(page: Page, place: Place, local: Local, year: int, times: Times) -> When:
    """Plans give targets of the plan's year; 由A降至B gives a prior A; 去年 and earlier years give prior figures."""
    text, clause, section = page.text, place.clause, place.section
    if not place.elsewhen and section.role is not Role.PLAN:
        return When(year, Modality.ACTUAL)
    start, around = local.numeral.start, around_of(text, place, local)
    if _FROM_NOW.search(around.left):
        return When(year, Modality.ACTUAL)
    compared = _compared_with(around, year, times)
    if compared and section.plans(start) and times.from_words.search(around.left):  # 从7天缩短到5天: so it is now
        return When(year, Modality.PRIOR)
    foretold = None if compared or section.plans(start) else page.foretold.planned_for(start, clause, local.left)
    if foretold and not has_reached(around):
        return When(max([foretold, *around.named]), Modality.TARGET)
    if found := of_a_plan(text, place, start, around, year, times) or compared:
        return found
    if (arrived := _ARRIVED_IN.search(around.left)) and times.to_words.search(around.left, 0, arrived.start()):
        return When(int(arrived[1]), Modality.ACTUAL)
    reached = has_reached(around)
    if times.next_year.search(around.left) and not times.brought_over.search(around.left) and not reached:
        return When(year + 1, Modality.TARGET)
    due = around.named and is_due(text, clause, start, year) and not reached
    if due or is_asked(text, place, local, around, times) or is_set_in_turn(text, place, local):
        return When(max([year, set_for(text, place, start), *around.told[-1:]]), Modality.TARGET)
    if around.named and (until := _counted_until(text, clause, start)) > year:
        return When(until, Modality.ACTUAL)
    within, own = _IN_LATER.search(around.left), around.named[-1] if around.named else None
    later = int(within[1]) if within else around.opening or year
    if later > year and (own is None or own > year):  # 到2025年将达到4.5名,2024年为3.9名
        return When(later, Modality.TARGET if is_to_come(text, place, start) else Modality.ACTUAL)
    may_tell = around.named or local.numeral.family == "rank"
    if may_tell and (own := _told_for_itself(text, clause, local, around)) and own < year:
        return When(own, Modality.ACTUAL)
    told_later = _is_told_later(page, place, year) and not _STANDS_AGAINST.search(text, max(0, start - SOON), start)
    earlier = _earlier_year(around, local, year, times, told_later)
    if earlier is None or _is_brought_over(around.left, times):
        return When(year, Modality.ACTUAL)
    alone = earlier == around.opening and not _is_compared(text, place, year)
    return When(earlier, Modality.ACTUAL if alone else Modality.PRIOR)


def _compared_with(around: Around, year: int, times: Times) -> When | None:
    """The earlier figure that another is compared with: 由A降至B, 较2023年的A减少, 与去年的A相比."""
    if _is_from(around, times):
        if _FROM_YEARS_BEGIN.search(around.left):
            return When(year, Modality.PRIOR)
        if ago := _SOME_YEARS_AGO.search(around.left):
            return When(_year_ago(ago, year), Modality.PRIOR)
        return When(min(around.named[-1] if around.named else year - 1, year - 1), Modality.PRIOR)
    against = _AGAINST.search(around.left)
    changes = times.changed.match(_GRADUALLY.sub("", around.right)) or _CHANGES_THIS_YEAR.match(around.rest)
    changes = changes or _BY_SO_MANY.match(around.right)
    if against and changes:
        return When(_compared_year(against, year), Modality.PRIOR)
    if (beyond := _BEYOND_THAT.search(around.left)) or _was_then(around):
        return When(min(int(beyond[1] or year - 1), year - 1) if beyond else year - 1, Modality.PRIOR)
    beside = _BESIDE.search(around.left)
    if beside and around.right.startswith(_COMPARED):
        return When(_compared_year(beside, year), Modality.PRIOR)
    return None


def _was_then(around: Around) -> bool:
    """Whether words tell how it was in former times (过去只有七成) and those behind how it is (今年为94%)."""
    return bool(_IN_FORMER_TIMES.search(around.left) and _NOW.match(around.rest))


def _compared_year(told: re.Match[str], year: int) -> int:
    """The earlier year that a figure is compared with: the one that is named, so many years ago, or the last."""
    return _year_ago(told, year) if told["ago"] else min(int(told["year"] or year - 1), year - 1)


def _year_ago(told: re.Match[str], year: int) -> int:
    """三年前: that many years before the report's."""
    return year - _COUNTED.index(told["ago"])


def _told_for_itself(text: str, clause: Span, local: Local, around: Around) -> int | None:
    """The year that was assessed, where a figure is a rank, or since which something comes every year."""
    start = local.numeral.start
    if local.numeral.family == "rank":
        by = _RANKED_BY.search(text, max(clause[0], start - FAR), start)
        ranked = _RANKED_IN.search(around.left) or by
        return int(ranked[1]) if ranked else None
    since = _YEARLY_SINCE.search(text, max(clause[0], start - FAR), min(clause[1], start + SOON))
    return int(since[1]) if since and since.start() < start else None


def _is_told_later(page: Page, place: Place, year: int) -> bool:
    """Whether the report's year is 去年 here: the page is dated in the year after or told of the report as just
    published (近日公布2023年统计分析,去年共收到90件), and the line knows no 今年."""
    low, high = place.line
    begin, end = place.sentence
    published = _PUBLISHED.search(page.text, begin, min(end, begin + FAR))
    later = page.dated == year + 1 or (published and int(published[1]) == year)
    return bool(later) and not _THIS_YEAR.search(page.text, low, min(high, low + _LINE))


def _is_compared(text: str, place: Place, year: int) -> bool:
    """Whether a sentence that opens with an earlier year, or the next one, speaks of the report's: 2023年,…。今年,…."""
    (low, high), this_year = place.sentence, f"{year}年"
    compared = text[low : min(high, low + _LINE)]
    following = text[high + 1 : min(place.line[1], high + 1 + SOON)]
    if PLAN_PERIOD.match(text, low):  # “十三五”期间,…。今年,…: each told for itself
        return False
    if this_year in compared or _THIS_YEAR.search(compared) or _THIS_YEAR.search(following):
        return True
    return following.startswith((this_year, f"到{this_year}", f"至{this_year}"))


def _counted_until(text: str, clause: Span, start: int) -> int:
    """截至2025年3月: the year up to which a clause counts, 0 for none; a late report counts into the next one."""
    until = _COUNTED_UNTIL.findall(text, max(clause[0], start - FAR), start)
    return int(until[-1]) if until else 0


def _earlier_year(around: Around, local: Local, year: int, times: Times, told_later: bool) -> int | None:
    """The earlier year that a figure is quoted from: 去年, a year in its segment, one that opens its sentence."""
    if share_of(around.left, local.numeral.family) or distance_from(around.left, local.numeral.family).value:
        return None
    if not told_later and _TWO_YEARS_AGO.search(around.left):
        return year - 2
    if not told_later and (ago := _WAS_SOME_YEARS_AGO.search(around.left)):
        return _year_ago(ago, year)
    if _GONE_THROUGH.search(around.left) and _AGAIN.match(around.right):
        return None
    if not told_later and local.numeral.family != "multiple" and _is_last_year(around.left, times):
        return year - 1
    opening = around.opening
    of_that_year = local.numeral.family != "multiple" or _OF_THAT_YEAR.match(around.left)
    named = around.named[-1] if around.named and of_that_year else None
    if named is not None and named < year and _is_its_own(around, times):
        return named
    return opening if opening is not None and opening < year and named in (None, opening) else None


def _is_its_own(around: Around, times: Times) -> bool:
    """Whether the words before a figure name its year, not that of something else in its clause."""
    return around.names_a_year() and "度" not in around.left and not times.to_words.search(around.left)


def _is_from(around: Around, times: Times) -> bool:
    """由22480次减少至9310次: the number between 由 and 减少至; 9个科室重组为5个股室: those that were there before."""
    moved = _GRADUALLY.sub("", around.right, count=1)
    if times.from_words.search(around.left) and (times.to_words.match(moved) or times.became.match(moved)):
        return True
    if _THAN_IN.search(around.left) and times.to_words.match(moved):
        return True
    was = times.formerly.search(around.left) and not times.reshaped.search(around.left)
    if was and times.reshaped.search(around.rest):
        return True
    reshaped = times.reshaped.search(around.right, 0, SOON)
    return bool(reshaped and not _NOT_ONE_NOUN.search(around.right, 0, reshaped.start()))


def _is_brought_over(left: str, times: Times) -> bool:
    """审结60件(含上年结转9件): begun last year, closed in this one, as the cases that they are among."""
    over = times.brought_over.search(left)
    if over and times.last_year.match(left, over.end()):  # 结转上年度办理3件
        return True
    return bool(over and (times.last_year.search(left, 0, over.start()) or YEAR.search(left, 0, over.start())))


def _is_last_year(left: str, times: Times) -> bool:
    found = list(times.last_year.finditer(left))
    if not found:
        return False
    last = found[-1]
    before = left[max(0, last.start() - 1) : last.start()]
    if times.arrived.search(left, last.end()):  # 由上年的91%提到96%
        return False
    return before not in ("较", "比", "与", "于", "是", "为") and not times.changed.search(left, last.end())
