"""The feed is Atom that a reader takes: identities, dates, links, and nothing that XML cannot hold."""

from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree

from bot.web.feed import ENTRIES, feed
from tests.golden import reports

NS = {"a": "http://www.w3.org/2005/Atom"}


def entries_of(xml: bytes) -> list[ElementTree.Element]:
    return ElementTree.fromstring(xml).findall("a:entry", NS)


def text_of(element: ElementTree.Element, tag: str) -> str:
    return element.findtext(f"a:{tag}", "", NS)


def test_each_report_is_an_entry_with_its_dates_and_links() -> None:
    xml = feed("https://fazhi.example.cn", "", list(reports().values()), {"guangming-2024": {"行政复议": 7}})
    entries = entries_of(xml)
    assert len(entries) == 5
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
    assert len({text_of(entry, "id") for entry in one}) == 5


def test_control_characters_and_markup_in_titles_do_no_harm() -> None:
    odd = replace(reports()["guangming-2020"], title="甲\x00乙<b>&\ud800")
    (entry,) = entries_of(feed("http://x", "topic=%E5%A4%8D", [odd], {}))
    assert text_of(entry, "title") == "甲\ufffd乙<b>&\ufffd"


def test_a_feed_is_no_longer_than_readers_want() -> None:
    one = reports()["guangming-2020"]
    many = [replace(one, id=f"x-{number}") for number in range(ENTRIES + 5)]
    assert len(entries_of(feed("http://x", "", many, {}))) == ENTRIES
    assert entries_of(feed("http://x", "", [], {})) == []
