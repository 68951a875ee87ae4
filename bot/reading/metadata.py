"""Whose report it is, for which place and year, and when it appeared, as far as the file itself says.

Each value comes from the best place that has it: the page's own description, the title, the lines above and the
signature below the text, sentences, the file's name. What is only inferred is marked uncertain, with a remark in
Chinese that says from what; what is not there stays empty. A date of signature is no date of publication.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from bot.model import Region
from bot.reading.documents.text import Document
from bot.words.normalise import align
from bot.words.places import Places

Value = TypeVar("Value")

HEAD_LINES = 20
FOOT_LINES = 25
LONGEST_TITLE = 60
LONGEST_LINE = 200
"""Lines around the text are looked at as far as this; what names a body or a date is short."""

BEGINNING = 20_000
"""How many characters are searched for an issuer that no title, label or signature names."""

_TITLE_END = re.compile(r"(?:报告|总结|计划|要点|年报|公报|情况)(?:\(.{1,8}\))?$")
_TITLE_WORD = re.compile("司法|法治|依法|工作|年度")
_NO_TITLE = re.compile(r"[。;|>]|,.*,|如下|^[(]?[一二三四五六七八九十]+[)、.]")
_SITE = re.compile(r"\s*[-_|—]+[^-_|—]*$")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_BODY = re.compile(r"司法[局厅]|人民政府")
_PARTNER = re.compile(r"、[\u3400-\u9fff]+?司法[局厅]")
"""A body that others are told beside (会同城东区、城西区司法局) does not write the report."""
_LONGEST_PLACE = 24
_DIVISIONS = "省市区县旗州盟"
_HAN_YEAR = re.compile("[二一][〇○零一二三四五六七八九]{3}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|度)")
_NAME_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TOLD_YEARS = (
    re.compile(r"现将[^。;\n]{0,40}?((?:19|20)\d\d)年"),
    re.compile(r"^\s*[一二三]、\s*((?:19|20)\d\d)年(?!.*(?:计划|打算|安排|思路))", re.MULTILINE),
    re.compile(r"^\s*((?:19|20)\d\d)年度?,(?!.{0,20}将)", re.MULTILINE),
)
_SINCE_YEAR = re.compile(r"^\s*((?:19|20)\d\d)年以?来,(?!.{0,20}将)", re.MULTILINE)
_LAST_OF_SPRING = 4
"""Until April what appears mostly tells of the year before, later of the running one."""
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)日?")
_DATE_LABEL = re.compile(r"(?<!成文)(?<!生成)(?<!落款)(?<!生效)(?:日期|时间)[\s\]:|]*$")
_ALONE = re.compile(r"[\s•·*]*(?:\d\d?:\d\d(?::\d\d)?)?\s*")
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about itself; empty or None where it does not.

    `certain` names the fields that can be relied on, `remarks` say in Chinese what cannot and why.
    """

    title: str = ""
    issuer: str = ""
    region: str = ""
    adcode: str = ""
    year: int | None = None
    published: date | None = None
    certain: frozenset[str] = frozenset()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found(Generic[Value]):
    """A value, if there is one, and what people should know unless it is certain."""

    value: Value | None
    remark: str = ""


