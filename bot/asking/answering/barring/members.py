"""Rows of things of which a sentence tells one figure together: who asks for one of them alone is not told that.

就重大决策、采购合同等提出意见50件 tells no number of opinions on contracts, 服务商会和协会40家 none of 商会.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.asking.answering.weighing.named_so import thing_behind
from bot.asking.understanding.cutting.unknown import part_of_speech
from bot.model import Fact, Kind, Modality, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon
from bot.words.sounds import readings

_CLAUSE, _ASIDE = re.compile("[,，;；。:：]"), re.compile(r"[(（].*?[)）]")
_TITLE = re.compile("《[^《》]*》")
_ITS_OFFICE = re.compile("委员会(?:和|及其?)办公室")
"""A committee is set up with its office: 成立镇委员会及办公室12个 are as many committees."""
_RISKS = re.compile("(?<=风险)(?:点|问题)?(?:及|和|与|、)(?=[\u3400-\u9fff]{0,4}隐患)")
"""What people call 风险隐患 is one thing: 法律风险及纠纷隐患60个 are hidden dangers."""
_DIGIT = re.compile(r"[\d一二三四五六七八九十两]")
_JOINT = re.compile("、|和(?![解谐国睦])|(?<!参)与|(?<![惠涉普以])及(?!时)")
_SO_MANY_TIMES = re.compile("^(?:一?共|总共|累计|合计|全年|已经?|先后|分别)+")
_OWN_BUREAU = re.compile("^(?:[省市区县州旗]|)司法[局厅]")
_AND, _REST, _OF, _EACH = "和", "等", "的", "各"
_PEOPLE = frozenset({"人", "名", "人次", "位"})
_SESSIONS = frozenset({"场", "场次", "次", "期", "期次", "人次"})
_ABOUT = re.compile("围绕|针对|涉及|就|对|在")
"""How a clause before that of a figure opens which says what was dealt with."""
_VERB = "v"
_PAIR, _HEAD, _TAIL, _SHORT = 2, 3, 4, 6
"""How many characters make a pair, tell a member by its head or its end where nothing says how long it is, and how
long the first may be to be taken as it is."""


def of_several(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is that of a row of things of which a question's words name one, and the others not."""
    # What is planned is often so many of each: 建成2个公园和广场.
    if fact.claim.kind is not Kind.COUNT or fact.claim.modality is Modality.TARGET:
        return False
    words = _narrowing(query, lexicon)
    said = _said(query)
    phrase = f"{said}\n{lexicon.alike.same(said)}"
    people, joined = fact.claim.unit in _PEOPLE, _JOINT.search(said)
    if joined and _are_told(said, fact):
        return False
    if fact.claim.subject and plain(fact.claim.subject) in said:
        # 甲镇、乙镇分别调解9件和7件 tells of each by its own.
        return False
    thing = thing_behind(fact)
    for elsewhere, row in _rows(fact):
        named = _named(row, elsewhere, said, lexicon)
        if thing and thing in said and any(pairs and all(pair in thing for pair in pairs) for pairs in named):
            continue
        widely = _named(row, elsewhere, phrase, lexicon)
        # 律所鉴定所 names both of 律师事务所、鉴定所.
        named = named if _is_one(named) and _is_one(widely) and not joined else widely
        # 法治、道德教育6场 are sessions of both.
        if row[-1] and fact.claim.unit in _SESSIONS:
            continue
        # 领导干部学法考试 is what an examination of them and of others is called.
        if _is_one(named) and not (people and named[0]) and any(pair in words for pairs in named for pair in pairs):
            return True
    return False


def _said(query: Query) -> str:
    """What a question says, without the bureau whose report is asked for: 司法局 of 市司法局报告了多少事项."""
    return plain(_AND.join(_OWN_BUREAU.sub("", phrase) for phrase in query.said))


def _are_told(said: str, fact: Fact) -> bool:
    """Whether a figure tells both of two things that a question joins: 街道和部门 of 乡镇(街道)、县属部门."""
    told = plain(f"{fact.claim.measure}{fact.claim.quote}")
    return any(one[-_PAIR:] in told and other[:_PAIR] in told for one, other in pairwise(_JOINT.split(said)))


def _is_one(named: Sequence[Sequence[str]]) -> bool:
    """Whether one of the members of a row is named, and no other."""
    return len(named) > 1 and len([pairs for pairs in named if pairs]) == 1


def _narrowing(query: Query, lexicon: Lexicon) -> str:
    """What narrows a question: its words, and unless it names several things, all beside the names of what it asks."""
    said = _said(query)
    patterns = [pattern for identity in query.indicators if (pattern := lexicon.pattern(identity))]
    names = [name for topic in map(lexicon.topic, query.topics) if topic for name in topic.names]
    names += [word for pattern in patterns for group in pattern.groups for word in group]
    for name in sorted(names, key=len, reverse=True):
        said = said.replace(name, "\n")
    told = query.words if _JOINT.search(said) else (*query.words, said)
    return "\n".join(text for one in told for text in (one, lexicon.alike.same(one)))


