"""Both normalisers on what staff and pages really contain."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.normalise import align, fold, unaddressed


@given(st.text())
def test_align_keeps_every_offset(text: str) -> None:
    assert len(align(text)) == len(text)


def test_align_makes_digits_letters_and_punctuation_ascii() -> None:
    assert align("收到583宗,（是去年的３．３８倍）；ＡＢ\u3000：") == "收到583宗,(是去年的3.38倍);AB :"
    assert align("“法治前哨站”、《条例》。") == "“法治前哨站”、《条例》。"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("行政複議 東莞", "行政复议 东莞"),
        ("光明2O20、２０2o的", "光明2020、2020的"),
        ("oo2O20x与12O20", "oo2o20x与12o20"),
        ("光\u200b明\u202e区\u2066 ", "光明区"),
        ("  ＣＯＭＰＡＲＥ\u3000２０２４ ", "compare 2024"),
        ("a\tb\r\nc", "a b c"),
        ("\x00\x1b[0m", "[0m"),
        ("法律服務", "法律服务"),
        ("清単修攺", "清单修改"),
        ("", ""),
    ],
)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_fold_never_fails_and_is_stable(text: str) -> None:
    once = fold(text)
    assert once == once.strip()
    assert fold(once) == once


def test_nothing_heavy_is_loaded_by_the_import() -> None:
    program = "import sys, bot.words.normalise; sys.exit('opencc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("folded", "meant"),
    [
        ("@shuju_bot 多少公证", "多少公证"),
        ("@shuju_bot, /目录 光明", "/目录 光明"),
        ("/目录 @bot 光明", "/目录 光明"),
        ("多少公证@shuju_bot 谢谢@xiao_li", "多少公证 谢谢"),
        ("wang@shuju.cn 多少公证", "wang@shuju.cn 多少公证"),
        ("信箱@shuju.cn", "信箱@shuju.cn"),
        ("/list@shuju_bot 光明", "/list@shuju_bot 光明"),
        ("3件@5元", "3件@5元"),
        ("@", "@"),
    ],
)
def test_whom_a_message_is_meant_for_is_no_word_of_it(folded: str, meant: str) -> None:
    assert unaddressed(folded) == meant
