"""Which figures hold the words of a question that no entry of the lexicon covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.asking.understanding.segmentation import ENDINGS, PARTS_OF_PLACES
from bot.asking.understanding.streets import names_part
from bot.model import Fact, Kind, Query
from bot.words.indicators import ANY_UNIT, covered, plain
from bot.words.lexicon import Lexicon
from bot.words.match import NEGATIONS


class Distance(NamedTuple):
    """How far words stand from a figure: how many it lacks, are not in what it measures, are not close to it."""

    lacking: int
    unnamed: int
    apart: int


_BREAKS = ",，;；。、:："
_EMPTY_END = re.compile("(?:案件|数量|人数|数|情况|活动|工作)$")
_BREAK = re.compile(f"[{_BREAKS}]")
_BESIDE, _AFTER = 6, 14
_LONG = 4
_COVERED = 0.6
_MANY_LETTERS = 8
COUNTABLE = (
    *("员", "师", "官", "长", "者", "警", "人", "院", "校", "所", "局", "站", "厅", "店", "厂", "公司", "企业", "银行"),
    *("居民", "农民", "村民", "市民", "公民", "学生", "医生", "职工", "员工", "民工", "司机", "干部", "商会", "协会"),
    *("村", "镇", "乡", "社区", "街道", "园区", "小区"),
)
"""What names of people and bodies end in: who asks for one of these alone asks how many there are."""
_OF_BODIES = frozenset("个家所名人位间处座")
_OF_DEEDS = re.compile("(?:多少|几|好多)(?:案|纠纷|矛盾|官司)")
"""What asks how much somebody does, not how many of them there are: 退休法官调了多少案子."""
_COUNTS = re.compile("[^率例重]的?(?:一共|总共|共|到底|究竟|大概|大约)?有(?:多少|几)个?[啊呀呢吗]?$")
_WITHIN_OTHERS = {"小学": "中小学", "成年人": "未成年人", "成年": "未成年", "诉讼": "非诉讼"}
"""Words, each with one that holds it and says more or the opposite."""
_EVERYDAY = 2
_GOVERNMENT = re.compile("[省市区县州旗镇]政府(?!各?(?:工作)?部门)")
_WHOLE_PLACE = re.compile("全[省市区县州镇]")
_KIND_OF = re.compile("[\u3400-\u9fff][^各几多此这该分同两一二三四五六七八九十]类(?![别型])|涉[企外农港台军访]")
"""Words that make one kind of a thing: 信息公开类, 涉企."""
_OF_CLASS = re.compile("(?:第)?[一二三四五六甲乙丙][类级等]")
"""Words that make a class of a thing, of which the whole beside it is none: 二类 of 共20个，其中二类占5%."""
_OF_CASES = frozenset({"宗", "起", "桩", "例"})
_OF_SESSIONS = frozenset({"场", "场次", "期", "期次"})
"""What no bodies and places are counted in: 站点服务多少场 wants no stations."""
_CASE = re.compile("案|纠纷|矛盾|争议|诉讼|官司|事件|投诉|隐患|线索")
"""What may be counted in 宗 where a report counts it in 个: no stations."""
_CASES_ASKED = re.compile("案[件子]?的?(?:数量?|总数)?(?:一共|总共|共|有|是)*(?:多少|几)[件个宗起桩例]?[啊呀呢吗]?$")
_OF_PEOPLE = frozenset({"人", "名", "位", "人次", "名次"})
_PEOPLE_IN_NAME = {"人次": "人次", "人数": "人"}
"""What a measure without a unit ends in where it says itself that people are counted: 观看人次超10万."""
_OF_TIME = frozenset({"天", "日", "工作日", "个工作日", "个自然日", "小时", "个小时", "分钟", "个月", "月", "周", "年"})
OF_RATIOS = frozenset({"%", "个百分点", "百分点", "倍", "成", "分"})


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
        if distance is None or (not known and query.units and not has_unit(fact, query.units)):
            continue
        far = distance.apart == len(words) and query.units and not query.indicators
        if (known and not far) or not distance.apart or distance.unnamed < len(words):
            found.append((distance, fact))
    if any(not distance.lacking for distance, _ in found):
        found = [(distance, fact) for distance, fact in found if not distance.lacking]
    return sorted(found, key=lambda pair: (*pair[0], len(pair[1].claim.measure)))


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


def asks_how_many(query: Query) -> bool:
    """Whether a question of one word wants all that there are: 法官, 企业总数, 多少家企业; not 前哨站多少场."""
    of_things = not query.units or bool(_OF_BODIES & set(query.units))
    named = bool(query.units) or Kind.COUNT in query.kinds or query.words[0].endswith(COUNTABLE)
    return (
        of_things and named and not any(_OF_DEEDS.search(phrase.partition(query.words[0])[2]) for phrase in query.said)
    )


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


def asks_bodies(query: Query) -> bool:
    """Whether a question asks how many people or bodies of a name there are, in 个: 社区的有几个."""
    return query.units == (ANY_UNIT,) and any(word.endswith(COUNTABLE) for word in query.words)


def only_lies_in(fact: Fact, words: Sequence[str]) -> bool:
    """Whether a figure is of one part of a place, and such parts are what is counted: 街道 for those of 马田街道."""
    kinds = [word for word in words if word in PARTS_OF_PLACES]
    return any(fact.claim.subject.endswith(kind) and kind not in fact.claim.measure for kind in kinds)


def is_kind_only(fact: Fact, query: Query) -> bool:
    """Whether a figure is of one kind of a thing that was asked for as such: 信息公开类行政复议, 涉企行政复议."""
    said = "".join(query.said)
    return any(kind[0] not in said for kind in _KIND_OF.finditer(fact.claim.measure))


def names_kind_of(said: str, word: str) -> bool:
    """Whether a word says in a phrase which kind of a thing is meant: 环保 in 环保类行政处罚, 涉企."""
    return any(kind[0] in f"{word}类" for kind in _KIND_OF.finditer(said))


def is_of_part(fact: Fact, query: Query) -> bool:
    """Whether a figure is a part's while the whole place was asked about: 全区前哨站 of 马田街道."""
    part, said = fact.claim.subject, "".join(query.said)
    return names_part(part) and part not in said and _WHOLE_PLACE.search(said) is not None


