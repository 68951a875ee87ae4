"""Which words name a part of a place."""

from __future__ import annotations

import pytest

from bot.asking.understanding.framing.streets import names_part
from bot.asking.understanding.understand import Understander


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


@pytest.mark.parametrize("message", ["光明社区、街道、学校的法律顾问多少人", "光明街道和社区的法律顾问多少人"])
def test_a_row_of_kinds_behind_a_place_is_all_of_it(understander: Understander, message: str) -> None:
    assert [region.short for region in understander.understand(message).regions] == ["光明"]


def test_a_kind_alone_makes_a_name(understander: Understander) -> None:
    assert understander.understand("光明社区的法律顾问多少人").regions == ()
