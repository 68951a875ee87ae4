"""Words that nothing knows, for those of the reports that they are misspelt from: 讲坐 for 讲座, 意书见 for 意见书.

The lexicon's own words are mended before a question is read; those that only a report has are known with its figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.asking.answering.weighing.slots import Pool
from bot.asking.understanding.cutting.unknown import is_listed, is_rare
from bot.asking.understanding.framing.streets import names_part
from bot.model import Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon
from bot.words.match import NEGATIONS
from bot.words.sounds import mixed_up, readings

_SHORTEST, _LONGEST, _LONG = 2, 8, 4
_SUPERVISES = "监"
_MOST = 4
"""How many words of a question are looked at."""


def respelt(query: Query, pools: Sequence[Pool], lexicon: Lexicon) -> Query:
    """The query with words that nothing knows as what its places measure, where one thing alone can be meant."""
    strange = query.words[:_MOST]
    runs = [run for run in query.unread if len(run) >= _LONG]
    if not (runs or any(map(_may_be_slip, strange))):
        return query
    facts = [fact for pool in pools for fact in pool.facts]
    told = "\n".join({plain(fact.claim.quote) + fact.section for fact in facts})
    for run in runs:
        query = _with_run(query, run, told, lexicon)
    strange = query.words[:_MOST]
    measures = {plain(fact.claim.measure) for fact in facts}
    bodies = {plain(fact.claim.subject) for fact in facts if fact.claim.subject}
    for word in strange:
        if word in told or not _may_be_slip(word):
            continue
        known = is_listed(word)
        meant = {
            piece
            for measure in measures
            for piece in _pieces(measure, len(word))
            if _is_slip(word, piece, lexicon, known)
        }
        if known:
            meant = {one for one in meant if _is_so_beside(word, one, query.said, measures)}
        meant = meant or {body for body in bodies if _is_body(word, body, lexicon)}
        if len(meant) == 1:
            query = _with(query, word, meant.pop())
    return query


def _with_run(query: Query, run: str, told: str, lexicon: Lexicon) -> Query:
    """The query with a run of words that nothing reads as what the reports have: 扫马入企 for 扫码入企.

    Its words may be ones that people write, and meet as none do; so long a run says in its sentence what it is.
    """
    if run in told:
        return query
    meant = {piece for piece in _around_pairs(run, told) if _is_slip(run, piece, lexicon)}
    if len(meant) != 1:
        return query
    whole = meant.pop()
    for word in query.words:
        at = run.find(word)
        if at >= 0 and whole[at : at + len(word)] != word:
            query = _with(query, word, whole[at : at + len(word)])
    return replace(query, unread=tuple(stretch for stretch in query.unread if stretch != whole))


def _around_pairs(run: str, told: str) -> Iterator[str]:
    """The texts as long as a run that have two neighbouring characters of it where it has them."""
    for at, pair in enumerate(map("".join, pairwise(run))):
        start = told.find(pair)
        while start >= 0:
            piece = told[max(0, start - at) : start - at + len(run)]
            if start >= at and len(piece) == len(run) and "\n" not in piece:
                yield piece
            start = told.find(pair, start + 1)


def _with(query: Query, typed: str, meant: str) -> Query:
    """The query with a word for what was typed, which it notes."""
    return replace(
        query,
        words=tuple(dict.fromkeys(meant if word == typed else word for word in query.words)),
        said=tuple(phrase.replace(typed, meant) for phrase in query.said),
        unread=tuple(stretch.replace(typed, meant) for stretch in query.unread if stretch != typed),
        notes=(*query.notes, f"按“{meant}”理解“{typed}”"),
    )


def _may_be_slip(word: str) -> bool:
    """Whether a word may be misspelt: none that people write, and not the name of a part of a place."""
    return _SHORTEST <= len(word) <= _LONGEST and not (word.isascii() or names_part(word) or _is_written(word))


def _is_written(word: str) -> bool:
    """Whether a text is a word that people write."""
    return is_listed(word) and not is_rare(word)


def _pieces(measure: str, length: int) -> Iterator[str]:
    return (measure[at : at + length] for at in range(len(measure) - length + 1))


def _is_slip(typed: str, meant: str, lexicon: Lexicon, loosely: bool = False) -> bool:
    """Whether one character of a text sounds or looks like another, two of a long one sound so, or two are swapped.

    `loosely`: where what stands beside the text decides, a word of two characters may be mixed up as longer ones are.
    """
    wrong = [(one, other) for one, other in zip(typed, meant, strict=True) if one != other]
    if not wrong or len(wrong) > min(_SHORTEST, len(typed) - 1) or NEGATIONS & {one for pair in wrong for one in pair}:
        return False
    length = len(typed) + loosely
    heard = all(_sounds_like(one, other, length) for one, other in wrong)
    if len(wrong) == _SHORTEST:
        swapped = wrong[0] == wrong[1][::-1] and len(typed) > _SHORTEST
        return swapped or (heard and len(typed) >= _LONG)
    if not (heard or lexicon.shapes.alike(*wrong[0])):
        return False
    # Two characters that only meet in a measure are no word.
    return len(typed) > _SHORTEST or _is_written(meant)


def _is_so_beside(typed: str, meant: str, said: Sequence[str], measures: Iterable[str]) -> bool:
    """Whether what a word stands beside in a question stands beside what it may be a slip for in a measure: 法规草安,
    安照计划.

    A word that few write may be meant all the same.
    """
    around = [phrase.partition(typed) for phrase in map(plain, said) if typed in phrase]
    beside = [first[-_SHORTEST:] + meant for first, _, _ in around if len(first) >= _SHORTEST]
    beside += [meant + behind[:_SHORTEST] for _, _, behind in around if len(behind) >= _SHORTEST]
    return any(text in measure for measure in measures for text in beside)


def _is_body(typed: str, body: str, lexicon: Lexicon) -> bool:
    """Whether a word is the misspelt name of whose figures are told: 水雾局 for 水务局, but 卫监局 is no 卫健局."""
    alike = len(typed) == len(body) > _SHORTEST and typed[-1] == body[-1] and _is_slip(typed, body, lexicon)
    return alike and (_SUPERVISES in typed) == (_SUPERVISES in body)


def _sounds_like(one: str, other: str, length: int) -> bool:
    """Whether a character sounds like another; in a word of three or more, also as people mix sounds up: 民 and 名."""
    if length == _SHORTEST:
        return bool(readings(one) & readings(other))
    return bool(set(map(mixed_up, readings(one))) & set(map(mixed_up, readings(other))))
