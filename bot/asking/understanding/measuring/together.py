"""Topics that no single word names, but words of one clause together: 请律师|不花钱, 没钱|打官司 are 法律援助."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, Token
from bot.words.lexicon import Lexicon, Topic

_BETWEEN = 3
"""How many words may stand between two that tell a topic together, all of which only ask: 请律师|的|时候|不花钱."""
_FOR_OTHERS = frozenset("帮替给为")


def told_together(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens, those that tell a topic together as one; who it is done for (帮) belongs to it."""
    found = tuple(tokens)
    for topic in lexicon.topics:
        if topic.together and (span := _span(found, topic)):
            first, last = span
            first -= bool(first and found[first - 1].text in _FOR_OTHERS)
            text = "".join(token.text for token in found[first : last + 1])
            found = (*found[:first], Token(text, found[first].start, topic=topic.name), *found[last + 1 :])
    return found


def _span(tokens: Sequence[Token], topic: Topic) -> tuple[int, int] | None:
    """The first and the last of the tokens that tell a topic, a word of each group; None where no clause does."""
    for run in _runs(tokens, topic):
        told = {tokens[at].text for at in run}
        # 穷人打官司|不花钱: what people call the topic needs no more, and what is told of it narrows nothing.
        named = len(run) > 1 and told & set(topic.aliases)
        if named or all(told & set(group) for group in topic.together):
            return run[0], run[-1]
    return None


def _runs(tokens: Sequence[Token], topic: Topic) -> Iterator[list[int]]:
    """Where the words of a topic stand that only words that ask are between."""
    known = {*topic.aliases, *(word for group in topic.together for word in group)}
    run: list[int] = []
    for at, token in enumerate(tokens):
        if token.text in known:
            run.append(at)
        elif run and (not _only_asks(token) or at - run[-1] > _BETWEEN):
            yield run
            run = []
    yield run


def _only_asks(token: Token) -> bool:
    """Whether a token says nothing that would be lost between two words."""
    if token.gap:
        return not CLAUSE_ENDS & set(token.text)
    return bool(token.roles) and not (token.topic or token.says or token.word or token.places or token.years)
