"""`fazhi extract` as a whole process: lines for programs on one stream, what is uncertain on the other."""

import json
from pathlib import Path

from tests.terminal.conftest import Fazhi

PROSE = "各调解组织共调解纠纷312件，成功305件。\n"


def test_a_guessed_year_is_said_beside_the_lines(fazhi: Fazhi, tmp_path: Path) -> None:
    file = tmp_path / "工作情况.txt"
    file.write_text(PROSE, encoding="utf-8")

    guessed = fazhi("extract", str(file), "--jsonl")
    assert "没有找到年度" in guessed.stderr
    assert [json.loads(line)["value"] for line in guessed.stdout.splitlines()] == [312, 305]

    told = fazhi("extract", str(file), "--year", "2021", "--region", "衢州市", "--jsonl")
    assert "没有找到年度" not in told.stderr
    assert {json.loads(line)["period"] for line in told.stdout.splitlines()} == {2021}


def test_a_file_that_cannot_be_read_is_one_line_and_exit_code_1(fazhi: Fazhi, tmp_path: Path) -> None:
    file = tmp_path / "报告.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    done = fazhi("extract", str(file), "--jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1
