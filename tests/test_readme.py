"""The READMEs tell the truth: their answer and their table of commands are what the program says today."""

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]


def test_the_generated_parts_are_up_to_date() -> None:
    script = [sys.executable, "deploy/tools/readme.py", "--check"]
    done = subprocess.run(script, cwd=TOP, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, f"run deploy/tools/readme.py: {done.stdout}{done.stderr}"


def test_the_commands_of_the_readme_exist() -> None:
    makefile = (TOP / "Makefile").read_text("utf-8")
    for name in ("README.md", "README.zh-CN.md"):
        text = (TOP / name).read_text("utf-8")
        assert 'make ask Q="/compare 行政复议 光明 廉江"' in text
        for target in ("ask", "run"):
            assert f"make {target}" in text
            assert f"\n{target}: " in makefile
