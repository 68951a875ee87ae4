"""What a message asks to know: topics, indicators, and the content words that narrow the figures further."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bot.asking.segmentation import PARTS_OF_PLACES, Token
from bot.model import Kind
from bot.words.indicators import Pattern
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

ContentWords = Callable[[str], tuple[str, ...]]
_TELLING = 3
_CLAUSE_END = frozenset(",;:。，；：？?!！")


@dataclass(frozen=True, slots=True)
class Measures:
    """The topics, indicators and narrowing words of a message, in its order."""

    topics: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """One clause or list item of a message: its topics, and the words that say more."""

    topics: list[str] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)
    says: list[Token] = field(default_factory=list)
    joined: bool = False


def measures_of(tokens: Sequence[Token], lexicon: Lexicon, cut: ContentWords, before: Sequence[str] = ()) -> Measures:
    """What the tokens ask to know. `before` are the topics of the conversation, for messages that name none."""
    parts = _parts(tokens, lexicon)
    named = list(dict.fromkeys(topic for part in parts for topic in part.topics))
    indicators: dict[str, None] = {}
    explained: set[Token] = set()
    last: list[str] = list(before) if not named else []
    for part, words in zip(parts, _shared_words(parts), strict=True):
        topics = part.topics or last or named
        last = part.topics or last
        found = [pattern for topic in topics for pattern in _met(lexicon, topic, words)]
        said = [token for token in part.says if not _is_swallowed(token, found)]
        for token in said:
            pattern = _pattern(lexicon, token.says)
            if pattern and _may_stand(pattern, topics, named):
                found.append(pattern)
                explained.add(token)
        ordered = sorted(found, key=lambda pattern: _place_of(pattern, words, tokens))
        indicators.update((pattern.indicator.id, None) for pattern in ordered)
        explained.update(word for word in words if _explains(word, found, topics, lexicon))
    if not named and not before and not indicators:
        for pattern, word in _only_meaning(lexicon, parts):
            indicators.setdefault(pattern.indicator.id)
            explained.add(word)
    topics = list(dict.fromkeys((*named, *(lexicon.indicators[i].topic for i in indicators))))
    left = _left(tokens, explained, topics, lexicon, cut)
    return Measures(tuple(topics), tuple(indicators), left)


def _parts(tokens: Sequence[Token], lexicon: Lexicon) -> list[_Part]:
    parts = [_Part()]
    for at, token in enumerate(tokens):
        if token.gap and _CLAUSE_END & set(token.text):
            parts.append(_Part())
        elif (token.gap and "、" in token.text) or (Role.JOIN in token.roles and not token.topic):
            parts[-1].joined = True
            parts.append(_Part())
        elif token.topic and not _is_measure(token, tokens[:at], parts[-1], lexicon):
            parts[-1].topics.append(token.topic)
        elif token.says:
            parts[-1].says.append(token)
            parts[-1].words.append(token)
        elif token.word or token.topic:
            parts[-1].words.append(token)
    return parts


def _is_measure(token: Token, earlier: Sequence[Token], part: _Part, lexicon: Lexicon) -> bool:
    """行政复议 调解: a short name of one topic behind another says what is measured there, if that topic knows it."""
    if not part.topics or not token.word or token.text == token.topic or not earlier:
        return False
    owner = part.topics[-1]
    return token.topic != owner and any(
        token.text in group for pattern in lexicon.patterns[owner] for group in pattern.groups
    )


def _shared_words(parts: Sequence[_Part]) -> list[list[Token]]:
    """The words of each part; a list item without any shares those of the next (行政复议和法律援助的受理数)."""
    shared: list[list[Token]] = []
    for part in reversed(parts):
        borrowed = shared[-1] if shared and part.joined and part.topics and not part.words else part.words
        shared.append(borrowed)
    return shared[::-1]


def _met(lexicon: Lexicon, topic: str, words: Sequence[Token]) -> list[Pattern]:
    """The indicators of a topic whose every entry some word meets; one that uses more words of another wins over it."""
    texts = [_text(word) for word in words]
    own = {topic, *(known.words if (known := lexicon.topic(topic)) else ())}
    met: list[tuple[frozenset[str], Pattern]] = []
    for pattern in lexicon.patterns[topic]:
        used = frozenset(text for group in pattern.groups for text in texts if text in group and text not in own)
        whole = all(any(text in group and text not in own for text in texts) for group in pattern.groups)
        if whole and not any(word in text for word in pattern.none for text in texts):
            met.append((used, pattern))
    return [pattern for used, pattern in met if not any(used < other for other, _ in met)]


def _only_meaning(lexicon: Lexicon, parts: Sequence[_Part]) -> list[tuple[Pattern, Token]]:
    """Words that say an indicator of one topic only, though nobody named the topic: 收监执行."""
    words = [word for part in parts for word in part.words if len(_text(word)) >= _TELLING]
    met = [
        (pattern, word) for topic in lexicon.topics for word in words for pattern in _met(lexicon, topic.name, [word])
    ]
    return met if len({pattern.indicator.topic for pattern, _ in met}) == 1 else []


def _text(token: Token) -> str:
    return token.heard or token.text


def _is_swallowed(token: Token, found: Sequence[Pattern]) -> bool:
    """Whether a said indicator is only part of another: 律所 in 考核 律所."""
    text = _text(token)
    return any(
        pattern.indicator.id != token.says
        and len(pattern.groups) > 1
        and any(text in group for group in pattern.groups)
        for pattern in found
    )


def _pattern(lexicon: Lexicon, identity: str) -> Pattern | None:
    topic = identity.partition("/")[0]
    return next((p for p in lexicon.patterns.get(topic, ()) if p.indicator.id == identity), None)


def _may_stand(pattern: Pattern, topics: Iterable[str], named: Sequence[str]) -> bool:
    """成功率 said of another topic than its own is not its own; a noun like 律师事务所 always is."""
    return not named or pattern.indicator.topic in (*topics, *named) or pattern.indicator.kind is Kind.COUNT


def _place_of(pattern: Pattern, words: Sequence[Token], tokens: Sequence[Token]) -> int:
    """Where in the message an indicator is said first."""
    known = {text for group in pattern.groups for text in group}
    starts = [word.start for word in words if _text(word) in known or word.says == pattern.indicator.id]
    return min(starts, default=tokens[-1].end)


def _explains(word: Token, found: Sequence[Pattern], topics: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word needs no figure of its own: part of what is measured, of the topic's name, or filler."""
    text = _text(word)
    if text in lexicon.filler or any(text in topic for topic in topics):
        return True
    if word.says and not any(pattern.indicator.id == word.says for pattern in found):
        return any(text in group for pattern in found for group in pattern.groups)
    return any(text in pattern.allowed for pattern in found)


