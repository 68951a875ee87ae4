"""Text as Chinese readers expect it: full-width punctuation beside Han, short quotes that keep their figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff“”‘’《》〈〉【】％，。；：？！、]")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_NARROW = re.compile(r"[,;:?!()]")
_SPLIT = re.compile("[,，;；。:：、]")
_ELLIPSIS = "……"


def polish(text: str) -> str:
    """The text with full-width punctuation wherever a Han character stands beside it; figures stay as written."""
    if not _NARROW.search(text):
        return text
    characters = list(text)
    opened: list[int] = []
    for at, character in enumerate(text):
        if character in _WIDE and _beside_han(text, at):
            characters[at] = _WIDE[character]
        elif character in "(（":
            opened.append(at)
        elif character in ")）" and opened:
            start = opened.pop()
            if _beside_han(text, start) or _beside_han(text, at):
                characters[start], characters[at] = "（", "）"
        elif character in ")" and _beside_han(text, at):
            characters[at] = "）"
    for start in opened:
        if _beside_han(text, start):
            characters[start] = "（"
    return "".join(characters)


def _beside_han(text: str, at: int) -> bool:
    """Whether the nearest character on either side that is no space is a Han character or Chinese punctuation."""
    before = text[:at].rstrip()[-1:]
    after = text[at + 1 :].lstrip()[:1]
    return bool(_HAN.match(before) or _HAN.match(after))


def quoted(text: str) -> str:
    """The text between quotation marks, those inside it made single as Chinese typography wants."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def shortened(quote: str, figures: Sequence[str], most: int = 90) -> str:
    """The quote cut to the parts around its figures, at punctuation marks, with …… where something is left out.

    Figures are never cut: when their parts alone are longer than `most` characters, all of these stay.
    """
    if len(quote) <= most:
        return quote
    spans = [(at, at + len(figure)) for figure in figures if (at := quote.find(figure)) >= 0]
    if not spans:
        return quote[:most] + _ELLIPSIS
    cuts = [0, *(match.end() for match in _SPLIT.finditer(quote) if not _in_number(quote, match.start())), len(quote)]
    first = max(cut for cut in cuts if cut <= min(start for start, _ in spans))
    last = min(cut for cut in cuts if cut >= max(end for _, end in spans))
    first, last = _widened(cuts, first, last, most)
    inner = quote[first:last].rstrip(",，;；:：、 ") if last < len(quote) else quote[first:last]
    return f"{_ELLIPSIS if first else ''}{inner}{_ELLIPSIS if last < len(quote) else ''}"


def _widened(cuts: Sequence[int], first: int, last: int, most: int) -> tuple[int, int]:
    """The span with as many whole parts around it as fit, by turns before and after."""
    before = [cut for cut in cuts if cut < first]
    after = [cut for cut in cuts if cut > last]
    while before or after:
        if before and (first - before[-1] <= most - (last - first)):
            first = before.pop()
        else:
            before.clear()
        if after and after[0] - first <= most:
            last = after.pop(0)
        else:
            after.clear()
    return first, last


def _in_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit() and text[at] in ",，"
