"""Figures of some only of what was asked for: of one part, one kind, one body, one piece of a topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.answering.weighing.counting import has_unit, tells_units
from bot.asking.understanding.cutting.segmentation import PARTS_OF_PLACES
from bot.asking.understanding.framing.streets import names_part
from bot.model import Fact, Query
from bot.words.indicators import covered, plain
from bot.words.lexicon import Lexicon

_GOVERNMENT = re.compile("[省市区县州旗镇]政府(?!各?(?:工作)?部门)")
_WHOLE_PLACE = re.compile("全[省市区县州镇]")
_KIND_OF = re.compile("[\u3400-\u9fff][^各几多此这该分同两一二三四五六七八九十]类(?![别型])|涉[企外农港台军访]")
"""Words that make one kind of a thing: 信息公开类, 涉企."""


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
