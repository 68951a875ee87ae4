"""The pages over HTTP, without a browser's JavaScript: ask, follow up, jump to the source, look around."""

import asyncio
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser

from bot.desk import ChatContext, Desk
from bot.model import Answer, Intent, Query, Reply, Status
from bot.replying import reply
from bot.store.loading import load
from bot.web.chat import LONGEST
from bot.words.commands import BY_NAME, COMMANDS, Role
from tests.golden import entries
from tests.web.service import Service, running, shelf

COMPARE = "/compare 行政复议 光明 廉江"


async def page_of(service: Service, address: str, status: int = 200) -> LexborHTMLParser:
    response = await service.client.get(address)
    assert response.status_code == status, address
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return LexborHTMLParser(response.text)


async def answer_to(service: Service, *questions: str) -> LexborHTMLParser:
    response = await service.client.get("/", params={"q": list(questions)})
    assert response.status_code == 200
    return LexborHTMLParser(response.text)


async def test_the_empty_page_offers_every_command_that_it_knows(service: Service) -> None:
    page = await page_of(service, "/")
    examples = [str(link.attributes["data-ask"]) for link in page.css(".examples a")]
    commands = [command for command in COMMANDS if command.role is Role.EVERYONE]
    assert [BY_NAME[example.split()[0].removeprefix("/")] for example in examples] == commands
    for command, example in zip(commands, examples, strict=True):
        assert example.startswith(f"/{command.alias}")
        answer, same = [await service.desk.answer(asked) for asked in (example, command.example)]
        assert answer.answer == same.answer
    (spoken,) = page.css(".welcome p a")
    assert "行政复议" in (await service.desk.answer(str(spoken.attributes["data-ask"]))).answer.query.topics
    assert page.css_first("#question")
    assert not page.css(".answer")


async def test_a_comparison_shows_both_figures_with_their_sources(service: Service) -> None:
    page = await answer_to(service, COMPARE)
    table = page.css_first(".answer table")
    assert table
    rows = [(row.css_first("th"), row.css_first(".figure")) for row in table.css("tr")]
    shown = [(place.text(), figure.text()) for place, figure in rows if place and figure]
    assert [(place[:3], figure) for place, figure in shown] == [("光明区", "583宗"), ("廉江市", "252宗")]
    quotes = " ".join(quote.text() for quote in page.css(".sources q"))
    assert "583宗" in quotes
    assert "252宗" in quotes
    addresses = [str(link.attributes["href"]) for link in page.css(".sources a")]
    assert any(address.startswith("https://www.szgm.gov.cn/") for address in addresses)


async def test_every_citation_leads_to_the_figure_in_its_clause(service: Service) -> None:
    page = await answer_to(service, COMPARE)
    rows = page.css(".answer tr")
    assert len(rows) > 4
    for row in rows:
        figure, cite = row.css_first(".figure"), row.css_first(".cite a")
        assert figure
        assert cite
        address, fact = urldefrag(str(cite.attributes["href"]))
        mark = (await page_of(service, address)).css_first(f'mark > a[id="{fact}"]')
        assert mark
        assert mark.text() == figure.text()


async def test_a_sentence_that_was_found_links_its_figures(service: Service) -> None:
    page = await answer_to(service, "/search 法治前哨站")
    quotes = page.css(".passages q")
    assert len(quotes) == 3
    assert all("法治前哨站" in quote.text() for quote in quotes)
    assert {word.text() for word in page.css(".passages em")} == {"法治前哨站"}
    figures = page.css(".passages a.figure")
    assert [figure.text() for figure in figures] == ["10个", "88个", "2982场次"]
    for figure in figures:
        address, fact = urldefrag(str(figure.attributes["href"]))
        mark = (await page_of(service, address)).css_first(f'mark > a[id="{fact}"]')
        assert mark
        assert mark.text() == figure.text()
    assert not page.css(".figures, .sources")


async def test_the_paragraph_behind_a_figure_is_shown(service: Service) -> None:
    page = await answer_to(service, "/source 廉江 行政复议")
    (quote,) = page.css(".passages q")
    assert "252宗" in {figure.text() for figure in quote.css("a.figure")}
    link = page.css_first(".passages small a")
    assert link
    here = (await page_of(service, urldefrag(str(link.attributes["href"]))[0])).css_first(".here")
    assert here
    assert "252宗" in here.text()


async def test_a_follow_up_knows_what_was_asked_before(service: Service) -> None:
    page = await answer_to(service, "/ask 光明 法律援助", "廉江呢")
    turns = page.css("#thread > li")
    assert [turn.attributes["data-asked"] for turn in turns] == ["/ask 光明 法律援助", "廉江呢"]
    assert "廉江市" in turns[1].text()
    assert "法律援助" in turns[1].text()
    carried = [field.attributes["value"] for field in page.css("#carried input")]
    assert carried == ["/ask 光明 法律援助", "廉江呢"]


@pytest.mark.parametrize(
    "question",
    [
        "<script>alert(1)</script>",
        '" onfocus="alert(1)" x="',
        "'; DROP TABLE fact; --",
        "$(reboot) `id` && echo",
        "\x00\x1b[31m\u202e光明",
        "&lt;b&gt; %s {0} {{7*7}}",
    ],
)
async def test_hostile_text_comes_back_as_text(service: Service, question: str) -> None:
    page = await answer_to(service, question)
    assert [str(script.attributes["src"]).partition("?")[0] for script in page.css("script")] == ["/static/chat.js"]
    asked = page.css_first("h2.asked")
    assert asked
    plain = "".join(character if character.isprintable() else "\ufffd" for character in question)
    assert asked.text().endswith(plain)
    assert not [node for node in page.css("*") if any(name.startswith("on") for name in node.attributes)]


