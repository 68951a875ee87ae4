"""The clauses and list items of a message: what each is about, and the words that say more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, Token
from bot.asking.understanding.cutting.swallowing import text_of
from bot.asking.understanding.measuring.doers import NAMES_OF_PEOPLE, people_of
from bot.model import Kind
from bot.words.indicators import Pattern
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

_TELLING = 3
_OF_CASES, _BETWEEN = frozenset({"的", "案件", "案子"}), 3
"""What may stand between a topic and what was done with its cases, and how far apart they may be."""
_ASKS = re.compile("多少|几")


@dataclass(slots=True)
class Clause:
    """One clause or list item of a message: its topics, and the words that say more."""

    topics: list[str] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)
    says: list[Token] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    joined: bool = False
    asks: bool = False


def clauses_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The clauses and items of a message in its order, each word once."""
    parts = [Clause()]
    for at, token in enumerate(tokens):
        if token.gap and CLAUSE_ENDS & set(token.text):
            parts.append(Clause())
        elif (token.gap and "、" in token.text) or (Role.JOIN in token.roles and not token.topic):
            parts[-1].joined = True
            parts.append(Clause())
        elif token.topic and not _is_measure(token, tokens[:at], parts[-1], lexicon):
            parts[-1].topics.append(token.topic)
            parts[-1].words += [token] if token.means else []
            parts[-1].people += [people] if (people := people_of(token, lexicon)) else []
        elif token.word or token.says or token.topic:
            parts[-1].words.append(token)
            parts[-1].says += [token] if token.says else []
        parts[-1].asks |= _ASKS.search(token.text) is not None
    parts = _announced(parts)
    for part in parts:
        part.words = list({word.text: word for word in reversed(part.words)}.values())[::-1]
        part.says = list({word.text: word for word in reversed(part.says)}.values())[::-1]
        if not part.topics:
            part.topics += dict.fromkeys(topic for word in part.words for topic in _implied(word, lexicon))
    return parts


def _announced(parts: Sequence[Clause]) -> list[Clause]:
    """The parts, one that only says what the next one asks about joined with it: 给企业做法治体检，出的报告有几份."""
    found: list[Clause] = []
    for part in parts:
        before = found[-1] if found else None
        if before and part.asks and not (part.topics or before.asks or before.joined):
            found[-1] = Clause(before.topics, before.words + part.words, before.says + part.says, before.people)
        else:
            found.append(part)
    return found


def _implied(word: Token, lexicon: Lexicon) -> list[str]:
    """The topics that a word names without being their name: 区政府规范性文件, and any indicator that is said whole."""
    if word.says:
        return [word.says.partition("/")[0]] if lexicon.indicators[word.says].kind is Kind.COUNT else []
    return [
        topic.name
        for topic in lexicon.topics
        if word.means in (topic.name, *topic.words)
        or any(len(name) >= _TELLING and name in text_of(word) for name in (topic.name, *topic.words))
    ]


def _is_measure(token: Token, earlier: Sequence[Token], part: Clause, lexicon: Lexicon) -> bool:
    """行政复议 调解: a short name of one topic behind another says what is measured there, if that topic knows it.

    律师打了多少场官司: what somebody did with a verb of its own is theirs, whatever topic it names elsewhere.
    """
    if not part.topics or not token.word or token.text == token.topic or not earlier:
        return False
    owner = part.topics[-1]
    if token.means and token.topic != owner:
        return True
    return token.topic != owner and any(
        token.text in group for pattern in lexicon.patterns[owner] for group in pattern.groups
    )


def shared_words(parts: Sequence[Clause]) -> list[list[Token]]:
    """The words of each part; a list item without any shares those of the next (行政复议和法律援助的受理数)."""
    shared: list[list[Token]] = []
    for part in reversed(parts):
        borrowed = shared[-1] if shared and part.joined and part.topics and not part.words else part.words
        shared.append(borrowed)
    return shared[::-1]


def is_of_topic_before(token: Token, pattern: Pattern, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """仲裁调解案件: what begins with a short name of its topic right behind another topic's name is of that one."""
    at, own = tokens.index(token), lexicon.topic(pattern.indicator.topic)
    before = tokens[at - 1] if at else None
    if before is None or own is None or before.topic in ("", own.name) or before.end != token.start:
        return False
    if before.topic.endswith(NAMES_OF_PEOPLE):
        # What these did is theirs and the topic's.
        return False
    return own.name not in token.text and token.text.startswith(tuple(own.words))


def is_done_with_others(token: Token, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """复议败诉: what was done with the cases of the topic right before it is no figure of its own topic."""
    at = tokens.index(token)
    before = [one for one in tokens[max(0, at - _BETWEEN) : at] if one.text not in _OF_CASES]
    if not before or lexicon.alike.name_of(text_of(token)) not in lexicon.alike.deeds:
        return False
    return before[-1].topic not in ("", token.says.partition("/")[0])
