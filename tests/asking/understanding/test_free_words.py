"""Free words that ask where something stands, whether it is right, for more than a report tells, or beside a target."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.asking.understanding.cutting.segmentation import PARTS_OF_PLACES
from bot.asking.understanding.understand import Context, Understander
from bot.model import Intent, Kind, Modality
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import reports

LEXICON = Path(__file__).parents[3] / "data" / "lexicon"


def _phrases() -> list[str]:
    """Every name of the lexicon that begins with a part of a place and says more: 村（社区）法律顾问."""
    lexicon = Lexicon.load(LEXICON)
    says = [p.indicator.name for group in lexicon.patterns.values() for p in group]
    says += [said for group in lexicon.patterns.values() for p in group for said in p.says]
    words = [word for topic in lexicon.topics for word in (topic.name, *topic.words, *topic.aliases)]
    return sorted({word for word in (*says, *words) if word.startswith(tuple(PARTS_OF_PLACES)) and len(word) > 2})


def test_no_name_that_begins_like_a_part_takes_its_place_away(understander: Understander, places: Places) -> None:
    regions = [region for report in reports().values() if (region := places.get(report.adcode))]
    phrases = _phrases()
    assert len(phrases) >= 3
    for region in regions:
        for phrase in (*phrases, "村（社区）法律顾问", "镇（街道）司法所", "村(居)法律顾问"):
            for name in (region.own, region.short):
                query = understander.understand(f"{name}{phrase}有多少")
                assert [one.region for one in query.asked] == [region], (name, phrase)


@pytest.mark.parametrize(
    ("message", "words", "within"),
    [
        ("哪些报告写到了扫码入企", ("扫码入企",), []),
        ("有没有哪份报告提到退休法官", ("退休法官",), []),
        ("廉江的报告里有没有提到黄丝带", ("黄丝带",), ["廉江市"]),
        ("找一下关于“社矫学习”的段落", ("社矫学习",), []),
        ("583宗是哪里的", ("583宗",), []),
        ("2.45倍哪来的", ("2.45倍",), []),
        ("光明583宗出自哪里", ("583宗",), ["光明区"]),
        ("/查找 退休法官", ("退休法官",), []),
        ("/搜索退休法官", ("退休法官",), []),
    ],
)
def test_who_asks_where_words_stand_searches(
    understander: Understander, message: str, words: tuple[str, ...], within: list[str]
) -> None:
    query = understander.understand(message)
    assert query.intent is Intent.SEARCH
    assert query.words == words
    assert [region.own for region in query.regions] == within


@pytest.mark.parametrize(
    "message",
    [
        "光明有没有受理行政复议",
        "哪里法律援助提供了多少",
        "2024年光明行政复议",
        "廉江有没有矛盾纠纷调解",
        "廉江报告里提到的回访满意比例是百分之几",
    ],
)
def test_who_asks_for_figures_does_not_search(understander: Understander, message: str) -> None:
    assert understander.understand(message).intent not in (Intent.SEARCH, Intent.CHECK)


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("廉江数据对得上吗", Intent.CHECK),
        ("出庭应诉率105%是不是填错了", Intent.CHECK),
        ("光明有矛盾吗", Intent.CHECK),
        ("光明行政复议这么多年有什么变化", Intent.TREND),
        ("东莞律师人数出自哪一页", Intent.SOURCE),
        ("有什么可以查", Intent.LIST),
    ],
)
def test_intents_in_free_words(understander: Understander, message: str, intent: Intent) -> None:
    assert understander.understand(message).intent is intent


@pytest.mark.parametrize(
    "message", ["全国行政复议一年收多少件", "全省法律援助受理多少", "全县人民调解多少件", "我国律师人数"]
)
def test_what_is_wider_than_any_report_is_missing(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert not query.asked
    assert len(query.missing) == 1


def test_the_whole_city_is_the_one_beside_it_or_the_home(understander: Understander, places: Places) -> None:
    assert not understander.understand("廉江全市人民调解受理多少").missing
    home = places.by_name["光明区"][0]
    assert not understander.understand("全区行政复议多少", Context(home=home)).missing
    assert understander.understand("全国行政复议多少", Context(home=home)).missing


def test_a_result_and_its_target_are_asked_for_together(understander: Understander) -> None:
    both = understander.understand("巴南出庭应诉率做到多少，目标线是多少")
    assert (both.modality, both.with_target) == (Modality.ACTUAL, True)
    only = understander.understand("巴南出庭应诉率目标是多少")
    assert (only.modality, only.with_target) == (Modality.TARGET, False)
    either_way = understander.understand("巴南2024年出庭应诉率目标和实际分别多少")
    assert (either_way.modality, either_way.with_target) == (Modality.ACTUAL, True)
    denied = understander.understand("巴南出庭应诉率实际多少，不要目标值")
    assert (denied.modality, denied.with_target) == (Modality.ACTUAL, False)


@pytest.mark.parametrize("asked", ["几份", "几十份", "几百份", "几千份", "好多份"])
def test_a_guess_of_how_many_asks_how_many(understander: Understander, asked: str) -> None:
    query = understander.understand(f"巴南评查执法案卷{asked}")
    assert (query.indicators, query.units, query.words) == (("行政执法/评查案卷",), ("份",), ())


@pytest.mark.parametrize("ending", ["请一并列出", "一并发我", "都列出来"])
def test_how_an_answer_is_to_be_given_narrows_nothing(understander: Understander, ending: str) -> None:
    query = understander.understand(f"廉江和光明的行政复议收案数，{ending}")
    assert (query.indicators, query.words) == (("行政复议/收案",), ())


def test_a_share_is_never_the_most(understander: Understander) -> None:
    assert understander.understand("参加拓展训练的干部职工哪个地方最多").kinds == (Kind.COUNT, Kind.MONEY)
    assert understander.understand("参加拓展训练的干部职工哪个地方最高").kinds == ()


def test_what_may_be_asked_of_an_office_may_also_say_what_is_counted(understander: Understander) -> None:
    assert understander.understand("廉江法律顾问代写了几份材料").words == ()
    assert understander.understand("廉江法律顾问要什么材料").words


def test_the_year_before_is_worked_out_from_the_year_reported(understander: Understander) -> None:
    query = understander.understand("东莞行政复议去年多少，按增幅反推一下")
    assert (query.modality, query.years) == (Modality.PRIOR, ())


@pytest.mark.parametrize("message", ["2041件是哪里的", "2041元", "2000万人次", "2000万人民币"])
def test_a_number_with_its_unit_is_no_year(understander: Understander, message: str) -> None:
    assert not understander.understand(message).years


def test_a_year_before_a_rate_of_ten_thousand_people_is_one(understander: Understander) -> None:
    assert understander.understand("东莞2023万人律师比").years == (2023,)


def test_quoted_words_with_the_word_for_the_text_are_searched_for(understander: Understander) -> None:
    query = understander.understand("光明 “知识产权人民调解委员会” 原文")
    assert (query.intent, query.words) == (Intent.SEARCH, ("知识产权人民调解委员会",))
    assert understander.understand("光明 行政复议 原文").intent is Intent.SOURCE


@pytest.mark.parametrize("message", ["巴南最近一年⚖️机构队伍村居的法律顾问", "光明📈复议🙏多少❤️件"])
def test_pictures_are_no_words(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.words, query.unread) == ((), ())
