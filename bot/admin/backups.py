"""Backups of what cannot be made again: the state database, copied while it is in use, and files beside it.

    STATE_DIR/backups/20260131-020000/state.sqlite3
    STATE_DIR/backups/20260131-020000/library/       what admins published
    STATE_DIR/backups/20260131-020000/proposals/     what waits to be published
    STATE_DIR/backups/20260131-020000/watch.toml     which pages are watched

A backup is built beside the others and renamed into place, so a folder that is there is whole.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from bot.errors import DataError
from bot.layout import BACKUPS, LIBRARY, PROPOSALS, STATE_FILE, WATCH_FILE
from bot.store.files import check_whole, copy_online

FOLDERS = (LIBRARY, PROPOSALS)
FILES = (WATCH_FILE,)
KEPT = 14
DAY = 86_400.0
LOCK_SECONDS = 600
"""How long a backup waits for another one that is being made."""

_NAME = re.compile(r"\d{8}-\d{6}")


def back_up(state_dir: Path, kept: int = KEPT) -> Path:
    """Make a backup and drop the oldest beyond `kept`; returns its folder. Raises DataError; the service may run on."""
    folder = state_dir / BACKUPS
    folder.mkdir(parents=True, exist_ok=True)
    # The service makes one a day, and somebody may type `fazhi backup` at that moment.
    with FileLock(folder / ".lock", timeout=LOCK_SECONDS):
        building = folder / ".building"
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        _copy_all(state_dir, building)
        made = folder / datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        shutil.rmtree(made, ignore_errors=True)
        building.rename(made)
        for old in backups(state_dir)[:-kept]:
            shutil.rmtree(old)
    return made


def _copy_all(state_dir: Path, building: Path) -> None:
    """Everything that a backup holds, into an empty folder."""
    copy_online(state_dir / STATE_FILE, building / STATE_FILE)
    for name in FOLDERS:
        if (state_dir / name).is_dir():
            # The files in there are replaced, never written into, so links to them are as good as copies.
            shutil.copytree(state_dir / name, building / name, copy_function=_link_or_copy)
    for name in FILES:
        if (state_dir / name).is_file():
            shutil.copy2(state_dir / name, building / name)


def is_due(state_dir: Path) -> bool:
    """Whether the newest backup is a day old, or there is none."""
    newest = newest_backup(state_dir)
    return newest is None or time.time() - newest >= DAY


def backups(state_dir: Path) -> list[Path]:
    """All backups, the newest last."""
    folder = state_dir / BACKUPS
    return sorted(each for each in folder.iterdir() if _NAME.fullmatch(each.name)) if folder.is_dir() else []


def newest_backup(state_dir: Path) -> float | None:
    """When the newest backup was made, in Unix seconds.

    One that was made while the clock stood in the future says nothing of today: there might be no other for years.
    """
    now = time.time()
    return max((at for at in map(_made_at, backups(state_dir)) if at <= now), default=None)


def restore_from(backup: Path, state_dir: Path) -> None:
    """Put a backup in the place of what it is a backup of; what was there is kept beside it as `*.before`.

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
    for name in FOLDERS:
        _set_aside(state_dir / name)
        if (backup / name).is_dir():
            shutil.copytree(backup / name, state_dir / name)
    for name in FILES:
        if (backup / name).is_file():
            _set_aside(state_dir / name)
            shutil.copy2(backup / name, state_dir / name)


def _made_at(backup: Path) -> float:
    return datetime.strptime(backup.name, "%Y%m%d-%H%M%S").replace(tzinfo=UTC).timestamp()


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
