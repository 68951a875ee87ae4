"""Which figures hold the words of a question that no entry of the lexicon covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.asking.answering.weighing.counting import has_unit, is_counted_by_name
from bot.asking.understanding.continuing.short_verbs import says_in_short
from bot.asking.understanding.cutting.segmentation import ENDINGS, PARTS_OF_PLACES
from bot.asking.understanding.framing.streets import names_part
from bot.model import Fact, Query
from bot.words.indicators import covered, plain
from bot.words.lexicon import Lexicon
from bot.words.match import NEGATIONS

_BREAKS = ",，;；。、:："
_EMPTY_END = re.compile("(?:案件|数量|人数|数|情况|活动|工作)$")
_BRACKETS = re.compile("[()（）]")
_BREAK = re.compile(f"[{_BREAKS}]")
_BESIDE, _AFTER = 6, 14
_LONG = 4
_COVERED = 0.6
_MANY_LETTERS = 8
_WITHIN_OTHERS = {"小学": "中小学", "成年人": "未成年人", "成年": "未成年", "诉讼": "非诉讼"}
"""Words, each with one that holds it and says more or the opposite."""
_EVERYDAY = 2
_LEVELS = frozenset("省市区县州")
_GOVERNMENT = re.compile("[省市区县]政府")
_OF_CLASS = re.compile("(?:第)?[一二三四五六甲乙丙][类级等]")
"""Words that make a class of a thing, of which the whole beside it is none: 二类 of 共20个，其中二类占5%."""


_EACH = re.compile("每(?:一)?[个所家名位件宗起间处支]")
_PER_HEAD = ("人均", "每人", "每个人", "平均每人", "每名", "每位")


def is_each(word: str, text: str) -> bool:
    """Whether a word says that each one has its share, as a text does in other words: 每个 of 每所, 每人 of 人均."""
    if word in _PER_HEAD and any(per in text for per in _PER_HEAD):
        return True
    return _EACH.fullmatch(word) is not None and _EACH.search(text) is not None


class Distance(NamedTuple):
    """How far words stand from a figure: how many it lacks, are not in what it measures, are not close to it."""

    lacking: int
    unnamed: int
    apart: int


def holding(facts: Iterable[Fact], query: Query, lexicon: Lexicon) -> list[tuple[Distance, Fact]]:
    """The facts whose clause or measure holds every word, or another for it (alike.toml), the nearest first; of long
    ones, the measure may lack one.

    Without a topic or an indicator the clause alone is not enough: 人口 stands in the title of a rule that somebody
    counted. Nor is a figure in other units than those that were named.
    """
    words = tuple(word.lower() for word in query.words)
    known = bool(query.topics or query.indicators)
    found = []
    for fact in facts:
        # A short word that stands alone is taken as it is.
        reworded = known or len(words) > 1 or all(len(word) >= _LONG for word in words)
        distance = _distance(fact, words, lexicon if reworded else None)
        if distance is None or not (known or _is_counted_so(fact, query)):
            continue
        far = distance.apart == len(words) and query.units and not query.indicators
        if (known and not far) or not distance.apart or distance.unnamed < len(words):
            found.append((distance, fact))
    if any(not distance.lacking for distance, _ in found):
        found = [(distance, fact) for distance, fact in found if not distance.lacking]
    own = _GOVERNMENT.findall("".join(query.said))
    topics = (topic for name in query.topics if (topic := lexicon.topic(name)))
    names = [name for topic in topics for name in topic.names if any(name in phrase for phrase in query.said)]

    def by_words(pair: tuple[Distance, Fact]) -> tuple[int, ...]:
        # 地方性法规 is a name of the topic that rules of government are of as well.
        measure = pair[1].claim.measure
        # What says a word whole is nearer than what has it in pieces: 行政复议确认违法 for 行政确认.
        pieces = not any(pair[0]) and sum(word not in _named(pair[1]) for word in words)
        return (*pair[0], pieces, _lacks(pair[1], own), -any(name in measure for name in names), len(measure))

    return sorted(found, key=by_words)


def _is_counted_so(fact: Fact, query: Query) -> bool:
    """Whether a figure may be counted as a question without a topic asks, by its unit or by its name."""
    return not query.units or has_unit(fact, query.units) or is_counted_by_name(fact, query)


def _lacks(fact: Fact, names: Sequence[str]) -> bool:
    """Whether what a figure measures lacks one of some names: documents of departments, of 区政府文件."""
    return any(name not in _named(fact) for name in names)


def names_all(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether what a figure measures, or whose it is, holds all the words of a question."""
    distance = _distance(fact, tuple(word.lower() for word in query.words), lexicon)
    return distance is not None and not (distance.unnamed or distance.lacking)


def counted(fact: Fact, query: Query) -> bool:
    """Whether a figure counts what one of the words names, not something that the word only describes.

    退休法官调解案件161宗 counts no 法官: a word is counted that ends the measure, stands beside the number, or is whose
    figure it is. A unit that was named settles it.
    """
    if query.units and has_unit(fact, query.units):
        return True
    claim = fact.claim
    measure = _EMPTY_END.sub("", claim.measure)
    before, _, after = claim.quote.partition(fact.text)
    beside = f"{before[-_BESIDE:]}\n{_BREAK.split(after[:_AFTER])[0]}"
    return any(measure.endswith(w) or w in beside or claim.subject.endswith(w) or w in claim.unit for w in query.words)


def stands_alone(query: Query) -> bool:
    """Whether a question is one word that the lexicon does not know."""
    return len(query.words) == 1 and not (query.topics or query.indicators)


