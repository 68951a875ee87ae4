"""Words and particles of dialects ask what those that everybody writes ask."""

from __future__ import annotations

import pytest

from bot.asking.understanding.talking.dialect import Dialect
from bot.asking.understanding.understand import Understander

WORDS = frozenset({"采伐", "拿捏", "那边", "个体", "几点", "周边", "江边"})
NAMES = frozenset({"廉江"})
SPOKEN = {"嘅": "的", "边个": "哪个", "几多": "多少", "点解": "为什么"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("东莞嘅公证有几多", "东莞的公证有多少"),
        ("边个多,点解", "哪个多,为什么"),
        ("那边个体户", "那边个体户"),
        ("东莞廉江边个多", "东莞廉江哪个多"),
        ("廉江周边个人", "廉江周边个人"),
        ("几点解散", "几点解散"),
        ("公证多少件咧", "公证多少件呢"),
        ("廉江咧?东莞噻", "廉江呢?东莞呢"),
        ("2020嘞", "2020呢"),
        ("采伐", "采伐"),
        ("采伐的多少", "采伐的多少"),
        ("拿捏", "拿捏"),
        ("哇", "哇"),
    ],
)
def test_dialect_is_put_in_words_that_everybody_writes(text: str, plain: str) -> None:
    assert Dialect(SPOKEN, WORDS.__contains__, NAMES.__contains__).standard(text) == plain


def test_no_words_are_needed() -> None:
    assert Dialect({}, WORDS.__contains__, NAMES.__contains__).standard("东莞公证") == "东莞公证"


@pytest.mark.parametrize(
    "message",
    [
        "東莞嘅律師事務所有幾多間",
        "东莞律师事务所有几多家咧",
        "听讲东莞律师事务所系几多家",
        "东莞律所好多家噻",
        "唔该，东莞律所有几多家",
    ],
)
def test_a_question_in_dialect(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert [region.own for region in query.regions] == ["东莞市"]
    assert (query.topics[:1], query.words) == (("律师管理",), ())


@pytest.mark.parametrize("narrow", ["女嘅", "唔系本地嘅", "净系女嘅", "退休嘅"])
def test_what_narrows_in_dialect_narrows(understander: Understander, narrow: str) -> None:
    assert understander.understand(f"东莞律师有几多，{narrow}").words


@pytest.mark.parametrize(
    "message", ["东莞de公证", "东莞ｄｅ 公证", "东莞 de 公证", "东莞公证ne", "dongguan de gongzheng"]
)
def test_particles_may_be_in_pinyin(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.topics, query.words, len(query.regions)) == (("公证",), (), 1)


def test_what_folding_changes_is_known_all_the_same(understander: Understander) -> None:
    plainly, at_home = map(understander.understand, ("廉江那个法律援助接了多少", "廉江嗰个法律援助接咗几多"))
    assert (at_home.topics, at_home.words, at_home.unread) == (plainly.topics, plainly.words, ())
