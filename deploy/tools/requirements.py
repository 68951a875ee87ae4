"""Prints what pyproject.toml asks for, one requirement a line: what runs the project, and each extra that is named.

usage: requirements.py [EXTRA …]
"""

import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def requirements(extras: list[str]) -> list[str]:
    """The build backend, the runtime dependencies and those of the extras."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    wanted = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for extra in extras:
        wanted += project["project"]["optional-dependencies"][extra]
    return wanted


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in requirements(sys.argv[1:]))
