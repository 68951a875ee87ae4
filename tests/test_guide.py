"""What ARCHITECTURE.md says about changing things can be done as it says: its files exist and its examples work."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

from bot.library.sources import read_sources
from bot.model import Kind
from bot.words.lexicon import Lexicon
from bot.words.places import Places

TOP = Path(__file__).resolve().parents[1]
GUIDE = (TOP / "ARCHITECTURE.md").read_text("utf-8").partition("## How to change it")[2].partition("\n## ")[0]
FOLDERS = ("", "bot/reading", "data", "data/lexicon", "data/places", "data/reports", "tests/reading")
"""Where the files lie that the guide names within a sentence about them."""

EXISTING = re.compile(r"`([\w./]+(?:\.py|\.toml|\.tsv|\.md|/))`")


def example(beginning: str) -> str:
    """The indented example of the guide that begins like this."""
    blocks = re.findall(r"(?:^    .*\n)+", GUIDE, re.MULTILINE)
    (found,) = (block for block in map(textwrap.dedent, blocks) if block.startswith(beginning))
    return found


def test_every_file_that_the_guide_names_is_there() -> None:
    named = EXISTING.findall(GUIDE)
    assert len(named) > 20
    assert [name for name in named if not any((TOP / folder / name).exists() for folder in FOLDERS)] == []


def test_the_indicator_of_the_guide_takes_in_what_it_says_and_nothing_else(tmp_path: Path) -> None:
    lexicon = Path(shutil.copytree(TOP / "data" / "lexicon", tmp_path / "lexicon"))
    with (lexicon / "indicators.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + example('["'))
    indicator_of = Lexicon.load(lexicon).indicator_of
    assert indicator_of("普法宣传", "开展法润乡村夜话", Kind.COUNT, "场") == "普法宣传/乡村夜话"
    assert indicator_of("普法宣传", "开展涉企夜话", Kind.COUNT, "场") == ""


def test_the_report_of_the_guide_fits_the_catalogue() -> None:
    (source,) = read_sources(example("[[report]]").replace("…", "www.baoan.gov.cn/post_1.html"), "sources.toml")
    places = Places.load(TOP / "data" / "places")
    assert [region.adcode for region in places.named(source.report.region)] == [source.report.adcode]
