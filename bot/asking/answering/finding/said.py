"""Figures that a question says from end to end: whatever the lexicon makes of its words, those were asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from bot.asking.answering.barring.of_others import asks_bodies_there, is_of_deed
from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing.choosing import best_of, key_of, of_report, once, relatives, stands_for
from bot.asking.answering.weighing.counting import NAMES_RATE, has_unit
from bot.asking.answering.weighing.named_so import is_place_itself
from bot.asking.answering.weighing.slots import Pool, Slot
from bot.asking.answering.weighing.wants import Want
from bot.model import Fact, Kind, Query, Region
from bot.words.indicators import ANY_UNIT, covered, plain
from bot.words.lexicon import Lexicon
from bot.words.questions import Role
from bot.words.sounds import letters, readings, syllables

MOST_KEPT = 20_000
"""How many measures are kept as phrases are compared with them: some 4 MB."""

_SETS_KEPT = 64
_SHORTEST = 2
_SHORTEST_SOUND = 4
_OF_ANOTHER = frozenset({Kind.CHANGE, Kind.MULTIPLE, Kind.RANK})
"""How something grew or where it ranks is not how many there are."""
_OF_PLACES = "地"
_ANY_STEP = "办理"
"""What people leave out: 平台案件 are 平台办理案件."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure that a phrase says; `heard` is its measure where the phrase is misspelt."""

    fact: Fact
    phrase: str
    heard: str = ""


def said_in(query: Query, pool: Pool, teller: Teller) -> tuple[Said, ...]:
    """The figures of a slot that a question says: as one, else item by item where each item is said."""
    facts = [fact for fact in pool.facts if _may_be_meant(fact, query, teller.lexicon)]
    phrases = [plain(phrase) for phrase in query.said]
    whole = "".join(phrases)
    found = tuple(teller.find(whole, _bound(facts, whole, query, teller.lexicon), pool.slot.region))
    of_bodies = asks_bodies_there(query)
    found = tuple(s for s in found if not (_is_other_deed(s, query, teller) or (of_bodies and is_of_deed(s.fact))))
    if found or len(query.said) < 2:
        return found
    items = [
        tuple(teller.find(phrase, _bound(facts, phrase, query, teller.lexicon), pool.slot.region)) for phrase in phrases
    ]
    return tuple(said for item in items for said in item) if all(items) else ()


def picks_said(
    query: Query, pools: Mapping[Slot, Pool], teller: Teller
) -> tuple[dict[Slot, list[Pick]], tuple[str, ...]]:
    """What each slot has of what the question says from end to end, and what was understood by its sound (notes)."""
    picks: dict[Slot, list[Pick]] = {}
    notes: dict[str, None] = {}
    for slot, pool in pools.items():
        told = said_in(query, pool, teller)
        for phrase in dict.fromkeys(said.phrase for said in told):
            own = [said for said in told if said.phrase == phrase]
            notes.update((f"按“{said.heard}”理解“{said.phrase}”", None) for said in own if said.heard)
            picks.setdefault(slot, []).append(_pick(pool, [said.fact for said in own], teller.lexicon))
    return picks, tuple(notes)


def _pick(pool: Pool, facts: Sequence[Fact], lexicon: Lexicon) -> Pick:
    first = facts[0]
    leads = best_of(once([fact for fact in facts if key_of(fact) == key_of(first)]))
    own = of_report(pool, first.report)
    topical = Pool(pool.slot, tuple(fact for fact in own.facts if fact.claim.topic == first.claim.topic))
    rest = tuple(once(relatives(topical, leads, lexicon)))
    want = Want(first.claim.topic, first.indicator)
    return Pick(want, pool.slot, first.report, key_of(first), leads, rest, exact=True)


def _bound(facts: Sequence[Fact], phrase: str, query: Query, lexicon: Lexicon) -> Sequence[Fact]:
    """The figures of what was asked about before, where a phrase names no topic itself: 受理了多少 behind 行政复议."""
    names = (name for topic in lexicon.topics for name in topic.names)
    bound = query.topics if query.words else query.indicators
    if not bound or (query.words and query.indicators) or any(name in phrase for name in names):
        return facts
    return [fact for fact in facts if fact.claim.topic in query.topics]


