"""The feed is Atom that a reader takes: identities, dates, links, and nothing that XML cannot hold."""

import re
from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree

from bot.web.feed import ENTRIES, feed
from tests.golden import reports
from tests.web.service import Service

NS = {"a": "http://www.w3.org/2005/Atom"}


def entries_of(xml: bytes) -> list[ElementTree.Element]:
    return ElementTree.fromstring(xml).findall("a:entry", NS)


def text_of(element: ElementTree.Element, tag: str) -> str:
    return element.findtext(f"a:{tag}", "", NS)


def test_each_report_is_an_entry_with_its_dates_and_links() -> None:
    xml = feed("https://fazhi.example.cn", "", list(reports().values()), {"guangming-2024": {"行政复议": 7}})
    entries = entries_of(xml)
    assert len(entries) == len(reports())
    assert [text_of(entry, "updated") for entry in entries] == sorted(
        (text_of(entry, "updated") for entry in entries), reverse=True
    )
    newest = {text_of(entry, "title"): entry for entry in entries}["深圳市光明区司法局2024年法治政府建设年度报告"]
    assert text_of(newest, "published") == "2025-01-06T00:00:00+08:00"
    links = {link.get("rel"): link.get("href") for link in newest.findall("a:link", NS)}
    assert links["alternate"] == "https://fazhi.example.cn/reports/guangming-2024"
    assert links["via"] == reports()["guangming-2024"].url
    assert "行政复议7项" in text_of(newest, "summary")
    assert text_of(newest, "id").startswith("urn:uuid:")


def test_a_report_without_a_date_claims_none() -> None:
    undated = replace(reports()["guangming-2020"], published=None)
    (entry,) = entries_of(feed("http://x", "", [undated], {}))
    assert text_of(entry, "published") == ""
    assert datetime.fromisoformat(text_of(entry, "updated")).date() == date(2020, 12, 31)


def test_an_identity_does_not_follow_the_address_of_the_service() -> None:
    one, other = (entries_of(feed(base, "", list(reports().values()), {})) for base in ("http://a", "http://b"))
    assert [text_of(entry, "id") for entry in one] == [text_of(entry, "id") for entry in other]
    assert len({text_of(entry, "id") for entry in one}) == len(reports())


def test_control_characters_and_markup_in_titles_do_no_harm() -> None:
    odd = replace(reports()["guangming-2020"], title="甲\x00乙<b>&\ud800")
    (entry,) = entries_of(feed("http://x", "topic=%E5%A4%8D", [odd], {}))
    assert text_of(entry, "title") == "甲\ufffd乙<b>&\ufffd"


def test_a_feed_is_no_longer_than_readers_want() -> None:
    one = reports()["guangming-2020"]
    many = [replace(one, id=f"x-{number}") for number in range(ENTRIES + 5)]
    assert len(entries_of(feed("http://x", "", many, {}))) == ENTRIES
    assert entries_of(feed("http://x", "", [], {})) == []


ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"id", "title", "updated"}
"""What a feed and each of its entries must have exactly once."""
OF_FEED = {*ONCE, "link", "entry"}
OF_ENTRY = {*ONCE, "published", "author", "link", "category", "summary"}


def faults(xml: bytes) -> list[str]:
    """What RFC 4287 would hold against a feed that is made of the elements that ours uses."""
    feed_ = ElementTree.fromstring(xml)
    found = [] if feed_.tag == f"{ATOM}feed" else [f"root is {feed_.tag}"]
    found += [f"unknown {child.tag}" for child in feed_ if child.tag.removeprefix(ATOM) not in OF_FEED]
    rels = [link.get("rel") for link in feed_.findall("a:link", NS)]
    found += ["no self link"] if rels.count("self") != 1 else []
    ids = [text_of(one, "id") for one in (feed_, *feed_.findall("a:entry", NS))]
    found += ["ids are not unique"] if len(set(ids)) < len(ids) else []
    for one in (feed_, *feed_.findall("a:entry", NS)):
        found += [f"{tag} stands {len(one.findall(f'a:{tag}', NS))} times" for tag in ONCE if not once(one, tag)]
        found += [f"empty {tag}" for tag in ONCE if not text_of(one, tag).strip()]
        dates = [each.text or "" for tag in ("updated", "published") for each in one.findall(f"a:{tag}", NS)]
        found += [f"date {day}" for day in dates if not RFC3339.fullmatch(day)]
        alternates = [each for each in one.findall("a:link", NS) if each.get("rel") == "alternate"]
        found += ["not one alternate"] if len(alternates) != 1 else []
        found += [f"link {e.get('href')}" for e in one.findall("a:link", NS) if not URI.fullmatch(e.get("href") or "")]
    for entry in feed_.findall("a:entry", NS):
        found += [f"unknown {child.tag}" for child in entry if child.tag.removeprefix(ATOM) not in OF_ENTRY]
        found += ["no author"] if not text_of(entry, "author/a:name").strip() else []
        found += ["category without term" for each in entry.findall("a:category", NS) if not each.get("term")]
    return found


def once(element: ElementTree.Element, tag: str) -> bool:
    return len(element.findall(f"a:{tag}", NS)) == 1


RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
URI = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\[\]-]+")


async def test_every_feed_is_valid_atom(service: Service) -> None:
    for address, number in (
        ("/feed.atom", 3),
        ("/feed.atom?topic=行政复议", 3),
        ("/feed.atom?region=廉江市", 1),
        ("/feed.atom?topic=行政复议&region=光明", 2),
        ("/feed.atom?region=北京市", 0),
    ):
        response = await service.client.get(address)
        assert response.headers["content-type"].startswith("application/atom+xml")
        assert faults(response.content) == []
        assert len(entries_of(response.content)) == number
        (here,) = [
            link.get("href")
            for link in ElementTree.fromstring(response.content).findall("a:link", NS)
            if link.get("rel") == "self"
        ]
        assert (await service.client.get(here or "")).content == response.content


def test_odd_reports_make_a_valid_feed_too() -> None:
    one = reports()["guangming-2020"]
    odd = [
        replace(one, id="a", title="甲<b>&\x00", published=None),
        replace(one, id="b", issuer="", url=""),
        replace(one, id="c", title="", url="https://例子.中国/公开 信息?号=1#二"),
    ]
    assert faults(feed("http://x", "topic=%E5%A4%8D", odd, {"a": {"行政复议": 1}})) == []


def test_what_is_not_valid_is_found() -> None:
    good = feed("http://x", "", [reports()["guangming-2020"]], {})
    assert faults(good) == []
    for part, other in ((b"<author>", b"<writer>"), (b"<updated>2", b"<updated>x"), (b'rel="self"', b'rel="up"')):
        assert faults(good.replace(part, other).replace(part.replace(b"<", b"</"), other.replace(b"<", b"</")))
