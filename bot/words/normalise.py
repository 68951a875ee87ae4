"""Two ways of making text comparable: `align` keeps every offset and serves reading, `fold` serves asking.

`align` maps one character to one character, so a span in its result is the same span in the text that it was given.
`fold` may change the length: what staff type is only ever compared, never quoted.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Protocol

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys((0x3000, 0x00A0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x205F), 0x20)
_RATIO = {0x2236: 0x3A}
_ALIGNED = {chr(code): chr(plain) for code, plain in (_FULL_WIDTH | _SPACES | _RATIO).items()}
_TO_ALIGN = re.compile(f"[{''.join(_ALIGNED)}]")
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), 0x2D)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_RUNS_OF_SPACE = re.compile(r"\s+")
_OUT_OF_USE = str.maketrans(
    "侓亊囯攺単収応対発関検権営労価処実経総県団図両", "律事国改单收应对发关检权营劳价处实经总县团图两"
)
"""Characters that nobody means, for those in use that they look like."""
_YEAR = re.compile("(?<![0-9a-z])2[0o][0-9o]{2}(?![0-9a-z])")
"""A year, perhaps with the letter o for a nought."""
_ADDRESS = re.compile(r"\s*(?<![a-z0-9_.+-])@[a-z][a-z0-9_]{1,31}(?![a-z0-9_]|[.-][a-z0-9])[\s,:]*")
"""Whom a folded message is meant for, as Telegram writes names; what follows the name of a mailbox is none."""


class _Converter(Protocol):
    def convert(self, text: str) -> str:
        """The text in simplified characters."""
        ...


def align(text: str) -> str:
    """The text with full-width digits, letters, punctuation and spaces as ASCII; every offset stays valid."""
    found = _TO_ALIGN.search(text)
    while found:  # once for each different character, and few occur: many times faster than translate
        text = text.replace(found[0], _ALIGNED[found[0]])
        found = _TO_ALIGN.search(text, found.end())
    return text


@cache
def _simplifier() -> _Converter:
    """OpenCC's traditional → simplified converter, loaded when the first Han text needs it."""
    from opencc import OpenCC

    converter: _Converter = OpenCC("t2s")
    return converter


def _visible(character: str) -> str:
    """What is left of a character: nothing of format, control and private ones, a space for line ends and tabs."""
    if character in "\t\n\r\v\f\u2028\u2029":
        return " "
    return "" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"} else character


def fold(text: str) -> str:
    """The text as it is compared: NFKC, simplified characters, lower case, no invisible characters, single spaces."""
    if text.isascii() and text.isprintable():
        return _RUNS_OF_SPACE.sub(" ", text).strip().lower()
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isprintable():
        plain = "".join(_visible(character) for character in plain)
    if _HAN.search(plain):
        plain = _simplifier().convert(plain).translate(_OUT_OF_USE)
    folded = _RUNS_OF_SPACE.sub(" ", plain.translate(_DASHES)).strip().lower()
    return _YEAR.sub(lambda year: year[0].replace("o", "0"), folded)


def unaddressed(folded: str) -> str:
    """A folded message without the @names that it is addressed to, wherever they stand; mailboxes stay."""
    return _ADDRESS.sub(" ", folded).strip() if "@" in folded else folded
