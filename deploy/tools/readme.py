"""Writes what can be generated into both READMEs: the real answer to their first command, and the table of commands.

usage: readme.py [--check]
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bot.words.commands import COMMANDS, Command, Role

TOP = Path(__file__).resolve().parents[2]
QUESTION = "/compare 行政复议 光明 廉江"


def answer() -> str:
    """What the first command of the README prints, indented as a block of code."""
    with tempfile.TemporaryDirectory() as state:
        command = [sys.executable, "-m", "bot", "ask", QUESTION]
        environment = os.environ | {"STATE_DIR": state}
        done = subprocess.run(  # noqa: S603 - our own command
            command, cwd=TOP, env=environment, capture_output=True, check=True, encoding="utf-8"
        )
    return "\n".join(f"    {line}".rstrip() for line in done.stdout.rstrip().splitlines())


def table(chinese: bool) -> str:
    """The commands as a Markdown table."""
    head = ("命令", "中文", "做什么", "例子") if chinese else ("command", "in Chinese", "what it does", "example")

    def cells(command: Command) -> tuple[str, ...]:
        line = command.line if chinese else command.english
        return f"`/{command.name}`", f"`/{command.alias}`", line, f"`{command.example}`"

    rows = [head, ("---",) * 4, *(cells(command) for command in COMMANDS if command.role is not Role.BOT_ADMIN)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def filled(text: str, answered: str, chinese: bool) -> str:
    """A README's text with its generated parts made anew."""
    for part, content in (("answer", answered), ("commands", table(chinese))):
        marks = re.compile(rf"(<!-- {part}: [^>]*-->\n).*?(<!-- /{part} -->)", re.DOTALL)
        text, count = marks.subn(lambda found, content=content: f"{found[1]}\n{content}\n\n{found[2]}", text)  # type: ignore[misc]
        if count != 1:
            sys.exit(f"a README has {count} places for the generated part {part}")
    return text


def main() -> int:
    """Writes the parts, or says which README is behind."""
    answered = answer()
    behind = []
    for name, chinese in (("README.md", False), ("README.zh-CN.md", True)):
        path = TOP / name
        text = path.read_text("utf-8")
        new = filled(text, answered, chinese)
        if new != text:
            behind.append(name)
            if "--check" not in sys.argv[1:]:
                path.write_text(new, "utf-8")
    sys.stdout.writelines(f"{name}\n" for name in behind)
    return 1 if behind and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
