"""A conversation that the server does not remember: its questions are asked again, each in the light of the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from bot.desk import ChatContext, Desk
from bot.model import Region, Reply
from bot.web.chat import LONGEST
from bot.web.selection import regions_named
from bot.words.vocabulary import Vocabulary

LONGEST_THREAD = 12
"""Questions of one conversation; older ones leave it."""

MOST_CARRIED = 30_000
"""Characters of all questions together."""


@dataclass(frozen=True, slots=True)
class Conversations:
    """Puts questions to the desk."""

    desk: Desk
    vocabulary: Vocabulary

    async def replies(self, questions: Sequence[str], home: str = "") -> tuple[Reply, ...]:
        """The reply to each question of an address. Raises HTTPException 414 for a question that is too long."""
        region = self.home(home)
        found: list[Reply] = []
        for question in questions:
            previous = found[-1].answer.query if found else None
            found.append(await self._ask(question, ChatContext(home=region, previous=previous), too_long=414))
        return tuple(found)

    async def follow(self, question: str, home: str, after: Mapping[str, Any] | None) -> Reply:
        """The reply to a question that may follow up on the JSON of an earlier answer.

        Raises HTTPException 413 for a question that is too long, UserError where `after` is no answer.
        """
        previous = self.desk.previous_from_json(after) if after else None
        return await self._ask(question, ChatContext(home=self.home(home), previous=previous), too_long=413)

    async def _ask(self, question: str, context: ChatContext, too_long: int) -> Reply:
        if len(question) > LONGEST:
            raise HTTPException(too_long, f"问题太长了，最多{LONGEST}字，请缩短后再问。")
        return await self.desk.answer(question, context)

    def home(self, name: str) -> Region | None:
        """The region of that name; None for no name. Raises HTTPException 400 for a name that is not one place."""
        if not name.strip():
            return None
        regions = regions_named(name, self.vocabulary.places)
        if len(regions) != 1:
            raise HTTPException(400, "本地要写一个区县或市的名称，例如光明区。")
        return regions[0]


def thread_of(questions: Sequence[str]) -> tuple[str, ...]:
    """The questions of an address that count: not blank, the latest ones, as many as the next address can carry."""
    kept = [question for question in questions if question.strip()][-LONGEST_THREAD:]
    while len(kept) > 1 and sum(map(len, kept)) > MOST_CARRIED:
        del kept[0]
    return tuple(kept)
