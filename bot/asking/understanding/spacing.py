"""Characters that a message sets apart though they make one word."""

from __future__ import annotations

import re

_HAN = "[\u3400-\u9fff]"
_SPACED = re.compile(
    rf"(?:(?<={_HAN}) +)?(?<![^\W_]){_HAN}(?: +{_HAN}(?![^\W_]))+(?: +(?={_HAN}))?"
    r"|(?<![^\W_])[\u3400-\u9fff\d](?: +[\u3400-\u9fff\d](?![^\W_])){2,}"
)
"""Characters that stand alone one after another, and the spaces to the words that the first and last belong to."""
_BRACKETED = re.compile(r"(?<=[村镇乡居街])\s?\(\s?(社区|街道|居委会|居|街|镇|乡|村)\s?\)(?=[\u3400-\u9fff])")
"""村(社区): villages or communities."""


def close_up(text: str) -> str:
    """The text with what stands apart joined: 同 比 增 长多少 → 同比增长多少, 2 0 2 4 → 2024, 村(社区) → 村社区."""
    return _BRACKETED.sub(r"\1", _SPACED.sub(lambda run: run.group().replace(" ", ""), text))
