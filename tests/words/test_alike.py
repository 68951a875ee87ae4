"""Words that people use for one another."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.words.alike import Alike
from bot.words.indicators import covered
from bot.words.lexicon import Lexicon

APART = Path(__file__).with_name("apart.txt")


def _written(folder: Path, text: str) -> Path:
    path = folder / "alike.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _kept_apart() -> list[tuple[str, str]]:
    """Every two words of each line of apart.txt."""
    lines = APART.read_text(encoding="utf-8").splitlines()
    groups = (line.split() for line in lines if not line.startswith("#"))
    return [pair for group in groups for pair in combinations(group, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("网上培训班", "线上培训班"),
        ("社工应该懂的规定", "社工应知应会规定"),
        ("新提拔干部的及格率", "新提任领导干部的合格率"),
        ("复议平均每件快了几天", "复议平均每宗减少几天"),
        ("村（居）走访", "村居走访"),
        ("外卖小哥的法援站", "新业态劳动者的法援站"),
        ("送回牢里的几人", "收监的几人"),
        ("还管用的红头文件", "现行有效的规范性文件"),
        ("老法官劝和几起", "退休法官调解几起"),
        ("邻居吵架", "邻里纠纷"),
        ("一把手出庭率", "负责人出庭应诉率"),
        ("帮着写状子", "帮着代书"),
        ("县政府让人告上法庭", "县政府为被告"),
        ("还有几处没整改完", "还有几处仍在整改"),
        ("核查几个建设项目", "核查几个在建项目"),
        ("部门文件出台前先审", "部门文件前置审查"),
        ("复议中一次性了结", "复议中案结事了"),
        ("新接了几名学员", "收到几名学员"),
        ("矫正的人没人再犯事", "矫正的人再犯罪率为零"),
        ("再也不能再用自己的名义", "再也不再以其名义"),
        ("保住了文明单位的牌子", "保留了文明单位的称号"),
    ],
)
def test_other_words_for_the_same_compare_equal(lexicon: Lexicon, one: str, other: str) -> None:
    assert lexicon.alike.same(one) == lexicon.alike.same(other)


@pytest.mark.parametrize(("one", "other"), _kept_apart())
def test_what_a_careful_reader_keeps_apart_stays_apart(lexicon: Lexicon, one: str, other: str) -> None:
    assert lexicon.alike.same(one) != lexicon.alike.same(other)


def test_the_longest_word_wins_and_punctuation_goes(tmp_path: Path) -> None:
    alike = Alike.load(_written(tmp_path, '[things]\n"甲乙" = ["丙丁"]\n"戊己" = ["丙丁庚"]\n'))
    assert alike.same("“丙丁”庚、丙丁") == "戊己甲乙"
    assert alike.things == ("丙丁", "丙丁庚")


def test_a_verb_of_direction_is_known_with_what_goes_on_behind_it(tmp_path: Path) -> None:
    alike = Alike.load(_written(tmp_path, '[doing]\n"撰写" = ["写出", "写成"]\n'))
    assert alike.same("写出来几份") == "撰写几份"
    assert alike.doing == ("写出", "写成", "写出来")


def test_a_broad_verb_makes_no_two_words_one(tmp_path: Path) -> None:
    alike = Alike.load(_written(tmp_path, '[broad]\n"看" = ["审查", "观看"]\n'))
    assert alike.broad == {"看": ("审查", "观看")}
    assert alike.same("看审查观看") == "看审查观看"


def test_a_folder_without_the_file_has_no_words_alike(tmp_path: Path) -> None:
    assert Alike.load(tmp_path / "alike.toml").same("网上 培训") == "网上培训"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[doing]\n"甲乙" = ["丙"]\n', "too short"),
        ('[doing]\n"甲乙" = ["丙丁"]\n"戊己" = ["丙丁"]\n', "belongs to 甲乙 already"),
        ('[doing]\n"甲乙" = ["丙丁"]\n[things]\n"丙丁" = ["戊己"]\n', "丙丁 is among the words of 甲乙"),
        ('[doing]\n"甲乙" = "丙丁"\n', "a list of words is expected"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason) as raised:
        Alike.load(_written(tmp_path, text))
    assert raised.value.line > 0


def test_every_meaning_of_a_broad_verb_is_known_to_an_indicator(lexicon: Lexicon) -> None:
    patterns = [pattern for group in lexicon.patterns.values() for pattern in group]
    meanings = {meaning for known in lexicon.alike.broad.values() for meaning in known}
    assert len(meanings) > 20
    assert [m for m in meanings if not any(covered(m, p.allowed, p.longest) for p in patterns)] == []
