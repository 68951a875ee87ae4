"""Words in Latin letters: whole pinyin, several words in a row, and words of which only a part is in pinyin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from bot.asking.understanding.cutting.segmentation import Segmenter, Token
from bot.words.lexicon import Lexicon
from bot.words.match import CLOSE, HOMOPHONE, Match, Matcher
from bot.words.mixed import MixedTerms
from bot.words.places import Places
from bot.words.sounds import letters, syllables

_SHORTEST, _LONGEST_ASKING = 2, 3
_MOST_SPELT = 6
_REACH = 8
"""How many characters of a word may stand on either side of what is in pinyin."""
_HAN = re.compile("[\u3400-\u9fff]+")
_PARTICLES = {"de": "的", "le": "了", "ma": "吗", "ne": "呢"}
"""What stands behind another word and is no name that it has the letters of."""


class Spelt(NamedTuple):
    """What stands for the tokens from `first` up to `last`, and what was taken for what (Chinese notes)."""

    tokens: tuple[Token, ...]
    first: int
    last: int
    notes: tuple[str, ...]


class Speller:
    """Reads what is written in pinyin, in initials, or half in either; what nothing explains stays as it is."""

    def __init__(
        self,
        lexicon: Lexicon,
        places: Places,
        reported: Iterable[str],
        segmenter: Segmenter,
        matcher: Matcher,
        common: Iterable[str],
        is_word: Callable[[str], bool],
    ) -> None:
        self._segmenter = segmenter
        self._matcher = matcher
        self._common = tuple(common)
        self._asks = lexicon.questions.roles
        self._is_word = is_word
        self._mixed = MixedTerms((*segmenter.words(), *reported))
        self._places = places

    def warm(self) -> None:
        """Prepare pinyin for words that ask and for all places."""
        self._asking.get("duoshao")
        self._everywhere.typed("xzfy")
        self.read([Token("复", 0), Token("yi", 1)], 1)

    def read(self, tokens: Sequence[Token], at: int) -> Spelt | None:
        """What the Latin letters of a token stand for, with what they run into; None for nothing known."""
        return (
            self._in_part(tokens, at)
            or self._in_pieces(tokens, at)
            or self._particle(tokens, at)
            or self._alone(tokens, at)
        )

    def _in_part(self, tokens: Sequence[Token], at: int) -> Spelt | None:
        """A word that Latin letters make with the characters that they touch: 同bizeng长, 社qu矫正."""
        first, last = _touching(tokens, at)
        text = "".join(token.text for token in tokens[first:last])
        if not tokens[at].text.isalpha() or not _HAN.search(text):
            return None
        begin = sum(len(token.text) for token in tokens[first:at])
        joints = _joints(tokens[first:last])
        for start, stop in _around(text, begin, begin + len(tokens[at].text)):
            window = text[start:stop]
            if not _HAN.search(window) or any(self._splits(text, end, joints) for end in (start, stop)):
                continue
            if terms := self._mixed.find(window) or self._mixed_places.find(window):
                offset = tokens[first].start
                meant = self._taken(offset + start, window, terms)
                if len(terms) > 1 and not (meant[0].rivals or meant[0].places):
                    # Several words that no topic tells apart: none is clearly meant.
                    return None
                cut = (
                    *self._segmenter.cut(text[:start], offset),
                    *meant,
                    *self._segmenter.cut(text[stop:], offset + stop),
                )
                said = meant[0].heard or meant[0].text
                return Spelt(cut, first, last, () if meant[0].rivals else (note(said, window),))
        return None

    def _taken(self, start: int, text: str, terms: Sequence[str]) -> list[Token]:
        """One token for what is half in pinyin; a word that only asks is put in its place."""
        known = self._segmenter.look_up(terms[0])
        only_asks = known is not None and not (known.places or known.topic or known.says or known.word)
        if known and only_asks:
            return [replace(known, start=start)]
        return meant(self._segmenter, start, text, tuple(Match(term, HOMOPHONE) for term in terms))

    def _splits(self, text: str, at: int, joints: frozenset[int]) -> bool:
        """Whether a word of the language would be cut in two there, or Latin letters would."""
        if not 0 < at < len(text) or at in joints:
            return False
        around = text[at - 1 : at + 1]
        return around.isascii() or self._is_word(around)

    def _in_pieces(self, tokens: Sequence[Token], at: int) -> Spelt | None:
        """A term, or a word that asks, whose pinyin is written with spaces: zhiye lvshi, duoshao jia."""
        run = [tokens[at]]
        for gap, token in zip(tokens[at + 1 :: 2], tokens[at + 2 :: 2], strict=False):
            if gap.text != " " or not (token.text.isascii() and token.text.isalpha()) or len(run) == _MOST_SPELT:
                break
            run.append(token)
        for count in range(len(run), 1, -1):
            text = "".join(token.text for token in run[:count])
            last = at + 2 * count - 1
            if matches := self._matcher.typed(text, slips=False):
                return _spelt(meant(self._segmenter, tokens[at].start, text, matches), at, last)
            if known := self._segmenter.look_up(self._asking.get(text, "")):
                return Spelt((replace(known, start=tokens[at].start),), at, last, ())
        return None

    def _particle(self, tokens: Sequence[Token], at: int) -> Spelt | None:
        """A particle behind what it belongs to: 廉江de公证, banle ji jian ne."""
        known = self._segmenter.look_up(_PARTICLES.get(tokens[at].text, "")) if at else None
        return Spelt((replace(known, start=tokens[at].start),), at, at + 1, ()) if known else None

    def _alone(self, tokens: Sequence[Token], at: int) -> Spelt | None:
        """A term, a word that asks, or several terms in a row, whose letters stand in one token."""
        token = tokens[at]
        exact = self._matcher.typed(token.text, slips=False)
        asks = "" if exact else self._asking.get(token.text)
        if asks and (known := self._segmenter.look_up(asks)):
            return Spelt((replace(known, start=token.start),), at, at + 1, ())
        matches = exact or self._matcher.typed(token.text)
        if not matches and (at == 0 or tokens[at - 1].gap or tokens[at - 1].places):
            matches = self._everywhere.typed(token.text, slips=False)
        if matches:
            return _spelt(meant(self._segmenter, token.start, token.text, matches), at, at + 1)
        start, heard = token.start, []
        for piece, terms in self._matcher.divided(token.text):
            heard += meant(self._segmenter, start, piece, terms)
            start += len(piece)
        return _spelt(heard, at, at + 1)

    @cached_property
    def _asking(self) -> dict[str, str]:
        """The pinyin of words that ask, and of those by which indicators differ: duoshao, shouli."""
        asks = (word for word in self._asks if _SHORTEST <= len(word) <= _LONGEST_ASKING)
        # What indicators differ by is meant before what only asks and sounds the same: 接收, not 接受.
        words = [*asks, *self._common]
        return {letters("".join(syllables(word))): word for word in words if _HAN.fullmatch(word)}

    @cached_property
    def _everywhere(self) -> Matcher:
        """The names of all places."""
        return Matcher((), self._names)

    @cached_property
    def _mixed_places(self) -> MixedTerms:
        return MixedTerms(self._names)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        names = dict.fromkeys(n for region in self._places.by_code.values() for n in (region.short, region.own))
        return tuple(name for name in names if name not in self._places.plain_words)


def meant(segmenter: Segmenter, start: int, text: str, matches: Sequence[Match]) -> list[Token]:
    """One token for the best terms: several places stay candidates, terms of another topic are its rivals."""
    close = [match.term for match in matches if match.score > matches[0].score - CLOSE]
    known = [(term, meaning) for term in close if (meaning := segmenter.look_up(term))]
    if not known:
        return []
    term, meaning = known[0]
    topics = {_topic(other): other_term for other_term, other in reversed(known)}
    rivals = tuple(other for topic, other in topics.items() if topic != _topic(meaning))
    places = tuple(dict.fromkeys(place for _, other in known for place in other.places))
    places = places if meaning.places else ()
    return [replace(meaning, text=text, start=start, heard=term, places=places, rivals=rivals)]


def note(term: str, typed: str) -> str:
    """What was taken for what."""
    return f"按“{term}”理解“{typed}”"


def notes_of(tokens: Iterable[Token]) -> list[str]:
    """What was taken for what; nothing yet about what the asker still has to choose."""
    return [note(token.heard, token.text) for token in tokens if token.heard and not token.rivals]


def _spelt(tokens: Sequence[Token], first: int, last: int) -> Spelt | None:
    return Spelt(tuple(tokens), first, last, tuple(notes_of(tokens))) if tokens else None


def _topic(meaning: Token) -> str:
    """The topic that a term belongs to; "" for a place."""
    return meaning.topic or meaning.says.partition("/")[0]


def _touching(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The tokens that stand beside one without a gap, years and what was mended already apart."""
    first, last = at, at + 1
    while first > 0 and _may_join(tokens[first - 1]):
        first -= 1
    while last < len(tokens) and _may_join(tokens[last]):
        last += 1
    return first, last


def _may_join(token: Token) -> bool:
    return not (token.gap or token.years or token.heard or token.whole)


def _joints(tokens: Sequence[Token]) -> frozenset[int]:
    """Where known words of two characters or more begin and end in the text of some tokens."""
    found, at = set(), 0
    for token in tokens:
        if not token.unknown and len(token.text) > 1:
            found |= {at, at + len(token.text)}
        at += len(token.text)
    return frozenset(found)


def _around(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The windows that hold a piece of a text, the longest first."""
    windows = (
        (start, stop)
        for start in range(max(0, begin - _REACH), begin + 1)
        for stop in range(end, min(len(text), end + _REACH) + 1)
    )
    return iter(sorted(windows, key=lambda window: window[0] - window[1]))
