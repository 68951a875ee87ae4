"""Which characters look alike, and which do not."""

from __future__ import annotations

import random
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


def test_most_pairs_that_people_mix_up_look_alike_and_few_others_do() -> None:
    # Seen: 78 % of the half by which the threshold was chosen, 83 % of the other, 2 % of pairs by chance.
    pairs = (Path(__file__).parent / "lookalikes.txt").read_text(encoding="utf-8").split()
    chosen, held = pairs[::2], pairs[1::2]
    luck = random.Random("pairs")
    characters = sorted(set("".join(pairs)))
    others = ["".join(luck.sample(characters, k=2)) for _ in range(2000)]
    others = [pair for pair in others if pair not in pairs and pair[::-1] not in pairs]
    for half in (chosen, held):
        assert sum(SHAPES.alike(*pair) for pair in half) / len(half) > 0.75
    assert sum(SHAPES.alike(*pair) for pair in others) / len(others) < 0.06


def test_nothing_looks_alike_without_a_font_or_outside_of_it(tmp_path: Path) -> None:
    assert not Shapes(tmp_path / "none.otf").alike("未", "末")
    assert not SHAPES.alike("\U0002a6d6", "\U0002a6d5")


def test_one_character_of_a_short_term_may_look_alike() -> None:
    matcher = Matcher(("仲裁",), ("廉江",), is_word={"江河"}.__contains__, looks_alike=SHAPES.alike)
    assert matcher.best("仲栽", alone=True)[0].term == "仲裁"
    assert matcher.best("廉汪", alone=True)[0].term == "廉江"
    assert matcher.best("仲栽") == (), "two characters inside a longer text prove nothing"
    assert matcher.best("仲方", alone=True) == matcher.best("廉河", alone=True) == ()
