"""Words in pieces, in pinyin, glued to others or far too long, and years that are none."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Context, Understander


@pytest.mark.parametrize(
    ("message", "place", "indicator"),
    [
        ("巴 南  出庭 应 诉率", "巴南", "行政应诉/负责人出庭应诉率"),
        ("lianjiang zhiye lvshi", "廉江", "律师管理/执业律师"),
        ("guangming fuyi shoudao duoshao", "光明", "行政复议/收到申请"),
        ("廉将收到复议申请多少", "廉江", "行政复议/收到申请"),
        ("我是佛山的，光明收到复议申请多少", "光明", "行政复议/收到申请"),
    ],
)
def test_words_in_pieces_in_pinyin_and_glued_to_others(
    understander: Understander, message: str, place: str, indicator: str
) -> None:
    query = understander.understand(message)
    assert [region.short for region in query.regions] == [place]
    assert query.indicators == (indicator,)
    assert not query.words


@pytest.mark.parametrize("number", ["9999", "99999999999999999999", "999"])
def test_digits_before_the_word_for_a_year_that_are_none_are_named(understander: Understander, number: str) -> None:
    query = understander.understand(f"光明{number}年行政复议")
    assert not query.years
    assert any("不是年份" in note for note in query.notes)


def test_little_of_a_long_unknown_word_is_repeated(understander: Understander) -> None:
    query = understander.understand("光明" + "龘" * 4000)
    assert max(map(len, query.unread)) < 30


def test_last_year_of_a_follow_up_is_counted_from_the_places_before(understander: Understander) -> None:
    before = understander.understand("巴南出庭应诉率")
    query = understander.understand("明年目标呢", Context(previous=before))
    assert query.years == (2024,)
