"""Which known term badly typed text stands for: homophones, pinyin, initials, then characters that are scored.

The order is the order of trust. Exact words and aliases never come here, they are found by longest match. Scores are 0
to 100; the thresholds were chosen on one half of a set of misspellings and are reported on the other (tests/words).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from bot.words.sounds import letters, mixed_up, near_sound, readings, syllables

HOMOPHONE = 98.0
SWAPPED = 94.0
DROPPED = 90.0
REPLACED = 84.0
ABBREVIATED = 82.0
ACCEPTED = 82.0
"""From this score on a term is taken for what was meant."""

CLOSE = 3.0
"""Terms whose scores lie this close to the best are candidates too: the asker has to choose."""

_PINYIN_WEIGHT = 0.95
_LATIN = 86.0
_TWO = 2
_SHORTEST = 3
_LONGEST = 16
HEADS = frozenset("费额价率比数量员人所院局长师书款金会权案表单点处站税险罪")
"""Last characters that make another thing of a word: 复议申请费 is no slip for 复议申请数."""
NEGATIONS = frozenset("不未非无没")
"""Characters that turn a word into its opposite."""

_LATIN_SHORTEST = 6
_LONGEST_LATIN = 60
_LETTERS = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A term that a text may stand for, and how surely."""

    term: str
    score: float


