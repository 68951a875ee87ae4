"""Badly typed words: pieces of a message that nothing knows, taken for the known word that they clearly stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.asking.understanding.cutting.segmentation import Segmenter, Token
from bot.asking.understanding.cutting.spelling import Speller, meant, note, notes_of
from bot.asking.understanding.cutting.told import Told
from bot.words.lexicon import Lexicon
from bot.words.match import DROPPED, HOMOPHONE, REPLACED, SWAPPED, Match, Matcher
from bot.words.places import Places
from bot.words.questions import Role
from bot.words.sounds import syllables

LONGEST_MENDED = 200
"""Longer messages are taken as they are, so that they cost no more than reading them."""
_LONGEST_TERM = 9
_LONGEST_RUN = 40
_MOST_MENDS = 6
_REACH = 5
_NEVER_CUT = 3
_SHORT = 2
_RUN_INTO = frozenset("当做为被由给替帮")
"""Verbs of one character that a badly typed word may run into."""
_PER_CHARACTER = 3.0
_COUNTS = frozenset({"人数", "件数", "数量", "总数", "案件"})
_TARGETS = re.compile("目标|计划")
_DOUBLE = re.compile(r"([\u3400-\u9fff])(?=\1)")


@dataclass(frozen=True, slots=True)
class Heard:
    """A message after mending: its tokens, and what was taken for what (Chinese notes)."""

    tokens: tuple[Token, ...]
    notes: tuple[str, ...] = ()


class Mender:
    """Takes unknown pieces for terms of the lexicon or names of places; says so."""

    def __init__(
        self,
        lexicon: Lexicon,
        places: Places,
        reported: Iterable[str],
        segmenter: Segmenter,
        is_word: Callable[[str], bool],
        told: Told,
    ) -> None:
        self._segmenter, self._told = segmenter, told
        self._patterns = lexicon.patterns
        self._is_word = is_word
        common, names = frozenset(_common(lexicon)), tuple(reported)
        self._matcher = Matcher(_terms(lexicon), names, common, is_word, lexicon.shapes.alike)
        self._speller = Speller(lexicon, places, names, segmenter, self._matcher, common, is_word)

    def warm(self) -> None:
        """Prepare pinyin for all terms and places, which takes a few hundred milliseconds."""
        self._matcher.warm()
        self._speller.warm()

    def undouble(self, text: str) -> tuple[str, tuple[str, ...]]:
        """光明明 → 光明, 党员大大会 → 党员大会: a character typed twice where once is right; and notes."""
        notes: list[str] = []
        doubles = list(_DOUBLE.finditer(text)) if len(text) <= LONGEST_MENDED else []
        for double in reversed(doubles[:_MOST_MENDS]):
            at = double.start()
            if any(t.word and t.start <= at and t.end > at + 1 for t in self._segmenter.cut(text)):
                continue
            once = text[:at] + text[at + 1 :]
            covering = next(token for token in self._segmenter.cut(once) if token.start <= at < token.end)
            within = covering.start < at and covering.end > at + 1
            content = covering.places or covering.topic or covering.says or covering.word
            slip = within or (self._lonely(text, at) and not self._is_word(text[at + 1 : at + 3]))
            if content and len(covering.text) > 1 and slip:
                notes.append(note(covering.text, text[covering.start : covering.end + 1]))
                text = once
        return text, tuple(reversed(notes))

    def _lonely(self, text: str, at: int) -> bool:
        """Whether one of the two equal characters at a place is a word of its own, beside one that is longer."""
        both = [token for token in self._segmenter.cut(text) if token.start <= at + 1 and token.end > at]
        lengths = sorted(len(token.text) for token in both)
        return len(lengths) == 2 and lengths[0] == 1 < lengths[1]

    def mend(self, tokens: list[Token]) -> Heard:
        """The tokens with what was badly typed replaced by what was meant."""
        notes: list[str] = []
        for _ in range(_MOST_MENDS if tokens and tokens[-1].end <= LONGEST_MENDED else 0):
            mended = self._mend_once(tokens, notes)
            if mended is None:
                break
            tokens = mended
        return Heard(tuple(tokens), tuple(dict.fromkeys(notes)))

    def _mend_once(self, tokens: list[Token], notes: list[str]) -> list[Token] | None:
        # What is in pinyin may belong to the unknown beside it: 优秀lv.
        for at, token in sorted(enumerate(tokens), key=lambda pair: not pair[1].text.isascii()):
            if not token.unknown or len(token.text) > _LONGEST_RUN:
                continue
            if token.text.isascii():
                if spelt := self._speller.read(tokens, at):
                    notes += spelt.notes
                    return [*tokens[: spelt.first], *spelt.tokens, *tokens[spelt.last :]]
                continue
            if opening := self._opening_place(tokens, at):
                notes += notes_of(opening[:1])
                return [*tokens[:at], *opening]
            first, last = _span(tokens, at)
            found = self._han(tokens[first:last], token)
            if found:
                notes += notes_of(found)
                return [*tokens[:first], *found, *tokens[last:]]
            if found := self._with_lent(tokens[first:last], tokens[last : last + 1], token):
                notes += notes_of(found)
                return [*tokens[:first], *found, *tokens[last + 1 :]]
            if found := self._run_into_verb(tokens[first:last], token):
                notes += notes_of(found)
                return [*tokens[:first], *found, *tokens[last:]]
            if found := self._topic_by_sound(tokens, at):
                notes += notes_of(found)
                return [*tokens[:at], *found, *tokens[at + 1 :]]
        return None

    def _topic_by_sound(self, tokens: list[Token], at: int) -> list[Token]:
        """公正|办结|了|多少宗 → 公证: a word of its own that sounds like a topic's name, where nothing else is said but
        what that topic measures."""
        token = tokens[at]
        heard = [m for m in self._matcher.best(token.text, alone=True) if m.score >= HOMOPHONE]
        topic = meant(self._segmenter, token.start, token.text, heard) if len(token.text) == _SHORT else []
        if not topic or not topic[0].topic or topic[0].rivals:
            return []
        measured = {w for pattern in self._patterns[topic[0].topic] for group in pattern.groups for w in group}
        others = [other for n, other in enumerate(tokens) if n != at]
        only = all(o.gap or o.years or (o.places and not o.topic) or o.text in measured or _asks(o) for o in others)
        # By itself it is a word like any other.
        return topic if only and any(_asks(o) or o.text in measured for o in others) else []

    def _with_lent(self, span: list[Token], behind: list[Token], unknown: Token) -> list[Token] | None:
        """律事务|所有 → 律师事务所|有: the span with what the word that asks behind it took from its end."""
        if not behind or not behind[0].roles or len(behind[0].text) != _SHORT:
            return None
        lent, left = (self._segmenter.cut(text, behind[0].start + at) for at, text in enumerate(behind[0].text))
        if not left[0].roles:
            return None
        found = self._han([*span, *lent], unknown) or []
        spans_it = any(token.heard and token.end == lent[0].end and len(token.text) > _NEVER_CUT for token in found)
        return [*found, *left] if spans_it else None

    def _run_into_verb(self, span: list[Token], unknown: Token) -> list[Token] | None:
        """律索当|法律顾问 → 律所|当: the span without the slip, what stands behind it no part of it."""
        if len(unknown.text) != _NEVER_CUT or unknown.text[-1] not in _RUN_INTO:
            return None
        found = self._han(span, replace(unknown, text=unknown.text[:-1])) or []
        slip = next((at for at, token in enumerate(found) if token.heard and token.end == unknown.end - 1), None)
        if slip is None:
            return None
        verb = replace(found[slip + 1], roles=frozenset({Role.ASKING}))
        return [*found[: slip + 1], verb, *found[slip + 2 :]] if verb.text in _RUN_INTO else None

    def _han(self, span: list[Token], unknown: Token) -> list[Token] | None:
        """The span cut anew around the window of it that a term explains best."""
        text = "".join(token.text for token in span)
        offset = span[0].start
        begin, end = unknown.start - offset, unknown.end - offset
        found: list[tuple[float, int, int, tuple[Match, ...]]] = []
        sounds = syllables(text) if text.isalpha() else ()
        joints = {token.start - offset for token in span if len(token.text) > 1 and not token.unknown}
        ends = {token.end - offset for token in span if len(token.text) > 1 and not token.unknown}
        asking = {token.start - offset for token in span if token.roles}
        for start, stop in _windows(len(text), begin, end):
            opens = start == 0 and offset == 0 and stop in asking
            if self._splits(text, start, ends) or (not opens and self._splits(text, stop, joints)):
                continue
            # A short piece that is no word, and all that is unknown, may be trusted like one that is set apart; so may
            # one that is all there is between known words: 审|节 behind 行政复议.
            apart = start in ends | {0} and stop in joints | asking | {len(text)}
            apart = (apart or (start, stop) == (begin, end)) and stop - start == _SHORT
            strange = apart and not self._is_word(text[start:stop])
            alone = strange or (start == 0 and stop == len(text))
            matches = self._matcher.best(text[start:stop], alone, sounds[start:stop])
            if self._told.holds(text[start:stop]):
                # What a term begins or ends with is still short for it.
                matches = tuple(match for match in matches if text[start:stop] in match.term)
            if strange and stop - start < len(text):
                matches = tuple(match for match in matches if match.score >= SWAPPED)
            cuts = begin < start or stop < end
            if matches and not (cuts and matches[0].score <= REPLACED) and not _borrows(text, start, stop, matches[0]):
                found.append((matches[0].score + _PER_CHARACTER * (stop - start), start, stop, matches))
        if not found:
            return None
        _, start, stop, matches = max(found, key=lambda one: one[0])
        heard = meant(self._segmenter, offset + start, text[start:stop], matches)
        return (
            [*self._segmenter.cut(text[:start], offset), *heard, *self._segmenter.cut(text[stop:], offset + stop)]
            if heard
            else None
        )

    def _splits(self, text: str, at: int, joints: set[int]) -> bool:
        """Whether a word of the language would be cut in two there, and no known word ends or begins: 法律文|书."""
        return 0 < at < len(text) and at not in joints and self._is_word(text[at - 1 : at + 1])

    def _opening_place(self, tokens: list[Token], at: int) -> list[Token]:
        """廉将粤 → 廉江|粤: the name of a place with a report, misspelt, that runs into the unknown; what stands behind
        it is cut anew, since the unknown may have run into that: 东完异|地|商|会 → 东莞|异地商会."""
        token = tokens[at]
        if len(token.text) <= _SHORT or (at and not tokens[at - 1].gap):
            return []
        for stop in range(len(token.text) - 1, 1, -1):
            name, rest = token.text[:stop], token.text[stop:]
            heard = [match for match in self._matcher.best(name, alone=True) if match.score >= SWAPPED]
            place = [] if self._is_word(name) or not heard else meant(self._segmenter, token.start, name, heard)
            if place and place[0].places:
                end = next((n for n in range(at + 1, len(tokens)) if not _is_bare(tokens[n])), len(tokens))
                rest += "".join(behind.text for behind in tokens[at + 1 : end])
                return [*place, *self._segmenter.cut(rest, token.start + stop), *tokens[end:]]
        return []


def _asks(token: Token) -> bool:
    """Whether a token only asks, or only says that something was done."""
    return bool(token.roles) and not (token.topic or token.says)


def _is_bare(token: Token) -> bool:
    """Whether a token is as it was cut, and may be cut anew with what stands before it."""
    return not (token.gap or token.places or token.years or token.heard or token.whole)


def _windows(length: int, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The windows around an unknown piece that could be one term; a short piece is never cut in two (复核 is no 复)."""
    whole = end - begin <= _NEVER_CUT
    for start in range(max(0, begin - _REACH), begin + 1 if whole else end):
        for stop in range(max(start + 2, end if whole else begin + 1), min(length, start + _LONGEST_TERM) + 1):
            yield start, stop


