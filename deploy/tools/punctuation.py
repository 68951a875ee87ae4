"""Finds ASCII punctuation beside Han characters in texts that people read, and puts the full-width forms there.

usage: punctuation.py [--fix]

Looked at: string literals of bot/ and handlers/ (docstrings are for developers, patterns are not texts), the page's
static files, the Chinese README. Reports and lexicon are data and stay as they are. Exit code 1 when something is left.
"""

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FULL_WIDTH = {
    ",": "\uff0c",
    ":": "\uff1a",
    ";": "\uff1b",
    "(": "\uff08",
    ")": "\uff09",
    "?": "\uff1f",
    "!": "\uff01",
}
HAN = "\u4e00-\u9fff"
BESIDE_HAN = re.compile(f"(?<=[{HAN}])[,:;()?!]|[,:;()?!](?=[{HAN}])")
# A string with such a piece is a regular expression, raw or not.
PATTERN = re.compile(r"\(\?[:=!P<]|\)[?*+|]|\|[^ ]|\[\^|\]\)")
# What these take is a set of characters or a separator, no text.
TAKES_CHARACTERS = {
    "strip",
    "lstrip",
    "rstrip",
    "split",
    "rsplit",
    "partition",
    "rpartition",
    "replace",
    "maketrans",
    "set",
    "frozenset",
    "in",
}
# What stands between backquotes is typed as it is; so are tags and addresses.
VERBATIM = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)\s]*\)", re.DOTALL)


def put_right(text: str) -> str:
    """The text with full-width punctuation wherever it touches a Han character."""
    kept = [match.span() for match in VERBATIM.finditer(text)]

    def full_width(match: re.Match[str]) -> str:
        inside = any(start <= match.start() < end for start, end in kept)
        return match[0] if inside else FULL_WIDTH[match[0]]

    return BESIDE_HAN.sub(full_width, text)


def python_texts(source: str) -> Iterator[tuple[int, int]]:
    """Where the texts of a Python file stand: string literals, without docstrings and raw strings."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    before, called = tokenize.NEWLINE, ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in {tokenize.COMMENT, tokenize.NL}:
            continue
        prefix = token.string.split('"')[0].split("'")[0].lower() if token.type == tokenize.STRING else ""
        is_docstring = before in {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING}
        is_pattern = "r" in prefix or PATTERN.search(token.string) or called in TAKES_CHARACTERS
        if token.type == tokenize.STRING and not is_pattern and not is_docstring:
            yield starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]
        before = token.type
        if token.type == tokenize.NAME:
            called = token.string
        elif token.string not in "(," or called == "in":
            called = ""


def corrected(path: Path) -> tuple[str, str]:
    """A file's text as it is and as it should be."""
    source = path.read_text("utf-8")
    if path.suffix != ".py":
        return source, put_right(source)
    result, last = [], 0
    for start, end in python_texts(source):
        result += [source[last:start], put_right(source[start:end])]
        last = end
    return source, "".join([*result, source[last:]])


def files() -> list[Path]:
    """Every file whose texts people read."""
    code = [path for room in ("bot", "handlers") for path in (TOP / room).rglob("*.py")]
    pages = [path for path in (TOP / "bot").rglob("*") if path.suffix in {".html", ".js", ".svg"}]
    return sorted([*code, *pages, *TOP.glob("README.zh-CN.md")])


def wrong_lines(path: Path) -> list[str]:
    """Each line that differs from what it should be, as file:line: text."""
    source, right = corrected(path)
    pairs = enumerate(zip(source.splitlines(), right.splitlines(), strict=True), 1)
    return [f"{path.relative_to(TOP)}:{number}: {new.strip()}" for number, (old, new) in pairs if old != new]


def main() -> int:
    """Prints what is wrong, or mends it."""
    found = [line for path in files() for line in wrong_lines(path)]
    if "--fix" in sys.argv[1:]:
        for path in files():
            source, right = corrected(path)
            if source != right:
                path.write_text(right, "utf-8")
        found = []
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
