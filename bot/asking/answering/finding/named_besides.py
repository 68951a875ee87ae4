"""What a question names only to say of whom or of what it asks: 公证处 of 公证处办证涉及多少资产, which counts none.

The lexicon makes of it one more thing that is wanted; where the figure that answers is told of just that, nothing is
missing. What is done is wanted by itself (法律明白人 培训), and so is what a list names or another 多少 counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.asking.answering.finding.account import PEOPLE_OF_TOPIC
from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing.slots import Slot
from bot.asking.answering.weighing.wants import Want
from bot.model import Fact, Modality, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon


def is_named_besides(
    want: Want, slot: Slot, wants: Mapping[Want, Mapping[Slot, Pick | None]], query: Query, lexicon: Lexicon
) -> bool:
    """Whether a want of which a slot has nothing is only named to say of whom or what its one exact figure is told."""
    if len(query.said) != 1 or query.parts or query.modality is not Modality.ACTUAL or wants[want][slot] is not None:
        return False
    picks = [picks[slot] for other, picks in wants.items() if other != want]
    exact = [pick for pick in picks if pick and pick.exact]
    if len(exact) != 1 or len(picks) != 1:
        return False
    phrase, lead = plain(query.said[0]), exact[0].leads[0]
    if lead.claim.topic != want.topic:
        # 律师事务所公示处罚 asks for what these did.
        return False
    names = list(_names(want, phrase, lexicon))
    # 公证处的资产 is what these have.
    return bool(names) and all(f"{name}的" not in phrase and _is_told(name, lead, lexicon) for name in names)


def _names(want: Want, phrase: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of a phrase that name an indicator, each as long as it goes."""
    pattern = lexicon.pattern(want.indicator)
    if pattern is None:
        return
    known = {plain(pattern.indicator.name), *map(plain, pattern.says), *(w for group in pattern.groups for w in group)}
    found = sorted((name for name in known if name in phrase), key=len, reverse=True)
    yield from (name for at, name in enumerate(found) if not any(name in longer for longer in found[:at]))


def _is_told(name: str, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a name of somebody or something stands in what is told up to a figure, or is those of its topic."""
    same = lexicon.alike.same
    if same(name) in lexicon.alike.deeds:
        return False
    topic = lexicon.topic(fact.claim.topic)
    if topic and any(name == f"{own}{people}" for own in topic.names for people in PEOPLE_OF_TOPIC):
        return True
    return same(name) in same(f"{fact.claim.quote.partition(fact.text)[0]}\n{fact.claim.measure}")