def _may_be_meant(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is of the kind and in the unit that the question names, or that its indicator has."""
    roles, only_asks = lexicon.questions.roles, frozenset({Role.ASKING})
    # What else only asks is a word where it says who is meant: 老师 of 老师培训几期.
    musts = [word for word in query.words if Role.MUST in roles.get(word, ()) or roles.get(word) == only_asks]
    if any(word not in fact.claim.quote for word in musts):
        return False
    if not all(_says_deed(fact, word, lexicon) for word in query.words):
        return False
    units = [unit for unit in query.units if unit != ANY_UNIT]
    if units and not has_unit(fact, units):
        return False
    if any(_is_wider(fact, identity, lexicon) for identity in query.indicators):
        return False
    known = [found for id_ in query.indicators if (found := lexicon.indicator(id_))]
    if known and not query.kinds and fact.claim.kind in _OF_ANOTHER - {found.kind for found in known}:
        return False
    if known and not query.kinds and fact.claim.kind is Kind.RATE and all(one.kind is Kind.COUNT for one in known):
        # 受理 asks for no share of what was accepted.
        return NAMES_RATE.search("".join(query.said)) is not None
    wanted = [] if query.words else known
    if any(found.kind is fact.claim.kind for found in wanted):
        counted = any(fact.claim.unit in found.units for found in wanted)
        return counted and (not query.kinds or fact.claim.kind in query.kinds)
    if wanted and all(found.kind is not Kind.COUNT for found in wanted):
        # 涉及金额 is no number of cases.
        return fact.claim.kind in query.kinds
    return not query.kinds or fact.claim.kind in query.kinds or query.kinds == (Kind.COUNT,)


def _is_wider(fact: Fact, identity: str, lexicon: Lexicon) -> bool:
    """Whether a figure is of all that an indicator counts some of: 述法 of 现场述法, whose words are 现场 beside it."""
    own, asked = lexicon.pattern(fact.indicator), lexicon.pattern(identity)
    if own is None or asked is None or len(asked.groups) <= len(own.groups):
        return False
    words = {word for group in asked.groups for word in group}
    return all(words.issuperset(group) for group in own.groups)


def _is_other_deed(said: Said, query: Query, teller: Teller) -> bool:
    """Whether a phrase names one indicator, and a figure of another says what is done besides: 审查 of 执法案件."""
    other, lexicon = said.fact.indicator, teller.lexicon
    if said.heard or not other or not query.indicators or other in query.indicators or query.kinds:
        return False
    if any(stands_for(said.fact, identity, lexicon) for identity in query.indicators):
        return False
    left = _left(plain(said.fact.claim.measure), said.phrase)
    return any(run != _ANY_STEP and lexicon.alike.same(run) in teller.deeds for run in left)


def _says_deed(fact: Fact, word: str, lexicon: Lexicon) -> bool:
    """Whether a figure says a colloquial verb that must be answered and else only asks: 查了 of 律师查了多少名."""
    if Role.DOING not in lexicon.questions.roles.get(word, ()):
        return True
    measure = lexicon.alike.same(fact.claim.measure)
    return any(deed in measure for deed in (lexicon.alike.same(word), *lexicon.alike.broad.get(word[:1], ())))


class Teller:
    """Compares phrases with measures. Made once for a lexicon; what it works out of measures is kept, within bounds."""

    def __init__(self, lexicon: Lexicon) -> None:
        only_ask = {word for word, roles in lexicon.questions.roles.items() if Role.MUST not in roles}
        self.lexicon = lexicon
        self.asking = frozenset(only_ask | lexicon.filler | lexicon.units)
        self.deeds = frozenset(map(lexicon.alike.same, lexicon.alike.doing))
        self._longest = max(map(len, self.asking))
        # A single character belongs to the name more often than not: 合同 ends in no 同, 基地 in no 地.
        single = {word for word, roles in lexicon.questions.roles.items() if len(word) == 1 and roles == {Role.ASKING}}
        self._ends = frozenset({word for word in self.asking if len(word) > 1} | single - lexicon.units - {_OF_PLACES})
        self.core = lru_cache(maxsize=MOST_KEPT)(self._without_asking)
        self._plain = lru_cache(maxsize=MOST_KEPT)(plain)
        self._left_out = lru_cache(maxsize=_SETS_KEPT)(self._may_be_left_out)

    def find(self, phrase: str, facts: Sequence[Fact], region: Region) -> Iterator[Said]:
        """The figures that a phrase says, those of the first report that has any."""
        if not self._says_anything(phrase):
            return
        same = self.lexicon.alike.same
        alike = _sharing(phrase, facts, self._plain)
        reworded, others = same(phrase), _sharing(same(phrase), facts, same)
        found = [Said(fact, phrase) for fact in alike if self._says(phrase, fact, region, self._plain)]
        found = found or self._misspelt(phrase, facts)
        # What is left out, or said in other words, may be any of several things, unless there is one only.
        found = found or _only_one(Said(f, phrase) for f in others if self._says(reworded, f, region, same))
        found = found or _only_one(
            Said(fact, phrase) for fact in alike if self._says(phrase, fact, region, self._plain, in_short=True)
        )
        yield from (said for said in found if said.fact.report == found[0].fact.report)

    def _says_anything(self, phrase: str) -> bool:
        return len(phrase) >= _SHORTEST and not covered(phrase, self.asking, self._longest)

    def _says(
        self, phrase: str, fact: Fact, region: Region, same: Callable[[str], str], in_short: bool = False
    ) -> bool:
        """Whether nothing of the measure is left but filler, and of the phrase but words that ask.

        `same` is what the phrase was made comparable by; `in_short`: it may leave out the topic, and what is done
        (提供, 办理).
        """
        claim = fact.claim
        measure, own = same(claim.measure), same(claim.subject)
        # The figure of a part is only meant where the part is named.
        if own and own not in phrase + measure and not is_place_itself(claim.subject, region.own):
            return False
        whole = phrase.replace(own, "") if own and own not in measure else phrase
        filler = self._left_out(region.own, region.short, claim.topic if in_short else "")
        if not whole:
            return False
        if self._describes(fact.indicator, whole):
            return True
        return all(covered(run, filler, self._longest) for run in _left(measure, whole)) and all(
            covered(run, self.asking, self._longest) for run in _left(whole, measure)
        )

    def _describes(self, identity: str, phrase: str) -> bool:
        """Whether a phrase is made of nothing but words that say an indicator: 村居法律顾问审查合同."""
        pattern, core = self.lexicon.pattern(identity), self.core(phrase)
        # 受理 alone may be of any topic.
        named = pattern is not None and any(word in core for word in (*pattern.topic_words, *pattern.says))
        return pattern is not None and named and pattern.describes(core)

    def _may_be_left_out(self, own: str, short: str, name: str) -> frozenset[str]:
        """What may be left out of a place's measure; of one said in short the topic of that name as well ("": none)."""
        filler = self.lexicon.filler | {own, short}
        if not name:
            return filler
        topic = self.lexicon.topic(name)
        return filler | self.asking | {_ANY_STEP, *((topic.name, *topic.words) if topic else ())}

    def _misspelt(self, phrase: str, facts: Sequence[Fact]) -> list[Said]:
        """The figures whose measure the phrase clearly stands for: 调洁矛盾纠纷, shouli矛盾纠纷, 法律援助务业培训."""
        said = self.core(phrase)
        if len(said) < _SHORTEST_SOUND:
            return []
        cores = ((fact, self.core(self._plain(fact.claim.measure))) for fact in facts)
        return [Said(fact, said, core) for fact, core in cores if core != said and _sounds_like(said, core)]

    def _without_asking(self, text: str) -> str:
        """A text without the words at its ends that only ask."""
        start, end = 0, len(text)
        while start < end and (cut := self._longest_at(text[start:end], 0)):
            start += cut
        while start < end and (cut := self._longest_at(text[start:end], -1)):
            end -= cut
        return text[start:end]

    def _longest_at(self, text: str, end: int) -> int:
        """How long the longest word is that only asks and that a text begins (0) or ends (-1) with."""
        lengths = range(min(self._longest, len(text)), 0, -1)
        return next((n for n in lengths if (text[-n:] if end else text[:n]) in self._ends), 0)


def _sharing(phrase: str, facts: Sequence[Fact], same: Callable[[str], str]) -> list[Fact]:
    """The facts whose measure has two neighbouring characters of a phrase: most share nothing with it."""
    pairs = [phrase[at : at + _SHORTEST] for at in range(len(phrase) - 1)]
    measured = ((fact, same(fact.claim.measure)) for fact in facts)
    return [fact for fact, measure in measured if any(pair in measure for pair in pairs)]


def _only_one(found: Iterable[Said]) -> list[Said]:
    """What a phrase without a topic says, where only one thing can be meant."""
    held = list(found)
    return held if len({(said.fact.claim.topic, said.fact.claim.measure) for said in held}) == 1 else []


def _left(text: str, other: str) -> list[str]:
    """The runs of a text that do not stand in another; what they share comes in pieces of two characters at least."""
    shared = [False] * len(text)
    for at in range(len(text)):
        length = _SHORTEST
        while at + length <= len(text) and text[at : at + length] in other:
            length += 1
        if length > _SHORTEST:
            shared[at : at + length - 1] = [True] * (length - 1)
    runs = groupby(zip(text, shared, strict=True), key=lambda pair: pair[1])
    return ["".join(character for character, _ in run) for common, run in runs if not common]


def _sounds_like(typed: str, measure: str) -> bool:
    """Whether a text is a measure by its sound, its pinyin, or with neighbouring characters swapped."""
    if len(typed) != len(measure):
        return any(map(str.isascii, typed)) and _letters(typed) == _letters(measure)
    wrong = [(one, other) for one, other in zip(typed, measure, strict=True) if one != other]
    swapped = len(wrong) == _SHORTEST and wrong[0] == wrong[1][::-1]
    return swapped or all(readings(one) & readings(other) for one, other in wrong)


def _letters(text: str) -> str:
    return letters("".join(syllables(text)))
