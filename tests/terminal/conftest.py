"""The command line as a whole process, as a person or another program runs it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from tests.golden import ROOT
from tests.processes import environment

Fazhi = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def shared_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One state folder for all that only reads, so that the facts are loaded once."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture
def fazhi(shared_state: Path) -> Fazhi:
    """Runs `python -m bot` with arguments; `stdin`, where its output goes, and settings by keyword."""

    def run(
        *arguments: str, stdin: str = "", stdout: IO[str] | int = subprocess.PIPE, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=shared_state,
            env=environment(**{"STATE_DIR": str(shared_state), **settings}),
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=120,
        )

    return run


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """A data folder of the test's own, to break."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("fonts")))
