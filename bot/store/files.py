"""Files as a whole: who uses a state directory, copying a database that is in use, telling whether one is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import DataError
from bot.layout import SERVICE_LOCK
from bot.store.trouble import trouble_of


@contextmanager
def alone(state_dir: Path) -> Iterator[None]:
    """Nobody else serves from a state directory as long as the block runs. Raises DataError when somebody does."""
    lock = FileLock(state_dir / SERVICE_LOCK, timeout=0)
    try:
        state_dir.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise DataError(
            str(state_dir), 0, "另一个服务正在用这个状态目录，请先停下它，或用 STATE_DIR 另指一个"
        ) from error
    except OSError as error:
        raise DataError(str(state_dir), 0, trouble_of(error) or f"打不开：{error}") from error
    try:
        yield
    finally:
        lock.release()


def copy_online(file: Path, target: Path) -> None:
    """Copy a database as it is at one moment, its journal included, while others read and write it.

    Raises DataError when it cannot be read or the copy cannot be written.
    """
    try:
        with closing(_reading(file)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except sqlite3.Error as error:
        raise DataError(str(file), 0, trouble_of(error) or f"备份不了：{error}") from error


def is_in_use(file: Path) -> bool:
    """Whether another process has a database open. One that is corrupt or not there is in nobody's use."""
    if not file.exists():
        return False
    try:
        with closing(sqlite3.connect(file, timeout=0)) as connection:
            # Leaving WAL is possible for the only connection; whoever opens the file next goes back to it.
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    return False


def check_whole(file: Path) -> None:
    """Raises DataError unless a file is a sound SQLite database."""
    try:
        with closing(_reading(file)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise DataError(str(file), 0, f"数据库已损坏：{error}") from error
    if found != ("ok",):
        raise DataError(str(file), 0, f"数据库已损坏：{found[0]}")


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
