"""Several questions in one message."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander
from bot.model import Intent, Kind, Modality


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("光明处理律师投诉几宗？还有网上公开了多少政务事项", ["处理律师投诉几宗", "网上公开了多少政务事项"]),
        ("廉江警示教育大会和警示教育片各几次", ["警示教育大会", "警示教育片各几次"]),
        ("巴南败诉率和法援案件多少，请一并列出", ["败诉率", "法援案件多少"]),
        ("东莞立案多少宗 标的多大", ["立案多少宗", "标的多大"]),
    ],
)
def test_each_question_of_a_message_is_understood_by_itself(
    understander: Understander, message: str, said: list[str]
) -> None:
    query = understander.understand(message)
    assert [part.said for part in query.parts] == [(one,) for one in said]
    assert {part.asked for part in query.parts} == {query.asked}


@pytest.mark.parametrize(
    "message",
    [
        "光明和廉江行政复议收到多少",  # two places of one question
        "巴南 法援 挽回损失",
        "新业态劳动者法律援助站，廉江",
        "东莞复议、调解、公证、律师、仲裁各多少",  # a list
        "光明和东莞",
    ],
)
def test_one_question_has_no_parts(understander: Understander, message: str) -> None:
    assert understander.understand(message).parts == ()


def test_a_part_takes_topic_and_year_from_the_one_before(understander: Understander) -> None:
    query = understander.understand("光明2020年社区矫正学习多少场，多少人次参加")
    assert [part.topics for part in query.parts] == [("社区矫正",)] * 2
    assert [part.years for part in query.parts] == [(2020,)] * 2


def test_next_year_is_only_that_of_its_own_part(understander: Understander) -> None:
    query = understander.understand("巴南行政争议实质化解 实际完成 vs 明年目标")
    assert [(part.modality, part.years) for part in query.parts] == [
        (Modality.ACTUAL, ()),
        (Modality.TARGET, (2024,)),
    ]


def test_each_thing_is_asked_of_the_place_that_is_named_with_it(understander: Understander) -> None:
    query = understander.understand("巴南的法援、廉江的复议和东莞的公证各多少")
    assert [(part.regions[0].own, part.topics) for part in query.parts] == [
        ("巴南区", ("法律援助",)),
        ("廉江市", ("行政复议",)),
        ("东莞市", ("公证",)),
    ]


@pytest.mark.parametrize(
    "message",
    [
        "光明复议和廉江复议",
        "光明和廉江的复议和法援",
        "廉江的法援案件和复议案件分别是东莞的几成",
        "光明2020的律师和廉江的",
        "光明2020年的法援和廉江的复议",
        "东莞的公证和廉江的地铁",
        "廉江的法援和巴南的出庭应诉率目标",
        "安置帮教人员光明、廉江受理多少",
    ],
)
def test_things_that_are_asked_of_all_places_are_no_parts(understander: Understander, message: str) -> None:
    assert understander.understand(message).parts == ()


@pytest.mark.parametrize(
    ("message", "said", "units"),
    [
        ("光明社矫教育搞了几场有多少人来", "社区矫正", [("场",), ("人", "名", "位")]),
        ("廉江普法办了多少场多少人次", "普法宣传", [("场",), ("人次",)]),
        ("东莞律所几家律师多少名", "律师管理", [("家",), ("人", "名", "位")]),
    ],
)
def test_what_is_asked_in_one_breath_are_two_questions(
    understander: Understander, message: str, said: str, units: list[tuple[str, ...]]
) -> None:
    query = understander.understand(message)
    assert [part.units for part in query.parts] == units
    assert {part.topics for part in query.parts} == {(said,)}


@pytest.mark.parametrize("message", ["光明复议多少件是第几", "东莞公证多少件"])
def test_one_question_in_one_breath_stays_one(understander: Understander, message: str) -> None:
    assert understander.understand(message).parts == ()


def test_what_only_announces_a_question_belongs_to_it(understander: Understander) -> None:
    query = understander.understand("巴南各单位吃官司的，当年打输的占多少？红线是多少？")
    assert [part.modality for part in query.parts] == [Modality.ACTUAL, Modality.TARGET]


@pytest.mark.parametrize(
    ("message", "units", "kinds"),
    [
        ("东莞公证多了几个点", (), (Kind.CHANGE, Kind.MULTIPLE)),
        ("廉江调解少了几成", (), (Kind.CHANGE, Kind.MULTIPLE)),
        ("光明政府打了几场官司", (), ()),
        ("光明普法搞了几场", ("场",), ()),
    ],
)
def test_a_share_and_a_suit_are_counted_in_no_unit_of_a_figure(
    understander: Understander, message: str, units: tuple[str, ...], kinds: tuple[Kind, ...]
) -> None:
    query = understander.understand(message)
    assert (query.units, query.kinds) == (units, kinds)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("行政复议，光明2024收到多少件，廉江2024审结几宗", ["行政复议 收到多少件", "行政复议 审结几宗"]),
        (
            "意见书的份数，光明2024出具的比廉江2024法律顾问提的多几份",
            ["意见书的份数 出具的", "意见书的份数 法律顾问提的多几份"],
        ),
    ],
)
def test_a_thing_named_first_is_asked_of_each_place_in_words_of_its_own(
    understander: Understander, message: str, said: list[str]
) -> None:
    query = understander.understand(message)
    assert [part.said for part in query.parts] == [(one,) for one in said]
    assert [(part.regions[0].own, part.years) for part in query.parts] == [("光明区", (2024,)), ("廉江市", (2024,))]


@pytest.mark.parametrize(
    "message",
    [
        "行政复议，光明2024收到多少件，廉江2024收到多少件",  # the same of both
        "行政复议，光明2024比廉江2024多收到几件",
        "行政复议，光明2024收到多少件，廉江审结几件",  # the year may be meant of both
        "行政复议收到多少，光明几件，廉江几宗",  # asked before the places
    ],
)
def test_places_that_are_asked_the_same_are_one_question(understander: Understander, message: str) -> None:
    assert understander.understand(message).parts == ()


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("东莞查出几家公证处、几名公证员违规执业", ["查出几家公证处违规执业", "几名公证员违规执业"]),
        ("廉江发现多少家鉴定机构，多少名鉴定人超期执业", ["发现多少家鉴定机构超期执业", "多少名鉴定人超期执业"]),
        # Only of what was found out is something said behind the last.
        ("东莞受理多少件投诉，多少名律师参与调解", ["受理多少件投诉", "多少名律师参与调解"]),
        ("廉江发现多少条线索，移交了多少条", ["发现多少条线索", "移交了多少条"]),
    ],
)
def test_what_those_found_out_did_is_said_of_all(understander: Understander, message: str, said: list[str]) -> None:
    assert [part.said for part in understander.understand(message).parts] == [(one,) for one in said]


@pytest.mark.parametrize("planned", ["要求百分之几", "要求是百分之多少", "要求达到多少", "要求多高"])
def test_a_rate_named_first_is_asked_of_one_year_and_planned_for_the_next(
    understander: Understander, planned: str
) -> None:
    query = understander.understand(f"巴南的败诉率，2023年是百分之几，2024年{planned}")
    assert [(part.years, part.modality) for part in query.parts] == [
        ((2023,), Modality.ACTUAL),
        ((2024,), Modality.TARGET),
    ]
    assert [part.indicators for part in query.parts] == [("行政应诉/败诉率",)] * 2


def test_a_part_is_asked_of_the_street_before_it_unless_it_names_a_place(understander: Understander) -> None:
    parts = understander.understand("光明凤凰街道的调解室有几间，开展了多少场次公共法律服务").parts
    assert ["凤凰街道" in part.words for part in parts] == [True, True]
    for elsewhere in ("全区受理多少件行政复议", "光明受理多少件行政复议"):
        parts = understander.understand(f"光明凤凰街道的调解室有几间，{elsewhere}").parts
        assert ["凤凰街道" in part.words for part in parts] == [True, False], elsewhere


def test_what_is_counted_in_another_topic_is_kept(understander: Understander) -> None:
    assert understander.understand("廉江律师所党支部有几个").words == ("党支部",)
    assert understander.understand("廉江党支部有几个").words == ()


def test_a_number_of_sessions_asks_in_sessions(understander: Understander) -> None:
    assert understander.understand("廉江执法培训场数").units == ("场",)
    assert understander.understand("廉江执法培训次数").units == ()


@pytest.mark.parametrize("everywhere", ["四个地方", "几个地方", "五地"])
def test_so_many_places_are_all_of_them(understander: Understander, everywhere: str) -> None:
    query = understander.understand(f"{everywhere}行政复议案件排名")
    assert (query.intent, query.words, query.asked) == (Intent.RANK, (), ())


def test_what_is_done_to_somebody_is_asked_for_by_any_passive(understander: Understander) -> None:
    query = understander.understand("廉江社区矫正对象受到训诫的有几个")
    assert (query.indicators, query.words) == (("社区矫正/训诫",), ())
    assert understander.understand("廉江受贿案件多少").words == ("受贿",)


@pytest.mark.parametrize("deed", ["请了", "请过", "聘请"])
def test_whom_somebody_engaged_is_no_courtesy(understander: Understander, deed: str) -> None:
    assert understander.understand(f"廉江{deed}多少家律所").words == (deed,)


def test_what_is_counted_in_money_is_asked_for_by_its_amount(understander: Understander) -> None:
    assert understander.understand("廉江公证收费总额").words == ()
    assert understander.understand("廉江公证办结总额").words == ("总额",)


def test_the_deed_between_two_topics_is_kept(understander: Understander) -> None:
    assert "接了" in understander.understand("廉江村里的法律顾问接了多少纠纷").words


@pytest.mark.parametrize("growth", ["下将", "减绍", "同笔增长"])
def test_growth_is_known_by_its_sound(understander: Understander, growth: str) -> None:
    assert Kind.CHANGE in understander.understand(f"廉江行政复议{growth}多少").kinds


def test_a_place_of_a_year_is_set_against_another_place(understander: Understander) -> None:
    asked = understander.understand("廉江跟2020年的光明比，哪边律师多").asked
    assert [(one.region.short, one.year) for one in asked] == [("廉江", None), ("光明", 2020)]
    assert understander.understand("2020年的光明和廉江复议").years == (2020,)


def test_what_was_levied_is_asked_for_in_money(understander: Understander) -> None:
    assert understander.understand("廉江行政处罚罚了多少款").indicators == ("行政执法/罚没金额",)


def test_a_year_with_a_stray_sign_is_that_year(understander: Understander) -> None:
    assert understander.understand("廉江2025%s行政复议").years == (2025,)
