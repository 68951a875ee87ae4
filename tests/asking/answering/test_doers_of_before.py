"""Who is said to have done the first thing that a message asks for did the next one as well: it is not told of all."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

TAKEN_UP = "社区法律顾问受理矛盾纠纷410件，化解成功372件"
FIGURES = (
    Told(TAKEN_UP, "410件", "法律顾问", "社区法律顾问受理矛盾纠纷", 410),
    Told(TAKEN_UP, "372件", "法律顾问", "社区法律顾问化解矛盾纠纷成功", 372),
    Told("人民调解成功2980件", "2980件", "人民调解", "人民调解成功", 2980),
    Told("村（社区）法律顾问代写法律文书83份", "83份", "法律顾问", "村（社区）法律顾问代写法律文书", 83, "份"),
    Told("法律顾问承办法律援助案件29件", "29件", "法律顾问", "法律顾问承办法律援助案件", 29),
    Told("社区法律顾问开展线上法律服务640次", "640次", "法律顾问", "社区法律顾问开展线上法律服务", 640, "次"),
    Told("受理法律援助案件871件", "871件", "法律援助", "受理法律援助案件", 871),
    Told("受理行政复议申请158件", "158件", "行政复议", "受理行政复议申请", 158),
    Told("调解矛盾纠纷3120件", "3120件", "人民调解", "调解矛盾纠纷", 3120),
)


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ("社区法律顾问代写了多少份文书，又办了多少件法律援助", ["83份", "29件"]),
        ("村居法律顾问代写了多少份文书，还承办了多少件法援", ["83份", "29件"]),
        ("社区法律顾问 受理矛盾纠纷多少件 化解成功多少件", ["410件", "372件"]),
        ("社区法律顾问代写文书多少份，以及办理多少件法律援助案件", ["83份", "29件"]),
        ("社区法律顾问代写了多少份文书？全区办了多少件法律援助", ["83份", "871件"]),
        ("全区受理了多少件行政复议，又调解了多少件纠纷", ["158件", "3120件"]),
    ],
)
async def test_next_thing_is_told_of_the_same_people(ask: Ask, message: str, texts: list[str]) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER
    assert [fact.text for fact in answer.facts][: len(texts)] == texts


@pytest.mark.parametrize(
    ("message", "wide"),
    [
        ("社区法律顾问代写了多少份文书，又办了多少件行政复议", "158件"),
        ("社区法律顾问代写了多少份文书，还调解了多少件纠纷", "3120件"),
        ("调解员调解了多少件纠纷，又办了多少件法律援助", "871件"),
        ("司法所调解了多少件纠纷，还办了多少件行政复议", "158件"),
    ],
)
async def test_what_all_did_is_no_plain_answer_for_them(ask: Ask, message: str, wide: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
    assert wide not in {fact.text for fact in answer.facts[:2]}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("又办了多少件法律援助", "29件"),
        ("线上法律服务做了多少次", "640次"),
        ("网上法律服务开展了多少次？", "640次"),
        ("全区办了多少件法律援助", "871件"),
        ("行政复议受理了多少件", "158件"),
    ],
)
async def test_follow_up_goes_on_with_the_same_people(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message, after="社区法律顾问代写了多少份文书")
    assert answer.status is Status.ANSWER
    assert answer.facts[0].text == text


@pytest.mark.parametrize("message", ["又办了多少件行政复议", "夜间法律服务做了多少次"])
async def test_follow_up_tells_nothing_that_they_did_not_do(ask: Ask, message: str) -> None:
    answer = await ask(message, after="社区法律顾问代写了多少份文书")
    assert answer.status is not Status.ANSWER


@pytest.mark.parametrize(
    ("message", "text"),
    [("那代写的有多少份", "83份"), ("代写的文书呢", "83份"), ("那代写了多少份", "83份")],
)
async def test_what_was_done_besides_is_asked_of_the_people_before(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message, after="社区法律顾问开展线上法律服务多少次")
    assert [fact.text for fact in answer.facts[:1]] == [text]


async def test_what_they_are_not_told_to_have_done_is_none_of_all(ask: Ask) -> None:
    answer = await ask("那调解的有多少件", after="社区法律顾问开展线上法律服务多少次")
    assert answer.status is not Status.ANSWER
    # 调解员 do what their topic is about.
    answer = await ask("调解了多少件", after="有多少人民调解员")
    assert [fact.text for fact in answer.facts[:1]] == ["3120件"]
