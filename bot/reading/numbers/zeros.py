"""A zero that is a rate: 再犯罪率为零, 败诉率保持0. Of anything else it says that there is none."""

from __future__ import annotations

import re

_REACH = 10
_RATE = re.compile(
    "率(?:均|都|也|一直|始终|持续|继续|连续多年|长期|稳定|总体){0,2}(?:保持|维持|控制|降低?|下降|趋近|接近)?(?:在|为|是|于|到|至)?$"
)


def is_zero_rate(text: str, at: int) -> bool:
    """Whether a zero at a place of the text is the rate that the words before it name."""
    return bool(_RATE.search(text, max(0, at - _REACH), at))
