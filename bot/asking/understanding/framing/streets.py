"""Streets, villages and other parts of a place, whose figures are their own."""

from __future__ import annotations

import re

from bot.asking.understanding.cutting.segmentation import PARTS_OF_PLACES

_ANY_PARTS = ("乡村", "镇街", "街镇", "乡镇街", "镇街道", "镇乡街道", "村社区", "村里社区", "村里和社区", "村和社区")
_AWARDS = ("法治村", "法治社区", "示范村", "示范社区", "样板村", "模范村", "文明村", "文明社区")
"""What villages and communities are called for what they did: no one of them is named so."""
_INTO = re.compile(f"(?:走进|深入|进|入|到|去|下|驻)(?:{'|'.join(sorted(PARTS_OF_PLACES))})")
"""Where something is taken: 进社区, 下乡 name no part."""
EACH = ("哪个", "每个", "各")
"""What asks for the figures of every part."""


def names_part(word: str) -> bool:
    """Whether a word names a part of a place, whose figures are its own: 马田街道, but neither 街道 nor 部门镇街."""
    if word.endswith((*_ANY_PARTS, *_AWARDS)) and not word.startswith(EACH):
        return False
    if _INTO.fullmatch(word):
        return False
    return any(word.endswith(kind) and word != kind for kind in PARTS_OF_PLACES)
