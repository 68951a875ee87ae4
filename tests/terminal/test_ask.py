"""`fazhi ask` keeps its contract: the JSON, the lines, the exit codes, and nothing but answers on standard output."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.store.trouble import FULL
from tests.terminal.conftest import Fazhi

KEYS = [
    "status",
    "understood",
    "facts",
    "derived",
    "caveats",
    "missing",
    "choices",
    "text",
    "html",
]
FACT_KEYS = [
    *(
        "id",
        "report",
        "region",
        "adcode",
        "year",
        "period",
        "topic",
        "indicator",
        "measure",
        "subject",
        "value",
        "unit",
    ),
    *("bound", "kind", "direction", "modality", "asof", "text", "quote", "start", "end", "section", "corrected"),
    *("oddities", "issuer", "title", "published", "url", "url_seen", "viewer"),
]


def answer_of(output: str) -> dict[str, Any]:
    answer = json.loads(output)
    assert isinstance(answer, dict)
    return answer


def figures(answer: dict[str, Any]) -> list[tuple[str, int, float]]:
    return [(fact["region"], fact["year"], fact["value"]) for fact in answer["facts"]]


def test_the_comparison_of_the_readme(fazhi: Fazhi) -> None:
    done = fazhi("ask", "/compare 行政复议 光明 廉江", "--json")
    assert done.returncode == 0, done.stderr
    answer = answer_of(done.stdout)
    assert list(answer) == KEYS
    assert answer["status"] == "answer"
    assert answer["understood"]["regions"] == ["深圳市光明区", "廉江市"]
    assert figures(answer)[:2] == [("深圳市光明区", 2024, 583), ("廉江市", 2024, 252)]
    assert {("深圳市光明区", 2024, 3.38), ("深圳市光明区", 2024, 42)} <= set(figures(answer))
    assert {("廉江市", 2024, 211), ("廉江市", 2024, 121)} <= set(figures(answer))
    for fact in answer["facts"]:
        assert list(fact) == FACT_KEYS
        assert fact["text"] in fact["quote"]
        assert fact["url"].startswith("http")


def test_people_read_figures_clauses_and_addresses(fazhi: Fazhi) -> None:
    text = fazhi("ask", "/compare 行政复议 光明 廉江").stdout
    for piece in ("583宗", "252宗", "3.38倍", "42%", "www.szgm.gov.cn", "www.lianjiang.gov.cn"):
        assert piece in text
    assert "收到252宗行政复议申请" in text


def test_each_line_gets_its_line(fazhi: Fazhi) -> None:
    messages = ["光明 法律援助", "/compare 行政复议 光明 廉江", "第一行\n第二行"]
    stdin = "".join(f"{json.dumps(message, ensure_ascii=False)}\n" for message in messages) + "not json\n17\n"
    done = fazhi("ask", "--lines", stdin=stdin)
    assert done.returncode == 0, done.stderr
    answers = [answer_of(line) for line in done.stdout.splitlines()]
    assert len(answers) == 5
    assert figures(answers[1])[0][2] == 583
    assert [answer["status"] for answer in answers[3:]] == ["help", "help"]


def test_a_follow_up_changes_only_what_it_says(fazhi: Fazhi, tmp_path: Path) -> None:
    earlier = tmp_path / "answer.json"
    earlier.write_text(fazhi("ask", "光明 行政复议", "--json").stdout, encoding="utf-8")
    answer = answer_of(fazhi("ask", "那廉江呢？", "--after", str(earlier), "--json").stdout)
    assert answer["understood"]["topics"] == ["行政复议"]
    assert figures(answer)[0] == ("廉江市", 2024, 252)


def test_home_is_the_place_when_none_is_named(fazhi: Fazhi) -> None:
    answer = answer_of(fazhi("ask", "行政复议收到多少", "--home", "廉江", "--json").stdout)
    assert figures(answer)[0] == ("廉江市", 2024, 252)


def test_what_is_not_there_is_said_and_still_done(fazhi: Fazhi) -> None:
    done = fazhi("ask", "宝安 行政复议", "--json")
    answer = answer_of(done.stdout)
    assert done.returncode == 0
    assert answer["status"] == "none"
    assert answer["facts"] == []
    assert [missing["kind"] for missing in answer["missing"]] == ["region"]
    assert "宝安" in answer["text"]


def test_wrong_usage_is_exit_code_2(fazhi: Fazhi) -> None:
    assert fazhi("ask").returncode == 2
    assert fazhi("ask", "--unknown-option", "光明").returncode == 2
    assert fazhi("nonsense").returncode == 2


def test_a_bad_after_file_fails_in_one_line(fazhi: Fazhi, tmp_path: Path) -> None:
    broken = tmp_path / "answer.json"
    broken.write_text('{\n"status": ', encoding="utf-8")
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 100_000, encoding="utf-8")
    for file in (broken, deep, tmp_path / "none.json"):
        done = fazhi("ask", "那廉江呢？", "--after", str(file))
        assert (done.returncode, done.stdout) == (1, "")
        complaints = [line for line in done.stderr.splitlines() if line.startswith("fazhi: ")]
        assert len(complaints) == 1
        assert file.name in complaints[0]
        assert "Traceback" not in done.stderr


def test_a_users_mistake_comes_with_an_example(fazhi: Fazhi) -> None:
    done = fazhi("ask", "法律援助", "--home", "火星")
    assert (done.returncode, done.stderr) == (1, "fazhi: 没有认出本地“火星”。例如：--home 光明区\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_answer_that_finds_no_room_is_said_in_one_line(fazhi: Fazhi) -> None:
    with Path("/dev/full").open("w") as full:
        done = fazhi("ask", "光明 行政复议", stdout=full)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [f"fazhi: {FULL}"]


def test_a_reader_that_has_seen_enough_is_no_error(fazhi: Fazhi) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = fazhi("ask", "光明 行政复议", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")
