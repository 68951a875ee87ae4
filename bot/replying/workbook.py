"""The figures of an answer as an Excel workbook: numbers as numbers, with clauses, reports and links."""

from __future__ import annotations

import io

from bot.model import Answer, Bound, Fact, Modality, Report, UrlSeen
from bot.replying.chinese import polish
from bot.replying.links import page_address

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BOUNDS = {Bound.EQ: "", Bound.APPROX: "约", Bound.GT: "超过", Bound.LT: "不足"}
_MODALITIES = {Modality.ACTUAL: "实际", Modality.TARGET: "目标", Modality.PRIOR: "上年数"}
_COLUMNS = (
    *(("地方", 14), ("报告年度", 9), ("数字所属年", 10), ("主题", 12), ("指标", 34), ("主体", 16), ("数值", 14)),
    *(("单位", 8), ("精确程度", 9), ("性质", 8), ("截止时间", 14), ("原文写法", 14), ("原文", 60), ("报告", 44)),
    *(("链接", 40), ("说明", 30)),
)
_LONGEST_LINK = 2079


def workbook(answer: Answer) -> bytes:
    """The workbook's bytes: one row a figure, a second sheet with figures that were worked out and with remarks."""
    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#e8eef5", "border": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("数据")
        for column, (title, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, bold)
        sheet.freeze_panes(1, 0)
        for row, fact in enumerate(answer.facts, 1):
            for column, value in enumerate(_row(fact, answer.reports[fact.report], _place(fact, answer))):
                if isinstance(value, str):
                    sheet.write_string(row, column, value, wrap)
                else:
                    sheet.write_number(row, column, value, wrap)
            _write_link(sheet, row, fact, answer.reports[fact.report])
        if answer.facts:
            sheet.autofilter(0, 0, len(answer.facts), len(_COLUMNS) - 1)
        _write_remarks(book, answer, bold, wrap)
    return held.getvalue()


def _place(fact: Fact, answer: Answer) -> str:
    report = answer.reports[fact.report]
    return {region.adcode: region.own for region in answer.query.regions}.get(report.adcode, report.region)


def _row(fact: Fact, report: Report, place: str) -> tuple[str | float, ...]:
    claim = fact.claim
    return (
        place,
        report.year,
        claim.period,
        claim.topic,
        polish(claim.measure),
        polish(claim.subject),
        claim.value,
        claim.unit,
        _BOUNDS[claim.bound],
        _MODALITIES[claim.modality],
        claim.asof,
        fact.text,
        claim.quote,
        report.title,
        report.url,
        "；".join((*fact.oddities, *(["已更正"] if fact.corrected else []), *_doubt(report))),
    )


def _doubt(report: Report) -> tuple[str, ...]:
    return ("链接未经证实",) if report.url_seen is UrlSeen.INFERRED else ()


def _write_link(sheet: object, row: int, fact: Fact, report: Report) -> None:
    """The page's address as a link that leads to the clause, where Excel's limit for links allows it."""
    address = page_address(report, fact.claim.quote, fact.text)
    write_url = getattr(sheet, "write_url")  # noqa: B009 - xlsxwriter has no types
    if report.url.startswith(("http://", "https://")):
        link = address if len(address) <= _LONGEST_LINK else report.url
        write_url(row, len(_COLUMNS) - 2, link, string=report.url[:_LONGEST_LINK])


def _write_remarks(book: object, answer: Answer, bold: object, wrap: object) -> None:
    """What was worked out and what must be known, on a sheet of their own; none when there is nothing to say."""
    rows = [("推算", f"{each.text}：{each.formula}") for each in answer.derived]
    rows += [("注意", caveat) for caveat in answer.caveats]
    rows += [("没有", missing.why) for missing in answer.missing]
    if not rows:
        return
    sheet = getattr(book, "add_worksheet")("说明")  # noqa: B009 - xlsxwriter has no types
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 90)
    for number, (kind, text) in enumerate(rows):
        sheet.write_string(number, 0, kind, bold)
        sheet.write_string(number, 1, polish(text), wrap)
