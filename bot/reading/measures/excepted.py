"""What is said not to be done, or of all but some: 除2件尚在审理外,其余90件均已审结; 仍有4个尚未整改."""

from __future__ import annotations

import re

from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR

_NEGATED = re.compile("[未不没外]")
"""What words that are not done hold, or those that except: nothing else need be asked."""
_BUT = re.compile("除(?:了)?$")
_WHY = "(?:因[^,。;]{1,12}?(?=未|不|尚|仍|正))?"
_OPEN_STILL = "(?:尚|仍|正|还)?(?:未能?|不予|不再|不能|在|没有)[^,。;的]{1,12}?"
_EXCEPTED = re.compile(f"{_WHY}({_OPEN_STILL})(?:以|之)?外")
_STILL = re.compile("(?:仍|还|另|尚|仅|只)有?$|(?<=[,底月日前])有?$|^有?$")
_NOT_DONE = re.compile("(?:尚|仍|还)?(?:未能?|不再|没有)[^,。;的、]{2,12}")


def set_apart(text: str, local: Local) -> str:
    """What is said not to be done with those that a number counts without a noun, "" for others."""
    low, high = local.numeral.end, min(local.segment[1], local.numeral.end + FAR)
    begin = max(local.segment[0], local.numeral.start - FAR)
    if not _NEGATED.search(text, low, high):
        return ""
    if _BUT.search(text, begin, local.numeral.start):
        said = _EXCEPTED.fullmatch(text, low, high)
        return said[1] if said else ""
    still = _STILL.search(text, begin, local.numeral.start) and _NOT_DONE.fullmatch(text, low, high)
    return text[low:high] if still else ""
