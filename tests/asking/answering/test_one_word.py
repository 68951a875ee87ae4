"""One word that the lexicon does not know, which a measure ends in: some of what it names, and near to all of it."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

FIGURES = (
    Told("表彰优秀联络员6名", "6名", "人民调解", "表彰调解联络员", 6, "名"),
    Told("慰问困难网格员14名", "14名", "普法宣传", "慰问困难网格员", 14, "名"),
    Told("培训骨干网格员20名", "20名", "普法宣传", "培训骨干网格员", 20, "名"),
)


@pytest.mark.parametrize("message", ["联络员有几名", "联络员一共多少人"])
async def test_the_only_figure_of_some_is_near(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert (answer.status, [fact.text for fact in answer.facts]) == (Status.PARTIAL, ["6名"])


@pytest.mark.parametrize("message", ["网格员有多少名", "联络站有几个", "联络员会议有几场"])
async def test_one_of_several_or_another_thing_is_not(ask: Ask, message: str) -> None:
    assert not (await ask(message)).facts
