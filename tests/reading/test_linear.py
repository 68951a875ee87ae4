"""The work that reading does grows with the length of the text and no faster, whatever the text."""

import sys
from types import FrameType

import pytest

from tests.bench.reading import ADVERSARIAL, stretched
from tests.reading.reading import mentions

ALLOWED = 5.0
"""Work for four times the text: 4 and what small texts save; quadratic work would be 16."""


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


@pytest.mark.parametrize("piece", ADVERSARIAL[:8])
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    mentions(piece)
    assert operations(stretched(piece, 6000)) <= ALLOWED * operations(stretched(piece, 1500))
