"""Files put into the watched folder, over the loopback server: proposed once, or said to be no report."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from bot.admin.incoming import take_incoming
from bot.reading.documents import MAX_BYTES
from tests.telegram.office import PAGE, Service, shows


async def test_a_file_in_the_watched_folder_is_proposed_once(service: Service) -> None:
    owner, state = service.owner, service.folder / "state"
    incoming = state / "incoming"
    incoming.mkdir(parents=True)
    page = PAGE.format(title="廉江市司法局2025年法治政府建设情况报告", year=2025, place="廉江市")
    for name, content in (("a.html", page), ("again.html", page), ("empty.txt", "")):
        (incoming / name).write_text(content, "utf-8")
    assert await take_incoming(service.upkeep.office, state) == 0
    for at, file in enumerate(sorted(incoming.glob("*.*"))):
        os.utime(file, (at, at))
    tomorrow = time.time() + 86_400
    os.utime(incoming / "empty.txt", (tomorrow, tomorrow))
    assert await take_incoming(service.upkeep.office, state) == 3
    assert await take_incoming(service.upkeep.office, state) == 0
    await owner.private.answer(2)
    assert sorted("收到新文件" in text for text in owner.private.texts) == [False, True]
    await owner.say("/proposals")
    await shows(owner, "1. 廉江市司法局2025年")
    await owner.say("/proposals 1")
    await owner.press(await shows(owner, "尚未公开"), "发布")
    await shows(owner, "新增：lianjiang-2025")


async def test_what_is_no_report_in_the_watched_folder_is_said_and_holds_up_nothing(service: Service) -> None:
    owner, incoming = service.owner, service.folder / "state" / "incoming"
    (incoming / "去年的.pdf").mkdir(parents=True)
    for name in ("报告.doc", "~$报告.docx", ".报告.txt.swp"):
        (incoming / name).write_text("内容", "utf-8")
        os.utime(incoming / name, (0, 0))
    (incoming / "gone.txt").symlink_to(incoming / "nowhere.txt")
    assert await take_incoming(service.upkeep.office, incoming.parent) == 1
    text = (await shows(owner, "新文件“报告.doc”"))["text"]
    assert "只能读 .txt" in text
    assert (incoming / "taken" / "报告.doc").exists()
    assert (incoming / "~$报告.docx").exists()


async def test_a_huge_file_in_the_watched_folder_is_set_aside_unread(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    incoming = service.folder / "state" / "incoming"
    incoming.mkdir(parents=True)
    with (incoming / "录像.pdf").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    os.utime(incoming / "录像.pdf", (0, 0))
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("a huge file was read"))
    await take_incoming(service.upkeep.office, incoming.parent)
    assert "太大（64 MB，上限 64 MB）" in (await shows(service.owner, "新文件“录像.pdf”"))["text"]
    assert (incoming / "taken" / "录像.pdf").exists()


async def test_a_file_in_the_watched_folder_that_may_not_be_read_stays_and_the_next_is_taken(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    incoming = service.folder / "state" / "incoming"
    incoming.mkdir(parents=True)
    for at, name in enumerate(("a.txt", "b.doc")):
        (incoming / name).write_text("内容", "utf-8")
        os.utime(incoming / name, (at, at))
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    await take_incoming(service.upkeep.office, incoming.parent)
    await take_incoming(service.upkeep.office, incoming.parent)
    await service.owner.private.answer(2)
    assert sorted("没有权限读取" in text for text in service.owner.private.texts) == [False, True]
    assert [file.name for file in incoming.glob("*.*")] == ["a.txt"]
