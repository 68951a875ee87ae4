"""The library as files: what is read, what is believed, and what changes an entry's digest."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.library import Library, write_facts
from bot.library.digests import folder_digest
from tests.library.shelf import TEXT, library, shelf

FIX = """[[fix]]
text = "18件"
was = { unit = "件", measure = "审结" }
now = { unit = "宗", measure = "行政复议审结" }
"""


def refused(folder: Path) -> DataError:
    """The error that the first report of a folder is refused with."""
    with pytest.raises(DataError) as caught:
        library(folder).entries()[0].read()
    return caught.value


def edit_line(folder: Path, number: int, **fields: object) -> None:
    """Changes fields in one line of the facts file."""
    path = folder / "facts" / "a-2024.jsonl"
    lines = path.read_text("utf-8").splitlines()
    lines[number] = json.dumps(json.loads(lines[number]) | fields, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_report_without_facts_file_is_read_on_the_spot(tmp_path: Path) -> None:
    bundle = library(shelf(tmp_path)).entries()[0].read()
    assert bundle.text == TEXT
    assert [(fact.claim.measure, fact.claim.value) for fact in bundle.facts] == [
        ("收到行政复议申请", 20),
        ("审结", 18),
        ("受理法律援助案件", 300),
        ("成功调解", 3766),
    ]
    assert bundle.facts[0].indicator == "行政复议/收到行政复议申请"
    assert bundle.report.region == "某县"


def test_generated_facts_are_what_reading_gives_and_need_no_reader(tmp_path: Path) -> None:
    shelf(tmp_path)
    read = library(tmp_path).entries()[0].read()
    assert [path.name for path in write_facts(library(tmp_path))] == ["a-2024.jsonl", "made_from.toml"]
    assert write_facts(library(tmp_path)) == []

    def no_reader(lexicon: Path) -> None:
        raise AssertionError("the facts file is up to date")

    assert Library(tmp_path, reader=no_reader).entries()[0].read() == read  # type: ignore[arg-type]


def test_facts_are_those_of_the_file_when_it_was_edited_by_hand(tmp_path: Path) -> None:
    write_facts(library(shelf(tmp_path)))
    edit_line(tmp_path, 0, measure="收到申请")
    assert library(tmp_path).entries()[0].read().facts[0].claim.measure == "收到申请"


@pytest.mark.parametrize("change", ["text", "corrections", "lexicon", "places"])
def test_facts_made_from_something_older_are_read_again(tmp_path: Path, change: str) -> None:
    write_facts(library(shelf(tmp_path)))
    edit_line(tmp_path, 0, measure="旧的说法")
    if change == "text":
        (tmp_path / "reports" / "a-2024.txt").write_text(TEXT + "另收到投诉5件。", encoding="utf-8")
    elif change == "corrections":
        (tmp_path / "corrections" / "a-2024.toml").write_text(FIX, encoding="utf-8")
    elif change == "lexicon":
        (tmp_path / "lexicon" / "topics.toml").write_text("x = 1\n", encoding="utf-8")
    else:
        shutil.copytree(Path(__file__).parents[2] / "data" / "places", tmp_path / "places")
    facts = library(tmp_path).entries()[0].read().facts
    assert facts[0].claim.measure == "收到行政复议申请"
    assert (facts[-1].text == "5件") == (change == "text")
    assert facts[1].corrected == (change == "corrections")


def test_corrections_reach_the_facts_and_their_file(tmp_path: Path) -> None:
    shelf(tmp_path)
    (tmp_path / "corrections" / "a-2024.toml").write_text(FIX, encoding="utf-8")
    write_facts(library(tmp_path))
    facts = library(tmp_path).entries()[0].read().facts
    assert [(fact.claim.measure, fact.corrected) for fact in facts[:2]] == [
        ("收到行政复议申请", False),
        ("行政复议审结", True),
    ]


def test_a_correction_that_no_longer_fits_refuses_the_report(tmp_path: Path) -> None:
    shelf(tmp_path)
    (tmp_path / "corrections" / "a-2024.toml").write_text("# 核对过\n" + FIX.replace('审结" }', '办结" }', 1))
    error = refused(tmp_path)
    assert (error.file, error.line) == ("corrections/a-2024.toml", 2)
    assert "审结" in error.reason


CHANGES: dict[str, Callable[[Path], object]] = {
    "report": lambda folder: (folder / "reports" / "a-2024.txt").write_text(TEXT + "。", encoding="utf-8"),
    "facts": lambda folder: edit_line(folder, 0, measure="收到申请"),
    "no facts": lambda folder: (folder / "facts" / "a-2024.jsonl").unlink(),
    "corrections": lambda folder: (folder / "corrections" / "a-2024.toml").write_text("", encoding="utf-8"),
    "lexicon": lambda folder: (folder / "lexicon" / "units.toml").write_text("", encoding="utf-8"),
    "entry": lambda folder: replace_in(folder / "reports" / "sources.toml", "post_1", "post_2"),
}


def replace_in(path: Path, old: str, new: str) -> None:
    """Replaces a string that must be there."""
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_the_digest_follows_whatever_facts_come_from(tmp_path: Path, change: str) -> None:
    write_facts(library(shelf(tmp_path)))
    before = library(tmp_path).entries()[0].digest
    assert library(tmp_path).entries()[0].digest == before
    CHANGES[change](tmp_path)
    assert library(tmp_path).entries()[0].digest != before


def test_one_report_changes_only_its_own_digest(tmp_path: Path) -> None:
    shelf(tmp_path, TEXT, "a-2024", "b-2024")
    before = [entry.digest for entry in library(tmp_path).entries()]
    (tmp_path / "reports" / "b-2024.txt").write_text("收到申请1件。", encoding="utf-8")
    after = [entry.digest for entry in library(tmp_path).entries()]
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"start": 9}, "正文"),
        ({"end": 99999}, "不在正文"),
        ({"text": "21件"}, "不是“21件”"),
        ({"quote": "别处的话20件"}, "引文"),
        ({"quote": "审结18件"}, "编号"),
        ({"value": "20"}, "“value”应是数字"),
        ({"value": float("nan")}, "“value”应是数字"),
        ({"start": 1.5}, "“start”应是整数"),
        ({"bound": "maybe"}, "取值不对"),
        ({"measure": ""}, "“measure”应是文字"),
        ({"id": "b-2024-1-000000"}, "编号"),
    ],
)
def test_a_line_of_the_facts_file_that_does_not_fit_is_named(
    tmp_path: Path, fields: dict[str, object], reason: str
) -> None:
    write_facts(library(shelf(tmp_path)))
    edit_line(tmp_path, 1, **fields)
    error = refused(tmp_path)
    assert (error.file, error.line) == ("facts/a-2024.jsonl", 2)
    assert reason in error.reason


@pytest.mark.parametrize("raw", ["{", "[1]", "7", '{"start": 0}', "[" * 100_000])
def test_what_is_no_line_of_facts_is_named(tmp_path: Path, raw: str) -> None:
    write_facts(library(shelf(tmp_path)))
    path = tmp_path / "facts" / "a-2024.jsonl"
    path.write_text(path.read_text("utf-8") + raw + "\n", encoding="utf-8")
    assert refused(tmp_path).line == 5


def test_a_facts_file_of_facts_only_is_enough(tmp_path: Path) -> None:
    write_facts(library(shelf(tmp_path)))
    path = tmp_path / "facts" / "a-2024.jsonl"
    path.write_text(path.read_text("utf-8").splitlines()[2] + "\n", encoding="utf-8")
    assert [fact.text for fact in library(tmp_path).entries()[0].read().facts] == ["300件"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "没有报告文件"), (b"", "空"), (b" \n\t\n", "空"), (b"\xff\x81\x00\xfe\xf9", "编码")],
)
def test_a_report_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = shelf(tmp_path) / "reports" / "a-2024.txt"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    error = refused(tmp_path)
    assert reason in error.reason
    assert error.file == ("reports/a-2024.txt" if content is not None else "reports/sources.toml")


def test_a_report_that_the_catalogue_forgot_is_named(tmp_path: Path) -> None:
    (shelf(tmp_path) / "reports" / "b-2023.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(DataError, match="b-2023"):
        library(tmp_path).entries()


@pytest.mark.parametrize("code", ["440999", "440882"])
def test_a_code_that_is_not_the_places_is_named(tmp_path: Path, code: str) -> None:
    catalogue = shelf(tmp_path) / "reports" / "sources.toml"
    (tmp_path / "places").symlink_to(Path(__file__).parents[2] / "data" / "places")
    assert library(tmp_path).entries()[0].read().report.region == "某县", "a place that is too new to be known"
    replace_in(catalogue, 'region = "某县"', 'region = "廉江市"')
    assert library(tmp_path).entries()[0].read().report.adcode == "440881"
    replace_in(catalogue, '"440881"', f'"{code}"')
    error = refused(tmp_path)
    assert (error.file, error.line) == ("reports/sources.toml", 3)
    assert error.reason == f"“廉江市”的代码是 440881，不是 {code}"


def test_a_report_under_an_earlier_code_joins_those_of_today(tmp_path: Path) -> None:
    catalogue = shelf(tmp_path) / "reports" / "sources.toml"
    (tmp_path / "places").symlink_to(Path(__file__).parents[2] / "data" / "places")
    replace_in(catalogue, 'region = "某县"', 'region = "广州市增城市"')
    replace_in(catalogue, '"440881"', '"440183"')
    report = library(tmp_path).entries()[0].read().report
    assert (report.region, report.adcode) == ("广州市增城市", "440118")


def test_facts_of_a_report_that_is_gone_go_too(tmp_path: Path) -> None:
    (shelf(tmp_path) / "facts" / "old-2019.jsonl").write_text("", encoding="utf-8")
    write_facts(library(tmp_path))
    assert not (tmp_path / "facts" / "old-2019.jsonl").exists()


def test_files_of_folders_within_count_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "audit").mkdir()
    (tmp_path / "audit" / "rates.py").write_text("x = 1\n")
    before = folder_digest(tmp_path, "**/*.py")
    (tmp_path / "audit" / "rates.py").rename(tmp_path / "rates.py")
    moved = folder_digest(tmp_path, "**/*.py")
    (tmp_path / "rates.py").write_text("x = 2\n")
    assert len({before, moved, folder_digest(tmp_path, "**/*.py")}) == 3
