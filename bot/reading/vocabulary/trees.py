"""Many words as one pattern: a tree of their common beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def one_of(words: Iterable[str], before: str = "") -> str:
    """A pattern for any of the words, the longest that fits first; never matches when there are no words.

    Written as a tree of their common beginnings, so that a place where no word starts costs one look at a character.
    `before` asks for what stands before a word and is checked behind its first character, since no place can be skipped
    by a pattern that begins with anything else: `(?<!超.)` for words that do not stand behind 超.
    """
    if isinstance(words, str):
        raise TypeError(f"a list of words is expected, not {words!r}")
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    if not tree:
        return "(?!)"
    return _branches(tree) if "" in tree or (len(tree) < _MANY and not before) else _grouped(tree, before)


_MANY, _FEW = 48, 4


def _grouped(tree: dict[str, Any], before: str) -> str:
    """The pattern of a tree of many beginnings: one set of them all, then halves of halves of them. The branches of a
    pattern are tried one by one, and at most places of a text no word begins."""
    firsts = list(tree)
    return f"(?:{_set(firsts)}{before}{_seconds(firsts, tree)}{_halved(firsts, tree)})"


def _halved(firsts: list[str], tree: dict[str, Any]) -> str:
    """The pattern of what may follow one of some characters, which stands right before."""
    if len(firsts) <= _FEW:
        choices = [f"(?<={re.escape(first)}){_rest(tree[first])}" for first in firsts]
    else:
        middle = len(firsts) // 2
        halves = (firsts[:middle], firsts[middle:])
        choices = [f"(?<={_set(half)}){_seconds(half, tree)}{_halved(half, tree)}" for half in halves]
    return f"(?:{'|'.join(choices)})"


def _seconds(firsts: list[str], tree: dict[str, Any]) -> str:
    """A look at the character behind one of some first ones, "" where one of those is a word alone: most that begin
    some word go on like none."""
    seconds = dict.fromkeys(second for first in firsts for second in tree[first])
    return "" if "" in seconds else f"(?={_set(seconds)})"


def _set(characters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, characters))}]"


def _branches(tree: dict[str, Any]) -> str:
    """The pattern of a tree: each character with what may follow it; an end makes what follows optional."""
    branches = [re.escape(character) + _rest(node) for character, node in tree.items() if character]
    joined = branches[0] if len(branches) == 1 and "" not in tree else "(?:" + "|".join(branches) + ")"
    return joined + "?" if "" in tree else joined


def _rest(node: dict[str, Any]) -> str:
    """The pattern of what may follow a character, "" where only an end does."""
    return _branches(node) if set(node) - {""} else ""
