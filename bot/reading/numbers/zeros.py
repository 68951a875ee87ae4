"""A zero that is a rate: 再犯罪率为零, 败诉率保持0. Of anything else it says that there is none, unless it only
names what is striven for or who reached it: “零上访”村, 零事故创建活动.
"""

from __future__ import annotations

import re

_REACH = 10
_RATE = re.compile(
    "率(?:均|都|也|一直|始终|持续|继续|连续多年|长期|稳定|总体){0,2}(?:保持|维持|控制|降低?|下降|趋近|接近)?(?:在|为|是|于|到|至)?$"
)
_OTHERS = r"(?:[”“、和]{0,3}零[^\W\d零“”、和]{1,6}?){0,5}”?的?"
"""What is none as well and stands behind it: “零上访、零事故、零案件”."""
_NAMES = re.compile(
    _OTHERS
    + "(?:平安|示范)?(?:创建|争创|单位|企业|乡镇|镇|街道|村|社区|小区|学校|窗口|班组|工程|行动|活动|承诺|模式|机制"
    "|品牌|理念|工作法|标准|示范|试点)"
)
_AIMS = re.compile(_OTHERS + "(?:工作|总体|管理)?(?:目标|要求|底线)")
_REACHED = re.compile("(?:实现|达到|达成|完成|保持)[^,。;:]*$")
_SAID_BEFORE = 30


def is_zero_rate(text: str, at: int) -> bool:
    """Whether a zero at a place of the text is the rate that the words before it name."""
    return bool(_RATE.search(text, max(0, at - _REACH), at))


def only_names(text: str, start: int, end: int) -> bool:
    """Whether a zero at `start`, of what ends at `end`, names or aims at something, not saying that there is none."""
    if _NAMES.match(text, end):
        return True
    return bool(_AIMS.match(text, end)) and not _REACHED.search(text, max(0, start - _SAID_BEFORE), start)
