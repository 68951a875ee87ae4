"""How Han text sounds."""

from __future__ import annotations

import pytest

from bot.words.sounds import syllables


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("花都", ("hua", "du")),
        ("丰都县", ("feng", "du", "xian")),
        ("成都", ("cheng", "du")),
        ("全都", ("quan", "dou")),
        ("都有", ("dou", "you")),
        ("a都", ("a", "dou")),
    ],
)
def test_the_name_of_a_place_ends_in_du(text: str, sounds: tuple[str, ...]) -> None:
    assert syllables(text) == sounds
