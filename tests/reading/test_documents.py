"""Report files of every format become the same text, and what cannot be read is refused with the reason."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import DocumentError
from bot.reading.documents import MAX_BYTES, SUFFIXES, document_from, read_document
from bot.reading.documents.docx import read_docx
from bot.reading.documents.html import read_html
from bot.reading.documents.pdf import read_pdf
from bot.reading.documents.pdf_pages import text_of
from bot.reading.documents.text import Document, Unreadable, read_text
from tests.reading.files import docx, paragraph, pdf, set_in_lines, table

REPORTS = sorted((Path(__file__).parents[2] / "data" / "reports").glob("*.txt"))

BODY = [
    "一、工作情况",
    "2024年，收到行政复议申请583宗，审结 121 宗；调解率达42%。",
    "（二）普法宣传。举办活动近1000场，发放资料1.2万份。",
    "二、下一步计划。力争调解率达50%以上。",
]


def squeezed(text: str) -> str:
    """A text without white space."""
    return re.sub(r"\s+", "", text)


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    def test_encodings_of_windows_and_the_web_give_the_same_text(self, encoding: str) -> None:
        text = "\n".join(BODY) + "\n"
        assert document_from(text.encode(encoding), ".txt").text == text

    def test_line_ends_are_one_character(self) -> None:
        assert document_from("一\r\n二\r三\n".encode(), ".TXT").text == "一\n二\n三\n"

    @pytest.mark.parametrize("data", ["報告".encode("big5") * 50, bytes(range(128, 256)) * 4, b"\x00\x01\x02"])
    def test_other_encodings_are_refused_rather_than_guessed(self, data: bytes) -> None:
        with pytest.raises(Unreadable, match=r"编码|二进制"):
            document_from(data, ".txt")

    def test_a_page_under_a_wrong_name_is_refused(self) -> None:
        with pytest.raises(Unreadable, match="改名"):
            read_text("<!DOCTYPE html><html><p>收到583宗。</p>".encode())


def page(article: str, before: str = "", after: str = "") -> bytes:
    """A page as government sites build them."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告_某县政府网</title>
    <meta name="ArticleTitle" content="某县司法局2024年法治政府建设年度报告">
    <meta name="PubDate" content="2025-01-06 10:00">
    <meta name="ContentSource" content="某县司法局"><script>var a = "脚本12次。";</script></head><body>
    <div class="nav"><a href="/">首页</a> &gt; <a href="/x">信息公开</a></div>{before}{article}{after}
    <ul><li><a href="/1">某县2023年法治报告发布，成效明显。</a></li></ul>
    <div class="bottom">版权所有：某县司法局 粤ICP备19120676号 联系电话：0769-22489999</div></body></html>""".encode()


class TestPages:
    def test_the_article_is_taken_and_the_furniture_left(self) -> None:
        inner = "".join(f"<p>　　{line}</p>\n" for line in BODY)
        document = read_html(page(f"<div id=w><div>字号：大 中 小 打印</div><div id=zoom>{inner}</div></div>"))
        assert document.text == "\n".join(BODY)
        assert document.head["title"] == "某县司法局2024年法治政府建设年度报告"
        assert document.head["issuer"] == "某县司法局"
        assert document.head["published"].startswith("2025-01-06")

    def test_no_sentence_with_a_number_is_lost_to_a_tighter_element(self) -> None:
        article = f"<div><div>{'<br>'.join(BODY * 5)}</div><div>截至12月底，办结9件。</div></div>"
        assert "截至12月底，办结9件。" in read_html(page(article)).text
        figures = "<table><tr><td>复议</td><td>583宗</td></tr></table>"
        assert "复议 | 583宗 |" in read_html(page(f"<div><div>{'<br>'.join(BODY * 5)}</div>{figures}</div>")).text

    def test_a_page_laid_out_with_tables_and_broken_tags_keeps_its_text(self) -> None:
        cells = "".join(f"<tr><td><font>{line}<br>" for line in BODY)
        assert squeezed(read_html(page(f"<table><tbody>{cells}</table>")).text) == squeezed("".join(BODY))

    def test_a_table_of_figures_keeps_rows_on_lines(self) -> None:
        rows = "<table><tr><th>项目</th><th>数量</th></tr><tr><td> 复议 </td><td>583宗</td></tr></table>"
        text = read_html(page(f"<div><p>{BODY[1]}</p>{rows}<p>{BODY[2]}</p></div>")).text
        assert "项目 | 数量 |\n复议 | 583宗 |" in text

    def test_merged_and_empty_cells_keep_columns_apart(self) -> None:
        rows = """<table><tr><th rowspan=2>类别</th><th colspan=2>案件</th></tr><tr><th>受理</th><th>审结</th></tr>
        <tr><td rowspan=2>复议</td><td>20</td><td></td></tr><tr><td>30</td><td rowspan=9>28</td></tr></table>"""
        text = read_html(f"<body><p>{BODY[1]}</p>{rows}<p>{BODY[2]}</p></body>".encode()).text
        assert text.split("\n")[1:-1] == [
            "类别 | 案件 |  |",
            "类别 | 受理 | 审结 |",
            "复议 | 20 |  |",
            "复议 | 30 | 28 |",
        ]

    def test_tables_within_tables_lose_nothing(self) -> None:
        inner = "<table><tr><td>甲</td><td>3件</td></tr></table>"
        outer = f"<table><tr><td rowspan=2>前5件。{inner}后7件。</td><td>旁9件</td></tr><tr><td>下1件</td></tr></table>"
        text = read_html(f"<body>{outer}</body>".encode()).text
        assert text.split("\n") == ["前5件。", "甲 | 3件 |", "后7件。", "旁9件", "下1件"]

    def test_numbers_cut_by_tags_entities_and_line_ends_are_whole(self) -> None:
        article = (
            "<div><p>收到<b>58</b><span>3</span>&#23447;，\n  审结&nbsp;121&nbsp;宗；挽回1\u200b20万元。</p></div>"
        )
        assert read_html(page(article)).text == "收到583宗，审结 121 宗；挽回120万元。"

    def test_what_readers_do_not_see_is_left(self) -> None:
        hidden = '<p style="display: none">隐藏5件。</p><script>x("7件。")</script><!-- 8件。 --><p hidden>9件。</p>'
        text = read_html(page(f"<div>{hidden}<p>{BODY[1]}</p><p>{BODY[2]}</p></div>")).text
        assert text == "\n".join(BODY[1:3])

    @pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
    @pytest.mark.parametrize("charset", ["gb2312", "utf-8", ""])
    def test_a_page_is_read_by_its_bytes_whatever_charset_it_names(self, charset: str, encoding: str) -> None:
        source = f'<html><head><meta charset="{charset}"></head><body><p>{BODY[1]}</p></body></html>'
        assert read_html(source.encode(encoding)).text == BODY[1]

    def test_a_few_broken_bytes_do_not_cost_the_page(self) -> None:
        data = page(f"<div><p>{BODY[1]}</p><p>{BODY[2]}</p></div>").replace("活动".encode(), b"\xe6\xb4", 1)
        assert "收到行政复议申请583宗" in read_html(data + b" " * 2000).text
        with pytest.raises(Unreadable, match="编码"):
            read_html(b"<p>" + bytes(range(128, 256)) * 9)

    @pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
    def test_a_whole_report_survives_a_page(self, path: Path) -> None:
        text = path.read_text("utf-8")
        paragraphs = "".join(f"<p>{line}</p>" for line in text.replace("<", "&lt;").split("\n"))
        kept = squeezed(read_html(page(f"<div><div>{paragraphs}</div></div>")).text)
        for line in text.split("\n"):
            assert squeezed(line) in kept

    def test_tags_piled_up_without_end_are_refused_at_once(self) -> None:
        with pytest.raises(Unreadable, match="嵌套"):
            read_html(b"<div>" * 200_000 + "收到3件。".encode())

    def test_text_under_the_name_of_a_page_is_refused(self) -> None:
        with pytest.raises(Unreadable, match="标签"):
            read_html("收到3件。".encode())


class TestWord:
    def test_paragraphs_runs_and_tables_become_lines(self) -> None:
        data = docx(
            paragraph("一、工作情况"),
            paragraph("收到行政复议申请", "58", "3宗，审结121宗。"),
            table(["项目", "数量"], ["复议", "583宗"], ["", ""], ["全年无败诉。", "领导"]),
        )
        assert read_docx(data).text.split("\n") == [
            "一、工作情况",
            "收到行政复议申请583宗，审结121宗。",
            "项目 | 数量 |",
            "复议 | 583宗 |",
            "全年无败诉。",
            "领导",
        ]

    def test_tracked_insertions_count_deletions_and_hidden_text_do_not(self) -> None:
        data = docx(
            paragraph(
                "收到",
                "<w:ins><w:r><w:t>7件</w:t></w:r></w:ins>",
                "<w:del><w:r><w:delText>8件</w:delText></w:r></w:del>",
            ),
            paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿9件</w:t></w:r>", "审结6件"),
            paragraph("<w:moveFrom><w:r><w:t>移走5件</w:t></w:r></w:moveFrom>", "完"),
        )
        assert read_docx(data).text == "收到7件\n审结6件\n完"

    def test_a_text_box_is_read_once(self) -> None:
        box = f"<w:txbxContent>{paragraph('培训9次')}</w:txbxContent>"
        mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        data = docx(paragraph("前", f"<w:r><mc:AlternateContent {mc}>{choice}</mc:AlternateContent></w:r>", "后"))
        assert sorted(read_docx(data).text.split("\n")) == ["前后", "培训9次"]

    def test_numbers_that_word_counts_itself_are_written_out(self) -> None:
        w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for at, (form, text) in enumerate(
                [
                    ("chineseCountingThousand", "%1、"),
                    ("chineseCounting", "（%2）"),
                    ("decimal", "%3."),
                    ("bullet", "·"),
                ]
            )
        )
        numbering = f"""<w:numbering {w}><w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="5"/>
            <w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""
        styles = f"""<w:styles {w}>
            <w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style></w:styles>"""

        def numbered(text: str, level: int, number: int = 1) -> str:
            properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            return paragraph(properties, text)

        data = docx(
            paragraph('<w:pPr><w:pStyle w:val="H1"/></w:pPr>', "工作"),
            numbered("复议", 1),
            numbered("收到20件", 2),
            numbered("", 2),
            numbered("审结18件", 2),
            numbered("又一组", 2, number=2),
            numbered("普法", 1),
            numbered("圆点", 3),
            paragraph('<w:pPr><w:pStyle w:val="H1b"/></w:pPr>', "计划"),
            numbered("力争", 1),
            numbered("没有", 0, number=9),
            extra={"word/numbering.xml": numbering.encode(), "word/styles.xml": styles.encode()},
        )
        lines = [
            "一、工作",
            "（一）复议",
            "1.收到20件",
            "3.审结18件",
            "1.又一组",
            "（二）普法",
            "圆点",
            "二、计划",
            "（一）力争",
            "没有",
        ]
        assert read_docx(data).text.split("\n") == lines

    def test_notes_are_read_after_the_text(self) -> None:
        w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        note = f'<w:footnotes xmlns:w="{w}"><w:footnote>{paragraph("注：含调解3件")}</w:footnote></w:footnotes>'
        data = docx(paragraph("收到20件"), extra={"word/footnotes.xml": note.encode()})
        assert read_docx(data).text == "收到20件\n注：含调解3件"

    def test_a_zip_bomb_is_refused_before_it_unpacks(self) -> None:
        with pytest.raises(Unreadable, match="太大"):
            read_docx(docx(extra={"word/document.xml": b"<a>" + b"x" * 100_000_000}))

    def test_entities_that_multiply_are_refused(self) -> None:
        laughs = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
        with pytest.raises(Unreadable, match="实体"):
            read_docx(docx(extra={"word/document.xml": laughs}))

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "密码"),
            (b"%PDF-1.7", "不是 Word"),
            (b"PK\x03\x04broken", "损坏"),
            (docx(paragraph("收到20件"))[:-100], "损坏"),
            (docx(extra={"word/document.xml": b"<a><b></a>"}), "XML"),
        ],
    )
    def test_what_is_no_word_file_is_refused_with_the_reason(self, data: bytes, reason: str) -> None:
        with pytest.raises(Unreadable, match=reason):
            read_docx(data)

    def test_another_archive_under_the_name_is_refused(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>")
        with pytest.raises(Unreadable, match="别的压缩文件"):
            read_docx(out.getvalue())


class TestPdf:
    @pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
    def test_a_whole_report_survives_print(self, path: Path) -> None:
        text = path.read_text("utf-8")
        set_text = text_of(pdf(set_in_lines(text)))
        assert squeezed(set_text) == squeezed(text)
        lines = {squeezed(line) for line in set_text.split("\n")}
        paragraphs = [squeezed(line) for line in text.split("\n") if "。" in line]
        assert len([line for line in paragraphs if line in lines]) == len(paragraphs)

    def test_page_heads_and_numbers_go_and_figures_stay(self) -> None:
        lines = [f"第{n}项工作完成{n}件。" + "加强队伍建设，" * (n % 3) * 4 for n in range(1, 100)]
        text = text_of(pdf(set_in_lines("\n".join(lines))))
        assert text.split("\n") == lines

    def test_a_number_alone_on_the_last_line_is_kept_unless_it_counts_the_page(self) -> None:
        assert text_of(pdf([[(72, 700, "收到申请"), (72, 680, "583")]])).endswith("583")
        assert text_of(pdf([[(72, 700, "收到申请9件。"), (290, 30, "1")]])) == "收到申请9件。"

    def test_a_character_alone_is_kept_whatever_fonts_the_machine_has(self) -> None:
        assert (
            text_of(pdf([[(72, 700, "收到申请"), (72, 640, "三"), (72, 580, "件")]])).replace("\n", "")
            == "收到申请三件"
        )

    def test_a_scan_says_that_it_has_no_text(self) -> None:
        with pytest.raises(Unreadable, match="扫描件"):
            read_pdf(pdf([[], []]))

    @pytest.mark.parametrize(
        ("data", "reason"),
        [(b"PK\x03\x04", "不是 PDF"), (b"%PDF-1.7 and no more", "损坏"), (b"%PDF-" + b"\0" * 9, "损坏")],
    )
    def test_what_is_no_pdf_is_refused_with_the_reason(self, data: bytes, reason: str) -> None:
        with pytest.raises(Unreadable, match=reason):
            read_pdf(data)

    def test_a_file_that_unpacks_without_end_is_given_up(self) -> None:
        page_of_text = [(72.0, 700.0, "一" * 100)] * 4000
        with pytest.raises(Unreadable, match="读不完"):
            read_pdf(pdf([page_of_text] * 100), seconds=1)

    def test_the_process_apart_gives_the_same_text(self) -> None:
        data = pdf(set_in_lines("\n".join(BODY)))
        assert read_pdf(data) == Document(text_of(data))


class TestFiles:
    def test_the_ending_of_the_name_decides_and_unknown_ones_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "报告.DOCX").write_bytes(docx(paragraph("收到20件")))
        assert read_document(tmp_path / "报告.DOCX").text == "收到20件"
        (tmp_path / "报告.wps").write_bytes(b"x")
        with pytest.raises(DocumentError, match=r"报告\.wps: 不认识的格式"):
            read_document(tmp_path / "报告.wps")

    @pytest.mark.parametrize("data", [pdf([[(72, 700, "收到20件")]]), docx(paragraph("收到20件")), b"\x89PNG\r\n"])
    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_a_file_under_a_wrong_ending_is_named(self, data: bytes, suffix: str) -> None:
        if (suffix, data[:2]) not in {(".pdf", b"%P"), (".docx", b"PK")}:
            with pytest.raises(Unreadable, match=f"扩展名是 {suffix}，内容却是"):
                document_from(data, suffix)

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_an_empty_or_missing_file_is_named(self, tmp_path: Path, suffix: str) -> None:
        path = tmp_path / f"a{suffix}"
        with pytest.raises(DocumentError, match="不存在"):
            read_document(path)
        path.write_bytes(b" \n")
        with pytest.raises(DocumentError, match="空"):
            read_document(path)
        path.unlink()
        path.mkdir()
        with pytest.raises(DocumentError, match="打不开"):
            read_document(path)

    def test_a_file_too_large_is_not_opened(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        with path.open("wb") as file:
            file.truncate(MAX_BYTES + 1)
        with pytest.raises(DocumentError, match="太大"):
            read_document(path)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".docx"])
