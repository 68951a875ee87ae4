"""What a message asks to know: topics, indicators, and the content words that narrow the figures further."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bot.asking.understanding.clauses import Clause, clauses_of, is_done_with_others, is_of_topic_before, shared_words
from bot.asking.understanding.compounds import with_opposites_and_endings
from bot.asking.understanding.doers import counts_others, do_other_things, doers_of, does_own
from bot.asking.understanding.leftover import Dictionary, leftover
from bot.asking.understanding.outcomes import of_outcome, verbs_of_cases
from bot.asking.understanding.segmentation import Token
from bot.asking.understanding.swallowing import is_swallowed, is_within, meaning_of, meanings_of, text_of
from bot.asking.understanding.units_asked import units_of
from bot.model import Kind
from bot.words.indicators import ANY_UNIT, Pattern, covered
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

_TELLING = 3
"""How long a word is that tells its topic by itself; shorter ones do with a unit that fits (收监几人)."""
_ANY_DEED = "办理"
_REACHED = "惠及"
"""What is done to people by what a topic is: 享受到法援的有几个人."""
_DONE = "了过"
_PASSIVES = frozenset({"受", "受到", "受了", "遭", "遭到"})
"""What says that a deed was done to somebody, where the deed is known: 受警告."""
_MONEY, _AMOUNTS = "元", frozenset({"总额", "金额", "数额", "总金额"})
"""What every indicator that is counted in money asks for: 收费总额."""
_CAME = frozenset({"参加", "听课"})
"""What whoever is counted in 人次 did."""


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
    guessed = _read(tokens, parts, units, lexicon, dictionary, _only_topic(lexicon, parts, units))
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
    words = shared_words(parts)
    named = list(dict.fromkeys(topic for part in parts for topic in part.topics))
    indicators: dict[str, None] = {}
    explained: set[str] = set()
    guessed: set[str] = set()
    last: list[str] = []
    for part, said in zip(parts, words, strict=True):
        topics = part.topics or last or fallback
        last = part.topics or last
        found = [pattern for topic in topics for pattern in _met(lexicon, topic, said, units)]
        for token in part.says:
            pattern = lexicon.pattern(token.says)
            stands = pattern and (_may_stand(pattern, topics, named or fallback) or _owns(token, part, tokens, lexicon))
            taken = pattern and pattern.indicator.topic not in part.topics and _is_taken(token, part, found)
            taken = taken or (pattern and is_of_topic_before(token, pattern, tokens, lexicon))
            stands = stands and not is_done_with_others(token, tokens, lexicon)
            if pattern and stands and not taken and not is_swallowed(token, pattern, found):
                found.append(pattern)
                explained.add(token.text)
        doers = doers_of(part.says, found, tokens, units)
        own = {token.text: does_own(token, topics) for token in doers}
        explained = (explained | own.keys()) - {text for text, of_topic in own.items() if not of_topic}
        found = [p for p in found if p.indicator.id not in {d.says for d in doers} and not counts_others(p, units)]
        found = [pattern for pattern in found if not is_within(pattern, part.says, found)]
        scopes = [
            one for one in verbs_of_cases(part.words, tokens) if len(found) > 1 and any(_meets(one, p) for p in found)
        ]
        found = [p for p in found if not any(_meets(scope, p) for scope in scopes)] or found
        explained.update(scope.text for scope in scopes)
        found, cases = of_outcome(found, part, lexicon)
        explained -= cases
        if not found and all(word.roles for word in part.words):
            people = [one for one in part.people if _are_counted(one, part.topics, tokens, units, lexicon)]
            guessed.update(identity for identity in people if identity not in indicators)
            indicators.update(dict.fromkeys(people))
        ordered = sorted(found, key=lambda pattern: _place_of(pattern, said, tokens))
        indicators.update((pattern.indicator.id, None) for pattern in ordered)
        explained.update(word.text for word in said if _explains(word, found, topics, lexicon))
    topics = list(dict.fromkeys((*named, *(lexicon.indicators[identity].topic for identity in indicators))))
    left = leftover(tokens, explained, topics, lexicon, dictionary)
    patterns = [pattern for identity in indicators if (pattern := lexicon.pattern(identity))]
    came = _CAME if "人次" in units else frozenset()
    left = tuple(w for w in left if not (_is_reworded(w, patterns, lexicon) or lexicon.alike.same(w) in came))
    if topics and not indicators:
        # What was done about a topic is what a report counts of it: 办的复议, 调掉的纠纷.
        deeds = {
            _ANY_DEED,
            *([_REACHED] if "人" in units else ()),
            *(word for topic in map(lexicon.topic, topics) if topic for word in topic.words),
        }
        broad = {token.text: set(token.may_mean) for token in tokens}
        left = tuple(w for w in left if lexicon.alike.same(w) not in deeds and not deeds & broad.get(w, set()))
        if len(topics) > 1:
            # The deed tells what some do of another topic: 法律顾问接了多少纠纷 asks for no lectures of theirs.
            left += tuple(text for text, meanings in broad.items() if meanings and text not in (*left, *explained))
    amounts = _AMOUNTS if any(_MONEY in pattern.indicator.units for pattern in patterns) else frozenset()
    left = tuple(w for w in left if not (indicators and w in _PASSIVES | amounts))
    left += tuple(word for word in _named_apart(tokens, indicators) if word not in left)
    # 律师协会 are no lawyers.
    meant = tuple(identity for identity in indicators if not (left and identity in guessed))
    return Measures(tuple(topics), meant, left, units)


def _named_apart(tokens: Sequence[Token], indicators: Collection[str]) -> Iterator[str]:
    """What is counted in a topic of which no indicator was found, where one of another topic was: 律师所|党支部|几个
    asks for no law firms."""
    topics = {identity.partition("/")[0] for identity in indicators}
    for token in tokens:
        counted = token.topic and token.says.startswith(f"{token.topic}/")
        if counted and topics and token.topic not in topics:
            yield token.text


def _are_counted(
    identity: str, topics: Sequence[str], tokens: Sequence[Token], units: Sequence[str], lexicon: Lexicon
) -> bool:
    """Whether people may be counted themselves: not by who asks 多少宗 of them, nor what of another topic they did."""
    known = lexicon.pattern(identity)
    if known is None or (units and not set(units) & set(known.indicator.units)):
        return False
    own, said = known.indicator.topic, "".join(token.text for token in tokens)
    return {own} >= set(topics) or not do_other_things(own, said, lexicon)


def _met(lexicon: Lexicon, topic: str, words: Sequence[Token], units: Sequence[str]) -> list[Pattern]:
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
    met: list[tuple[frozenset[str], frozenset[str], Pattern]] = []
    for pattern in lexicon.patterns[topic]:
        uses = [
            [text for text, forms in texts.items() if text not in own and any(_says(f, group, pattern) for f in forms)]
            for group in pattern.groups
        ]
        used = frozenset(text for texts_of_group in uses for text in texts_of_group)
        # A colloquial verb that the indicator itself names is as good as any word: 立案了 of 复议.
        says = frozenset(chain.from_iterable(pattern.groups))
        sure = {text for text, forms in broad.items() if forms & says}
        verbs = [word for word in words if meaning_of(word) in used]
        if used <= loose - sure and not _fits_units(pattern, told, verbs):
            continue
        if all(uses) and not any(word in text for word in pattern.none for text in texts):
            explained = frozenset(
                text
                for text, forms in texts.items()
                if any(covered(f, pattern.allowed, pattern.longest) for f in forms)
            )
            met.append((used, explained | used, pattern))
    in_units = {used for used, _, pattern in met if set(units) & set(pattern.indicator.units)}
    return [
        pattern
        for used, explained, pattern in met
        # What explains all that another does, and needs a word that the other cannot explain, is what was said: 受理
        # 通知类案件 are 通知类.
        if not any(used < other or (explained < more and not other <= explained) for other, more, _ in met)
        and (used not in in_units or set(units) & set(pattern.indicator.units))
    ]


def _fits_units(pattern: Pattern, told: Collection[str], verbs: Sequence[Token]) -> bool:
    """Whether colloquial verbs alone may ask for an indicator: in its unit, which broad ones must have."""
    sure = not any(verb.may_mean for verb in verbs)
    return bool(set(told) & set(pattern.indicator.units)) or (sure and not told)


def _says(text: str, group: Sequence[str], pattern: Pattern) -> bool:
    """Whether a word is one of a group, or a longer word that the pattern knows in parts: 参加考试 says 考试."""
    if text in group:
        return True
    return any(word in text for word in group) and covered(text, pattern.allowed, pattern.longest)


def _is_taken(token: Token, part: Clause, found: Sequence[Pattern]) -> bool:
    """Whether a topic that is named measures what is said itself: 调解成功 of 行政复议案件 is none of 人民调解."""
    text = text_of(token)
    own = [pattern for pattern in found if pattern.indicator.topic in part.topics]
    return any(_says(text, group, pattern) for pattern in own for group in pattern.groups)


def _only_topic(lexicon: Lexicon, parts: Sequence[Clause], units: Sequence[str]) -> list[str]:
    """The one topic that the words are about though nobody named it: 收监执行. None where several could be meant."""
    words = [word for part in parts for word in part.words]
    found = [
        topic.name
        for topic in lexicon.topics
        if any(_tells(word, _met(lexicon, topic.name, [word], units), units) for word in words)
    ]
    return found if len(found) == 1 else []


def _tells(word: Token, met: Sequence[Pattern], units: Collection[str]) -> bool:
    """Whether a word that meets indicators of one topic alone tells that topic."""
    length = min(len(text_of(word)), len(meaning_of(word)))  # 及格了 says no more than 合格
    # Anything may be counted in 个, and found: 发现隐患多少个 tells no topic.
    told = set(units) - ({ANY_UNIT} if word.means else set())
    return length > 1 and any(length >= _TELLING or told & set(p.indicator.units) for p in met)


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


def _meets(word: Token, pattern: Pattern) -> bool:
    return any(_says(meaning_of(word), group, pattern) for group in pattern.groups)


def _place_of(pattern: Pattern, words: Sequence[Token], tokens: Sequence[Token]) -> int:
    """Where in the message an indicator is said first."""
    known = {text for group in pattern.groups for text in group}
    starts = [word.start for word in words if text_of(word) in known or word.says == pattern.indicator.id]
    return min(starts, default=tokens[-1].end)


def _is_reworded(word: str, found: Sequence[Pattern], lexicon: Lexicon) -> bool:
    """Whether a word only stands for one that an indicator knows: 谈成 for 成功."""
    meant = lexicon.alike.same(word)
    return meant != word and any(covered(meant, pattern.allowed, pattern.longest) for pattern in found)


def _explains(word: Token, found: Sequence[Pattern], topics: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word needs no figure of its own: part of what is measured, of the topic's name, or filler."""
    text = meaning_of(word)
    if text in lexicon.filler or any(text in topic for topic in topics):
        return True
    return any(covered(form, pattern.allowed, pattern.longest) for form in meanings_of(word) for pattern in found)
