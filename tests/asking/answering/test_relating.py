"""How two figures of one place relate: worked out, or why not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.answering.telling.relating import with_stated
from bot.model import Answer, Asked, Intent, Kind, Missing, MissingKind, Query, Relation, Status
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.asking.answering.telling import Ask, Told

HEARD = "全年审结行政复议案件80件，其中听证审理5件，占审结案件的6.3%"
FIGURES = (
    Told(HEARD, "80件", "行政复议", "审结行政复议案件", 80),
    Told(HEARD, "5件", "行政复议", "听证审理行政复议案件", 5),
    Told(HEARD, "6.3%", "行政复议", "听证审理行政复议案件占审结案件比例", 6.3, "%", {"kind": Kind.RATE}),
    Told("受理法律援助案件90件", "90件", "法律援助", "受理法律援助案件", 90),
    Told(
        "民事三类合计占受理总数的七成", "七成", "法律援助", "法律援助合计占受理总数比例", 70, "%", {"kind": Kind.RATE}
    ),
    Told(
        "涉土地和涉房屋加起来占受理总数的五成",
        "五成",
        "行政复议",
        "行政复议加起来占受理总数比例",
        50,
        "%",
        {"kind": Kind.RATE},
    ),
)
GUANGMING, LIANJIANG = "440311", "440881"


@pytest.fixture
def relate(answerer: Answerer, places: Places) -> Any:
    """Relate two indicators of a place: relate(code, relation, one, other, **fields of the question)."""

    async def answer(code: str, relation: Relation, *indicators: str, **fields: Any) -> Answer:
        region = places.get(code)
        assert region
        parts = [_of(region, name, fields.get("years", ())) for name in indicators]
        topics = tuple(dict.fromkeys(topic for part in parts for topic in part.topics))
        names = tuple(name for part in parts for name in part.indicators)
        query = Query(
            intent=Intent.FACT,
            topics=topics,
            indicators=names,
            asked=(Asked(region),),
            parts=tuple(parts),
            relation=relation,
            **fields,
        )
        return await answerer.answer(query)

    return answer


def _of(region: Any, name: str, years: tuple[int, ...]) -> Query:
    topic, _, indicator = name.partition("/")
    indicators = (name,) if indicator else ()
    return Query(intent=Intent.FACT, topics=(topic,), indicators=indicators, asked=(Asked(region),), years=years)


@pytest.mark.parametrize(
    ("code", "relation", "one", "other", "text", "formula"),
    [
        (
            LIANJIANG,
            Relation.SHARE,
            "行政复议/审结",
            "行政复议/受理",
            "审结行政复议案件约相当于受理行政复议案件的57.3%（推算）",
            "121 ÷ 211",
        ),
        (
            LIANJIANG,
            Relation.MULTIPLE,
            "行政执法/行政处罚",
            "行政执法/行政许可",
            "行政处罚约为行政许可的1.84倍（推算）",
            "5168 ÷ 2808",
        ),
        (
            LIANJIANG,
            Relation.PROPORTION,
            "行政执法/行政许可",
            "行政执法/行政处罚",
            "行政处罚约为行政许可的1.84倍（推算）",
            "5168 ÷ 2808",
        ),
        (
            LIANJIANG,
            Relation.DIFFERENCE,
            "行政执法/行政许可",
            "行政执法/行政处罚",
            "相差2360宗（推算）",
            "5168 − 2808",
        ),
        (
            GUANGMING,
            Relation.SHARE,
            "行政复议/审结",
            "行政复议/受理",
            "审结行政复议案件约相当于受理行政复议案件的71.4%（推算）",
            "15 ÷ 21",
        ),
    ],
)
async def test_figures_that_are_like_for_like_are_related(
    relate: Any, code: str, relation: Relation, one: str, other: str, text: str, formula: str
) -> None:
    answer = await relate(code, relation, one, other)
    assert answer.status is Status.ANSWER
    assert len(answer.facts) == 2
    assert (answer.derived[0].text, answer.derived[0].formula) == (text, formula)
    assert set(answer.derived[0].sources) == {fact.id for fact in answer.facts}


@pytest.mark.parametrize(
    ("code", "relation", "one", "other", "why"),
    [
        (LIANJIANG, Relation.PROPORTION, "律师管理/律师事务所", "法律顾问/村居法律顾问", "单位不同（家、名）"),
        (LIANJIANG, Relation.SHARE, "行政复议/受理", "行政复议/审结", "还多，不是其中的一部分"),
        (GUANGMING, Relation.MULTIPLE, "行政复议/收到申请", "行政应诉/应诉案件", "年份不同（2020年、2024年）"),
        (LIANJIANG, Relation.SHARE, "行政复议/审结", "法律援助/受理案件", "不是同一主题的数字（行政复议、法律援助）"),
        (LIANJIANG, Relation.MULTIPLE, "行政复议/受理", "人民调解/涉及金额", "不是同一类数字"),
        (LIANJIANG, Relation.MULTIPLE, "行政复议/受理", "行政复议/受理", "同一个数字"),
    ],
)
async def test_figures_that_are_not_make_nothing_and_why_is_said(
    relate: Any, code: str, relation: Relation, one: str, other: str, why: str
) -> None:
    answer = await relate(code, relation, one, other)
    assert answer.status is Status.PARTIAL
    assert answer.facts
    assert not [each for each in answer.derived if "倍" in each.text or "相当于" in each.text]
    assert why in answer.missing[-1].why


async def test_a_rate_that_the_report_states_is_the_answer(relate: Any) -> None:
    answer = await relate(LIANJIANG, Relation.SHARE, "人民调解/调解成功", "人民调解/受理", kinds=(Kind.RATE,))
    assert (answer.facts[0].text, answer.derived) == ("99.5%", ())


async def test_where_one_of_two_is_lacking_nothing_is_related(relate: Any) -> None:
    answer = await relate(LIANJIANG, Relation.SHARE, "行政复议/调解和解", "行政复议/审结", kinds=(Kind.RATE,))
    assert (answer.status, answer.derived) == (Status.NONE, ())
    assert "调解和解" in answer.missing[0].why


async def test_a_share_that_the_report_states_is_told_and_not_worked_out(ask: Ask) -> None:
    answer = await ask("听证审理的复议案件占审结的百分之几")
    assert [fact.text for fact in answer.facts] == ["6.3%", "5件", "80件"]
    assert not answer.derived


async def test_where_a_share_is_stated_nothing_is_said_to_be_not_worked_out(ask: Ask, lexicon: Lexicon) -> None:
    told = await ask("听证审理的复议案件占审结的百分之几")
    lack = Missing("占比", MissingKind.INDICATOR, "没有推算占比：不都是准数")
    hindered = replace(told, status=Status.PARTIAL, groups=told.groups[1:], missing=(lack,))
    answer = with_stated(hindered, told.facts, lexicon)
    assert (answer.status, answer.missing, answer.facts) == (Status.ANSWER, (), told.facts)


async def test_the_share_of_another_whole_is_none(ask: Ask) -> None:
    answer = await ask("听证审理的复议案件占受理法律援助案件的百分之几")
    assert "6.3%" not in [fact.text for fact in answer.facts]


@pytest.mark.parametrize("message", ["受理了多少行政复议案件", "行政复议受理", "行政复议受理几件"])
async def test_a_share_of_all_is_not_how_many_there_are(ask: Ask, message: str) -> None:
    assert "五成" not in [fact.text for fact in (await ask(message)).facts], message
