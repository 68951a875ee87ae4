"""Errors of the machine rather than of the program, in a sentence that says what to do: disk, rights, broken files."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

FULL = "磁盘满了（或超出限额），什么都存不下，请腾出空间"
READ_ONLY = "状态目录不能写入（只读或没有权限），请检查磁盘和权限"
BROKEN_DISK = "磁盘读写出错，请检查磁盘"
CORRUPT = "数据库文件损坏，请重启：事实库会自动重建，状态库会提示怎样用备份恢复"
BUSY = "数据库一直被另一个程序占用，请确认没有第二个服务用着同一个状态目录"

_BY_ERRNO = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), READ_ONLY),
    errno.EIO: BROKEN_DISK,
}
_BY_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_IOERR: BROKEN_DISK,
    sqlite3.SQLITE_CORRUPT: CORRUPT,
    sqlite3.SQLITE_NOTADB: CORRUPT,
    sqlite3.SQLITE_BUSY: BUSY,
}
_PROBE = ".probe"
_PROBE_BYTES = 65_536


def trouble_of(error: BaseException | None) -> str:
    """What is wrong with the machine as far as an error, or one that it came from, tells; "" when that is not it."""
    for each in _causes(error):
        if isinstance(each, sqlite3.Error):
            code = getattr(each, "sqlite_errorcode", None)
            said = _BY_SQLITE.get(code & 0xFF, "") if code is not None else ""
        else:
            said = _BY_ERRNO.get(each.errno or 0, "") if isinstance(each, OSError) else ""
        if said:
            return said
    return ""


def probe(folder: Path) -> None:
    """Write something to a folder's disk and take it away again. Raises OSError."""
    file = folder / _PROBE
    try:
        with file.open("wb") as stream:
            stream.write(b"\0" * _PROBE_BYTES)
            stream.flush()
            os.fsync(stream.fileno())
    finally:
        file.unlink(missing_ok=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
