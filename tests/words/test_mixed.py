"""Terms of which some characters are typed and the others written in pinyin."""

from __future__ import annotations

import pytest

from bot.words.mixed import MixedTerms, spells


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("同bizeng长", "同比增长"),
        ("法律yuanzhu", "法律援助"),
        ("社qu矫正", "社区矫正"),
        ("复yi案件", "复议案件"),
        ("xing政fu议", "行政复议"),
        ("hang政复议", "行政复议"),
        ("败诉lv", "败诉率"),
    ],
)
def test_a_term_half_in_pinyin_is_found(text: str, term: str) -> None:
    assert spells(text, term)
    assert MixedTerms(["行政应诉", term, "败诉"]).find(text) == (term,)


@pytest.mark.parametrize("text", ["社qu", "社qu矫正局", "she矫正", "社qv矫正", "社q矫正", "区she矫正", "社区矫正"])
def test_what_is_no_pinyin_of_the_rest_is_no_term(text: str) -> None:
    assert MixedTerms(["社区矫正"]).find(text) == ()


def test_terms_that_are_written_alike_are_all_found() -> None:
    assert MixedTerms(["受理", "收理", "处理"]).find("shou理") == ("受理", "收理")
