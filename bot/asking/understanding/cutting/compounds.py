"""Words that are made of known ones and mean something else: 禾湾社区 is no 社区, 法律援助律师 are not all 律师."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, ENDINGS, PARTS_OF_PLACES, Token, is_part
from bot.asking.understanding.cutting.swallowing import meanings_of
from bot.words.lexicon import Lexicon
from bot.words.match import NEGATIONS

_NAMES = range(2, 5)
"""How long the name of a street, town, village or community is without its kind."""
_ROW, _BETWEEN = 3, frozenset("、,，和与及")
_IN_ROW = PARTS_OF_PLACES | {"学校", "机关", "企业", "单位"}
_GOVERNMENT = "政府"
_ISSUES = frozenset({"印发", "发布", "出台", "制定", "制发"})
"""What makes a paper its government's own; one that it looks over may be anybody's."""
_DONE = "了过"
_COMPLAINED_OF = "为被申请人"


def compounded(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens with those that make one word together joined; such a word is unknown and never cut."""
    examples = {at for at in range(len(tokens) - 2) if _is_example(*tokens[at : at + 3])}
    joined = list(_joined([t for at, t in enumerate(tokens) if at not in examples], lexicon))
    return tuple(_with_issuers(list(_with_parties(joined)), lexicon))


def _with_parties(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, a government with what says that it was complained of as one word: others have cases too."""
    for at, token in enumerate(tokens):
        before, behind = tokens[at - 1 : at], tokens[at + 1 : at + 2]
        if token.means == _COMPLAINED_OF and before and _is_government(before[0]):
            yield replace(Token(before[0].text + token.text, before[0].start), whole=True)
        elif not (behind and behind[0].means == _COMPLAINED_OF and _is_government(token)):
            yield token


def _is_government(token: Token) -> bool:
    return token.word and token.text.endswith(_GOVERNMENT)


def _with_issuers(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """The tokens, what a government is said to issue as its own: 区政府|发了|多少份|规范性文件 are 区政府规范性文件."""
    issuer, issued = "", False
    for token in tokens:
        if token.gap and CLAUSE_ENDS & set(token.text):
            issuer, issued = "", False
        elif token.text.endswith(_GOVERNMENT) and token.word:
            issuer, issued = token.text, False
        elif issuer and {form.rstrip(_DONE) for form in meanings_of(token)} & _ISSUES:
            issued = True
        own = issuer + token.text if issued and token.topic and not token.means else ""
        known = own and any(own in group for p in lexicon.patterns[token.topic] for group in p.groups)
        yield replace(token, means=own) if known else token


def _joined(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    held: Token | None = None
    for at, token in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if held is not None and behind is not None and _begins_name(held, token, behind):
            held = Token(held.text + token.text, held.start)
            continue
        if held is not None and _names_part(held, token):
            held = replace(Token(held.text + token.text, held.start), whole=True)
            continue
        if held is not None:
            yield held
        if held is not None and (_are_people(held, token, lexicon) or _are_of_body(held, token, lexicon)):
            token = replace(Token(held.text + token.text, held.start), whole=True)
        held = token
    if held is not None:
        yield held


def _begins_name(first: Token, second: Token, kind: Token) -> bool:
    """Whether a known character only begins the name of a part of a place: 新|湖|街道."""
    letters = len(first.text) == len(second.text) == 1 and first.word and not first.roles
    return letters and second.unknown and kind.text in PARTS_OF_PLACES and first.end == second.start


def _names_part(name: Token, kind: Token) -> bool:
    """Whether an unknown word runs into the kind of place that it names: 马田|街道."""
    return name.unknown and not name.whole and len(name.text) in _NAMES and kind.text in PARTS_OF_PLACES


def _is_example(example: Token, and_so_on: Token, thing: Token) -> bool:
    """Whether an unknown word only names one of several things: 自杀 in 自杀等突发事件."""
    known = (thing.word or thing.says) and not thing.roles
    return example.unknown and and_so_on.text == "等" and bool(known)


def _are_people(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a topic's name that is the name of its people runs on from another topic: 法律援助|律师."""
    topic = lexicon.topic(token.topic) if before.topic and token.topic not in ("", before.topic) else None
    return topic is not None and token.text != topic.name and bool(topic.people) and topic.people.endswith(token.text)


def _are_of_body(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether people of another topic run on from what is counted: 律所|党员人数 are not all 党员."""
    body, people = lexicon.indicator(before.says), lexicon.indicator(token.says)
    return body is not None and people is not None and body.topic != people.topic and "人" in people.units


def with_rows_apart(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, the name of a place apart from a row of kinds that it runs into: 光明|社区、街道, all of it."""
    for at, token in enumerate(tokens):
        yield token
        row = tokens[at + 1 : at + 4]
        joined = len(row) == _ROW and row[1].text in _BETWEEN and row[2].text in _IN_ROW
        if joined and is_part(token, row[0]):
            yield Token(" ", token.end, gap=True)


def with_opposites_and_endings(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the opposite of a word (不成功) and the figure made of one (维持率) as unknown words."""
    return list(_with_endings(list(_with_denials(tokens))))


def _with_denials(tokens: Sequence[Token]) -> Iterator[Token]:
    """不 + 成功 is the opposite of 成功: a denial makes an unknown word of a known one."""
    denial: Token | None = None
    for token in tokens:
        if denial is None and token.unknown and token.text in NEGATIONS:
            denial = token
        elif denial is None:
            yield token
        else:
            joins = _says_what(token) and not token.gap
            yield from (Token(denial.text + token.text, denial.start),) if joins else (denial, token)
            denial = None
    if denial is not None:
        yield denial


def _with_endings(tokens: Sequence[Token]) -> Iterator[Token]:
    """维持 + 率 is another figure than 维持: an ending makes an unknown word of a known one."""
    for at, token in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        before = tokens[at - 1] if at else None
        if behind and behind.text in ENDINGS and not token.gap and _says_what(token):
            yield Token(token.text + behind.text, token.start)
            if token.topic:
                yield replace(token, text="", word=False, says="")
        elif not (before and token.text in ENDINGS and not before.gap and _says_what(before)):
            yield token


def _says_what(token: Token) -> bool:
    return bool(token.word or token.topic or token.says or (token.unknown and len(token.text) > 1))
