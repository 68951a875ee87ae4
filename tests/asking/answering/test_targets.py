"""Results and the targets beside them, over the shipped reports."""

from __future__ import annotations

from pathlib import Path

from bot.app import open_app
from bot.config import Settings
from bot.model import MissingKind, Status

TOGETHER = {
    # Of two years, the one that only a target is for lacks no report.
    "巴南2023年实际出庭应诉率多少，2024年目标多少": (Status.ANSWER, ["99.3%", "90%以上"], None),
    "巴南2024年出庭应诉率目标和2023年实际，请一并列出": (Status.ANSWER, ["99.3%", "90%以上"], None),
    "巴南2024年出庭应诉率目标和实际": (Status.PARTIAL, ["90%以上"], MissingKind.YEAR),
    "巴南行政争议实质化解 实际完成 vs 明年目标": (Status.ANSWER, ["90%以上", "80%以上"], None),
    # What narrows a result may be none of the target's, but a street's target is not the district's.
    "巴南部门镇街的败诉率实际多少，全市考核指标又是多少": (Status.PARTIAL, ["3%", "12%"], MissingKind.INDICATOR),
    "巴南南泉街道的败诉率实际多少，考核指标又是多少": (Status.NONE, [], MissingKind.INDICATOR),
}


async def test_results_and_targets_are_answered_together(tmp_path: Path) -> None:
    async with open_app(Settings(state_dir=tmp_path)) as app:
        for message, (status, figures, lack) in TOGETHER.items():
            answer = (await app.desk.answer(message)).answer
            assert (answer.status, [fact.text for fact in answer.facts]) == (status, figures), message
            assert (answer.missing[0].kind if answer.missing else None) is lack, message
