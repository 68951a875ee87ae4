"""What is told against an earlier year without being that year's: a share of it (不到去年的一半), a distance from it
(超去年同期210件)."""

from __future__ import annotations

import re

from bot.model import Direction

_YEAR = r"(?:去年度?|上年度?|上一年度?|前年|20\d{2} ?年度?)(?:同期|全年|全年度)?"
_SHARE_OF = re.compile(
    "(?P<what>.*?)(?:却|则|也|仅|只|约|已|均|占|相当于|大约|是|为|有|不到|不足|接近|将近|超过|超|达到?|近|了)+"
    rf"(?P<year>{_YEAR})的?(?:总量|总数|案件总?量)?的[ 约近]*"
)
_BEYOND = re.compile(rf"(?P<how>超过?|高于|多于|低于|少于)(?P<year>{_YEAR})[ 约近]*$")
_LESS = ("低于", "少于")
_SHARES = ("share", "multiple")
_THAN_SO_MANY = re.compile(
    r"[较比](?P<year>20\d{2} ?年|去年|上年|上一年)度?(?:同期|全年)?的?[ 约近]*\d[\d.,]*[余多]?万?[^,。;、\d]{1,3}$"
)
"""An earlier figure right before the one by which it differs: 比2023年的90件|多12件."""


def share_of(left: str, family: str) -> re.Match[str] | None:
    """The words before a number that make it so much of an earlier year's: `what` was that, and of which `year`."""
    return _SHARE_OF.fullmatch(left) if family in _SHARES else None


def beyond_year(left: str) -> re.Match[str] | None:
    """The words at the end of what stands before a number that set it apart from an earlier `year`, and `how`."""
    return _BEYOND.search(left) if "年" in left else None


def distance_from(left: str, family: str) -> Direction:
    """Which way a number says that something is away from an earlier year's, NONE where it says nothing of that."""
    beyond = None if family in _SHARES else beyond_year(left)
    if not beyond:
        return Direction.NONE
    return Direction.DOWN if beyond["how"] in _LESS else Direction.UP


def than_so_many(text: str, low: int, at: int) -> str:
    """The earlier year whose figure stands right before a change (比|2023年|的90件增加12件), "" for none."""
    than = _THAN_SO_MANY.search(text, low, at)
    return than["year"] if than else ""
