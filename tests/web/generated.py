"""A large library made from the annotated reports: many places and years, other numbers in the same sentences."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import cycle, islice, product

from bot.model import Bundle, Entry, Fact, Level, Region
from tests.web.service import shelf, words

LATEST = 2024


def library(number: int, years: int = 4) -> list[Entry]:
    """So many reports, made when they are read: counties in the order of their codes, each with its latest years."""
    patterns = cycle(shelf())
    counties = (region for region in words()[1].by_code.values() if region.level is Level.COUNTY)
    wanted = islice(product(counties, range(LATEST, LATEST - years, -1)), number)
    return [
        Entry(f"r{region.adcode}-{year}", f"{region.adcode}-{year}", partial(_bundle, pattern, region, year))
        for pattern, (region, year) in zip(patterns, wanted, strict=False)
    ]


def _bundle(pattern: Bundle, region: Region, year: int) -> Bundle:
    """A report of that place and year; the same one each time."""
    chance = random.Random(f"{region.adcode}-{year}")
    identity = f"r{region.adcode}-{year}"
    text, facts = pattern.text, []
    for fact in pattern.facts:
        changed = next(_other_number(fact, chance), fact)
        text = text[: fact.start] + changed.text + text[fact.end :]
        facts.append(replace(changed, id=f"{identity}-{fact.start}-{fact.id[-6:]}", report=identity))
    quoted = tuple(_requoted(fact, pattern.text, text, year) for fact in facts)
    title = f"{region.name}司法局{year}年法治政府建设年度报告"
    report = replace(
        pattern.report,
        id=identity,
        title=title,
        issuer=f"{region.name}司法局",
        region=region.name,
        adcode=region.adcode,
        year=year,
        published=date(year + 1, 1, 1 + chance.randrange(28)),
    )
    return Bundle(report, text, quoted)


def _other_number(fact: Fact, chance: random.Random) -> Iterator[Fact]:
    """The fact with another whole number of as many digits; nothing where its number is not a plain one."""
    digits = fact.text.removesuffix(fact.claim.unit)
    if digits.isascii() and digits.isdigit():
        other = str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
        yield replace(fact, text=other + fact.claim.unit, claim=replace(fact.claim, value=float(other)))


def _requoted(fact: Fact, before: str, text: str, year: int) -> Fact:
    """The fact with its quote as the new text has it; all numbers kept their length."""
    start = before.index(fact.claim.quote, max(0, fact.end - len(fact.claim.quote)))
    return replace(fact, claim=replace(fact.claim, quote=text[start : start + len(fact.claim.quote)], period=year))
