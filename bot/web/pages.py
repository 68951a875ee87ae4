"""The handlers of the pages for people; each gathers what a page shows and leaves the markup to the page's module."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.config import Settings
from bot.model import Reply
from bot.store.facts import Catalogue, FactStore, Wanted
from bot.web import apidocs, chat, measures, overview, viewer
from bot.web.answers import Turn
from bot.web.conversation import Conversations, thread_of
from bot.web.feed import feed
from bot.web.layout import Page, render
from bot.web.outline import Outline
from bot.web.overview import Overview
from bot.web.selection import narrowing_of, reports_like, reports_of
from bot.web.suggest import Word, suggestions
from bot.web.viewer import Source
from bot.words.vocabulary import Vocabulary

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Pages:
    """What people open in a browser."""

    settings: Settings
    conversations: Conversations
    store: FactStore
    vocabulary: Vocabulary
    outline: Outline

    async def chat(self, request: Request) -> Response:
        """GET /?q=…&q=…: the conversation that the address holds, and the form for the next question."""
        questions = thread_of(request.query_params.getlist("q"))
        home = self.conversations.home(request.query_params.get("home", ""))
        name = home.name if home else ""
        replies = await self.conversations.replies(questions, name)
        catalogue = await self.store.catalogue()
        places = sorted({report.region for report in catalogue.reports.values()} | ({name} if name else set()))
        return _page(chat.page(chat.Chat(_turns(questions, name, replies), places, name)))

    async def report(self, request: Request) -> Response:
        """GET /reports/{id}?at=…: the source viewer."""
        source = await self._source(request.path_params["id"])
        at = request.query_params.get("at", "")
        return _page(viewer.page(source, int(at) if at.isascii() and at.isdigit() and len(at) < 10 else -1))

    async def overview(self, request: Request) -> Response:
        """GET /overview?topic=…&region=…&year=…: which places and years there are, or one topic's figures."""
        catalogue = await self.store.catalogue()
        narrowing = narrowing_of(request, catalogue)
        lexicon, places = self.vocabulary.lexicon, self.vocabulary.places
        within = reports_like(narrowing, catalogue, places)
        view = Overview(narrowing, catalogue, within, places, [topic.name for topic in lexicon.topics])
        if not narrowing.topic or not view.reports:
            return _page(overview.page(view))
        narrow = len(within) < len(catalogue.reports)
        reports = tuple(report.id for report in view.reports) if narrow else ()
        found = await self.store.find(Wanted(topics=(narrowing.topic,), reports=reports))
        tables = measures.figures(found.facts, found.catalogue.reports, list(lexicon.indicators))
        return _page(overview.page(view, tables))

    async def feed(self, request: Request) -> Response:
        """GET /feed.atom?topic=…&region=…: new reports."""
        catalogue = await self.store.catalogue()
        reports = reports_of(request, catalogue, self.vocabulary.places)
        given = [(key, value) for key in ("topic", "region") if (value := request.query_params.get(key, ""))]
        xml = feed(self._base(request), urlencode(given), reports, catalogue.topics)
        return Response(xml, media_type="application/atom+xml")

    async def suggest(self, request: Request) -> Response:
        """GET /suggest?q=…: how the text that is being typed may go on."""
        typed = request.query_params.get("q", "")[-200:]
        words = _words(self.vocabulary, await self.store.catalogue())
        # The first look at pinyin loads its tables.
        found = await asyncio.to_thread(suggestions, typed, words)
        return JSONResponse({"suggestions": [{"label": s.label, "fill": s.fill, "hint": s.hint} for s in found]})

    async def interface(self, _: Request) -> Response:
        """GET /api: the interface for programs, described for people."""
        return _page(apidocs.page())

    async def _source(self, report: str) -> Source:
        """A report with its text and facts of one state. Raises HTTPException 404 when there is none of that id."""
        for _ in range(_TRIES):
            before = await self.store.catalogue()
            if report not in before.reports:
                raise HTTPException(404, "没有这份报告，可能已经撤下，请从总览里查找。")
            text = await self.store.text(report)
            found = await self.store.find(Wanted(reports=(report,)))
            if found.catalogue.revision == before.revision:
                # The first look at an outline loads the reader's words.
                sections = await asyncio.to_thread(self.outline, text)
                return Source(before.reports[report], text, found.facts, sections)
        raise HTTPException(503, headers={"Retry-After": "1"})

    def _base(self, request: Request) -> str:
        """The address of this service as readers of a feed reach it."""
        return self.settings.public_url or f"{request.url.scheme}://{request.url.netloc}"


def _page(page: Page) -> Response:
    return HTMLResponse(render(page))


def _turns(questions: Sequence[str], home: str, replies: Sequence[Reply]) -> list[Turn]:
    return [Turn(tuple(questions[: at + 1]), home, reply.answer) for at, reply in enumerate(replies)]


def _words(vocabulary: Vocabulary, catalogue: Catalogue) -> tuple[Word, ...]:
    """What can be typed: the places that have reports and the topics that they hold."""
    regions = [vocabulary.places.get(adcode) for adcode in catalogue.of_place]
    known = {topic for topics in catalogue.topics.values() for topic in topics}
    of_places = [Word(region.short, region.name, (region.own, region.name)) for region in regions if region]
    topics = (topic for topic in vocabulary.lexicon.topics if topic.name in known)
    of_topics = [Word(topic.name, "主题", (*topic.words, *topic.aliases)) for topic in topics]
    return (*of_places, *of_topics)
