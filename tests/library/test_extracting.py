"""One file read by itself, and the library checked: data for programs, Chinese for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.errors import DocumentError, UserError
from bot.library import Library
from bot.library.checking import check, check_text
from bot.library.extracting import accounted_share, extract, extract_lines, extract_table
from bot.model import Mention, MentionClass
from tests.reading.files import docx, paragraph

DATA = Path(__file__).parents[2] / "data"
TEXT = """昆山市司法局2023年工作总结
一、工作情况
2023年，收到行政复议申请120件，审结96件，行政机关负责人出庭应诉率达102%。
三、下一步计划
力争调解成功率达98%以上。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "总结.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_lines_are_the_mentions_with_offsets_into_the_text(report: Path) -> None:
    extracted = extract(report, DATA)
    lines = [json.loads(line) for line in extract_lines(extracted)]
    assert [line["text"] for line in lines if line["class"] == "fact"] == ["120件", "96件", "102%", "98%以上"]
    assert all(TEXT[line["start"] : line["end"]] == line["text"] for line in lines)
    assert lines[2]["period"] == 2023
    assert extracted.accounted == 1.0
    assert (extracted.year, extracted.region) == (2023, "昆山市")


def test_year_and_place_can_be_told(report: Path) -> None:
    extracted = extract(report, DATA, year=2019, region="光明")
    assert (extracted.year, extracted.region) == (2019, "深圳市光明区")
    facts = [mention.claim for mention in extracted.mentions if mention.claim]
    assert facts[-1].period in (2019, 2020)
    assert "不看文件，按写明的2019 年、“深圳市光明区”读" in extract_table(extracted)


@pytest.mark.parametrize(("region", "reason"), [("火星", "“火星”不是已知的地方"), ("鼓楼区", "“鼓楼区”不止一处")])
def test_a_place_that_is_told_and_not_known_is_said(report: Path, region: str, reason: str) -> None:
    extracted = extract(report, DATA, region=region)
    assert reason in extracted.remarks
    assert extracted.region == region


def test_the_table_shows_what_people_look_for(report: Path) -> None:
    table = extract_table(extract(report, DATA))
    assert "标题：昆山市司法局2023年工作总结\n" in table
    assert "地方：昆山市（320583）\n" in table
    assert "发布：未找到\n" in table
    assert "有着落的阿拉伯数字：100.0%" in table
    assert "【比率超过100%】" in table
    assert "缺“二、”" in table
    rows = [line for line in table.split("\n") if line.startswith(("120件", "96件"))]
    assert len({len(row[: row.index("行政复议")]) for row in rows}) <= 2


def test_a_file_that_tells_no_year_is_read_by_a_guess_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("收到行政复议申请120件。")))
    extracted = extract(path, DATA)
    assert [mention.text for mention in extracted.mentions] == ["120件"]
    assert any("--year" in remark for remark in extracted.remarks)
    assert not any("--year" in remark for remark in extract(path, DATA, year=2022).remarks)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="不存在"):
        extract(tmp_path / "a.txt", DATA)


def test_a_number_without_mention_is_not_accounted_for() -> None:
    mention = Mention(0, 3, "12件", MentionClass.REF)
    assert accounted_share("12件和13件", (mention,)) == 0.5
    assert accounted_share("没有", ()) == 1.0


def test_the_reports_are_checked_by_id_or_by_what_people_call_them() -> None:
    library = Library(DATA)
    everything = check(library)
    assert len(everything) == len(library.sources())
    (one,) = check(library, "lianjiang-2024")
    assert check(library, "廉江 2024年") == (one,)
    text = check_text([one])
    assert "出庭应诉率" in text
    assert "105% > 100%" in text
    with pytest.raises(UserError, match="lianjiang-2024"):
        check(library, "火星")


def test_doubts_reach_the_facts_that_answers_show() -> None:
    entries = {entry.id: entry for entry in Library(DATA).entries()}
    facts = entries["lianjiang-2024"].read().facts
    assert [fact.text for fact in facts if fact.oddities] == ["约15.2亿", "105%"]
