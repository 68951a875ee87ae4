"""Free text that asks where words stand: 哪几份报告提到了枫桥经验, 找一下哪里写了“吹哨”机制, 583宗是哪里的."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from bot.asking.understanding.cutting.segmentation import Segmenter, Token
from bot.asking.understanding.framing.places_asked import Gazetteer
from bot.model import Asked, Intent, Query, Region
from bot.words.questions import Role

_QUOTED = re.compile('[“「『《"](?P<words>[^“”「」『』《》"]{2,40})[”」』》"]')
_NUMBER = re.compile(r"(?<![\d.a-z])\d[\d,]{0,14}(?:\.\d{1,6})?(?:[%‰]|[万亿]{1,2})?(?![\d.a-z])")
_HOW_MANY = re.compile("多少|^几|第几|百分之[几多]")
_FIGURE_DIGITS = 3
_OF_RELATIONS = frozenset({"倍", "个百分点"})
"""What follows a number that no indicator is counted in: 3.38倍."""
_ASKS_WHOSE = frozenset({Role.EVERYWHERE, Role.SOURCE})


class Searching:
    """Reads messages that ask where words stand, or whose a number is."""

    def __init__(self, segmenter: Segmenter, gazetteer: Gazetteer, units: Collection[str]) -> None:
        self._segmenter = segmenter
        self._gazetteer = gazetteer
        self._units = frozenset(units) | _OF_RELATIONS

    def asked(self, text: str, tokens: Sequence[Token], home: Region | None) -> Query | None:
        """The search that free text asks for, within the places and years that stand beside the words; None if none."""
        words = searched(text, tokens)
        if not words and (figure := figure_alone(text, tokens, self._units)):
            words = (figure,)
        if not words:
            return None
        said = "".join(words)
        aside = [token for token in tokens if token.text not in said]
        chosen = [self._gazetteer.choose(token.places, home)[:1] for token in aside if token.places]
        asked = tuple(dict.fromkeys(Asked(region) for regions in chosen for region in regions))
        years = tuple(dict.fromkeys(year for token in aside for year in token.years))
        return Query(intent=Intent.SEARCH, words=words, asked=asked, years=years)

    def commanded(self, text: str, home: Region | None) -> Query:
        """Words to be found as they are; whole place names and years among them only say where to look."""
        asked: dict[Asked, None] = {}
        words: list[str] = []
        years: list[int] = []
        for piece in text.split():
            tokens = self._segmenter.cut(piece)
            if len(tokens) == 1 and tokens[0].places:
                chosen = self._gazetteer.choose(tokens[0].places, home)
                asked.update((Asked(region), None) for region in chosen[:1])
            elif len(tokens) == 1 and tokens[0].years:
                years += tokens[0].years
            else:
                words.append(piece)
        if not words:
            words, asked = text.split(), {}
        return Query(intent=Intent.SEARCH, words=tuple(words), asked=tuple(asked), years=tuple(years))


def searched(text: str, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words that a message asks to find in the reports; none when it asks for something else."""
    roles = {role for token in tokens for role in token.roles}
    asks_where = {Role.MENTION, Role.WHERE} <= roles
    quoted = tuple(found["words"].strip() for found in _QUOTED.finditer(text))
    asks_for_text = quoted and Role.SOURCE in roles  # “知识产权人民调解委员会” 原文
    if not (Role.SEARCH in roles or asks_where or asks_for_text):
        return ()
    if any(_HOW_MANY.search(token.text) for token in tokens if not token.gap):
        return ()
    if quoted:
        return quoted
    return tuple(_runs(tokens))


def _runs(tokens: Sequence[Token]) -> Iterator[str]:
    """The stretches of a message that only name things; a place belongs to the name that it runs into."""
    run = ""
    for token, behind in pairwise([*tokens, Token(" ", 0, gap=True)]):
        only_where = (token.places and not _is_content(behind)) or token.years
        if _is_content(token) and not (only_where and not run):
            run += token.text
        else:
            yield from [run] if run else []
            run = ""
    if run:
        yield run


def _is_content(token: Token) -> bool:
    return not token.gap and bool(not token.roles or Role.MUST in token.roles or token.topic or token.says)


def figure_alone(text: str, tokens: Sequence[Token], units: Collection[str]) -> str:
    """The number, with its unit, that a message consists of beside places and words that only ask: 583宗是哪里的."""
    numbers = [found for found in _NUMBER.finditer(text) if not any(_overlaps(t, found) for t in tokens if t.years)]
    if len(numbers) != 1 or any(Role.CHECK in token.roles for token in tokens):
        return ""
    number = numbers[0]
    end = number.end()
    end += max((len(unit) for unit in units if text.startswith(unit, end)), default=0)
    others = [t for t in tokens if not (t.gap or t.places or t.years or t.roles or (number.start() <= t.start < end))]
    long_enough = sum(map(str.isdecimal, number.group())) >= _FIGURE_DIGITS or end > number.end()
    asks = any(token.roles & _ASKS_WHOSE for token in tokens)
    return text[number.start() : end] if not others and (long_enough or asks) else ""


def _overlaps(token: Token, found: re.Match[str]) -> bool:
    return token.start < found.end() and found.start() < token.end
