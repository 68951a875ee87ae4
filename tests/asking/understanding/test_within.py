"""What is asked of something that was named before."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize(
    ("message", "topics", "indicators", "words"),
    [
        ("廉江受理的法援案件里，通知类有多少宗", ("法律援助",), ("法律援助/通知类案件",), ()),
        ("廉江受理的法援案件当中通知类有几宗", ("法律援助",), ("法律援助/通知类案件",), ()),
        ("廉江的行政处罚中，环保类有多少宗", ("行政执法",), (), ("环保",)),
        ("东莞行政执法培训的人里面镇街的有多少", ("行政执法",), (), ("镇街的",)),
        ("廉江调委会里行业的有几个", ("人民调解",), (), ("行业调委会",)),
        ("廉江的行政复议里，最后调解结案的有几件", ("行政复议",), ("行政复议/调解和解",), ()),
        ("巴南区政府当被告的官司，败诉了几件", ("行政应诉",), ("行政应诉/败诉",), ()),
        ("东莞办结的公证里面，网约车司机的有多少件", ("公证",), (), ("网约车司机",)),
    ],
)
def test_only_the_part_is_asked_for(
    understander: Understander,
    message: str,
    topics: tuple[str, ...],
    indicators: tuple[str, ...],
    words: tuple[str, ...],
) -> None:
    query = understander.understand(message)
    assert (query.topics, query.indicators, query.words) == (topics, indicators, words)
    assert (len(query.regions), query.parts) == (1, ())


@pytest.mark.parametrize(
    ("message", "indicators"),
    [
        ("光明区里律师有多少", ("律师管理/执业律师",)),  # within a place, of nothing
        ("廉江法律援助里，行政复议受理多少宗", ("行政复议/受理",)),  # a topic of its own is no part
    ],
)
def test_other_words_within_are_read_as_they_are(
    understander: Understander, message: str, indicators: tuple[str, ...]
) -> None:
    assert set(indicators) <= set(understander.understand(message).indicators)


def test_what_must_be_told_is_no_part_of_another_word(understander: Understander) -> None:
    assert understander.understand("廉江执业律师里女律师有多少").words == ("女",)


def test_cases_that_are_asked_about_themselves_are_not_only_what_some_are_of(understander: Understander) -> None:
    query = understander.understand("巴南要律师帮忙的案子办了多少，里头刑事的有几件")
    assert len(query.parts) == 2
    assert understander.understand("巴南区政府当被告的案子败诉了几件").parts == ()
