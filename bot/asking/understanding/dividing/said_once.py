"""What several questions of a message share and say once: 完成了多少家律所和多少名律师的考核."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.words.questions import Role

HOW_MANY = re.compile("(?<!第)(?:多少|几)")
_TWICE = 2
_BEGUN = re.compile("[^有多几]")
_FINDS = re.compile("(?:查出|查实|查明|查获|发现|认定)[了过有]*$")
"""Verbs of finding out, behind which stands what those that were found did."""
_CONCERNS = frozenset({"涉及", "涉及到", "牵涉", "牵涉到", "牵扯", "牵扯到"})


def with_what_is_shared(pieces: list[list[Token]]) -> list[list[Token]]:
    """The questions, each with what is said only with another one of them."""
    return _with_shared_condition(_with_what_was_found(_with_shared_deed(_with_shared_question(pieces))))


def names(token: Token) -> bool:
    """Whether a token names something that may be counted."""
    return bool(token.topic or token.says or token.unknown or (token.word and Role.DOING not in token.roles))


def _with_shared_question(pieces: list[list[Token]]) -> list[list[Token]]:
    """The pieces, those that only name something with how many of it are asked for: 发了多少份督办单和|提醒函."""
    first = pieces[0] if len(pieces) > 1 else []
    asking = next((at for at, token in enumerate(first) if HOW_MANY.search(token.text)), len(first))
    counted = first[asking + 1 :]
    if not counted or not all(map(names, counted)) or not all(all(map(_is_thing, one)) for one in pieces[1:]):
        return pieces
    front = [token for token in first[: asking + 1] if not (token.places or token.years or token.gap)]
    return [first, *([*front, *piece] for piece in pieces[1:])]


def _is_thing(token: Token) -> bool:
    """Whether a token names a thing, and neither asks nor says that something was done."""
    return names(token) and not token.roles


def _with_shared_deed(pieces: list[list[Token]]) -> list[list[Token]]:
    """The pieces, each with what is said once behind the last: 完成了多少家律所和多少名律师|的考核.

    Behind verbs of finding out it needs no 的: 查出几家律所、几名律师|违规兼职.
    """
    if len(pieces) < 2:
        return pieces
    asking = [next((at for at, token in enumerate(one) if HOW_MANY.search(token.text)), -1) for one in pieces]
    of = next((at for at, token in enumerate(pieces[-1][:-1]) if token.text == "的" and at > asking[-1] >= 0), 0)
    of = of or (_found_to(pieces[-1], asking[-1]) if _FINDS.search(_text(pieces[0][: asking[0]])) else 0)
    deed = pieces[-1][of:] if of else []
    begun = any(_BEGUN.match(token.text) for token in pieces[0][: asking[0] + 1] if not (token.places or token.years))
    first = zip(pieces[:-1], asking[:-1], strict=True)
    bare = all(names(one[-1]) and not any(map(names, one[at + 1 : -1])) for one, at in first)
    return [[*one, *deed] for one in pieces[:-1]] + pieces[-1:] if deed and begun and bare else pieces


def _with_what_was_found(pieces: list[list[Token]]) -> list[list[Token]]:
    """The pieces, one that asks whom it concerned with what was found before it: 查出几名律师违规兼职，涉及几家律所."""
    if len(pieces) != _TWICE or not pieces[1] or pieces[1][0].text not in _CONCERNS:
        return pieces
    first, second = pieces
    asking = next((at for at, token in enumerate(first) if HOW_MANY.search(token.text)), 0)
    found = first[asking + 1 :]
    told = _FINDS.search(_text(first[:asking])) and len(found) > 1 and all(map(names, found))
    return [first, [*found, *second]] if told and sum(map(names, second[1:])) == 1 else pieces


def _found_to(piece: Sequence[Token], asking: int) -> int:
    """Where a piece begins to say what those that it asks for were found to do: 多少名律师|违规兼职; 0 for nowhere."""
    counted = next((at for at in range(asking + 1, len(piece)) if names(piece[at])), len(piece)) if not asking else 0
    return counted + 1 if 0 < counted < len(piece) - 1 and names(piece[counted + 1]) else 0


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens)


def _with_shared_condition(pieces: list[list[Token]]) -> list[list[Token]]:
    """The pieces, one that only counts with what is said in front of all: 律师违规兼职的几家律所|几名律师."""
    first = pieces[0] if len(pieces) > 1 else []
    asking = next((at for at, token in enumerate(first) if HOW_MANY.search(token.text)), 0)
    front = [token for token in first[:asking] if not (token.places or token.years or token.gap)]
    if not any(map(_narrows, front)):
        return pieces
    return [first, *([*front, *piece] if _only_counts(piece) else piece for piece in pieces[1:])]


def _narrows(token: Token) -> bool:
    """Whether a token says more than what a figure is about and that something was done."""
    return names(token) and not (token.topic or token.says or token.roles)


def _only_counts(piece: Sequence[Token]) -> bool:
    """Whether a piece asks how many there are of something, and says nothing else."""
    opens = bool(piece) and HOW_MANY.search(piece[0].text) is not None
    return opens and len(piece) > 1 and all(token.topic or token.says for token in piece[1:])
