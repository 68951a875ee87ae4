"""Revisions of what admins publish: whole or not there, never changed afterwards, and before DATA_DIR's reports."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.library import Library
from bot.library.shelf import RETRACTED, SOURCES, add, newest, put, revisions, rollback, take_back
from tests.library.shelf import ENTRY, TEXT, shelf, simple_reader


def publish(state: Path, report: str, text: str, key: str) -> None:
    """One act that publishes a report and nothing else."""

    def change(folder: Path) -> None:
        shutil.rmtree(folder / "reports", ignore_errors=True)
        put(folder / SOURCES, ENTRY.format(id=report).encode())
        put(folder / "reports" / f"{report}.txt", text.encode())

    add(state, change, what=f"发布 {report}", by="1", key=key)


def shown(data: Path, state: Path) -> dict[str, list[str]]:
    """The figures of each report that is to be shown."""
    entries = Library(data, state, reader=simple_reader).entries()
    return {entry.id: [fact.text for fact in entry.read().facts] for entry in entries}


def test_a_published_report_joins_and_replaces_those_of_the_data(tmp_path: Path) -> None:
    data, state = shelf(tmp_path / "data"), tmp_path / "state"
    before = shown(data, state)
    publish(state, "b-2025", "收到行政复议申请7件。\n", "1")
    assert shown(data, state) == before | {"b-2025": ["7件"]}
    publish(state, "a-2024", "收到行政复议申请9件。\n", "2")
    assert shown(data, state) == {"a-2024": ["9件"]}
    assert (data / "reports" / "a-2024.txt").read_text("utf-8") == TEXT


def test_retracting_hides_and_a_rollback_is_a_new_revision_equal_to_the_old(tmp_path: Path) -> None:
    data, state = shelf(tmp_path / "data"), tmp_path / "state"
    publish(state, "b-2025", "收到行政复议申请7件。\n", "1")
    first = shown(data, state)
    add(state, lambda folder: put(folder / RETRACTED, b"a-2024\nb-2025\n"), what="撤回", by="1", key="2")
    assert shown(data, state) == {}
    rollback(state, 1, by="1", key="3")
    assert shown(data, state) == first
    assert [one.number for one in revisions(state)] == [1, 2, 3]
    rollback(state, 0, by="1", key="4")
    assert shown(data, state).keys() == {"a-2024"}
    with pytest.raises(DataError, match="没有第 9 版"):
        rollback(state, 9, by="1", key="5")


def test_only_the_newest_can_be_taken_back(tmp_path: Path) -> None:
    for number in (1, 2):
        publish(tmp_path, "b-2025", f"收到{number}件。\n", str(number))
    first, second = revisions(tmp_path)
    take_back(tmp_path, first)
    assert revisions(tmp_path) == [first, second]
    take_back(tmp_path, second)
    assert revisions(tmp_path) == [first]


def test_older_revisions_keep_their_files(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        publish(tmp_path, "b-2025", f"收到{number}件。\n", str(number))
    texts = [(one.folder / "reports" / "b-2025.txt").read_text("utf-8") for one in revisions(tmp_path)]
    assert texts == ["收到1件。\n", "收到2件。\n", "收到3件。\n"]


def test_an_act_that_comes_twice_makes_one_revision(tmp_path: Path) -> None:
    publish(tmp_path, "b-2025", "一\n", "same")
    publish(tmp_path, "b-2025", "二\n", "same")
    assert len(revisions(tmp_path)) == 1


def test_a_change_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    publish(tmp_path, "b-2025", "一\n", "1")

    def fail(folder: Path) -> None:
        put(folder / "reports" / "b-2025.txt", b"broken")
        raise DataError("b-2025", 0, "wrong")

    with pytest.raises(DataError):
        add(tmp_path, fail, what="x", by="1", key="2")
    assert [path.name for path in (tmp_path / "library").iterdir() if path.is_dir()] == ["000001"]
    current = newest(tmp_path)
    assert current is not None
    assert (current.folder / "reports" / "b-2025.txt").read_text("utf-8") == "一\n"
