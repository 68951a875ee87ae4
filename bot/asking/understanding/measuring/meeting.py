"""Which indicators of a topic the words of a message meet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain

from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.cutting.swallowing import meaning_of, meanings_of, text_of
from bot.asking.understanding.measuring.clauses import Clause
from bot.words.indicators import ANY_UNIT, Pattern, covered
from bot.words.lexicon import Lexicon

_TELLING = 3
"""How long a word is that tells its topic by itself; shorter ones do with a unit that fits (收监几人)."""
_DONE = "了过"


def met(lexicon: Lexicon, topic: str, words: Sequence[Token], units: Sequence[str]) -> list[Pattern]:
    """The indicators of a topic whose every entry some word meets; one that uses more words of another wins over it.

    Of those that the same words meet, only the ones in the units that were asked for stay, if any are.
    """
    named = {word for pattern in lexicon.patterns[topic] for group in pattern.groups for word in group}
    # What an indicator is called itself needs no other word: 收案 may be 收到 or 受理.
    texts = {meaning_of(w): meanings_of(w) for w in (replace(w, means="") if w.text in named else w for w in words)}
    loose = {meaning_of(word) for word in words if word.means or word.may_mean}
    broad = {meaning_of(word): {meaning_of(word), meaning_of(word).rstrip(_DONE)} for word in words if word.may_mean}
    own = {topic, *(known.words if (known := lexicon.topic(topic)) else ())}
    told = set(units) - {ANY_UNIT}
    complete: list[tuple[frozenset[str], frozenset[str], Pattern]] = []
    for pattern in lexicon.patterns[topic]:
        uses = [
            [text for text, forms in texts.items() if text not in own and any(says(f, group, pattern) for f in forms)]
            for group in pattern.groups
        ]
        used = frozenset(text for texts_of_group in uses for text in texts_of_group)
        # A colloquial verb that the indicator itself names is as good as any word: 立案了 of 复议.
        own_words = frozenset(chain.from_iterable(pattern.groups))
        sure = {text for text, forms in broad.items() if forms & own_words}
        verbs = [word for word in words if meaning_of(word) in used]
        if used <= loose - sure and not _fits_units(pattern, told, verbs):
            continue
        if all(uses) and not any(word in text for word in pattern.none for text in texts):
            explained = frozenset(
                text
                for text, forms in texts.items()
                if any(covered(f, pattern.allowed, pattern.longest) for f in forms)
            )
            complete.append((used, explained | used, pattern))
    in_units = {used for used, _, pattern in complete if set(units) & set(pattern.indicator.units)}
    return [
        pattern
        for used, explained, pattern in complete
        # What explains all that another does, and needs a word that the other cannot explain, is what was said: 受理
        # 通知类案件 are 通知类.
        if not any(used < other or (explained < more and not other <= explained) for other, more, _ in complete)
        and (used not in in_units or set(units) & set(pattern.indicator.units))
    ]


def _fits_units(pattern: Pattern, told: Collection[str], verbs: Sequence[Token]) -> bool:
    """Whether colloquial verbs alone may ask for an indicator: in its unit, which broad ones must have."""
    sure = not any(verb.may_mean for verb in verbs)
    return bool(set(told) & set(pattern.indicator.units)) or (sure and not told)


def says(text: str, group: Sequence[str], pattern: Pattern) -> bool:
    """Whether a word is one of a group, or a longer word that the pattern knows in parts: 参加考试 says 考试."""
    if text in group:
        return True
    return any(word in text for word in group) and covered(text, pattern.allowed, pattern.longest)


def meets(word: Token, pattern: Pattern) -> bool:
    return any(says(meaning_of(word), group, pattern) for group in pattern.groups)


def only_topic(lexicon: Lexicon, parts: Sequence[Clause], units: Sequence[str]) -> list[str]:
    """The one topic that the words are about though nobody named it: 收监执行. None where several could be meant."""
    words = [word for part in parts for word in part.words]
    found = [
        topic.name
        for topic in lexicon.topics
        if any(_tells(word, met(lexicon, topic.name, [word], units), units) for word in words)
    ]
    return found if len(found) == 1 else []


def _tells(word: Token, met: Sequence[Pattern], units: Collection[str]) -> bool:
    """Whether a word that meets indicators of one topic alone tells that topic."""
    length = min(len(text_of(word)), len(meaning_of(word)))  # 及格了 says no more than 合格
    # Anything may be counted in 个, and found: 发现隐患多少个 tells no topic.
    told = set(units) - ({ANY_UNIT} if word.means else set())
    return length > 1 and any(length >= _TELLING or told & set(p.indicator.units) for p in met)
