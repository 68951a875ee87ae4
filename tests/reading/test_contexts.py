"""Every entry of cue_contexts.toml is needed: its example reads as it says with the entry, and otherwise without."""

import shutil
import tomllib
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.reading.reader import Reader
from bot.words.toml import header_lines
from tests.reading.reading import LEXICON, REGION, YEAR, reader

FILE = LEXICON / "cue_contexts.toml"
ENTRIES = tomllib.loads(FILE.read_text(encoding="utf-8"))["context"]
LINES = [line - 1 for line in header_lines(FILE.read_text(encoding="utf-8"), "context")]


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    (tmp_path / "places").symlink_to(LEXICON.parent / "places")
    return Path(shutil.copytree(LEXICON, tmp_path / "lexicon"))


def topic_of(reading: Reader, text: str, figure: str) -> str:
    """The topic of the last figure of a text that is written so."""
    found = reading.mentions(text, year=YEAR, region=REGION)
    return [mention.claim.topic for mention in found if mention.claim and mention.text == figure][-1]


@pytest.mark.parametrize("number", range(len(ENTRIES)), ids=[entry["why"][:40] for entry in ENTRIES])
def test_an_entry_makes_its_example_read_right(lexicon: Path, number: int) -> None:
    text, figure, topic = ENTRIES[number]["example"]
    assert topic_of(reader(), text, figure) == topic
    lines = FILE.read_text(encoding="utf-8").split("\n")
    del lines[LINES[number] : [*LINES, len(lines)][number + 1]]
    (lexicon / FILE.name).write_text("\n".join(lines), encoding="utf-8")
    assert topic_of(Reader.load(lexicon), text, figure) != topic


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cue = '巡察'", "cue = '巡察('"),
        ("cue = '巡察'", "cue = 12"),
        ("cue = '巡察'", "clue = '巡察'"),
        ("cue = '巡察'", "cue = '巡察'\nwithin = '巡察'"),
    ],
)
def test_an_entry_that_does_not_fit_is_named_by_its_line(lexicon: Path, old: str, new: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    (lexicon / FILE.name).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        Reader.load(lexicon)
    assert raised.value.line == header_lines(text[: text.index(old)], "context")[-1]
