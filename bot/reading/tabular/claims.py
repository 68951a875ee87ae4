"""The claim of a figure in a table: what its cell says, and the topic that its heads speak for."""

from __future__ import annotations

from dataclasses import replace

from bot.model import Claim, Kind, Modality
from bot.reading.around import When
from bot.reading.clauses import Span
from bot.reading.heads import Heads
from bot.reading.measures.wording import Wording
from bot.reading.numbers.mentions import Numeral
from bot.reading.page import Page, Place
from bot.reading.tabular.cells import Meaning
from bot.reading.tabular.places import InTable
from bot.reading.topics import DEFAULT_TOPIC, winner
from bot.reading.vocabulary.lexicon import STRONG
from bot.reading.zones import behind

_CAPTION, _GENERAL, _HEAD, _BELOW, _LABEL, _KIND = 1.0, 0.4, 1.5, 0.5, 1.0, 0.1
_CLEARLY = STRONG / 2
_RANKS = "名"


def claim_of(page: Page, place: Place, numeral: Numeral, meaning: Meaning, heads: Heads, wording: Wording) -> Claim:
    """The claim of a figure that fills its cell."""
    topic, when = _topic_of(page, place, meaning), _planned(place, numeral, meaning)
    kind, unit = meaning.kind, numeral.unit or (meaning.unit.name if meaning.unit else "")
    scale = meaning.unit.scale if meaning.unit else 1
    value = numeral.value * scale
    return Claim(
        value=abs(value) if kind is Kind.CHANGE else value,
        unit=_RANKS if kind is Kind.RANK else "元" if kind is Kind.MONEY and not unit else unit,
        bound=numeral.bound,
        kind=kind,
        direction=meaning.direction,
        topic=topic,
        measure=_measure(meaning, topic, heads, place, wording),
        subject=as_written(page, meaning.subject, place.line),
        period=when.period,
        modality=when.modality,
        asof=meaning.asof,
        quote=place.quote,
    )


def in_running_words(claim: Claim, within: InTable) -> Claim:
    """The claim of a number in a cell of running words, which is of the body and the time that its heads name."""
    if within.row < 0 or within.column in within.reader.table.labels[:1]:
        return claim
    body, when = within.label.body, within.when
    if body and not claim.subject:
        claim = replace(claim, subject=body)
    return replace(claim, period=when.period, modality=when.modality) if when else claim


def _planned(place: Place, numeral: Numeral, meaning: Meaning) -> When:
    """When a figure is of: what a section of plans tells without a year is planned."""
    if meaning.told or not place.section.plans(numeral.start):
        return meaning.when
    return When(place.section.year or meaning.when.period + 1, Modality.TARGET)


def _topic_of(page: Page, place: Place, meaning: Meaning) -> str:
    """The topic that the caption and the heads speak for; a label alone only where these say none, for it may name the
    kind of cases that the table tells apart."""
    caption = page.votes.count([(*meaning.caption, _CAPTION if meaning.captioned else _GENERAL)])
    caption.pop(DEFAULT_TOPIC, None)
    spoken = meaning.captioned and max(caption.values(), default=0.0) >= _CLEARLY
    by_kind = meaning.by_kind and (spoken or bool(behind(page, place.section)))
    weight = _KIND if by_kind else _BELOW if spoken else _HEAD
    told = page.votes.count([(*head, weight) for head in meaning.heads], votes=caption)
    clear = spoken or (meaning.counted and max(told.values(), default=0.0) >= STRONG)
    weight = _KIND if by_kind or clear else _LABEL
    votes = page.votes.count([(*label, weight) for label in meaning.labels], votes=told)
    for topic, vote in behind(page, place.section).items():
        votes[topic] = votes.get(topic, 0.0) + vote
    return winner(votes)


def _measure(meaning: Meaning, topic: str, heads: Heads, place: Place, wording: Wording) -> str:
    """The measure with the head of its topic where it does not show it."""
    measure = wording.without_place(meaning.measure) or meaning.measure
    known = heads.topic(topic, place.sentence[1])
    shown = any(word in measure for word in (known.head, *known.shown_by) if word)
    return measure if shown or not known.head or not known.said else known.head + measure


def as_written(page: Page, subject: str, line: Span) -> str:
    """The name as the report writes it, in whichever brackets."""
    at = page.text.find(subject, *line)
    at = at if at >= 0 else page.text.rfind(subject, 0, line[0])
    return page.given[at : at + len(subject)] if subject and at >= 0 else subject
