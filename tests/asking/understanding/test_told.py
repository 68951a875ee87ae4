"""What the loaded reports measure is no slip for a word of the lexicon."""

from __future__ import annotations

from bot.asking.understanding.cutting.told import Told
from bot.asking.understanding.understand import Understander
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import ROOT, reports

ASKED = "廉江排查涉疫纠纷多少件"


def test_a_measure_is_taken_as_it_stands(understander: Understander, places: Places) -> None:
    known = Understander(Lexicon.load(ROOT / "data" / "lexicon"), places, list(reports().values()), ["排查涉疫纠纷"])
    assert not known.understand(ASKED).notes
    assert understander.understand(ASKED).notes == ("按“复议纠纷”理解“疫纠纷”",)


def test_two_characters_may_meet_by_chance() -> None:
    told = Told(["处置“涉疫”纠纷", "机制"], {"机制"}.__contains__)
    assert told.holds("涉疫纠纷")
    assert not told.holds("纠纷复")
    assert not told.holds("置涉")
    assert told.holds("机制")
