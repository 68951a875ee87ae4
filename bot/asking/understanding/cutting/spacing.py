"""Characters that a message sets apart though they make one word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from bot.asking.understanding.cutting.segmentation import Segmenter, Token

_HAN = "[\u3400-\u9fff]"
_SPACED = re.compile(
    rf"(?:(?<={_HAN}) +)?(?<![^\W_]){_HAN}(?: +{_HAN}(?![^\W_]))+(?: +(?={_HAN}))?"
    r"|(?<![^\W_])[\u3400-\u9fff\d](?: +[\u3400-\u9fff\d](?![^\W_])){2,}"
)
"""Characters that stand alone one after another, and the spaces to the words that the first and last belong to."""
_REACH = 5
_BRACKETED = re.compile(r"(?<=[村镇乡居街])\s?\(\s?(社区|街道|居委会|居|街|镇|乡|村)\s?\)(?=[\u3400-\u9fff])")
_TURNED = re.compile(r"社区\s?\(\s?村居?\s?\)(?=[\u3400-\u9fff])")
"""村(社区) and 社区(村): villages or communities."""


def close_up(text: str) -> str:
    """The text with what stands apart joined: 同 比 增 长多少 → 同比增长多少, 2 0 2 4 → 2024, 村(社区) and
    社区(村) → 村社区."""
    text = _TURNED.sub("村社区", text)
    return _BRACKETED.sub(r"\1", _SPACED.sub(lambda run: run.group().replace(" ", ""), text))


def rejoined(text: str, segmenter: Segmenter) -> str:
    """The text without spaces that cut a known word in two: 巴 南 应 诉率 → 巴南 应诉率."""
    pieces = text.split(" ")
    found = pieces[:1]
    for piece in pieces[1:]:
        if found[-1] and piece and _is_cut(found[-1], piece, segmenter):
            found[-1] += piece
        else:
            found.append(piece)
    return " ".join(found)


def _is_cut(before: str, behind: str, segmenter: Segmenter) -> bool:
    """Whether a word stands across the space between two pieces, of which it leaves no part that says anything."""
    ends, begins = segmenter.cut(before)[-1], segmenter.cut(behind)[0]
    if not (_is_scrap(ends) or _is_scrap(begins)):
        return False
    words = (before[-left:] + behind[:right] for left in range(1, _REACH) for right in range(1, _REACH))
    return any(len(word) > 1 and (known := segmenter.look_up(word)) and not known.roles for word in words)


def _is_scrap(token: Token) -> bool:
    """Whether a token is Han and says nothing by itself."""
    return not token.text.isascii() and (token.unknown or (len(token.text) == 1 and not token.years))


def by_themselves(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Some tokens of a message as a message of their own: each begins where the one before it ends."""
    ends = accumulate((len(token.text) for token in tokens), initial=0)
    return tuple(replace(token, start=start) for token, start in zip(tokens, ends, strict=False))
