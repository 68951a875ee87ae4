"""A figure that accounts for all that a question says is its answer; one that leaves anything open is not."""

from __future__ import annotations

import re

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Status
from tests.asking.answering.telling import Ask, Told

TALKS = "组织驻村律师举办农家书屋普法讲堂62场"
GEAR = "为各调解室配备远程听证一体机18套"
REVIEWED = "经复审,有3份乡镇规范性文件需要重新发布"
VETERANS = "全市退役军人人民调解员共调解案件240宗,其中化解历史积案27宗"
OPINIONS = "对招商项目、重大政府合同等提出法律论证意见75条"
PAPERS = "审核核实和参与起草部门权责清单14份"
FILES = "抽查社区矫正对象考勤台账310人次"
TAKEN = "市法律援助中心受理法律援助案件930宗,其中受理军人军属类法律援助案件44宗"
LISTED = "汇编网格员应知应会法条手册240条"
CHOSEN = "选聘乡村振兴驻点律所9家"
FIGURES = (
    Told(LISTED, "240条", "普法宣传", "汇编网格员应知应会法条手册", 240, "条"),
    Told(CHOSEN, "9家", "法律顾问", "选聘乡村振兴驻点律所", 9, "家"),
    Told(TALKS, "62场", "普法宣传", "驻村律师举办农家书屋普法讲堂", 62, "场"),
    Told(GEAR, "18套", "人民调解", "配备人民调解远程听证一体机", 18, "套"),
    Told(REVIEWED, "3份", "规范性文件", "需要重新发布的乡镇规范性文件", 3, "份"),
    Told(VETERANS, "240宗", "人民调解", "退役军人人民调解员调解案件", 240, "宗"),
    Told(VETERANS, "27宗", "人民调解", "退役军人人民调解员化解历史积案", 27, "宗"),
    Told(OPINIONS, "75条", "合法性审查", "提出法律论证意见", 75, "条"),
    Told(PAPERS, "14份", "依法治理统筹", "审核核实和参与起草部门权责清单", 14, "份"),
    Told(FILES, "310人次", "社区矫正", "抽查社区矫正对象考勤台账", 310, "人次"),
    Told(TAKEN, "930宗", "法律援助", "受理法律援助案件", 930, "宗"),
    Told(TAKEN, "44宗", "法律援助", "受理军人军属类法律援助案件", 44, "宗"),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("驻村律师办了多少场农家书屋普法讲堂", "62场"),
        ("配了几套远程听证一体机", "18套"),
        ("复审以后，有几份乡镇的规范性文件要重新发布", "3份"),
        ("那些退役军人帮忙调了多少件案子", "240宗"),
        ("退役军人调了多少案子", "240宗"),
        ("退役军人化解了多少起历史积案", "27宗"),
        ("参与起草部门权责清单几份", "14份"),
        ("法援受理案件一共多少宗", "930宗"),
        ("选聘了多少家乡村振兴驻点律所", "9家"),
        ("网格员应该懂的法条，手册里列了多少条", "240条"),
    ],
)
async def test_what_accounts_for_every_word_is_the_answer(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


async def test_two_questions_that_have_their_answers_lack_nothing(
    understander: Understander, told: tuple[Answerer, str]
) -> None:
    answerer, place = told
    asked = understander.understand(f"{place}选聘了多少家乡村振兴驻点律所、配了多少套远程听证一体机")
    parts = [await answerer.answer(part) for part in asked.parts]
    assert [part.status for part in parts] == [Status.ANSWER, Status.ANSWER]
    answer = await answerer.answer(asked)
    assert (answer.status, [fact.text for fact in answer.facts][:2]) == (Status.ANSWER, ["9家", "18套"])


@pytest.mark.parametrize(
    ("message", "told_first", "meant"),
    [
        ("抽察社区矫证考勤台张多少人次", "310人次", "抽查社区矫正对象考勤台账"),
        ("远程听正一体机几套", "18套", "配备人民调解远程听证一体机"),
        ("参与起草部门权责青单几分", "14份", "审核核实和参与起草部门权责清单"),
        ("远程听证体一机几套", "18套", "配备人民调解远程听证一体机"),
    ],
)
async def test_a_misspelt_word_is_the_one_that_the_measure_has(
    ask: Ask, message: str, told_first: str, meant: str
) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, told_first)
    heard = re.findall("按“(.+?)”理解", "\n".join(answer.query.notes))
    assert heard
    assert all(one in meant for one in heard)


@pytest.mark.parametrize(
    "message",
    [
        "驻村律师在学校办了多少场农家书屋普法讲堂",
        "女驻村律师办了多少场农家书屋普法讲堂",
        "农家书屋普法讲堂多少场",
        "驻村律师办了多少期农家书屋普法培训",
        "法院配了几套远程听证一体机",
        "维修了几套远程听证一体机",
        "复审以后，有几份街道的规范性文件要重新发布",
        "复审以后，有几份乡镇的规范性文件要修改",
        "退役军人有多少",
        "退役军人没有调解的案件多少宗",
        "退役军人调解成功的案件多少宗",
        "被采纳的法律论证意见多少条",
        "参与起草街道权责清单几份",
        "社区矫正对象手机台账抽查多少人次",
        "法援没有受理案件一共多少宗",
        "驻村法官办了多少场农家书屋普法讲堂",
        "退役园区军人调解了多少件案子",
        "法援受理重大案件一共多少宗",
        "配了几套远程仲裁一体机",
        "教师应该懂的法条，手册里列了多少条",
        "抽查社区矫正对象考勤照片多少人次",
        "法援受理未成年人案件一共多少宗",
        "法援受理案件一共多少宗 给人解答的",
        "回答过的法援受理案件多少宗",
    ],
)
async def test_what_leaves_a_word_open_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
