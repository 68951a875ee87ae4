"""A question that says what a figure measures from its first character to its last: nothing else is meant."""

from __future__ import annotations

import re

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing.choosing import best_of, key_of, once
from bot.asking.answering.weighing.counting import counts_alike, has_unit
from bot.asking.answering.weighing.named_so import is_place_itself
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wants import Want
from bot.model import Fact, Intent, Modality, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon

ASKS = re.compile("的?(?:各|分别|共|一共|总共)?(?:是|有)?(?:多少|几).*$")
"""How a question asks for what it names in front."""
_SHORTEST, _SHORT = 6, 4
"""How many characters a measure must have, and one that is no name of the lexicon: 行政复议 is what many figures are
about, and 律师事务所 may be told in a newer report in other words."""


def told_verbatim(query: Query, pool: Pool, lexicon: Lexicon) -> Pick | None:
    """What a slot's newest report tells of just what a question says; None for any other question.

    驳回案件占审结总数比例 is a share that a report states, and none of two figures to be worked out.
    """
    said = "".join(plain(part) for part in query.said)
    phrase = ASKS.sub("", said)
    if any(word in said[len(phrase) :] for word in query.words):
        # 参加考试有几名没通过 asks for some of those only.
        return None
    meant = query.modality is Modality.ACTUAL and query.intent in (Intent.FACT, Intent.COMPARE)
    if not meant or query.with_target or len(phrase) < (_SHORTEST if _is_name(phrase, query, lexicon) else _SHORT):
        return None
    own = pool.slot.region.own
    told = [fact for fact in pool.facts if _says(phrase, fact, lexicon) and _is_whose(fact, phrase, own)]
    # 涉及多少钱 behind a number of cases asks for another kind of figure.
    told = [fact for fact in told if not query.kinds or fact.claim.kind in query.kinds]
    told = [fact for fact in told if counts_alike(fact, query.units, lexicon)]
    told = [fact for fact in told if fact.report == told[0].report]
    leads = best_of(once([fact for fact in told if has_unit(fact, query.units)] or told))
    if len({(fact.claim.value, fact.claim.unit) for fact in leads}) != 1:
        return None
    lead = leads[0]
    beside = [fact for fact in pool.facts if (fact.report, fact.claim.quote) == (lead.report, lead.claim.quote)]
    rest = once([fact for fact in beside if fact.claim.topic == lead.claim.topic and fact.id != lead.id])
    want = Want(lead.claim.topic, lead.indicator)
    return Pick(want, pool.slot, lead.report, key_of(lead), leads, rest, exact=True)


def _is_name(phrase: str, query: Query, lexicon: Lexicon) -> bool:
    """Whether a phrase is what a topic or an indicator that was understood is called."""
    topics = (topic for topic in lexicon.topics if phrase in topic.names)
    known = (lexicon.indicator(identity) for identity in query.indicators)
    return next(topics, None) is not None or any(one is not None and phrase == plain(one.name) for one in known)


def _says(phrase: str, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a phrase is what a figure measures, with or without whose it is in front, or a verb that only says that
    it was done: 夜间普法 of 开展夜间普法."""
    measure, subject = plain(fact.claim.measure), plain(fact.claim.subject)
    verb = measure.removesuffix(phrase) if measure.endswith(phrase) else ""
    return phrase in (measure, f"{subject}{measure}", f"{subject}的{measure}") or verb in lexicon.alike.light


def _is_whose(fact: Fact, phrase: str, place: str) -> bool:
    """Whether a figure is the place's, or that of a part which a phrase names."""
    subject = fact.claim.subject
    return not subject or plain(subject) in phrase or is_place_itself(subject, place)
