"""Imports point one way: each room may import only what ARCHITECTURE.md's table allows it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]

# What each room may import of ours. The order is that of the table in ARCHITECTURE.md, from the bottom of the house up.
ALLOWED: dict[str, set[str]] = {
    "bot.model": set(),
    "bot.errors": set(),
    "bot.layout": set(),
    "bot.config": {"bot.errors"},
    "bot.words": {"bot.model", "bot.errors", "bot.layout"},
    "bot.reading": {"bot.words", "bot.model", "bot.errors"},
    "bot.store": {"bot.model", "bot.errors", "bot.layout"},
    "bot.library": {"bot.reading", "bot.words", "bot.model", "bot.errors", "bot.layout"},
    "bot.asking": {"bot.words", "bot.store", "bot.model", "bot.errors"},
    "bot.replying": {"bot.model", "bot.errors", "bot.layout"},
    "bot.watching": {"bot.reading", "bot.store", "bot.words", "bot.model", "bot.errors", "bot.layout"},
    "bot.notices": {"bot.store", "bot.replying", "bot.words", "bot.model", "bot.errors"},
    "bot.admin": {
        "bot.watching",
        "bot.library",
        "bot.reading",
        "bot.notices",
        "bot.store",
        "bot.replying",
        "bot.words",
        "bot.model",
        "bot.errors",
        "bot.layout",
    },
    "bot.desk": {"bot.asking", "bot.replying", "bot.model", "bot.errors"},
    "bot.web": {"bot.desk", "bot.store", "bot.replying", "bot.words", "bot.model", "bot.errors", "bot.config"},
    "handlers": {
        "bot.replying",
        "bot.desk",
        "bot.notices",
        "bot.admin",
        "bot.words",
        "bot.store",
        "bot.model",
        "bot.errors",
        "bot.config",
    },
    "bot.app": {"*"},
    "bot.upkeep": {"*"},
    "bot.terminal": {"*"},
    "bot.__main__": {"*"},
}
# Inside a room too: what lies below knows nothing of what is built on it.
BELOW: dict[str, set[str]] = {
    "bot.asking.understanding": {"bot.asking.answering"},
    "bot.asking.understanding.cutting": {
        "bot.asking.understanding.talking",
        "bot.asking.understanding.framing",
        "bot.asking.understanding.measuring",
        "bot.asking.understanding.continuing",
        "bot.asking.understanding.dividing",
        "bot.asking.understanding.understand",
    },
    "bot.asking.understanding.measuring": {
        "bot.asking.understanding.continuing",
        "bot.asking.understanding.dividing",
        "bot.asking.understanding.understand",
    },
    "bot.asking.understanding.continuing": {
        "bot.asking.understanding.dividing",
        "bot.asking.understanding.understand",
    },
    "bot.asking.answering.weighing": {
        "bot.asking.answering.barring",
        "bot.asking.answering.finding",
        "bot.asking.answering.telling",
        "bot.asking.answering.answer",
    },
    "bot.asking.answering.barring": {
        "bot.asking.answering.finding",
        "bot.asking.answering.telling",
        "bot.asking.answering.answer",
    },
    "bot.asking.answering.finding": {
        "bot.asking.answering.telling",
        "bot.asking.answering.answer",
    },
    "bot.reading.vocabulary": {
        "bot.reading.numbers",
        "bot.reading.measures",
        "bot.reading.audit",
        "bot.reading.reader",
    },
    "bot.reading.numbers": {"bot.reading.measures", "bot.reading.audit", "bot.reading.reader"},
    "bot.reading.measures": {"bot.reading.audit", "bot.reading.reader"},
}
PURE = {"bot.model", "bot.errors", "bot.layout"}
WITH_SQL = {"bot.store"}
WITH_TELEGRAM = {"handlers", "bot.app"}


def room_of(module: str) -> str:
    """The room that a dotted module name of ours belongs to; "" for other people's modules."""
    parts = module.split(".")
    if parts[0] == "handlers":
        return "handlers"
    return ".".join(parts[:2]) if parts[0] == "bot" else ""


def modules() -> list[Path]:
    """Every Python file of the program."""
    return sorted([*(TOP / "bot").rglob("*.py"), *(TOP / "handlers").rglob("*.py")])


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, at any depth of its code."""
    package = ".".join(path.relative_to(TOP).parent.parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            base = node.module or package
            yield base
            # `from bot import errors` names a room as well.
            yield from (f"{base}.{alias.name}" for alias in node.names if base == "bot")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(TOP)))
def test_imports_point_one_way(path: Path) -> None:
    module = ".".join(path.relative_to(TOP).with_suffix("").parts)
    room = room_of(module.removesuffix(".__init__"))
    if room in {"bot", "bot.__init__"}:
        return
    assert room in ALLOWED, f"{room} is not in the table of rooms"
    for name in imports_of(path):
        other = room_of(name)
        if other in {"", "bot", room}:
            continue
        assert "*" in ALLOWED[room] or other in ALLOWED[room], f"{module} must not import {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(TOP)))
def test_foreign_packages_stay_in_their_rooms(path: Path) -> None:
    module = ".".join(path.relative_to(TOP).with_suffix("").parts)
    room = room_of(module)
    for name in imports_of(path):
        top = name.split(".")[0]
        if room in PURE:
            assert top in sys.stdlib_module_names or top == "bot", f"{module} must import the standard library only"
        if top in {"sqlite3", "aiosqlite"}:
            assert room in WITH_SQL, f"{module} must leave SQL to the store"
        if top == "telegram":
            assert room in WITH_TELEGRAM, f"{module} must leave Telegram to the handlers"


@pytest.mark.parametrize("inner", BELOW)
def test_inner_rooms_import_nothing_that_is_built_on_them(inner: str) -> None:
    files = sorted((TOP / inner.replace(".", "/")).rglob("*.py"))
    assert files
    for path in files:
        for name in imports_of(path):
            assert not any(f"{name}.".startswith(f"{above}.") for above in BELOW[inner]), (
                f"{path} must not import {name}"
            )


def test_the_table_names_rooms_that_exist() -> None:
    rooms = {room_of(".".join(path.relative_to(TOP).with_suffix("").parts)) for path in modules()}
    missing = {room for room in ALLOWED if room not in rooms}
    assert not missing
