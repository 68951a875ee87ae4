"""A clause that only sets the scene of what is asked behind it asks nothing itself, where the sentence tells it."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

RAID = "牵头开展食品药品和危化运输执法领域突出问题整治工作,梳理线索45条,约谈企业12家"
SWEPT = "开展乡镇行政规范性文件集中清理,排查现行文件310件,废止26件"
WEEKS = "举办“6·26”禁毒宣传周、防艾宣传月等活动60余场"
BOTH = "镇街法律顾问举办法律沙龙或培训88场"
BOOKS = "向学校发放宪法书籍800份"
GREW = "县政府法律顾问办公室办理各类法律意见210件,比上年增长7%"
HANDED = "发放反诈年画、纪念用品900份"
FIGURES = (
    Told(HANDED, "900份", "普法宣传", "发放反诈年画、纪念用品", 900, "份"),
    Told(RAID, "45条", "行政执法", "梳理行政执法线索", 45, "条"),
    Told(RAID, "12家", "行政执法", "约谈企业", 12, "家"),
    Told(SWEPT, "310件", "规范性文件", "规范性文件排查现行文件", 310, "件"),
    Told(SWEPT, "26件", "规范性文件", "规范性文件废止", 26, "件"),
    Told(WEEKS, "60余场", "普法宣传", "举办“6·26”禁毒宣传周、防艾宣传月等活动", 60, "场"),
    Told(BOTH, "88场", "法律顾问", "镇街法律顾问举办法律沙龙或培训", 88, "场"),
    Told(BOOKS, "800份", "普法宣传", "发放宪法书籍", 800, "份"),
    Told(GREW, "210件", "法律顾问", "县政府法律顾问办公室办理法律意见", 210, "件"),
    Told(GREW, "7%", "法律顾问", "县政府法律顾问办公室办理法律意见比上年增长", 7, "%", {"kind": Kind.CHANGE}),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("食品药品和危化运输执法整治，梳理了多少条线索", "45条"),
        ("清理规范性文件，一共排查了多少件，废止了多少件", "310件"),
        ("禁毒宣传周、防艾宣传月这些活动办了多少场", "60余场"),
        ("镇街法律顾问办了几场法律沙龙和培训", "88场"),
        ("宪法的书发了多少份", "800份"),
        ("发了多少份反诈年画和纪念用品", "900份"),
        ("县政府法律顾问办公室办的法律意见比上年增长了多少", "7%"),
    ],
)
async def test_what_sets_the_scene_asks_nothing(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    "message",
    [
        "网约车和危化运输执法整治，梳理了多少条线索",
        "食品药品和危化运输执法整治，移送了多少条线索",
        "食品药品和危化运输执法整治，梳理了多少条涉企线索",
        "食品药品和危化运输执法检查，处罚了多少家企业",
        "清理规范性文件，修改了多少件",
        "清理合同，一共排查了多少件",
        "禁毒宣传周、反诈宣传月这些活动办了多少场",
        "镇街法律顾问办了几场法律沙龙和讲座",
        "县级法律顾问办了几场法律沙龙和培训",
        "刑法的书发了多少份",
        "发了多少份反诈年画和调查问卷",
        "发了多少份反诈手册和纪念用品",
        "宪法的书回收了多少份",
        "县政府法律顾问办公室办的合同审查比上年增长了多少",
    ],
)
async def test_what_the_sentence_does_not_tell_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
