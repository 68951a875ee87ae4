"""Words that people put in the midst of others, or say for others, cost no figure; those that narrow still do."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Context, Understander
from bot.model import Status
from tests.asking.answering.telling import Ask, Told

FIGURES = (
    Told("行政机关负责人出庭应诉214件", "214件", "行政应诉", "行政机关负责人出庭应诉", 214),
    Told("党组书记讲党课6次", "6次", "党的建设", "党组书记讲党课", 6, "次"),
    Told("社区法律顾问参与普法宣传活动37场", "37场", "普法宣传", "社区法律顾问参与普法宣传活动", 37, "场"),
    Told("社区法律顾问审查合同58份", "58份", "法律顾问", "社区法律顾问审查合同", 58, "份"),
    Told("聘请律所担任法律顾问9家", "9家", "法律顾问", "聘请法律顾问律所", 9, "家"),
    Told("举办助企复工法律讲座13场", "13场", "普法宣传", "举办助企复工法律讲座", 13, "场"),
    Told("议定社区矫正案件26件", "26件", "社区矫正", "议定社区矫正案件", 26),
    Told("开展社区矫正心理健康疏导8次", "8次", "社区矫正", "开展社区矫正心理健康疏导", 8, "次"),
    Told("在线法律咨询430人次", "430人次", "公共法律服务", "在线法律咨询", 430, "人次"),
    Told("填写廉政风险登记表57份", "57份", "党的建设", "填写廉政风险登记表", 57, "份"),
    Told("法律援助受援人总数910人", "910人", "法律援助", "法律援助受援人总数", 910, "人"),
    Told("接到省厅转办公证投诉案件7件", "7件", "公证", "接到省厅转办公证投诉案件", 7),
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("当官的亲自出庭应诉多少件", "214件"),
        ("官员自己上法庭应诉几件", "214件"),
        ("党组书记登台讲了几次党课", "6次"),
        ("社区那几个法律顾问审了多少份合同", "58份"),
        ("请了几家律锁做法律顾问", "9家"),
        ("帮企业复工的法律讲座搞了几场", "13场"),
        ("社矫案件开会定下来几件", "26件"),
        ("网上解答过法律问题多少人次", "430人次"),
        ("社矫心里健康疏导搞了几次", "8次"),
        ("得到法律援助的群众一共有多少人", "910人"),
        ("公证投诉里省厅转来的有几件", "7件"),
        ("烦请协助核实：网上法律咨询多少人次", "430人次"),
    ],
)
async def test_other_words_for_the_same_find_it(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts][:1] == [text]


@pytest.mark.parametrize(
    "message",
    [
        "当官的不出庭多少件",
        "退休的官员出庭应诉多少件",
        "教育局当官的上法庭多少件",
        "当官的受处分多少人",
        "党组书记没登台讲党课几次",
        "办公室主任登台讲了几次党课",
        "社区那几个法律顾问帮人起诉几件",
        "请了几家律锁做破产管理人",
        "帮学校复课的法律讲座搞了几场",
        "社矫案件开会没定下来几件",
        "上门解答过法律问题多少人次",
        "网上给老年人解答过法律问题多少人次",
        "廉政风险自查表填了几份",
        "廉政风险承诺表填了几份",
        "得到法律援助的残疾群众有多少人",
        "公证投诉里信访局转来的有几件",
    ],
)
async def test_what_narrows_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER


@pytest.mark.parametrize(
    ("first", "text"),
    [("社区法律顾问审查合同多少份", "37场"), ("社矫案件议定几件", "")],
)
async def test_who_takes_part_is_who_was_named_before(
    understander: Understander, told: tuple[Answerer, str], first: str, text: str
) -> None:
    answerer, place = told
    before = understander.understand(f"{place}{first}")
    then = understander.understand("参与普法活动几场", Context(previous=before))
    assert any("法律顾问" in topic for topic in then.topics) is bool(text)
    answer = await answerer.answer(then)
    assert not text or answer.facts[0].text == text


@pytest.mark.parametrize("then", ["参加行政执法培训的多少人次", "参加法考的考生多少", "参与普法活动的志愿者几名"])
def test_who_came_to_something_is_not_who_was_named_before(understander: Understander, then: str) -> None:
    before = understander.understand("东莞社区法律顾问审查合同多少份")
    assert "法律顾问" not in understander.understand(then, Context(previous=before)).topics
