"""A report that an admin sent: read, shown with its figures, put right, and published or dropped.

Each proposal is a small library of its own in `STATE_DIR/proposals/<number>/`, so it is read exactly as it will be once
it is published. Nothing of it is public before that.
"""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin

from bot.admin.numerals import may_mean
from bot.admin.publishing import Candidate
from bot.errors import DataError, DocumentError, UserError
from bot.layout import PROPOSALS
from bot.library import Library
from bot.library.shelf import SOURCES, newest, put, sources_text
from bot.library.sources import read_sources
from bot.model import Bundle, Report, UrlSeen
from bot.reading.corrections import read_corrections
from bot.reading.documents import SUFFIXES, read_document
from bot.reading.metadata import metadata_of
from bot.store.facts import Catalogue
from bot.words.places import Places
from bot.words.vocabulary import Vocabulary

FIELDS = {
    "标题": "title",
    "机关": "issuer",
    "地方": "region",
    "年度": "year",
    "发布": "published",
    "网址": "url",
}
"""What an admin may put right, by the word they type before the colon."""

NEEDED = ("title", "issuer", "region", "year")
EXAMPLE = "年度：2024"
_LINE = re.compile(rf"\s*({'|'.join(FIELDS)})\s*[:：]\s*(.*\S)\s*")


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a proposed report: its file's name, its metadata as text, corrections (TOML), and doubts.

    `changes` say in words which figures an admin put right here, `acts` by which orders; `dispute` is the number of the
    dispute that it is about, if it is.
    """

    file: str
    fields: Mapping[str, str]
    corrections: str = ""
    remarks: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    dispute: int = 0

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Draft:
        """The draft that `body` gave, by this version of the program or an older one."""
        lists = {key: tuple(body.get(key, ())) for key in ("remarks", "changes", "acts")}
        return cls(body["file"], body["fields"], body["corrections"], **lists, dispute=body.get("dispute", 0))

    @property
    def body(self) -> dict[str, Any]:
        """The draft as JSON may hold it."""
        return asdict(self)

    def with_corrections(self, corrections: Sequence[tuple[str, str]]) -> Draft:
        """The draft with further corrections, each as TOML and in words."""
        toml = "\n".join([*filter(None, [self.corrections.strip()]), *(one.strip() for one, _ in corrections)])
        return replace(self, corrections=f"{toml}\n", changes=(*self.changes, *(said for _, said in corrections)))

    @property
    def missing(self) -> list[str]:
        """The words for what must be known before it can be published and is not."""
        return [word for word, field in FIELDS.items() if field in NEEDED and not self.fields.get(field)]


class Proposals:
    """Reads proposed reports and keeps their files."""

    def __init__(self, library: Library, state_dir: Path, words: Vocabulary) -> None:
        self._library = library
        self._state_dir = state_dir
        self._folder = state_dir / PROPOSALS
        self._words = words

    @property
    def topics(self) -> list[str]:
        """The topics that a figure can be of."""
        return [topic.name for topic in self._words.lexicon.topics]

    @property
    def _places(self) -> Places:
        return self._words.places

    async def take(self, number: int, name: str, content: bytes, url: str = "") -> Draft:
        """Keep a file and find out what it says about itself; `url` is the page that it is known to come from.

        Raises UserError when it cannot be read.
        """
        suffix = Path(name).suffix.lower()
        if suffix not in SUFFIXES:
            raise UserError(f"只能读 {'、'.join(SUFFIXES)} 文件", "把网页另存为 .html 再发来")
        file = self._folder / str(number) / f"file{suffix}"
        await asyncio.to_thread(put, file, content)
        try:
            draft = await asyncio.to_thread(self._read, file, name)
        except DocumentError as error:
            raise UserError(f"这个文件读不了：{error.reason}", "换成 .html 或 .docx 再发来") from error
        return replace(draft, fields={**draft.fields, **self._field("url", url)}) if url else draft

    async def reopen(self, number: int, report: Report) -> Draft:
        """A proposal to publish a report again, as it stands, so that it can be put right. Raises UserError."""
        return await asyncio.to_thread(self._reopen, number, report)

    def corrected(self, draft: Draft, text: str) -> Draft:
        """A draft with what an admin wrote: lines like `年度：2024`, or corrections of figures in TOML.

        Raises UserError for what is neither or does not fit.
        """
        if text.lstrip().startswith("[["):
            try:
                read_corrections(text, "更正")
            except DataError as error:
                raise UserError(
                    f"更正写得不对：第 {error.line} 行，{error.reason}", '[[drop]] text = "88个"'
                ) from error
            return draft.with_corrections([(text, "更正文本")])
        fields = dict(draft.fields)
        for line in filter(str.strip, text.splitlines()):
            found = _LINE.fullmatch(line)
            if not found:
                raise UserError(f"请写成“字段：内容”，字段有 {'、'.join(FIELDS)}", EXAMPLE)
            fields |= self._field(FIELDS[found[1]], found[2])
        return replace(draft, fields=fields)

    def candidate(self, number: int, draft: Draft, catalogue: Catalogue) -> Candidate:
        """The report as it would be published; in place of one of the same place and year. Raises UserError."""
        fields = draft.fields
        if draft.missing:
            raise UserError(f"还缺：{'、'.join(draft.missing)}。请回复那条消息补上", EXAMPLE)
        adcode, year = fields["adcode"], int(fields["year"])
        same = [one.id for one in catalogue.of_place.get(adcode, ()) if one.year == year]
        url = fields.get("url", "")
        report = Report(
            id=fields.get("id") or (same[0] if same else self._new_id(adcode, year, catalogue)),
            title=fields["title"],
            issuer=fields["issuer"],
            region=fields["region"],
            adcode=adcode,
            year=year,
            published=date.fromisoformat(fields["published"]) if fields.get("published") else None,
            url=url,
            url_seen=UrlSeen(fields.get("url_seen") or UrlSeen.PUBLISHED) if url else UrlSeen.NONE,
        )
        try:
            read_sources(sources_text([report]), "报告信息")
        except DataError as error:
            raise UserError(error.reason, EXAMPLE) from error
        return Candidate(report, self._folder / str(number) / draft.file, draft.corrections)

    async def bundle(self, number: int, candidate: Candidate) -> Bundle:
        """The report with its figures, read as it will be. Raises UserError where a correction does not fit."""
        try:
            bundle = await asyncio.to_thread(self._bundle, self._folder / str(number) / "home", candidate)
        except DataError as error:
            raise UserError(f"{error.reason}（{error.file} 第 {error.line} 行）", EXAMPLE) from error
        for fact in bundle.facts:
            if fact.corrected and not may_mean(fact.text, fact.claim.value):
                raise UserError(f"原文写的是“{fact.text}”，更正里的数值对不上", f'[[drop]] text = "{fact.text}"')
        return bundle

    async def forget(self, number: int) -> None:
        """Throw a proposal's files away."""
        await asyncio.to_thread(shutil.rmtree, self._folder / str(number), True)

    def _bundle(self, home: Path, candidate: Candidate) -> Bundle:
        report = candidate.report
        shutil.rmtree(home, ignore_errors=True)
        put(home / SOURCES, sources_text([report]).encode())
        put(home / "reports" / f"{report.id}{candidate.file.suffix}", candidate.file.read_bytes())
        if candidate.corrections:
            put(home / "corrections" / f"{report.id}.toml", candidate.corrections.encode())
        return self._library.published(home).own_entries()[0].read()

    def _read(self, file: Path, name: str) -> Draft:
        document = read_document(file)
        found = metadata_of(document, name, self._places)
        fields = {
            "title": found.title,
            "issuer": found.issuer,
            "region": found.region if found.adcode else "",
            "adcode": found.adcode,
            "year": str(found.year or ""),
            "published": found.published.isoformat() if found.published else "",
            "url": document.head.get("url", ""),
        }
        return Draft(file.name, fields, "", found.remarks)

    def _reopen(self, number: int, report: Report) -> Draft:
        revision = newest(self._state_dir)
        own = revision is not None and any(source.report.id == report.id for source in revision.sources)
        home = revision.folder if revision is not None and own else self._library.data_dir
        paths = [home / "reports" / f"{report.id}{suffix}" for suffix in SUFFIXES]
        source = next((path for path in paths if path.exists()), None)
        if source is None:
            raise UserError(f"报告 {report.id} 的文件不在了", "/reload")
        file = self._folder / str(number) / f"file{source.suffix}"
        put(file, source.read_bytes())
        corrections = home / "corrections" / f"{report.id}.toml"
        fields = {
            "id": report.id,
            "title": report.title,
            "issuer": report.issuer,
            "region": report.region,
            "adcode": report.adcode,
            "year": str(report.year),
            "published": report.published.isoformat() if report.published else "",
            "url": report.url,
            "url_seen": report.url_seen.value if report.url else "",
        }
        return Draft(file.name, fields, corrections.read_text("utf-8") if corrections.exists() else "")

    def _field(self, field: str, value: str) -> dict[str, str]:
        """One field as an admin gave it."""
        match field:
            case "region":
                named = self._places.named(value)
                if len(named) != 1:
                    raise UserError(
                        f"“{value}”{'不止一处' if named else '不是已知的地方'}，请写全称", "地方：深圳市光明区"
                    )
                return {"region": named[0].name, "adcode": named[0].adcode}
            case "year" if not re.fullmatch(r"(?:19|20)\d\d", value.removesuffix("年")):
                raise UserError("年度请写四位数字", EXAMPLE)
            case "year":
                return {"year": value.removesuffix("年")}
            case "published":
                try:
                    return {"published": date.fromisoformat(value).isoformat()}
                except ValueError:
                    raise UserError("日期请写成 2025-01-06 这样", "发布：2025-01-06") from None
            case "url":
                # An admin who gives an address has seen the page.
                return {"url": value, "url_seen": UrlSeen.PUBLISHED.value}
        return {field: value}

    def _new_id(self, adcode: str, year: int, catalogue: Catalogue) -> str:
        """An id that no other report has: the place in letters with the year, or its code where that is taken."""
        region = self._places.get(adcode)
        letters = "".join(lazy_pinyin(region.short)) if region else ""
        wanted = f"{letters}-{year}"
        fits = re.fullmatch(r"[a-z]{1,30}-\d{4}", wanted) and wanted not in catalogue.reports
        return wanted if fits else f"{adcode}-{year}"
