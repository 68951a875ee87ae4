"""Places in a row own the figures behind their names, with or without 市 and 县."""

from bot.reading.rows import rows_of
from tests.reading.reading import claims

NAMES = frozenset({"西安", "宝鸡", "黑龙江", "重庆"})


def test_places_one_after_the_other_own_their_figures() -> None:
    found = claims("全省共有律师90人。其中西安56人，占62%；宝鸡20人，占22%；省直机关14人。")
    subjects = {written: claim.subject for written, claim in found.items()}
    assert subjects == {"90人": "", "56人": "西安", "62%": "西安", "20人": "宝鸡", "22%": "宝鸡", "14人": ""}


def test_a_row_in_brackets_ends_with_them() -> None:
    found = claims("全省共有律师90人（西安56人、宝鸡34人），其中女律师20人。")
    assert [claim.subject for claim in found.values()] == ["", "西安", "宝鸡", ""]


def test_a_figure_in_brackets_is_of_the_place_before_them() -> None:
    assert {claim.subject for claim in claims("最多的是黑龙江（309家），其次是重庆（299家）。").values()} == {
        "黑龙江",
        "重庆",
    }


def test_one_name_alone_and_words_that_are_names_make_no_row() -> None:
    assert {claim.subject for claim in claims("新建12个，公安8件，西安9件。").values()} == {""}


def test_rows_far_apart_are_no_row() -> None:
    far = "办理各类公证业务，深入推进公证改革，" * 6
    assert rows_of(f"西安9人，{far}宝鸡8人。".replace("，", ","), NAMES) == {}
    assert rows_of("西安9人,宝鸡8人。", NAMES) == {2: (0, 2), 7: (5, 7)}
    assert rows_of("", NAMES) == {}
