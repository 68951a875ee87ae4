"""What a claim says beside its number and measure: kind and direction.

Each function answers one question from the words around a number; none of them knows the others.
"""

from __future__ import annotations

import re

from bot.model import Direction, Kind
from bot.reading.against import distance_from, share_of, than_so_many
from bot.reading.measures.local import Local
from bot.reading.numbers.quantities import Numeral
from bot.reading.vocabulary.lexicon import Times

_MONEY_WORDS = (
    "金额",
    "资金",
    "经费",
    "标的",
    "标的额",
    "标的总额",
    "损失",
    "资产总额",
    "总额",
    "投资",
    "补贴",
    "费用",
    "价值",
    "款",
    "赔偿",
    "欠薪",
    "补助",
)
_MONEY_VERBS = (
    "讨薪",
    "追讨",
    "挽回",
    "追缴",
    "罚没",
    "募集",
    "减免",
    "投入",
    "追回",
    "筹集",
    "拨付",
    "欠款",
    "涉案",
    "赔付",
    "货款",
    "工资",
    "标的达",
)
_MONEY_FROM = 10**4
_FAR = 300
_POINTS = frozenset(("个百分点", "百分点"))
_TIME_SAVED = re.compile(
    "(?:节约|节省|压缩|缩短|减少|压减)了?[^,;。:\\d]{0,10}(?:时限|时间|时长|天数|周期|期限)[约近共达超过]*$"
)
"""A time by which another became shorter: 压缩审批时限12个工作日."""
_SAVED_IN_ALL = re.compile("(?:节约|节省)了?[^,;。:\\d]{0,10}(?:时间|时长)[约近共达超过]*$")
_TIME_DIFFERS, _SHORTER = re.compile(r"[较比][^,。;:\d]{1,12}?([短快少早长慢晚多])[了出约近]*$"), "短快少早"
"""How much shorter or longer something takes than before or than it may: 比法定期限短17天."""
_LONG = 1000
"""From so many hours or days on a time that was saved is a sum: 为群众节约办事时间2万小时."""
_PART_SAVED = re.compile(
    "(?:精简|压缩|压减|缩减|删减|缩短|减少|降低|节约|节省|(?:^|[,、]|平均)减(?=材料|环节|时限|时间|跑动|成本|流程|表单))了?"
    "(?![^,;。:]*(?:率|比))[^,;。:\\d]{2,12}?[约近共达超过]*$"
)
"""A share by which something became less: 精简申报材料40%以上."""
_ON_AVERAGE = re.compile(
    "平均(?:精简|压缩|压减|缩减|删减|缩短|减少)了?[约近达]*$|减少[^,;。:\\d]{0,8}跑[动腿][^,;。:\\d]{0,3}$"
    "|(?:减少|压缩|压减|压降|缩减|降低)了?[^,;。:\\d]{2,12}(?:频[次率]|次数)[约近达超过]*$|减量$"
)
"""By how many something became less: 平均删减29条, 减少群众跑动136次, 压减检查频次90次."""
_OF_A_ROW = re.compile(r"([^,;:。\d、]{2,40})\d[\d.]*(?:%|个百分点)?[、和及]$")
"""What the first of two shares is told by, and so the second: 赴省、进京上访同比下降42%、|37%."""
_COMPARED = re.compile(
    r"[较比](?:20\d{2} ?年|[去前上本当]年|上一年|年初|“[一二三四五六七八九十]五”)[^,。;]{0,6}(?:底|末|初|期|年|全年)?"
)
"""Words that compare with an earlier time: 较2020年底, 比年初."""
_OPENING_COMPARISON = re.compile("[,]?(?:[与和同跟较比][^,。;]{2,10}(?:相比|比较)?|相比[^,。;]{2,8}|同比),")
"""What opens a clause and compares all of it: 与上年相比,…"""
_CLAUSE = re.compile("[^。;\n]*$")
_LESS = "少"
_LOWER = re.compile("[低少落]")
"""A distance in percentage points is no share: 低于全省平均水平3个百分点."""
_MANY = re.compile("[众较许诸大更很最繁]多$|不少$")
"""多 and 少 that compare nothing."""
_MORE_THAN_BEFORE = re.compile(
    r"(?<![众较许诸大更很最繁至不减缺])([多少])(?:[出了]|[办开受审收培调举组发接招建派查处][^,。;、:\d的]{0,7})?$"
)
"""More or less than before: 多出173名, 少办23件, 多412件."""
_ARE_IN_TURN = re.compile("分别(?:为|是|达到?)?[约近]?$")
"""What stands between the word of change and a row: 同比增幅分别为31%和27%."""
_SHARE_SAVED = re.compile("(?:精简|压缩|压减|缩减|删减|节约|节省)(?:率|比例|比率)[为达约近超过到]*$")
_REACHED = re.compile("[ ,]*(?:共|共计|累计|先后)?(?:覆盖|惠及|辐射|受众|受益|受教育|受训|参训|吸引|直接覆盖)")
_IN_A_RANKING = re.compile("[ ,]*(?:并|均|也)?(?:(?:位|排名|名)?[居列]|排名?|排在)(?:在|全[国省市县区州])*")
_TRAINED = re.compile("[ ,]*(?:共|共计|累计)?(?:培训|轮训)[^,。;、]{0,12}")
_COURSE = re.compile(r"(?:班|讲座|讲堂|课|培训|轮训)\d+[期次场个](?:次)?,?$")
"""What was held right before those that it trained: 举办培训班2期,培训干部90人次."""
_NEARBY = 16
_OF_EARLIER = re.compile(
    "(?:是|为|达到?|相当于)(?:上半年|前[一两二三]年|上一?(?:季度|[轮届期])|[^,、]{0,6}之?前|老[^,、]{1,6}|原[^,、]{0,6}|过去|以往|往年|年初)的$"
)
"""An earlier time, or what there was then, that something is so many times as much as: 是老楼的3倍."""
_HEADS = frozenset(("人", "人次", "名", "余人", "位", "万人", "万人次"))
_RATIO_WORDS = ("比值", "倍数", "比值为", "比值达", "诉讼比", "诉讼比为", "诉讼比达", "诉讼比达到")
_SHARE_WORDS = ("占", "占比", "占比达", "率", "率达", "率为", "率达到", "比例为", "比例达")


