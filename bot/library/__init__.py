"""The library of reports as files: what DATA_DIR holds becomes entries that can be loaded.

    reports/sources.toml    the catalogue, one [[report]] each
    reports/<id>.<format>   the report itself
    facts/<id>.jsonl        its facts, generated and reviewed; without it the report is read on the spot
    facts/made_from.toml    a hash a facts file of what it was generated from; one that changed is read on the spot
    corrections/<id>.toml   what people put right
    lexicon/*.toml          the words that reading goes by
    places/                 divisions by code, which the catalogue's codes are checked against

What admins published or retracted lies in STATE_DIR (`bot.library.shelf`) and goes before what DATA_DIR has under the
same id. Nothing here writes to DATA_DIR but `write_facts`, which developers run.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.errors import DataError, DocumentError, unreadable
from bot.library.digests import code_digest, digest_of, entry_digest, marked_content, words_digest
from bot.library.factfile import facts_text, read_facts
from bot.library.reread import ReportReader, Reread
from bot.library.shelf import newest
from bot.library.sources import Source, read_sources
from bot.model import Bundle, Entry, Report
from bot.reading.audit import with_oddities
from bot.reading.corrections import Correction, read_corrections
from bot.reading.documents import SUFFIXES, read_document
from bot.reading.outline import Section
from bot.words.places import Places
from bot.words.toml import parse_toml

log = logging.getLogger(__name__)

CATALOGUE = "reports/sources.toml"
MADE_FROM = "made_from.toml"


class Library:
    """The reports of a data directory, and those published in a state directory.

    `home` is the folder of reports and corrections when they lie elsewhere than lexicon and places do. `reader` stands
    in for the project's own reading of a report, in tests.
    """

    def __init__(
        self,
        data_dir: Path,
        state_dir: Path | None = None,
        *,
        home: Path | None = None,
        reader: Callable[[Path], ReportReader] | None = None,
    ) -> None:
        self.data_dir = data_dir
        self.state_dir = state_dir
        self.home = home or data_dir
        self._make_reader = reader or ReportReader.load
        self._reader: ReportReader | None = None
        self._places: Places | None = None

    def entries(self) -> list[Entry]:
        """Every report that is to be shown, unread. Raises DataError when a catalogue itself is wrong; what is wrong
        with one report is raised when that entry is read."""
        # Words and places may have been edited since the last time.
        self._reader = self._places = None
        revision = newest(self.state_dir) if self.state_dir else None
        if revision is None:
            return self.own_entries()
        found = {entry.id: entry for entry in self.own_entries()}
        found |= {entry.id: entry for entry in self.published(revision.folder).own_entries()}
        return [entry for entry in found.values() if entry.id not in revision.retracted]

    def published(self, folder: Path) -> Library:
        """The reports of one revision's folder, read with this library's words."""
        return Library(self.data_dir, home=folder, reader=lambda _: self._reading())

    def own_entries(self) -> list[Entry]:
        """Every report of this library's own catalogue, unread; raises DataError as `entries` does."""
        if not (self.home / CATALOGUE).exists() and self.home != self.data_dir:
            return []
        sources = self.sources()
        self._check_strays(sources)
        words = words_digest(self.data_dir)
        made_from = self._made_from()
        return [self._entry(source, words, made_from) for source in sources]

    def sources(self) -> tuple[Source, ...]:
        """The entries of the catalogue in order; raises DataError."""
        return read_sources(self._text_of(CATALOGUE), CATALOGUE)

    def reread(self, source: Source) -> Reread:
        """A report read afresh, corrections applied, whatever its facts file says; raises DataError."""
        text = self._report_text(source)
        corrections = self._corrections(source.report.id)
        return self._reading().read(source.report, text, corrections, _corrections_file(source.report.id))

    def outline(self, text: str) -> tuple[Section, ...]:
        """The sections of a report's text by the words that were loaded last; the first call loads them."""
        return self._reading().outline(text)

    def _reading(self) -> ReportReader:
        """The reader, which takes a moment to load, when it is first needed."""
        if self._reader is None:
            self._reader = self._make_reader(self.data_dir / "lexicon")
        return self._reader

    def inputs_digest(self, source: Source, words: bytes) -> str:
        """A hash over all files that a report's facts are generated from. The program is not among them: that it still
        makes the shipped facts is a test's business."""
        files = [*self._report_files(source), self.home / _corrections_file(source.report.id)]
        named = (part for file in files for part in (file.name.encode(), marked_content(file)))
        return digest_of((*named, entry_digest(source.report), words))

    def _entry(self, source: Source, words: bytes, made_from: dict[str, str]) -> Entry:
        inputs = self.inputs_digest(source, words)
        facts = marked_content(self.home / _facts_file(source.report.id))
        digest = digest_of((inputs.encode(), facts, code_digest().encode()))
        stale = made_from.get(source.report.id, inputs) != inputs
        return Entry(source.report.id, digest, partial(self._bundle, source, stale))

    def _bundle(self, source: Source, stale: bool) -> Bundle:
        report = self._placed(source)
        text = self._report_text(source)
        file = _facts_file(source.report.id)
        if not stale and (self.home / file).is_file():
            facts = read_facts(self._text_of(file), file, source.report.id, text)
        else:
            log.info("reading %s on the spot: its facts file is %s", source.report.id, "older" if stale else "missing")
            facts = self.reread(source).facts
        return Bundle(report, text, with_oddities(facts, text))

    def _placed(self, source: Source) -> Report:
        """The report under today's code of its place, which joins it with those of other years.

        A code that is not the place's would show the report's figures as another's. New places may be unknown.
        """
        if self._places is None and (self.data_dir / "places").is_dir():
            self._places = Places.load(self.data_dir / "places")
        report = source.report
        if self._places is None:
            return report
        named, place = self._places.named(report.region), self._places.get(report.adcode)
        if named and place not in named:
            codes = "、".join(region.adcode for region in named)
            raise DataError(CATALOGUE, source.line, f"“{report.region}”的代码是 {codes}，不是 {report.adcode}")
        return replace(report, adcode=place.adcode) if place else report

    def _report_text(self, source: Source) -> str:
        paths = self._report_files(source)
        if len(paths) != 1:
            wanted = "、".join(source.report.id + suffix for suffix in SUFFIXES)
            reason = f"有 {len(paths)} 份报告文件，只能留一份" if paths else f"没有报告文件（{wanted} 之一）"
            raise DataError(CATALOGUE, source.line, reason)
        try:
            return read_document(paths[0]).text
        except DocumentError as error:
            raise DataError(f"reports/{error.file}", 0, error.reason) from error

    def _report_files(self, source: Source) -> list[Path]:
        names = (source.report.id + suffix for suffix in SUFFIXES)
        return [path for name in names if (path := self.home / "reports" / name).exists()]

    def _check_strays(self, sources: tuple[Source, ...]) -> None:
        """A report file that the catalogue forgot would be missing from every answer without a word."""
        known = {source.report.id for source in sources}
        for path in sorted((self.home / "reports").iterdir()):
            if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.stem not in known:
                raise DataError(f"reports/{path.name}", 0, f"{CATALOGUE} 里没有这份报告")

    def _corrections(self, report: str) -> tuple[Correction, ...]:
        file = _corrections_file(report)
        return read_corrections(self._text_of(file), file) if (self.home / file).exists() else ()

    def _made_from(self) -> dict[str, str]:
        file = f"facts/{MADE_FROM}"
        if not (self.home / file).exists():
            return {}
        return {report: str(digest) for report, digest in parse_toml(self._text_of(file), file).items()}

    def _text_of(self, file: str) -> str:
        try:
            data = (self.home / file).read_bytes()
        except OSError as error:
            raise DataError(file, 0, unreadable(error)) from error
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise DataError(file, data.count(b"\n", 0, error.start) + 1, "不是 UTF-8 编码") from error


def write_facts(library: Library) -> list[Path]:
    """Generates every facts file of the library again, and what each was made from; returns the files that changed.

    A facts file without a report goes. Raises DataError before anything is written.
    """
    folder = library.home / "facts"
    contents: dict[Path, str] = {}
    digests = []
    words = words_digest(library.data_dir)
    for source in library.sources():
        reread = library.reread(source)
        contents[folder / f"{source.report.id}.jsonl"] = facts_text(reread.mentions, reread.facts)
        digests.append(f'{source.report.id} = "{library.inputs_digest(source, words)}"\n')
    contents[folder / MADE_FROM] = "# Generated: what each facts file was made from.\n" + "".join(digests)
    changed = [path for path, content in contents.items() if marked_content(path) != b"+" + content.encode()]
    gone = [path for path in folder.glob("*.jsonl") if path not in contents]
    folder.mkdir(exist_ok=True)
    for path in changed:
        path.write_text(contents[path], encoding="utf-8")
    for path in gone:
        path.unlink()
    return changed + gone


def _facts_file(report: str) -> str:
    return f"facts/{report}.jsonl"


def _corrections_file(report: str) -> str:
    return f"corrections/{report}.toml"


__all__ = ["Library", "write_facts"]
