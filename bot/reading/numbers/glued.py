"""List numbers glued to what they number: 1.2023年… and 9.22个… read like decimals, 12023年… and 213个乡镇… like other
numbers.

A page that numbers its lines itself gives the latter up without a mark. Those are only taken for list numbers where
nothing else fits: lines that follow one another begin with 1, 2, 3, and behind one of these numbers stands a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_LINE = re.compile(r"^[ \t]*(\d{2,9})", re.MULTILINE)
_WITH_A_YEAR, _YEAR = re.compile(r"^[ \t]*[1-9]20[0-4]\d年", re.MULTILINE), re.compile(r"20[0-4]\d年")
_FEWEST = 3
_BEFORE_A_YEAR = re.compile(r"((?<![^。;:\n])[ \t]*\(?\d{1,2})\.(?=20[0-4]\d ?年)")

_BEFORE_WHOLES = re.compile(
    r"^[ \t]*(\d{1,2})\.(?=\d{1,4}[余多]?(?:个|家|名|件|所|项|条|宗|份|场|次|起|部|处|支|位|人|镇|乡|村)(?!均))",
    re.MULTILINE,
)
"""What there is no fraction of."""
_LIST_NUMBER = re.compile(r"^[ \t]*(\d{1,2})[.、](?!\d(?!\d{3}年))", re.MULTILINE)


def parted_from_years(text: str) -> str:
    """The text with 1、2023年 for 1.2023年: a decimal of years stands nowhere."""
    return _BEFORE_A_YEAR.sub(r"\1、", text)


def glued_list_numbers(text: str) -> Mapping[int, int]:
    """Where such list numbers start and end."""
    found = dict(_before_wholes(text))
    if not _WITH_A_YEAR.search(text):
        return found
    row: list[tuple[int, int]] = []
    for line in [*_LINE.finditer(text), None]:
        if row and (line is None or not _is_next(text, row, line)):
            if len(row) >= _FEWEST and any(_YEAR.match(text, end) for _, end in row):
                found.update(row)
            row = []
        number = str(len(row) + 1)
        if line and line[1].startswith(number):
            row.append((line.start(1), line.start(1) + len(number)))
    return found


def _before_wholes(text: str) -> Iterator[tuple[int, int]]:
    """Where list numbers stand in front of a number of whole things, next to one in front of words: 8.办理… 9.22个…."""
    told = list(_BEFORE_WHOLES.finditer(text))
    listed = {int(number[1]) for number in _LIST_NUMBER.finditer(text)} if told else set()
    for number in told:
        if listed & {int(number[1]) - 1, int(number[1]) + 1}:
            yield number.start(1), number.end()


def unglued(text: str) -> str:
    """The text with blanks for such list numbers, which are no words of what they number."""
    pieces: list[str] = []
    last = 0
    for start, end in glued_list_numbers(text).items():
        pieces += text[last:start], " " * (end - start)
        last = end
    return "".join(pieces) + text[last:] if pieces else text


def _is_next(text: str, row: list[tuple[int, int]], line: re.Match[str]) -> bool:
    """Whether a line follows the last one of a row and begins with the next number."""
    number = str(len(row) + 1)
    adjoins = text.count("\n", row[-1][0], line.start()) == 1
    return adjoins and line[1].startswith(number) and len(line[1]) > len(number)
