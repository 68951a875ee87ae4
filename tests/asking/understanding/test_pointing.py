"""Follow-ups that want some of what was answered before without naming it by a known word."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Context, Understander
from bot.model import Intent, Query


def _after(understander: Understander, first: str, then: str) -> Query:
    return understander.understand(then, Context(previous=understander.understand(first)))


@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("他们自己写的那些呢", ("他们自己写",)),
        ("镇里头弄的有多少", ("镇里头弄",)),
        ("另外那几件呢", ("另外那几件",)),
        ("其中环保类的呢", ("环保",)),
        ("剩下的呢", ("剩下",)),
        ("成功率呢", ("成功率",)),
    ],
)
def test_what_is_pointed_at_is_some_of_the_topic_before(
    understander: Understander, then: str, words: tuple[str, ...]
) -> None:
    query = _after(understander, "东莞复议收了多少", then)
    assert (query.intent, query.topics, query.indicators, query.words) == (Intent.FACT, ("行政复议",), (), words)
    assert [region.own for region in query.regions] == ["东莞市"]


@pytest.mark.parametrize("then", ["谢谢", "好的", "真的吗", "然后呢"])
def test_what_points_at_nothing_is_no_question(understander: Understander, then: str) -> None:
    assert _after(understander, "东莞复议收了多少", then).intent is Intent.HELP


@pytest.mark.parametrize("then", ["2020的呢", "廉江的呢", "今年的呢"])
def test_another_place_or_year_is_of_all_that_was_asked(understander: Understander, then: str) -> None:
    query = _after(understander, "光明公证办了多少", then)
    assert (query.topics, query.words) == (("公证",), ())


@pytest.mark.parametrize(
    ("then", "topic"),
    [
        ("其中调解的有多少", "行政复议"),
        ("调解呢", "人民调解"),
        ("调解了多少", "行政复议"),
        ("廉江调解了多少", "人民调解"),
        ("其中人民调解的呢", "人民调解"),
    ],
)
def test_a_noun_of_them_is_what_the_topic_before_measures(understander: Understander, then: str, topic: str) -> None:
    assert _after(understander, "巴南复议收了多少", then).topics == (topic,)


def test_a_rate_of_its_own_topic_is_asked_for_itself(understander: Understander) -> None:
    assert _after(understander, "东莞复议收了多少", "出庭率呢").indicators == ("行政应诉/负责人出庭应诉率",)


@pytest.mark.parametrize("then", ["总的呢", "全部的有多少", "具体的呢"])
def test_all_of_it_is_what_was_asked_before(understander: Understander, then: str) -> None:
    query = _after(understander, "廉江法援受理多少宗", then)
    assert (query.indicators, query.words) == (("法律援助/受理案件",), ())


@pytest.mark.parametrize(
    ("first", "then", "indicator"),
    [
        ("廉江收到多少宗行政复议申请", "立案了多少？", "行政复议/受理"),
        ("廉江收到多少宗行政复议申请", "结了多少", "行政复议/审结"),
        ("东莞公证", "办结了多少", "公证/办结"),
    ],
)
def test_a_deed_is_asked_of_the_topic_before(understander: Understander, first: str, then: str, indicator: str) -> None:
    assert _after(understander, first, then).indicators == (indicator,)


@pytest.mark.parametrize(
    ("first", "then", "years"),
    [
        ("光明2024年行政复议", "和2020年比呢", [2024, 2020]),
        ("光明行政复议", "跟2020年相比呢", [2024, 2020]),
        ("光明2024年行政复议", "2020年呢", [None]),
        ("光明2024年行政复议", "和2024年比呢", [2024]),
    ],
)
def test_a_year_that_is_compared_with_comes_to_the_one_before(
    understander: Understander, first: str, then: str, years: list[int | None]
) -> None:
    query = _after(understander, first, then)
    assert [one.year for one in query.asked] == years
    assert {one.region.short for one in query.asked} == {"光明"}
    assert query.intent is (Intent.COMPARE if len(years) > 1 else Intent.FACT)
    assert query.years == ((2020,) if years == [None] else ())


@pytest.mark.parametrize(
    ("first", "then", "topics", "words"),
    [
        ("东莞律师事务所多少家", "考核了多少名", ("律师管理",), ("考核",)),
        ("巴南新提任干部考试多少人", "及格率呢", (), ("及格率",)),
        ("巴南新提任干部考试多少人", "都及格了吗", (), ("及格了",)),
    ],
)
def test_what_was_done_of_them_is_asked_of_what_was_asked_before(
    understander: Understander, first: str, then: str, topics: tuple[str, ...], words: tuple[str, ...]
) -> None:
    before = understander.understand(first)
    query = understander.understand(then, Context(previous=before))
    assert query.topics == topics
    assert query.words == ((*before.words, *words) if not topics else words)


def test_what_was_found_is_no_topic_that_nobody_named(understander: Understander) -> None:
    assert understander.understand("光明发现隐患多少个").topics == ()


@pytest.mark.parametrize("then", ["总共多少人次听了", "去听的有多少人次", "多少人来听课"])
def test_who_came_is_asked_of_the_event_before(understander: Understander, then: str) -> None:
    query = _after(understander, "廉江普法讲座办了几场", then)
    assert query.topics == ("普法宣传",)
    assert not {"听了", "去听", "来听课"} & set(query.words)
    assert "人次" in query.units or "人" in query.units


def test_what_was_heard_is_not_who_came(understander: Understander) -> None:
    assert _after(understander, "廉江普法讲座办了几场", "多少人次旁听").indicators == ("普法宣传/旁听庭审",)


@pytest.mark.parametrize(
    ("first", "then", "topics", "indicators", "words"),
    [
        ("巴南平安考核列入了多少个乡镇", "学校呢", (), (), ("平安", "考核", "列入", "学校")),
        ("廉江新成立调委会的商圈有几个", "那景区呢", ("人民调解",), ("人民调解/新设调委会",), ("景区",)),
        ("东莞行政检查多少宗", "处罚呢", ("行政执法",), ("行政执法/行政处罚",), ()),
        ("东莞行政许可多少宗", "那强制有多少", ("行政执法",), ("行政执法/行政强制",), ()),
        ("东莞被通报的律所有几家", "律师几名", ("律师管理",), ("律师管理/执业律师",), ("通报",)),
        ("巴南考核律所几家", "律师呢", ("律师管理",), ("律师管理/通过考核律师",), ()),
        ("巴南考核律所几家", "执业律师呢", ("律师管理",), ("律师管理/执业律师",), ()),
    ],
)
def test_a_noun_takes_the_place_of_what_was_counted(
    understander: Understander,
    first: str,
    then: str,
    topics: tuple[str, ...],
    indicators: tuple[str, ...],
    words: tuple[str, ...],
) -> None:
    query = _after(understander, first, then)
    assert (query.topics, query.indicators, query.words) == (topics, indicators, words)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("东莞被通报的律所有几家", "巴南律师几名"),  # another place
        ("东莞被通报的律所有几家", "律师总共几名"),  # all of them
        ("东莞律所有几家", "律师几名"),
    ],
)
def test_who_asks_for_all_of_them_asks_for_no_part(understander: Understander, first: str, then: str) -> None:
    assert _after(understander, first, then).words == ()


def test_how_many_are_not_through_with_it_is_of_what_was_answered(understander: Understander) -> None:
    first = "东莞司法鉴定收费违规的有几起"
    still = _after(understander, first, "还有几起在整改")
    assert still.topics == ("司法鉴定",)
    assert "仍在整改" in still.words
    assert len(still.words) > 1
    mediating = _after(understander, "东莞复议收了多少", "还有几件在调解")
    assert (mediating.topics, mediating.words) == (("行政复议",), ("在调解",))
    # What was answered by name is not what else the topic has that goes on.
    assert not _after(understander, "光明2020年接到几件律师投诉", "还有几件在整改").topics


@pytest.mark.parametrize("then", ["几家律所", "律所呢", "涉及几家律所啊"])
def test_of_people_with_something_their_firms_are_those_with_it(understander: Understander, then: str) -> None:
    query = _after(understander, "廉江2024年私自收费的律师有几名", then)
    assert query.indicators == ("律师管理/律师事务所",)
    assert "收费" in "".join(query.words)


@pytest.mark.parametrize("then", ["律师几名", "涉及律师几名", "涉及多少名律师"])
def test_of_firms_with_something_their_people_are_those_with_it(understander: Understander, then: str) -> None:
    query = _after(understander, "廉江2024年私自收费的律所有几家", then)
    assert query.indicators == ("律师管理/执业律师",)
    assert "收费" in "".join(query.words)


@pytest.mark.parametrize("then", ["街道呢", "街道几个"])
def test_others_who_did_the_same_take_the_place_of_those_who_were_counted(
    understander: Understander, then: str
) -> None:
    query = _after(understander, "廉江有几个合作社成立了调委会", then)
    assert "街道" in query.words
    assert not any("合作社" in word for word in query.words)
    assert query.topics == ("人民调解",)


@pytest.mark.parametrize("then", ["区县呢", "镇街呢"])
def test_levels_are_asked_as_offices_were(understander: Understander, then: str) -> None:
    query = _after(understander, "廉江有几个市直部门接受了实地督察", then)
    assert then[:2] in query.words
    assert "督察" in query.words
    assert not any("部门" in word for word in query.words)


def test_a_sort_is_replaced_by_its_like_before_a_deed_is(understander: Understander) -> None:
    assert _after(understander, "廉江行政检查公示了多少", "处罚呢").indicators == ("行政执法/行政处罚",)


def test_how_many_people_behind_a_rate_is_of_what_it_is_a_rate_of(understander: Understander) -> None:
    query = _after(understander, "光明2020学法考试优秀率", "参加了多少人")
    assert query.words == ("学法考试",)


@pytest.mark.parametrize("then", ["那廉江新建了几座", "廉江建了几处", "廉江新建了几个"])
def test_what_was_made_is_said_again_in_other_words(understander: Understander, then: str) -> None:
    query = _after(understander, "光明建成几个法治文化公园", then)
    assert "法治文化公园" in "".join((*query.words, *query.indicators))
    assert [region.own for region in query.regions] == ["廉江市"]


@pytest.mark.parametrize("then", ["那廉江拆了几座", "拆了几座", "卖了多少", "丢了几个"])
def test_what_else_was_done_is_no_more_of_the_same(understander: Understander, then: str) -> None:
    query = _after(understander, "光明建成几个法治文化公园", then)
    assert not query.indicators
    assert "法治文化公园" not in query.words


@pytest.mark.parametrize("then", ["园区的又是多少", "园区的又有多少呢", "园区的是多少"])
def test_whose_they_are_is_asked_of_what_was_asked_before(understander: Understander, then: str) -> None:
    query = _after(understander, "东莞备案的部门规范性文件有多少件", then)
    assert (query.topics, query.words) == (("规范性文件",), ("园区",))


def test_what_was_done_another_way_is_not_what_was_asked_before(understander: Understander) -> None:
    assert _after(understander, "廉江现场登记了多少人次", "线上登记的呢").words == ("线上", "登记")
    # Only the way is another one.
    assert "登记" in "".join(_after(understander, "廉江现场登记了多少人次", "线上的呢").words)
