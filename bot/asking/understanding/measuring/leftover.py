"""The content words of a message that no topic, indicator or place explains: they narrow the figures, or find none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Protocol

from bot.asking.understanding.cutting.segmentation import ENDINGS, Segmenter, Token, is_part, unit_asked
from bot.asking.understanding.cutting.swallowing import text_of
from bot.words.lexicon import Lexicon
from bot.words.match import HEADS, NEGATIONS
from bot.words.questions import Role

_STEM = 2
_RESULTS = frozenset({"出来", "下来", "过来", "上来", "掉"})
_NUMBER = re.compile(r"\d[\d.,]*[千百万亿]*(?P<unit>[\u3400-\u9fff]{0,3}|%)")
_SORTS = frozenset("老男女副童")
_FOR_OTHERS = frozenset("帮替给")
_TOLD = 20
"""How much of a stretch is repeated to the asker."""
_LONGEST_OPPOSITE = 6


class Dictionary(Protocol):
    """Knows the words of the language."""

    def content_words(self, text: str) -> tuple[str, ...]:
        """The words of a text that carry content."""
        ...

    def is_word(self, text: str) -> bool:
        """Whether a text is a word."""
        ...


def leftover(
    tokens: Sequence[Token],
    explained: Collection[str],
    topics: Sequence[str],
    lexicon: Lexicon,
    dictionary: Dictionary,
) -> tuple[str, ...]:
    """The content words that nothing explains. 费 behind 律师 makes 律师费, which is no lawyer.

    Unknown text is cut together with the question words that it runs into: 多少人口 asks for 人口.
    """
    left: list[str] = []
    run: list[Token] = []

    def flush(follows: bool = False) -> None:
        if any(_is_content(token, explained, topics) for token in run):
            words = dictionary.content_words(_written(run))
            bare = [_bare(word, lexicon, dictionary) for word in words if not _is_filler(word, lexicon)]
            # A word of one character is lost among longer ones that only ask: 多少个村.
            known = [token.text for token in run if token.word and _is_content(token, explained, topics)]
            # So is a verb that nothing knows: 摸|出来.
            known = known or [one.text for one, behind in pairwise(run) if one.unknown and behind.text in _RESULTS]
            # So is what tells which of those that follow are meant: 多少名老|律师.
            known = known or [one.text for one in run[-1:] if one.unknown and follows and len(run) > 1]
            # What must be answered is a word, whatever the dictionary makes of it: 每月.
            must = [t.text for t in run if _must(t, explained) and t.text not in bare]
            left.extend((bare or known) + [text for text in must if not any(text in word for word in bare)])
        run.clear()

    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at and not tokens[at - 1].gap else None
        one_word = token.whole or (token.unknown and len(token.text) > 1 and _is_one_word(token.text))
        if one_word or _is_sort(tokens, at, dictionary):
            flush()
            left.append(token.text)
        elif before and (is_part(before, token) or _names_table(before, token, _next(tokens, at))):
            flush()
            left.append(before.text + token.text)
        elif before and not run and _is_suffix(token, before) and not _begins_word(tokens, at, dictionary):
            left.append(before.text[-_STEM:] + token.text)
        elif _is_content(token, explained, topics) or _only_asks(token) or (run and _goes_on(run, len(run) - 1, token)):
            run.append(token)
        else:
            flush(follows=not token.gap)
    flush()
    if topics or len(left) > 1:
        # 超过6万宗 asks whether a figure is as large.
        left = [word for word in left if not _is_number(word, lexicon)]
    if any(Role.PEOPLE in token.roles for token in tokens):
        # 帮穷人打官司的有多少人 counts those who help, and no topic counts these.
        left += [token.text for token in tokens if token.topic and _FOR_OTHERS & set(token.text)]
    # A deed that stands alone is what was asked for: 社矫批了多少人 wants no others.
    left = left or [token.text for token in tokens if token.may_mean and token.text not in explained]
    return tuple(dict.fromkeys(left or ([] if topics else _of_letters(tokens, lexicon, dictionary))))


def _written(run: Sequence[Token]) -> str:
    """The text of a run to be cut: no word runs into one that asks (承诺书|签了), a letter may behind it (多少人口)."""
    text = _with_verb(run[0]) if run else ""
    for before, token in pairwise(run):
        into = _only_asks(token) and len(token.text) > 1
        out_of = _only_asks(before) and len(before.text) > 1 and len(token.text) > 1
        out_of |= before.word and len(before.text) > 1 and token.unknown
        text += f" {_with_verb(token)}" if into or out_of else _with_verb(token)
    return text


def _with_verb(token: Token) -> str:
    """What is cut of a token: an object that is parted from its verb stands with it (讲了多少场课, 上过几次新闻)."""
    return token.means if token.means.endswith(token.text) else text_of(token)


def _is_one_word(text: str) -> bool:
    """Whether no dictionary may cut a text: a figure made by its ending (维持率), the opposite of a word (不成功)."""
    return text[-1] in ENDINGS or (text[0] in NEGATIONS and len(text) <= _LONGEST_OPPOSITE)


def _bare(word: str, lexicon: Lexicon, dictionary: Dictionary) -> str:
    """A word without the unit that runs into it: 个村 → 村."""
    runs_in = len(word) > 1 and word[0] in lexicon.units and not dictionary.is_word(word)
    return word[1:] if runs_in else word


def _of_letters(tokens: Sequence[Token], lexicon: Lexicon, dictionary: Dictionary) -> list[str]:
    """Words made of single characters that each only ask: 小 and 区 in 小区."""
    found = []
    for token, behind in pairwise(tokens):
        both = token.text + behind.text
        letters = len(both) == 2 and _only_asks(token) and _only_asks(behind)
        if letters and dictionary.is_word(both) and dictionary.content_words(both) and not _is_filler(both, lexicon):
            found.append(both)
    return found


def _is_number(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number with its unit: 6万宗, 500件."""
    number = _NUMBER.fullmatch(word)
    return number is not None and (not number["unit"] or number["unit"] in lexicon.units)


