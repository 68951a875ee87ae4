"""A reply as the JSON that other programs rely on: these keys, in this order."""

from __future__ import annotations

from typing import Any

from bot.model import Answer, Derived, Fact, Query, Reply, Report
from bot.model.lines import plain_number
from bot.replying.links import viewer_path


def answer_json(reply: Reply) -> dict[str, Any]:
    """The JSON object of one answer."""
    answer = reply.answer
    return {
        "status": answer.status.value,
        "understood": _understood(answer.query),
        "facts": [_fact(fact, answer.reports[fact.report]) for fact in answer.facts],
        "derived": [_derived(each) for each in answer.derived],
        "caveats": list(answer.caveats),
        "missing": [{"asked": each.asked, "kind": each.kind.value, "why": each.why} for each in answer.missing],
        "choices": _choices(answer),
        "text": reply.text,
        "html": reply.html[0] if reply.html else "",
    }


def _choices(answer: Answer) -> list[dict[str, str]]:
    return [{"label": choice.label, "ask": choice.ask} for choice in answer.choices]


def _understood(query: Query) -> dict[str, Any]:
    """What was understood. `years` are those that were asked for: the ones answered stand with the facts."""
    years = dict.fromkeys((*(asked.year for asked in query.asked if asked.year), *query.years))
    return {
        "intent": query.intent.value,
        "topics": list(query.topics),
        "indicators": list(query.indicators),
        "regions": [region.name for region in query.regions],
        "years": list(years),
        "modality": query.modality.value,
    }


def _fact(fact: Fact, report: Report) -> dict[str, Any]:
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
