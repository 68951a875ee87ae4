"""Suggestions: commands first, then words whose beginning stands at the end of what is typed."""

import pytest

from bot.web.chat import shown
from bot.web.suggest import MOST, Word, suggestions

WORDS = (
    Word("光明", "深圳市光明区", ("光明区", "深圳市光明区")),
    Word("廉江", "廉江市", ("廉江市",)),
    Word("行政复议", "主题", ("复议", "复议案件")),
    Word("行政应诉", "主题", ("应诉",)),
    Word("法律援助", "主题", ("法援",)),
)


def fills(typed: str) -> list[str]:
    return [suggestion.fill for suggestion in suggestions(typed, WORDS)]


def test_a_slash_offers_commands_in_both_languages() -> None:
    assert fills("/") == [f"/{command.alias} " for command in shown()][:MOST]
    assert fills("/co") == ["/compare "]
    assert fills("/对") == ["/对比 "]
    assert fills("/xyz") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/compare 行", ["/compare 行政复议 ", "/compare 行政应诉 "]),
        ("光明行政复", ["光明行政复议 "]),
        ("/ask 光", ["/ask 光明 "]),
        ("法援", ["法律援助 "]),
        ("光明法援", ["光明法律援助 "]),
        ("/rank fal", ["/rank 法律援助 "]),
        ("/rank xzfy", ["/rank 行政复议 "]),
        ("LJ", ["廉江 "]),
    ],
)
def test_the_end_of_the_text_is_completed(typed: str, expected: list[str]) -> None:
    assert fills(typed) == expected


@pytest.mark.parametrize("typed", ["", " ", "光明 ", "行政复议", "今天天气", "/ask 光明区有没有"])
def test_nothing_is_offered_for_what_is_finished_or_unknown(typed: str) -> None:
    assert fills(typed) == []
