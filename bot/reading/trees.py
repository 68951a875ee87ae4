"""Many words as one pattern: a tree of their common beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits first; never matches when there are no words.

    Written as a tree of their common beginnings, so that a place where no word starts costs one look at a character.
    """
    if isinstance(words, str):
        raise TypeError(f"a list of words is expected, not {words!r}")
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree) if tree else "(?!)"


def _branches(tree: dict[str, Any]) -> str:
    """The pattern of a tree: each character with what may follow it; an end makes what follows optional."""
    branches = [
        re.escape(character) + (_branches(node) if set(node) - {""} else "")
        for character, node in tree.items()
        if character
    ]
    joined = branches[0] if len(branches) == 1 and "" not in tree else "(?:" + "|".join(branches) + ")"
    return joined + "?" if "" in tree else joined
