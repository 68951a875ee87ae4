"""Chinese texts that people read have full-width punctuation; the script that mends them also judges them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "deploy" / "tools" / "punctuation.py"


@pytest.fixture(scope="module")
def punctuation() -> ModuleType:
    spec = importlib.util.spec_from_file_location("punctuation", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_text_has_full_width_punctuation(punctuation: ModuleType) -> None:
    files = punctuation.files()
    assert len(files) > 10
    assert [line for path in files for line in punctuation.wrong_lines(path)] == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("没有数据,请换一个", "没有数据\uff0c请换一个"),
        ("光明(2024)", "光明\uff08" + "2024)"),
        ("例如:/compare", "例如\uff1a/compare"),
        ("3:1 and (x)", "3:1 and (x)"),
        ("写 `说:话` 就行", "写 `说:话` 就行"),
    ],
)
def test_punctuation_is_judged_by_what_it_touches(punctuation: ModuleType, typed: str, right: str) -> None:
    assert punctuation.put_right(typed) == right


def test_only_texts_of_code_are_looked_at(punctuation: ModuleType) -> None:
    source = (
        '"""Doc: 收到,受理."""\n\n# 注释,原样\nx = "收到,受理"\ny = r"收到,受理"\nz = {"甲:": "乙"}\n'
        'w = x.strip("甲,") in "乙:"\n'
    )
    texts = [source[start:end] for start, end in punctuation.python_texts(source)]
    assert texts == ['"收到,受理"', '"甲:"', '"乙"']
