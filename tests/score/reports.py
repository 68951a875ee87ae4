"""The reports with hand-made answers, read by the reader and compared."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from bot.model import Mention
from bot.model.lines import mention_from_line
from bot.reading.reader import Reader
from tests.score.scoring import Difference, Tally, compare

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
REPORTS = ROOT / "data" / "reports"
LEXICON = ROOT / "data" / "lexicon"
FLOOR = Path(__file__).parent / "floor.toml"


def scored() -> dict[str, tuple[Tally, list[Difference]]]:
    """For each report with a gold file: its counts and what differs."""
    reader = Reader.load(LEXICON)
    known = {entry["id"]: entry for entry in _sources()}
    result = {}
    for path in sorted(GOLD.glob("*.jsonl")):
        entry = known[path.stem]
        text = (REPORTS / f"{path.stem}.txt").read_text(encoding="utf-8")
        found = reader.mentions(text, year=int(entry["year"]), region=str(entry["region"]))
        result[path.stem] = compare(text, _gold(path), found)
    return result


def _sources() -> list[dict[str, str | int]]:
    entries: list[dict[str, str | int]] = tomllib.loads((REPORTS / "sources.toml").read_text(encoding="utf-8"))[
        "report"
    ]
    return entries


def _gold(path: Path) -> list[Mention]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [mention_from_line(json.loads(line)) for line in lines if line.strip()]


def overall(results: dict[str, tuple[Tally, list[Difference]]]) -> Tally:
    """The counts of all reports together."""
    total = Tally()
    for tally, _ in results.values():
        total.add(tally)
    return total


def floor() -> dict[str, float]:
    """The figures that landed last: none may fall below."""
    figures: dict[str, float] = tomllib.loads(FLOOR.read_text(encoding="utf-8"))["overall"]
    return figures
