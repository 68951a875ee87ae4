"""Watching a bureau's site on this machine: what is proposed, once, and what becomes of trouble."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.store.database import Database, open_database
from bot.store.state import STATE
from bot.store.watching import WatchStore
from bot.watching.fetching import Fetcher
from bot.watching.watcher import TRIES, Admins, Arrival, Watcher
from tests.watching.site import Answer, Asked, Site

HOUR = 3600.0
LIST = """<html><head><title>法治政府建设年度报告</title></head><body><ul>
<li><a href="post_1.html" title="某县司法局2024年法治政府建设年度报告">某县司法局2024年法治政府建……</a></li>
<li><a href="/fzbg/post_1.html#top">某县司法局2024年 法治政府建设年度报告</a></li>
<li><a href="files/2023.pdf">某县2023年度法治政府建设工作情况报告</a></li>
<li><a href="post_2.html">关于2024年人民调解员培训的通知</a></li>
<li><a href="http://elsewhere.example/post_3.html">某市2024年法治政府建设年度报告</a></li>
<li><a href="javascript:open(4)">某镇2024年法治政府建设年度报告</a></li>
</ul></body></html>"""
REPORT = "<html><body><p>2024年，收到行政复议申请20件。</p></body></html>"


@dataclass
class Bureau:
    """A watcher over one site, with a clock that a test moves on, and what the admins heard."""

    site: Site
    folder: Path
    state: Database
    now: float = 1_000_000.0
    arrivals: list[Arrival] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)

    def watch(self, more: str = "") -> None:
        """List the site's page in the settings."""
        self.folder.joinpath("watch.toml").write_text(
            f'contact = "office@example.gov.cn"\nhosts = ["{self.site.host}"]\nevery_hours = 12\n'
            f'test_only_loopback = true\n{more}\n[[page]]\nurl = "{self.site.url}/fzbg/"\n',
            "utf-8",
        )

    def watcher(self) -> Watcher:
        """As a fresh process makes one."""

        async def propose(arrival: Arrival) -> None:
            if arrival not in self.arrivals:
                self.arrivals.append(arrival)

        async def tell(sentence: str, key: str) -> None:
            if key not in self.keys:
                self.told.append(sentence)
            self.keys.add(key)

        async def known() -> frozenset[str]:
            return frozenset(self.published)

        return Watcher(
            self.folder,
            WatchStore(self.state),
            Admins(propose=propose, tell=tell, known=known),
            make_fetcher=lambda watch: Fetcher(watch.rules, watch.contact, pause=0.0),
            clock=lambda: self.now,
        )


@pytest.fixture
async def bureau(bureau: Site, tmp_path: Path) -> AsyncIterator[Bureau]:
    """A site with a list of two reports, and a state that has never seen it."""
    bureau.answers |= {
        "/fzbg/": Answer(LIST, headers={"ETag": '"1"'}),
        "/fzbg/post_1.html": Answer(REPORT),
        "/fzbg/files/2023.pdf": Answer(b"%PDF-1.7 x", headers={"Content-Type": "application/octet-stream"}),
    }
    state = await open_database(tmp_path / "state.sqlite3", STATE)
    yield Bureau(bureau, tmp_path, state)
    await state.close()


async def test_without_settings_nobody_is_asked_anything(bureau: Bureau) -> None:
    await bureau.watcher().round()
    assert bureau.site.asked == []


async def test_links_whose_words_fit_are_proposed_each_once(bureau: Bureau) -> None:
    bureau.watch()
    watcher = bureau.watcher()
    await watcher.round()
    found = [(one.name, one.url.removeprefix(bureau.site.url)) for one in bureau.arrivals]
    assert sorted(found) == [
        ("某县2023年度法治政府建设工作情况报告.pdf", "/fzbg/files/2023.pdf"),
        ("某县司法局2024年法治政府建设年度报告.html", "/fzbg/post_1.html"),
    ]
    assert {one.content for one in bureau.arrivals} == {REPORT.encode(), b"%PDF-1.7 x"}
    bureau.now += 13 * HOUR
    await watcher.round()
    await bureau.watcher().round()
    assert len(bureau.arrivals) == 2
    assert sorted(bureau.site.paths) == ["/fzbg/", "/fzbg/", "/fzbg/files/2023.pdf", "/fzbg/post_1.html"]
    assert bureau.told == []


