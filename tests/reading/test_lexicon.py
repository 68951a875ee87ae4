"""A word file that somebody broke is refused with its name and what is wrong, before anything is read."""

import re
import shutil
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.reading.reader import Reader
from bot.reading.trees import one_of
from tests.reading.reading import LEXICON

FILES = ("units.toml", "times.toml", "phrases.toml", "topic_cues.toml")


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(LEXICON / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("phrases.toml", "verbs = [", "werbs = [", "verbs"),
        ("times.toml", 'up = ["增长"', 'up = "增长" #', "list of words"),
        ("units.toml", "money = [", "gold = [", "money"),
        ("topic_cues.toml", "silent = [", "quiet = [", "silent"),
        ("times.toml", "截[至止](?:到)?", "截[至止](?:到?", "正则表达式"),
        ("units.toml", "[names]", "[names", "TOML"),
    ],
)
def test_broken_files(lexicon: Path, file: str, old: str, new: str, said: str) -> None:
    path = lexicon / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=said) as raised:
        Reader.load(lexicon)
    assert raised.value.file == str(path)


def test_a_missing_file(lexicon: Path) -> None:
    (lexicon / "times.toml").unlink()
    with pytest.raises(DataError, match=r"times\.toml"):
        Reader.load(lexicon)


def test_the_longest_of_several_words_is_found() -> None:
    pattern = re.compile(one_of(["人", "人次", "人次数", "个"]))
    assert [match[0] for match in pattern.finditer("人次人个人次数")] == ["人次", "人", "个", "人次数"]
    assert not re.compile(one_of([])).search("人")
