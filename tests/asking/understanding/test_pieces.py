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
        ("dongguan shequ jiaozheng jieshou duoshao ren", "东莞", "社区矫正/接收"),
        ("廉江公正办结几件", "廉江", "公证/办结"),
        ("东莞社区（村）法律顾问有几名", "东莞", "法律顾问/村居法律顾问"),
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


@pytest.mark.parametrize(
    ("message", "plainly", "note"),
    [
        ("学法考试优秀率同bizeng长多少", "学法考试优秀率同比增长多少", "按“同比增长”理解“同bizeng长”"),
        ("光明法律yuanzhu多少件", "光明法律援助多少件", "按“法律援助”理解“法律yuanzhu”"),
        ("廉江社qu矫正对象", "廉江社区矫正对象", "按“社区矫正对象”理解“社qu矫正对象”"),
        ("东莞复yi案件", "东莞复议案件", "按“复议案件”理解“复yi案件”"),
        ("东莞xing政fu议", "东莞行政复议", "按“行政复议”理解“xing政fu议”"),
        ("廉jiang市公证", "廉江市公证", "按“廉江市”理解“廉jiang市”"),
        ("宝an复议", "宝安复议", "按“宝安”理解“宝an”"),
        ("光明仲裁duoshao件", "光明仲裁多少件", "按“多少件”理解“duoshao件”"),
        ("光明学法考试优秀lv", "光明学法考试优秀率", "按“学法考试优秀率”理解“学法考试优秀lv”"),
    ],
)
def test_a_word_half_in_pinyin_is_read_as_a_whole(
    understander: Understander, message: str, plainly: str, note: str
) -> None:
    query, meant = understander.understand(message), understander.understand(plainly)
    assert note in query.notes
    assert (query.asked, query.topics, query.indicators, query.kinds, query.units, query.words) == (
        meant.asked,
        meant.topics,
        meant.indicators,
        meant.kinds,
        meant.units,
        meant.words,
    )


@pytest.mark.parametrize(
    ("message", "note"),
    [
        ("东莞律事务所有多少家", ("按“律师事务所”理解“律事务所”",)),
        ("东莞律师事务所有多少家", ()),
        ("光明事务所有多少家", ()),
    ],
)
def test_a_dropped_character_is_found_where_the_end_makes_a_word_with_what_is_behind(
    understander: Understander, message: str, note: tuple[str, ...]
) -> None:
    query = understander.understand(message)
    assert query.notes == note
    assert (query.indicators == ("律师管理/律师事务所",)) is ("律" in message)


@pytest.mark.parametrize(
    "message", ["光明ipo讲座", "东莞cbd建设", "光明app多少", "光明合同vvv例", "光明社矫收jian几人"]
)
def test_letters_that_make_no_word_with_what_they_touch_stay_as_they_are(
    understander: Understander, message: str
) -> None:
    assert not any("理解" in note for note in understander.understand(message).notes)


def test_a_place_that_only_begins_another_name_is_none(understander: Understander) -> None:
    query = understander.understand("东莞松山湖律所几家")
    assert ([region.short for region in query.regions], query.missing, query.words) == (["东莞"], (), ("松山湖",))


@pytest.mark.parametrize("message", ["光明2020纠纷拽出来多少宗", "光明2020纠纷拽掉多少宗"])
def test_a_verb_that_nothing_knows_is_not_lost_before_what_came_of_it(understander: Understander, message: str) -> None:
    assert understander.understand(message).words


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


@pytest.mark.parametrize(
    ("message", "indicator"),
    [
        ("光明复议受里了多少", "行政复议/受理"),
        ("行政复议审节几宗", "行政复议/审结"),
        ("光明法律援助受里几宗", "法律援助/受理案件"),
        ("光明 chu ting ying su lv", "行政应诉/负责人出庭应诉率"),
    ],
)
def test_what_is_misspelt_between_known_words_is_the_word_that_sounds_so(
    understander: Understander, message: str, indicator: str
) -> None:
    assert understander.understand(message).indicators == (indicator,)


def test_than_before_a_year_or_a_place_belongs_to_no_word(understander: Understander) -> None:
    query = understander.understand("光明2024律师比2020多几个")
    assert (query.topics, query.words) == (("律师管理",), ())
    assert understander.understand("光明2024年万人律师比").indicators == ("律师管理/万人律师比",)


def test_a_slip_is_heard_where_it_runs_into_a_verb(understander: Understander) -> None:
    query = understander.understand("东莞请了几家律锁做法律顾问")
    assert query.indicators == ("法律顾问/聘请律所",)
    assert query.notes == ("按“律所”理解“律锁”",)
    assert understander.understand("东莞请了几家律锁街法律顾问").words


def test_a_slip_for_a_number_is_none_for_its_rate(understander: Understander) -> None:
    assert understander.understand("东莞复议诉讼拜诉多少件").indicators == ("行政应诉/败诉",)
    assert understander.understand("东莞复议诉讼拜诉率").indicators == ("行政应诉/复议诉讼败诉率",)