class Matcher:
    """Finds the terms of a fixed vocabulary in badly typed text.

    `names` are places: only their sound is trusted, and one character that looks like the right one. `is_word` says
    whether a text is a word of the language: 法津 is none, so 法津援助 is 法律援助 with one wrong character, while
    行政复核 is no slip for 行政复议. For `common` terms (受理) only what sounds the same, and is no word, is taken.
    """

    def __init__(
        self,
        terms: Iterable[str],
        names: Iterable[str] = (),
        common: Iterable[str] = (),
        is_word: Callable[[str], bool] = lambda text: True,
        looks_alike: Callable[[str, str], bool] = str.__eq__,
    ) -> None:
        self._names = frozenset(names)
        self._is_word = is_word
        self._looks_alike = looks_alike
        trusted = dict.fromkeys((*terms, *sorted(self._names)))
        self._common = frozenset(common) - trusted.keys()
        self._trusted = tuple(trusted)
        self._terms = (*trusted, *sorted(self._common))

    @property
    def _sounds(self) -> dict[str, tuple[str, ...]]:
        return _sounds_of(self._terms)

    @property
    def _sharing(self) -> dict[int, dict[str, tuple[str, ...]]]:
        return _sharing_of(self._terms)

    def warm(self) -> None:
        """Prepare what the first badly typed message would otherwise wait for."""
        self.typed("xzfy")
        self.best("行政付议")
        self._looks_alike("未", "末")

    def best(self, text: str, alone: bool = False, sounds: tuple[str, ...] = ()) -> tuple[Match, ...]:
        """The terms that a Han text stands for, the likeliest first; nothing below ACCEPTED.

        `alone` says that the text stands between separators, where two characters and abbreviations can be trusted;
        `sounds` its syllables, if they are known from the text around it.
        """
        said = sounds or syllables(text)
        scored = ((term, self._score(text, term, said, alone)) for term in self._near(text, said, alone))
        found = [Match(term, score) for term, score in scored if score >= ACCEPTED]
        return tuple(sorted(found, key=lambda match: (-match.score, -len(match.term), match.term)))

    def _near(self, text: str, said: tuple[str, ...], alone: bool) -> Iterator[str]:
        """The terms about as long as the text that share at least half of their syllables with it.

        Of two characters that stand alone, also the longer terms that hold both: they may be an abbreviation.
        """
        sounds = dict.fromkeys(map(mixed_up, said))
        for length in range(2, _LONGEST) if alone and len(text) == _TWO else range(len(text) - 1, len(text) + 2):
            shared: dict[str, int] = {}
            sharing = self._sharing.get(length, {})
            for sound in sounds:
                for term in sharing.get(sound, ()):
                    shared[term] = shared.get(term, 0) + 1
            enough = min((length + 1) // 2, len(text)) if length <= len(text) + 1 else len(text)
            yield from (term for term, count in shared.items() if count >= enough)

    def _score(self, text: str, term: str, said: tuple[str, ...], alone: bool) -> float:
        meant = self._sounds[term]
        short = min(len(text), len(term)) < _SHORTEST
        if term in self._common and not (alone and said == meant and not self._is_word(text)):
            return 0.0
        if self._is_other_word(text, term) or _denies(text, term):
            return 0.0
        if said == meant:
            return HOMOPHONE if alone or not short else 0.0
        if term in self._names:
            alike = list(map(mixed_up, said)) == list(map(mixed_up, meant)) or self._is_misspelt(text, term)
            return SWAPPED if alike and (alone or not short) else 0.0
        if short:
            slip = REPLACED if self._is_misspelt(text, term) else ABBREVIATED if _abbreviates(text, term) else 0.0
            return slip if alone else 0.0
        return 0.0 if self._is_word(text) else self._shape(text, term, said, meant)

    def _is_misspelt(self, text: str, term: str) -> bool:
        """Whether one character is another that looks like it (东芫) or sounds as it may be read (东菀, as in 莞尔)."""
        wrong = [(said, meant) for said, meant in zip(text, term, strict=False) if said != meant]
        if len(text) != len(term) or len(wrong) != 1 or self._is_word(text):
            return False
        said, meant = wrong[0]
        return syllables(said)[0] in readings(meant) or self._looks_alike(said, meant)

    def _shape(self, text: str, term: str, said: Sequence[str], meant: Sequence[str]) -> float:
        """How alike two texts of three characters or more look or sound."""
        if text[1:] == term[1:] and text[1:] in self._sounds:
            # 副法律顾问 are a sort of 法律顾问, and no slip for 村法律顾问.
            return 0.0
        if len(text) == len(term) and sorted(text) == sorted(term):
            return SWAPPED
        if len(term) - len(text) == 1 and _within(text, term):
            return DROPPED
        if len(text) - len(term) == 1 and _within(term, text):
            return DROPPED if text[0] == term[0] and text[-1] == term[-1] else 0.0
        if abs(len(text) - len(term)) > 1:
            return 0.0
        if self._is_slip(text, term):
            return REPLACED
        if self._swaps_word(text, term) or _swaps_head(text, term) or _lacks_head(text, term):
            return 0.0
        return max(fuzz.ratio(text, term), _PINYIN_WEIGHT * fuzz.ratio("".join(said), "".join(meant)))

    def _is_other_word(self, text: str, term: str) -> bool:
        """Whether the part that differs is or holds a word of its own: 监察 in 行政监察 is no slip for 检查,
        nor 工资 in 调解工资 for 调解工作室."""
        if len(text) > len(term):
            start = _shared(text, term)
            end = _shared(text[start:][::-1], term[start:][::-1])
            # 村民律师 is no slip for 村律师: what comes to it makes a word with what it follows.
            twice = 0 < start < len(text) and text[start] == text[start - 1]
            differs = text[start if twice else max(0, start - 1) : len(text) - end]
            return any(self._is_word(differs[at : at + 2]) for at in range(len(differs) - 1))
        if len(text) < len(term):
            start = _shared(text, term)
            end = min(_shared(text[::-1], term[::-1]), len(text) - start)
            differs = text[max(0, start - 1) : len(text) - end + 1] if start + end < len(text) else ""
            return any(self._is_word(differs[at : at + 2]) for at in range(len(differs) - 1))
        if sorted(text) == sorted(term):
            return False
        wrong = [at for at, (said, meant) in enumerate(zip(text, term, strict=True)) if said != meant]
        beside = (at for at, behind in pairwise(wrong) if behind == at + 1)
        whole = len(wrong) > 1 and self._is_word(text[wrong[0] : wrong[-1] + 1])
        return whole or any(self._is_word(text[at : at + 2]) for at in beside)

    def _is_slip(self, text: str, term: str) -> bool:
        """Whether one character of four or more differs and makes no word with its neighbours."""
        if len(text) != len(term) or len(text) <= _SHORTEST:
            return False
        wrong = [at for at, (said, meant) in enumerate(zip(text, term, strict=True)) if said != meant]
        if len(wrong) != 1 or _swaps_head(text, term):
            return False
        pairs = (text[max(0, at) : at + 2] for at in (wrong[0] - 1, wrong[0]) if at >= 0)
        return not any(len(pair) == 2 and self._is_word(pair) for pair in pairs)

    def _swaps_word(self, text: str, term: str) -> bool:
        """Whether one character makes another word of a term's, and sounds otherwise: 兼职调解员 are no 专职调解员."""
        wrong = [at for at, (said, meant) in enumerate(zip(text, term, strict=False)) if said != meant]
        if len(text) != len(term) or len(wrong) != 1:
            return False
        at = wrong[0]
        pairs = (text[start : start + _TWO] for start in (at - 1, at) if start >= 0)
        is_word = any(len(pair) == _TWO and self._is_word(pair) for pair in pairs)
        return is_word and near_sound(syllables(text[at])[0]) != near_sound(syllables(term[at])[0])

    def typed(self, text: str, slips: bool = True) -> tuple[Match, ...]:
        """The terms that Latin letters stand for: whole pinyin, initials, then (with `slips`) pinyin with a slip."""
        plain = letters(text)
        if not _LETTERS.fullmatch(plain):
            return ()
        exact = _latin_of(self._trusted).get(plain)
        if exact:
            return tuple(Match(term, HOMOPHONE) for term in exact)
        if not slips or not _LATIN_SHORTEST <= len(plain) <= _LONGEST_LATIN:
            return ()
        spelt = ((term, "".join(self._sounds[term])) for term in self._trusted)
        scored = ((term, fuzz.ratio(plain, sounds)) for term, sounds in spelt if _begins_and_ends_alike(plain, sounds))
        found = [Match(term, score) for term, score in scored if score >= _LATIN]
        return tuple(sorted(found, key=lambda match: (-match.score, match.term)))

    def divided(self, text: str) -> list[tuple[str, tuple[Match, ...]]]:
        """Latin letters that are several terms in a row (guangmingxzfy): each piece with its candidates, or nothing."""
        plain = letters(text[:_LONGEST_LATIN])
        known = _latin_of(self._trusted)
        best: list[tuple[str, ...] | None] = [()] + [None] * len(plain)
        for end in range(1, len(plain) + 1):
            for start in range(end - 2, -1, -1):
                before = best[start]
                if before is not None and plain[start:end] in known:
                    now = best[end]
                    if now is None or len(before) + 1 < len(now):
                        best[end] = (*before, plain[start:end])
        return [(piece, tuple(Match(term, HOMOPHONE) for term in known[piece])) for piece in best[-1] or ()]


def _begins_and_ends_alike(typed: str, meant: str) -> bool:
    """Whether letters are no more than others with a slip inside: gdpdongguanshi is more than dongguanshi."""
    return len(typed) - len(meant) <= 1 and typed[0] == meant[0] and typed[-1] == meant[-1]


def _swaps_head(text: str, term: str) -> bool:
    """Whether only the last character differs, and makes another thing of a word: 调成了 is no 调成率."""
    return text[:-1] == term[:-1] and bool({text[-1], term[-1]} & HEADS)


def _lacks_head(text: str, term: str) -> bool:
    """Whether a longer term ends in what makes another figure of it, which a badly typed text does not: 诉讼拜诉 is no
    slip for 诉讼败诉率."""
    return len(term) > len(text) and term[-1] in HEADS and text[-1] not in HEADS


def _denies(text: str, term: str) -> bool:
    """Whether a text says the opposite of a term: 调解不成功 is no slip for 调解成功."""
    return any(sign in text and sign not in term for sign in NEGATIONS)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _within(short: str, long: str) -> bool:
    """Whether one text is the other with characters left out."""
    rest = iter(long)
    return all(character in rest for character in short)


def _abbreviates(text: str, term: str) -> bool:
    """法援 for 法律援助: the first character and a later one, of a term of four or more."""
    return len(text) == 2 and len(term) >= 4 and text[0] == term[0] and text[1] in term[2:]


@lru_cache(maxsize=8)
def _sounds_of(terms: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {term: syllables(term) for term in terms}


@lru_cache(maxsize=8)
def _sharing_of(terms: Sequence[str]) -> dict[int, dict[str, tuple[str, ...]]]:
    """Each length → each syllable → the terms of that length that have it."""
    found: dict[int, dict[str, dict[str, None]]] = {}
    for term, sounds in _sounds_of(terms).items():
        for sound in sounds:
            found.setdefault(len(term), {}).setdefault(mixed_up(sound), {})[term] = None
    return {length: {sound: tuple(having) for sound, having in sharing.items()} for length, sharing in found.items()}


@lru_cache(maxsize=8)
def _latin_of(terms: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Whole pinyin and initials → terms."""
    found: dict[str, dict[str, None]] = {}
    for term, sounds in _sounds_of(terms).items():
        if all(_LETTERS.fullmatch(sound) for sound in sounds):
            for typed in ("".join(sounds), "".join(sound[0] for sound in sounds)):
                found.setdefault(typed, {})[term] = None
    return {typed: tuple(meant) for typed, meant in found.items()}