class Listening(Desk):
    """A desk that answers everything alike and keeps what it was asked."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def answer(self, message: str, chat: ChatContext | None = None) -> Reply:
        self.heard.append(message)
        return reply(Answer(status=Status.HELP, query=Query(intent=Intent.HELP), message="听到了"))


async def test_a_question_of_ten_thousand_characters_reaches_the_desk(tmp_path: Path) -> None:
    desk = Listening()
    async with running(tmp_path, desk=desk) as service:
        address = f"{service.base}/?q={quote('复' * LONGEST)}"
        assert len(address) > 90_000
        assert "听到了" in await asyncio.to_thread(read, address)
    assert desk.heard == ["复" * LONGEST]


def read(address: str) -> str:
    """A page fetched by a client that does not mind long addresses."""
    with urlopen(address) as response:
        return str(response.read(), "utf-8")


async def test_a_longer_question_gets_one_sentence(service: Service) -> None:
    heading = (await page_of(service, f"/?q={'a' * (LONGEST + 1)}", 414)).css_first("h1")
    assert heading
    assert "10000字" in heading.text()


async def test_a_home_is_offered_and_kept(service: Service) -> None:
    page = await page_of(service, "/?home=廉江")
    chosen = page.css_first("select[name=home] option[selected]")
    assert chosen
    assert chosen.text() == "廉江市"
    await page_of(service, "/?home=没有的地方", 400)


async def test_pages_that_are_not_there_say_so(service: Service) -> None:
    unknown = {"/nothing": 404, "/reports/nothing-2024": 404, "/overview?topic=无": 404, "/overview?year=甲": 400}
    for address, status in unknown.items():
        heading = (await page_of(service, address, status)).css_first("h1")
        assert heading
        assert heading.text().endswith("。")


async def test_head_works_wherever_get_does(service: Service) -> None:
    for address in ("/", "/reports/guangming-2024", "/overview", "/feed.atom", "/api/reports", "/api/ask?q=/help"):
        got, head = await service.client.get(address), await service.client.head(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == got.headers["content-type"]
        assert head.headers["content-length"] == got.headers["content-length"]


async def test_every_link_within_the_page_leads_somewhere(service: Service) -> None:
    waiting, seen = ["/", "/?q=/compare+行政复议+光明+廉江", "/?q=/search+法治前哨站", "/overview"], set[str]()
    anchors: dict[str, set[str]] = {}
    wanted: list[tuple[str, str]] = []
    while waiting and len(seen) < 40:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = await service.client.get(address)
        assert response.status_code == 200, address
        if not response.headers["content-type"].startswith("text/html"):
            continue
        page = LexborHTMLParser(response.text)
        anchors[address] = {str(node.attributes["id"]) for node in page.css("[id]")}
        for node in page.css("a[href], link[href], script[src], img[src]"):
            target, anchor = urldefrag(urljoin(address, str(node.attributes.get("href") or node.attributes.get("src"))))
            if target.startswith("/"):
                waiting.append(target)
                wanted.append((target, anchor))
    missing = [(at, anchor) for at, anchor in wanted if anchor and at in anchors and anchor not in anchors[at]]
    assert not missing
    assert len(seen) > 30


async def test_the_feed_can_be_narrowed(service: Service) -> None:
    whole = (await service.client.get("/feed.atom")).text
    assert whole.count("<entry>") == 3
    assert (await service.client.get("/feed.atom?region=廉江")).text.count("<entry>") == 1
    assert (await service.client.get("/feed.atom?region=广东省")).text.count("<entry>") == 3
    assert (await service.client.get("/feed.atom?region=440311&topic=行政复议")).text.count("<entry>") >= 1
    assert (await service.client.get("/feed.atom?region=没有的地方")).status_code == 404
    assert f"{service.base}/reports/guangming-2024" in whole


async def test_a_public_address_is_the_base_of_the_feed(tmp_path: Path) -> None:
    async with running(tmp_path, {"public_url": "https://fazhi.example.cn"}) as service:
        text = (await service.client.get("/feed.atom")).text
        assert "https://fazhi.example.cn/reports/guangming-2024" in text
        assert "127.0.0.1" not in text


async def test_suggestions_know_places_with_reports_and_topics(service: Service) -> None:
    async def fills(typed: str) -> list[str]:
        found = (await service.client.get("/suggest", params={"q": typed})).json()["suggestions"]
        return [one["fill"] for one in found]

    assert "/compare " in await fills("/c")
    assert await fills("/compare 行政复议 光") == ["/compare 行政复议 光明 "]
    assert await fills("/compare 行政复议 巴") == []
    assert "/rank 法律援助 " in await fills("/rank fly")


async def test_the_viewer_follows_a_reload(service: Service) -> None:
    first, *others = shelf()
    assert "583宗" in (await service.client.get("/reports/guangming-2024")).text
    changed = replace(first, text=first.text.replace("583宗", "584宗"), facts=())
    await load(service.db, entries([changed, *others]))
    page = (await service.client.get("/reports/guangming-2024")).text
    assert "584宗" in page
    assert "<mark" not in page
    await load(service.db, entries(others))
    await page_of(service, "/reports/guangming-2024", 404)
