"""The reader does not fall behind what it reached before on the hand-annotated reports; the scoring itself is right."""

from dataclasses import replace

import pytest

from bot.model import Bound, Claim, Kind, Mention, MentionClass
from tests.score.reports import floor, overall, scored
from tests.score.scoring import alike, compare

TEXT = "受理案件12件,办结10件。"


def claim(value: float, measure: str) -> Claim:
    return Claim(
        value=value,
        unit="件",
        bound=Bound.EQ,
        kind=Kind.COUNT,
        topic="公证",
        measure=measure,
        period=2024,
        quote="受理案件12件,办结10件",
    )


def mentions() -> list[Mention]:
    return [
        Mention(4, 7, "12件", MentionClass.FACT, claim(12, "受理公证案件")),
        Mention(10, 13, "10件", MentionClass.FACT, claim(10, "办结公证案件")),
    ]


def test_no_figure_falls_below_its_floor() -> None:
    figures = overall(scored()).figures()
    assert {name: figure for name, figure in figures.items() if figure < floor().get(name, 0.0) - 5e-4} == {}


def test_the_same_mentions_score_full_marks() -> None:
    tally, differences = compare(TEXT, mentions(), mentions())
    assert differences == []
    assert set(tally.figures().values()) == {1.0}


def test_swapped_measures_are_no_match() -> None:
    first, second = mentions()
    assert first.claim
    assert second.claim
    swapped = [
        replace(first, claim=replace(first.claim, measure=second.claim.measure)),
        replace(second, claim=replace(second.claim, measure=first.claim.measure)),
    ]
    tally, differences = compare(TEXT, mentions(), swapped)
    assert tally.figures()["measure"] == 0.0
    assert tally.figures()["strict F1"] == 0.0
    assert [difference.kind for difference in differences] == ["measure", "measure"]


def test_missing_and_extra_facts_are_counted() -> None:
    tally, differences = compare(TEXT, mentions()[:1], mentions()[1:])
    assert tally.figures()["fact F1"] == 0.0
    assert [difference.kind for difference in differences] == ["class", "extra"]


def test_mentions_that_cover_too_much_are_refused() -> None:
    with pytest.raises(ValueError, match="crosses a clause end"):
        compare(TEXT, [], [Mention(10, 14, "10件。", MentionClass.LABEL)])
    with pytest.raises(ValueError, match="not sorted"):
        compare(TEXT, [], list(reversed(mentions())))
    with pytest.raises(ValueError, match="do not fit"):
        compare(TEXT, [], [Mention(0, 2, "12", MentionClass.LABEL)])


def test_likeness_leaves_order_out() -> None:
    assert alike("人民调解成功", "成功人民调解") == 1.0
    assert alike("", "") == 1.0
    assert alike("受理", "办结") == 0.0
