"""What the bot says about itself, from the one command table."""

from __future__ import annotations

from bot.words.commands import BY_NAME, COMMANDS, Role

_COMPARE = BY_NAME["compare"]

EXAMPLE = _COMPARE.example

SECOND_PLACE = f"对比至少要两个地方，或同一个地方的两个年份。例如：{_COMPARE.example}"

HELP = "\n".join(
    (
        "从司法局公开的年度报告里查数字，每个数字都附原文出处。",
        "直接问就行，例如：光明区2024年收到多少行政复议案件？",
        "也可以用命令，中文名一样能用（如 /对比）：",
        *(
            f"· {command.alias}，例如：{command.example}"
            for command in COMMANDS
            if command.role is Role.EVERYONE and command.name != "help"
        ),
    )
)
