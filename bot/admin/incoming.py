"""A folder that is watched: report files put into `STATE_DIR/incoming/` become proposals for the admins.

A file is taken when it has not changed for a moment, and moved to `incoming/taken/` when it is safely a proposal, or
when the admins know why it cannot be one. One that was taken before, by its content, is no second proposal.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from pathlib import Path

from bot.admin.office import Office
from bot.errors import unreadable
from bot.layout import INCOMING, TAKEN
from bot.reading.documents import MAX_BYTES

SETTLED_SECONDS = 5.0
"""How long a file must have been left alone: whoever copies it is done."""


def arrival_key(content: bytes) -> str:
    """What tells a report that came by itself from all others, whichever way it came."""
    return f"incoming:{hashlib.sha256(content).hexdigest()[:24]}"


async def take_incoming(office: Office, state_dir: Path) -> int:
    """Propose every file that has arrived; returns how many. One that cannot be read is set aside and said to be so."""
    folder = state_dir / INCOMING
    await asyncio.to_thread((folder / TAKEN).mkdir, parents=True, exist_ok=True)
    files = await asyncio.to_thread(_arrived, folder)
    for file in files:
        if await _taken(office, file):
            await asyncio.to_thread(file.replace, folder / TAKEN / file.name)
    return len(files)


async def _taken(office: Office, file: Path) -> bool:
    """Whether the admins know all there is to say of a file; one that may not be read stays, and holds up no other."""
    size = (await asyncio.to_thread(file.stat)).st_size
    if size > MAX_BYTES:  # nobody's memory is risked for what is no report
        reason = f"太大（{size // 2**20} MB，上限 {MAX_BYTES // 2**20} MB），不能读"
        await office.tell(f"新文件“{file.name}”{reason}", f"incoming:{file.name}:{size}")
        return True
    try:
        content = await asyncio.to_thread(file.read_bytes)
    except OSError as error:
        await office.tell(f"新文件“{file.name}”：{unreadable(error)}", f"incoming:{file.name}")
        return False
    await office.arrived(file.name, content, arrival_key(content))
    return True


def _arrived(folder: Path) -> list[Path]:
    """The files that are there whole, the oldest first; not those that programs keep there for themselves."""
    found = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~"))]
    # A time in the future is no reason to wait for it: archives keep the local time of the machine they were made on.
    settled = [path for path in found if abs(time.time() - path.stat().st_mtime) >= SETTLED_SECONDS]
    return sorted(settled, key=lambda path: path.stat().st_mtime)
