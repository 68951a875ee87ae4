"""From a message to a query: what is asked about which places and years, and what was understood when not literal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.asking.understanding.choosing import choices_of
from bot.asking.understanding.commands import Said, split_command
from bot.asking.understanding.continuing import followups
from bot.asking.understanding.continuing.levels import with_owner_before
from bot.asking.understanding.continuing.pointing import pointed
from bot.asking.understanding.continuing.rates import with_event_before
from bot.asking.understanding.continuing.replacing import with_topic_replaced
from bot.asking.understanding.continuing.unnamed import of_nothing
from bot.asking.understanding.cutting.bare_verbs import verbs_before_numbers, with_verbs_done
from bot.asking.understanding.cutting.compounds import compounded, with_rows_apart
from bot.asking.understanding.cutting.everyday import with_turns_plain
from bot.asking.understanding.cutting.in_context import InContext
from bot.asking.understanding.cutting.noise import LONGEST_MENDED, Heard, Mender
from bot.asking.understanding.cutting.segmentation import Segmenter, Token
from bot.asking.understanding.cutting.separable import reunited, than_apart, with_objects_named, without_these
from bot.asking.understanding.cutting.spacing import by_themselves, close_up, rejoined
from bot.asking.understanding.cutting.told import Told
from bot.asking.understanding.cutting.unknown import Cutter
from bot.asking.understanding.dividing.parts import parts_of
from bot.asking.understanding.dividing.phrases import as_typed, phrases_of
from bot.asking.understanding.dividing.relations import related_to
from bot.asking.understanding.dividing.roles import roles_of
from bot.asking.understanding.dividing.within import within
from bot.asking.understanding.framing import scope
from bot.asking.understanding.framing.destinations import with_named_only
from bot.asking.understanding.framing.modalities import modality_of, without_calendar
from bot.asking.understanding.framing.places_asked import AskedPlaces, Gazetteer, places_of
from bot.asking.understanding.framing.short_years import with_short_years
from bot.asking.understanding.framing.year_before import year_before
from bot.asking.understanding.measuring.doers import with_doer_before
from bot.asking.understanding.measuring.kinds_asked import kinds_of, rate_of
from bot.asking.understanding.measuring.leftover import unread_of
from bot.asking.understanding.measuring.measures_asked import Measures, measures_of
from bot.asking.understanding.measuring.sorts import with_owners, with_sorts_named
from bot.asking.understanding.measuring.together import told_together
from bot.asking.understanding.searching import Searching
from bot.asking.understanding.talking.asides import without_asides
from bot.asking.understanding.talking.askers import without_asker
from bot.asking.understanding.talking.dialect import Dialect
from bot.asking.understanding.talking.echoes import without_echoes
from bot.asking.understanding.talking.suing import with_suits_named
from bot.asking.understanding.talking.talk import Talk
from bot.errors import UserError
from bot.model import Asked, Intent, Level, Modality, Query, Region, Report
from bot.words.commands import BY_NAME
from bot.words.lexicon import Lexicon
from bot.words.normalise import fold, unaddressed
from bot.words.places import Places
from bot.words.questions import Role

MOST_CHARACTERS = 10_000
MOST_PLACES = 500

_FACT_ID = re.compile(r"(?<![\w-])[A-Za-z0-9_-]+-\d+-[0-9a-f]{6}(?![\w-])")
_QUOTES, _HOW_MANY = re.compile('(?<=[㐀-鿿])[“”"「」『』](?=[㐀-鿿])'), re.compile("多少|几")
"""Marks around a name within a question for a figure, which part no words: “村居法律顾问”解答了多少次."""
_MARKUP = re.compile("</?[a-z][^<>]{0,40}>")
_SO_MANY_REPORTS = re.compile("(?:[一两三四五六七八九十百]|\\d){1,3}(?=份报告)")
"""How many reports there are, which nobody asks for: 五份报告里哪个地方最多."""
_INTENTS = (
    (Role.SOURCE, Intent.SOURCE),
    (Role.CHECK, Intent.CHECK),
    (Role.SEARCH, Intent.SEARCH),
    (Role.RANK, Intent.RANK),
    (Role.TREND, Intent.TREND),
    (Role.COMPARE, Intent.COMPARE),
    (Role.LIST, Intent.LIST),
)
_MANY_YEARS = 3
_MANY_PLACES = 3
_MEANING = frozenset(
    {
        Role.CHART,
        Role.TABLE,
        Role.ACTUAL,
        Role.MORE,
        Role.WHY,
        Role.EVERYWHERE,
        Role.TARGET,
        Role.PRIOR,
        Role.CHANGE,
        Role.MULTIPLE,
        Role.RATE,
        Role.MONEY,
        Role.NUMBER,
    }
)
"""What a follow-up may consist of without naming anything."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a chat knows before a message: its home place, and the query that the message follows up on."""

    home: Region | None = None
    previous: Query | None = None


