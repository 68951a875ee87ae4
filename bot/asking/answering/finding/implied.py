"""What goes without saying: what a unit counts, what sort of thing a name is, what a sentence tells before a figure."""

from __future__ import annotations

import re

from bot.asking.answering.weighing.wording import part_around
from bot.asking.understanding.measuring.doers import NAMES_OF_PEOPLE
from bot.model import Fact, Kind, Query
from bot.words.indicators import plain
from bot.words.sounds import syllables

_KINDS = "平台|系统|机制|小程序|公众号|专栏|活动|品牌|模式|工程|项目"
_NAMED = re.compile(f"[“「『]([^”」』]+)[”」』]({_KINDS})")
"""A name with the kind of thing that it is, which nobody needs to say: “某某通”平台."""
_MANY = "(?:多少|几)"
_DAYS, _BESIDES = re.compile(f"{_MANY}个?(?:工作日|天|日)"), re.compile("兼[任做着当]")
_SAVED = re.compile(f"[少早快省][花用结了]*{_MANY}个?(?:工作日|天|日)")
_TOLD = {
    **dict.fromkeys(("时间", "时长", "天数"), _DAYS),
    **dict.fromkeys(("减少", "缩短", "下降"), _SAVED),
    "兼职": _BESIDES,
    "金额": re.compile(f"{_MANY}(?:个?亿|万)?(?:钱|元|块)"),
    "层级": re.compile(f"{_MANY}级"),
    "事项": re.compile(f"{_MANY}项"),
    "对象": re.compile(f"{_MANY}(?:人次?|名|位)"),
    "书籍": re.compile(f"书(?=[发送印赠]|有?{_MANY})"),
    "采用": re.compile("进(?:了)?.{0,6}库"),
    "率": re.compile("百分之|比例|几成"),
    "每": re.compile("一个?(?:季度|月|周|星期)"),
}
"""What a measure need not say where a question does in another way: 时间 of 缩短了几天, 兼职 of 兼任."""
_DIGIT, _BREAK, _ROW = re.compile(r"\d"), re.compile("[,，;；。:：]"), re.compile("[、和及与或等]")
_JOINT, _REST_OF_ROW, _ASIDE = re.compile("[、和及与或]"), re.compile("等|提出"), re.compile(r"[(（].*?[)）]")
_TAIL, _SHARED = 2, 4
_SERVING = frozenset({"当", "做", "担任"})
_LONGEST_NAME = 6
_ADVISERS = re.compile("(社区|村居|村)的?(?:法律顾问|律师|顾问)")
_REACHES = re.compile(f"(覆盖|惠及|送到|涵盖)[了到]*(?={_MANY})")
_DATE = re.compile(r"[“「『\"](\d{1,2})[·.](\d{1,2})[”」』\"]")
_CHANGED = re.compile("(?:(?:与|比|较)?(?:上年|去年)(?:同期)?(?:相比)?|同比)?(?:增长|上升|下降|减少|增加)")
_FOUNDING = ("搭建", "建立", "建成", "打造", "建设", "建", "设", "铺")
_ENTERING = ("进了", "进")
_HAVING = ("配了", "配有", "配备了", "设了", "设有")
_FINDING = ("发现", "发现了", "查出", "查到")
_OWN_AFFAIRS = frozenset({"党的建设", "机构队伍"})
_OF_BUREAU = ("局里", "局内", "局里面", "系统", "系统里", "系统内")
_MEETING = re.compile("([\u3400-\u9fff]{2,24}会(?:议)?)\\d+[场次]")
_CULTURE = re.compile("法治文化(?=(?:宣传|主题|教育)*(?:公园|广场|基地|阵地|长廊|场所|街区))")
_LEVELS = re.compile("[两二三四五]级")


def told_otherwise(text: str, phrase: str) -> bool:
    """Whether a phrase says what a text does by its unit or its verb."""
    return text in _TOLD and _TOLD[text].search(phrase) is not None


def goes_unsaid(text: str, phrase: str, measure: str) -> bool:
    """Whether a text is left out of the name of a place where the law is taught: 法治公园 for 法治文化公园."""
    return text == "文化" and "法治" in phrase and _CULTURE.search(measure) is not None