def _rows(fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each row of the measure and of the sentence around a figure, with what stands elsewhere."""
    # 清单涵盖党规 of 党规和法律清单涵盖党规 counts these, whatever the list is called.
    measure = _joined_only(fact.claim.measure).removesuffix(thing_behind(fact))
    quote = _joined_only(fact.claim.quote)
    if row := _row_in(measure):
        yield "", row
    before, there, behind = quote.partition(fact.text)
    clauses = _CLAUSE.split(before) if there else []
    about = [clause for clause in clauses[:-1] if _ABOUT.match(clause) and not _DIGIT.search(clause)]
    behind = _CLAUSE.split(behind)[0]
    for text in (*about, *clauses[-1:], behind if _REST in behind else ""):
        if row := _row_in(text):
            yield measure, row


def _joined_only(text: str) -> str:
    """A text without what joins no things that it counts: what stands in brackets, titles, a committee's office."""
    bare = _TITLE.sub(lambda title: _JOINT.sub("", title[0]), _ASIDE.sub("", text))
    return _RISKS.sub("", _ITS_OFFICE.sub("委员会", bare))


def _row_in(text: str) -> tuple[str, ...]:
    """The row that a text begins with, and what stands before its first member and behind its last; an empty member
    behind the last where 等 says that it ends there. Empty where there is none, or where each has the number."""
    row, rest, _ = _DIGIT.split(text)[0].partition(_REST)
    members = tuple(plain(member) for member in _JOINT.split(row))
    if len(members) < _PAIR or any(len(member) < _PAIR for member in members) or text.endswith(_EACH):
        return ()
    return (*members, "") if rest else members


def _named(row: Sequence[str], elsewhere: str, phrase: str, lexicon: Lexicon) -> list[list[str]]:
    """Of each member of a row the pairs of characters by which a phrase names it; empty where they tell nothing."""
    members = [member for member in row if member]
    closed = len(members) < len(row)
    if not closed and (_is_deed(members[0][-_PAIR:], lexicon) or _OF in members[-1]):
        # 审查、修订村规民约 are two deeds done to one thing.
        return []
    named = []
    for at, word in enumerate(_telling(members, closed, lexicon)):
        others = "\n".join((*members[:at], *members[at + 1 :], elsewhere))
        own = [pair for pair in map("".join, pairwise(word)) if pair not in others]
        if not own:
            return []
        named.append([pair for pair in own if pair in phrase or _is_heard(pair, phrase, others)])
    return named


def _is_heard(pair: str, phrase: str, others: str) -> bool:
    """Whether a pair stands in a phrase by its sound, one character as it is: 道得 for 道德."""
    if not set(pair) & set(phrase):
        return False
    known = [readings(character) for character in pair]
    return any(
        (one == pair[0] or other == pair[1])
        and one + other not in others
        and known[0] & readings(one)
        and known[1] & readings(other)
        for one, other in pairwise(phrase)
    )


def _telling(members: Sequence[str], closed: bool, lexicon: Lexicon) -> list[str]:
    """Of each member what tells it: all of one between others, the end of the first, the head of the last.

    What all of them end in says nothing: 人员 of 执法人员、辅助人员.
    """
    ends = [end for one, other in pairwise(members) if len(end := _common_end(one, other)) >= _PAIR]
    bare = [next((member.removesuffix(end) for end in ends if member.endswith(end)), member) for member in members]
    bounded = closed or len(bare[-1]) <= _TAIL or _is_deed(bare[-1][:_PAIR], lexicon)
    told = [*bare[1:-1], bare[-1] if bounded else bare[-1][:_HEAD]]
    first = _ABOUT.sub("", _SO_MANY_TIMES.sub("", bare[0]), count=1)
    first = first[_PAIR:] if _is_deed(first[:_PAIR], lexicon) or part_of_speech(first[:_PAIR]) == _VERB else first
    if 0 < (at := first.find(told[0][:_PAIR])) < len(first) - _PAIR:
        # 重大决策 of 对县委重大决策、重大合同.
        first = first[at:]
    if first != bare[0] and len(first) <= _SHORT:
        return [first, *told]
    unlike = first[-_PAIR:] not in "\n".join(members[1:])
    long = len(told[0]) if len(members) > _PAIR or bounded else _PAIR if unlike else _TAIL
    return [first[-(long + _PAIR if ends else long) :], *told]


def _is_deed(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says what was done: 审查 in 审查合同."""
    alike = lexicon.alike
    meant = (deed for deeds in alike.broad.values() for deed in deeds)
    return alike.same(word) in alike.deeds or word in {*alike.light, *alike.making, *meant}


def _common_end(one: str, other: str) -> str:
    """What two texts end in alike."""
    length = next((n for n in range(min(len(one), len(other)), 0, -1) if one[-n:] == other[-n:]), 0)
    return one[len(one) - length :]
