"""Which words name a part of a place."""

from __future__ import annotations

import pytest

from bot.asking.understanding.framing.streets import names_part


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ("青松社区", True),
        ("莲塘镇", True),
        ("进社区", False),
        ("走进社区", False),
        ("下乡", False),
        ("进贤镇", True),
        ("镇街道", False),
    ],
)
def test_where_something_is_taken_is_no_part_of_a_place(word: str, named: bool) -> None:
    assert names_part(word) is named
