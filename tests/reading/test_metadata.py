"""Metadata: found where the file says it, inferred with a remark where it does not, never guessed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from bot.reading.documents import document_from, read_document
from bot.reading.documents.text import Document
from bot.reading.metadata import Metadata, metadata_of
from bot.words.places import Places

DATA = Path(__file__).parents[2] / "data"
BODY = "\n一、工作情况\n收到行政复议申请583宗。\n"
ALL = {"title", "issuer", "region", "adcode", "year", "published"}


@pytest.fixture(scope="module")
def places() -> Places:
    return Places.load(DATA / "places")


def read(places: Places, text: str, name: str = "a.txt", **head: str) -> Metadata:
    """The metadata of a text under a file name."""
    return metadata_of(Document(text, head), name, places)


@pytest.mark.parametrize("entry", tomllib.loads((DATA / "reports" / "sources.toml").read_text("utf-8"))["report"])
def test_what_the_real_reports_say_of_themselves_is_what_the_catalogue_knows(
    places: Places, entry: dict[str, object]
) -> None:
    path = DATA / "reports" / f"{entry['id']}.txt"
    document = read_document(path)
    found = metadata_of(document, "x.txt", places)
    assert (found.region, found.adcode, found.year) == (entry["region"], entry["adcode"], entry["year"])
    assert found.published == entry.get("published")
    if str(entry["title"]) in document.text:
        assert found.title == entry["title"]
        assert found.issuer == entry["issuer"]
    else:
        assert found.title == ""
        assert "没有找到标题" in found.remarks
    assert str(entry["issuer"]).endswith(found.issuer)


def test_a_title_gives_issuer_place_and_year_and_the_head_the_date(places: Places) -> None:
    text = (
        "首页 > 信息公开\n成都市武侯区司法局2023年度法治政府建设情况报告\n发布时间：2024-01-15　来源：区司法局" + BODY
    )
    assert read(places, text) == Metadata(
        title="成都市武侯区司法局2023年度法治政府建设情况报告",
        issuer="成都市武侯区司法局",
        region="成都市武侯区",
        adcode="510107",
        year=2023,
        published=date(2024, 1, 15),
        certain=frozenset(ALL),
    )


def test_a_title_on_two_lines_is_one(places: Places) -> None:
    found = read(places, "苏州市司法局\n2022年法治政府建设年度报告" + BODY)
    assert (found.title, found.year) == ("苏州市司法局2022年法治政府建设年度报告", 2022)


def test_years_in_chinese_and_full_width_digits_count(places: Places) -> None:
    assert read(places, "苏州市司法局二〇二二年工作总结" + BODY).year == 2022
    assert read(places, "苏州市司法局２０２２年工作总结" + BODY).year == 2022


def test_the_page_says_what_the_text_does_not(places: Places) -> None:
    head = {
        "title": "苏州市司法局2022年工作总结_苏州市人民政府",
        "published": "2023-02-03 09:00:00",
        "issuer": "苏州市司法局",
    }
    found = read(places, BODY, **head)
    assert (found.title, found.issuer) == ("苏州市司法局2022年工作总结", "苏州市司法局")
    assert (found.adcode, found.published) == ("320500", date(2023, 2, 3))


def test_the_lines_above_the_article_of_a_page_count(places: Places) -> None:
    column = "法治政府建设年度报告"
    page = f"""<html><head><title>{column}_昆山市</title></head><body><div>首页 &gt; {column}</div><div>{column}</div>
    <h2>昆山市司法局2023年法治政府建设年度报告</h2><div>发布时间：2024-01-15 来源：昆山市司法局 字号：大 中 小</div>
    <div id=zoom><p>2023年，全市办理案件20件。</p><p>培训12场。</p></div>
    <div>版权所有：昆山市司法局</div></body></html>"""
    document = document_from(page.encode(), ".html")
    assert document.text == "2023年，全市办理案件20件。\n培训12场。"
    found = metadata_of(document, "content.html", places)
    assert (found.title, found.published) == ("昆山市司法局2023年法治政府建设年度报告", date(2024, 1, 15))
    assert found.certain == ALL


def test_a_signature_names_the_issuer_and_its_date_is_not_the_publication(places: Places) -> None:
    found = read(places, f"2021年，全局上下奋力前行。{BODY}昆山市司法局\n2022年1月7日\n")
    assert (found.issuer, found.region, found.year) == ("昆山市司法局", "昆山市", 2021)
    assert {"issuer", "region", "year"} <= found.certain
    assert found.published is None
    assert "没有发布日期，落款日期是 2022-01-07" in found.remarks


def test_a_date_of_writing_in_the_head_is_not_the_publication(places: Places) -> None:
    head = "[ 成文日期 ] | 2024-01-02 | [ 发布日期 ] | 2024-03-04 |\n苏州市司法局2023年工作总结"
    assert read(places, head + BODY).published == date(2024, 3, 4)


def test_what_only_the_file_name_says_is_uncertain(places: Places) -> None:
    found = read(places, BODY, "苏州市司法局2022年工作总结.docx")
    assert (found.title, found.year, found.region) == ("苏州市司法局2022年工作总结", 2022, "苏州市")
    assert not found.certain
    assert read(places, BODY, "t20230203_report.html").published == date(2023, 2, 3)
    assert "published" not in read(places, BODY, "t20230203_report.html").certain


def test_a_place_that_is_only_mentioned_is_inferred(places: Places) -> None:
    found = read(places, "2021年，昆山市司法局坚持服务大局，昆山市司法局党组带头。" + BODY)
    assert found.region == "昆山市"
    assert not found.certain & {"issuer", "region", "adcode"}
    assert any("推断" in remark for remark in found.remarks)


def test_a_partner_named_beside_others_is_no_issuer(places: Places) -> None:
    found = read(places, "与工业园区、昆山市司法局联合发布免罚清单，与吴江区、昆山市司法局开展案卷互评。" + BODY)
    assert (found.issuer, found.region) == ("", "")
    assert "没有找到发布机关" in found.remarks


def test_a_name_of_several_places_is_not_decided_without_a_reason(places: Places) -> None:
    title = "鼓楼区司法局2023年工作总结"
    unknown = read(places, title + BODY)
    assert (unknown.issuer, unknown.region, unknown.adcode) == ("鼓楼区司法局", "", "")
    assert any("南京市鼓楼区" in remark and "福州市鼓楼区" in remark for remark in unknown.remarks)
    told = read(places, title + BODY + "在福州市司法局指导下开展工作。")
    assert told.adcode == "350102"
    assert "adcode" not in told.certain


def test_a_title_without_issuer_still_names_the_place(places: Places) -> None:
    found = read(places, "昆山市2023年法治政府建设年度报告" + BODY)
    assert (found.region, found.issuer, found.year) == ("昆山市", "", 2023)
    assert {"region", "adcode", "year"} <= found.certain
    assert "没有找到发布机关" in found.remarks


def test_a_date_before_the_reports_year_is_not_believed(places: Places) -> None:
    found = read(places, "苏州市司法局2023年工作总结\n发布时间：2020-01-15" + BODY)
    assert found.published is None
    assert any("早于" in remark for remark in found.remarks)


def test_a_text_that_names_no_year_is_dated_by_its_head_or_signature_and_says_so(places: Places) -> None:
    for text, year in (
        (f"来源：昆山日报　记者：王某　2019-07-16\n{BODY}", 2019),
        (f"{BODY}昆山市司法局\n2019年1月16日\n", 2018),
    ):
        found = read(places, text)
        assert found.year == year
        assert "year" not in found.certain
        assert any(f"推断为 {year} 年" in remark for remark in found.remarks)


def test_a_year_that_is_only_counted_from_is_not_the_reports(places: Places) -> None:
    assert read(places, f"2020-07-16\n2016年以来，共办理案件900件。{BODY}").year == 2020
    assert read(places, f"2020-12-16\n2020年以来，共办理案件900件。{BODY}").certain >= {"year"}


def test_nothing_found_is_said(places: Places) -> None:
    found = read(places, "收到583宗。")
    assert found == Metadata(remarks=found.remarks)
    assert len(found.remarks) == 5
