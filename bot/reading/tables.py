"""A number that is all that a table's cell holds (投诉处理 | 75 | 16): it counts without a unit."""

from __future__ import annotations

_BAR = "|"


def lone_cell(text: str, start: int, end: int) -> bool:
    """Whether a number is all that its cell holds."""
    before, after = text[max(0, start - 4) : start].rstrip(" \t"), text[end : end + 4].lstrip(" \t")
    return before.endswith(_BAR) and after[:1] in ("", "\n", _BAR)
