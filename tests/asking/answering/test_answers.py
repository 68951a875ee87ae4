"""What is answered, from which year, beside what, and what is said to be missing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.answering.telling.helping import SECOND_PLACE
from bot.model import Answer, Asked, Choice, Intent, Kind, Missing, MissingKind, Modality, Query, Status
from bot.words.places import Places

GUANGMING, LIANJIANG, BAOAN, ZHANJIANG = "440311", "440881", "440306", "440800"


@pytest.fixture
def ask(answerer: Answerer, places: Places) -> Any:
    """Ask by codes: ask(codes, topics=…, …)."""

    async def answer(*codes: str, intent: Intent = Intent.FACT, **fields: Any) -> Answer:
        asked = tuple(Asked(region) for code in codes if (region := places.get(code)))
        return await answerer.answer(Query(intent=intent, asked=asked, **fields))

    return answer


def _texts(answer: Answer) -> list[str]:
    return [fact.text for fact in answer.facts]


async def test_a_comparison_lines_up_the_same_indicator_and_shows_relatives(ask: Any) -> None:
    answer = await ask(GUANGMING, LIANJIANG, intent=Intent.COMPARE, topics=("行政复议",))
    assert answer.status is Status.ANSWER
    assert [fact.text for fact in answer.groups[0].facts] == ["583宗", "252宗"]
    assert {"3.38倍", "42%", "211宗", "121宗"} <= set(_texts(answer))
    assert [(d.text, d.formula) for d in answer.derived] == [
        ("相差331宗（推算）", "583 − 252"),
        ("光明区约为廉江市的2.31倍（推算）", "583 ÷ 252"),
    ]


async def test_a_repeated_figure_is_shown_once_from_where_it_has_no_cut_off(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("行政复议",))
    received = [fact for fact in answer.facts if fact.text == "583宗"]
    assert [fact.claim.asof for fact in received] == [""]


async def test_last_years_figure_is_worked_out_no_finer_than_its_inputs_allow(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("行政复议",), indicators=("行政复议/收到申请",))
    (implied,) = answer.derived
    assert (implied.text, implied.formula, implied.value) == ("去年同期约172宗（推算）", "583 ÷ 3.38", 172)
    assert implied.low == pytest.approx(172.23, abs=0.01)
    assert implied.high == pytest.approx(172.74, abs=0.01)
    assert set(implied.sources) <= {fact.id for fact in answer.facts}


async def test_without_a_year_the_newest_report_that_has_the_figure_answers(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("行政复议",), indicators=("行政复议/审结",))
    assert _texts(answer)[0] == "15宗"
    assert {fact.report for fact in answer.facts} == {"guangming-2020"}
    assert any("2024年报告没有" in caveat for caveat in answer.caveats)


async def test_a_year_that_was_asked_for_never_falls_back(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("行政复议",), indicators=("行政复议/审结",), years=(2024,))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert [missing.kind for missing in answer.missing] == [MissingKind.INDICATOR]
    answer = await ask(GUANGMING, topics=("行政复议",), years=(2019,))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert answer.missing == (Missing("2019", MissingKind.YEAR, "没有光明区2019年的报告；现有：2024年、2020年"),)


async def test_a_place_without_a_report_is_missing_and_the_rest_is_answered(ask: Any) -> None:
    answer = await ask(BAOAN, GUANGMING, intent=Intent.COMPARE, topics=("行政复议",))
    assert answer.status is Status.PARTIAL
    assert {fact.report for fact in answer.facts} == {"guangming-2024"}
    assert [(m.asked, m.kind) for m in answer.missing] == [("宝安", MissingKind.REGION)]
    alone = await ask(BAOAN, topics=("行政复议",))
    assert (alone.status, alone.facts) == (Status.NONE, ())
    assert "光明区" in alone.missing[0].why


async def test_the_year_before_a_report_is_asked_of_that_report(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("行政复议",), years=(2023,))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert "光明区2024年 行政复议 去年同期" in [choice.ask for choice in answer.choices]
    before = await ask(GUANGMING, topics=("行政复议",), years=(2024,), modality=Modality.PRIOR)
    assert [figure.text for figure in before.derived] == ["去年同期约172宗（推算）"]


async def test_a_city_whose_county_has_a_report_says_so_and_offers_it(ask: Any) -> None:
    answer = await ask(ZHANJIANG, topics=("行政复议",))
    assert [choice.ask for choice in answer.choices] == ["廉江市 行政复议"]
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert "廉江市" in answer.missing[0].why


async def test_a_topic_that_a_report_does_not_mention_is_missing_with_what_there_is(ask: Any) -> None:
    answer = await ask(LIANJIANG, topics=("公证",))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert answer.missing[0].kind is MissingKind.TOPIC
    assert "法律援助" in answer.missing[0].why


async def test_only_figures_that_hold_the_questions_own_words_answer(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("社区矫正",), words=("电子手环",))
    assert _texts(answer)[0] == "6人"
    answer = await ask(GUANGMING, topics=("行政复议",), words=("海事",))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert answer.missing[0].asked == "海事"


async def test_targets_and_results_never_mix(ask: Any) -> None:
    results = await ask(GUANGMING, topics=("普法宣传",), years=(2020,))
    assert {fact.claim.modality for fact in results.facts} == {Modality.ACTUAL}
    targets = await ask(GUANGMING, topics=("普法宣传",), modality=Modality.TARGET)
    assert {fact.claim.modality for fact in targets.facts} == {Modality.TARGET}
    assert (await ask(LIANJIANG, topics=("普法宣传",), modality=Modality.TARGET)).status is Status.NONE


async def test_a_rate_is_answered_beside_what_is_counted(ask: Any) -> None:
    settled = ("人民调解/调解成功", "人民调解/调解成功率")
    answer = await ask(LIANJIANG, topics=("人民调解",), indicators=settled, units=("件",))
    assert (answer.status, _texts(answer)[:2]) == (Status.ANSWER, ["3766宗", "99.5%"])


async def test_different_years_are_said_and_not_subtracted(ask: Any) -> None:
    answer = await ask(GUANGMING, LIANJIANG, intent=Intent.COMPARE, topics=("法律援助",))
    assert [fact.text for fact in answer.groups[0].facts] == ["380宗", "1688宗"]
    assert answer.derived == ()
    assert any(caveat.startswith("年份不同") for caveat in answer.caveats)


async def test_a_trend_lines_up_years_of_one_place(ask: Any) -> None:
    answer = await ask(GUANGMING, intent=Intent.TREND, topics=("党的建设",), indicators=("党的建设/支委会",))
    assert _texts(answer)[:2] == ["12次", "15次"]
    assert [d.text for d in answer.derived] == ["2024年比2020年增加3次（推算）"]
    alone = await ask(LIANJIANG, intent=Intent.TREND, topics=("行政复议",))
    assert "只有2024年的报告有数字，看不出变化" in alone.caveats


async def test_a_kind_narrows_a_topic(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("行政复议",), kinds=(Kind.MULTIPLE,))
    assert _texts(answer)[0] == "3.38倍"


async def test_two_things_of_one_place_stand_beside_each_other(ask: Any) -> None:
    answer = await ask(LIANJIANG, intent=Intent.COMPARE, topics=("人民调解", "法律援助"))
    assert answer.status is Status.ANSWER
    assert {"人民调解", "法律援助"} <= {fact.claim.topic for fact in answer.facts}


async def test_a_ranking_takes_what_there_is_of_two_things_that_the_words_may_mean(ask: Any) -> None:
    unheard, there = "行政复议/不予受理", "律师管理/律师事务所"
    for identities in ((unheard, there), (there, unheard)):
        answer = await ask(intent=Intent.RANK, indicators=identities)
        assert (answer.status, answer.facts[0].text) == (Status.ANSWER, "22家")


async def test_rank_puts_the_largest_first(ask: Any) -> None:
    answer = await ask(intent=Intent.RANK, topics=("法律援助",))
    assert _texts(answer) == ["1688宗", "380宗"]
    answer = await ask(intent=Intent.RANK, topics=("公证",))
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_search_shows_sentences_and_cites_their_figures(ask: Any) -> None:
    answer = await ask(intent=Intent.SEARCH, words=("法治前哨站",))
    assert answer.status is Status.ANSWER
    assert all("法治前哨站" in passage.text for passage in answer.passages)
    assert "88个" in _texts(answer)
    assert (await ask(intent=Intent.SEARCH, words=("量子计算",))).status is Status.NONE
    assert (await ask(BAOAN, intent=Intent.SEARCH, words=("复议",))).status is Status.NONE
    assert (await ask(intent=Intent.SEARCH)).status is Status.HELP


async def test_a_fact_id_leads_to_its_paragraph_and_a_changed_one_to_nothing_else(ask: Any) -> None:
    fact = (await ask(LIANJIANG, topics=("行政复议",))).facts[0]
    answer = await ask(intent=Intent.SOURCE, target=fact.id)
    assert answer.facts == (fact,)
    assert fact.claim.quote in answer.passages[0].text
    changed = await ask(intent=Intent.SOURCE, target=fact.id[:-6] + "000000")
    assert (changed.status, changed.facts) == (Status.NONE, ())
    assert "出处已更新" in changed.missing[0].why
    unknown = await ask(intent=Intent.SOURCE, target="nowhere-1-abcdef")
    assert (unknown.status, "出处已更新" in unknown.missing[0].why) == (Status.NONE, False)


async def test_a_comparison_of_one_place_and_an_unknown_name_say_what_to_do(ask: Any) -> None:
    alone = await ask(GUANGMING, intent=Intent.COMPARE, topics=("行政复议",))
    assert (alone.status, alone.query.notes) == (Status.ANSWER, (SECOND_PLACE,))
    assert _texts(alone)[0] == "583宗"
    unknown = Missing("火星", MissingKind.REGION, "没有这个地方")
    answer = await ask(intent=Intent.COMPARE, topics=("行政复议",), missing=(unknown,))
    assert (answer.status, answer.facts, answer.missing) == (Status.NONE, (), (unknown,))


async def test_choices_are_asked_before_anything_is_answered(ask: Any) -> None:
    answer = await ask(topics=("行政复议",), choices=(Choice("朝阳区", "北京朝阳 行政复议"),))
    assert (answer.status, answer.facts) == (Status.CLARIFY, ())


async def test_lists_name_reports_topics_and_places(ask: Any) -> None:
    assert "廉江市（2024年）" in (await ask(intent=Intent.LIST)).message
    assert "行政复议（3条）" in (await ask(LIANJIANG, intent=Intent.LIST)).message
    assert "2020年" in (await ask(intent=Intent.LIST, topics=("法律援助",))).message
    assert (await ask(BAOAN, intent=Intent.LIST)).status is Status.NONE
    strange = await ask(LIANJIANG, intent=Intent.LIST, words=("火星",), unread=("火星",))
    assert (strange.status, [lack.why for lack in strange.missing]) == (Status.PARTIAL, ["没有认出“火星”"])


async def test_a_question_about_nothing_but_targets_shows_the_targets_there_are(ask: Any) -> None:
    answer = await ask(modality=Modality.TARGET)
    assert answer.facts
    assert {fact.claim.modality for fact in answer.facts} == {Modality.TARGET}


async def test_what_is_near_an_indicator_is_shown_under_its_own_name_only(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("律师管理",), indicators=("律师管理/执业律师",), years=(2024,))
    assert answer.status is Status.ANSWER
    assert answer.facts[0].text == "193名"
    assert answer.facts[0].indicator != "律师管理/执业律师"
    assert "“通过年度考核的律师”不一定等于“执业律师”" in answer.caveats


async def test_a_question_without_a_place_is_answered_by_the_places_that_have_it(ask: Any) -> None:
    answer = await ask(words=("前哨站",), units=("场",))
    assert answer.status is Status.ANSWER
    assert {fact.report for fact in answer.facts} == {"guangming-2024"}
    assert _texts(answer)[0] == "2982场次"
    nowhere = await ask(words=("人口",))
    assert (nowhere.status, nowhere.facts, len(nowhere.missing)) == (Status.NONE, (), 1)


async def test_topics_that_places_share_are_offered_when_a_comparison_names_none(ask: Any) -> None:
    answer = await ask(GUANGMING, LIANJIANG, intent=Intent.COMPARE)
    assert answer.status is Status.HELP
    assert "/compare 法律援助 光明 廉江" in [choice.ask for choice in answer.choices] or "法律援助" in answer.message


async def test_units_that_were_named_choose_among_figures(ask: Any) -> None:
    answer = await ask(GUANGMING, topics=("社区矫正",), words=("教育学习",), units=("人次",))
    assert _texts(answer)[0] == "6012人次"


async def test_a_rate_says_nothing_of_how_many_there_are(ask: Any) -> None:
    appearing: dict[str, Any] = {"topics": ("行政应诉",), "indicators": ("行政应诉/负责人出庭应诉",)}
    assert _texts(await ask(LIANJIANG, **appearing)) == ["105%"]
    counted = await ask(LIANJIANG, **appearing, units=("件",))
    assert (counted.status, _texts(counted)) == (Status.NONE, [])
    assert "行政机关负责人出庭应诉率" in counted.missing[0].why
    closed = await ask(GUANGMING, topics=("行政复议",), indicators=("行政复议/案结事了率",), units=("件",))
    assert (closed.status, _texts(closed)) == (Status.NONE, [])
    assert "没有“行政复议案结事了率”以“件”计的数字" in closed.missing[0].why


async def test_what_is_near_to_what_is_ranked_stands_beneath_it(ask: Any) -> None:
    answer = await ask(intent=Intent.RANK, topics=("普法宣传",), indicators=("普法宣传/学法考试",))
    assert _texts(answer) == ["3859名", "843名"]
    lawyers = await ask(intent=Intent.RANK, topics=("律师管理",), indicators=("律师管理/执业律师",))
    assert "8家" not in _texts(lawyers), "firms are no lawyers"


async def test_what_ends_another_name_is_not_near(ask: Any) -> None:
    answer = await ask(LIANJIANG, topics=("行政应诉",), indicators=("行政应诉/应诉案件",), units=("件",))
    assert (answer.status, _texts(answer)) == (Status.NONE, [])


async def test_things_are_counted_as_people_by_nobody(ask: Any) -> None:
    people: dict[str, Any] = {"units": ("人", "名", "位")}
    assert _texts(await ask(GUANGMING, topics=("普法宣传",), years=(2020,), **people))[0] == "843名"
    assert _texts(await ask(LIANJIANG, topics=("重大行政决策",), **people)) == []
    assert _texts(await ask(GUANGMING, topics=("规范性文件",), years=(2024,), **people)) == [], "60个 are documents"


async def test_places_that_a_ranking_leaves_out_are_named_with_what_they_have(ask: Any) -> None:
    answer = await ask(intent=Intent.RANK, topics=("行政复议",), indicators=("行政复议/收到申请",), years=(2024,))
    assert _texts(answer) == ["583宗", "252宗"]
    older = await ask(intent=Intent.RANK, topics=("行政复议",), indicators=("行政复议/审结",), years=(2024,))
    assert _texts(older) == ["121宗"]
    assert any(caveat.startswith("没有这一项、不排名次：光明区有") for caveat in older.caveats)


async def test_of_several_things_asked_of_no_place_what_no_report_has_is_said(ask: Any) -> None:
    answer = await ask(topics=("党的建设", "公证"), indicators=("党的建设/党员人数", "公证/办理"))
    assert answer.status is Status.PARTIAL
    assert _texts(answer)[0] == "15人"
    assert [missing.why for missing in answer.missing] == ["各地报告都没有单独的“办理公证”数字"]


async def test_none_of_two_parts_answered_says_what_each_lacks(ask: Any, places: Places) -> None:
    lianjiang = places.get(LIANJIANG)
    assert lianjiang
    region = Asked(lianjiang)
    one, other = (
        Query(intent=Intent.FACT, topics=("社区矫正",), indicators=(name,), asked=(region,))
        for name in ("社区矫正/接收", "社区矫正/解除")
    )
    answer = await ask(LIANJIANG, topics=("社区矫正",), indicators=("社区矫正/解除",), parts=(one, other), each=True)
    assert answer.status is Status.NONE
    assert [missing.asked for missing in answer.missing] == ["解除社区矫正", "接收社区矫正对象"]


@pytest.mark.parametrize("said", ["环保类行政处罚多少宗", "涉企行政处罚多少宗"])
async def test_all_of_a_thing_is_not_near_to_one_kind_of_it(ask: Any, said: str) -> None:
    word = said[:2]
    answer = await ask(
        LIANJIANG, topics=("行政执法",), indicators=("行政执法/行政处罚",), words=(word,), units=("宗",), said=(said,)
    )
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_what_stands_before_an_earlier_number_makes_nothing_near(ask: Any) -> None:
    # 起草和审核文件155件，3件规范性文件依规上报备案: what is reviewed are no papers that are put on file.
    answer = await ask(LIANJIANG, topics=("规范性文件",), indicators=("规范性文件/审查",))
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_growth_that_is_missing_is_not_said_to_be_a_missing_count(ask: Any) -> None:
    growth = await ask(LIANJIANG, indicators=("行政复议/收到申请",), kinds=(Kind.CHANGE,), units=("宗",))
    assert growth.status is Status.NONE
    assert [lack.why.partition("；")[0] for lack in growth.missing] == ["廉江市2024年报告没有“收到行政复议申请”的增减"]
