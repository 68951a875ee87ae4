"""Charts and workbooks: only like with like is drawn, every character can be drawn, figures stay numbers."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from python_calamine import CalamineWorkbook

from bot.asking.answering.answer import Answerer
from bot.layout import FONT
from bot.model import Answer, Asked, Bound, Intent, Kind, Modality, Query
from bot.replying.chart import chart, panels_of, text_of
from bot.replying.workbook import workbook
from bot.words.places import Places
from tests.golden import ROOT

FONTS = ROOT / "data" / "fonts"


@pytest.fixture
async def compared(answerer: Answerer, places: Places) -> Answer:
    asked = tuple(Asked(region) for code in ("440311", "440881") if (region := places.get(code)))
    return await answerer.answer(Query(intent=Intent.COMPARE, topics=("人民调解",), asked=asked))


def test_the_font_has_every_character_of_place_names_and_of_gb2312(places: Places) -> None:
    drawable = set(map(chr, TTFont(FONTS / FONT).getBestCmap()))
    names = {character for region in places.by_code.values() for character in region.name}
    assert names <= drawable
    assert set("埇沚浉瀍猇硚鄠") <= drawable
    assert set("行政复议，。、：；？！（）“”《》①②%−÷0123456789") <= drawable
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


async def test_a_chart_is_a_png_of_a_phones_width_and_says_what_it_shows(compared: Answer) -> None:
    picture = await chart(compared, FONTS)
    assert picture
    assert picture.png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture.png[16:24])
    assert width == 1080
    assert 400 < height < 2000
    assert "光明区2020年7628宗，廉江市2024年3785宗" in picture.text


async def test_missing_glyphs_would_be_noticed(compared: Answer) -> None:
    group = replace(compared.groups[0], title="人民调解\U0001f600")
    with pytest.raises(UserWarning, match="Glyph"):
        await chart(replace(compared, groups=(group,)), FONTS)


async def test_only_figures_of_one_kind_share_a_panel(compared: Answer) -> None:
    first, second = compared.groups[0].facts
    rate = replace(second, claim=replace(second.claim, kind=Kind.RATE, unit="%"))
    mixed = replace(compared, groups=(replace(compared.groups[0], facts=(first, rate)),))
    assert panels_of(mixed) == ()
    assert await chart(mixed, FONTS) is None
    other_unit = replace(second, claim=replace(second.claim, unit="人次"))
    unnamed = replace(compared.groups[0], indicator="", facts=(first, other_unit))
    assert panels_of(replace(compared, groups=(unnamed,))) == ()


async def test_targets_and_inexact_figures_are_marked(compared: Answer) -> None:
    first, second = compared.groups[0].facts
    target = replace(first, claim=replace(first.claim, modality=Modality.TARGET))
    about = replace(second, text="约3785宗", claim=replace(second.claim, bound=Bound.APPROX))
    marked = replace(compared, groups=(replace(compared.groups[0], facts=(target, about)),))
    assert "光明区2020年目标7628宗，廉江市2024年约3785宗" in text_of(marked)
    plain = replace(compared, groups=compared.groups[:1])
    pictures = [await chart(plain, FONTS), await chart(marked, FONTS)]
    assert pictures[0] != pictures[1]


async def test_a_workbook_holds_numbers_clauses_and_links(compared: Answer) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(compared)))
    assert book.sheet_names == ["数据", "说明"]
    head, *rows = book.get_sheet_by_name("数据").to_python()
    assert len(rows) == len(compared.facts)
    for row, fact in zip(rows, compared.facts, strict=True):
        known = dict(zip(head, row, strict=True))
        assert known["数值"] == fact.claim.value
        assert isinstance(known["数值"], float)
        assert known["原文"] == fact.claim.quote
        assert str(known["链接"]).startswith("http")
    assert any("年份不同" in str(cell) for row in book.get_sheet_by_name("说明").to_python() for cell in row)


async def test_text_that_looks_like_a_formula_stays_text(compared: Answer) -> None:
    fact = compared.groups[0].facts[0]
    sly = replace(fact, claim=replace(fact.claim, measure="=HYPERLINK(1)", quote="@SUM(1)7628宗"))
    answer = replace(compared, groups=(replace(compared.groups[0], facts=(sly,)),))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(workbook(answer))).get_sheet_by_name("数据").to_python()
    assert "=HYPERLINK(1)" in rows[1]
    assert "@SUM(1)7628宗" in rows[1]
