"""A report on a watched page reaches the admins' chat, and the public only when they publish it."""

from __future__ import annotations

from tests.telegram.office import PAGE, Service, shows
from tests.watching.site import Answer, site

TITLE = "廉江市司法局2025年法治政府建设情况报告"


async def test_a_report_on_a_watched_page_is_proposed_once_and_published_with_its_address(service: Service) -> None:
    owner, state = service.owner, service.folder / "state"
    async with site() as bureau:
        bureau.answers |= {
            "/list": Answer(f'<p><a href="/new.html">{TITLE}</a><a href="/bad.doc">某县2024年法治政府建设报告</a></p>'),
            "/new.html": Answer(PAGE.format(title=TITLE, year=2025, place="廉江市")),
            "/bad.doc": Answer(b"\xd0\xcf\x11\xe0 old", headers={"Content-Type": "application/msword"}),
        }
        await service.upkeep.watcher.round()
        assert bureau.asked == []
        (state / "watch.toml").write_text(
            f'contact = "office@example.gov.cn"\nhosts = ["{bureau.host}"]\ntest_only_loopback = true\n'
            f'[[page]]\nurl = "{bureau.url}/list"\n'
        )
        for _ in range(2):
            await service.upkeep.watcher.round()
        assert sorted(bureau.paths) == ["/bad.doc", "/list", "/new.html"]
    await owner.private.answer(2)
    assert sum("关注的网页上的新报告" in text for text in owner.private.texts) == 2
    assert sum("只能读" in text for text in owner.private.texts) == 1
    assert "lianjiang-2025" not in (await service.app.store.catalogue()).reports
    await owner.say("/proposals")
    number = (await shows(owner, f". {TITLE}"))["text"].split(".")[0]
    await owner.say(f"/proposals {number}")
    shown = await shows(owner, "尚未公开")
    await owner.press(shown, "发布")
    await shows(owner, "新增：lianjiang-2025")
    report = (await service.app.store.catalogue()).reports["lianjiang-2025"]
    assert (report.url, report.url_seen.value) == (f"{bureau.url}/new.html", "published")
