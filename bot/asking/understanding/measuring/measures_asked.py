"""What a message asks to know: topics, indicators, and the content words that narrow the figures further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.asking.understanding.cutting.compounds import with_opposites_and_endings
from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.cutting.swallowing import is_swallowed, is_within, meaning_of, meanings_of, text_of
from bot.asking.understanding.measuring.clauses import (
    Clause,
    clauses_of,
    is_done_with_others,
    is_of_topic_before,
    shared_words,
)
from bot.asking.understanding.measuring.doers import counts_others, do_other_things, doers_of, does_own, names_somebody
from bot.asking.understanding.measuring.leftover import Dictionary
from bot.asking.understanding.measuring.meeting import meets, met, only_topic, says
from bot.asking.understanding.measuring.narrowing import narrowing_words
from bot.asking.understanding.measuring.outcomes import of_outcome, verbs_of_cases
from bot.asking.understanding.measuring.units_asked import units_of
from bot.model import Kind
from bot.words.indicators import Pattern, covered
from bot.words.lexicon import Lexicon
from bot.words.questions import Role


@dataclass(frozen=True, slots=True)
class Measures:
    """The topics, indicators, narrowing words and units of a message, in its order."""

    topics: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether a message says nothing about what it wants to know."""
        return not (self.topics or self.indicators or self.words)


def measures_of(
    tokens: Sequence[Token], lexicon: Lexicon, dictionary: Dictionary, before: Sequence[str] = ()
) -> Measures:
    """What the tokens ask to know. `before` are the topics of the conversation, for messages that name none."""
    tokens = with_opposites_and_endings(tokens)
    parts = clauses_of(tokens, lexicon)
    units = units_of(tokens, lexicon)
    named = list(dict.fromkeys(topic for part in parts for topic in part.topics))
    if named or before:
        return _read(tokens, parts, units, lexicon, dictionary, named or list(before))
    guessed = _read(tokens, parts, units, lexicon, dictionary, only_topic(lexicon, parts, units))
    # A topic that nobody named must explain all that was said.
    return _read(tokens, parts, units, lexicon, dictionary, []) if guessed.words else guessed


def _read(
    tokens: Sequence[Token],
    parts: Sequence[Clause],
    units: tuple[str, ...],
    lexicon: Lexicon,
    dictionary: Dictionary,
    fallback: list[str],
) -> Measures:
    """What the parts of a message ask to know; `fallback` are the topics of parts that name none."""
    named = list(dict.fromkeys(topic for part in parts for topic in part.topics))
    asked = _Asked(tokens, units, lexicon)
    last: list[str] = []
    for part, said in zip(parts, shared_words(parts), strict=True):
        topics = part.topics or last or fallback
        last = part.topics or last
        asked.read(part, said, topics, named or fallback)
    own = (lexicon.indicators[identity].topic for identity in asked.indicators)
    topics = list(dict.fromkeys((*named, *own)))
    left = narrowing_words(tokens, asked.explained, topics, asked.indicators, units, lexicon, dictionary)
    # 律师协会 are no lawyers.
    meant = tuple(identity for identity in asked.indicators if not (left and identity in asked.guessed))
    return Measures(tuple(topics), meant, left, units)


class _Asked:
    """What the parts of a message ask to know, as far as they are read."""

    def __init__(self, tokens: Sequence[Token], units: tuple[str, ...], lexicon: Lexicon) -> None:
        self._tokens, self._units, self._lexicon = tokens, units, lexicon
        self.indicators: dict[str, None] = {}
        self.explained: set[str] = set()
        self.guessed: set[str] = set()
        """Indicators of people who are named and not asked for in so many words."""

    def read(self, part: Clause, said: Sequence[Token], topics: Sequence[str], named: Sequence[str]) -> None:
        """Add what a part asks for of its topics; `said` are the words that are said of it, `named` all topics."""
        found = [pattern for topic in topics for pattern in met(self._lexicon, topic, said, self._units)]
        found += self._of_names(part, found, topics, named)
        found = self._without_doers(part, found, topics)
        found = self._without_scopes(part, found)
        found, cases = of_outcome(found, part, self._lexicon)
        self.explained -= cases
        if not found and all(word.roles for word in part.words):
            self._count_people(part)
        ordered = sorted(found, key=lambda pattern: _place_of(pattern, said, self._tokens))
        self.indicators.update((pattern.indicator.id, None) for pattern in ordered)
        self.explained.update(word.text for word in said if _explains(word, found, topics, self._lexicon))

    def _of_names(
        self, part: Clause, by_words: Sequence[Pattern], topics: Sequence[str], named: Sequence[str]
    ) -> list[Pattern]:
        """The indicators that are called by their names, and stand for themselves beside those that words meet."""
        found = list(by_words)
        for token in part.says:
            pattern = self._lexicon.pattern(token.says)
            if pattern and self._stands(token, pattern, part, found, topics, named):
                found.append(pattern)
                self.explained.add(token.text)
        return found[len(by_words) :]

    def _stands(
        self,
        token: Token,
        pattern: Pattern,
        part: Clause,
        found: Sequence[Pattern],
        topics: Sequence[str],
        named: Sequence[str],
    ) -> bool:
        tokens, lexicon = self._tokens, self._lexicon
        if not (_may_stand(pattern, topics, named) or _owns(token, part, tokens, lexicon)):
            return False
        taken = pattern.indicator.topic not in part.topics and _is_taken(token, part, found)
        taken = taken or is_of_topic_before(token, pattern, tokens, lexicon)
        return not (taken or is_done_with_others(token, tokens, lexicon) or is_swallowed(token, pattern, found))

    def _without_doers(self, part: Clause, found: list[Pattern], topics: Sequence[str]) -> list[Pattern]:
        """The indicators without the people who did what is asked, and without what is within another."""
        doers = doers_of(part.says, found, self._tokens, self._units)
        own = {token.text: does_own(token, topics) and names_somebody(token.text) for token in doers}
        self.explained = (self.explained | own.keys()) - {text for text, of_topic in own.items() if not of_topic}
        names = {doer.says for doer in doers}
        found = [p for p in found if p.indicator.id not in names and not counts_others(p, self._units)]
        return [pattern for pattern in found if not is_within(pattern, part.says, found)]

    def _without_scopes(self, part: Clause, found: list[Pattern]) -> list[Pattern]:
        """The indicators without those that only say of which cases something is asked."""
        verbs = verbs_of_cases(part.words, self._tokens) if len(found) > 1 else []
        scopes = [verb for verb in verbs if any(meets(verb, pattern) for pattern in found)]
        self.explained.update(scope.text for scope in scopes)
        return [pattern for pattern in found if not any(meets(scope, pattern) for scope in scopes)] or found

    def _count_people(self, part: Clause) -> None:
        """Add the people who are named, where nothing else is asked for."""
        counted = (_are_counted(one, part.topics, self._tokens, self._units, self._lexicon) for one in part.people)
        people = [one for one, count in zip(part.people, counted, strict=True) if count]
        self.guessed.update(identity for identity in people if identity not in self.indicators)
        self.indicators.update(dict.fromkeys(people))


