"""Of which cases something is asked, and how they came out: 市政府当被告败诉了几件 wants those that were lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.cutting.swallowing import meaning_of
from bot.asking.understanding.measuring.clauses import Clause
from bot.words.indicators import Pattern
from bot.words.lexicon import Lexicon

SUED, OF_SUITS = "为被告", re.compile("败诉|应诉")
"""In suits that are lost or answered a public body is the one that is sued, said or not."""


def of_outcome(found: Sequence[Pattern], part: Clause, lexicon: Lexicon) -> tuple[list[Pattern], set[str]]:
    """The indicators that a part of a question asks for, those left out that only say of which cases an outcome is
    asked; and the words that said these, which a figure must hold unless they are all cases: 民告官的官司."""
    outcomes = lexicon.alike.outcomes
    ended = next((word.start for word in part.words if meaning_of(word) in outcomes), -1)
    topics = {
        pattern.indicator.topic
        for pattern in found
        if any(word in outcomes for group in pattern.groups for word in group)
    }
    cases = {w.text: w.says for w in part.says if w.end <= ended and w.says.partition("/")[0] in topics}
    left = [pattern for pattern in found if pattern.indicator.id not in cases.values()]
    narrow = {pattern.indicator.id for pattern in found if not _is_of_all(pattern, lexicon)}
    return left, {text for text, identity in cases.items() if identity in narrow}


def _is_of_all(pattern: Pattern, lexicon: Lexicon) -> bool:
    """Whether an indicator is of all cases of its topic: its own words are words of that."""
    topic = lexicon.topic(pattern.indicator.topic)
    return topic is not None and all(any(word in topic.names for word in group) for group in pattern.groups)


def verbs_of_cases(words: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
    """The verbs that only say of which cases something is asked: 收 in 收的复议审完了多少."""
    runs = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return [verb for verb, of, thing in runs if verb in words and of.text == "的" and thing.topic]
