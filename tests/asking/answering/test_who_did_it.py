"""What people are said to have done is never told of all who do it, nor are these people counted instead."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

FIGURES = (
    Told("全县有执业律师86名", "86名", "律师管理", "执业律师", 86, "名"),
    Told("接到律师投诉4件", "4件", "律师管理", "接到律师投诉", 4),
    Told("受理法律援助案件612件", "612件", "法律援助", "受理法律援助案件", 612),
    Told("调解矛盾纠纷2200件", "2200件", "人民调解", "调解矛盾纠纷", 2200),
    Told(
        "法律服务站点解答咨询1300人次,村居法律顾问走访农户90户",
        "1300人次",
        "公共法律服务",
        "法律服务站点解答咨询",
        1300,
        "人次",
    ),
    Told("调委会排解纠纷70件,村居法律顾问开设法治讲座12场", "70件", "人民调解", "调委会排解纠纷", 70),
    Told("调委会排解纠纷70件,村居法律顾问开设法治讲座12场", "12场", "普法宣传", "村居法律顾问开设法治讲座", 12, "场"),
    Told("办结公证950件", "950件", "公证", "办结公证", 950),
    Told("举办行政执法培训5期", "5期", "行政执法", "举办行政执法培训", 5, "期"),
    Told("党员干部参加学法考试740名", "740名", "普法宣传", "党员干部参加学法考试", 740, "名"),
)


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ("律师有多少", ["86名"]),
        ("律师和公证办结各多少", ["86名", "950件"]),
        ("律师几名,法援受理几件", ["86名", "612件"]),
        ("律师投诉接到几件", ["4件"]),
        ("老师，行政执法培训几期", ["5期"]),
        ("多少党员干部参加学法考试", ["740名"]),
        ("村居法律顾问讲座几场", ["12场"]),
    ],
)
async def test_people_who_are_asked_about_are_counted(ask: Ask, message: str, texts: list[str]) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER
    assert [fact.text for fact in answer.facts][: len(texts)] == texts


@pytest.mark.parametrize(
    "message",
    [
        "律师受理法援",
        "律师受理法援多少件",
        "律师办的法援案件多少件",
        "律师调解了多少纠纷",
        "律师们办了多少公证",
        "法律顾问咨询多少人次",
        "调委会讲座几场",
        "老师行政执法培训几期",
        "给老师的行政执法培训几期",
        "有多少党员干部来听",
    ],
)
async def test_what_others_did_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
    assert not {"86名", "4件"} & {fact.text for fact in answer.facts[:1]}


async def test_what_others_did_is_no_plain_answer_behind_another_question(ask: Ask) -> None:
    answer = await ask("老师培训几期", after="行政执法培训几期")
    assert answer.status is not Status.ANSWER