class Understander:
    """Understands messages about reports and what these measure.

    Immutable after it is built, so one serves all chats; build a new one after a reload.
    """

    def __init__(
        self, lexicon: Lexicon, places: Places, reports: Sequence[Report], measures: Iterable[str] = ()
    ) -> None:
        self._lexicon = lexicon
        self._gazetteer = Gazetteer(places, reports)
        reported = self._gazetteer.reported
        self._segmenter = Segmenter(lexicon, places, reported)
        names = [name for region in reported for name in (region.short, region.own, region.name)]
        self._searching = Searching(self._segmenter, self._gazetteer, lexicon.units)
        self._cutter = Cutter((*self._segmenter.words(), *lexicon.alike.words))
        self._verbs = verbs_before_numbers(lexicon.alike.broad, lexicon.questions.roles)
        self._topics = tuple(topic.name for topic in lexicon.topics)
        self._talk = Talk(lexicon.questions, self._cutter)
        self._dialect = Dialect(lexicon.questions.spoken, self._cutter.is_word, places.by_name.__contains__)
        measures = tuple(measures)
        told = Told(measures, self._cutter.is_current)
        self._in_context = InContext(measures, self._cutter.is_current, lexicon.shapes.alike)
        self._mender = Mender(lexicon, places, names, self._segmenter, self._cutter.is_current, told)

    def warm(self) -> None:
        """Load dictionaries that only badly typed or free text needs (about two seconds), off the first question."""
        fold("預熱")
        self._mender.warm()
        self._cutter.warm()

    def understand(self, message: str, context: Context | None = None) -> Query:
        """The query that a message stands for. Raises UserError, and nothing else, for what cannot be asked."""
        context = self._known(context or Context())
        if len(message) > MOST_CHARACTERS:
            raise UserError(f"消息太长，最多{MOST_CHARACTERS}个字", BY_NAME["compare"].example)
        said = split_command(close_up(unaddressed(fold(message))))
        if said.intent is Intent.HELP:
            return Query(intent=Intent.HELP)
        target = _FACT_ID.search(message)
        if target:
            return Query(intent=Intent.SOURCE, target=target.group())
        if said.intent is Intent.SEARCH:
            return self._searching.commanded(said.text, context.home)
        text = _MARKUP.sub(" ", said.text)
        text = _QUOTES.sub("", text) if _HOW_MANY.search(text) else text
        text = with_suits_named(without_asides(self._dialect.standard(text)))
        text = without_these(text, self._segmenter.look_up)
        text = with_turns_plain(text, self._topics, self._lexicon.alike.has_others)
        text = with_objects_named(_SO_MANY_REPORTS.sub("几", text))
        text = with_verbs_done(text, self._verbs, self._segmenter.cut, self._cutter.is_word)
        text = without_echoes(text, self._cutter.is_word)
        text, notes = self._mender.undouble(rejoined(text, self._segmenter) if len(text) <= LONGEST_MENDED else text)
        text, slips = self._in_context.mend(text) if len(text) <= LONGEST_MENDED else (text, ())
        said, notes = replace(said, text=text), (*notes, *slips)
        cut = than_apart(self._segmenter.cut(text), self._segmenter.cut)
        cut = reunited(list(with_rows_apart(cut)), self._segmenter.look_up)
        asked = scope.with_shares_of_place(told_together(without_asker(self._talk.without(cut)), self._lexicon))
        tokens, dated = with_short_years(asked, self._gazetteer.newest(()), self._lexicon.units)
        if said.intent is None and (query := self._searching.asked(text, tokens, context.home)):
            return query
        heard = self._mender.mend(tokens)
        there = context.previous.regions if context.previous else ()
        placed = with_named_only(year_before(heard.tokens, self._gazetteer, context.previous), self._gazetteer, there)
        heard = replace(heard, tokens=placed, notes=(*notes, *dated, *heard.notes))
        if sum(bool(token.places) for token in heard.tokens) > MOST_PLACES:
            raise UserError(f"一次最多问{MOST_PLACES}个地方", BY_NAME["compare"].example)
        query = self._query(said, heard, context, message)
        ask = partial(self._part, context, message)
        related = related_to(query, heard.tokens, ask)
        if related.relation:
            return related
        return within(query, heard.tokens, ask) or parts_of(query, heard.tokens, ask)

    def _part(self, context: Context, message: str, tokens: Sequence[Token], before: Query | None) -> Query:
        """The query of one of several questions, in the light of the one before it."""
        text = "".join(token.text for token in tokens)
        known = replace(context, previous=before or context.previous)
        return self._query(Said(text), Heard(by_themselves(tokens)), known, message)

    def _known(self, context: Context) -> Context:
        """The context with topics and indicators left out that an earlier lexicon had and ours has not."""
        before = context.previous
        if before is None:
            return context
        topics = tuple(topic for topic in before.topics if self._lexicon.topic(topic))
        indicators = tuple(identity for identity in before.indicators if self._lexicon.indicator(identity))
        return replace(context, previous=replace(before, topics=topics, indicators=indicators))

    def _query(self, said: Said, heard: Heard, context: Context, message: str) -> Query:
        tokens = heard.tokens
        roles = roles_of(tokens)
        there = context.previous.regions if context.previous else ()
        dated = without_calendar(tokens, roles)
        where = places_of(dated, said.text, said.prefix, self._gazetteer, context.home, there)
        before = context.previous.topics if context.previous and not where.missing else ()
        gone = tuple(missing.asked for missing in where.missing)
        rest = [
            token for token in tokens if not (token.unknown and gone and any(g.startswith(token.text) for g in gone))
        ]
        named = with_owners(with_sorts_named(rest, self._lexicon), self._lexicon)
        what = measures_of(compounded(named, self._lexicon), self._lexicon, self._cutter, before)
        query = self._compose(said, tokens, roles, where, what)
        query = replace(query, missing=query.missing + scope.too_wide(query, tokens))
        unread = unread_of(query.words, said.text, self._segmenter)
        notes, words = (*heard.notes, *where.notes), as_typed(query.words, message)
        query = replace(query, notes=notes, words=words, unread=unread, said=phrases_of(tokens))
        if context.previous and said.intent is None:
            spoken = "".join(token.text for token in tokens)
            text = with_doer_before(query, context.previous, spoken, self._lexicon)
            text = text or with_owner_before(query, context.previous, spoken)
            if text := text or with_topic_replaced(query, context.previous, spoken, self._lexicon):
                return self._query(Said(text), Heard(tuple(self._segmenter.cut(text))), context, message)
            opening = next((token.roles for token in tokens if not token.gap), frozenset())
            plainly = "".join(token.text for token in tokens if not token.gap)
            query = with_event_before(query, context.previous, plainly)
            query = pointed(query, context.previous, plainly, roles, self._lexicon)
            query = followups.completed(query, context.previous, roles, self._gazetteer, Role.JOIN in opening)
            query = followups.gone_on(query, context.previous)
        elif said.intent is None:
            query = of_nothing(query, tokens)
        query = self._at_home(query, roles, context)
        return replace(query, missing=query.missing + scope.of_nobody(query, tokens))

    def _compose(
        self, said: Said, tokens: Sequence[Token], roles: frozenset[Role], where: AskedPlaces, what: Measures
    ) -> Query:
        asked, years = where.asked, where.years
        if Role.LATEST in roles and not years and not any(one.year for one in asked):
            asked = tuple(Asked(one.region, self._gazetteer.newest([one.region])) for one in asked)
        intent = said.intent or self._intent(roles, asked, years, what)
        if intent is Intent.RANK and (what.words or not what.topics) and not what.nothing:
            intent = Intent.FACT
        if len(what.words) == 1 and len(what.words[0]) == 1 and not (what.topics or asked):
            what = replace(what, words=())
        silent = what.nothing and not (asked or years or where.missing or where.choices)
        if said.intent is None and silent and intent is Intent.FACT and (Role.HELP in roles or not roles & _MEANING):
            intent = Intent.HELP
        if intent is Intent.RANK and len({one.region for one in asked}) < 2 and not where.missing:
            asked = self._counties() if Role.COUNTIES in roles else ()
        indicators = what.indicators or (self._people(what) if Role.PEOPLE in roles else ())
        if Role.RATE in roles:
            indicators = tuple(dict.fromkeys(rate_of(identity, self._lexicon) for identity in indicators))
        modality = modality_of(roles, tokens)
        # What a trend shows is no growth of one year.
        of_one = len(asked) < 2 and len(years) < 2 and intent is not Intent.TREND
        return Query(
            intent=intent,
            topics=what.topics,
            indicators=indicators,
            asked=asked,
            years=years,
            modality=modality,
            kinds=kinds_of(roles, indicators, what, of_one, self._lexicon),
            # A picture says nothing that a report could tell.
            words=tuple(word for word in what.words if any(map(str.isalnum, word))),
            units=what.units,
            missing=where.missing,
            choices=where.choices or choices_of(said, tokens),
            with_target=modality is Modality.ACTUAL and Role.TARGET in roles,
            ascending=intent is Intent.RANK and Role.LOWEST in roles,
            total=Role.SUM in roles and not roles & {Role.APIECE, Role.COMPARE, Role.RANK},
        )

    def _intent(self, roles: frozenset[Role], asked: Sequence[Asked], years: Sequence[int], what: Measures) -> Intent:
        """What free text wants; a comparison needs two places or two years of one."""
        slots = max(len(asked), len({one.region for one in asked}) * max(len(years), 1))
        for role, intent in _INTENTS:
            if role not in roles:
                continue
            if intent is Intent.LIST and (what.words or (not what.nothing and asked) or Role.TARGET in roles):
                continue
            if intent is Intent.RANK and slots > 1 and (len(years) > 1 or slots < _MANY_PLACES):
                continue
            if intent is Intent.COMPARE and slots < 2:
                continue
            return intent
        if slots > 1:
            one_place = len({one.region for one in asked}) == 1
            return Intent.TREND if one_place and len(years) >= _MANY_YEARS else Intent.COMPARE
        return Intent.FACT

    def _counties(self) -> tuple[Asked, ...]:
        """The counties and districts that have reports: 哪个区县 leaves their cities out."""
        return tuple(Asked(region) for region in self._gazetteer.reported if region.level is Level.COUNTY)

    def _people(self, what: Measures) -> tuple[str, ...]:
        """多少人 of a topic whose people are counted: 社区矫正 → 在册社区矫正对象."""
        if what.words:
            return ()
        known = (self._lexicon.topic(name) for name in what.topics)
        return tuple(topic.people for topic in known if topic and topic.people)

    def _at_home(self, query: Query, roles: frozenset[Role], context: Context) -> Query:
        """A question that names no place is about the chat's home, unless it is about all places."""
        here = query.intent in (Intent.FACT, Intent.TREND, Intent.SOURCE, Intent.CHECK)
        if not here or query.asked or query.missing or query.choices or Role.EVERYWHERE in roles:
            return query
        if context.home is None or followups.names_nothing(query):
            return query
        return replace(query, asked=(Asked(context.home),))
