"""The schema of each database as numbered, named steps; a released step is never edited, a new one follows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name (`0001_initial`) and the SQL that brings a database from the step before to this one."""

    name: str
    sql: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The steps of one database. `rebuildable` says that all of it can be made again from files."""

    steps: tuple[Step, ...]
    rebuildable: bool


_FACTS_INITIAL = """
CREATE TABLE revision (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL CHECK (number >= 0)
) STRICT;
INSERT INTO revision VALUES (1, 0);

CREATE TABLE report (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    digest TEXT NOT NULL CHECK (digest <> ''),
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    region TEXT NOT NULL CHECK (region <> ''),
    adcode TEXT NOT NULL CHECK (adcode GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2200),
    published TEXT CHECK (published IS NULL OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    url TEXT NOT NULL,
    url_seen TEXT NOT NULL CHECK (url_seen IN ('published', 'inferred', 'none')),
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    id TEXT PRIMARY KEY CHECK (length(id) <= 60 AND id NOT GLOB '*[^A-Za-z0-9_-]*' AND id <> ''),
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    "start" INTEGER NOT NULL CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > "start"),
    text TEXT NOT NULL CHECK (text <> ''),
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    bound TEXT NOT NULL CHECK (bound IN ('eq', 'approx', 'gt', 'lt')),
    kind TEXT NOT NULL CHECK (kind IN ('count', 'rate', 'multiple', 'money', 'duration', 'rank', 'change')),
    direction TEXT NOT NULL CHECK (direction IN ('', 'up', 'down')),
    topic TEXT NOT NULL CHECK (topic <> ''),
    measure TEXT NOT NULL CHECK (measure <> ''),
    subject TEXT NOT NULL,
    period INTEGER NOT NULL CHECK (period BETWEEN 1900 AND 2200),
    modality TEXT NOT NULL CHECK (modality IN ('actual', 'target', 'prior')),
    asof TEXT NOT NULL,
    quote TEXT NOT NULL CHECK (quote <> ''),
    section TEXT NOT NULL,
    indicator TEXT NOT NULL,
    corrected INTEGER NOT NULL CHECK (corrected IN (0, 1)),
    oddities TEXT NOT NULL CHECK (json_valid(oddities)),
    UNIQUE (report, "start")
) STRICT;
CREATE INDEX fact_by_topic ON fact (report, topic);
CREATE INDEX fact_by_indicator ON fact (indicator) WHERE indicator <> '';
CREATE INDEX fact_by_topic_alone ON fact (topic);
CREATE INDEX fact_odd ON fact (report) WHERE oddities <> '[]';

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    section TEXT NOT NULL,
    "start" INTEGER NOT NULL CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > "start"),
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (report, "start")
) STRICT;

CREATE VIRTUAL TABLE passage_words USING fts5 (words, content = '', tokenize = 'unicode61');
"""

FACTS = Schema(steps=(Step("0001_initial", _FACTS_INITIAL),), rebuildable=True)
