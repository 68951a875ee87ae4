"""The one door for every channel: a message goes in, a reply comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Context, Understander
from bot.errors import UserError
from bot.model import Answer, Intent, Query, Region, Reply, Status
from bot.replying import chart, reply
from bot.replying.contract import Gazetteer, query_of


@dataclass(frozen=True, slots=True)
class ChatContext:
    """What a chat adds to its messages: its home place, and the query that a message follows up on."""

    home: Region | None = None
    previous: Query | None = None


class Desk:
    """Understands, answers and renders; a user's mistake becomes a reply that says how to ask."""

    def __init__(self, understander: Understander, answerer: Answerer, places: Gazetteer, public_url: str = "") -> None:
        self._understander = understander
        self._answerer = answerer
        self._places = places
        self._public_url = public_url.rstrip("/")

    async def answer(self, message: str, chat: ChatContext | None = None) -> Reply:
        """The reply to one message."""
        known = chat or ChatContext()
        try:
            previous = await self._as_asked(known.previous)
            query = self._understander.understand(message, Context(home=known.home, previous=previous))
            answer = await self._answerer.answer(query)
        except UserError as error:
            answer = mistake(error)
        return reply(answer, self._public_url)

    async def _as_asked(self, previous: Query | None) -> Query | None:
        """The query of an earlier answer without the years and indicators that nobody need have asked for.

        Of what may have been asked, the least that is answered with the same text was.
        """
        if previous is None or not previous.told:
            return previous
        whole = replace(previous, told="")
        for fewer in (replace(whole, years=(), indicators=()), replace(whole, years=()), replace(whole, indicators=())):
            if previous.told.endswith((await self.recall(fewer)).text):
                return fewer
        return whole

    async def recall(self, query: Query) -> Reply:
        """The reply to what was understood earlier, as the reports are now."""
        return reply(await self._answerer.answer(query), self._public_url)

    def warm(self) -> None:
        """Load what badly typed messages and charts need (some three seconds of work): the first need not wait."""
        self._understander.warm()
        chart.warm()

    def renew(self, understander: Understander, answerer: Answerer) -> None:
        """From now on answer by what reports and words have become."""
        self._understander, self._answerer = understander, answerer

    def previous_from_json(self, answer: Mapping[str, Any]) -> Query:
        """The query behind an earlier answer's JSON. Raises UserError when it is none of ours."""
        return query_of(answer, self._places)


def mistake(error: UserError) -> Answer:
    """What a user did wrong, as an answer: one sentence and an example that works."""
    return Answer(status=Status.HELP, query=Query(intent=Intent.HELP), message=str(error))
