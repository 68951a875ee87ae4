"""Fetching from a site on this machine: who is spoken to, how politely, and what is too much."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import time
from dataclasses import replace
from ipaddress import ip_address

import pytest

from bot.errors import FetchError
from bot.watching.addresses import Lookup, Rules, lookup
from bot.watching.fetching import PAGE, Fetcher, Limits
from tests.watching.site import CERTIFICATE, Answer, Asked, Site, site

CONTACT = "office@example.gov.cn"
QUICK = Limits(10_000, 0.5)


def fetcher(bureau: Site, *more: str, lookup: Lookup = lookup) -> Fetcher:
    """One that may speak to that site on this machine, as a test may."""
    return Fetcher(Rules(frozenset({bureau.host, *more}), loopback=True), CONTACT, pause=0.0, lookup=lookup)


def named(*addresses: str) -> Lookup:
    """A name server that knows the same addresses for every host."""

    async def lookup(host: str, port: int) -> list[str]:
        return list(addresses)

    return lookup


async def refused(work: Fetcher, url: str, limits: Limits = QUICK) -> FetchError:
    """The error with which fetching ends."""
    with pytest.raises(FetchError) as caught:
        await work.get(url, limits)
    return caught.value


async def test_a_page_comes_with_its_marks_and_the_site_learns_who_asks(bureau: Site) -> None:
    bureau.answers["/a?b=1"] = Answer("页面", headers={"ETag": '"1"', "Last-Modified": "Mon, 06 Jan 2025 08:00:00 GMT"})
    got = await fetcher(bureau).get(f"{bureau.url}/a?b=1#part", PAGE)
    assert (got.content, got.kind, got.etag) == ("页面".encode(), "text/html", '"1"')
    assert got.url == f"{bureau.url}/a?b=1"
    assert [asked.path for asked in bureau.asked] == ["/robots.txt", "/a?b=1"]
    asked = bureau.asked[1].headers
    assert asked["user-agent"].startswith("fazhi/")
    assert CONTACT in asked["user-agent"]
    assert asked["host"] == bureau.host
    assert "cookie" not in asked


async def test_what_has_not_changed_is_not_sent_again(bureau: Site) -> None:
    def page(asked: Asked) -> Answer:
        same = asked.headers.get("if-none-match") == '"1"' and "if-modified-since" in asked.headers
        return Answer(status=304) if same else Answer("x")

    bureau.answers["/"] = page
    work = fetcher(bureau)
    got = await work.get(f"{bureau.url}/", PAGE, etag='"1"', modified="Mon, 06 Jan 2025 08:00:00 GMT")
    assert (got.content, got.etag) == (None, '"1"')
    assert (await work.get(f"{bureau.url}/", PAGE)).content == b"x"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "240.0.0.1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::"),
    ],
)
async def test_no_address_within_is_ever_connected_to(bureau: Site, address: str) -> None:
    rules = Rules(frozenset({"bureau.example", address, f"[{address}]"}))
    assert not rules.may_connect(ip_address(address))
    work = Fetcher(rules, CONTACT, lookup=named("1.1.1.1", address))
    error = await refused(work, "http://bureau.example/")
    assert error.final
    assert "不是公网地址" in error.reason
    literal = f"[{address}]" if ":" in address else address
    assert "不是公网地址" in (await refused(work, f"http://{literal}/")).reason


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "2002:101:101::1", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_may_be_connected_to(address: str) -> None:
    assert Rules(frozenset()).may_connect(ip_address(address))


async def test_the_test_setting_opens_this_machine_and_nothing_else(bureau: Site) -> None:
    rules = Rules(frozenset({"bureau.example"}), loopback=True)
    assert rules.may_connect(ip_address("127.0.0.1"))
    assert rules.may_connect(ip_address("::1"))
    assert not rules.may_connect(ip_address("10.0.0.1"))
    bureau.answers["/"] = Answer("x")
    strict = Fetcher(replace(rules, hosts=frozenset({bureau.host}), loopback=False), CONTACT, pause=0.0)
    assert "不是公网地址" in (await refused(strict, bureau.url)).reason
    assert bureau.asked == []


async def test_a_name_is_asked_for_once_and_that_very_address_is_connected_to(bureau: Site) -> None:
    answers = [["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]]

    async def lookup(host: str, port: int) -> list[str]:
        return answers.pop(0)

    bureau.answers["/"] = Answer("x")
    host = f"bureau.example:{bureau.port}"
    work = fetcher(bureau, host, lookup=lookup)
    assert (await work.get(f"http://{host}/", PAGE)).content == b"x"
    assert bureau.asked[-1].headers["host"] == host
    assert answers == [["10.0.0.1"]]
    assert "10.0.0.1" in (await refused(work, f"http://{host}/")).reason


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.1:1/x", "不在 hosts 名单里"),
        ("http://inside.example/x", "10.0.0.8 不是公网地址"),
        ("file:///etc/passwd", "只取 http"),
        ("//169.254.169.254/latest", "不在 hosts 名单里"),
        ("http://user:pw@inside.example/", "密码"),
        ("/round", "转向太多次"),
    ],
)
async def test_each_redirect_is_held_against_the_rules(bureau: Site, location: str, reason: str) -> None:
    bureau.answers["/round"] = Answer(status=302, headers={"Location": location})
    work = fetcher(bureau, "inside.example", lookup=named("10.0.0.8"))
    error = await refused(work, f"{bureau.url}/round")
    assert reason in error.reason
    assert error.final


async def test_a_redirect_within_the_rules_is_followed(bureau: Site) -> None:
    bureau.answers["/old"] = Answer(status=301, headers={"Location": "new?x=1"})
    bureau.answers["/new?x=1"] = Answer("here")
    got = await fetcher(bureau).get(f"{bureau.url}/old", PAGE)
    assert (got.content, got.url) == (b"here", f"{bureau.url}/new?x=1")


async def test_robots_are_asked_once_and_obeyed_after_redirects_too(bureau: Site) -> None:
    bureau.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: /private\n")
    bureau.answers["/a"] = Answer("a")
    bureau.answers["/b"] = Answer(status=302, headers={"Location": "/private/b"})
    work = fetcher(bureau)
    await work.get(f"{bureau.url}/a", PAGE)
    for path in ("/private/x", "/b"):
        error = await refused(work, bureau.url + path)
        assert error.final
        assert "robots.txt" in error.reason
    assert [asked.path for asked in bureau.asked] == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(("status", "fetched", "final"), [(404, True, True), (403, False, True), (503, False, False)])
async def test_a_site_that_does_not_say_what_it_allows(bureau: Site, status: int, fetched: bool, final: bool) -> None:
    bureau.answers["/robots.txt"] = Answer(status=status, headers={"Retry-After": "120"})
    bureau.answers["/a"] = Answer("a")
    if fetched:
        assert (await fetcher(bureau).get(f"{bureau.url}/a", PAGE)).content == b"a"
        return
    error = await refused(fetcher(bureau), f"{bureau.url}/a")
    assert (error.final, error.after) == (final, 0.0 if final else 120.0)
    assert bureau.paths == []


@pytest.mark.parametrize(
    ("answer", "final", "after"),
    [
        (Answer(status=404), True, 0.0),
        (Answer(status=503, headers={"Retry-After": "90"}), False, 90.0),
        (Answer(status=429, headers={"Retry-After": "soon"}), False, 0.0),
        (Answer(status=304), True, 0.0),
    ],
)
async def test_what_the_site_refuses_is_tried_again_only_where_that_helps(
    bureau: Site, answer: Answer, final: bool, after: float
) -> None:
    bureau.answers["/"] = answer
    error = await refused(fetcher(bureau), f"{bureau.url}/")
    assert (error.final, error.after) == (final, after)


async def test_a_date_to_come_back_at_is_understood(bureau: Site) -> None:
    later = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 500))
    bureau.answers["/"] = Answer(status=503, headers={"Retry-After": later})
    assert 490 < (await refused(fetcher(bureau), f"{bureau.url}/")).after <= 500


async def test_too_large_and_too_slow_pages_are_given_up(bureau: Site) -> None:
    bureau.answers["/large"] = Answer(b"x" * 20_000)
    bureau.answers["/slow"] = Answer(b"x" * 9_000, slow=0.2)
    bureau.answers["/packed"] = Answer(gzip.compress(b"x" * 10**6), headers={"Content-Encoding": "gzip"})
    work = fetcher(bureau)
    assert "超过" in (await refused(work, f"{bureau.url}/large")).reason
    began = time.monotonic()
    error = await refused(work, f"{bureau.url}/slow")
    assert not error.final
    assert time.monotonic() - began < 1.5
    assert "压缩" in (await refused(work, f"{bureau.url}/packed")).reason


async def test_a_site_that_is_not_there_may_be_there_later(bureau: Site) -> None:
    rules = Rules(frozenset({"127.0.0.1:1", "nowhere.example"}), loopback=True)

    async def lookup(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    work = Fetcher(rules, CONTACT, pause=0.0, lookup=lookup)
    for url in ("http://127.0.0.1:1/", "http://nowhere.example/"):
        assert not (await refused(work, url)).final


async def test_one_request_at_a_time_with_the_pause_that_the_site_asks_for(bureau: Site) -> None:
    bureau.answers["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 0.2\n")
    bureau.answers |= {path: Answer("x" * 3000, slow=0.02) for path in ("/a", "/b", "/c")}
    work = fetcher(bureau)
    began = time.monotonic()
    await asyncio.gather(*(work.get(bureau.url + path, PAGE) for path in ("/a", "/b", "/c")))
    assert bureau.most_at_once == 1
    assert time.monotonic() - began > 0.4


async def test_a_long_pause_is_not_sat_out(bureau: Site) -> None:
    bureau.answers["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 3600\n")
    bureau.answers["/a"] = Answer("x")
    work = fetcher(bureau)
    await work.get(f"{bureau.url}/a", PAGE)
    error = await refused(work, f"{bureau.url}/a")
    assert not error.final
    assert 3500 < error.after <= 3600


async def test_a_certificate_must_be_of_the_host_that_was_asked_for() -> None:
    trust = ssl.create_default_context(cafile=CERTIFICATE)
    async with site(secure=True) as served:
        served.answers["/"] = Answer("x")
        hosts = [f"bureau.example:{served.port}", f"other.example:{served.port}"]
        rules = Rules(frozenset(hosts), loopback=True)
        work = Fetcher(rules, CONTACT, pause=0.0, lookup=named("127.0.0.1"), trust=trust)
        assert (await work.get(f"https://{hosts[0]}/", PAGE)).content == b"x"
        assert "certificate" in (await refused(work, f"https://{hosts[1]}/")).reason.lower()
