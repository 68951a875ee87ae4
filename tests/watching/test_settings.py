"""watch.toml: what it says, and that whatever is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import DataError
from bot.watching.settings import parse_watch, read_watch
from tests.golden import ROOT

GOOD = """contact = "office@example.gov.cn"
hosts = ["www.example.gov.cn", "old.example.gov.cn:8080"]
every_hours = 6

[[page]]
url = "https://www.example.gov.cn/fzbg/"

[[page]]
url = "http://old.example.gov.cn:8080/list.html"
"""


def test_without_the_file_nothing_is_watched(tmp_path: Path) -> None:
    assert read_watch(tmp_path) is None


def test_pages_hosts_and_hours_are_read(tmp_path: Path) -> None:
    (tmp_path / "watch.toml").write_text("\ufeff" + GOOD, "utf-8")
    watch = read_watch(tmp_path)
    assert watch is not None
    assert watch.pages == ("https://www.example.gov.cn/fzbg/", "http://old.example.gov.cn:8080/list.html")
    assert (watch.every, watch.rules.loopback) == (6 * 3600, False)


def test_the_example_is_right_and_watches_no_loopback() -> None:
    watch = parse_watch((ROOT / "deploy" / "watch.example.toml").read_text("utf-8"))
    assert watch.pages
    assert not watch.rules.loopback


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("contact = ", "kontact = ", 1, "不认识的项“kontact”"),
        ('"office@example.gov.cn"', '"办公室"', 1, "contact"),
        ('["www.example.gov.cn", ', "[1, ", 2, "hosts"),
        ("every_hours = 6", "every_hours = 0", 3, "every_hours"),
        ("every_hours = 6", 'title = "("', 3, "正则表达式"),
        ("every_hours = 6", 'test_only_loopback = "yes"', 3, "test_only_loopback"),
        ("https://www.example.gov.cn", "https://www.other.gov.cn", 5, "不在 hosts 名单里"),
        ("https://www.example.gov.cn", "https://www.example.gov.cn:8443", 5, "不在 hosts 名单里"),
        ("http://old.example.gov.cn:8080", "http://old.example.gov.cn", 8, "不在 hosts 名单里"),
        ("https://www.example.gov.cn", "ftp://www.example.gov.cn", 5, "http"),
        ("https://www.example.gov.cn", "https://a:b@www.example.gov.cn", 5, "密码"),
        ('url = "http://old', 'link = "http://old', 8, "只写 url"),
        ("[[page]]", "[[site]]", 5, "不认识的项“site”"),
        ("hosts = [", "hosts = ", 2, "TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, line: int, reason: str) -> None:
    with pytest.raises(DataError, match=reason) as caught:
        parse_watch(GOOD.replace(old, new))
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "contact"),
        ('contact = "a@b.cn"\nhosts = []\n', "hosts"),
        ('contact = "a@b.cn"\nhosts = ["a.cn"]\n', r"\[\[page\]\]"),
    ],
)
def test_a_list_of_nothing_is_no_watching(text: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        parse_watch(text)
