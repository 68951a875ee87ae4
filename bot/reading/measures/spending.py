"""What money was given for, where the words before it say only that it was given: 投资50万元建成法治广场1处."""

from __future__ import annotations

import re

from bot.reading.measures.governed import FIGURE
from bot.reading.measures.local import Local
from bot.reading.measures.opened import Draft
from bot.reading.measures.wording import Wording

_REACH, _SHORTEST = 60, 3
_GIVEN = re.compile(
    "((?:财政局?|政府)?(?:争取|投资|投入|安排|筹资|筹集|拨付|拨款|出资|斥资|列支|落实))?(专项资金|资金|经费)?"
)
_PURPOSE = re.compile(
    "(?:,?(用于|用以)|,?(?=建设|建成|新建|改建|扩建|改造|升级|打造|购置|购买|采购|配备|配置|实施|开通|设立|修建))([^,;。\n]+)"
)
_AND_SUCH, _SIZE = re.compile("等(?:工作|方面|支出)?$"), "面积"


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
