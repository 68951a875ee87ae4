"""Figures of what there is, where a question asks to how many something was done, or of those of another level."""

from __future__ import annotations

import re

from bot.model import Fact, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon

_DONE = re.compile("([\u3400-\u9fff]{2})[了过](?:多少|几)")
_SUFFERED = re.compile("被(?![告人诉申])([\u3400-\u9fff]{2,4}?)(?:的|了|过|$)")
_OF_VILLAGES = re.compile("(?:村社区|村居|社区|村)(?:的)?(?=法律顾问)")
_OF_TOWNS = re.compile("(?:镇街|乡镇|街道|镇|乡|[省市区县]政府)(?:首席)?(?:的)?(?=法律顾问)")


def is_only_there(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure only tells how many there are of those to whom something was done, or what else was done to
    them: 服务了多少家律所 asks for none of 律师事务所12家, whose sentence tells of 法律服务, nor do 被处罚的律所."""
    deeds = {done[1] for said in query.said for done in _DONE.finditer(said)} & set(query.words)
    deeds |= {done[1] for said in query.said for done in _SUFFERED.finditer(said)}
    pattern = lexicon.pattern(fact.indicator)
    if not deeds or pattern is None:
        return False
    measure, same = plain(fact.claim.measure), lexicon.alike.same
    bare = measure in (plain(pattern.indicator.name), *map(plain, pattern.says))
    own = same(measure)
    told = bare or any(deed in own for deed in lexicon.alike.deeds)
    return told and all(deed not in measure and same(deed) not in own for deed in deeds)


def is_of_other_level(fact: Fact, query: Query) -> bool:
    """Whether a figure is of the counsel of towns, and that of villages was asked for: 镇(街道)首席法律顾问."""
    said, measure = plain("".join(query.said)), plain(fact.claim.measure)
    asked = _OF_VILLAGES.search(said) is not None and _OF_TOWNS.search(said) is None
    return asked and _OF_TOWNS.search(measure) is not None and _OF_VILLAGES.search(measure) is None
