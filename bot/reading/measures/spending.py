"""What money was given for, where the words before it say only that it was given: 投资50万元建成法治广场1处."""

from __future__ import annotations

import re

from bot.reading.measures.governed import FIGURE
from bot.reading.measures.local import Local
from bot.reading.measures.opened import MATTERS, PEOPLE, Draft
from bot.reading.measures.wording import Wording

_REACH, _SHORTEST = 60, 3
_GIVEN = re.compile(
    "((?:财政局?|政府)?(?:争取|投资|投入|安排|筹资|筹集|拨付|拨款|出资|斥资|列支|落实))?(专项资金|资金|经费)?"
)
_PURPOSE = re.compile(
    "(?:,?(用于|用以)|,?(?=建设|建成|新建|改建|扩建|改造|升级|打造|购置|购买|采购|配备|配置|实施|开通|设立|修建))([^,;。\n]+)"
)
_PAID = re.compile(r"的([^,;。、\d的]{0,8}(?:补贴|补助|补偿|报酬|津贴|奖励|经费|费用?|资金))(?:共计?|约)?\d")
_PAID_FOR = re.compile(r"\d[\d.,]*万?[余多]?(?:人次|件|宗|起|名|人|位)的")
"""For how many money was: no part of what it was."""
_ANYBODY, _CASES = "人员", "案件"
_AND_SUCH, _SIZE = re.compile("等(?:工作|方面|支出)?$"), "面积"


def without_number_paid(words: str) -> str:
    """发放90人次的误餐补助 -> 发放误餐补助."""
    return _PAID_FOR.sub("", words)


def paid_to(text: str, local: Local, left: str) -> Draft | None:
    """发放90人次的误餐补助2万元: those for whom the money was that the next number tells; None for others."""
    money = _PAID.match(text, local.numeral.end) if local.right[0] == local.right[1] else None
    to = _ANYBODY if local.numeral.unit in PEOPLE else _CASES if local.numeral.unit in MATTERS else ""
    return Draft(f"{left}{money[1]}的{to}", noun=to) if money and to else None


def given_for(text: str, local: Local, left: str, wording: Wording) -> Draft | None:
    """The measure of money that was spent on something; None where its own words name it."""
    given = _GIVEN.fullmatch(left) if left else None
    start = local.numeral.end
    purpose = _PURPOSE.match(text, start, start + _REACH) if given else None
    if not given or not purpose:
        return None
    words = _AND_SUCH.sub("", wording.tidy(FIGURE.split(purpose[2])[0]))
    fund = (given[2] or "") if purpose[1] and not words.endswith(("资金", "经费")) else ""
    told = len(words) >= _SHORTEST and _SIZE not in words
    return Draft((given[1] or "") + words + fund, whole=True) if told else None
