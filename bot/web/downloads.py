"""Pictures and workbooks of an answer, made when they are asked for and never kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.model import Answer
from bot.replying.chart import chart
from bot.replying.workbook import MEDIA_TYPE, workbook
from bot.web.conversation import Conversations, thread_of

MOST_WAITING = 8
"""Pictures and workbooks under way at once; whoever comes then is asked to come back."""


@dataclass(slots=True)
class Downloads:
    """The handlers of /chart.png and /workbook.xlsx; `fonts` is the folder of the chart's font."""

    conversations: Conversations
    fonts: Path
    _waiting: int = field(default=0, init=False)

    async def chart(self, request: Request) -> Response:
        """GET /chart.png?q=…: the figures that are like for like, as a picture."""
        answer = await self._answer(request)
        with self._place_in_line():
            picture = await chart(answer, self.fonts)
        if picture is None:
            raise HTTPException(404, "这个回答里没有可以并排画成图的数字。")
        return Response(picture.png, media_type="image/png")

    async def workbook(self, request: Request) -> Response:
        """GET /workbook.xlsx?q=…: all figures with their clauses."""
        answer = await self._answer(request)
        if not answer.facts:
            raise HTTPException(404, "这个回答里没有数字，做不成表格。")
        with self._place_in_line():
            content = await asyncio.to_thread(workbook, answer)
        name = quote(f"{_name(answer)}.xlsx", safe="")
        disposition = f"attachment; filename=\"fazhi.xlsx\"; filename*=UTF-8''{name}"
        return Response(content, media_type=MEDIA_TYPE, headers={"Content-Disposition": disposition})

    async def _answer(self, request: Request) -> Answer:
        questions = thread_of(request.query_params.getlist("q"))
        if not questions:
            raise HTTPException(400, "要用q写明问题，例如q=/rank 人民调解。")
        replies = await self.conversations.replies(questions, request.query_params.get("home", ""))
        return replies[-1].answer

    @contextmanager
    def _place_in_line(self) -> Iterator[None]:
        if self._waiting >= MOST_WAITING:
            raise HTTPException(503, headers={"Retry-After": "5"})
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1


def _name(answer: Answer) -> str:
    """A file name that says what is inside: 光明区、廉江市 行政复议."""
    reports = dict.fromkeys(fact.report for fact in answer.facts)
    places = dict.fromkeys(answer.reports[report].region for report in reports)
    topics = dict.fromkeys(fact.claim.topic for fact in answer.facts)
    return " ".join("、".join(list(names)[:3]) for names in (places, topics))
