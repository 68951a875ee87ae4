"""`fazhi backup` and `fazhi restore`: what cannot be made again from files."""

from __future__ import annotations

from pathlib import Path

from bot.admin.backups import back_up, restore_from
from bot.config import load_settings
from bot.errors import DataError
from bot.layout import STATE_FILE
from bot.store.files import alone, is_in_use
from bot.terminal.output import say


def backup() -> None:
    """Makes a backup and says where it is. Raises DataError when there is nothing to back up, or no room."""
    settings = load_settings()
    if not (settings.state_dir / STATE_FILE).exists():
        raise DataError(str(settings.state_dir / STATE_FILE), 0, "还没有可备份的内容")
    say(f"已备份到 {back_up(settings.state_dir)}")


def restore(folder: Path) -> None:
    """Puts a backup in the place of the state. Raises DataError when it is not whole or the state is in use."""
    settings = load_settings()
    settings.state_dir.mkdir(parents=True, exist_ok=True)
    with alone(settings.state_dir):
        if is_in_use(settings.state_dir / STATE_FILE):
            raise DataError(str(settings.state_dir / STATE_FILE), 0, "正在使用，请先停下服务")
        restore_from(folder, settings.state_dir)
    say(f"已恢复自 {folder}，原来的留作 {STATE_FILE}.before")
