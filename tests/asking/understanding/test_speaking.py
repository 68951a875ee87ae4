"""What somebody says of himself, to us, or how he puts a question asks nothing; what he asks about stays."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander

ASKED = "廉江法律援助受理多少宗"


@pytest.mark.parametrize(
    "clause",
    [
        "你肯定晓得",
        "傍晚之前给我",
        "打搅勿怪",
        "谢谢支持",
        "感谢指正",
        "厚着脸皮问下",
        "认真问一句",
        "斗胆请教一下",
        "我替朋友问的",
        "不然要挨批",
        "帮个忙",
        "记性差",
        "换个问法",
    ],
)
def test_what_is_said_between_us_is_not_asked_about(understander: Understander, clause: str) -> None:
    for message in (f"{ASKED}，{clause}", f"{clause}，{ASKED}"):
        query = understander.understand(message)
        assert (query.indicators, query.words, query.missing) == (("法律援助/受理案件",), (), ()), message


@pytest.mark.parametrize(
    "clause",
    [
        "我问离婚",
        "我想看涉外",
        "我要退休",
        "您帮我看退回",
        "我就要跨境",
        "你说工伤",
        "我们街道",
        "涉外的问下",
        "麻烦查下赌博",
        "麻烦看下退休",
        "麻烦查下学生",
        "感谢信",
        "跪着",
        "打赌",
        "自愿",
        "见过面的",
        "临时",
    ],
)
def test_what_may_narrow_is_kept(understander: Understander, clause: str) -> None:
    query = understander.understand(f"{ASKED}，{clause}")
    assert query.words or query.missing or query.indicators != ("法律援助/受理案件",)
