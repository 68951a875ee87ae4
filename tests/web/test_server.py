"""HTTP as it comes over the wire: addresses typed by hand, cut anywhere, one after another, or broken."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import urlsplit

from tests.web.service import Service

COMPARE = "/api/ask?q=/compare%20行政复议%20光明%20廉江"


async def exchange(service: Service, *pieces: bytes) -> bytes:
    """Send the pieces one by one, and read until the server closes."""
    port = urlsplit(service.base).port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.01)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


def request(path: str, close: bool = True) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{'Connection: close' if close else 'X: y'}\r\n\r\n".encode()


async def test_an_address_with_chinese_characters_needs_no_encoding(service: Service) -> None:
    answer = await exchange(service, request(COMPARE))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert json.loads(body)["understood"]["regions"] == ["深圳市光明区", "廉江市"]


async def test_it_may_be_cut_in_the_middle_of_a_character(service: Service) -> None:
    whole = request(COMPARE)
    cut = whole.index("复".encode()) + 1
    in_pieces, at_once = await exchange(service, whole[:3], whole[3:cut], whole[cut:]), await exchange(service, whole)
    assert in_pieces.partition(b"\r\n\r\n")[2] == at_once.partition(b"\r\n\r\n")[2] != b""


async def test_a_second_request_on_the_connection_is_read_alike(service: Service) -> None:
    answer = await exchange(service, request("/suggest?q=光", close=False), request("/suggest?q=廉"))
    assert answer.count(b"HTTP/1.1 200") == 2
    assert "廉江".encode() in answer


async def test_a_body_is_passed_on_as_it_is(service: Service) -> None:
    body = json.dumps({"text": "/compare 行政复议 光明 廉江"}, ensure_ascii=False).encode()
    head = f"POST /api/ask HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    answer = await exchange(service, head, body[:20], body[20:])
    assert "583宗".encode() in answer


async def test_what_is_no_http_is_refused(service: Service) -> None:
    for nonsense in (b"\x16\x03\x01\x02\x00\xff\xfe\r\n\r\n", b"GET\r\n\r\n", "复议\r\n\r\n".encode()):
        assert (await exchange(service, nonsense)).startswith(b"HTTP/1.1 400")


async def test_long_pages_travel_packed_to_who_can_unpack_them(service: Service) -> None:
    plain = await exchange(service, request("/reports/guangming-2024"))
    asked = request("/reports/guangming-2024").replace(b"Connection", b"Accept-Encoding: gzip\r\nConnection")
    packed = await exchange(service, asked)
    assert b"content-encoding: gzip" in packed
    assert b"content-encoding" not in plain.partition(b"\r\n\r\n")[0]
    assert 3 * len(packed) < len(plain)
