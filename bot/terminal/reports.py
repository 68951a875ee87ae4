"""`fazhi load`, `extract`, `text`, `check` and `facts`: the reports as files, seen from the terminal."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

from bot.app import open_facts, refuse_rejected
from bot.config import load_settings
from bot.library import Library, checking, extracting, write_facts
from bot.reading.documents import read_document
from bot.store.loading import Loaded, refresh
from bot.terminal.asking import UPDATING
from bot.terminal.output import complain, progress, say, say_json


async def load(*, as_json: bool) -> None:
    """Brings SQLite up to date and says what changed. Raises DataError when a report was rejected."""
    settings = load_settings()
    library = Library(settings.data_dir, settings.state_dir)
    with progress(UPDATING):
        async with open_facts(settings) as database:
            loaded = await refresh(database, library.entries)
    if as_json:
        say_json(asdict(loaded))
    else:
        say(_summary(loaded))
    refuse_rejected(loaded)


def _summary(loaded: Loaded) -> str:
    """What a load did, a line for each sort of thing that happened."""
    if loaded.rejected:
        lines = [str(each.error) for each in loaded.rejected]
        return "\n".join(["数据有错，数据库没有改动：", *lines])
    happened = (("新增", loaded.added), ("更新", loaded.changed), ("移除", loaded.removed), ("未变", loaded.unchanged))
    return "\n".join(f"{word} {len(ids)}：{'、'.join(ids)}" for word, ids in happened if ids)


def extract(file: Path, *, year: int | None, region: str, jsonl: bool) -> None:
    """Reads one report by itself and prints its numbers. Raises DocumentError."""
    with progress("正在读报告……"):
        extracted = extracting.extract(file, load_settings().data_dir, year=year, region=region)
    if jsonl:
        for remark in extracted.remarks:  # the table says it; lines for programs have no place for it
            complain(f"※ {remark}")
        sys.stdout.writelines(f"{line}\n" for line in extracting.extract_lines(extracted))
    else:
        say(extracting.extract_table(extracted))


def check(report: str) -> None:
    """Prints what the audit asks about a report, or about all. Raises UserError when there is none of that name."""
    settings = load_settings()
    with progress("正在核对……"):
        checked = checking.check(Library(settings.data_dir, settings.state_dir), report)
    say(checking.check_text(checked))


def text(file: Path) -> None:
    """Prints a report's text; offsets of mentions count its characters. Raises DocumentError."""
    sys.stdout.write(read_document(file).text)


def regenerate() -> None:
    """Writes data/facts again from the reports, for whoever edits reports, lexicon or corrections. Raises DataError."""
    settings = load_settings()
    with progress("正在重读报告……"):
        changed = write_facts(Library(settings.data_dir))
    complain(f"改动 {len(changed)} 个文件：{'、'.join(path.name for path in changed)}" if changed else "没有变化")
