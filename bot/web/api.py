"""The interface for programs: questions, facts and reports as JSON, the same for everybody and read-only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.model import Fact, Report
from bot.replying.contract import answer_json, fact_json
from bot.store.facts import Catalogue, FactStore, Wanted
from bot.web.addresses import report_address
from bot.web.bodies import json_object_of
from bot.web.conversation import Conversations, thread_of
from bot.web.openapi import MOST_FACTS, description
from bot.web.selection import reports_of, topic_of
from bot.words.vocabulary import Vocabulary

_FEW_FACTS = 100
_REPORTS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Interface:
    """The handlers of /api/… and of its description."""

    conversations: Conversations
    store: FactStore
    vocabulary: Vocabulary
    public_url: str

    async def ask(self, request: Request) -> Response:
        """GET /api/ask?q=…&home=…: one question; several q are one conversation, the last one is answered."""
        if request.method == "POST":
            return await self._ask_on(request)
        given = request.query_params.getlist("q")
        if not given:
            raise HTTPException(400, "要用q写明问题，例如/api/ask?q=/help。")
        questions = thread_of(given) or given[-1:]
        replies = await self.conversations.replies(questions, request.query_params.get("home", ""))
        return JSONResponse(answer_json(replies[-1]))

    async def _ask_on(self, request: Request) -> Response:
        """POST /api/ask {"text", "home", "after"}: one question, perhaps in the light of an earlier answer."""
        body = await json_object_of(request)
        text, home, after = body.get("text"), body.get("home", ""), body.get("after")
        if not isinstance(text, str) or not isinstance(home, str | None) or not isinstance(after, dict | None):
            raise HTTPException(400, "text和home应是文字，after应是上一次的回答。")
        reply = await self.conversations.follow(text, home or "", after)
        return JSONResponse(answer_json(reply))

    async def facts(self, request: Request) -> Response:
        """GET /api/facts: facts by report and place in its text, page by page."""
        limit = _limit(request)
        after = request.query_params.get("after", "")
        catalogue = await self.store.catalogue()
        topic = topic_of(request, catalogue)
        wanted = sorted(report.id for report in reports_of(request, catalogue, self.vocabulary.places))
        passed = _position(after, catalogue)
        left = [report for report in wanted if report >= passed[0]]
        found: list[Fact] = []
        while left and len(found) <= limit:
            some, left = left[:_REPORTS_AT_ONCE], left[_REPORTS_AT_ONCE:]
            page = await self.store.find(Wanted(reports=tuple(some), topics=(topic,) if topic else ()))
            found += [fact for fact in page.facts if (fact.report, fact.start) > passed]
        shown = found[:limit]
        more = shown[-1].id if len(found) > limit else None
        return JSONResponse({"facts": [_fact(fact, catalogue.reports) for fact in shown], "next": more})

    async def reports(self, request: Request) -> Response:
        """GET /api/reports: the reports, the newest first."""
        catalogue = await self.store.catalogue()
        reports = reports_of(request, catalogue, self.vocabulary.places)
        return JSONResponse({"reports": [_report(report, catalogue) for report in reports]})

    async def described(self, _: Request) -> Response:
        """GET /openapi.json."""
        return JSONResponse(description(self.public_url))


def _limit(request: Request) -> int:
    limit = request.query_params.get("limit", str(_FEW_FACTS))
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:9]) <= MOST_FACTS):
        raise HTTPException(400, f"limit应是1到{MOST_FACTS}的整数。")
    return int(limit)


def _position(after: str, catalogue: Catalogue) -> tuple[str, int]:
    """Where the last page ended: its last fact's report and start, which its id holds even when the fact is gone."""
    if not after:
        return "", -1
    report, _, rest = after.rpartition("-")[0].rpartition("-")
    if not report or not (rest.isascii() and rest.isdigit()):
        raise HTTPException(400, "after应是上一页最后一项的编号。")
    return report, int(rest)


def _fact(fact: Fact, reports: Mapping[str, Report]) -> dict[str, Any]:
    return fact_json(fact, reports[fact.report])


def _report(report: Report, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "id": report.id,
        "title": report.title,
        "issuer": report.issuer,
        "region": report.region,
        "adcode": report.adcode,
        "year": report.year,
        "published": report.published.isoformat() if report.published else "",
        "url": report.url,
        "url_seen": report.url_seen.value,
        "facts": sum(catalogue.topics.get(report.id, {}).values()),
        "viewer": report_address(report.id),
    }
