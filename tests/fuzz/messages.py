"""Random messages, from a seed: questions as staff ask them, badly typed ones, follow-ups, and plain noise."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.model import Region
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.words.noise import NOISES

STRANGE = (Path(__file__).parent / "strange.txt").read_text(encoding="utf-8").split()
TAILS = [
    "",
    "",
    "",
    "多少",
    "有多少",
    "是多少?",
    "呢",
    "吗",
    "怎么样",
    "几件",
    "多少人",
    "收到多少",
    "受理多少",
    "的目标",
    "同比增长多少",
]
JOINS = [" ", " ", "、", "和", ",", "跟", "vs"]
COMMANDS = ["/compare", "/对比", "/ask", "/trend", "/rank", "/list", "/source", "/check", "/search", "/compare@bot"]
YEARS = ["2024", "2020", "2022", "2023", "2019", "2025", "2024年", "2020年度", "24年", "２０２４", "去年", "最近一年"]
RELATIONS = [
    ("占", "的几成"),
    ("占", "多少"),
    ("是", "的几倍"),
    ("比", "多多少"),
    ("和", "的比例"),
    ("跟", "差多少"),
    ("里", "占几成"),
]
"""What stands between and behind two figures that are to be related."""
FOLLOW_UPS = ["来源", "图", "2020年呢", "那廉江呢", "法律援助呢", "受理呢", "目标呢", "去年同期呢", "加上东莞", "排名"]


@dataclass(frozen=True, slots=True)
class Message:
    """A message and what is known about it: the places and years written out in it, and a word that no report has.

    `places` is None where mistakes may have made another place of it; `dated` are the places that the years are asked
    of, None where it is all of them.
    """

    text: str
    places: frozenset[str] | None = None
    years: frozenset[int] | None = None
    dated: frozenset[str] | None = None
    strange: str = ""
    after: str = ""


class Maker:
    """Makes messages over a lexicon, the places that have reports, and some that have none."""

    def __init__(self, lexicon: Lexicon, places: Places, reported: Sequence[Region], luck: random.Random) -> None:
        self._luck = luck
        self._reported = list(reported)
        codes = ("440306", "110105", "441302", "500112", "310115", "440300", "440000", "350122")
        self._others = [region for code in codes if (region := places.get(code))]
        self._topics = [word for topic in lexicon.topics for word in (topic.name, *topic.aliases)]
        patterns = [pattern for group in lexicon.patterns.values() for pattern in group]
        self._measures = [said for p in patterns for said in (p.indicator.name, *p.says)]

    def message(self) -> Message:
        """The next message."""
        kind = self._luck.random()
        if kind < 0.04:
            return Message("".join(self._luck.choices(self._alphabet(), k=self._luck.randint(0, 40))))
        if kind < 0.08:
            return Message(self._luck.choice(FOLLOW_UPS), after=self._question().text)
        message = self._related() if kind < 0.12 else self._question()
        if kind < 0.3:
            text = self._mistyped(message.text)
            return Message(text, strange=message.strange if message.strange in text else "")
        return message

    def _question(self) -> Message:
        luck = self._luck
        places = luck.sample(self._reported, k=luck.choice([0, 1, 1, 1, 1, 2, 2, 3]))
        if luck.random() < 0.12:
            places.append(luck.choice(self._others))
        what = luck.sample(self._topics if luck.random() < 0.5 else self._measures, k=luck.choice([1, 1, 1, 1, 2]))
        years = luck.sample(YEARS, k=1) if luck.random() < 0.25 else []
        strange = luck.choice(STRANGE) if luck.random() < 0.1 else ""
        names = [luck.choice([place.short, place.own, place.name]) for place in places]
        parts = [luck.choice(JOINS).join(names), *years, *what, strange]
        if luck.random() < 0.4:
            luck.shuffle(parts)
        glue = luck.choice(["", " ", " ", "的"])
        command = luck.choice(COMMANDS) + " " if luck.random() < 0.2 else ""
        text = command + glue.join(part for part in parts if part) + luck.choice(TAILS)
        said = frozenset(place.adcode for place in places)
        # A year that runs into other digits is none.
        digits = [year for year in years if year.isascii() and year.isdigit()]
        plain = [int(year) for year in digits if re.search(rf"(?<![\d.]){year}(?![\d.])", text)]
        exact = frozenset(plain) if len(plain) == len(years) else None
        # A year that adjoins one of several places (光明 巴南2023) is asked of that one.
        beside = {
            place.adcode
            for place, name in zip(places, names, strict=True)
            if len(places) > 1 and any(f"{name}{year}" in text or f"{year}{name}" in text for year in years)
        }
        return Message(text, said if places else None, exact if years else None, frozenset(beside) or None, strange)

    def _related(self) -> Message:
        place = self._luck.choice(self._reported)
        one, other = self._luck.sample(self._measures, k=2)
        link, tail = self._luck.choice(RELATIONS)
        return Message(f"{place.short}{one}{link}{other}{tail}", frozenset({place.adcode}))

    def _mistyped(self, text: str) -> str:
        """One or two mistakes somewhere in the text."""
        for _ in range(self._luck.randint(1, 2)):
            start = self._luck.randrange(len(text))
            piece = text[start : start + self._luck.randint(2, 5)]
            if len(piece) > 1 and all("\u4e00" <= character <= "\u9fff" for character in piece):
                text = text.replace(piece, self._luck.choice(NOISES)(piece, self._luck), 1)
        return text

    def _alphabet(self) -> list[str]:
        return [*"光明廉江行政复议法律援助2024年/@<>&'\";,。 \u200b\u202e\x00\n", *STRANGE, *self._topics[:20]]
