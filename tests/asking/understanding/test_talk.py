"""Talk around a question asks nothing; what says which figures are meant is never taken for talk."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander
from bot.model import Intent

ASKED = "廉江复议收了多少"


@pytest.mark.parametrize(
    "message",
    [
        f"您好，我刚来不久，{ASKED}",
        f"我是区里电视台的记者，想确认一下：{ASKED}",
        f"不好意思问个简单的哈，{ASKED}呢",
        f"不好意思打扰您一下{ASKED}",
        f"领导催得紧，{ASKED}",
        f"我们昨晚翻遍了都没找着，{ASKED}",
        f"我妈让我问的，{ASKED}",
        f"烦请协助确认：{ASKED}",
        f"请各位同事协助提供一下，{ASKED}",
        f"[捂脸]上次忘了，{ASKED}",
        f"{ASKED}急用谢谢老师",
        f"{ASKED}，我记不清了",
        f"我在电视台上班，{ASKED}",
        f"烦请告知{ASKED}",
        f"照你们的口径，{ASKED}",
        f"呃…{ASKED}来着",
        f"我这里搜不出来，{ASKED}",
        f"{ASKED}，别搞错了啊",
        f"{ASKED}？快点",
        f"在线等，{ASKED}",
        f"想核实一下{ASKED}",
        f"想核对一下{ASKED}",
    ],
)
def test_talk_is_not_asked_about(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.topics, query.indicators, query.words) == (("行政复议",), ("行政复议/收到申请",), ())
    assert [region.own for region in query.regions] == ["廉江市"]
    assert not query.missing


@pytest.mark.parametrize(
    ("message", "word"),
    [
        (f"我要外卖员的，{ASKED}", "外卖员"),
        (f"我说的是外卖员，{ASKED}", "外卖员"),
        (f"我在写外卖员的课题，{ASKED}", "外卖员"),
        (f"领导问外卖员的{ASKED}", "外卖员"),
        (f"我们不算外卖员的，{ASKED}", "外卖员"),
        (f"麻烦您，外卖员的，{ASKED}", "外卖员"),
        (f"我只要三季度的，{ASKED}", "三季度"),
        (f"{ASKED}是记者", "记者"),
        (f"我是问外卖员，{ASKED}", "外卖员"),
        (f"我们街道的，{ASKED}", "街道"),
    ],
)
def test_what_says_which_figures_are_meant_is_kept(understander: Understander, message: str, word: str) -> None:
    assert any(word in said for said in understander.understand(message).words)


@pytest.mark.parametrize(
    "message",
    [
        "@wen_bot /查 廉江复议收了多少",
        "/ask @wen_bot 廉江复议收了多少",
        "@wen_bot，廉江复议收了多少",
        "廉江复议收了多少 @wen_bot 谢谢",
    ],
)
def test_whom_a_question_is_put_to_is_not_asked_about(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.intent, query.indicators, query.words) == (Intent.FACT, ("行政复议/收到申请",), ())


def test_what_doubts_a_figure_that_is_told_is_no_talk(understander: Understander) -> None:
    assert understander.understand("廉江复议收了252宗，麻烦您核对一下").intent is Intent.CHECK


def test_the_unit_that_a_clause_of_talk_asks_in_is_kept(understander: Understander) -> None:
    assert understander.understand("廉江法律援助，我想问一下有多少宗").units == ("宗",)


def test_a_clause_that_is_one_counted_word_is_no_talk(understander: Understander) -> None:
    assert understander.understand("廉江 法律援助 电话咨询").indicators == ("法律援助/电话咨询",)
