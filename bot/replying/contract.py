"""A reply as the JSON that other programs rely on: these keys, in this order; and the query behind such a JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bot.errors import UserError
from bot.model import Answer, Asked, Derived, Fact, Intent, Modality, Query, Region, Reply, Report
from bot.model.lines import plain_number
from bot.replying.links import viewer_path

_QUESTION = "廉江有多少行政复议案件？"
_FOR_FIGURES = (Intent.FACT, Intent.COMPARE, Intent.TREND, Intent.RANK, Intent.SOURCE)


class Gazetteer(Protocol):
    """Looks places up by their full names."""

    def named(self, name: str) -> tuple[Region, ...]:
        """The places of that name."""
        ...


def answer_json(reply: Reply) -> dict[str, Any]:
    """The JSON object of one answer."""
    answer = reply.answer
    return {
        "status": answer.status.value,
        "understood": _understood(answer),
        "facts": [fact_json(fact, answer.reports[fact.report]) for fact in answer.facts],
        "derived": [_derived(each) for each in answer.derived],
        "caveats": list(answer.caveats),
        "missing": [{"asked": each.asked, "kind": each.kind.value, "why": each.why} for each in answer.missing],
        "choices": _choices(answer),
        "text": reply.text,
        "html": reply.html[0] if reply.html else "",
    }


def _choices(answer: Answer) -> list[dict[str, str]]:
    return [{"label": choice.label, "ask": choice.ask} for choice in answer.choices]


def _understood(answer: Answer) -> dict[str, Any]:
    """What was understood. Years and indicators are those that were asked for; where none was, those answered first."""
    query = answer.query
    asked = (*(one.year for one in query.asked if one.year), *query.years)
    years = dict.fromkeys(asked or (answer.reports[fact.report].year for fact in answer.facts))
    return {
        "intent": query.intent.value,
        "topics": list(query.topics),
        "indicators": list(query.indicators or _answered_first(answer)),
        "regions": [region.name for region in query.regions],
        "years": list(years),
        "modality": query.modality.value,
    }


def _answered_first(answer: Answer) -> list[str]:
    """The indicator with which each topic of a question for figures is answered, where it is answered with one."""
    if answer.query.intent not in _FOR_FIGURES or answer.query.words:
        return []
    first = {group.facts[0].claim.topic: group.indicator for group in reversed(answer.groups)}
    return [first[topic] for topic in answer.query.topics if first.get(topic)]


def fact_json(fact: Fact, report: Report) -> dict[str, Any]:
    """The JSON object of one fact."""
    claim = fact.claim
    return {
        "id": fact.id,
        "report": fact.report,
        "region": report.region,
        "adcode": report.adcode,
        "year": report.year,
        "period": claim.period,
        "topic": claim.topic,
        "indicator": fact.indicator,
        "measure": claim.measure,
        "subject": claim.subject,
        "value": plain_number(claim.value),
        "unit": claim.unit,
        "bound": claim.bound.value,
        "kind": claim.kind.value,
        "direction": claim.direction.value,
        "modality": claim.modality.value,
        "asof": claim.asof,
        "text": fact.text,
        "quote": claim.quote,
        "start": fact.start,
        "end": fact.end,
        "section": fact.section,
        "corrected": fact.corrected,
        "oddities": list(fact.oddities),
        "issuer": report.issuer,
        "title": report.title,
        "published": report.published.isoformat() if report.published else "",
        "url": report.url,
        "url_seen": report.url_seen.value,
        "viewer": viewer_path(fact),
    }


def _derived(each: Derived) -> dict[str, Any]:
    return {
        "text": each.text,
        "formula": each.formula,
        "value": plain_number(each.value),
        "low": plain_number(each.low),
        "high": plain_number(each.high),
        "from": list(each.sources),
    }


def query_of(answer: Mapping[str, Any], places: Gazetteer) -> Query:
    """The query of an earlier answer's JSON, to follow up on. Raises UserError when the object is no answer of ours.

    Whether its years and indicators were asked for, the JSON does not say.
    """
    try:
        understood = answer["understood"]
        regions = [places.named(str(name))[0] for name in understood["regions"]]
        return Query(
            intent=Intent(understood["intent"]),
            topics=_strings(understood["topics"]),
            indicators=_strings(understood["indicators"]),
            asked=tuple(Asked(region) for region in regions),
            years=tuple(int(year) for year in understood["years"]),
            modality=Modality(understood["modality"]),
            told=str(answer["text"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise UserError("前一条回答的内容不完整，请直接提问", _QUESTION) from error


def _strings(values: Sequence[Any]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError("a list of words is expected")
    return tuple(str(value) for value in values)
