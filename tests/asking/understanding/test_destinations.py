"""Places that only say more about another place's figures."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Context, Understander


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("光明派去西藏帮扶的干部几名", "西藏"),
        ("廉江接入广东善治网的站点几个", "广东"),
        ("东莞对口新疆援助案件几件", "新疆"),
    ],
)
def test_it_narrows_and_is_not_asked(understander: Understander, message: str, word: str) -> None:
    query = understander.understand(message)
    assert len(query.regions) == 1
    assert not query.missing
    assert any(word in one for one in query.words)


def test_it_goes_on_about_the_place_before(understander: Understander) -> None:
    before = understander.understand("光明法律援助多少件")
    query = understander.understand("去西藏帮扶的几件", Context(previous=before))
    assert [region.own for region in query.regions] == ["光明区"]
    assert "西藏" in "".join(query.words)


@pytest.mark.parametrize("message", ["深圳的光明区复议几件", "深圳光明复议几件", "广东省光明区复议几件"])
def test_what_is_around_a_place_is_part_of_its_name(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert [region.own for region in query.regions] == ["光明区"]
    assert (query.missing, query.words) == ((), ())


@pytest.mark.parametrize("message", ["光明和宝安复议几件", "光明跟广东比复议哪个多", "宝安法援几件"])
def test_a_place_that_is_asked_about_is_missing(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert any(region.own in ("宝安区", "广东省") for region in query.regions)