def kind_of(text: str, local: Local, times: Times) -> tuple[Kind, Direction]:
    """The kind by the family of the unit, a change where a change word governs the number."""
    numeral = local.numeral
    if numeral.family == "rank":
        return Kind.RANK, Direction.NONE
    if numeral.family == "doubling":
        return Kind.MULTIPLE, Direction.UP
    left = text[max(local.left[0], local.left[1] - _FAR) : min(local.left[1], numeral.start)]
    if not left.strip("、和及 ") and (row := _OF_A_ROW.search(text, local.segment[0], local.left[0] + len(left))):
        left = row[1]
    changed = times.change_tail.search(_ARE_IN_TURN.sub("", left) if local.share_of else left)
    if numeral.family == "duration" and numeral.value >= _LONG and _SAVED_IN_ALL.search(left):
        return Kind.DURATION, Direction.NONE
    if numeral.family == "duration" and (differs := _TIME_DIFFERS.search(left)):
        return Kind.CHANGE, Direction.DOWN if differs[1] in _SHORTER else Direction.UP
    if changed and (_MANY.search(left) or times.arrived.search(left) or _SHARE_SAVED.search(left)):
        changed = None
    more = _MORE_THAN_BEFORE.search(left) if "多" in left or "少" in left else None
    compared = (changed or more or numeral.value < 0) and (
        times.comparison.search(left) or _COMPARED.search(left) or _compared_before(text, local, times)
    )
    point = numeral.unit in _POINTS
    directly = changed and changed[1] in times.plain_changes
    if changed and numeral.family == "multiple":
        rises = changed[1] in times.changes_up
        return Kind.MULTIPLE, Direction.UP if rises else Direction.DOWN
    if changed and (compared or directly or numeral.family in ("share", "multiple", "duration") or point):
        rises = (changed[1] in times.changes_up) == (numeral.value >= 0)
        return Kind.CHANGE, Direction.UP if rises else Direction.DOWN
    if (away := distance_from(left, numeral.family)) is not Direction.NONE:
        return Kind.CHANGE, away
    if more and compared and numeral.family in ("count", "money"):
        return Kind.CHANGE, Direction.DOWN if more[1] in _LESS else Direction.UP
    saved = (numeral.family == "duration" and _TIME_SAVED.search(left)) or _saves(left, numeral.family)
    if saved or (numeral.value < 0 and compared):
        return Kind.CHANGE, Direction.DOWN
    if point:
        return Kind.CHANGE, Direction.DOWN if _LOWER.search(left) else Direction.UP
    if numeral.family == "multiple":
        earlier = times.last_year.search(left) or share_of(left, numeral.family) or _OF_EARLIER.search(left)
        return Kind.MULTIPLE, Direction.UP if earlier and numeral.value > 1 else Direction.NONE
    return _unchanged_kind(left, numeral), Direction.NONE