def counts_only(fact: Fact, word: str, lexicon: Lexicon) -> bool:
    """Whether a figure counts what a word names, and not only some of it: 服务企业 are not all 企业."""
    measure = plain(fact.claim.measure)
    rest = measure.replace(word, "")
    if measure.endswith(word) and len(word) > _EVERYDAY and len(rest) <= _EVERYDAY:
        # 法治前哨站 are 前哨站, 服务企业 are not all 企业.
        return True
    topic = lexicon.topic(fact.claim.topic)
    if topic and measure.endswith(word):
        # The topic's name only says whose they are: 法律援助工作站.
        rest = rest.replace(topic.name, "")
    return covered(rest, lexicon.filler, max(map(len, lexicon.filler)))


def is_everyday(word: str) -> bool:
    """Whether a word is so short that many measures hold it by chance."""
    return len(word) <= _EVERYDAY


def _distance(fact: Fact, words: Sequence[str], lexicon: Lexicon | None) -> Distance | None:
    """How far the words stand from a figure; None when its clause does not hold them all."""
    named = _named(fact)
    unnamed = [word for word in words if not (_holds(named, word) or _holds_alike(named, word, lexicon))]
    if not unnamed:
        return Distance(0, 0, 0)
    clause = f"{fact.claim.quote}\n{fact.section}".lower()
    # A single letter stands in any clause by chance.
    # A part's figures are only those that name it: in the clause it may be one of several places.
    there = [word for word in unnamed if _holds(clause, word) or _holds_alike(clause, word, lexicon)]
    if len(there) < len(unnamed) or not all(len(word) > 1 and not names_part(word) for word in unnamed):
        named_letters = sum(map(len, words)) - sum(map(len, unnamed))
        lacks_little = len(unnamed) == 1 and named_letters >= _MANY_LETTERS and not names_part(unnamed[0])
        # 中小学 may be what 学校 asks for; 旅游 is nothing that the measure says.
        return Distance(1, 0, 0) if lacks_little and set(unnamed[0]) & set(named) else None
    part = part_around(fact).lower()
    if any((word in PARTS_OF_PLACES or _OF_CLASS.fullmatch(word)) and word not in part for word in unnamed):
        # What is counted beside it may be in the streets and villages, or of the second class, this need not be.
        return None
    return Distance(0, len(unnamed), sum(not _holds(part, word) for word in unnamed))


def _named(fact: Fact) -> str:
    # 乡镇(街道) is 乡镇街道.
    return _BRACKETS.sub("", f"{fact.claim.subject}\n{fact.claim.measure}".lower())


def _holds_alike(text: str, word: str, lexicon: Lexicon | None) -> bool:
    """Whether a text holds another word for one that people use: 线上 for 网上."""
    if lexicon is None or names_part(word) or word in _WITHIN_OTHERS:
        return False
    # What a broad verb stands for is told by the topic.
    if word[:-1] not in lexicon.alike.broad and says_in_short(word, text):
        return True
    meant = lexicon.alike.same(word)
    return any(meant in lexicon.alike.same(line) for line in text.split("\n"))


def _holds(text: str, word: str) -> bool:
    """Whether a text holds a word: whole, with a little in between (电子手环 in 电子定位手环), or most of its pairs."""
    if word in text:
        other = _WITHIN_OTHERS.get(word)
        return other is None or word in text.replace(other, "")
    if word[0] in NEGATIONS:
        return False
    if word[-1] in ENDINGS and len(word) >= _LONG - 1:
        # 整改率 is 整改完成率.
        return re.search(f"{re.escape(word[:-1])}.{{0,2}}{word[-1]}", text) is not None
    if len(word) < _LONG or not set(word[:2]) & set(text) or word[-2:] not in text:
        return False
    if (body := _GOVERNMENT.match(word)) and body[0] not in text:
        # 市政府作为被申请人 is none of what a county's government is.
        return False
    if any(inner in word and inner not in text.replace(other, "") for inner, other in _WITHIN_OTHERS.items()):
        # 代理非诉讼 is no 代理诉讼.
        return False
    if re.search(".{0,2}".join(re.escape(character) for character in word), text):
        return True
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    # The place's own body needs no word of its level: 市人大常委会 is 人大常委会.
    begun = pairs[0] in text or word[0] in _LEVELS
    return begun and sum(pair in text for pair in pairs) > _COVERED * len(pairs)


def does_further_on(fact: Fact, query: Query) -> bool:
    """Whether the deed that a question counts by stands in nothing but a clause behind that of a figure: who asks
    覆盖多少个村 means none of 深化示范村11个,…,副校长全覆盖."""
    before, _, behind = fact.claim.quote.partition(fact.text)
    _, _, further = _BREAK.sub("\n", behind).partition("\n")
    near = f"{_named(fact)}\n{before}\n{part_around(fact)}\n{fact.section}"
    strays = (word for word in query.words if word in further and word not in near)
    return any(re.search(f"{re.escape(word)}[了过]?(?:多少|几)", said) for word in strays for said in query.said)


def part_around(fact: Fact) -> str:
    """The part of the clause between the punctuation marks around the figure."""
    quote, text = fact.claim.quote, fact.text
    at = quote.find(text)
    if at < 0:
        return ""
    start = max((quote.rfind(mark, 0, at) for mark in _BREAKS), default=-1) + 1
    ends = [end for mark in _BREAKS if (end := quote.find(mark, at + len(text))) >= 0]
    return quote[start : min(ends, default=len(quote))]
