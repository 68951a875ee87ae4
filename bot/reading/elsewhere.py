"""Figures of another place that opens what they measure: 东江市|行政机关负责人出庭率, in a report of the province."""

from __future__ import annotations

import re
from collections.abc import Collection

_NAMED = re.compile(
    "(?P<place>(?P<short>[\u4e00-\u9fff]{2,4})[市区县州盟旗])"
    "(?!(?:人民)?政府|[委局院处所级直区县域民场]|司法|中级|公安|检察|仲裁|公证处|律师协会)(?P<rest>[\u4e00-\u9fff]{3,}.*)"
)
"""A place and what is told of it, but for its bodies, which are named whole."""


def placed_elsewhere(measure: str, places: frozenset[str], own: Collection[str]) -> tuple[str, str]:
    """The other place that a measure opens with and what is measured there; "" and the measure where it names none."""
    named = _NAMED.fullmatch(measure)
    if named is None or named["short"] not in places or any(named["place"] in name for name in own):
        return "", measure
    return named["place"], named["rest"]
