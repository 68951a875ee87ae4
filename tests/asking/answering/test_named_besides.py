"""What a question names only to say of whom or of what it asks is not missing; what it asks for by itself is."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

CERTIFIED = "全县公证处全年办结公证案件940件,涉及资产总额3.1亿元"
TESTED = "组织全县干部职工开展民法典学考暨学法考试,参与率98%"
TRACKED = "批准社区矫正对象佩戴电子定位手环8人"
TAUGHT = "培训骨干120人,培养法律明白人310名"
RATE = {"kind": Kind.RATE}
FIGURES = (
    Told(CERTIFIED, "940件", "公证", "办结公证案件", 940),
    Told(CERTIFIED, "3.1亿元", "公证", "公证涉及资产总额", 310_000_000, "元", {"kind": Kind.MONEY}),
    Told(TESTED, "98%", "普法宣传", "干部职工学法考试参与率", 98, "%", RATE),
    Told(TRACKED, "8人", "社区矫正", "批准社区矫正对象佩戴电子定位手环", 8, "人"),
    Told(TAUGHT, "120人", "普法宣传", "培训骨干", 120, "人"),
    Told(TAUGHT, "310名", "普法宣传", "培养法律明白人", 310, "名"),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("公证处全年经手的资产值多少钱", "3.1亿元"),
        ("民法典学法考试的参与率多少", "98%"),
        ("戴手环的社矫人员有几个", "8人"),
    ],
)
async def test_what_only_says_of_whom_is_not_missing(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    "message",
    [
        "公证处的资产有多少钱",  # what they have
        "公证处和经手的资产分别多少",
        "公证处有几家，经手的资产值多少钱",
        "司法鉴定所全年经手的公证资产值多少钱",
        "涉外公证处经手的资产值多少钱",
        "宪法学法考试的参与率多少",
        "民法典宣传的参与率多少",
        "民法典学法考试的合格率多少",
        "戴手环的在册社矫人员有几个",
        "戴手环的社矫人员占多少",
        "法律明白人培训了多少场",
        "公证处培养了法律明白人多少名",
        "人民调解员培养了法律明白人多少名",
    ],
)
async def test_what_is_asked_for_by_itself_is_missing(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
