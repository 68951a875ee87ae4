"""Looking at the listed pages when their time has come, and handing the reports that are found there to the admins.

What was found is written down before it is fetched, and settled after it was handed on: a process that dies between
hands it on once more, and whoever takes it knows it by its key.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bot.errors import DataError, FetchError
from bot.layout import WATCH_FILE
from bot.reading.documents import SUFFIXES
from bot.store.watching import WatchedLink, WatchStore
from bot.watching.fetching import PAGE, REPORT, Fetched, Fetcher
from bot.watching.links import identity, links_of
from bot.watching.settings import LOOPBACK, Watch, read_watch

_log = logging.getLogger(__name__)

HOUR = 3600.0
LONGEST_BREAK = 7 * 24 * HOUR
"""The longest time between two looks at a page that cannot be had."""

TRIES = (HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR)
"""How long to wait before a report that could not be fetched is tried again; after the last one it is given up."""

TOLD_AFTER = 3
"""So many failures of a page in a row are worth a word to the admins."""

MOST_REPORTS = 20
"""Reports that are fetched in one round."""

_KINDS = {"application/pdf": ".pdf", "text/plain": ".txt"}
_BEGINNINGS = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".doc"))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that was found: a name for its file, its bytes, and the page that it came from."""

    name: str
    content: bytes
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Admins:
    """Those who hear of what is found. `propose` takes a report, the same one twice for once; `tell` says a sentence,
    once for a key; `known` gives the addresses of the reports that are there already."""

    propose: Callable[[Arrival], Awaitable[None]]
    tell: Callable[[str, str], Awaitable[None]]
    known: Callable[[], Awaitable[frozenset[str]]]


class Watcher:
    """Watches what the file in the state directory lists, as it stands at that moment."""

    def __init__(
        self,
        state_dir: Path,
        store: WatchStore,
        admins: Admins,
        *,
        make_fetcher: Callable[[Watch], Fetcher] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._state_dir = state_dir
        self._store = store
        self._admins = admins
        self._make_fetcher = make_fetcher or (lambda watch: Fetcher(watch.rules, watch.contact))
        self._clock = clock
        self._watch: Watch | None = None
        self._fetcher: Fetcher | None = None

    async def round(self) -> None:
        """Do what is due: look at pages, fetch what was found. A page's or a site's trouble is never raised."""
        fetcher = await self._current()
        if fetcher is None or self._watch is None:
            return
        for url in self._watch.pages:
            if (await self._store.page(url)).due <= self._clock():
                await self._look(url, self._watch, fetcher)
        for link in await self._store.waiting(self._clock(), MOST_REPORTS):
            await self._bring(link, fetcher)

    async def _current(self) -> Fetcher | None:
        """The fetcher for what the settings say now; it keeps its pauses and what it knows of sites while they stay."""
        try:
            watch = read_watch(self._state_dir)
        except DataError as error:
            await self._admins.tell(f"关注网页的设置有误，先不看了：{error}", f"watch:{error}")
            return None
        if watch is None:
            self._watch = self._fetcher = None
        elif watch != self._watch:
            if watch.rules.loopback:
                _log.warning("%s: %s is set, which is for tests alone", WATCH_FILE, LOOPBACK)
            self._watch, self._fetcher = watch, self._make_fetcher(watch)
        return self._fetcher

    async def _look(self, url: str, watch: Watch, fetcher: Fetcher) -> None:
        """Look at a page and write down what was found there and is not known."""
        page = await self._store.page(url)
        # What was left out by another pattern may meet this one: the page counts as new then.
        same = page.sought == watch.title.pattern
        try:
            got = await fetcher.get(url, PAGE, etag=page.etag if same else "", modified=page.modified if same else "")
            links = links_of(got.content, got.url, watch.title, watch.rules) if got.content is not None else []
        except FetchError as error:
            wait = min(LONGEST_BREAK, watch.every * 2 ** min(page.failures, 10))
            failed = replace(page, failures=page.failures + 1, due=self._clock() + max(wait, error.after))
            await self._store.looked(failed, ())
            _log.warning("watched page: %s", error)
            if failed.failures == TOLD_AFTER:
                await self._admins.tell(
                    f"关注的网页连续 {TOLD_AFTER} 次取不到：{url}（{error.reason}）", f"watch:{failed}"
                )
            return
        known = {identity(each) for each in await self._admins.known()}
        found = [WatchedLink(identity(link.url), link.url, link.title) for link in links]
        stands = replace(page, sought=watch.title.pattern, etag=got.etag, modified=got.modified, failures=0)
        new = [link for link in found if link.identity not in known]
        await self._store.looked(replace(stands, due=self._clock() + watch.every), new)

    async def _bring(self, link: WatchedLink, fetcher: Fetcher) -> None:
        """Fetch a report and hand it on."""
        try:
            got = await fetcher.get(link.url, REPORT)
        except FetchError as error:
            _log.warning("found report: %s", error)
            if not error.final and link.failures < len(TRIES):
                await self._store.again(link, self._clock() + max(TRIES[link.failures], error.after))
                return
            sentence = f"发现报告《{link.title}》，但取不下来（{error.reason}），请手工下载后发来：{link.url}"
            await self._admins.tell(sentence, f"watch:{link.identity}")
        else:
            await self._admins.propose(_arrival(link, got))
        await self._store.settle(link)


def _arrival(link: WatchedLink, got: Fetched) -> Arrival:
    content = got.content or b""
    return Arrival(f"{link.title}{_suffix(got, content)}", content, got.url)


def _suffix(got: Fetched, content: bytes) -> str:
    """The ending that a file of this content has, by its bytes, else its address, else what the site calls it."""
    for beginning, suffix in _BEGINNINGS:
        if content.startswith(beginning):
            return suffix
    own = Path(unquote(urlsplit(got.url).path)).suffix.lower()
    return own if own in SUFFIXES else _KINDS.get(got.kind, ".html")
