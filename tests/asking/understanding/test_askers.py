"""Who asks and what for are no part of what is asked."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize(
    "opening",
    [
        "财政局想问一句，",
        "我们人社局想了解",
        "住建局的同事问一下",
        "你好，卫健委想打听下，",
        "我是区委办的，",
        "我开饭馆的，",
        "写稿用，",
        "我在写材料，",
        "我们法律援助中心想知道",
    ],
)
def test_who_asks_and_what_for_is_not_asked_about(understander: Understander, opening: str) -> None:
    query = understander.understand(f"{opening}廉江复议收了多少")
    assert (query.topics, query.indicators, query.words) == (("行政复议",), ("行政复议/收到申请",), ())
    assert [region.own for region in query.regions] == ["廉江市"]


def test_the_place_of_who_asks_is_asked_about_where_there_is_no_other(understander: Understander) -> None:
    alone = understander.understand("廉江市司法局想知道复议收了多少")
    assert [region.own for region in alone.regions] == ["廉江市"]
    other = understander.understand("湛江市财政局想问一下廉江复议收了多少")
    assert [region.own for region in other.regions] == ["廉江市"]


@pytest.mark.parametrize(
    ("message", "topic"),
    [("东莞法律援助中心来咨询的有多少人次", "法律援助"), ("廉江公证处要办的公证有多少", "公证")],
)
def test_what_names_a_field_is_asked_about(understander: Understander, message: str, topic: str) -> None:
    assert topic in understander.understand(message).topics
