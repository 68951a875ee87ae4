"""Everything is escaped unless this module made it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.html import document, el, escape, is_web_address, join


class Reader(HTMLParser):
    """Collects what a browser would see: elements with attributes, and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_text_and_attributes_are_escaped() -> None:
    shown = el("p", "<script>alert(1)</script>", title='" onclick="x').markup
    assert shown == '<p title="&quot; onclick=&quot;x">&lt;script&gt;alert(1)&lt;/script&gt;</p>'


def test_children_may_be_nested_and_absent() -> None:
    shown = el("ul", [el("li", number) for number in (1, 2)], None, ("a", ["b"]))
    assert shown.markup == "<ul><li>1</li><li>2</li>ab</ul>"
    assert join(["a", "b"], "、").markup == "a、b"


def test_attributes_follow_their_python_names() -> None:
    shown = el("input", class_="x", aria_label="问", required=True, disabled=False, value=None, maxlength=3)
    assert shown.markup == '<input class="x" aria-label="问" required maxlength="3">'


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x", "http://["]
)
def test_addresses_that_run_code_are_left_out(address: str) -> None:
    assert el("a", "x", href=address).markup == "<a>x</a>"
    assert not is_web_address(address)


@pytest.mark.parametrize("address", ["/reports/a?at=3#here", "https://www.example.cn/a", "HTTP://example.cn", "#s1"])
def test_addresses_of_pages_stay(address: str) -> None:
    assert is_web_address(address)


@given(st.text())
def test_a_reader_sees_the_text_that_was_given(text: str) -> None:
    reader = Reader()
    reader.feed(document(None, el("p", text, title=text)))
    kept = escape(text)
    assert [tag for tag, _ in reader.elements] == ["html", "head", "body", "p"]
    assert escape(reader.words.strip("\n")) == kept.strip("\n")
    assert "\x00" not in kept
    assert "\u202e" not in kept