async def test_a_page_is_looked_at_when_its_time_has_come_and_only_what_is_new_is_sent(bureau: Bureau) -> None:
    def page(asked: Asked) -> Answer:
        return Answer(status=304) if asked.headers.get("if-none-match") == '"1"' else Answer(LIST)

    bureau.watch()
    watcher = bureau.watcher()
    await watcher.round()
    bureau.now += 11 * HOUR
    await watcher.round()
    assert bureau.site.paths.count("/fzbg/") == 1
    bureau.site.answers["/fzbg/"] = page
    bureau.now += 2 * HOUR
    await bureau.watcher().round()
    assert bureau.site.paths.count("/fzbg/") == 2
    assert bureau.site.asked[-1].headers["if-none-match"] == '"1"'
    assert len(bureau.arrivals) == 2


async def test_a_new_pattern_looks_at_the_whole_page_again(bureau: Bureau) -> None:
    bureau.watch()
    await bureau.watcher().round()
    bureau.watch('title = "调解员培训"')
    bureau.site.answers["/fzbg/post_2.html"] = Answer("<p>通知</p>")
    bureau.now += 13 * HOUR
    await bureau.watcher().round()
    assert "if-none-match" not in bureau.site.asked[-2].headers
    assert bureau.arrivals[-1].name == "关于2024年人民调解员培训的通知.html"


async def test_reports_that_are_there_already_are_not_proposed(bureau: Bureau) -> None:
    bureau.published = {f"https://{bureau.site.host}/fzbg/post_1.html#x"}
    bureau.watch()
    await bureau.watcher().round()
    assert [one.url.removeprefix(bureau.site.url) for one in bureau.arrivals] == ["/fzbg/files/2023.pdf"]


async def test_a_page_that_fails_is_asked_less_and_less_often_and_the_admins_hear_of_it_once(bureau: Bureau) -> None:
    bureau.site.answers["/fzbg/"] = Answer(status=500)
    bureau.watch()
    watcher = bureau.watcher()
    asked = []
    for hour in range(40 * 24):
        bureau.now = 1_000_000.0 + hour * HOUR
        before = len(bureau.site.paths)
        await watcher.round()
        if len(bureau.site.paths) > before:
            asked.append(hour)
    assert asked == [0, 12, 36, 84, 180, 348, 516, 684, 852]
    assert len(bureau.told) == 1
    assert f"{bureau.site.url}/fzbg/" in bureau.told[0]
    assert await WatchStore(bureau.state).counts() == (1, 0)
    bureau.site.answers["/fzbg/"] = Answer(LIST)
    bureau.now += 14 * 24 * HOUR
    await watcher.round()
    assert await WatchStore(bureau.state).counts() == (0, 0)
    assert len(bureau.arrivals) == 2


async def test_a_site_that_asks_for_patience_gets_it(bureau: Bureau) -> None:
    bureau.site.answers["/fzbg/"] = Answer(status=429, headers={"Retry-After": str(30 * 24 * 3600)})
    bureau.watch()
    watcher = bureau.watcher()
    await watcher.round()
    bureau.now += 29 * 24 * HOUR
    await watcher.round()
    assert bureau.site.paths.count("/fzbg/") == 1


async def test_a_report_that_cannot_be_had_is_tried_some_times_and_then_left_to_the_admins(bureau: Bureau) -> None:
    bureau.site.answers["/fzbg/post_1.html"] = Answer(status=502)
    bureau.site.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: *.pdf$\n")
    bureau.watch()
    watcher = bureau.watcher()
    for _ in range(20 * 24):
        await watcher.round()
        bureau.now += HOUR
    assert bureau.site.paths.count("/fzbg/post_1.html") == len(TRIES) + 1
    assert bureau.site.paths.count("/fzbg/files/2023.pdf") == 0
    assert bureau.arrivals == []
    assert sorted("robots.txt" in sentence for sentence in bureau.told) == [False, True]
    assert all("手工下载" in sentence for sentence in bureau.told)


async def test_what_a_killed_process_had_found_is_brought_by_the_next_one(bureau: Bureau) -> None:
    bureau.watch()

    async def dies(arrival: Arrival) -> None:
        bureau.arrivals.append(arrival)
        raise KeyboardInterrupt

    watcher = bureau.watcher()
    watcher._admins = Admins(propose=dies, tell=watcher._admins.tell, known=watcher._admins.known)
    with pytest.raises(KeyboardInterrupt):
        await watcher.round()
    await bureau.watcher().round()
    assert sorted(one.name[-4:] for one in bureau.arrivals) == [".pdf", "html"]


async def test_wrong_settings_stop_watching_and_are_said_once(bureau: Bureau) -> None:
    bureau.watch()
    watcher = bureau.watcher()
    await watcher.round()
    bureau.watch("every_hours = 1")
    bureau.now += 13 * HOUR
    asked = len(bureau.site.asked)
    await watcher.round()
    await watcher.round()
    assert len(bureau.site.asked) == asked
    assert len(bureau.told) == 1
    assert "watch.toml" in bureau.told[0]