def _left(
    tokens: Sequence[Token], explained: set[Token], topics: Sequence[str], lexicon: Lexicon, cut: ContentWords
) -> tuple[str, ...]:
    """The content words that nothing explains. 费 behind 律师 makes 律师费, which is no lawyer.

    Unknown text is cut together with the question words that it runs into: 多少人口 asks for 人口.
    """
    left: list[str] = []
    run: list[Token] = []

    def flush() -> None:
        if any(_is_content(token, explained, topics) for token in run):
            words = cut("".join(token.text for token in run))
            left.extend(word for word in words if not _is_filler(word, lexicon))
        run.clear()

    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at and not tokens[at - 1].gap else None
        if before and not run and _is_suffix(token, before):
            left.append(before.text + token.text)
        elif _is_content(token, explained, topics) or _only_asks(token):
            run.append(token)
        else:
            flush()
    flush()
    return tuple(dict.fromkeys(left))


def _is_filler(word: str, lexicon: Lexicon) -> bool:
    roles = lexicon.questions.roles.get(word, frozenset())
    return word in lexicon.filler or (bool(roles) and Role.PART not in roles)


def _only_asks(token: Token) -> bool:
    return bool(token.roles) and not (token.topic or token.says or token.places or token.years)


def _is_content(token: Token, explained: set[Token], topics: Sequence[str]) -> bool:
    if token.unknown:
        return not (topics and token.text.isdecimal())
    if Role.PART in token.roles:
        return True
    known = (token.word or token.says or token.topic) and not token.roles
    return bool(known and token.topic not in topics and token not in explained)


def _is_suffix(token: Token, before: Token) -> bool:
    """Whether a token makes another word of the one that it follows: 律师费, 光明街道."""
    if before.places:
        return token.text in PARTS_OF_PLACES
    return token.unknown and len(token.text) == 1 and not before.roles
