"""Who passed something on to the place asked about, who is sued or guided, what a meeting settled, who came last."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Kind, Modality, Status
from tests.asking.answering.telling import Told

COMPLAINED = "全年接到公证投诉案件8宗,其中省厅转办3宗"
SUED = "承办以县政府为被告的行政诉讼案件57宗"
SETTLED = "召开重大疑难案件合议会议11场,议定29宗社区矫正案件"
HOPED = "确保2024年家事纠纷调解成功率保持在96%以上"
TAUGHT = "录制法律课堂15期"
GUIDED = "指导乡镇、部门开展公平竞争审查73件次"
TALKED = "对法治考核连续三年排名后五位的单位负责人进行约谈"
FIGURES = (
    Told(GUIDED, "73件次", "合法性审查", "指导乡镇、部门开展公平竞争审查", 73, "件次"),
    Told(TALKED, "三年", "依法治理统筹", "法治考核连续排名后五位约谈的年限", 3, "年", {"kind": Kind.DURATION}),
    Told(TALKED, "后五位", "依法治理统筹", "约谈的法治考核排名", 5, "名", {"kind": Kind.RANK}),
    Told(COMPLAINED, "8宗", "公证", "接到公证投诉案件", 8, "宗"),
    Told(COMPLAINED, "3宗", "公证", "接到省厅转办公证投诉案件", 3, "宗"),
    Told(SUED, "57宗", "行政应诉", "承办以县政府为被告的行政诉讼案件", 57, "宗"),
    Told(SETTLED, "11场", "社区矫正", "召开社区矫正重大疑难案件合议会议", 11, "场"),
    Told(SETTLED, "29宗", "社区矫正", "议定社区矫正案件", 29, "宗"),
    Told(
        HOPED,
        "96%以上",
        "人民调解",
        "家事纠纷调解成功率",
        96,
        "%",
        {"kind": Kind.RATE, "modality": Modality.TARGET, "period": 2024},
    ),
    Told(TAUGHT, "15期", "普法宣传", "录制法律课堂", 15, "期"),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("省司法厅转给{}的公证投诉有几件", "3宗"),
        ("省厅转给{}多少公证投诉", "3宗"),
        ("省厅移交给{}的公证投诉几宗", "3宗"),
        ("{}重大疑难案件合议会定了多少宗案子", "29宗"),
        ("{}重大疑难案件合议会定下来几宗", "29宗"),
        ("{}重大疑难案件合议会开了几场", "11场"),
        ("{}接下来一年家事纠纷调解成功率打算保持在多少", "96%以上"),
        ("{}指导各乡镇和部门搞公平竞争审查，有多少件次", "73件次"),
        ("{}指导各乡镇、各部门开展公平竞争审查多少件次", "73件次"),
        ("{}法治考核连续几年排倒数几名的要被约谈", "三年"),
        ("{}法治考核连着几年排后几位的，单位负责人要被约谈？", "三年"),
        ("{}法侓课堂录了几期", "15期"),
    ],
)
async def test_what_was_asked_for_is_told(
    understander: Understander, told: tuple[Answerer, str], message: str, first: str
) -> None:
    answerer, place = told
    answer = await answerer.answer(understander.understand(message.format(place)))
    assert (answer.status, [fact.text for fact in answer.facts[:1]]) == (Status.ANSWER, [first])


@pytest.mark.parametrize(
    "message",
    [
        "{}转给省厅的公证投诉几宗",
        "市司法局转给{}的公证投诉几宗",
        "司法部转给{}的公证投诉几宗",
        "省信访局转给{}的公证投诉几宗",
        "{}转给公安的公证投诉几宗",
        "省厅转给{}的律师投诉几宗",
        "{}各部门被人告了多少宗",
        "{}各乡镇让人告了多少宗",
        "{}律师被人告了几次",
        "{}县政府被人告了输了几宗",
        "{}人民调解重大疑难案件合议会定了几宗",
        "{}合议会驳回了几宗案件",
        "{}各乡镇公平竞争审查多少件次",
        "{}指导各乡镇公平竞争审查多少件次",
        "{}法治考核连续几年排前几名的要被约谈",
        "{}接下来打算让律师人数达到多少",
    ],
)
async def test_nothing_of_others_is_told(understander: Understander, told: tuple[Answerer, str], message: str) -> None:
    answerer, place = told
    answer = await answerer.answer(understander.understand(message.format(place)))
    assert answer.status is not Status.ANSWER
