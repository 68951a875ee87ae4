"""A part that stands in brackets behind its whole."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Fact, Status
from bot.store.database import opened
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries

WHOLE, PART, OTHER = "以公安和交警为被申请人的行政处罚类案件", "交警大队及其中队", "区公安分局及派出所"
QUOTE = f"{WHOLE}85件（{PART}47件，{OTHER}38件）"


def _fact(like: Fact, measure: str, value: int) -> Fact:
    start = QUOTE.index(f"{value}件")
    claim = replace(like.claim, measure=measure, value=value, unit="件", quote=QUOTE, topic="行政复议", subject="")
    return replace(
        like,
        id=f"lianjiang-2024-{start}-abcdef",
        start=start,
        end=start + 3,
        text=f"{value}件",
        indicator="",
        claim=claim,
    )


@pytest.fixture
async def with_brackets(tmp_path: Path, lexicon: Lexicon, places: Places) -> AsyncIterator[Answerer]:
    """Answers from a report of Lianjiang that tells a whole and its two parts, and nothing else."""
    first = next(bundle for bundle in bundles(lexicon.indicator_of) if bundle.report.id == "lianjiang-2024")
    like = next(fact for fact in first.facts if fact.indicator == "行政复议/审结")
    facts = tuple(_fact(like, measure, value) for measure, value in ((WHOLE, 85), (PART, 47), (OTHER, 38)))
    async with opened(tmp_path / "brackets.sqlite3") as db:
        await load(db, entries([replace(first, text=QUOTE, facts=facts)]))
        yield Answerer(lexicon, places, FactStore(db))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("公安分局及派出所为被申请人的行政处罚类案件几件", 38),
        ("区公安分局和派出所为被申请人的行政处罚类案件有多少件", 38),
        ("交警大队及其中队为被申请人的行政处罚类案件几件", 47),
        ("以公安和交警为被申请人的行政处罚类案件几件", 85),
    ],
)
async def test_a_part_is_told_by_its_own_words_and_those_of_its_whole(
    understander: Understander, with_brackets: Answerer, said: str, value: int
) -> None:
    answer = await with_brackets.answer(understander.understand(f"廉江2024{said}"))
    assert answer.facts[0].claim.value == value
    assert answer.status is Status.ANSWER


@pytest.mark.parametrize(
    "said",
    [
        "派出所为申请人的行政处罚类案件几件",
        "派出所为被申请人的行政许可类案件几件",
        "公安分局及派出所为被申请人的行政处罚类案件多少人",
    ],
)
async def test_other_words_than_those_of_the_whole_tell_no_part(
    understander: Understander, with_brackets: Answerer, said: str
) -> None:
    answer = await with_brackets.answer(understander.understand(f"廉江2024{said}"))
    assert answer.status is not Status.ANSWER
