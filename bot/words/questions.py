"""The words of questions that name no figure: intents, kinds, years, lists, filler (data/lexicon/questions.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from bot.errors import DataError
from bot.words.normalise import fold
from bot.words.toml import line_of, read_toml, strings

_TALK, _SPOKEN = "talk", "spoken"


class Role(StrEnum):
    """What a word does in a question."""

    COMPARE = "compare"
    TREND = "trend"
    RANK = "rank"
    LIST = "list"
    SOURCE = "source"
    CHECK = "check"
    HELP = "help"
    SEARCH = "search"
    MENTION = "mention"
    WHERE = "where"
    CHART = "chart"
    TABLE = "table"
    TARGET = "target"
    PRIOR = "prior"
    BACK = "back"
    CHANGE = "change"
    MULTIPLE = "multiple"
    RATE = "rate"
    MONEY = "money"
    DURATION = "duration"
    PEOPLE = "people"
    NUMBER = "number"
    MOST = "most"
    LATEST = "latest"
    THIS = "this"
    LAST = "last"
    BEFORE_LAST = "before_last"
    NEXT = "next"
    MUST = "must"
    JOIN = "join"
    ADD = "add"
    SUM = "sum"
    APIECE = "apiece"
    LOWEST = "lowest"
    COUNTIES = "counties"
    EVERYWHERE = "everywhere"
    NATION = "nation"
    PROVINCE = "province"
    HERE = "here"
    DOING = "doing"
    ACTUAL = "actual"
    MORE = "more"
    WHY = "why"
    ASKING = "asking"


@dataclass(frozen=True, slots=True)
class Questions:
    """Every word of a question with its roles; `talking` and `around` are what people say besides asking, `spoken` is
    what everybody writes for words of dialects."""

    roles: Mapping[str, frozenset[Role]]
    talking: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    spoken: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Questions:
        """Read questions.toml. Raises DataError with file, line and reason where an entry does not fit."""
        found: dict[str, set[Role]] = {}
        data = read_toml(path)
        talk, spoken = data.pop(_TALK, {}), data.pop(_SPOKEN, {})
        for section in data.values():
            if not isinstance(section, dict):
                raise DataError(str(path), 0, "sections with lists of words are expected")
            for name, words in section.items():
                if name not in set(Role):
                    raise DataError(str(path), line_of(path, name), f"unknown list {name}")
                for word in strings(path, name, words):
                    found.setdefault(word, set()).add(Role(name))
        talking, around = (frozenset(strings(path, name, talk.get(name))) for name in ("talking", "around"))
        if not all(isinstance(plain, str) for plain in spoken.values()):
            raise DataError(str(path), line_of(path, _SPOKEN), "a word is expected for each word of a dialect")
        # Questions are folded before their dialect is read, which changes rare characters too: 嗰 → 𠮶.
        spoken = {fold(word): plain for word, plain in spoken.items()}
        return cls({word: frozenset(roles) for word, roles in found.items()}, talking, around, spoken)
