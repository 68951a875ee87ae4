"""`fazhi run` beside data that broke since the last load: it serves what it had, and says so where its log goes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.processes import environment
from tests.terminal.conftest import Fazhi


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The service with its page's address; what it says on standard error lies in `folder`/log when it has ended."""
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=folder,
            env=environment(WEB_ADDRESS="127.0.0.1:0", **settings),
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
        )
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+/", process.stdout.readline())
            assert found, (folder / "log").read_text("utf-8")
            yield found.group(), process
        finally:
            process.terminate()
            process.communicate(timeout=30)


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        ("reports/sources.toml", "[[report]]\n"),
        ("corrections/lianjiang-2024.toml", '[[drop]]\ntext = "没有这个数字"\n'),
    ],
)
def test_it_serves_what_it_had_and_names_what_is_wrong(
    fazhi: Fazhi, data_copy: Path, tmp_path: Path, file: str, broken: str
) -> None:
    settings = {"DATA_DIR": str(data_copy), "STATE_DIR": str(tmp_path / "own")}
    assert fazhi("load", **settings).returncode == 0
    path = data_copy / file
    path.write_text(f"{path.read_text('utf-8')}\n{broken}", encoding="utf-8")
    refused = fazhi("load", "--json", **settings)
    assert refused.returncode == 1
    assert [wrong["file"] for wrong in json.loads(refused.stdout)["rejected"]] == [file]
    with running(tmp_path, **settings) as (page, process):
        with urllib.request.urlopen(f"{page}api/ask?q=%E5%BB%89%E6%B1%9F%E5%A4%8D%E8%AE%AE", timeout=30) as answer:
            assert "252宗" in answer.read().decode()
        assert process.poll() is None
    assert f"仍用上次载入的数据：{file}:" in (tmp_path / "log").read_text("utf-8")
