"""Telegram's own reading of parse_mode=HTML: its few tags, its four named entities, its error sentences.

Offsets in error sentences are bytes of UTF-8; entity offsets are UTF-16 code units, as in the Bot API.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.telegram.server.errors import ApiError, bad_request

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));?")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)\s*(=?)\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]*)""")


def utf16(text: str) -> int:
    """The length of a text in UTF-16 code units, Telegram's measure of everything."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True)
class _Open:
    name: str
    attributes: dict[str, str]
    at: int  # where the entity starts, in UTF-16 units
    mark: int  # where it starts in the output, in characters


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.out = ""
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def fail(self, reason: str) -> ApiError:
        return bad_request(f"can't parse entities: {reason}")

    def byte(self, index: int) -> int:
        return len(self.source[:index].encode())

    def run(self) -> tuple[str, list[dict[str, Any]]]:
        index = 0
        while index < len(self.source):
            character = self.source[index]
            if character == "&" and (reference := _REFERENCE.match(self.source, index)):
                self.out += _decode(reference)
                index = reference.end()
            elif character != "<":
                self.out += character
                index += 1
            elif self.source.startswith("</", index):
                index = self.end_tag(index)
            else:
                index = self.start_tag(index)
        if self.open:
            raise self.fail(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self.out, self.entities

    def start_tag(self, begin: int) -> int:
        found = re.compile(r"[^\s>]*").match(self.source, begin + 1)
        assert found is not None
        name, index = found.group().lower(), found.end()
        if index >= len(self.source):
            raise self.fail(f"Unclosed start tag at byte offset {self.byte(begin)}")
        if name not in KINDS:
            raise self.fail(f'Unsupported start tag "{name}" at byte offset {self.byte(begin)}')
        attributes: dict[str, str] = {}
        while True:
            index = len(self.source) - len(self.source[index:].lstrip())
            if index >= len(self.source):
                raise self.fail(f"Unclosed start tag at byte offset {self.byte(begin)}")
            if self.source[index] == ">":
                break
            index = self.attribute(name, index, attributes)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.fail(f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte(begin)}')
        self.open.append(_Open(name, attributes, utf16(self.out), len(self.out)))
        return index + 1

    def attribute(self, tag: str, index: int, attributes: dict[str, str]) -> int:
        found = _ATTRIBUTE.match(self.source, index)
        assert found is not None
        name, equals, value = found.groups()
        if not name:
            raise self.fail(f'Empty attribute name in the tag "{tag}" at byte offset {self.byte(index)}')
        if not equals:
            if tag == "blockquote" and name == "expandable":
                attributes[name] = ""
                return index + len(found.group(0).rstrip())
            where = self.byte(index)
            raise self.fail(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {where}'
            )
        quoted = value[:1] in ('"', "'")
        if not quoted and self.source[found.end() : found.end() + 1] in ('"', "'", ""):
            raise self.fail(f'Unclosed start tag "{tag}" at byte offset {self.byte(index)}')
        attributes[name.lower()] = _REFERENCE.sub(_decode, value[1:-1] if quoted else value)
        return found.end()

    def end_tag(self, begin: int) -> int:
        if not self.open:
            raise self.fail(f"Unexpected end tag at byte offset {self.byte(begin)}")
        found = re.compile(r"</([^\s>]*)\s*(>?)").match(self.source, begin)
        assert found is not None
        name, closed = found.group(1).lower(), found.group(2)
        if not closed:
            raise self.fail(f"Unclosed end tag at byte offset {self.byte(begin)}")
        start = self.open.pop()
        if name not in ("", start.name):
            where = self.byte(begin)
            raise self.fail(f'Unmatched end tag at byte offset {where}, expected "</{start.name}>", found "</{name}>"')
        self.close(start)
        return found.end()

    def close(self, start: _Open) -> None:
        length = utf16(self.out) - start.at
        if not length:
            return
        entity: dict[str, Any] = {"type": KINDS[start.name], "offset": start.at, "length": length}
        if start.name == "a":
            url = start.attributes.get("href") or self.out[start.mark :]
            if not re.match(r"(https?|tg|ton|mailto|tel):", url):
                return  # Telegram drops a link that leads nowhere and keeps its text
            entity["url"] = url
        if start.name == "blockquote" and "expandable" in start.attributes:
            entity["type"] = "expandable_blockquote"
        if start.name == "tg-emoji":
            entity["custom_emoji_id"] = start.attributes.get("emoji-id", "")
        self.entities.append(entity)


def _decode(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 else reference.group()


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text and entities of a message in Telegram's HTML. Raises ApiError as Telegram does."""
    return _Parser(source).run()


_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![A-Za-z0-9_])")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z][A-Za-z0-9_]{3,31}\b")),
    ("url", re.compile(r"https?://[^\s，。；）)]+")),
)


def found_entities(text: str) -> list[dict[str, Any]]:
    """What Telegram finds in plain text by itself: commands, mentions, addresses."""
    return sorted(
        (
            {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
            for kind, pattern in _FOUND
            for match in pattern.finditer(text)
        ),
        key=lambda entity: entity["offset"],
    )
