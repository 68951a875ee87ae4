"""The words that cut the phrase of a measure out of its sentence, from phrases.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.reading.vocabulary.trees import one_of

_TIMES = r"(?:(?:累计|共|达)*\d{1,6}余?[次场轮批期]次?)?"
_SO_OFTEN = r"(?:(?:\d{1,4}|[一二三四五六七八九十两])余?[次场轮批期])?"
_UP_TO_A_STANDARD = "达到(?=[^的]{2,14}(?:标准|要求|水平|条件|等次)$)"
"""What was reached is a standard, no number: 达到省级规范化标准."""
_ASIDE_OPENS = "[(](?!自治|街道|社区|镇|乡|居|市|区|县|办事处|街办|农场)"
_NO_NOUN = "(?!关于)"
"""What only begins like an ending of nouns: 制定关于普法的方案."""
_BEHIND_A_WORD = "(?<=[\u4e00-\u9fff)”].)(?<!公.)"


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Words that cut the phrase of a measure out of its sentence. One is loaded and stays: it equals only itself."""

    verbs: frozenset[str]
    verb_ends: frozenset[str]
    verb: re.Pattern[str]
    adverb: re.Pattern[str]
    leading: re.Pattern[str]
    not_adverb: re.Pattern[str]
    trailing: re.Pattern[str]
    trailing_ends: frozenset[str]
    whole_endings: tuple[str, ...]
    govern: tuple[str, ...]
    noun_after_verb: re.Pattern[str]
    compound: re.Pattern[str]
    noun_ending: re.Pattern[str]
    whole_noun: re.Pattern[str]
    anew: re.Pattern[str]
    noun_verbs: frozenset[str]
    noun_verb: re.Pattern[str]
    predicating: frozenset[str]
    saying: re.Pattern[str]
    serving: frozenset[str]
    organising: re.Pattern[str]
    moving: re.Pattern[str]
    light: frozenset[str]
    whole_deeds: tuple[str, ...]
    counted_up: re.Pattern[str]
    way: re.Pattern[str]
    beneficiary: re.Pattern[str]
    here: re.Pattern[str]
    short_forms: Mapping[str, str]
    short_form: re.Pattern[str]
    standing: tuple[str, ...]
    general: tuple[str, ...]
    work: re.Pattern[str]
    parts: tuple[str, ...]
    joining: frozenset[str]
    audience: frozenset[str]
    reaching: re.Pattern[str]
    actor: re.Pattern[str]
    plain_actor: re.Pattern[str]
    plain_opening: re.Pattern[str]
    after_actor: re.Pattern[str]
    no_actor: re.Pattern[str]
    whole_actor: re.Pattern[str]
    level: re.Pattern[str]
    no_levels: frozenset[str]
    generic_actors: frozenset[str]
    scheme: re.Pattern[str]
    campaigns: frozenset[str]
    common_names: frozenset[str]
    examined: re.Pattern[str]
    examined_of: re.Pattern[str]
    examination: re.Pattern[str]
    brings: re.Pattern[str]
    paper: re.Pattern[str]
    contains: re.Pattern[str]
    show: re.Pattern[str]
    lays_down: re.Pattern[str]
    divisions: frozenset[str] = frozenset()


def phrases_from(table: Mapping[str, Any]) -> Phrases:
    """What phrases.toml holds, compiled. Raises KeyError where a list is missing."""
    adverb, people = one_of(frozenset(table["adverbs"])), one_of(table["beneficiaries"])
    verbs = frozenset(
        [
            *(verb for group in table["verbs"].values() for verb in group),
            *(f"{again}{verb}" for again in ("新", "重新") for verb in table["light"]),
        ]
    )
    verb = one_of(verbs)
    return Phrases(
        **_verbs(table, verbs, verb),
        **_nouns(table),
        **_actors(table["actors"], f"{adverb}|{verb}"),
        **_themes(table["themes"]),
        verbs=verbs,
        verb_ends=frozenset(word[-1] for word in verbs),
        verb=re.compile(verb),
        adverb=re.compile(f"{adverb}|[ \\t,、]"),
        leading=re.compile(f"(?:{adverb}|[了的,:、 ])++"),
        not_adverb=re.compile(f"{one_of(table['not_adverbs'])}|{_UP_TO_A_STANDARD}"),
        trailing=re.compile(one_of(table["trailing"]) + "$"),
        trailing_ends=frozenset(word[-1] for word in table["trailing"]),
        whole_endings=tuple(table["whole_endings"]),
        govern=tuple(table["govern"]),
        anew=re.compile(one_of(table["anew"])),
        beneficiary=re.compile(f"(?:共向|向|为|给|代|替)(?:广大)?{people}++"),
        here=re.compile(one_of(table["here"], before="(?<![占居列超于盟各级].)")),
        short_forms=table["short_forms"],
        short_form=re.compile(one_of([*table["no_short_forms"], *table["short_forms"]])),
        standing=tuple(table["standing"]["ends"]),
        parts=tuple(table["parts"]),
        joining=frozenset(table["general"]["joining"]),
        audience=frozenset(table["general"]["audience"]),
        reaching=re.compile(one_of(table["general"]["reaching"]) + one_of(table["general"]["reached"]) + "?"),
        work=re.compile(one_of(table["works"])),
        general=tuple(table["general"]["nouns"] + table["general"]["audience"]),
    )


