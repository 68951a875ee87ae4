"""Figures of only some of what was asked for, or whose sentence says a word of the question of another figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.answering.weighing.counting import counts_alike, tells_units
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wording import part_around
from bot.asking.understanding.continuing.levels import LEVEL
from bot.model import Fact, Kind, Query
from bot.words.indicators import covered, plain
from bot.words.lexicon import Lexicon

_CLAUSE = re.compile("[,，;；。:：]")
_SEVERAL = re.compile("[、,，和与跟及各]|分别")
_PAIR = 2
_EACH_PERIOD = re.compile("每(?:半?年|季度?|个?月|周|天|日)")
_IN_ALL = re.compile("全年|一年|总共|一共|累计")


def is_of_some(fact: Fact, pool: Pool, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure counts some only of what a question names by its own words, or stands beside what it names."""
    if _is_of_each_period(fact, query):
        return True
    if not query.words:
        return False
    return (
        _says_which(fact, query, lexicon)
        or _is_beside_named(fact, pool, query, lexicon)
        or _is_told_of_other(fact, pool, query, lexicon)
        or _is_of_narrower(fact, query, lexicon)
    )


def _is_of_each_period(fact: Fact, query: Query) -> bool:
    """Whether a figure is of each quarter, month, … while that of the year is asked for: 每季度召开1次 of 全年几次."""
    said = plain("".join(query.said))
    return _EACH_PERIOD.match(plain(fact.claim.measure)) is not None and _IN_ALL.search(said) is not None


def _says_which(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a measure says which ones it counts, and the question, of no topic, none of it: 新设工会的企业 of 企业.

    A topic says by itself which ones a report tells of: 社区矫正 of 隐患案件.
    """
    which, _, thing = plain(fact.claim.measure).rpartition("的")
    if min(len(which), len(thing)) < _PAIR or query.topics:
        return False
    said = plain("".join(query.said))
    both = f"{said}\n{lexicon.alike.same(said)}"
    if thing not in both:
        return False
    nothing = frozenset({*lexicon.filler, *lexicon.alike.light, *lexicon.alike.making, *lexicon.alike.doing})
    ways = f"{which}\n{lexicon.alike.same(which)}"
    told = any(ways[at : at + _PAIR] in both for at in range(len(ways) - 1))
    return not told and not covered(which, nothing, max(map(len, nothing)))


def _is_beside_named(fact: Fact, pool: Pool, query: Query, lexicon: Lexicon) -> bool:
    """Whether a word is what another figure counts behind this one, which has none of it: 走访企业5家 of 企业."""
    same, claim = lexicon.alike.same, fact.claim
    one = len(query.said) < 2 and not query.parts and not _SEVERAL.search("".join(query.said))
    before, _, behind = claim.quote.partition(fact.text)
    own = plain(f"{claim.measure}{claim.subject}{before}{fact.text}{_CLAUSE.split(behind)[0]}")
    own = f"{own}\n{same(own)}"
    beside = [f for f in pool.facts if (f.report, f.claim.quote) == (fact.report, claim.quote) and f.id != fact.id]
    levels = [word for word in query.words if LEVEL.fullmatch(word)]
    in_unit = tells_units(query.units)
    # What is counted in the unit that was asked for may be asked for as well: 慰问和帮扶各几人.
    others = [
        f
        for f in beside
        if one or (in_unit and not counts_alike(f, query.units, lexicon)) or _is_of_other_level(f, levels)
    ]
    counted = [ending for other in others for ending in (plain(other.claim.measure), same(other.claim.measure))]
    forms = [(plain(word), same(word)) for word in query.words]
    lacking = [form for form in forms if not any(one in own for one in form)]
    return any(text.endswith(form) for form in lacking for text in counted)


def _is_told_of_other(fact: Fact, pool: Pool, query: Query, lexicon: Lexicon) -> bool:
    """Whether a word is said of another figure of the sentence alone: of one of another level, 青少年 of 省级青少年基地
    2个,市级法治基地3个, or what was done to something else, 新建 of 新建公园1座,改造长廊10处."""
    same, claim = lexicon.alike.same, fact.claim
    own = plain(f"{claim.measure}{claim.subject}{part_around(fact)}")
    own = f"{own}\n{same(own)}"
    beside = [f for f in pool.facts if (f.report, f.claim.quote) == (fact.report, claim.quote) and f.id != fact.id]
    said = plain("".join(query.said))
    levels = [word for word in query.words if LEVEL.fullmatch(word)]
    of_level = "\n".join(plain(other.claim.measure) for other in beside if _is_of_other_level(other, levels))
    done = [plain(other.claim.measure) for other in beside] if _tells_deed(claim.measure, lexicon) else []
    for word in map(plain, query.words):
        # What a question before said need not hold of another level: 市级的几个.
        if word not in said or word in own or same(word) in own:
            continue
        if word in of_level or (_tells_deed(word, lexicon) and any(measure.startswith(word) for measure in done)):
            return True
    return False


def _tells_deed(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with what was done."""
    return any(text.startswith(deed) for deed in lexicon.alike.doing)


def _is_of_other_level(fact: Fact, levels: Sequence[str]) -> bool:
    """Whether a figure is told of another level than a question names: 省级民主法治社区 for 市级."""
    told = LEVEL.findall(fact.claim.measure)
    return bool(levels and told) and not set(levels) & set(told)


def _is_of_narrower(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether the words, made alike, name what a figure is told apart from: 部门负责人出庭 for 领头的出庭."""
    said, own = plain("".join(query.said)), lexicon.pattern(fact.indicator)
    alike, measure = lexicon.alike.same(said), plain(fact.claim.measure)
    both = f"{said}\n{alike}"
    thing = any(word in lexicon.alike.things for word in query.words)
    if own is None or own.indicator.kind is not Kind.COUNT or not thing:
        return False
    if all(_is_touched(group, both) for group in own.groups):
        return False
    named = (
        pattern
        for pattern in lexicon.patterns[own.indicator.topic]
        if pattern is not own and all(any(word in alike for word in group) for group in pattern.groups)
    )
    apart = {word for pattern in named for word in pattern.none} - lexicon.alike.deeds - {*lexicon.alike.doing}
    return any(word in measure and word not in both for word in apart)


def _is_touched(words: Sequence[str], text: str) -> bool:
    """Whether a text has a pair of characters of any of the words: 备案 of 备案审查."""
    return any(word[at : at + _PAIR] in text for word in words for at in range(max(1, len(word) - 1)))
