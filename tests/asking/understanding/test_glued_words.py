"""A word that nothing knows is never passed over because it runs into a place, in whatever letters."""

from __future__ import annotations

from itertools import product

import pytest

from bot.asking.understanding.understand import Understander

PLACES = ("东莞", "东莞市", "广东省东莞市", "dongguan", "dongguanshi", "guangmingqu")
STRANGE = ("天气", "税收", "GDP", "ktv", "fangjia")
FORMS = (
    "{strange}{place} 行政复议",
    "{place}{strange} 行政复议",
    "行政复议{strange}{place}和廉江",
    "巴南{strange}{place}律师",
)


@pytest.mark.parametrize(("form", "place", "strange"), list(product(FORMS, PLACES, STRANGE)))
def test_a_word_that_runs_into_a_place_is_not_lost(
    understander: Understander, form: str, place: str, strange: str
) -> None:
    query = understander.understand(form.format(place=place, strange=strange))
    told = (*query.words, *query.unread, *(missing.asked for missing in query.missing))
    assert any(strange.lower() in one.lower() for one in told)


@pytest.mark.parametrize("typed", ["dongguanshi", "donguanshi", "donggguanshi", "xingzhenfuyi", "xingzhengfuyi"])
def test_a_slip_in_pinyin_is_still_heard(understander: Understander, typed: str) -> None:
    query = understander.understand(f"{typed} 多少")
    assert query.asked or query.topics
