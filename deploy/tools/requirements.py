"""Prints the part of constraints.txt that pyproject.toml asks for, with all that it needs in turn, hashes included.

usage: requirements.py [EXTRA …]

pip takes hashes only from a complete list of pins, and whoever just asks a question needs no type checker: so this cuts
the list down to the runtime, or to the runtime and the extras that are named.
"""

import re
import sys
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
# A pin with its hashes, then the comment lines that say which packages want it.
BLOCK = re.compile(r"^(?P<pin>(?P<name>[A-Za-z0-9._-]+)==.+(?:\n {4}--hash.+)+)(?P<via>(?:\n {4}#.*)+)", re.MULTILINE)
NAME = re.compile(r"[A-Za-z0-9._-]+")


def normal(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(extras: list[str]) -> list[str]:
    """The pins of the build backend, the runtime, the extras, and of everything that these need."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for extra in extras:
        wanted += project["project"]["optional-dependencies"][extra]
    names = {normal(match[0]) for line in wanted if (match := NAME.match(line))}

    pins, wanted_by = {}, {}
    for block in BLOCK.finditer((TOP / "constraints.txt").read_text("utf-8")):
        name = normal(block["name"])
        pins[name] = block["pin"]
        wanted_by[name] = {normal(word) for word in NAME.findall(block["via"])}
    while more := {name for name in pins if name not in names and wanted_by[name] & names}:
        names |= more
    if missing := names - pins.keys():
        sys.exit(f"constraints.txt has no pin for: {', '.join(sorted(missing))}")
    return [pins[name] for name in sorted(names)]


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1:])))  # noqa: T201
