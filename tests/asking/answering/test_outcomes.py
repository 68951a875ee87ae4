"""Who asks how something came out is told nothing that only says how many there were."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander
from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

SUED = "办理以县政府为被告的行政诉讼案件80件,办理一审行政诉讼案件60件"
EXAMINED = "组织渔政干部、网格员参加学法考试700名,渔政干部学法考试优秀率90%"
DEFENDED = "村社区法律顾问代理诉讼案件33宗"
PROPOSED = "建议停业整顿鉴定机构3家"
FIGURES = (
    Told(PROPOSED, "3家", "司法鉴定", "建议停业整顿鉴定机构", 3, "家"),
    Told(SUED, "80件", "行政应诉", "办理以县政府为被告的行政诉讼案件", 80),
    Told(SUED, "60件", "行政应诉", "办理一审行政诉讼案件", 60),
    Told(EXAMINED, "700名", "普法宣传", "渔政干部、网格员参加学法考试", 700, "名"),
    Told(EXAMINED, "90%", "普法宣传", "渔政干部学法考试优秀率", 90, "%", {"kind": Kind.RATE}),
    Told(DEFENDED, "33宗", "法律顾问", "村(社区)法律顾问代理诉讼案件", 33, "宗"),
)


@pytest.mark.parametrize(
    "message",
    [
        "县政府当被告败诉了几件",
        "县政府被人告上法庭输没输过",
        "镇街被人告了几宗",
        "渔政干部学法考试有几名考过了",
        "以县政府为被告的行政诉讼败诉率多少",
        "一审行政诉讼胜诉率是多少",
        "建议停业整顿的最后停业了几家",
        "县政府当被告的行政诉讼案件输了多少件",
        "县政府被诉案件赢了几件",
        "一审行政诉讼案件败诉几件",
        "渔政干部学法考试的合格率",
        "渔政干部学法考试不及格的有几名",
        "村社区法律顾问代理诉讼胜诉几宗",
        "村社区法律顾问代理诉讼撤诉几宗",
    ],
)
async def test_how_many_there_were_is_no_outcome(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is Status.NONE


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("县政府当被告几件", "80件"),
        ("县政府被人告了几回", "80件"),
        ("县政府让人告上法庭几宗", "80件"),
        ("县政府当被告多少件,败诉多少件", "80件"),
        ("渔政干部学法考试优秀率", "90%"),
        ("村社区法律顾问代理诉讼几宗", "33宗"),
    ],
)
async def test_what_is_told_is_shown(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == first


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("廉江民告官的官司政府输了几件", ()),
        ("廉江行政诉讼案件败诉几件", ()),
        ("廉江市政府当被告输了几件", ("市政府",)),
    ],
)
def test_all_cases_narrow_no_outcome(understander: Understander, message: str, words: tuple[str, ...]) -> None:
    assert understander.understand(message).words == words
