"""The work that reading does grows with the length of the text and no faster, whatever the text."""

import sys
from types import FrameType

import pytest

from bot.reading.measures.segments import REACH, locals_of
from bot.reading.vocabulary.lexicon import ReadingLexicon
from tests.bench.adversarial import stretched
from tests.bench.reading import ADVERSARIAL
from tests.reading.reading import LEXICON, mentions, reader

SHORT, TIMES = 1500, 3
ALLOWED = 3.75
"""Work for three times the text: 3 and what small texts save; quadratic work would be 9."""


def operations(text: str) -> int:
    """How many calls, of Python and of C, reading a text makes."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        mentions(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    mentions(piece)
    assert operations(stretched(piece, TIMES * SHORT)) <= ALLOWED * operations(stretched(piece, SHORT))


@pytest.mark.parametrize(("first", "second"), [("4件", "全市共办理"), ("全市共办理", "4件"), ("各部门分别办理", "4件")])
def test_words_shared_by_many_figures_stay_near_them(first: str, second: str) -> None:
    text = stretched(first, SHORT) + stretched(second, SHORT)
    found = locals_of(text, 0, len(text), reader().numerals(text), ReadingLexicon.load(LEXICON))
    assert len(found) > SHORT // len("4件") - 1
    assert max(end - start for local in found for start, end in (local.left, local.right)) <= REACH
