"""One report file read by itself, outside the library: its numerals, its metadata, what is odd about it.

Corrections do not apply here: `fazhi extract` shows what the reader makes of a file, as lines for programs or as a
table for people.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unicodedata import east_asian_width

from bot.library.reread import ReportReader
from bot.model import Bound, Claim, Direction, Mention, MentionClass, Modality, Report
from bot.model.lines import mention_line, plain_number
from bot.reading.audit import Finding, audit
from bot.reading.documents import read_document
from bot.reading.metadata import Metadata, metadata_of
from bot.words.places import Places

_DIGIT_RUN = re.compile(r"\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)?")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_BOUNDS = {Bound.EQ: "{}", Bound.APPROX: "约{}", Bound.GT: "{}以上", Bound.LT: "{}以下"}
_CLASSES = {
    MentionClass.FACT: "事实",
    MentionClass.DATE: "日期",
    MentionClass.REF: "文号编号",
    MentionClass.LABEL: "名称里的数字",
    MentionClass.ENUM: "序号",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What reading a file gave. `year` and `region` are those that the reader went by; `accounted` is the share of
    Arabic digit runs that a mention covers (1.0 when there are none); `remarks` say what is uncertain, in Chinese."""

    text: str
    metadata: Metadata
    year: int
    region: str
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]
    accounted: float
    remarks: tuple[str, ...]


def extract(path: Path, data_dir: Path, *, year: int | None = None, region: str = "") -> Extract:
    """Reads a report file; `year` and `region` override what the file says.

    Raises DocumentError when it cannot be read and DataError when the lexicon or the places cannot.
    """
    document = read_document(path)
    places = Places.load(data_dir / "places")
    metadata = metadata_of(document, path.name, places)
    read_year, year_remark = (year, "") if year else _year(metadata, document.text)
    named = places.named(region) if region else ()
    name = named[0].name if len(named) == 1 else region or metadata.region
    told = [f"{year} 年"] * (year is not None) + [f"“{name}”"] * bool(region)
    told_remark = f"不看文件，按写明的{'、'.join(told)}读" if told else ""
    place_remark = f"“{region}”{'不止一处' if named else '不是已知的地方'}" if region and len(named) != 1 else ""
    report = Report(
        id="file", title=metadata.title, issuer=metadata.issuer, region=name, adcode=metadata.adcode, year=read_year
    )
    reread = ReportReader.load(data_dir / "lexicon").read(report, document.text, (), "")
    return Extract(
        text=document.text,
        metadata=metadata,
        year=read_year,
        region=name,
        mentions=reread.mentions,
        findings=audit(reread.facts, document.text),
        accounted=accounted_share(document.text, reread.mentions),
        remarks=(*metadata.remarks, *filter(None, [year_remark, told_remark, place_remark])),
    )


def _year(metadata: Metadata, text: str) -> tuple[int, str]:
    """The year to read by: the report's, or the one most spoken of, said to be a guess."""
    if metadata.year:
        return metadata.year, ""
    spoken = Counter(int(found[1]) for found in _YEAR.finditer(text))
    year = spoken.most_common(1)[0][0] if spoken else date.today().year - 1
    return year, f"没有找到年度，暂按 {year} 年读，请用 --year 写明"


def accounted_share(text: str, mentions: Sequence[Mention]) -> float:
    """The share of a text's Arabic digit runs that lie within a mention."""
    runs = [found.span() for found in _DIGIT_RUN.finditer(text)]
    spans = iter(mentions)
    current = next(spans, None)
    covered = 0
    for start, end in runs:
        while current and current.end < end:
            current = next(spans, None)
        covered += bool(current and current.start <= start)
    return covered / len(runs) if runs else 1.0


def extract_lines(extracted: Extract) -> Iterator[str]:
    """The mentions in the line format, one JSON object each."""
    for mention in extracted.mentions:
        yield json.dumps(mention_line(mention), ensure_ascii=False)


def extract_table(extracted: Extract) -> str:
    """What was read, for people: metadata, facts, other numerals by class, oddities."""
    counts = Counter(mention.cls for mention in extracted.mentions)
    others = "，".join(f"{_CLASSES[cls]} {counts[cls]}" for cls in MentionClass if counts[cls])
    lines = [
        *metadata_lines(extracted.metadata),
        *(f"  ※ {remark}" for remark in extracted.remarks),
        "",
        *_columns(_row(mention.text, mention.claim, extracted.year) for mention in extracted.mentions if mention.claim),
        "",
        f"共 {len(extracted.mentions)} 处数字：{others}" if others else "没有数字",
        f"有着落的阿拉伯数字：{extracted.accounted:.1%}",
    ]
    if extracted.findings:
        lines += ["", "请核对：", *findings_lines(extracted.findings)]
    return "\n".join(lines)


def metadata_lines(metadata: Metadata) -> Iterator[str]:
    """The metadata, a line each; what was only inferred carries a question mark."""
    values = (
        ("标题", "title", metadata.title),
        ("机关", "issuer", metadata.issuer),
        ("地方", "region", f"{metadata.region}（{metadata.adcode}）" if metadata.region else ""),
        ("年度", "year", str(metadata.year or "")),
        ("发布", "published", str(metadata.published or "")),
    )
    for name, key, value in values:
        unsure = "（？）" if value and key not in metadata.certain else ""
        yield f"{name}：{value or '未找到'}{unsure}"


def findings_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Findings for people: the question, the arithmetic, the clauses."""
    for number, finding in enumerate(findings, 1):
        yield f"{number}. 【{finding.kind}】{finding.remark}"
        yield f"   算式：{finding.arithmetic}"
        for quote in finding.quotes:
            yield f"   原文：{quote}"


def _row(text: str, claim: Claim, year: int) -> tuple[str, ...]:
    """One fact as table cells: as written, value, measure, topic, notes."""
    sign = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.NONE: ""}[claim.direction]
    notes = [
        claim.subject,
        f"{claim.period}年" if claim.period != year else "",
        {Modality.TARGET: "目标", Modality.PRIOR: "往期"}.get(claim.modality, ""),
        claim.asof,
    ]
    value = _BOUNDS[claim.bound].format(f"{plain_number(claim.value):,}{claim.unit}") + sign
    return text, value, claim.measure, claim.topic, "；".join(filter(None, notes))


def _columns(rows: Iterator[tuple[str, ...]]) -> list[str]:
    """Rows with their cells one below the other, two spaces apart."""
    table = [("原文", "数值", "说的是什么", "主题", "说明"), *rows]
    widths = [max(_width(row[column]) for row in table) for column in range(len(table[0]))]
    return [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def _width(text: str) -> int:
    """How many columns a terminal takes for a text."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
