"""Two figures of one place that a message wants related."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Context, Understander
from bot.model import Intent, Relation

SHARE, MULTIPLE, DIFFERENCE, PROPORTION = (
    Relation.SHARE,
    Relation.MULTIPLE,
    Relation.DIFFERENCE,
    Relation.PROPORTION,
)


@pytest.mark.parametrize(
    ("message", "relation", "indicators"),
    [
        ("廉江复议审结的占受理的几成", SHARE, ["行政复议/审结", "行政复议/受理"]),
        ("廉江行政复议审结占收到申请的百分之多少呢", SHARE, ["行政复议/审结", "行政复议/收到申请"]),
        ("廉江通知类占受理法援案件的比重", SHARE, ["法律援助/通知类案件", "法律援助/受理案件"]),
        ("廉江受理的法援案件里通知类占多少", SHARE, ["法律援助/通知类案件", "法律援助/受理案件"]),
        ("廉江通知类在受理的法援案件中占几成", SHARE, ["法律援助/通知类案件", "法律援助/受理案件"]),
        ("光明2020年解除矫正的是接收的百分之几", SHARE, ["社区矫正/解除", "社区矫正/接收"]),
        ("廉江行政处罚是行政强制的多少倍", MULTIPLE, ["行政执法/行政处罚", "行政执法/行政强制"]),
        ("廉江行政处罚比行政强制多几倍", MULTIPLE, ["行政执法/行政处罚", "行政执法/行政强制"]),
        ("廉江行政处罚比行政许可多多少宗", DIFFERENCE, ["行政执法/行政处罚", "行政执法/行政许可"]),
        ("廉江行政检查和行政许可相差多少", DIFFERENCE, ["行政执法/行政检查", "行政执法/行政许可"]),
        ("东莞律所跟律师的比例", PROPORTION, ["律师管理/律师事务所", "律师管理/执业律师"]),
        ("东莞执业律师与律师事务所之比是多少", PROPORTION, ["律师管理/执业律师", "律师管理/律师事务所"]),
    ],
)
def test_two_figures_of_one_place_are_understood_each_by_itself(
    understander: Understander, message: str, relation: Relation, indicators: list[str]
) -> None:
    query = understander.understand(message)
    assert query.relation is relation
    assert [list(part.indicators) for part in query.parts] == [[one] for one in indicators]
    assert {part.asked for part in query.parts} == {query.asked}


@pytest.mark.parametrize(
    "message",
    [
        "光明复议案件是去年的几倍",  # a year before, no second figure
        "光明复议案件占全市的几成",  # of what another report tells
        "东莞复议是廉江的几倍",  # two places
        "光明2024复议案件比2020多多少",  # two years
        "光明复议和廉江法援的比例",  # two places, two figures
        "廉江调解成功率是多少",
        "东莞仲裁调解和解的比例",  # 和 within a word
        "光明扫码入企占比",
    ],
)
def test_other_questions_relate_nothing(understander: Understander, message: str) -> None:
    assert understander.understand(message).relation is None


def test_a_follow_up_wants_the_same_of_another_place(understander: Understander) -> None:
    before = understander.understand("廉江复议审结的占受理的几成")
    query = understander.understand("那光明2020年呢", Context(previous=before))
    assert query.relation is SHARE
    assert [part.indicators for part in query.parts] == [("行政复议/审结",), ("行政复议/受理",)]
    assert {(part.asked[0].region.own, part.years) for part in query.parts} == {("光明区", (2020,))}


@pytest.mark.parametrize(
    ("message", "share"),
    [
        ("光明复议案件占深圳的几成", "占全市"),
        ("光明复议案件占深圳全市的几成", "占全市"),
        ("廉江法援占广东多少", "占全省"),
    ],
)
def test_a_share_of_a_wider_place_is_only_what_a_report_calls_so(
    understander: Understander, message: str, share: str
) -> None:
    query = understander.understand(message)
    assert (query.words, len(query.regions), query.missing) == ((share,), 1, ())


def test_a_share_of_another_place_is_none_of_the_whole(understander: Understander) -> None:
    assert understander.understand("廉江法援占东莞的几成").words == ()


@pytest.mark.parametrize("message", ["廉江的法援案件是东莞的几成", "廉江法援占东莞的百分之几"])
def test_a_share_of_another_places_figure_is_a_comparison(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.intent, query.kinds, query.topics) == (Intent.COMPARE, (), ("法律援助",))


@pytest.mark.parametrize("message", ["廉江申请类法律援助里民事案件占多少宗", "廉江受理的法援案件里通知类占几件"])
def test_so_many_of_something_is_no_share(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.relation, len(query.indicators)) == (None, 1)
