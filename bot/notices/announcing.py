"""News from the facts: what they hold is held against the log of what was published, and the difference is announced.

Facts and state are two files and a process may die between them. So nothing hangs on the moment of a load: whoever
calls `announce` after a load, at a start, or just now and then, gets the same outcome, each publication once.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bot.notices.matching import drafts
from bot.notices.subjects import Subjects
from bot.store.database import Database
from bot.store.facts import FactStore
from bot.store.news import PublicationLog, Published
from bot.store.outbox import OutboxStore
from bot.store.publications import digests_of, published_in, revision_of
from bot.words.vocabulary import Vocabulary

_log = logging.getLogger(__name__)
_NEVER = -1


@dataclass(frozen=True, slots=True)
class Announced:
    """What an announcement did: the reports that were news, and how many messages were queued."""

    reports: tuple[str, ...] = ()
    queued: int = 0


class Announcer:
    """Turns news in the facts into messages in the outbox."""

    def __init__(self, facts: Database, outbox: OutboxStore, words: Vocabulary) -> None:
        self._facts = facts
        self._publications = PublicationLog(outbox)
        self._subjects = Subjects(FactStore(facts), words)
        self._seen = _NEVER

    async def has_changed(self) -> bool:
        """Whether the facts are others than at the last announcement of this process, if there was one."""
        return self._seen not in (_NEVER, await revision_of(self._facts))

    async def announce(self) -> Announced:
        """Announce what is not announced yet. The very first call for a state only takes note of what is there."""
        revision = await revision_of(self._facts)
        if revision == self._seen:
            return Announced()
        done = await self._announce()
        self._seen = revision
        return done

    async def _announce(self) -> Announced:
        digests = await digests_of(self._facts)
        if await self._publications.is_new():
            await self._publications.begin(await published_in(self._facts, sorted(digests)))
            return Announced()
        known = await self._publications.published()
        other = [id_ for id_, digest in sorted(digests.items()) if id_ not in known or known[id_].digest != digest]
        read = await published_in(self._facts, other)
        news = [one for one in read if one.report not in known or known[one.report].fingerprint != one.fingerprint]
        await self._publications.refresh_digest(one for one in read if one not in news)
        queued = await self._queue(news) if news else 0
        if news:
            _log.info("%s reports announced, %s messages queued", len(news), queued)
        return Announced(tuple(one.report for one in news), queued)

    async def _queue(self, news: Sequence[Published]) -> int:
        subjects = [await self._subjects.of(one.report) for one in news]
        now = time.time()
        return await self._publications.announce(news, lambda subscribers: drafts(subjects, subscribers, now))
