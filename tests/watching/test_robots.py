"""robots.txt as RFC 9309 reads it: whose group, which rule, and how long to wait."""

from __future__ import annotations

import pytest

from bot.watching.robots import Robots

TEXT = """\ufeff# a site
User-agent: baiduspider
Disallow:

User-Agent: *
User-agent: other
Disallow: /private/   # not this
Allow: /private/open
Disallow: /*.pdf$
Disallow: /法治/
Crawl-delay: 7
Sitemap: https://www.example.gov.cn/map.xml
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/zwgk/post_1.html", True),
        ("/private/x.html", False),
        ("/private/open.html", True),
        ("/a/b.pdf", False),
        ("/a/b.pdf?download=1", True),
        ("/%E6%B3%95%E6%B2%BB/x.html", False),
        ("/法治/x.html", False),
    ],
)
def test_the_longest_rule_of_the_group_for_all_counts(path: str, allowed: bool) -> None:
    assert Robots(TEXT, "fazhi").allows(path) is allowed


def test_the_pause_that_is_asked_for_is_known() -> None:
    assert Robots(TEXT, "fazhi").delay == 7
    assert Robots("User-agent: *\nCrawl-delay: soon\n", "fazhi").delay == 0


def test_a_group_that_names_us_counts_alone_and_groups_of_one_name_count_together() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: Fazhi\nDisallow: /a\n\nuser-agent: fazhi\nDisallow: /b\n"
    robots = Robots(text, "fazhi")
    assert [robots.allows(path) for path in ("/a", "/b", "/c")] == [False, False, True]
    assert not Robots(text, "another").allows("/c")


@pytest.mark.parametrize("text", ["", "no rules here", "Disallow: /", "User-agent: *\nDisallow:\n"])
def test_what_forbids_nothing_allows_all(text: str) -> None:
    assert Robots(text, "fazhi").allows("/x")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [("/*", "/x", True), ("*", "/x", True), ("/a$", "/a", True), ("/a$", "/ab", False), ("/*a*b$", "/xaxb", True)],
)
def test_stars_and_ends(pattern: str, path: str, fits: bool) -> None:
    assert Robots(f"User-agent: *\nDisallow: {pattern}\n", "fazhi").allows(path) is not fits


def test_many_stars_take_no_time() -> None:
    robots = Robots("User-agent: *\nDisallow: /" + "*a" * 2000 + "$\n", "fazhi")
    assert robots.allows("/" + "a" * 1999 + "b")
