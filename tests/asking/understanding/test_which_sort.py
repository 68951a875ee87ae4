"""What says which of those that are counted are meant is kept, wherever in the question it stands."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("东莞外籍复议里调成的有几宗", "外籍"),
        ("廉江渔民的法援案件里，通知类有多少宗", "渔民"),
        ("光明2020年老年人的社区矫正谈话教育", "老年人"),
        ("东莞被撤销的法律援助为群众挽损多少", "撤销"),
        ("光明2024老部门的规范性文件有几个", "老"),
        ("廉江副法律顾问有几名", "副"),
        ("东莞男法律顾问有几名", "男"),
        ("东莞村民律师有几名", "村民"),
    ],
)
def test_the_word_is_kept(understander: Understander, message: str, word: str) -> None:
    query = understander.understand(message)
    assert word in "".join(query.words)
    assert word in "".join(query.said)


@pytest.mark.parametrize(
    "message",
    ["东莞收的复议谈成几宗", "廉江受理的法援案件里，通知类有多少宗", "东莞老百姓法援多少件", "廉江村法律故问有几名"],
)
def test_what_says_no_sort_is_no_word(understander: Understander, message: str) -> None:
    assert not set("收老村") & set("".join(understander.understand(message).words))


@pytest.mark.parametrize(
    ("message", "topic", "word"),
    [
        ("光明行政许可类复议有几件", "行政复议", "行政许可"),
        ("光明复议里信息公开类的几件", "行政复议", "信息公开"),
        ("廉江行政强制类的行政诉讼多少件", "行政应诉", "行政强制"),
        ("东莞行政确认类复议几件", "行政复议", "行政确认"),
        ("巴南不履行法定职责类复议多少宗", "行政复议", "不履行法定职责"),
    ],
)
def test_a_sort_named_by_another_topic_asks_for_nothing_of_it(
    understander: Understander, message: str, topic: str, word: str
) -> None:
    query = understander.understand(message)
    assert (query.topics, query.words) == ((topic,), (word,))


def test_a_sort_that_a_topic_counts_itself_is_its_own(understander: Understander) -> None:
    assert understander.understand("廉江刑事类法援几件").indicators == ("法律援助/刑事案件",)


def test_a_sort_without_another_topic_is_what_is_asked_for(understander: Understander) -> None:
    assert understander.understand("光明行政处罚类案件几件").topics == ("行政执法",)


@pytest.mark.parametrize(
    "message", ["廉江律所联合党支部几个", "东莞律师事务所、司法鉴定机构的联合党支部几个", "光明鉴定机构联合党支部"]
)
def test_whose_party_branches_are_counted_is_not_counted_itself(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.indicators, query.words) == (("党的建设/联合党支部",), ())


def test_bodies_of_another_item_are_counted(understander: Understander) -> None:
    query = understander.understand("廉江律所几家，联合党支部几个")
    assert set(query.indicators) == {"律师管理/律师事务所", "党的建设/联合党支部"} or query.parts
