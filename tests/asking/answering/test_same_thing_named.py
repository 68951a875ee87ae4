"""A figure of the very thing that is named, in a row or by a name that ends alike, is told without a remark."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

SEEN = "开展规范性文件清理4次,修订11件,宣布废止或失效26件"
BUILT = "建成市级少儿法治文化教育基地2个,县级法治文化宣传教育基地6个"
RUN = "“滨执法”平台累计办理执法案件5200件"
LOOKED = "检查公证处7家"
FIGURES = (
    Told(SEEN, "4次", "规范性文件", "开展规范性文件清理", 4, "次"),
    Told(SEEN, "11件", "规范性文件", "规范性文件修订", 11),
    Told(SEEN, "26件", "规范性文件", "规范性文件宣布废止或失效", 26),
    Told(BUILT, "2个", "普法宣传", "建成市级少儿法治文化教育基地", 2, "个"),
    Told(BUILT, "6个", "普法宣传", "建成县级法治文化宣传教育基地", 6, "个"),
    Told(RUN, "5200件", "行政执法", "“滨执法”平台累计办理执法案件", 5200),
    Told(LOOKED, "7家", "公证", "检查公证处", 7, "家"),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("梳理文件，废止和失效的有多少件", "26件"),
        ("有几个县级的法治文化教育基地", "6个"),
        ("滨执法 办理案件", "5200件"),
        ("检察过几家公证处", "7家"),
    ],
)
async def test_it_is_told_without_a_remark(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    "message",
    [
        "梳理文件，废止和重发的有多少件",
        "梳理文件，失效的和合并的有多少件",
        "梳理文件，废止和修订的有多少件",
        "有几个乡级的法治文化教育基地",
        "有几个县级的法治文化实践基地",
        "有几个县级的青少年法治文化教育基地",
        "有几个县级的廉政文化教育基地",
        "滨执法 撤销案件",
        "滨执法 移动端 办理案件",
        "滨执法 办理处罚案件",
        "岭执法 办理案件",
        "检察院检察过几家公证处",
    ],
)
async def test_another_thing_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
