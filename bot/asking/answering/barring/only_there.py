"""Figures of what there is, where a question asks to how many something was done, or of those of another level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.model import Fact, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon

_DONE = re.compile("([\u3400-\u9fff]{2})[了过](?:多少|几)")
_SUFFERED = re.compile("被(?![告人诉申])([\u3400-\u9fff]{2,4}?)(?:的|了|过|$)")
_OF_VILLAGES = re.compile("(?:村社区|村居|社区|村)(?:的)?(?=法律顾问)")
_OF_TOWNS = re.compile("(?:镇街|乡镇|街道|镇|乡|[省市区县]政府)(?:首席)?(?:的)?(?=法律顾问)")


def without_only_there(facts: Sequence[Fact], query: Query, lexicon: Lexicon) -> Sequence[Fact]:
    """The figures without those that only tell how many there are of those to whom a question asks that something was
    done, or are of the counsel of towns where that of villages is meant."""
    deeds = {done[1] for said in query.said for done in _DONE.finditer(said)} & set(query.words)
    deeds |= {done[1] for said in query.said for done in _SUFFERED.finditer(said)}
    if deeds:
        facts = [fact for fact in facts if not _is_only_there(fact, deeds, lexicon)]
    said = plain("".join(query.said))
    if _OF_VILLAGES.search(said) and not _OF_TOWNS.search(said):
        facts = [fact for fact in facts if not _is_of_towns(plain(fact.claim.measure))]
    return facts


def _is_only_there(fact: Fact, deeds: set[str], lexicon: Lexicon) -> bool:
    """Whether a figure tells of no such deed, but of what is there or of another one: 服务了多少家律所 asks for none of
    律师事务所12家, whose sentence tells of 法律服务, nor do 被处罚的律所."""
    pattern = lexicon.pattern(fact.indicator)
    if pattern is None:
        return False
    measure, same = plain(fact.claim.measure), lexicon.alike.same
    bare = measure in (plain(pattern.indicator.name), *map(plain, pattern.says))
    own = same(measure)
    told = bare or any(deed in own for deed in lexicon.alike.deeds)
    return told and all(deed not in measure and same(deed) not in own for deed in deeds)


def _is_of_towns(measure: str) -> bool:
    """Whether a measure names the counsel of towns and not of villages: 镇(街道)首席法律顾问."""
    return _OF_TOWNS.search(measure) is not None and _OF_VILLAGES.search(measure) is None
