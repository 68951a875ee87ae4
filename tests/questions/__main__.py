"""Ask the whole desk a set of questions of our own and say how many it answers right: `python -m tests.questions`.

Half of the set (`tune`) was used to find mistakes, the other half (`held`) only to report. With `--all`, the answers
that are wrong are printed for both halves, else for the first.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.questions.asking import asked_all


def main() -> int:
    """Print the figures; 1 when any question of the tuning half is answered wrong."""
    with tempfile.TemporaryDirectory() as folder:
        results = asyncio.run(asked_all(Path(folder)))
    show_all = "--all" in sys.argv
    for half in ("tune", "held"):
        part = [result for result in results if result.question.half == half]
        for kind, chosen in (
            ("answerable", [r for r in part if r.question.expect]),
            ("unanswerable", [r for r in part if not r.question.expect]),
        ):
            right = sum(not result.wrong for result in chosen)
            print(f"{half} {kind}: {right} of {len(chosen)}")  # noqa: T201
        for result in part:
            if result.wrong and (show_all or half == "tune"):
                after = f" (after {result.question.after})" if result.question.after else ""
                print(f"  {result.question.id}. {result.question.text}{after}: {result.wrong}\n     {result.shown}")  # noqa: T201
    return int(any(result.wrong for result in results if result.question.half == "tune"))


if __name__ == "__main__":
    sys.exit(main())
