"""The catalogue: what is wrong with it is said with the line to look at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.library.sources import read_sources
from bot.model import UrlSeen
from tests.library.shelf import ENTRY

GOOD = ENTRY.format(id="a-2024")


def test_the_shipped_catalogue_reads() -> None:
    text = (Path(__file__).parents[2] / "data" / "reports" / "sources.toml").read_text("utf-8")
    sources = read_sources(text, "sources.toml")
    assert len({source.report.id for source in sources}) == len(sources) >= 5
    by_id = {source.report.id: source.report for source in sources}
    assert by_id["guangming-2024"].published == date(2025, 1, 6)
    assert by_id["guangming-2020"].url_seen is UrlSeen.INFERRED
    assert by_id["lianjiang-2024"].published is None


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('title = "', 'titel = "', 4, "titel"),
        ('issuer = "某县司法局"\n', "", 2, "issuer"),
        ('"440881"', '"44088"', 7, "六位"),
        ('"440881"', '"990881"', 7, "六位"),
        ('"440881"', "440881", 7, "文字"),
        ("year = 2024", 'year = "2024"', 8, "年份"),
        ("year = 2024", "year = 24", 8, "年份"),
        ("published = 2025-01-06", 'published = "2025-01-06"', 9, "日期"),
        ("published = 2025-01-06", "published = 2023-01-06", 9, "早于"),
        ("published = 2025-01-06", "published = 2025-13-06", 9, "TOML"),
        ("https://www.example.gov.cn/post_1.html", "www.example.gov.cn", 10, "网址"),
        ("https://www.example.gov.cn/post_1.html", "https://a b.cn/", 10, "网址"),
        ("https://www.example.gov.cn/post_1.html", "https://[x.cn/", 10, "网址"),
        ('url_seen = "published"', 'url_seen = "yes"', 11, "url_seen"),
        ('url_seen = "published"', 'url_seen = "none"', 11, "url_seen"),
        ('id = "a-2024"', 'id = "光明-2024"', 3, "字母"),
        ('id = "a-2024"', 'id = ""', 3, "文字"),
        ("[[report]]", "[report]", 0, "[[report]]"),
        ("[[report]]", "[[reports]]", 2, "reports"),
        ("某县司法局2024", "某县\\n司法局2024", 4, "文字"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, line: int, reason: str) -> None:
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        read_sources(GOOD.replace(old, new, 1), "sources.toml")
    assert (caught.value.file, caught.value.line) == ("sources.toml", line)
    assert reason in caught.value.reason


def test_an_id_given_twice_is_named_with_both_lines() -> None:
    with pytest.raises(DataError, match="第 2 行") as caught:
        read_sources(GOOD + GOOD, "sources.toml")
    assert caught.value.line == 14


def test_an_address_may_be_unknown() -> None:
    entry = GOOD.replace('url = "https://www.example.gov.cn/post_1.html"\n', "").replace('url_seen = "published"\n', "")
    report = read_sources(entry, "sources.toml")[0].report
    assert (report.url, report.url_seen) == ("", UrlSeen.NONE)
