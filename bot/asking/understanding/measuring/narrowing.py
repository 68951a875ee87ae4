"""The words of a message that narrow its figures further: those that nothing which it asks for explains."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.measuring.leftover import Dictionary, leftover
from bot.asking.understanding.measuring.outcomes import OF_SUITS, SUED
from bot.words.indicators import Pattern, covered
from bot.words.lexicon import Lexicon

_ANY_DEED = "办理"
_REACHED = "惠及"
"""What is done to people by what a topic is: 享受到法援的有几个人."""
_PASSIVES = frozenset({"受", "受到", "受了", "遭", "遭到"})
"""What says that a deed was done to somebody, where the deed is known: 受警告."""
_MONEY, _AMOUNTS = "元", frozenset({"总额", "金额", "数额", "总金额"})
"""What every indicator that is counted in money asks for: 收费总额."""
_YEARS = re.compile("这?[两二三四几]年(?:里|间|来)?")
"""What says again how many years were named: 2020和2024两年."""
_CAME = frozenset({"参加", "听课"})
"""What whoever is counted in 人次 did."""


def narrowing_words(
    tokens: Sequence[Token],
    explained: Collection[str],
    topics: Sequence[str],
    indicators: Collection[str],
    units: Sequence[str],
    lexicon: Lexicon,
    dictionary: Dictionary,
) -> tuple[str, ...]:
    """What is left of a message when all is taken out that its topics, indicators and units say."""
    left = leftover(tokens, explained, topics, lexicon, dictionary)
    patterns = [pattern for identity in indicators if (pattern := lexicon.pattern(identity))]
    came = _CAME if "人次" in units else frozenset()
    left = tuple(w for w in left if not (_is_reworded(w, patterns, lexicon) or lexicon.alike.same(w) in came))
    if topics and not indicators:
        left = _without_deeds(left, tokens, explained, topics, units, lexicon)
    if any(OF_SUITS.search(pattern.indicator.name) for pattern in patterns):
        left = tuple(filter(None, (_without_sued(word, lexicon) for word in left)))
    if len({year for token in tokens for year in token.years}) > 1:
        left = tuple(word for word in left if not _YEARS.fullmatch(word))
    amounts = _AMOUNTS if any(_MONEY in pattern.indicator.units for pattern in patterns) else frozenset()
    left = tuple(w for w in left if not (indicators and w in _PASSIVES | amounts))
    return left + tuple(word for word in _named_apart(tokens, indicators) if word not in left)


def _without_sued(word: str, lexicon: Lexicon) -> str:
    """What a word says beside that somebody is sued: 区政府 of 区政府被诉."""
    same = lexicon.alike.same(word)
    return same.removesuffix(SUED) if same.endswith(SUED) else word


def _without_deeds(
    left: tuple[str, ...],
    tokens: Sequence[Token],
    explained: Collection[str],
    topics: Sequence[str],
    units: Sequence[str],
    lexicon: Lexicon,
) -> tuple[str, ...]:
    """The words without what is done about a topic, which is what a report counts of it: 办的复议, 调掉的纠纷."""
    deeds = {
        _ANY_DEED,
        *([_REACHED] if "人" in units else ()),
        *(word for topic in map(lexicon.topic, topics) if topic for word in topic.words),
    }
    broad = {token.text: set(token.may_mean) for token in tokens}
    left = tuple(w for w in left if lexicon.alike.same(w) not in deeds and not deeds & broad.get(w, set()))
    if len(topics) < 2:
        return left
    # The deed tells what some do of another topic: 法律顾问接了多少纠纷 asks for no lectures of theirs.
    return left + tuple(text for text, meanings in broad.items() if meanings and text not in (*left, *explained))


def _named_apart(tokens: Sequence[Token], indicators: Collection[str]) -> Iterator[str]:
    """What is counted in a topic of which no indicator was found, where one of another topic was: 律师所|党支部|几个
    asks for no law firms."""
    topics = {identity.partition("/")[0] for identity in indicators}
    for token in tokens:
        counted = token.topic and token.says.startswith(f"{token.topic}/")
        if counted and topics and token.topic not in topics:
            yield token.text


def _is_reworded(word: str, found: Sequence[Pattern], lexicon: Lexicon) -> bool:
    """Whether a word only stands for one that an indicator knows: 谈成 for 成功."""
    meant = lexicon.alike.same(word)
    return meant != word and any(covered(meant, pattern.allowed, pattern.longest) for pattern in found)
