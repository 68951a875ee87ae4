"""What admins publish: `STATE_DIR/library/`, one folder a revision, none of which is ever changed.

    library/000007/act.toml         who did what when
    library/000007/reports/         sources.toml and report files, as in DATA_DIR
    library/000007/corrections/     as in DATA_DIR
    library/000007/retracted.txt    ids of reports that are not shown, one a line

The folder with the highest number counts. A revision is built beside the others and renamed into place, so a process
that dies leaves the old one or the new one; unchanged files are hard links to those of the revision before. The newest
may be taken back, as long as it was never loaded.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from bot.errors import DataError
from bot.layout import LIBRARY
from bot.library.sources import Source, read_sources
from bot.model import Report
from bot.words.toml import parse_toml, quoted

SOURCES = "reports/sources.toml"
RETRACTED = "retracted.txt"
ACT = "act.toml"
LOCK_SECONDS = 30
_NUMBER = re.compile(r"\d{6}")


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of what admins published; `what`, `by` and `at` say which act made it, `key` tells acts apart."""

    number: int
    folder: Path
    what: str
    by: str
    key: str
    at: str

    @property
    def retracted(self) -> frozenset[str]:
        """Ids of reports that are not shown."""
        file = self.folder / RETRACTED
        return frozenset(file.read_text("utf-8").split()) if file.exists() else frozenset()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The reports that were published here; raises DataError."""
        file = self.folder / SOURCES
        name = f"{LIBRARY}/{self.folder.name}/{SOURCES}"
        return read_sources(file.read_text("utf-8"), name) if file.exists() else ()


def revisions(state_dir: Path) -> list[Revision]:
    """All revisions, the newest last."""
    return [_revision(folder) for folder in _folders(state_dir)]


def newest(state_dir: Path) -> Revision | None:
    """The revision that counts; None when nothing was ever published."""
    found = _folders(state_dir)
    return _revision(found[-1]) if found else None


def made_by(state_dir: Path, key: str) -> Revision | None:
    """The revision that the act of this key made; None when it has made none."""
    # Every act asks this: of thousands of revisions only those whose bytes say so are understood.
    wanted = _act_line("key", key).encode()
    candidates = (folder for folder in reversed(_folders(state_dir)) if wanted in (folder / ACT).read_bytes())
    return next((one for one in map(_revision, candidates) if one.key == key), None)


def add(state_dir: Path, change: Callable[[Path], None], *, what: str, by: str, key: str) -> Revision:
    """A new revision: the newest with a change made to its folder. What `change` raises leaves everything as it was.

    An act that made a revision before, as its key tells, makes no other: that one is returned.
    `change` must not write into files that are there, since older revisions share them: see `put`.
    """
    library = state_dir / LIBRARY
    library.mkdir(parents=True, exist_ok=True)
    with FileLock(library / ".lock", timeout=LOCK_SECONDS):
        if done := made_by(state_dir, key):
            return done
        before = newest(state_dir)
        building = library / ".building"
        shutil.rmtree(building, ignore_errors=True)
        if before:
            shutil.copytree(before.folder, building, copy_function=os.link)
        else:
            building.mkdir()
        try:
            change(building)
            at = datetime.now(UTC).isoformat(timespec="seconds")
            act = (("what", what), ("by", by), ("key", key), ("at", at))
            put(building / ACT, "".join(_act_line(name, value) for name, value in act).encode())
            folder = library / f"{(before.number if before else 0) + 1:06}"
            building.rename(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        _sync(library)
    return _revision(folder)


def rollback(state_dir: Path, number: int, *, by: str, key: str) -> Revision:
    """A new revision equal to an older one (0: to nothing published). Raises DataError when there is no such one."""
    older = next((folder for folder in _folders(state_dir) if int(folder.name) == number), None)
    if older is None and number != 0:
        raise DataError(LIBRARY, 0, f"没有第 {number} 版")

    def change(building: Path) -> None:
        shutil.rmtree(building)
        if older:
            shutil.copytree(older, building, copy_function=os.link)
        else:
            building.mkdir()

    return add(state_dir, change, what=f"回到第 {number} 版", by=by, key=key)


def take_back(state_dir: Path, made: Revision) -> None:
    """Undo a revision that was never loaded, unless another came after it."""
    library = state_dir / LIBRARY
    with FileLock(library / ".lock", timeout=LOCK_SECONDS):
        if _folders(state_dir)[-1:] == [made.folder]:
            # Away in one step: half a revision would count as one.
            building = library / ".building"
            shutil.rmtree(building, ignore_errors=True)
            made.folder.rename(building)
            shutil.rmtree(building)
            _sync(library)


def put(file: Path, content: bytes) -> None:
    """Write a file anew and to disk, whatever older revisions have under that name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sources_text(reports: list[Report]) -> str:
    """The catalogue of these reports."""
    return "\n".join(_source_text(report) for report in reports)


def _source_text(report: Report) -> str:
    values: list[tuple[str, str]] = [
        (key, quoted(getattr(report, key))) for key in ("id", "title", "issuer", "region", "adcode")
    ]
    values.append(("year", str(report.year)))
    if report.published:
        values.append(("published", report.published.isoformat()))
    if report.url:
        values += [("url", quoted(report.url)), ("url_seen", quoted(report.url_seen.value))]
    return "[[report]]\n" + "".join(f"{key} = {value}\n" for key, value in values)


def _act_line(name: str, value: str) -> str:
    return f"{name} = {quoted(value)}\n"


def _folders(state_dir: Path) -> list[Path]:
    """The folders of all revisions, the newest last."""
    folder = state_dir / LIBRARY
    return sorted(each for each in folder.iterdir() if _NUMBER.fullmatch(each.name)) if folder.is_dir() else []


def _revision(folder: Path) -> Revision:
    file = folder / ACT
    act = parse_toml(file.read_text("utf-8"), f"{LIBRARY}/{folder.name}/{ACT}")
    return Revision(int(folder.name), folder, *(str(act.get(key, "")) for key in ("what", "by", "key", "at")))


def _sync(folder: Path) -> None:
    """Make a renaming in a folder last."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
