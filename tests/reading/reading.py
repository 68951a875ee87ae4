"""What the tests of reading share: one reader, and short ways to read a sentence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.model import Claim, Mention
from bot.reading.reader import Reader

LEXICON = Path(__file__).resolve().parents[2] / "data" / "lexicon"
REGION = "清河县"
YEAR = 2024

TO_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
"""Every ASCII digit, letter and punctuation mark as its full-width form."""


@cache
def reader() -> Reader:
    """The reader with the lexicon of the checkout."""
    return Reader.load(LEXICON)


def mentions(text: str, year: int = YEAR) -> tuple[Mention, ...]:
    """All mentions of a text, read as a report of 清河县司法局."""
    return reader().mentions(text, year=year, region=REGION)


def claims(text: str, year: int = YEAR) -> dict[str, Claim]:
    """The claims of a text by the mention as written; a later mention of the same wording wins."""
    return {mention.text: mention.claim for mention in mentions(text, year) if mention.claim}


def classes(text: str) -> list[tuple[str, str]]:
    """Each mention as written with its class."""
    return [(mention.text, mention.cls.value) for mention in mentions(text)]
