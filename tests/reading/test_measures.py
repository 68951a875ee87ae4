"""What a figure measures and its topic: rule by rule on sentences of our own, and as a whole."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reading.reading import claims, mentions
from tests.score.scoring import alike

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))["case"]
RULES: list[dict[str, Any]] = tomllib.loads((HERE / "measures.toml").read_text(encoding="utf-8"))["rule"]


@pytest.mark.parametrize(
    ("text", "written", "wanted", "field"),
    [
        pytest.param(*case, rule.get("field", "measure"), id=f"{rule['name']}-{case[2]}")
        for rule in RULES
        for case in rule["cases"]
    ],
)
def test_rules(text: str, written: str, wanted: str, field: str) -> None:
    assert str(getattr(claims(text)[written], field)) == wanted


def test_the_head_of_its_topic_makes_a_short_measure_clear() -> None:
    found = claims("扎实做好社区矫正工作。召开研判会议15场，解除9人。")
    assert found["15场"].measure == "召开社区矫正研判会议"
    assert found["9人"].measure == "解除社区矫正"


def test_the_heads_of_a_table_say_what_its_cells_measure() -> None:
    table = "行政复议申请事项\n类别 | 投诉处理 | 信息公开\n收到 | 75件 | 16\n占比 | 82.4% | 0\n"
    read = [(m.text, m.claim.measure, m.claim.topic) for m in mentions(table) if m.claim]
    assert read == [
        ("75件", "行政复议申请事项投诉处理收到", "行政复议"),
        ("16", "行政复议申请事项信息公开收到", "行政复议"),
        ("82.4%", "行政复议申请事项投诉处理收到占比", "行政复议"),
        ("0", "行政复议申请事项信息公开收到占比", "行政复议"),
    ]


def test_words_that_share_characters_with_a_cue_do_not_speak() -> None:
    assert claims("设立法律援助工作站8个。")["8个"].topic == "法律援助"
    assert claims("开展法制宣传8场。")["8场"].topic == claims("开展法治宣传8场。")["8场"].topic == "普法宣传"


def read_cases() -> Iterator[tuple[str, str, str, str, str]]:
    """(written, topic expected, topic read, measure expected, measure read) of every expected figure."""
    for case in CASES:
        found = [mention for mention in mentions(case["text"]) if mention.claim]
        at = 0
        for written, topic, measure in case["facts"]:
            at = case["text"].index(written, at)
            claim = next((m.claim for m in found if m.start <= at < m.end), None)
            at += 1
            yield written, topic, claim.topic if claim else "", measure, claim.measure if claim else ""


def test_most_topics_are_as_a_careful_person_would_put_them() -> None:
    read = [(written, topic, found) for written, topic, found, _, _ in read_cases()]
    wrong = [entry for entry in read if entry[1] != entry[2]]
    assert len(read) > 130
    assert len(wrong) <= 0.03 * len(read), wrong


def test_most_measures_are_as_a_careful_person_would_put_them() -> None:
    read = [(written, measure, found) for written, _, _, measure, found in read_cases()]
    wrong = [entry for entry in read if alike(entry[1], entry[2]) < 0.6]
    assert len(wrong) <= 0.05 * len(read), wrong