def _are_counted(
    identity: str, topics: Sequence[str], tokens: Sequence[Token], units: Sequence[str], lexicon: Lexicon
) -> bool:
    """Whether people may be counted themselves: not by who asks 多少宗 of them, nor what of another topic they did."""
    known = lexicon.pattern(identity)
    if known is None or (units and not set(units) & set(known.indicator.units)):
        return False
    own, said = known.indicator.topic, "".join(token.text for token in tokens)
    return {own} >= set(topics) or not do_other_things(own, said, lexicon)


def _is_taken(token: Token, part: Clause, found: Sequence[Pattern]) -> bool:
    """Whether a topic that is named measures what is said itself: 调解成功 of 行政复议案件 is none of 人民调解."""
    text = text_of(token)
    own = [pattern for pattern in found if pattern.indicator.topic in part.topics]
    return any(says(text, group, pattern) for pattern in own for group in pattern.groups)


def _may_stand(pattern: Pattern, topics: Iterable[str], named: Sequence[str]) -> bool:
    """成功率 said of another topic than its own is not its own; a noun like 律师事务所 always is."""
    return not named or pattern.indicator.topic in (*topics, *named) or pattern.indicator.kind is Kind.COUNT


def _owns(token: Token, part: Clause, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether an indicator of another topic than the named one is asked for by itself: 行政复议和出庭应诉率.

    Its name must tell its topic, as 应诉率 does and 成功率 does not; beside another topic in one item it must
    hold that, and nothing that the other topic measures.
    """
    at = tokens.index(token)
    before = tokens[at - 1] if at else None
    apart = before is None or before.gap or before.places or before.years or before.roles & {Role.JOIN}
    if part.topics and not apart:
        return False
    text, own = text_of(token), lexicon.topic(token.says.partition("/")[0])
    tells = own is not None and any(word in text for word in own.names)
    if not part.topics:
        return tells or _only_of(text, token.says, lexicon)
    known = {word for topic in part.topics for pattern in lexicon.patterns[topic] for word in _words_of(pattern)}
    return tells and not any(word in text for word in known)


def _only_of(text: str, identity: str, lexicon: Lexicon) -> bool:
    """Whether no other topic knows what the text is about: 败诉率, 挽回经济损失; but 成功 is known to many."""
    own, stem = identity.partition("/")[0], text.removesuffix("率")
    others = (pattern for topic, patterns in lexicon.patterns.items() if topic != own for pattern in patterns)
    return not any(stem in word for pattern in others for word in pattern.allowed)


def _words_of(pattern: Pattern) -> Iterator[str]:
    """The words of two characters or more that name what an indicator measures."""
    return (word for group in pattern.groups for word in group if len(word) > 1)


def _place_of(pattern: Pattern, words: Sequence[Token], tokens: Sequence[Token]) -> int:
    """Where in the message an indicator is said first."""
    known = {text for group in pattern.groups for text in group}
    starts = [word.start for word in words if text_of(word) in known or word.says == pattern.indicator.id]
    return min(starts, default=tokens[-1].end)


def _explains(word: Token, found: Sequence[Pattern], topics: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word needs no figure of its own: part of what is measured, of the topic's name, or filler."""
    text = meaning_of(word)
    if text in lexicon.filler or any(text in topic for topic in topics):
        return True
    return any(covered(form, pattern.allowed, pattern.longest) for form in meanings_of(word) for pattern in found)
