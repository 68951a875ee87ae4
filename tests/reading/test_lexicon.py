"""A word file that somebody broke is refused with its name and what is wrong, before anything is read."""

import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.reading.reader import Reader
from bot.reading.vocabulary.trees import one_of
from tests.reading.reading import LEXICON

FILES = ("units.toml", "times.toml", "phrases.toml", "topic_cues.toml")
ALL_FILES = (*FILES, "cue_contexts.toml")


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    for name in ALL_FILES:
        shutil.copy(LEXICON / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("phrases.toml", "\nways = [", "\nweighs = [", "ways"),
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


def lists_of(entry: object, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a table, with its path."""
    if isinstance(entry, dict):
        for key, inner in entry.items():
            yield from lists_of(inner, f"{name}.{key}")
    elif isinstance(entry, list):
        yield name, entry


@pytest.mark.parametrize("file", FILES)
def test_no_list_holds_a_word_twice(file: str) -> None:
    table = tomllib.loads((LEXICON / file).read_text(encoding="utf-8"))
    twice = {name: [word for word, times in Counter(words).items() if times > 1] for name, words in lists_of(table)}
    assert twice
    assert {name: words for name, words in twice.items() if words} == {}


def test_no_verb_stands_in_two_groups() -> None:
    groups = tomllib.loads((LEXICON / "phrases.toml").read_text(encoding="utf-8"))["verbs"]
    times = Counter(verb for group in groups.values() for verb in group)
    assert len(times) > 500
    assert [verb for verb, count in times.items() if count > 1] == []


def test_a_missing_file(lexicon: Path) -> None:
    (lexicon / "times.toml").unlink()
    with pytest.raises(DataError, match=r"times\.toml"):
        Reader.load(lexicon)


def test_the_longest_of_several_words_is_found() -> None:
    pattern = re.compile(one_of(["人", "人次", "人次数", "个"]))
    assert [match[0] for match in pattern.finditer("人次人个人次数")] == ["人次", "人", "个", "人次数"]
    assert not re.compile(one_of([])).search("人")
