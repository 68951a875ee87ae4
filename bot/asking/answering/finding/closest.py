"""The figures whose sentences say most of a question that nothing answers outright: shown as near, never as the answer.

Staff put things in their own words: 平均每件能早几天结案 for 平均每宗案件结案时间减少6天. What a question says is
cut into pairs of characters, and a pair weighs the more the fewer sentences of the place hold it. The words of the
topic and those that only ask say nothing here: what is near must say what sets the question apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from bot.asking.answering.barring.narrower import names_kind_of
from bot.asking.answering.barring.of_others import asks_bodies_there, is_of_deed, stands_before
from bot.asking.answering.barring.outcomes import lacks_outcome
from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.finding.filing import about_topic, names_asked
from bot.asking.answering.weighing.choosing import key_of, once
from bot.asking.answering.weighing.counting import counts_named, has_unit, may_be_cases, of_people_only
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wants import Want
from bot.asking.answering.weighing.wording import is_each, is_everyday, stands_alone
from bot.asking.understanding.continuing.levels import OWNER
from bot.asking.understanding.cutting.unknown import part_of_speech
from bot.asking.understanding.framing.streets import names_part
from bot.asking.understanding.measuring.doers import NAMES_OF_PEOPLE
from bot.model import Fact, Kind, Modality, Query
from bot.words.indicators import ANY_UNIT
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

ENOUGH, ENOUGH_IN_UNIT = 0.4, 0.3
"""The share of a question's weight that a sentence must hold; less where its figure is in the unit that was asked for
and what it measures holds a rare pair. Of 75 questions that the reports cannot answer none reached the first when it
was chosen; of 30 written later one did, before what is counted was asked for."""

_PAIRS, _WHOLE, _RARE, _MOSTLY = 3, 2, 2, 0.55
"""How many pairs a sentence must hold at least, since fewer may be chance; how many are enough where it holds all, or
this share of the weight; in how many sentences a rare pair may stand."""

_MOST, _ALIKE, _IN_CLAUSE = 4, 0.8, 0.5
"""How many figures are shown, and how near to the nearest one they must be, elsewhere and in its own clause."""

_NAMED, _LITERAL, _IN_UNIT, _THERE = 0.5, 0.02, 0.1, 0.2
"""How much more it counts that the measure itself holds the pairs, that one stands there as it was typed, that the unit
is the one that was asked for, and that the measure holds what is counted."""

_SHORT, _OF_TWO_WORDS, _NAME_OF_PART = 3, 4, 2
_PARTICLES = frozenset("的了过得地里把被给在从吗呢啊吧们")
_OF_ENDING = {"率": Kind.RATE, "费": Kind.MONEY, "额": Kind.MONEY, "价": Kind.MONEY}
_NAME = re.compile("[“「『]([\u3400-\u9fff]{2,12})[”」』]")
_SOME_OFFICE = re.compile("部门|机关")
"""What people call 单位 when they do not know, or care, which sort of office it is."""
_DENIALS = frozenset({"没有", "未", "没", "尚未", "还没", "从未", "未能", "没能"})
"""Nothing that was done is near to what was not."""
_NOUNS = ("n", "vn")
_MANY, _REACHING = "有?(?:多少|几)", ("覆盖", "惠及", "涵盖")
"""What says of what is counted only that something reached it."""
_HOW_MANY = "有?(?:多少|几多|好多|几)(?>(?:{units})?)"
_BEFORE_HOW_MANY = re.compile(
    "(.+?)的?(?:数量?|总数|人数|个数)?(?:一共|总共|共|有|是|差不多|大概|大约|大致|到底|究竟|目前|现在)*多少$"
)
_COUNTED = _HOW_MANY + r"([\u3400-\u9fff]{{2,4}})"
"""What a question counts, behind its 多少 and a unit: without it no sentence is near."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What sets a question apart: its pairs with their weight, those that are rare, those of its very words, those of
    each thing that is counted, words that a sentence must hold, and all that was said."""

    query: Query
    weights: Mapping[str, float]
    rare: frozenset[str]
    own: frozenset[str]
    counted: tuple[frozenset[str], ...]
    needed: tuple[str, ...]
    said: str


class Closest:
    """Compares questions with sentences. Made once for a lexicon; `asking` are words that only ask."""

    def __init__(self, lexicon: Lexicon, asking: Iterable[str]) -> None:
        self._lexicon = lexicon
        topical = {word for topic in lexicon.topics for word in topic.names}
        words = sorted((word for word in {*asking, *topical} if len(word) > 1), key=lambda word: (-len(word), word))
        self._topical = [self._same(word) for word in topical if len(word) > _SHORT]
        self._musts = {word for word, roles in lexicon.questions.roles.items() if Role.MUST in roles}
        units = sorted(lexicon.units, key=lambda unit: (-len(unit), unit))
        how_many = _HOW_MANY.format(units="|".join(map(re.escape, units)))
        reached = f"(?:{'|'.join(_REACHING)})[了到]*(?={_MANY})"
        self._between = re.compile("|".join((reached, how_many, *map(re.escape, words), r"\W+")))
        # That something was done sets nothing apart.
        self._light = frozenset(_pairs_of(map(self._same, lexicon.alike.light)))
        self._families = [family - {ANY_UNIT} for family in lexicon.families]
        self._counted = re.compile(_COUNTED.format(units="|".join(map(re.escape, units))))

    def find(self, query: Query, pool: Pool) -> Pick | None:
        """What a slot has nearest to a question, if anything is near."""
        if self._is_understood(query) or (stands_alone(query) and is_everyday(query.words[0])):
            return None
        if any(word in _DENIALS for word in query.words):
            return None
        asked = self._asked(query, pool)
        heads = self._divided_in_kinds(query)
        meant = (fact for fact in pool.facts if not heads or fact.claim.topic in heads)
        if asks_bodies_there(query):
            meant = (fact for fact in meant if not (is_of_deed(fact) or stands_before(fact, query, pool.facts)))
        scored = ((self._nearness(asked, fact), fact) for fact in meant)
        ranked = sorted(((score, fact) for score, fact in scored if score), key=lambda pair: -pair[0])
        if not ranked:
            return None
        best, nearest = ranked[0]
        enough = {nearest.claim.quote: _IN_CLAUSE * best}
        near = [fact for score, fact in ranked if score >= enough.get(fact.claim.quote, _ALIKE * best)]
        units = _told_units(query)
        one = len(units) == 1 or of_people_only(units)
        in_units = [fact for fact in near if has_unit(fact, units)] if one else []
        leads = once(in_units or near)[:_MOST]
        if not self._has_what_is_counted(query, leads[0]) or self._is_whole(query, leads[0]):
            return None
        if lacks_outcome(query, leads[0], self._lexicon):
            return None
        want = Want(leads[0].claim.topic, leads[0].indicator)
        return Pick(want, pool.slot, leads[0].report, key_of(leads[0]), tuple(leads), (), exact=False)

    def _same(self, text: str) -> str:
        """The text with each word that has others of its meaning made one of these."""
        return _SOME_OFFICE.sub("单位", self._lexicon.alike.same(text))

    def _divided_in_kinds(self, query: Query) -> frozenset[str]:
        """The topics of which one kind is asked for: 行政处罚类复议案件 are 复议案件, and no 行政处罚."""
        names = ((topic.name, name) for topic in self._lexicon.topics for name in topic.names)
        return frozenset(topic for topic, name in names if any(f"类{name}" in said for said in query.said))

    def _has_what_is_counted(self, query: Query, fact: Fact) -> bool:
        """Whether a sentence holds the word right before a last 多少: 律师事务所党员多少 asks for no law firms."""
        asked = [found[1] for said in query.said if (found := _BEFORE_HOW_MANY.fullmatch(said))]
        counted = [word for word in query.words if any(said.endswith(word) for said in asked)]
        clause = self._same(fact.claim.quote + fact.claim.measure)
        return all(self._same(word) in clause for word in counted)

    def _is_whole(self, query: Query, fact: Fact) -> bool:
        """Whether a sentence lacks what says which are meant: 环保类 of 环保类行政处罚, 涉企 of 涉企行政处罚, and what
        makes another thing of a topic: 家事 of 家事仲裁."""
        clause = self._same(fact.claim.quote + fact.claim.measure)
        lacking = [word for word in query.words if self._same(word) not in clause]
        topics = (topic for name in query.topics if (topic := self._lexicon.topic(name)))
        nouns = [word for word in lacking if len(word) > 1 and part_of_speech(word).startswith(_NOUNS)]
        kinds = {f"{word}{name}" for topic in topics for name in topic.names for word in nouns}
        return any(names_kind_of(said, word) for said in query.said for word in lacking) or any(
            kind in said for said in query.said for kind in kinds
        )

    def _is_understood(self, query: Query) -> bool:
        """Whether the lexicon knows all that was said, and that it is not there: no guess is needed."""
        known = [found for identity in query.indicators if (found := self._lexicon.indicator(identity))]
        units = set(_told_units(query))
        if query.words or query.modality is not Modality.ACTUAL:
            return False
        # Whoever asks how many of what has only a rate is not shown what else its sentence counts.
        return bool(known) and all(units <= set(found.units) or found.kind is Kind.RATE for found in known)

    def _asked(self, query: Query, pool: Pool) -> _Asked:
        clauses = {self._same(fact.claim.quote) for fact in pool.facts}
        owners = [word for word in query.words if query.topics and OWNER.fullmatch(word)]
        said = [word for phrase in query.said for word in _without(phrase, owners).split()]
        # Neither 民法 of 人民法院 is a word, nor what two words meet in.
        within = {word[1:-1] for word in query.words if len(word) == _OF_TWO_WORDS}
        words = [word for word in map(self._same, query.words) if word]
        apart = [piece for word in said for piece in self._lexicon.alike.apart(word).split()]
        between = {before[-1] + word[0] for one in (words, apart) for before, word in pairwise(one)}
        pairs = self._pairs(" ".join(map(self._same, said))) - within
        pairs -= between - {pair for word in (*words, *apart) for pair in _pairs_of([word])}
        counts = {pair: sum(pair in clause for clause in clauses) for pair in pairs}
        lasts = Kind.DURATION in query.kinds  # 多少天办完 counts nothing that is done
        spans = [] if lasts else [found[1] for word in said for found in self._counted.finditer(word)]
        counted = [self._pairs(self._same(span)) for span in spans]
        return _Asked(
            query,
            # What no sentence holds weighs most.
            {pair: log((len(clauses) + 1) / max(1, count)) for pair, count in counts.items()},
            frozenset(pair for pair, count in counts.items() if count <= _RARE),
            frozenset(_pairs_of(said)),
            tuple(pairs for pairs in counted if pairs),
            # 每位 wants another figure than all of them; those of a part of a place are only those that name it.
            tuple(word for word in query.words if word in self._musts or names_part(word)),
            self._same("".join(said)),
        )

    def _pairs(self, text: str) -> frozenset[str]:
        """The pairs of a text without words that only ask or name a topic."""
        return frozenset(_pairs_of(self._between.split(text)))

    def _nearness(self, asked: _Asked, fact: Fact) -> float:
        """How much of a question's weight a sentence holds, its measure and unit counting more; 0 for too little."""
        claim, query = fact.claim, asked.query
        quote, named = self._same(claim.quote), self._same(claim.measure + claim.subject)
        units = _told_units(query)
        in_unit = has_unit(fact, units)
        # What is counted in another unit than was asked for must be what is counted, not stand beside it.
        where = quote if in_unit or not units else named
        there = all(any(pair in where for pair in thing) for thing in asked.counted)
        if not there or not all(_is_there(word, fact) for word in asked.needed) or _is_of_part(fact, query):
            return 0.0
        if not asked.weights or not self._may_be_meant(fact, query):
            return 0.0
        held = {pair for pair in asked.weights if pair in named or pair in quote}
        in_measure = {pair for pair in held if pair in named}
        total = sum(asked.weights.values())
        share = sum(asked.weights[pair] for pair in held) / total
        several = not stands_alone(query)
        whole = several and len(held) >= _WHOLE and (len(held) == len(asked.weights) or share >= _MOSTLY)
        # What the lexicon understood to the last word needs no guess.
        strong = several and bool(query.words and in_measure & asked.rare) and in_unit and share >= ENOUGH_IN_UNIT
        # How long something takes is told of few things: in a sentence of what is asked about it is told of that.
        lasts = query.kinds == (Kind.DURATION,) and in_unit
        told = lasts and share >= _MOSTLY
        strong |= told or (lasts and bool(query.topics) and share >= ENOUGH_IN_UNIT)
        # “吹哨” is what one thing alone is called.
        strong |= (in_unit or not units) and any(
            self._same(name) in asked.said for name in _NAME.findall(claim.measure)
        )
        # A sentence has many figures: one of which nothing was said is not near.
        tells = in_measure - self._light or any(word in asked.said and word in named for word in self._topical)
        if not (tells or told) or not (whole or strong or (len(held) >= _PAIRS and share >= ENOUGH)):
            return 0.0
        share += _NAMED * sum(asked.weights[pair] for pair in in_measure) / total
        share += _LITERAL * sum(pair in claim.measure or pair in named for pair in asked.own)
        counts = bool(asked.counted) and all(any(pair in named for pair in thing) for thing in asked.counted)
        alike = in_unit or (ANY_UNIT in query.units and claim.unit == ANY_UNIT)
        return share + _IN_UNIT * alike + _THERE * counts

    def _may_be_meant(self, fact: Fact, query: Query) -> bool:
        """Whether a figure is of a topic that was named, and of a kind and unit that fit what was asked for."""
        topical = not query.topics or any(
            fact.claim.topic == topic or about(fact, topic, self._lexicon, query)
            for topic in query.topics
            for about in (about_topic, names_asked)
        )
        known_other = fact.indicator and query.indicators and fact.indicator not in query.indicators
        if known_other and query.modality is Modality.TARGET and not query.words:
            # The target of another rate is none of the one that was asked for.
            return False
        units, own = _told_units(query), fact.claim.unit
        in_unit = has_unit(fact, units)
        counted = not query.units or fact.claim.kind is Kind.COUNT or in_unit
        # Who asks for people wants no cases and no villages, who asks for cases no offices.
        sort = (
            not units
            or in_unit
            or (own == ANY_UNIT and (not of_people_only(units) or fact.claim.measure.endswith(NAMES_OF_PEOPLE)))
            or any(own in family and family & set(units) for family in self._families)
        )
        # Money and rates are asked for by their names: those of the lexicon, and any that ends as they do (办结率).
        known = {found.kind for name in query.indicators if (found := self._lexicon.indicator(name))}
        named = {_OF_ENDING[word[-1]] for word in query.words if word[-1] in _OF_ENDING}
        kinds = named or (known if Kind.COUNT not in known else set())
        if kinds and fact.claim.kind not in kinds | set(query.kinds) | {Kind.CHANGE}:
            return False
        if fact.claim.kind is Kind.RANK and known and Kind.RANK not in known:
            return False
        if counts_named(query) and fact.claim.kind not in (Kind.COUNT, Kind.MONEY):
            return False
        # How something changed is no figure of one year, nor by how many days it changed how long it took.
        alike = in_unit and Kind.CHANGE not in (*query.kinds, fact.claim.kind)
        of_kind = not query.kinds or fact.claim.kind in query.kinds or alike
        return topical and counted and sort and of_kind and may_be_cases(fact, query)


def _without(phrase: str, owners: Iterable[str]) -> str:
    """A phrase without whose figures it asks for: many sentences say that, and it tells nothing of what is counted."""
    for owner in owners:
        phrase = phrase.replace(owner, " ")
    return phrase


def _is_there(word: str, fact: Fact) -> bool:
    """Whether a sentence holds a word; of a part of a place, whether the figure is that part's."""
    claim = fact.claim
    named = claim.measure + claim.subject
    return word in (named if names_part(word) else claim.quote) or is_each(word, named + claim.quote)


def _is_of_part(fact: Fact, query: Query) -> bool:
    """Whether a figure is that of a part of the place which was not named: 马田街道, 上户镇."""
    subject = fact.claim.subject
    return names_part(subject) and not any(subject[:_NAME_OF_PART] in said for said in query.said)


def _told_units(query: Query) -> tuple[str, ...]:
    """The units that tell something: anything may be counted in 个."""
    return tuple(unit for unit in query.units if unit != ANY_UNIT)


def _pairs_of(pieces: Iterable[str]) -> Iterator[str]:
    """The neighbouring characters of each piece, none of them a particle."""
    pairs = (piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
    return (pair for pair in pairs if not _PARTICLES & set(pair))
