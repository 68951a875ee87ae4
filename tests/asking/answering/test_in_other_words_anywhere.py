"""Questions about no place in words of which reports use others: every place that says the thing is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Bundle
from bot.store.database import open_database
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries, fact_of


def _with_figure(bundle: Bundle, sentence: str, number: str, measure: str, kind: str) -> Bundle:
    """A report with one more sentence, which gives one figure."""
    start = len(bundle.text) + 1 + sentence.index(number)
    line = {
        "start": start,
        "end": start + len(number),
        "text": number,
        "class": "fact",
        "value": float(number.rstrip("家万元")),
        "unit": number.lstrip("0123456789."),
        "bound": "eq",
        "kind": kind,
        "direction": "",
        "topic": "营商环境",
        "measure": measure,
        "subject": "",
        "period": bundle.report.year,
        "modality": "actual",
        "asof": "",
        "quote": sentence,
    }
    added = fact_of(bundle.report.id, line, lambda *_: "")
    return replace(bundle, text=f"{bundle.text}\n{sentence}", facts=(*bundle.facts, added))


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("哪个地方列入“静默期”清单的企业最多", {"31家", "12家"}),
        ("静默期补贴发得最多的是哪里", {"5.5万元", "7.5万元"}),
        ("哪个地方列入“沉默期”清单的企业最多", set()),
    ],
)
async def test_a_rank_of_what_only_reports_name_sets_every_place_beside_the_other(
    question: str, figures: set[str], tmp_path: Path, lexicon: Lexicon, places: Places, understander: Understander
) -> None:
    first, other = (
        one for one in bundles(lexicon.indicator_of) if one.report.id in ("guangming-2024", "lianjiang-2024")
    )
    made = [
        _with_figure(
            _with_figure(one, f"共计纳入“静默期”清单企业{firms}。", firms, "纳入“静默期”清单企业", "count"),
            f"发放静默期补贴{paid}。",
            paid,
            "静默期补贴",
            "money",
        )
        for one, firms, paid in ((first, "31家", "5.5万元"), (other, "12家", "7.5万元"))
    ]
    db = await open_database(tmp_path / "facts.sqlite3")
    await load(db, entries(made))
    answer = await Answerer(lexicon, places, FactStore(db)).answer(understander.understand(question))
    assert {fact.text for fact in answer.facts} == figures
    await db.close()
