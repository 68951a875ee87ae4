"""Words that only the reports know, badly typed."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

STOOD = "卫健局受理信访请求17件"
FIGURES = (
    Told(STOOD, "17件", "政务公开与监督", "受理信访请求", 17, more={"subject": "卫健局"}),
    Told("布置农家普法书屋19间", "19间", "普法宣传", "布置农家普法书屋", 19, "间"),
    Told("律师捐款23万元", "23万元", "律师管理", "律师捐款", 230000, "元", {"kind": Kind.MONEY}),
    Told("形成调研初稿6份", "6份", "依法治理统筹", "形成调研初稿", 6, "份"),
    Told("拍摄普法舞台剧7部", "7部", "普法宣传", "拍摄普法舞台剧", 7, "部"),
    Told("培育法治带头人52名", "52名", "普法宣传", "培育法治带头人", 52, "名"),
    Told("开展渔民法律需求走访31次", "31次", "公共法律服务", "开展渔民法律需求走访", 31, "次"),
    Told("办结行政复议案件77件", "77件", "行政复议", "办结行政复议案件", 77),
    Told("“援助服务率”位列主城区第二", "第二", "法律援助", "“援助服务率”主城区位次", 2, "名", {"kind": Kind.RANK}),
    Told("推行“亮灯入户”占全县71%", "71%", "行政执法", "“亮灯入户”占全县比重", 71, "%", {"kind": Kind.RATE}),
    Told("开展圆桌说法议事28次", "28次", "普法宣传", "开展圆桌说法议事", 28, "次"),
    Told("演出普法小品15场", "15场", "普法宣传", "演出普法小品", 15, "场"),
    Told("打造特色调解品牌4个", "4个", "人民调解", "打造特色调解品牌", 4, "个"),
)


@pytest.mark.parametrize(
    ("message", "first", "note"),
    [
        ("普法舞抬剧拍了几部", "7部", "按“舞台剧”理解“舞抬剧”"),
        ("法治头带人多少名", "52名", "按“法治带头人”理解“法治头带人”"),
        ("调解品牖几个", "4个", "按“品牌”理解“品牖”"),
        ("援助服务率在主成区排第几", "第二", "按“主城区”理解“主成区”"),
        ("农家普法书物几间", "19间", "按“书屋”理解“书物”"),
        ("卫建局受理信访请求几件", "17件", "按“卫健局”理解“卫建局”"),
        ("形成的调研初高几份", "6份", "按“初稿”理解“初高”"),
        ("亮登入户占全县比例", "71%", "按“亮灯”理解“亮登”"),
        ("园桌说法议事多少次", "28次", "按“圆桌”理解“园桌”"),  # rare, and beside what it is told beside
        ("普法小瓶演出几场", "15场", "按“小品”理解“小瓶”"),
        ("行政复议安子办结多少件", "77件", "按“行政复议案件”理解“行政复议安子”"),
    ],
)
async def test_a_slip_is_heard_and_said(ask: Ask, message: str, first: str, note: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, first)
    assert note in answer.query.notes


@pytest.mark.parametrize(
    "message",
    [
        "普法短片拍了几部",  # a word of its own
        "调解品相几个",
        "调解品质几个",
        "法治代办人多少名",
        "普法短信多少条",
        "果民法律需求走访几次",  # neither sounds nor looks alike
        "非民法律需求走访几次",
        "渔村法律需求走访几次",
        "卫监局受理信访请求几件",  # another body, though it sounds so
        "教育局受理信访请求几件",
        "卫生局受理信访请求几件",
        "书物几间",
        "园桌多少次",
        "园桌会议多少次",
        "演出小瓶几场",
        "禁毒小瓶演出几场",
        "普法小贩演出几场",
        "卷款多少万元",  # rare, but a word of its own
        "党员卷款多少万元",
        "干部观赏多少人次",
        "亮牌入户占全县比例",
    ],
)
async def test_another_word_is_no_slip(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
    assert not any("理解" in note for note in answer.query.notes)
