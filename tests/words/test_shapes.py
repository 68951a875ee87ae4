"""Which characters look alike, and which do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.layout import FONT
from bot.words.match import Matcher
from bot.words.shapes import Shapes

SHAPES = Shapes(Path(__file__).parents[2] / "data" / "fonts" / FONT)


@pytest.mark.parametrize("pair", ["未末", "己已", "拔拨", "栽裁", "侍待", "汪江", "律津", "折拆"])
def test_what_is_mixed_up_looks_alike(pair: str) -> None:
    assert SHAPES.alike(*pair)
    assert SHAPES.alike(*reversed(pair))


@pytest.mark.parametrize("pair", ["光明", "江河", "受审", "办协", "一鑫", "东南"])
def test_what_only_means_alike_does_not(pair: str) -> None:
    assert not SHAPES.alike(*pair)


def test_one_character_of_a_short_term_may_look_alike() -> None:
    matcher = Matcher(("仲裁",), ("廉江",), is_word={"江河"}.__contains__, looks_alike=SHAPES.alike)
    assert matcher.best("仲栽", alone=True)[0].term == "仲裁"
    assert matcher.best("廉汪", alone=True)[0].term == "廉江"
    assert matcher.best("仲栽") == (), "two characters inside a longer text prove nothing"
    assert matcher.best("仲方", alone=True) == matcher.best("廉河", alone=True) == ()
