"""One thing that is asked for of several: each is told by itself, or said to be missing."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

TRAINED = "组织骨干执法培训4期、新兵执法培训7期"
CHECKED = "审查镇级合同83份、园区合同29份"
KEPT = "现行有效的区政府规范性文件52个、部门规范性文件31个"
FIGURES = (
    Told(TRAINED, "4期", "行政执法", "骨干执法培训", 4, "期"),
    Told(TRAINED, "7期", "行政执法", "新兵执法培训", 7, "期"),
    Told(CHECKED, "83份", "合法性审查", "审查镇级合同", 83, "份"),
    Told(CHECKED, "29份", "合法性审查", "审查园区合同", 29, "份"),
    Told(KEPT, "52个", "规范性文件", "现行有效的区政府规范性文件", 52, "个"),
    Told(KEPT, "31个", "规范性文件", "现行有效的部门规范性文件", 31, "个"),
)


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ("行政执法培训，骨干的和新兵的各有几期", ["4期", "7期"]),
        ("行政执法培训，新兵和骨干各有多少期", ["7期", "4期"]),
        ("现行有效的规范性文件，区政府一级的和部门一级的各有多少个", ["52个", "31个"]),
        ("合同审查，园区的和镇级的各有多少份", ["29份", "83份"]),
    ],
)
async def test_each_has_its_figure(ask: Ask, message: str, texts: list[str]) -> None:
    answer = await ask(message)
    assert (answer.status, [fact.text for fact in answer.facts][:2]) == (Status.ANSWER, texts)


@pytest.mark.parametrize(
    ("message", "text", "lost"),
    [
        ("行政执法培训，骨干的和辅警的各有几期", "4期", "辅警"),
        ("行政执法培训，网格员和新兵各有几期", "7期", "网格"),
        ("合同审查，园区的和高校的各有多少份", "29份", "高校"),
        ("现行有效的规范性文件，部门的和镇街的各有多少个", "31个", "镇街"),
        ("现行有效的规范性文件，市政府的和部门的各有多少个", "31个", "现行有效"),
    ],
)
async def test_what_one_of_them_lacks_is_said(ask: Ask, message: str, text: str, lost: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.PARTIAL, text)
    assert any(lost in missing.why for missing in answer.missing)


@pytest.mark.parametrize("message", ["行政执法培训，辅警的和网格员的各有几期", "合同审查，高校的和医院的各有多少份"])
async def test_none_of_them_is_told_of_others(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
    assert not answer.facts or answer.missing