def only_leads_up(text: str, phrase: str, fact: Fact) -> bool:
    """Whether a text adds nothing to a figure that the figure does not say by what it is.

    That something was reached, right before what asks how many (覆盖了几个单位); that something has (配了顾问的村) or
    was found to have what the figure says of it; in whose house, where a figure is of the bureau's own affairs; that
    those serve as what the figure calls them.
    """
    measure = plain(fact.claim.measure)
    return (
        any(text == found for found in _REACHES.findall(phrase))
        or (text in _HAVING and measure.startswith("有"))
        or (text in _FINDING and "存在" in measure)
        or (text in _FOUNDING and measure.endswith("层级"))
        or (text in _ENTERING and measure.endswith("采用"))
        or (text == "书" and measure.endswith("书籍"))
        or (text in _OF_BUREAU and fact.claim.topic in _OWN_AFFAIRS)
        or (text in _SERVING and _serves_as(phrase.partition(text)[2], measure))
    )


def is_same_adviser(text: str, other: str) -> bool:
    """Whether a text names the legal advisers of communities or villages, and another one names them too: 社区律师."""
    named = _ADVISERS.fullmatch(text)
    return named is not None and any(found[1] == named[1] for found in _ADVISERS.finditer(other))


def _serves_as(behind: str, measure: str) -> bool:
    """Whether a text begins with what a measure calls people: 法律顾问 of 聘请法律顾问律所."""
    names = (behind[:length] for length in range(_LONGEST_NAME, 1, -1))
    return any(name.endswith(NAMES_OF_PEOPLE) and name in measure for name in names)


def meeting_of(fact: Fact) -> str:
    """The meeting that a sentence counts right before a figure of what was done there: 召开评议会3次，评议案件9件.

    "" where it does not say by its name that this was done there.
    """
    clauses = _BREAK.split(fact.claim.quote.partition(fact.text)[0])
    found = _MEETING.search(plain(clauses[-2])) if len(clauses) > 1 else None
    deed = plain(fact.claim.measure)[:_TAIL]
    return found[1] if found and any(one in found[1] for one in deed) else ""


def stands_for_topic(text: str, topic: str, query: Query) -> bool:
    """Whether a text is the initials of a figure's topic, which a question was understood to name: xzfy."""
    return text.isascii() and topic in query.topics and text == "".join(one[0] for one in syllables(topic))


def told_by_name(text: str, phrase: str, measure: str) -> bool:
    """Whether a text is only the kind of something that a phrase calls by its name: 平台 of “某某通”平台."""
    if any(text == month + day for month, day in _DATE.findall(measure)):
        # The day after which a week is called: “12·4”宪法宣传周.
        return True
    return any(text == kind and plain(name) in phrase for name, kind in _NAMED.findall(measure))


def is_change_asked(text: str, fact: Fact, query: Query) -> bool:
    """Whether a text says that something changed, of which a question asks by how much."""
    changed = Kind.CHANGE in query.kinds and fact.claim.kind is Kind.CHANGE
    return changed and _CHANGED.fullmatch(text) is not None


def is_counted_alone(text: str, phrase: str, measure: str) -> bool:
    """Whether a single character is all that a measure and a phrase count: 几个村, of 通过复核的村."""
    counted = len(text) == 1 and measure.endswith(f"的{text}")
    return counted and re.search(f"{_MANY}[个]?{text}", phrase) is not None


def told_around(fact: Fact, phrase: str) -> str:
    """What a sentence says around a figure of it alone: its clause, and those before that name or only introduce it.

    经清理，有1份文件需要废止. No row unless all of it is asked for: what stands in one is some of what is counted
    (决策、合同等提出意见8件).
    """
    before, _, _ = fact.claim.quote.partition(fact.text)
    clauses = [plain(clause) for clause in _BREAK.split(before)]
    if _DIGIT.search(before):
        clauses = clauses[-1:]
    measure = plain(fact.claim.measure)
    pieces = [measure[at : at + _SHARED] for at in range(len(measure) - _SHARED + 1)]
    about = [one for one in clauses[:-1] if len(one) < _SHARED or any(piece in one for piece in pieces)]
    beside = _BREAK.split(before)[-1]
    # What is of 区、镇、村三级 is of all of them.
    some = _ROW.search(beside) and not (_LEVELS.search(beside) or _says_row(beside, phrase))
    own = "" if some else f"{clauses[-1]}{plain(part_around(fact))}"
    return "\n".join((*about, own))


def _says_row(before: str, phrase: str) -> bool:
    """Whether a phrase names each member of the row that a figure is told of: 决策 and 合同, of 对决策、合同等."""
    row = _REST_OF_ROW.split(_ASIDE.sub("", before))[0]
    members = [plain(member) for member in _JOINT.split(row)]
    return len(members) > 1 and all(len(one) >= _TAIL and one[-_TAIL:] in phrase for one in members)
