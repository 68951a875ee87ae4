"""The words that reading knows, loaded from data/lexicon/*.toml: units, qualifiers, times, phrases, topic cues
and where these mean something else.

Lists in the files are compiled here into regular expressions, longest words first; only `cutoffs` holds
expressions written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.reading.vocabulary.contexts import CueContext, contexts_from
from bot.reading.vocabulary.divisions import divisions_in
from bot.reading.vocabulary.phrasewords import Phrases, phrases_from
from bot.reading.vocabulary.trees import one_of
from bot.reading.vocabulary.wordfiles import built


@dataclass(frozen=True, slots=True)
class Topic:
    """What speaks for a topic: cue word -> weight, and the head that an unclear measure gets, unless shown already.

    `said` is whether the text speaks of it: a head that it does not hold is put into no measure.
    """

    name: str
    cues: Mapping[str, float]
    head: str
    shown_by: tuple[str, ...]
    said: bool = True


@dataclass(frozen=True, slots=True)
class Units:
    """Units by family, "" for words that only begin like one; `spoken` matches what a Chinese numeral may count."""

    family: Mapping[str, str]
    spoken: re.Pattern[str]
    spoken_first: frozenset[str]
    title_after: re.Pattern[str]
    title_levels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Words before and after a number that say how exact it is."""

    before: re.Pattern[str]
    bound_before: Mapping[str, str]
    after: re.Pattern[str]
    bound_after: Mapping[str, str]
    traps: tuple[str, ...]
    last_characters: frozenset[str]
    round_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """Numbers that are names, and the few words that make a name or a saying of a number."""

    han: re.Pattern[str]
    hotlines: frozenset[str]
    zero_of: re.Pattern[str]
    zero_first: frozenset[str]
    of_places: re.Pattern[str]
    of_plans: tuple[str, ...]
    rank_before: re.Pattern[str]
    ordinal_of: re.Pattern[str]
    skipped_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Times:
    """Words about periods, cut-offs, targets and changes."""

    problems: re.Pattern[str]
    plan: re.Pattern[str]
    plan_openings: re.Pattern[str]
    cutoff: re.Pattern[str]
    cutoff_mark: re.Pattern[str]
    short_cutoffs: frozenset[str]
    other_time: re.Pattern[str]
    target_before: re.Pattern[str]
    target_opening: re.Pattern[str]
    target_bound: tuple[str, ...]
    target_after: re.Pattern[str]
    target_directly: re.Pattern[str]
    target_of_which: re.Pattern[str]
    target_set: re.Pattern[str]
    target_named: re.Pattern[str]
    next_year: re.Pattern[str]
    last_year: re.Pattern[str]
    from_words: re.Pattern[str]
    to_words: re.Pattern[str]
    became: re.Pattern[str]
    reshaped: re.Pattern[str]
    formerly: re.Pattern[str]
    brought_over: re.Pattern[str]
    arrived: re.Pattern[str]
    change_tail: re.Pattern[str]
    changes_up: frozenset[str]
    plain_changes: frozenset[str]
    changed: re.Pattern[str]
    comparison: re.Pattern[str]
    elsewhen: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ReadingLexicon:
    """All of it; the topics in file order, and the words that speak for none but share characters with a cue."""

    units: Units
    qualifiers: Qualifiers
    names: Names
    times: Times
    phrases: Phrases
    topics: Mapping[str, Topic]
    silent: frozenset[str]
    contexts: tuple[CueContext, ...]
    fields: re.Pattern[str]
    """The heads of topics that say by themselves which field it is."""
    telling: re.Pattern[str]
    """The words that tell of a topic, all but the weak ones."""

    @classmethod
    def load(cls, directory: Path) -> ReadingLexicon:
        """Read the five files of `directory`, and the names of places in the folder beside it. Raises DataError where
        one is missing or malformed."""
        topics, silent = built(directory / "topic_cues.toml", _all_topics)
        units, qualifiers, names = built(directory / "units.toml", _counting)
        return cls(
            units=units,
            qualifiers=qualifiers,
            names=names,
            times=built(directory / "times.toml", _times),
            phrases=replace(
                built(directory / "phrases.toml", phrases_from), divisions=divisions_in(directory.parent / "places")
            ),
            topics=topics,
            silent=silent,
            contexts=contexts_from(directory / "cue_contexts.toml"),
            fields=re.compile(one_of(topic.head for topic in topics.values() if len(topic.head) > 3)),
            telling=re.compile(
                one_of(word for topic in topics.values() for word, weight in topic.cues.items() if weight >= _USUAL)
            ),
        )


def _all_topics(table: Mapping[str, Any]) -> tuple[dict[str, Topic], frozenset[str]]:
    """The topics, and the words that speak for none."""
    silent = frozenset(table["silent"])
    return _topics({name: entry for name, entry in table.items() if name != "silent"}), silent


def _counting(table: Mapping[str, Any]) -> tuple[Units, Qualifiers, Names]:
    """What units.toml holds."""
    return _units(table), _qualifiers(table["qualifiers"]), _names(table["names"])


STRONG, _USUAL = 4.0, 2.0
WEIGHTS = {"strong": STRONG, "usual": _USUAL, "weak": 1.0}


def _topics(table: Mapping[str, Any]) -> dict[str, Topic]:
    return {
        name: Topic(
            name=name,
            cues={word: weight for level, weight in WEIGHTS.items() for word in entry.get(level, ())},
            head=entry.get("head", ""),
            shown_by=tuple(entry.get("shown_by", ())),
        )
        for name, entry in table.items()
    }


FAMILIES = ("count", "length", "money", "duration", "share", "multiple")


