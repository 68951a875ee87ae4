"""A character that nobody writes there is put right by what the reports measure; words and other texts stay."""

from __future__ import annotations

import pytest

from bot.asking.understanding.cutting.in_context import InContext

MEASURES = (
    "县长办公会研究法治议题",
    "水事纠纷实质化解率",
    "“亮灯入户”检查覆盖面",
    "未成年人法治教育基地",
    "普法阵地建设",
    "执法物证检查",
)
WORDS = frozenset({"研究", "议题", "纠纷", "检查", "时间", "教育", "基地", "法制"})


def _looks_like(one: str, other: str) -> bool:
    return {one, other} == {"末", "未"}


@pytest.fixture(scope="module")
def in_context() -> InContext:
    return InContext(MEASURES, WORDS.__contains__, _looks_like)


@pytest.mark.parametrize(
    ("typed", "meant", "noted"),
    [
        ("水事纠分实质化解率多少", "水事纠纷实质化解率多少", ("按“事纠纷实质”理解“事纠分实质”",)),
        ("亮登入户检查", "亮灯入户检查", ("按“亮灯入户”理解“亮登入户”",)),
        (
            "水事纠分实质，亮登入户",
            "水事纠纷实质，亮灯入户",
            ("按“事纠纷实质”理解“事纠分实质”", "按“亮灯入户”理解“亮登入户”"),
        ),
    ],
)
def test_a_slip_is_put_right_and_said(in_context: InContext, typed: str, meant: str, noted: tuple[str, ...]) -> None:
    assert in_context.mend(typed) == (meant, noted)


@pytest.mark.parametrize(
    "typed",
    [
        "水事纠纷实质化解率",  # as it is told
        "末成年人法制教育",  # a word of its own, and nothing stands before the first character
        "亮牌入户检查",  # neither sounds nor looks alike
        "亮登",  # too little around it
        "执法无证检查",  # denies
        "普法阵的建设",  # a particle
        "亮登入户，亮登入户，亮登入户，亮登入户",  # more than slips
    ],
)
def test_other_texts_stay(in_context: InContext, typed: str) -> None:
    assert in_context.mend(typed) == (typed, ())
