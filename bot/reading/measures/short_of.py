"""So many places or offices that have too few of something: 有3个县司法局|专职审核人员不足2人."""

from __future__ import annotations

import re

from bot.reading.measures.local import Local
from bot.reading.measures.opened import Draft

_UNITS = ("个", "家", "所")
_LEVEL = r"(?:县市区|市县区|县区|区县|乡镇|镇街|街道|社区|村居|[县市区镇乡村])(?:\([^()]{1,8}\))?"
_OFFICE = "(?:司法[局所]|执法[队局]|公证处|律所|部门|单位|机关|站所|地方|地区)"
_SHORT_OF = re.compile(
    rf"(?P<who>{_LEVEL}{_OFFICE}?|{_OFFICE})(?P<what>[^,;。、\d的]{{2,12}}?)(?:均|都|仍|还)?(?<!不)(?P<how>不足|不到|少于|不满|低于)[\d一二两三四五六七八九十半]"
)
_LOW, _TOO_FEW, _TOO_LOW = "低于", "不足", "偏低"


def short_of(text: str, local: Local) -> Draft | None:
    """What the offices that a number counts have too few of, None for others."""
    found = _SHORT_OF.match(text, local.numeral.end, local.segment[1]) if local.numeral.unit in _UNITS else None
    if not found:
        return None
    how = _TOO_LOW if found["how"] == _LOW else _TOO_FEW
    return Draft(f"{found['what']}{how}的{found['who']}", noun=found["who"])
