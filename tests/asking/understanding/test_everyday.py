"""Everyday turns of speech are put plainly before a question is read; what narrows stays as it was said."""

from __future__ import annotations

import pytest

from bot.asking.understanding.cutting.everyday import with_turns_plain
from bot.words.lexicon import Lexicon
from tests.answers import lexicon

__all__ = ["lexicon"]


def _plain(text: str, lexicon: Lexicon) -> str:
    return with_turns_plain(text, [topic.name for topic in lexicon.topics], lexicon.alike.has_others)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("真立上案的有几宗", "真立案的有几宗"),
        ("结成案的有几宗", "结案的有几宗"),
        ("报告备上案的有几份", "报告备案的有几份"),
        ("调委会接下多少纠纷", "调委会接下了多少纠纷"),
        ("把疙瘩解开的有几宗", "解开疙瘩的有几宗"),
        ("给人解答了几次", "解答了几次"),
        ("替当事人要回多少钱", "要回多少钱"),
        ("替双方减少多少损失", "挽回多少损失"),
        ("通过法律援助要回多少钱", "法律援助要回多少钱"),
        ("每个村的律师办了多少讲座", "村法律顾问办了多少讲座"),
        ("派往各个社区的法律顾问有几位", "社区法律顾问有几位"),
        ("派到村里和社区的律师有几位", "村社区法律顾问有几位"),
        ("几位老师兼着法治副校长的差事", "几位老师担任法治副校长"),
        ("普及了几个村子", "普及了几个村"),
        ("花名册上的志愿者有几位", "在册志愿者有几位"),
        ("立法目录里列进了几件事", "立法目录里列入几个事项"),
        ("叫响了几个调解的牌子", "叫响了几个调解的品牌"),
        ("一件仲裁案能快几天", "平均每件仲裁案能快几天"),
        ("群众把青山区政府告到法院的有几件", "青山以区政府为被告的有几件"),
        ("法律援助惠及的百姓有多少人", "法律援助受援人有多少人"),
        ("法援帮到了多少群众", "法援受援人有多少人"),
        ("讲师出面调解了几件", "讲师调解了几件"),
        ("局长没亲自出庭的有几件", "局长没出庭的有几件"),
        ("对象几年没发生过脱管", "对象几年没有脱管"),
        ("那次普查,前后持续了多久", "那次普查时长多久"),
        ("村、社区的网格员有几名", "村社区的网格员有几名"),
    ],
)
def test_an_everyday_turn_is_put_plainly(lexicon: Lexicon, said: str, meant: str) -> None:
    assert _plain(said, lexicon) == meant


@pytest.mark.parametrize(
    "said",
    [
        "立了案件台账几份",
        "没把疙瘩说清的有几宗",
        "接下来打算办几场",
        "给残疾人解答了几次",
        "给企业解答了几次",
        "替残疾人要回多少钱",
        "法律援助的损失减少了多少",
        "避免多少损失",
        "通过合法性审查的文件几份",
        "每个村的律师有几位",
        "每个村的律师各办了多少讲座",
        "各街道的律师办了多少讲座",
        "派到学校的律师有几位",
        "派到企业的法律顾问有几位",
        "目录里删了几件事",
        "目录里列进了几件事项",
        "摘了几个调解的牌子",
        "获了几个普法的牌子",
        "一件仲裁案晚几天",
        "企业把区政府告上法院的有几件",
        "区政府把企业告上法院的有几件",
        "法律援助惠及的残疾人有多少人",
        "法律援助惠及了多少群众代表",
        "法律援助讲座惠及的群众有多少人",
        "亲自出庭的有几件",
        "几年发生过脱管",
        "几年没发生过投诉",
        "村、社区的网格员各有几名",
    ],
)
def test_what_narrows_stays_as_it_was_said(lexicon: Lexicon, said: str) -> None:
    assert _plain(said, lexicon) == said
