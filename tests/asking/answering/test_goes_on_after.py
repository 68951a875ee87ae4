"""What a question leaves unsaid because the one before it said it: whose figure, what was done, what it is one of."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

COMPLAINED = "收到公证投诉12件,其中市公证协会转办3件"
HEARD = "律师调解员共调解纠纷140件,化解跨省疑难纠纷16件"
CALLED = "“夜间议事”平台聚焦9个民生领域,形成清单47张"
FIGURES = (
    Told(COMPLAINED, "12件", "公证", "收到公证投诉", 12),
    Told(COMPLAINED, "3件", "公证", "收到市公证协会转办公证投诉", 3),
    Told(HEARD, "140件", "人民调解", "律师调解员调解纠纷", 140),
    Told(HEARD, "16件", "人民调解", "律师调解员化解跨省疑难纠纷", 16),
    Told(CALLED, "9个", "行政执法", "聚焦民生领域", 9, "个"),
    Told(CALLED, "47张", "行政执法", "“夜间议事”平台形成交办单", 47, "张"),
)


@pytest.mark.parametrize(
    ("message", "after", "told_first"),
    [
        ("市公证协会转过来的有几件", "收到几件公证投诉", "3件"),
        ("其中跨省疑难的化解了几件", "律师调解员调解了多少纠纷", "16件"),
    ],
)
async def test_it_is_told_without_a_remark(ask: Ask, message: str, after: str, told_first: str) -> None:
    answer = await ask(message, after)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    ("message", "after"),
    [
        ("省公证协会转过来的有几件", "收到几件公证投诉"),
        ("市公证协会转过来的有几件", "收到几件公证咨询"),
        ("市公证协会转过来的查实几件", "收到几件公证投诉"),
        ("其中跨省疑难的化解了几件", "退休教师调解了多少纠纷"),
        ("其中跨省疑难的化解了几件", "全县调解了多少纠纷"),
        ("其中跨市疑难的化解了几件", "律师调解员调解了多少纠纷"),
        ("其中跨省疑难的移送了几件", "律师调解员调解了多少纠纷"),
        ("其中跨省疑难的没化解几件", "律师调解员调解了多少纠纷"),
        ("其中公证员化解跨省疑难的几件", "律师调解员调解了多少纠纷"),
    ],
)
async def test_what_was_not_said_before_keeps_its_remark(ask: Ask, message: str, after: str) -> None:
    answer = await ask(message, after)
    assert answer.status is not Status.ANSWER


async def test_the_second_question_of_a_message_goes_on_too(ask: Ask) -> None:
    answer = await ask("夜间议事平台聚焦了多少个民生领域,出了多少张交办单")
    assert (answer.status, [fact.text for fact in answer.facts]) == (Status.ANSWER, ["9个", "47张"])


@pytest.mark.parametrize(
    "message",
    [
        "夜间议事平台聚焦了多少个民生领域,出了多少张督办单",
        "夜间议事平台聚焦了多少个民生领域,镇街出了多少张交办单",
        "晨间议事平台聚焦了多少个民生领域,出了多少张交办单",
    ],
)
async def test_what_another_question_said_is_none_of_it(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