def is_other_bodys(fact: Fact, query: Query) -> bool:
    """Whether a figure is said of others while the government itself was asked about: 部门镇街 of 区政府败诉率."""
    subject = fact.claim.subject
    return bool(subject) and not _GOVERNMENT.search(subject) and any(map(_GOVERNMENT.search, query.said))


def is_part_only(fact: Fact, name: str, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure counts something of a topic all of which was asked for: 审查疫情防控工作文件 of 合法性审查."""
    topic = lexicon.topic(name)
    if topic is None or fact.indicator or not tells_units(query.units) or has_unit(fact, query.units):
        return False
    said = lexicon.filler | lexicon.alike.light | lexicon.units | {topic.name, *topic.words, "案件"}
    return not covered(plain(fact.claim.measure), said, max(map(len, said)))


def has_unit(fact: Fact, units: Sequence[str]) -> bool:
    """Whether a figure has one of the units that were named: 场 is 场次 too, 次 is not 人次, 人 may be."""
    unit = fact.claim.unit or next((u for end, u in _PEOPLE_IN_NAME.items() if fact.claim.measure.endswith(end)), "")
    if unit == "人次":
        return unit in units or "人" in units
    return unit in units or any(len(named) == 1 and named in unit for named in units)


def tells_units(units: Sequence[str]) -> bool:
    """Whether the units that were named tell that something is counted: 件, 人次; in 个 anything may be."""
    return any(unit != ANY_UNIT and unit not in OF_RATIOS for unit in units)


def asks_count(query: Query) -> bool:
    """Whether a question without a unit wants to know how many there are: 打官司的有多少, and not 应诉率有多少."""
    return not query.units and any(_COUNTS.search(phrase) for phrase in query.said)


def counts_named(query: Query) -> bool:
    """Whether a question asks 多少 of what one of its words names: 多少单位 wants neither a rank nor a time."""
    return not (query.units or query.kinds) and any(
        f"{many}{word}" in phrase for phrase in query.said for word in query.words for many in ("多少", "多少个")
    )


def is_time(unit: str) -> bool:
    """Whether a unit measures how long something takes."""
    return unit in _OF_TIME


def of_people_only(units: Sequence[str]) -> bool:
    """Whether only people are counted in the units that were named."""
    return bool(units) and _OF_PEOPLE.issuperset(units)


def counts_alike(fact: Fact, units: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a figure may be counted in one of the units that were named, if any tells something: 件 for 宗."""
    told = {unit for unit in units if unit != ANY_UNIT}
    own = fact.claim.unit
    if not own and not fact.claim.value and fact.claim.kind is Kind.COUNT:
        # 零败诉 is none in any unit.
        return True
    if own == ANY_UNIT and told and told <= _OF_CASES and not _CASE.search(fact.claim.measure):
        return False
    if own == ANY_UNIT and told and told <= _OF_SESSIONS and plain(fact.claim.measure).endswith(COUNTABLE):
        return False
    # People are counted in 个 only by who asks: 9个村 are none.
    alike = (family for family in lexicon.families if own in family and not (own == ANY_UNIT and told <= _OF_PEOPLE))
    return not told or own in told or any(told & family - {ANY_UNIT} for family in alike)


def may_be_cases(fact: Fact, query: Query) -> bool:
    """Whether a figure may count cases where these are asked for: 案件有多少宗 wants no stations."""
    told = {unit for unit in query.units if unit != ANY_UNIT}
    asked = (bool(told) and told <= _OF_CASES) or any(_CASES_ASKED.search(phrase) for phrase in query.said)
    return not asked or fact.claim.unit in _OF_CASES or _CASE.search(fact.claim.measure) is not None


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
    return f"{fact.claim.subject}\n{fact.claim.measure}".lower()


def _holds_alike(text: str, word: str, lexicon: Lexicon | None) -> bool:
    """Whether a text holds another word for one that people use: 线上 for 网上."""
    if lexicon is None or names_part(word) or word in _WITHIN_OTHERS:
        return False
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
    if re.search(".{0,2}".join(re.escape(character) for character in word), text):
        return True
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    return sum(pair in text for pair in pairs) >= _COVERED * len(pairs)


def part_around(fact: Fact) -> str:
    """The part of the clause between the punctuation marks around the figure."""
    quote, text = fact.claim.quote, fact.text
    at = quote.find(text)
    if at < 0:
        return ""
    start = max((quote.rfind(mark, 0, at) for mark in _BREAKS), default=-1) + 1
    ends = [end for mark in _BREAKS if (end := quote.find(mark, at + len(text))) >= 0]
    return quote[start : min(ends, default=len(quote))]