def _unchanged_kind(left: str, numeral: Numeral) -> Kind:
    """The kind of a number that tells no change, by the family of its unit or, without one, by the words before it."""
    bare = not numeral.unit
    if bare and left.endswith(_RATIO_WORDS):
        return Kind.MULTIPLE
    if numeral.family == "share" or (bare and left.endswith(_SHARE_WORDS)):
        return Kind.RATE
    if numeral.family == "money" or (bare and is_money(left, numeral.value)):
        return Kind.MONEY
    return Kind.DURATION if numeral.family == "duration" else Kind.COUNT


def _compared_before(text: str, local: Local, times: Times) -> bool:
    """Whether a clause compares with an earlier year before the words of a number: 与上年相比,案件多了9件; 比上年少9件,
    败诉少3件."""
    clause = _CLAUSE.search(text, max(0, local.left[0] - _FAR), local.left[0])
    before = clause[0] if clause else ""
    if _OPENING_COMPARISON.match(before):
        return True
    if than_so_many(before, 0, len(before)):
        return True
    compared = times.comparison.search(before) or _COMPARED.search(before)
    between = before[compared.end() :] if compared else ""
    return bool(compared and times.changed.match(between.lstrip("同期分别")) and between.count(",") == 1)


def _saves(left: str, family: str) -> bool:
    """Whether a number says by how much something became less."""
    return bool(_PART_SAVED.search(left) if family == "share" else _ON_AVERAGE.search(left))


def compares_again(text: str, local: Local, kind: Kind, times: Times) -> bool:
    """Whether the words before a number only compare what was counted right before: 立案90件,同比下降3.9%."""
    if kind is not Kind.CHANGE:
        return False
    left = text[slice(*local.left)].strip(" ,")
    compared = times.comparison.match(left)
    return bool(times.change_tail.fullmatch(left, compared.end() if compared else 0))


def ranks_again(text: str, local: Local) -> bool:
    """Whether a place in a ranking is that of what was counted right before: 得分91分,列全市第3位."""
    return (
        local.numeral.family == "rank" and _IN_A_RANKING.fullmatch(text, local.left[0], local.numeral.start) is not None
    )


def reaches(text: str, local: Local) -> bool:
    """Whether a number only says whom what was counted right before it reached: 举办讲座12场,覆盖干部860人次."""
    if local.numeral.unit not in _HEADS:
        return False
    low, position = local.left[0], local.numeral.start
    trained = _TRAINED.fullmatch(text, low, position) and _COURSE.search(text, max(0, low - _NEARBY), low)
    return bool(trained or _REACHED.match(text, low, position))


def is_money(left: str, value: float) -> bool:
    """Whether the words before a number without unit speak of money."""
    words = left.rstrip("约为达共计近超逾到 ")
    return words.endswith(_MONEY_WORDS) or (value >= _MONEY_FROM and words.endswith(_MONEY_VERBS))
