"""Broken data: the file, the line and the reason, exit code 1, and the database as it was."""

import json
import re
from pathlib import Path

import pytest

from tests.golden import reports
from tests.terminal.conftest import Fazhi

QUESTION = ("ask", "光明 行政复议 收到", "--json")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("reports/sources.toml", 'adcode = "440881"', 'adcode = "44x881"'),
        ("reports/sources.toml", "year = 2024", "year = "),
        ("lexicon/topics.toml", "[[topic]]", "[[topic"),
        ("facts/guangming-2024.jsonl", '"583宗"', '"584宗"'),
    ],
)
def test_a_broken_file_is_named_and_nothing_changes(
    fazhi: Fazhi, data_copy: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    settings = {"DATA_DIR": str(data_copy), "STATE_DIR": str(tmp_path / "own")}
    assert fazhi("load", **settings).returncode == 0
    path = data_copy / file
    whole = path.read_text("utf-8")
    assert old in whole
    path.write_text(whole.replace(old, new, 1), encoding="utf-8")

    for command in (("load",), QUESTION):
        done = fazhi(*command, **settings)
        assert done.returncode == 1
        complaint = done.stderr.strip().splitlines()[-1]
        assert re.search(rf"{Path(file).name}:\d+: .", complaint)
        assert "Traceback" not in done.stderr

    path.write_text(whole, encoding="utf-8")
    again = json.loads(fazhi("load", "--json", **settings).stdout)
    assert not again["added"], "the old database was lost"
    assert set(again["unchanged"]) == set(reports())


def test_a_report_file_that_is_gone_is_named(fazhi: Fazhi, data_copy: Path, tmp_path: Path) -> None:
    (data_copy / "reports" / "lianjiang-2024.txt").unlink()
    done = fazhi(*QUESTION, DATA_DIR=str(data_copy), STATE_DIR=str(tmp_path / "own"))
    assert done.returncode == 1
    assert "lianjiang-2024" in done.stderr


def test_a_load_says_what_it_did(fazhi: Fazhi, data_copy: Path, tmp_path: Path) -> None:
    settings = {"DATA_DIR": str(data_copy), "STATE_DIR": str(tmp_path / "own")}
    first = json.loads(fazhi("load", "--json", **settings).stdout)
    assert set(first["added"]) == set(reports())
    second = json.loads(fazhi("load", "--json", **settings).stdout)
    assert (set(second["unchanged"]), second["added"]) == (set(reports()), [])
