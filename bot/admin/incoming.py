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
        try:
            content = await asyncio.to_thread(file.read_bytes)
        except OSError as error:  # it stays, and holds up none of the others
            await office.tell(f"新文件“{file.name}”：{unreadable(error)}", f"incoming:{file.name}")
            continue
        await office.arrived(file.name, content, arrival_key(content))
        await asyncio.to_thread(file.replace, folder / TAKEN / file.name)
    return len(files)


def _arrived(folder: Path) -> list[Path]:
    """The files that are there whole, the oldest first; not those that programs keep there for themselves."""
    found = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~"))]
    # A time in the future is no reason to wait for it: archives keep the local time of the machine they were made on.
    settled = [path for path in found if abs(time.time() - path.stat().st_mtime) >= SETTLED_SECONDS]
    return sorted(settled, key=lambda path: path.stat().st_mtime)