def _units(table: Mapping[str, Any]) -> Units:
    family = {unit: name for name in FAMILIES for unit in table[name]} | dict.fromkeys(table["no_units"], "")
    levels = table["ordinal_levels"]
    return Units(
        family=family,
        spoken=re.compile(one_of(table["spoken"])),
        spoken_first=frozenset(unit[0] for unit in table["spoken"]),
        title_after=re.compile(one_of(levels["after"])),
        title_levels=frozenset(levels["before"]),
    )


def _qualifiers(table: Mapping[str, Any]) -> Qualifiers:
    before = {word: bound for bound in ("approx", "gt", "lt") for word in table[bound]}
    after = {word: bound for bound in ("gt", "lt", "approx") for word in table[f"after_{bound}"]}
    return Qualifiers(
        before=re.compile(one_of(before) + r"[ \t]?$"),
        bound_before=before,
        after=re.compile(one_of(after)),
        bound_after=after,
        traps=tuple(table["words_ending_so"]),
        last_characters=frozenset(word[-1] for word in before),
        round_words=frozenset(table["gt_round"]),
    )


_ASIDE = r"\([^()]{1,4}\)"
"""A second name of the same level: 县(市、区)."""


def _names(table: Mapping[str, Any]) -> Names:
    return Names(
        han=re.compile(one_of(table["han"])),
        hotlines=frozenset(table["hotlines"]),
        zero_of=re.compile(f"[“”]?{one_of(table['zero_of'])}"),
        zero_first=frozenset(word[0] for word in table["zero_of"]),
        of_places=re.compile(one_of(table["of_places"])),
        of_plans=tuple(table["of_plans"]),
        rank_before=re.compile(
            f"(?:{one_of(table['rank_before'])}|(?:稳居|位居|位列|名列|跃居|荣登)[^,。;、()\\d]{{1,11}}|[居列排]全[国省市区县](?:[^,。;、()]|{_ASIDE}){{1,9}})$"
        ),
        ordinal_of=re.compile(one_of(table["ordinal_of"])),
        skipped_after=frozenset(table["skipped_after"]),
    )


def _times(table: Mapping[str, Any]) -> Times:
    sections, cutoffs, earlier, changes = (table[key] for key in ("sections", "cutoffs", "earlier", "changes"))
    change = one_of([*changes["up"], *changes["down"]])
    return Times(
        problems=re.compile(one_of(sections["problems"])),
        plan=re.compile(one_of(sections["plan"])),
        plan_openings=re.compile(one_of(sections["plan_openings"])),
        cutoff=re.compile("|".join([one_of(cutoffs["phrases"]), *cutoffs["patterns"]])),
        cutoff_mark=_marks(cutoffs),
        short_cutoffs=frozenset(cutoffs["short"]),
        other_time=re.compile("|".join(cutoffs["other"])),
        target_before=re.compile(one_of(table["targets"]["before"])),
        target_opening=re.compile(one_of(table["targets"]["opening"])),
        target_bound=tuple(table["targets"]["bound"]),
        target_after=re.compile(one_of(table["targets"]["after"])),
        target_directly=re.compile(one_of(table["targets"]["directly"]) + "(?:为|是)?[ 约]*$"),
        target_of_which=re.compile(one_of(table["targets"]["of_which"]) + "(?:为|是)?[ 约]*$"),
        target_set=re.compile(one_of(table["targets"]["set"]) + "[ 约]*$"),
        target_named=re.compile("[^,;。、]{0,8}?" + one_of(table["targets"]["of_which"])),
        next_year=re.compile(one_of(table["targets"]["next_year"])),
        last_year=re.compile(one_of(earlier["last_year"])),
        from_words=re.compile(one_of(earlier["from_words"])),
        to_words=re.compile(one_of(earlier["to_words"]) + "(?:了)?"),
        became=re.compile(one_of(earlier["became"]) + "(?:了)?"),
        reshaped=re.compile(f"({one_of(earlier['reshaped'])})(?:为|成了?|后(?:保留|剩下?|为|减为))"),
        formerly=re.compile(one_of(earlier["formerly"])),
        brought_over=re.compile(one_of(earlier["brought_over"])),
        arrived=re.compile(
            one_of([*earlier["to_words"], *earlier["became"]])
            + r"了?(?:(?:\d{4}年度?[底末]?|今年|目前|现在)的?)?[ 约近超逾]*$"
        ),
        change_tail=re.compile(f"({change})(?:率|幅度|幅)?(?:了|达到|达|约|近|超过|超|为|逾)*$"),
        changes_up=frozenset(changes["up"]),
        plain_changes=frozenset(changes["plain"]),
        changed=re.compile(change),
        comparison=re.compile(one_of(changes["comparisons"])),
        elsewhen=_elsewhen(table["targets"], earlier),
    )


_ELSEWHEN = (
    *("内", "》", "”的", "前年", "年前", "年以前", "年之前", "预算"),
    *("过去", "以往", "以前", "从前", "早先", "原先", "往年"),
)


def _elsewhen(targets: Mapping[str, Any], earlier: Mapping[str, Any]) -> re.Pattern[str]:
    """A pattern for what may make a figure a target or another year's: words of targets and of other years, a title (of
    a plan), a time within which (内)."""
    asked = (word for words in targets.values() for word in words)
    return re.compile(one_of([*asked, *earlier["last_year"], *earlier["from_words"], *earlier["reshaped"], *_ELSEWHEN]))


def _marks(cutoffs: Mapping[str, Any]) -> re.Pattern[str]:
    """A pattern for what every cut-off holds. Raises re.error where one is written without."""
    for cutoff in (*cutoffs["phrases"], *cutoffs["patterns"]):
        if not any(mark in cutoff for mark in cutoffs["marks"]):
            raise re.error("没有 marks 中的任何一个", cutoff)
    return re.compile(one_of(cutoffs["marks"]))
