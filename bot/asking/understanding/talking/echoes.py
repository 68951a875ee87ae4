"""A verb said again in short where it is asked how many: 走访企业走了几家 asks what 走访企业几家 does."""

from __future__ import annotations

import re
from collections.abc import Callable

_AGAIN = re.compile("(?P<verb>[\u3400-\u9fff])[了过](?=(?:一共|总共|共|大概|大约|差不多)?(?:多少|几|好多))")
_ENDS = re.compile("[,;:。，；：？?!！\\s]")


def without_echoes(text: str, is_word: Callable[[str], bool]) -> str:
    """The text without verbs of one character that a longer word of their clause says already."""

    def echoed(again: re.Match[str]) -> str:
        clause = _ENDS.split(text[: again.start()])[-1]
        verb = again["verb"]
        # 办|结了 is no 结了.
        said = not is_word(clause[-1:] + verb) and any(map(is_word, _around(verb, clause)))
        return "" if said else again.group()

    return _AGAIN.sub(echoed, text)


def _around(verb: str, clause: str) -> list[str]:
    """What may be words of two characters that hold a verb, or of three that it opens: 打官司打了."""
    held = [at for at, character in enumerate(clause) if character == verb]
    texts = (t for at in held for t in (clause[at : at + 2], clause[at : at + 3], clause[max(0, at - 1) : at + 1]))
    return [text for text in texts if len(text) > 1]