def metadata_of(document: Document, name: str, places: Places) -> Metadata:
    """The metadata of a report: from its text and head, then from the file's name (`name`, with its ending)."""
    page = _Page.of(document, name)
    title = _title(page)
    issuer = _issuer(page, title, places)
    region = _region(page, issuer, title, places)
    year = _year(page, title)
    published = _published(page, year.value)
    found: Mapping[str, _Found[object]] = {
        "title": _Found(title.value, title.remark),
        "issuer": _Found(issuer.value, issuer.remark),
        "region": _Found(region.value, region.remark),
        "adcode": _Found(region.value, region.remark),
        "year": _Found(year.value, year.remark),
        "published": _Found(published.value, published.remark),
    }
    return Metadata(
        title=title.value or "",
        issuer=issuer.value or "",
        region=region.value.name if region.value else "",
        adcode=region.value.adcode if region.value else "",
        year=year.value,
        published=published.value,
        certain=frozenset(key for key, one in found.items() if one.value is not None and not one.remark),
        remarks=tuple(dict.fromkeys(one.remark for one in found.values() if one.remark)),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """A document cut for looking around: punctuation and digits in ASCII, lines without outer spaces."""

    head: Mapping[str, str]
    text: str
    top: tuple[str, ...]
    foot: tuple[str, ...]
    stem: str

    @classmethod
    def of(cls, document: Document, name: str) -> _Page:
        text = _HAN_YEAR.sub(lambda year: year[0].translate(_HAN_DIGITS), align(document.text))
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        body_at = next((at for at, line in enumerate(lines) if "。" in line), len(lines))
        above = [line.strip() for line in align(document.head.get("above", "")).split("\n") if line.strip()]
        top = above[-HEAD_LINES:] + lines[: min(body_at, HEAD_LINES)]
        return cls(
            {key: align(value).strip()[:LONGEST_LINE] for key, value in document.head.items()},
            text,
            tuple(line[:LONGEST_LINE] for line in top),
            tuple(line for line in lines[-FOOT_LINES:] if len(line) <= LONGEST_LINE and "。" not in line),
            align(name.rpartition(".")[0] or name),
        )


def _title(page: _Page) -> _Found[str]:
    candidates = list(dict.fromkeys(_title_candidates(page)))
    if candidates:
        # A column of the site is called 法治政府建设年度报告 too: the report's own title has a year or an issuer.
        return _Found(max(candidates, key=lambda title: (bool(_YEAR.search(title)), bool(_BODY.search(title)))))
    if _is_title(page.stem):
        return _Found(page.stem, "正文没有标题，标题取自文件名")
    return _Found(None, "没有找到标题")


def _title_candidates(page: _Page) -> Iterator[str]:
    head = page.head.get("title", "")
    yield from (title for title in (head, _SITE.sub("", head)) if _is_title(title))
    for before, line in zip(("", *page.top), page.top, strict=False):
        # A title set on two lines has its issuer on the first.
        if _is_title(before + line) and _HAN_RUN.fullmatch(before) and _ends_in_body(before):
            yield before + line
        elif _is_title(line):
            yield line


def _is_title(line: str) -> bool:
    fits = 4 < len(line) <= LONGEST_TITLE and not _NO_TITLE.search(line)
    return fits and _TITLE_END.search(line) is not None and _TITLE_WORD.search(line) is not None


def _issuer(page: _Page, title: _Found[str], places: Places) -> _Found[str]:
    signed = [line for line in reversed(page.foot) if _HAN_RUN.fullmatch(line) and _ends_in_body(line)]
    labelled = [line for line in page.top + page.foot if re.search("机构|来源|主办|单位", line)]
    own_title = "" if title.remark else title.value or ""
    for source in (page.head.get("issuer", ""), own_title, *signed, *labelled):
        for name, _ in _bodies(source, places):
            return _Found(name)
    for name, _ in _bodies(page.stem, places):
        return _Found(name, "发布机关取自文件名")
    counts = Counter(name for name, _ in _bodies(_PARTNER.sub("、", page.text[:BEGINNING]), places) if "司法" in name)
    if not counts:
        return _Found(None, "没有找到发布机关")
    name = counts.most_common(1)[0][0]
    return _Found(name, f"正文没有署名，发布机关按文中的“{name}”推断")


def _ends_in_body(line: str) -> bool:
    return any(body.end() == len(line) for body in _BODY.finditer(line))


def _bodies(text: str, places: Places) -> Iterator[tuple[str, tuple[Region, ...]]]:
    """Every body with a place before it, with what that place may be: 重庆市巴南区司法局."""
    for run in _HAN_RUN.finditer(text):
        for body in _BODY.finditer(run[0]):
            before = run[0][max(0, body.start() - _LONGEST_PLACE) : body.start()]
            for cut in range(len(before) - 1):
                if regions := places.named(before[cut:]):
                    yield before[cut:] + body[0], regions
                    break


def _titled_place(title: str, places: Places) -> tuple[Region, ...]:
    """The places that a title's beginning names: 昆山市2023年法治政府建设年度报告."""
    run = _HAN_RUN.match(title)
    words = run[0][:_LONGEST_PLACE] if run else ""
    ends = (end for end in range(len(words), 2, -1) if words[end - 1] in _DIVISIONS)
    return next((named for end in ends if (named := places.named(words[:end]))), ())


def _region(page: _Page, issuer: _Found[str], title: _Found[str], places: Places) -> _Found[Region]:
    titled = () if title.remark else _titled_place(title.value or "", places)
    source = title if titled else issuer
    regions = titled or next((named for _, named in _bodies(issuer.value or "", places)), ())
    if not regions:
        return _Found(None, "看不出是哪个地方")
    if len(regions) == 1:
        inferred = source.remark and f"地方随发布机关推断为{regions[0].name}"
        return _Found(regions[0], inferred)
    near = [region for region in regions if any(outer.own in page.text for outer in places.ancestors(region))]
    if len(near) == 1:
        return _Found(near[0], f"“{source.value}”不止一处，按文中提到的上级推断为{near[0].name}")
    return _Found(None, f"“{source.value}”可能是{'、'.join(region.name for region in regions)}")


def _year(page: _Page, title: _Found[str]) -> _Found[int]:
    titled = _YEAR.search(title.value or "")
    if titled:
        return _Found(int(titled[1]), title.remark and "年度取自文件名")
    day = _any_date(page)
    told = Counter(_told_years(page.text, day.year - 1 if day else 0))
    if told:
        year = told.most_common(1)[0][0]
        return _Found(year, "" if len(told) == 1 else f"正文讲到几个年度，按最多的取 {year} 年")
    named = _NAME_YEAR.search(page.stem)
    if named:
        return _Found(int(named[1]), "年度取自文件名")
    if day:
        year = _year_about(day, page.text)
        return _Found(year, f"正文没有写明年度，按日期 {day} 推断为 {year} 年")
    return _Found(None, "看不出是哪一年的报告")


def _told_years(text: str, earliest: int) -> Iterator[int]:
    """The years that a text says it tells of. One it only counts from (2016年以来) may lie long before."""
    for pattern in _TOLD_YEARS:
        yield from (int(found[1]) for found in pattern.finditer(text))
    since = (int(found[1]) for found in _SINCE_YEAR.finditer(text))
    yield from (year for year in since if year >= earliest)


def _year_about(day: date, text: str) -> int:
    """The year that a text of this day is about: of the last two the one it speaks of more, else by the season."""
    years = (int(found[1]) for found in _YEAR.finditer(_DATE.sub("", text)))
    spoken = Counter(year for year in years if day.year - 1 <= year <= day.year)
    return spoken.most_common(1)[0][0] if spoken else day.year - (day.month <= _LAST_OF_SPRING)


def _any_date(page: _Page) -> date | None:
    """When a text was written, put up or signed, whatever the date is called."""
    lines = (page.head.get("published", ""), *page.top, *reversed(page.foot))
    return next((day for line in lines for day in _dates(line)), None)


def _published(page: _Page, year: int | None) -> _Found[date]:
    found = _head_date(page) or _name_date(page)
    if found and found.value:
        early = year is not None and found.value.year < year
        return _Found(None, f"写着的日期 {found.value} 早于报告年度，不作发布日期") if early else found
    signed = next((day for line in reversed(page.foot) for day in _dates(line) if _DATE.fullmatch(line)), None)
    return _Found(None, f"没有发布日期，落款日期是 {signed}" if signed else "没有发布日期")


def _head_date(page: _Page) -> _Found[date] | None:
    for stated in _dates(page.head.get("published", "")):
        return _Found(stated)
    for line in page.top:
        for found in _DATE.finditer(line):
            alone = _ALONE.fullmatch(line[: found.start()]) and _ALONE.fullmatch(line[found.end() :])
            if (alone or _DATE_LABEL.search(line[: found.start()])) and (day := _day(found)):
                return _Found(day)
    return None


def _name_date(page: _Page) -> _Found[date] | None:
    found = _NAME_DATE.search(page.stem)
    day = _day(found) if found else None
    return _Found(day, "发布日期取自文件名") if day else None


def _dates(text: str) -> Sequence[date]:
    return [day for found in _DATE.finditer(text) if (day := _day(found))]


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
