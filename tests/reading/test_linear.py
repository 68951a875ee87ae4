"""The work that reading does grows with the length of the text and no faster, whatever the text."""

import sys
from types import FrameType

import pytest

from tests.bench.adversarial import stretched
from tests.bench.reading import ADVERSARIAL
from tests.reading.reading import mentions

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
