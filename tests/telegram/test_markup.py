"""The server reads HTML as Telegram does: so that the bot cannot pass here and fail there."""

from __future__ import annotations

import pytest

from tests.telegram.server.errors import ApiError
from tests.telegram.server.markup import parse_html


def test_entities_are_counted_in_utf16_units() -> None:
    text, entities = parse_html('𠮷<b>收到<i>583</i>宗</b> <a href="https://e.cn/?a=1&amp;b=2">①</a>')
    assert text == "𠮷收到583宗 ①"
    assert entities == [
        {"type": "bold", "offset": 2, "length": 6},
        {"type": "italic", "offset": 4, "length": 3},
        {"type": "text_link", "offset": 9, "length": 1, "url": "https://e.cn/?a=1&b=2"},
    ]


def test_only_four_named_references_are_known() -> None:
    assert parse_html("&lt;&amp;&gt;&quot;&#65;&nbsp;&")[0] == '<&>"A&nbsp;&'


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("数<div>x</div>", 'Unsupported start tag "div" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 3'),
    ],
)
def test_bad_markup_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_quotes_and_spoilers() -> None:
    text, entities = parse_html('<blockquote expandable>原文</blockquote><tg-spoiler>x</tg-spoiler><a href="/no">y</a>')
    assert (text, [entity["type"] for entity in entities]) == ("原文xy", ["expandable_blockquote", "spoiler"])