def _nouns(table: Mapping[str, Any]) -> dict[str, Any]:
    """What makes a noun of the verb before it."""
    papers = one_of(table["paper_endings"]) + "(?=$|[、和及与等,(的])"
    tails = [*table["noun_tails"], *table["compound_tails"], *table["noun_endings"]]
    return {
        "noun_after_verb": re.compile(f"{_NO_NOUN}{one_of(tails)}|{papers}"),
        "noun_ending": re.compile(f"{_NO_NOUN}{one_of(table['noun_endings'])}|{papers}"),
        "whole_noun": re.compile(one_of(table["whole_nouns"])),
        "compound": re.compile(one_of(table["compound_tails"])),
    }


def _verbs(table: Mapping[str, Any], verbs: frozenset[str], verb: str) -> dict[str, Any]:
    """What verbs do: say something of a noun, send or move somebody, stand before or behind a work's name."""
    return {
        "noun_verbs": frozenset(table["noun_verbs"]),
        "noun_verb": re.compile(one_of(table["noun_verbs"])),
        "predicating": frozenset(table["predicating"]),
        "saying": re.compile(one_of([*verbs, *table["predicating"], *table["no_passive"]])),
        "serving": frozenset(table["serving"]),
        "organising": re.compile(one_of(table["organising"])),
        "moving": re.compile(f"(?:{one_of(table['moving'])})+"),
        "light": frozenset(table["light"]),
        "whole_deeds": tuple(table["whole_deeds"]),
        "counted_up": re.compile(one_of(table["counting_up"], before=_BEHIND_A_WORD) + f"(?={verb})"),
        "way": re.compile(one_of(table["ways"])),
    }


def _actors(actors: Mapping[str, Any], done: str) -> dict[str, Any]:
    """Who may have done something: words that end actors, open them or make none; `done` is what they may do."""
    return {
        "actor": re.compile(one_of([*actors["ends"], *actors["levels"], *actors["no_levels"], *actors["plain_ends"]])),
        "plain_actor": re.compile(one_of(actors["plain_ends"])),
        "plain_opening": re.compile(one_of(actors["plain_openings"]) + r"|\d"),
        "after_actor": re.compile(f"{done}|{one_of(actors['with_whom'])}|{_ASIDE_OPENS}"),
        "no_actor": re.compile(one_of(actors["not_at_start"])),
        "whole_actor": re.compile(one_of(actors["whole"]) + f"|{one_of(actors['whole_ends'])}$"),
        "level": re.compile(one_of(actors["levels"])),
        "no_levels": frozenset(actors["no_levels"]),
        "generic_actors": frozenset(actors["generic"]),
    }


def _themes(themes: Mapping[str, Any]) -> dict[str, Any]:
    """What may open a clause as the theme of its figures; each pattern has the theme as its group of that name."""
    verbs, sorts = f"{one_of(themes['verbs'])}++了?", one_of([*themes["campaigns"], *themes["schemes"]])
    examinations = one_of(themes["examinations"])
    return {
        "scheme": re.compile(f"{verbs}(?P<theme>[^“”]{{0,8}}“(?P<name>[^“”]{{2,12}})”)(?P<sort>{sorts})?(?:工作)?$"),
        "campaigns": frozenset(themes["campaigns"]),
        "common_names": frozenset(themes["common_names"]),
        "examined": re.compile(
            f"{verbs}{_SO_OFTEN}(?P<theme>[^“”、]{{2,20}}?{examinations})(?:工作|活动|行动)?{_TIMES}$"
        ),
        "examined_of": re.compile(
            f"对(?P<theme>[^“”、]{{2,14}}?)(?:情况)?{verbs}(?P<examination>[^“”、]{{0,4}}?{examinations})(?:工作|活动|行动)?$"
        ),
        "examination": re.compile(examinations),
        "brings": re.compile(f"[^,]{{0,4}}?{one_of(themes['brings'])}"),
        "contains": re.compile(one_of(themes["contains"])),
        "show": re.compile(
            f"{one_of(themes['showing'])}了?[^《》]{{0,8}}(?P<theme>《[^《》]{{2,14}}》)[^《》]{{0,4}}{one_of(themes['shows'])}$"
        ),
        "lays_down": re.compile(one_of(themes["lays_down"])),
        "paper": re.compile(
            f"{one_of(themes['writing'])}++了?(?:[我本全][省市县区局厅])?[《“]?"
            f"(?P<theme>[^“”《》、]{{3,26}}?{one_of(themes['papers'])})[》”]?$"
        ),
    }
