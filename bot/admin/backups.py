"""Backups of what cannot be made again: the state database, copied while it is in use, and the published reports.

    STATE_DIR/backups/20260131-020000/state.sqlite3
    STATE_DIR/backups/20260131-020000/library/

A backup is built beside the others and renamed into place, so a folder that is there is whole.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import DataError
from bot.library.shelf import LIBRARY
from bot.store.files import check_whole, copy_online

BACKUPS = "backups"
STATE_FILE = "state.sqlite3"
KEPT = 14
DAY = 86_400.0
_NAME = re.compile(r"\d{8}-\d{6}")


def back_up(state_dir: Path, kept: int = KEPT) -> Path:
    """Make a backup and drop the oldest beyond `kept`; returns its folder. Raises DataError; the service may run on."""
    folder = state_dir / BACKUPS
    building = folder / ".building"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    copy_online(state_dir / STATE_FILE, building / STATE_FILE)
    if (state_dir / LIBRARY).is_dir():
        # Revisions are never changed, so links to their files are as good as copies of them.
        shutil.copytree(state_dir / LIBRARY, building / LIBRARY, copy_function=_link_or_copy)
    made = folder / datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    shutil.rmtree(made, ignore_errors=True)
    building.rename(made)
    for old in backups(state_dir)[:-kept]:
        shutil.rmtree(old)
    return made


def is_due(state_dir: Path) -> bool:
    """Whether the newest backup is a day old, or there is none."""
    newest = newest_backup(state_dir)
    return newest is None or time.time() - newest >= DAY


def backups(state_dir: Path) -> list[Path]:
    """All backups, the newest last."""
    folder = state_dir / BACKUPS
    return sorted(each for each in folder.iterdir() if _NAME.fullmatch(each.name)) if folder.is_dir() else []


def newest_backup(state_dir: Path) -> float | None:
    """When the newest backup was made, in Unix seconds."""
    found = backups(state_dir)
    if not found:
        return None
    return datetime.strptime(found[-1].name, "%Y%m%d-%H%M%S").replace(tzinfo=UTC).timestamp()


def restore_from(backup: Path, state_dir: Path) -> None:
    """Put a backup in the place of the state and the library; what was there is kept beside it as `*.before`.

    Nothing may run on the state directory meanwhile. Raises DataError when the backup is not whole.
    """
    source = backup / STATE_FILE
    if not source.is_file():
        raise DataError(str(backup), 0, f"没有 {STATE_FILE}，不是备份")
    check_whole(source)
    coming = state_dir / f"{STATE_FILE}.coming"
    shutil.copyfile(source, coming)
    for suffix in ("", "-wal", "-shm"):
        _set_aside(state_dir / f"{STATE_FILE}{suffix}")
    coming.rename(state_dir / STATE_FILE)
    _set_aside(state_dir / LIBRARY)
    if (backup / LIBRARY).is_dir():
        shutil.copytree(backup / LIBRARY, state_dir / LIBRARY)


def _set_aside(path: Path) -> None:
    if not path.exists():
        return
    aside = path.with_name(f"{path.name}.before")
    if aside.is_dir():
        shutil.rmtree(aside)
    path.replace(aside)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
