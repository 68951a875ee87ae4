"""Files that people edit may hold anything: what comes out is data or a declared error, nothing else."""

from __future__ import annotations

import contextlib
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import DataError
from bot.library.factfile import facts_text, read_facts
from bot.library.sources import read_sources
from bot.model.lines import mention_line
from bot.reading.audit import audit
from bot.reading.audit.numbering import numbering_gaps
from bot.reading.corrections import correct, read_corrections
from tests.library.shelf import TEXT, find, make
from tests.reading.report import REPORT

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
)
# Other work on the machine is no failure.
UNTIMED = settings(deadline=None)
MENTIONS = find(REPORT, TEXT)
FACTS = make(REPORT, TEXT, MENTIONS)


def toml(value: object) -> str:
    """A value as TOML, near enough to reach beyond the parser."""
    if isinstance(value, dict):
        inner = ", ".join(f"{json.dumps(str(key))} = {toml(item)}" for key, item in value.items())
        return "{" + inner + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value) if isinstance(value, str) else str(value)


@UNTIMED
@given(st.text(max_size=200))
def test_any_text_as_catalogue_or_corrections(content: str) -> None:
    with contextlib.suppress(DataError):
        read_sources(content, "sources.toml")
    with contextlib.suppress(DataError):
        read_corrections(content, "c.toml")


@UNTIMED
@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "issuer", "region", "adcode", "year", "published", "url", "url_seen", "x"]),
        VALUES,
    )
)
def test_any_values_in_a_catalogue_entry(entry: dict[str, object]) -> None:
    lines = "\n".join(f"{key} = {toml(value)}" for key, value in entry.items())
    with contextlib.suppress(DataError):
        read_sources(f"[[report]]\n{lines}\n", "sources.toml")


@UNTIMED
@given(
    st.sampled_from(["fix", "drop", "add"]),
    st.dictionaries(st.sampled_from(["text", "near", "start", "was", "now", "why", "x"]), VALUES),
    st.dictionaries(st.sampled_from(["class", "text", "value", "unit", "kind", "topic", "measure", "period"]), SCALARS),
)
def test_any_values_in_a_correction(action: str, entry: dict[str, object], now: dict[str, object]) -> None:
    entry = {"text": "20件", "now": now} | entry
    lines = "\n".join(f"{key} = {toml(value)}" for key, value in entry.items())
    with contextlib.suppress(DataError):
        corrections = read_corrections(f"[[{action}]]\n{lines}\n", "c.toml")
        correct(MENTIONS, TEXT, 2024, corrections, "c.toml")


@UNTIMED
@given(st.sampled_from(sorted(mention_line(MENTIONS[0]))), VALUES)
def test_any_value_in_a_line_of_facts(field: str, value: object) -> None:
    lines = [json.loads(line) for line in facts_text(MENTIONS, FACTS).splitlines()]
    lines[1][field] = value
    content = "\n".join(json.dumps(line, default=str) for line in lines)
    with contextlib.suppress(DataError):
        facts = read_facts(content, "facts.jsonl", "r", TEXT)
        assert all(TEXT[fact.start : fact.end] == fact.text for fact in facts)


@UNTIMED
@given(st.text(alphabet="一二三四十、（）()1234.是其中包括，。；件%率成功\n ", max_size=120))
def test_any_text_can_be_audited(text: str) -> None:
    facts = make(REPORT, text, find(REPORT, text))
    for finding in audit(facts, text):
        assert finding.remark
    for finding in numbering_gaps(text):
        assert 0 <= finding.start < len(text)