@given(data=st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_text_or_refused(suffix: str, data: bytes) -> None:
    for start in {".txt": (b"",), ".html": (b"<p>", b"<table><td>"), ".docx": (b"", b"PK\x03\x04")}[suffix]:
        try:
            text = document_from(start + data, suffix).text
        except Unreadable:
            continue
        assert text.strip()
        assert "\r" not in text


PAGE_TAGS = ["div", "p", "span", "b", "table", "tr", "td", "th", "ul", "li", "font", "section", "form", "h2", "pre"]
FIGURES = st.integers(1, 9999).map(lambda number: f"办理{number}件")
PAGES = st.recursive(
    FIGURES | st.sampled_from(["。", "<br>", "正文", " ", "<a>2023年办理777777件。</a>"]),
    lambda inner: st.builds(
        lambda tag, span, parts: f"<{tag} rowspan={span} colspan={span}>{''.join(parts)}</{tag}>",
        st.sampled_from(PAGE_TAGS),
        st.sampled_from(["", "0", "2", "3", "x"]),
        st.lists(inner, max_size=5),
    ),
    max_leaves=40,
)


@given(PAGES)
@settings(max_examples=100, deadline=None)
def test_no_figure_of_a_page_is_lost_outside_links(source: str) -> None:
    text = read_html(f"<body><div>{source}</div></body>".encode()).text
    for figure in set(re.findall(r"办理\d+件", re.sub("<a>.*?</a>", "", source))):
        assert figure in text


TAGS = ["p", "r", "t", "tbl", "tr", "tc", "pPr", "numPr", "numId", "ilvl", "pStyle", "vanish", "abstractNum", "num"]
TAGS += ["abstractNumId", "lvl", "lvlText", "lvlOverride", "startOverride", "style", "basedOn", "del", "tab", "start"]
ELEMENTS = st.recursive(
    st.sampled_from(["3件", ""]),
    lambda inner: st.builds(
        lambda tag, value, parts: (
            f'<w:{tag} w:val="{value}" w:ilvl="{value}" w:numId="{value}">{"".join(parts)}</w:{tag}>'
        ),
        st.sampled_from(TAGS),
        st.sampled_from(["", "0", "1", "-1", "x", "%1、"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@given(body=ELEMENTS, numbering=ELEMENTS)
@settings(max_examples=150, deadline=None)
def test_any_elements_of_word_in_any_order_are_text(body: str, numbering: str) -> None:
    root = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:numbering>'
    assert isinstance(read_docx(docx(body, extra={"word/numbering.xml": root.format(numbering).encode()})).text, str)


@given(cut=st.integers(0, 2000), byte=st.integers(0, 255))
@settings(max_examples=100, deadline=None)
def test_damaged_word_and_pdf_files_are_text_or_refused(cut: int, byte: int) -> None:
    word, printed = docx(paragraph("收到20件")), pdf([[(72, 700, "收到20件")]])
    for data, read in ((word, lambda d: read_docx(d).text), (printed, text_of)):
        at = cut % len(data)
        for damaged in (data[:at], data[:at] + bytes([byte]) + data[at + 1 :]):
            try:
                read(damaged)
            except Unreadable:
                continue