def _borrows(text: str, start: int, stop: int, match: Match) -> bool:
    """Whether a term's first or last character is missing where words run on: 专项|组会议 is no slip for 党组会议."""
    if match.score != DROPPED or len(match.term) <= stop - start:
        return False
    return (start > 0 and match.term[0] != text[start]) or (stop < len(text) and match.term[-1] != text[stop - 1])


_TAILS = ("工作", "业务", "业务量", "量")
"""What may follow a topic's name without changing it."""


def _terms(lexicon: Lexicon) -> Iterator[str]:
    """The terms that a misspelt text may stand for.

    Not 律师工作 beside 律师: who misspells its tail has written the shorter name well, and 律师工资 is no slip for it.
    """
    for topic in lexicon.topics:
        names = topic.names
        longer = {short + tail for short in names for tail in _TAILS}
        yield from (name for name in names if name not in longer)
    for patterns in lexicon.patterns.values():
        for pattern in patterns:
            yield from pattern.says


def _common(lexicon: Lexicon) -> Iterator[str]:
    """The words by which indicators differ (受理, 审结), those that name a target, and those for growth (下降)."""
    for patterns in lexicon.patterns.values():
        for pattern in patterns:
            yield from (word for group in pattern.groups for word in group if len(word) > 1 and word.isalpha())
    for word, roles in lexicon.questions.roles.items():
        if (Role.TARGET in roles and _TARGETS.search(word)) or (Role.CHANGE in roles and len(word) == _SHORT):
            yield word


def _soft(token: Token) -> bool:
    """Whether a token may be part of a badly typed word: not places, years, separators and longer question words."""
    if token.gap or token.places or token.years or token.heard:
        return False
    return (
        bool(token.unknown or token.word or token.topic or token.says or len(token.text) == 1) or token.text in _COUNTS
    )


def _span(tokens: list[Token], at: int) -> tuple[int, int]:
    first = last = at
    while first > 0 and _soft(tokens[first - 1]) and not tokens[first - 1].text.isascii():
        first -= 1
    while last + 1 < len(tokens) and _soft(tokens[last + 1]) and not tokens[last + 1].text.isascii():
        last += 1
    return first, last + 1
