"""审查, 审核 and 审定 of one thing ask for the same."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize("verb", ["审查", "审核", "审定"])
@pytest.mark.parametrize(
    ("thing", "indicator"),
    [("规范性文件", "规范性文件/审查"), ("部门规范性文件", "规范性文件/审查部门文件")],
)
def test_the_words_for_a_review_are_one(understander: Understander, verb: str, thing: str, indicator: str) -> None:
    query = understander.understand(f"光明2024{verb}{thing}多少件")
    assert (query.indicators, query.words) == ((indicator,), ())