def _is_filler(word: str, lexicon: Lexicon) -> bool:
    roles = lexicon.questions.roles.get(word, frozenset())
    return word in lexicon.filler or bool(unit_asked(word, lexicon.units) or (roles and Role.MUST not in roles))


def _only_asks(token: Token) -> bool:
    return bool(token.roles) and not (token.topic or token.says or token.places or token.years)


def _is_content(token: Token, explained: Collection[str], topics: Sequence[str]) -> bool:
    if token.unknown:
        return not (topics and token.text.isdecimal())
    if _must(token, explained):
        return True
    if token.means:
        return token.text not in explained
    known = (token.word or token.says or token.topic) and not token.roles
    return bool(known and token.topic not in topics and token.text not in explained)


def _must(token: Token, explained: Collection[str]) -> bool:
    """Whether a word must be answered: 材料, unless it only says what is counted (代写材料)."""
    return Role.MUST in token.roles and not (token.word and token.text in explained)


def _next(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at + 1] if at + 1 < len(tokens) else None


def _begins_word(tokens: Sequence[Token], at: int, dictionary: Dictionary) -> bool:
    """Whether an unknown character makes a word with what follows it, so that it ends no other: 税收, 普查, 由谁."""
    behind = _next(tokens, at)
    if behind and not behind.gap and (behind.says or behind.word) and not behind.roles and tokens[at].text not in HEADS:
        return True
    if _goes_on(tokens, at, behind) or not dictionary.content_words(tokens[at].text):
        return True
    return behind is not None and not behind.gap and dictionary.is_word(tokens[at].text + behind.text[:1])


def _goes_on(tokens: Sequence[Token], at: int, behind: Token | None) -> bool:
    """Whether a single unknown character runs into another single one: 税收 is a word of its own, no ending."""
    token = tokens[at]
    return behind is not None and token.unknown and not behind.gap and len(behind.text) == 1 and not behind.roles


def _is_sort(tokens: Sequence[Token], at: int, dictionary: Dictionary) -> bool:
    """Whether a single character says which sort of those behind it is meant: 老|部门, 副|法律顾问."""
    token, behind = tokens[at], _next(tokens, at)
    if token.text not in _SORTS or not token.unknown or behind is None or behind.gap:
        return False
    return len(behind.text) > 1 and not any(
        map(dictionary.is_word, (token.text + behind.text, token.text + behind.text[:2]))
    )


def _names_table(before: Token, token: Token, behind: Token | None) -> bool:
    """Whether a table is named that somebody made, and none is wanted: 登记表 in 登记表填了几份, not 登记 表."""
    runs_on = behind is not None and not behind.gap
    return token.roles == {Role.TABLE} and len(token.text) == 1 and before.unknown and runs_on


def _is_suffix(token: Token, before: Token) -> bool:
    """Whether a token makes another word of the one that it follows: 律师费, 光明街道."""
    return (
        not (before.places or before.whole)
        and token.unknown
        and len(token.text) == 1
        and not (before.roles or before.years)
    )


def unread_of(words: Sequence[str], text: str, vocabulary: Segmenter) -> tuple[str, ...]:
    """The stretches of the text that hold words that the vocabulary does not know, with what they run into.

    A word with a known stem (维持率, 不成功) was read, though nothing may answer it.
    """
    stretches: list[tuple[int, int, bool]] = []
    for word in words:
        start = text.find(word)
        if start < 0:
            continue
        strange = not any(map(vocabulary.look_up, (word, word[:-1], word[1:])))
        if stretches and stretches[-1][1] == start:
            first, _, before = stretches.pop()
            start, strange, end = first, strange or before, start + len(word)
        else:
            end = start + len(word)
        stretches.append((start, end, strange))
    told = (text[start:end] for start, end, strange in stretches if strange)
    return tuple(dict.fromkeys(one if len(one) <= _TOLD else f"{one[:_TOLD]}…" for one in told))
