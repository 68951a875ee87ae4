"""Cutting a message into words: the longest known words first, what nothing knows kept as it is.

No statistics are needed for what staff usually type, so this takes well under a millisecond; free text that the
vocabulary does not cover is cut further by `bot.asking.understanding.cutting.unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.asking.understanding.cutting import years
from bot.model import Region
from bot.words.indicators import covered, plain
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from bot.words.questions import Role

_GAP = re.compile(r"[\s,;:。，；：？！?!、/|+&()\[\]{}<>《》“”\"'‘’·…—~^*_=#@$\\`-]+")
_PIECE = re.compile(r"[a-z0-9]+(?:[.%][a-z0-9]+)*|%+|[^\sa-z0-9%]+")
CLAUSE_ENDS = frozenset(",;:。，；：？?!！")
ITEM_ENDS = CLAUSE_ENDS | {"、"}
"""The punctuation that ends a clause of a message, and an item of its lists."""
ENDINGS = frozenset({"率", "费", "额", "价"})
"""What makes another figure of a word: 维持率."""
PARTS_OF_PLACES = frozenset({"街道", "镇", "乡", "村", "社区", "街"})
"""What makes a place name part of the name of something smaller: 光明街道."""
_UNKNOWN = 3.0
_HOW_MANY = ("有多少", "几多", "好多", "多少", "有几", "几十", "几百", "几千", "几")
_PARTICLES = frozenset("了过")
_RESULTS = ("了", "过", "出来", "下来", "上来")
_THESE = ("那几", "这几")
_ASKED = re.compile(f"(?:{'|'.join(_HOW_MANY)})(?P<unit>.+)")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a message with all that it may mean; a piece without any meaning is unknown.

    `heard` is the term that a badly typed piece was taken for, `rivals` others that it may stand for as well; `whole`
    says that an unknown piece is one word; `means` is what reports say for a colloquial verb, `may_mean` what one may
    stand for that says little by itself.
    """

    text: str
    start: int
    places: tuple[Region, ...] = ()
    years: tuple[int, ...] = ()
    topic: str = ""
    says: str = ""
    word: bool = False
    roles: frozenset[Role] = frozenset()
    gap: bool = False
    heard: str = ""
    rivals: tuple[str, ...] = ()
    whole: bool = False
    means: str = ""
    may_mean: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Where the piece ends in the message."""
        return self.start + len(self.text)

    @property
    def unknown(self) -> bool:
        """Whether nothing knows this piece."""
        return not (
            self.places or self.years or self.topic or self.says or self.word or self.roles or self.gap or self.heard
        )


def unit_asked(text: str, units: Collection[str]) -> str:
    """The unit of a word that asks how many: 宗 of 多少宗; "" for other words."""
    asked = _ASKED.fullmatch(text)
    return asked["unit"] if asked and asked["unit"] in units else ""


def is_part(token: Token, behind: Token | None) -> bool:
    """光明街道 is no district: a place name that runs into the name of something smaller."""
    if not token.places or behind is None or behind.gap or token.end != behind.start:
        return False
    return behind.text in PARTS_OF_PLACES and not names_kind(token)


def names_kind(token: Token) -> bool:
    """Whether a place is said with its kind: the 街道 behind 光明区 are its streets, 光明街道 is one of them."""
    return token.text.endswith(("省", "市", "区", "县", "州", "盟", "旗"))


class Segmenter:
    """Cuts messages by the vocabulary of the lexicon, all place names and the words of questions."""

    def __init__(self, lexicon: Lexicon, places: Places, reported: Iterable[Region]) -> None:
        self._places = places
        self._known: dict[str, Token] = {}
        self._reported = {name for region in reported for name in (region.short, region.own, region.name)}
        self._plain = places.plain_words - self._reported
        self._learn_lexicon(lexicon)
        for word in lexicon.alike.things:
            self._learn(word, word=True)
        for word, roles in lexicon.questions.roles.items():
            self._learn(word, roles=roles)
        for unit in lexicon.units:
            roles = lexicon.questions.roles.get(f"多少{unit}", frozenset()) | {Role.ASKING}
            for asks in _HOW_MANY:
                self._learn(f"{asks}{unit}", roles=roles)
            for these in _THESE:
                self._learn(f"{these}{unit}", roles=frozenset({Role.ASKING}))
        self._learn_verbs(lexicon)
        self._learn_broad_verbs(lexicon)
        self._lengths = _lengths_of((*self._known, *places.by_name))

    def _learn_lexicon(self, lexicon: Lexicon) -> None:
        for word in lexicon.filler:
            self._learn(word, roles=frozenset({Role.ASKING}))
        for patterns in lexicon.patterns.values():
            for pattern in patterns:
                for said in (plain(pattern.indicator.name), *map(plain, pattern.says)):
                    if said not in self._known or not self._known[said].says:
                        self._learn(said, says=pattern.indicator.id)
                for word in (*pattern.mays, *(word for group in pattern.groups for word in group)):
                    self._learn(word, word=True)
        for topic in lexicon.topics:
            for word in topic.names:
                self._learn(plain(word), topic=topic.name)
            for word in (word for group in topic.together for word in group):
                if word not in self._known:
                    self._learn(word, word=True)

    def _learn_verbs(self, lexicon: Lexicon) -> None:
        """What people say for the verbs of reports, where it is more than words that only ask: 收进来, not 办了.

        Not where it says no more than that something was done (处理掉), nor what must be seen in pieces: 的 behind a
        verb (输的比例), a topic's name (调解了) unless that topic counts what is done (吃官司).
        """
        only_ask = frozenset(text for text, known in self._known.items() if known.roles)
        longest = max(map(len, only_ask))
        names = {text: known.topic for text, known in self._known.items() if known.topic}
        for word in lexicon.alike.doing:
            means = lexicon.alike.name_of(word)
            topics = {topic for name, topic in names.items() if name in word}
            owners = [topic for topic in topics if means not in topic and _counts(lexicon, topic, means)]
            seen = word in self._known or means in lexicon.alike.light or covered(word, only_ask, longest)
            if not (seen or word.endswith("的") or len(topics) != len(owners)):
                self._known[word] = Token(word, 0, topic="".join(owners[:1]), word=True, means=means)

    def _learn_broad_verbs(self, lexicon: Lexicon) -> None:
        """Verbs that may stand for several of the reports' (看了: 审查了, 观看了), with what shows a deed."""
        only_ask = frozenset(text for text, known in self._known.items() if known.roles)
        for verb, meanings in lexicon.alike.broad.items():
            for text in [verb + result for result in _RESULTS] + ([verb] if len(verb) > 1 else []):
                asks = covered(text, only_ask, len(text))
                self._learn(text, word=True, roles=frozenset({Role.ASKING} if asks else ()))
                if not (self._known[text].means or self._known[text].topic):
                    self._known[text] = replace(self._known[text], may_mean=meanings)

    def _learn(
        self, text: str, topic: str = "", says: str = "", word: bool = False, roles: frozenset[Role] = frozenset()
    ) -> None:
        known = self._known.get(text, Token(text, 0))
        self._known[text] = replace(
            known,
            topic=topic or known.topic,
            says=says or known.says,
            word=word or known.word,
            roles=roles | known.roles,
        )

    def words(self) -> tuple[str, ...]:
        """Every word of the vocabulary, place names apart, and broad verbs that only ask: 查了."""
        return tuple(word for word, known in self._known.items() if not (known.may_mean and known.roles))

    def cut(self, text: str, offset: int = 0) -> list[Token]:
        """The message as tokens that cover it from end to end; adjoining place names that nest become one token.

        `offset`: where the text begins in a longer one.
        """
        tokens: list[Token] = []
        at = 0
        for year in years.find(text):
            tokens += self._cut_between(text[at : year.start], offset + at)
            tokens.append(Token(text[year.start : year.end], offset + year.start, years=year.years))
            at = year.end
        tokens += self._cut_between(text[at:], offset + at)
        return list(self._nested(tokens))

    def _cut_between(self, text: str, offset: int) -> Iterator[Token]:
        at = 0
        for gap in _GAP.finditer(text):
            yield from self._cut_run(text[at : gap.start()], offset + at)
            yield Token(gap.group(), offset + gap.start(), gap=True)
            at = gap.end()
        yield from self._cut_run(text[at:], offset + at)

    def _cut_run(self, run: str, offset: int) -> Iterator[Token]:
        for piece in _PIECE.finditer(run):
            start = offset + piece.start()
            if piece.group()[0].isascii():
                yield replace(self._known.get(piece.group(), Token(piece.group(), 0)), start=start)
            else:
                yield from self._cheapest(piece.group(), start)

    def look_up(self, word: str) -> Token | None:
        """What a word means as a whole, if anything."""
        known = self._known.get(word)
        places = self._places.by_name.get(word, ()) if word not in self._plain else ()
        if not places:
            return known
        return replace(known or Token(word, 0), places=places)

    def _cheapest(self, run: str, offset: int) -> Iterator[Token]:
        """The division of a run into fewest known words, with as few unknown characters as possible."""
        best: list[tuple[float, int, Token | None]] = [(0.0, 0, None)]
        best += [(_UNKNOWN * end, end - 1, None) for end in range(1, len(run) + 1)]
        for begin, character in enumerate(run):
            paid = best[begin][0]
            if paid + _UNKNOWN < best[begin + 1][0]:
                best[begin + 1] = (paid + _UNKNOWN, begin, None)
            for length in self._lengths.get(character, ()):
                end = begin + length
                known = self.look_up(run[begin:end]) if end <= len(run) else None
                if known is not None and paid + (price := self._price(known)) < best[end][0]:
                    best[end] = (paid + price, begin, known)
        return reversed(list(_walk(run, best, offset)))

    def _price(self, known: Token) -> float:
        """Longer words cost as much as shorter ones, so fewer win; places give way to words of the trade, those
        without a report also to those with one (巴南|明年 rather than 巴|南明|年), colloquial verbs to all."""
        only_place = known.places and not (known.topic or known.says or known.word or known.roles)
        place = 0.0 if not only_place else 0.1 if known.text in self._reported else 0.4
        single = 0.3 if known.text not in _PARTICLES else 0.2  # 办结|了 rather than 办|结了
        return 1.0 + place + (single if len(known.text) == 1 else 0.1 if known.means else 0.0)

    def _nested(self, tokens: list[Token]) -> Iterator[Token]:
        """深圳 + 光明 → one token that stands for the district; 光明 + 街道 is no district."""
        held: Token | None = None
        for token in tokens:
            if held is None:
                held = token
                continue
            inner = self._inner(held, token)
            if self._only_begins_name(held, token):
                held = replace(Token(held.text + token.text, held.start), whole=True)
            elif inner:
                held = Token(held.text + token.text, held.start, places=inner)
            else:
                yield held
                held = token
        if held is not None:
            yield held

    def _only_begins_name(self, place: Token, behind: Token) -> bool:
        """Whether a place without a report is only the beginning of another name: 松山|湖."""
        adjoins = behind.unknown and not behind.text.isascii() and len(behind.text) == 1
        return bool(place.places) and adjoins and place.text not in self._reported

    def _inner(self, outer: Token, inner: Token) -> tuple[Region, ...]:
        if not outer.places or not (inner.places or inner.unknown):
            return ()
        places = inner.places or self._places.by_name.get(inner.text, ())
        return tuple(
            place for place in places if any(place != o and self._places.contains(o, place) for o in outer.places)
        )


def _counts(lexicon: Lexicon, topic: str, deed: str) -> bool:
    """Whether a topic has an indicator that a deed belongs to."""
    return any(deed in group for pattern in lexicon.patterns[topic] for group in pattern.groups)


def _lengths_of(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with each character."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    return {character: tuple(sorted(known)) for character, known in lengths.items()}


def _walk(run: str, best: list[tuple[float, int, Token | None]], offset: int) -> Iterator[Token]:
    """The tokens of the cheapest division, the last first; unknown characters in a row are one token."""
    end = len(run)
    unknown_until = end
    while end > 0:
        _, start, token = best[end]
        if token is not None:
            if unknown_until > end:
                yield Token(run[end:unknown_until], offset + end)
            yield replace(token, start=offset + start)
            unknown_until = start
        end = start
    if unknown_until > 0:
        yield Token(run[:unknown_until], offset)
