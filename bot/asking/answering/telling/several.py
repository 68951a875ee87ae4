"""Several questions in one message: each answered by itself, where the message as a whole is answered less well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.asking.answering.finding.verbatim import ASKS
from bot.asking.answering.weighing.counting import has_unit, tells_units
from bot.asking.understanding.continuing.doers_of_before import has_doer_carried
from bot.model import Answer, Fact, Group, Modality, Query, Status
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon

_HOW_MANY = re.compile("多少|几")
_ROW = re.compile("[、和与及或]")


def better(query: Query, whole: Answer, answers: Sequence[Answer], lexicon: Lexicon) -> Answer:
    """The answers to the parts of a question as one, if they tell more than the answer to the whole."""
    if whole.facts and {part.modality for part in query.parts} == {Modality.PRIOR, Modality.ACTUAL}:
        return together(query, answers)
    asked = _without_frames(_without_told(answers), lexicon)
    if len(asked) < len(answers):
        return whole if whole.facts[:1] == asked[0].facts[:1] and not whole.missing else together(query, asked)
    if framed := _in_framed_sentence(whole, answers):
        return _only(framed, whole)
    answered = [answer for answer in answers if answer.facts]
    if whole.status is Status.ANSWER and all(
        _is_told_in(fact, answer) for fact in whole.facts[:1] for answer in answers
    ):
        # 办了几场讲座和培训 is told of both, and of neither alone.
        return whole
    all_told = len(answered) == len(answers)
    apart = len({part.asked for part in query.parts}) > 1 and not any(part.words for part in query.parts)
    if answered and (apart or _is_each_place_told(query, whole, answered)):
        # 巴南的法援和廉江的复议: what was asked of one place was not asked of the other.
        return together(query, answers)
    if answered and _is_asked_of_each(query):
        # What is only near to one of them stands behind what the others have.
        return together(query, sorted(answers, key=lambda answer: answer.status is not Status.ANSWER))
    if answers and answers[0].facts and not (whole.facts or all_told):
        others = [part for part, answer in zip(query.parts, answers, strict=True) if not answer.facts]
        # 律所和女律师: what stands in front of the second noun narrows that alone.
        own = all(part.said != query.parts[0].said and _is_narrowed(part, lexicon) for part in others)
        if own and all(a.status is Status.ANSWER for a in answered):
            return together(query, answers)
    if answered and not all_told and query.each and any(has_doer_carried(part, query) for part in query.parts):
        # What all did is none of those who are said to have done the first thing.
        return together(query, answers)
    # What a part says may only narrow another: each must ask, or have an answer of its own.
    if not answered and query.each and not whole.facts:
        # What each of them lacks must be said.
        lacks = (*whole.missing, *(missing for answer in answers for missing in answer.missing))
        return replace(whole, missing=tuple(dict.fromkeys(lacks)))
    if not answered or not (all_told or (query.each and not whole.facts)):
        return _with_lacks(whole, answers, lexicon) if answered and query.each else whole
    mixed = len({part.modality for part in query.parts}) > 1
    if whole.status is Status.ANSWER and not (query.each or mixed or _tell_more(whole, answers)):
        return whole
    if not all_told and any(answer.missing for answer in answered):
        return whole
    joined = together(query, answers)
    if not query.asked and len({report.adcode for report in joined.reports.values()}) > 1:
        return whole
    first = {fact.id for fact in whole.facts[: len(joined.facts) + 1]}
    # What a part says that it lacks is not lost with it.
    lost = joined.missing and not whole.missing
    # Nor is what the whole lacks said where each of its questions has its answer.
    told = query.each and all_told and whole.missing and not joined.missing
    return whole if {fact.id for fact in joined.facts} <= first and not (lost or told) else joined


def _without_frames(answers: Sequence[Answer], lexicon: Lexicon) -> Sequence[Answer]:
    """The answers without those to parts that ask nothing, where what is asked behind them is told in the same
    sentence: 清理规范性文件，宣布失效的有几件."""
    behind = [next((one for one in answers[at + 1 :] if not one.query.frames), None) for at in range(len(answers))]
    return [
        answer
        for answer, asked in zip(answers, behind, strict=True)
        if not (asked and _only_frames(answer, asked, lexicon))
    ]


def _without_told(answers: Sequence[Answer]) -> Sequence[Answer]:
    """The answers without those to parts that ask nothing themselves and are told with the next one."""
    told = {id(answer) for answer, behind in pairwise(answers) if _is_told_with(answer, behind)}
    return [answer for answer in answers if id(answer) not in told]


def _is_told_with(answer: Answer, behind: Answer) -> bool:
    """Whether a part that asks nothing itself names what the figure of the next one tells as well: 撤销和注销的有几家
    of 撤销或注销5家."""
    lead = behind.facts[0] if behind.status is Status.ANSWER else None
    if lead is None or answer.facts[:1] != (lead,) or any(map(_HOW_MANY.search, answer.query.said)):
        return False
    row = plain(lead.claim.measure)
    said = (*answer.query.said, *answer.query.words)
    return _ROW.search(lead.claim.measure) is not None and bool(said) and all(plain(one) in row for one in said)


def _only_frames(answer: Answer, behind: Answer, lexicon: Lexicon) -> bool:
    """Whether a part only says of what the next one that asks does, which is told in the same sentence."""
    if not answer.query.frames or behind.status is not Status.ANSWER:
        return False
    lead = behind.facts[0]
    if any((fact.report, fact.claim.quote) == (lead.report, lead.claim.quote) for fact in answer.facts):
        return True
    return _stands_in(lead.claim.quote, answer.query, lexicon)


def _in_framed_sentence(whole: Answer, answers: Sequence[Answer]) -> tuple[Group, ...]:
    """What the whole has besides from the one sentence that a part which asks nothing speaks of, where what asks was
    answered from elsewhere: 合同普查，查出多少个隐患 is not asked of all that was found."""
    for frame in answers:
        quotes = {(fact.report, fact.claim.quote) for fact in frame.facts}
        if not (frame.query.frames and frame.query.words) or len(quotes) != 1:
            # 行政复议案件，调解成功的有几件 only names a topic, and no one sentence.
            continue
        asking = [answer for answer in answers if not answer.query.frames]
        behind = [fact for answer in asking for fact in answer.facts]
        kinds = {kind for answer in asking for kind in answer.query.kinds}
        if any((fact.report, fact.claim.quote) in quotes for fact in behind):
            continue
        known = {fact.id for fact in frame.facts}
        return tuple(
            group
            for group in whole.groups
            if all((fact.report, fact.claim.quote) in quotes and fact.id not in known for fact in group.facts)
            and (not kinds or all(fact.claim.kind in kinds for fact in group.facts))
        )
    return ()


def _only(groups: tuple[Group, ...], whole: Answer) -> Answer:
    """An answer with some of its groups alone: nothing is worked out of the others, none of their figures is named."""
    kept = {fact.id for group in groups for fact in group.facts}
    gone = {fact.text for fact in whole.facts if fact.id not in kept}
    caveats = tuple(caveat for caveat in whole.caveats if not any(text in caveat for text in gone))
    return replace(whole, groups=groups, derived=(), caveats=caveats)


def _stands_in(quote: str, part: Query, lexicon: Lexicon) -> bool:
    """Whether a sentence says what a part names: its words, and those of an indicator."""
    patterns = [pattern for identity in part.indicators if (pattern := lexicon.pattern(identity))]
    named = any(all(any(word in plain(quote) for word in group) for group in pattern.groups) for pattern in patterns)
    return bool(part.words or patterns) and all(word in quote for word in part.words) and (named or not patterns)


def _is_asked_of_each(query: Query) -> bool:
    """Whether one thing is asked for of several, each by itself: 文件，政府的和部门的各多少."""
    heads = {part.said[:1] for part in query.parts}
    return query.each and len(heads) == 1 and all(len(part.said) > 1 for part in query.parts)


def _is_each_place_told(query: Query, whole: Answer, answered: Sequence[Answer]) -> bool:
    """Whether each place was asked in words of its own, and no place that the answer to the whole tells is lost."""
    places = {region.adcode for answer in answered for region in answer.query.regions}
    own = query.each and len({part.regions for part in query.parts}) > 1
    return own and {report.adcode for report in whole.reports.values()} <= places


def _is_told_in(fact: Fact, answer: Answer) -> bool:
    """Whether a part is answered with a figure, or has none and names what that is told of with something else."""
    words, row = answer.query.words, plain(fact.claim.measure)
    member = _ROW.search(fact.claim.measure) is not None and bool(words) and all(word in row for word in words)
    return answer.facts[:1] == (fact,) or (not answer.facts and member)


def _tell_more(whole: Answer, answers: Sequence[Answer]) -> bool:
    """Whether the answers to the parts are the whole's and what else its sentence tells: 多少人参加？优秀率呢？"""
    told = [fact for answer in answers for fact in answer.facts]
    own, quotes = {fact.id for fact in whole.facts}, {(fact.report, fact.claim.quote) for fact in told}
    return own < {fact.id for fact in told} and len(quotes) == 1 and all(a.status is Status.ANSWER for a in answers)


def _with_lacks(whole: Answer, answers: Sequence[Answer], lexicon: Lexicon) -> Answer:
    """The answer to the whole with what parts lack whose words or units it did not read: 各局自己发的, 多少人来."""
    lost = [answer for answer in answers if not answer.facts and _is_unread(answer.query, whole, lexicon)]
    lacks = tuple(dict.fromkeys((*whole.missing, *(missing for answer in lost for missing in answer.missing))))
    return replace(whole, status=Status.PARTIAL, missing=lacks) if whole.facts and lost else whole


def _is_unread(part: Query, whole: Answer, lexicon: Lexicon) -> bool:
    """Whether no figure of an answer can be what a part asks for: none is in its unit or told in its words, or the
    indicator that it names was not read."""
    counted = not tells_units(part.units) or any(has_unit(fact, part.units) for fact in whole.facts)
    same = lexicon.alike.same
    told = same("，".join(fact.claim.quote + fact.claim.measure + fact.claim.subject for fact in whole.facts))
    words = not part.words or (set(part.words) & set(whole.query.words) and any(same(w) in told for w in part.words))
    named = not part.indicators or set(part.indicators) & set(whole.query.indicators)
    return not (counted and words and named)


def _is_narrowed(part: Query, lexicon: Lexicon) -> bool:
    """Whether a part asks for what a name of the lexicon stands for, or some of it: 涉外公证, 女律师多少."""
    said, word = "".join(part.said), "".join(part.words)
    thing = ASKS.sub("", said.removeprefix(word)) if said.startswith(word) else ""
    topics = (name for topic in lexicon.topics for name in topic.names)
    says = (name for patterns in lexicon.patterns.values() for p in patterns for name in (p.indicator.name, *p.says))
    return bool(thing) and any(thing == name for name in (*topics, *says))


def together(query: Query, answers: Sequence[Answer]) -> Answer:
    """The answers to the parts of a question as one."""
    groups = tuple(_once(answers))
    lacks = tuple(dict.fromkeys(missing for answer in answers for missing in answer.missing))
    parts = [answer.query for answer in answers]
    asked = {part.modality for part in parts}
    return Answer(
        status=Status.PARTIAL if lacks else Status.ANSWER,
        query=replace(
            query,
            topics=tuple(dict.fromkeys(topic for part in parts for topic in part.topics)),
            indicators=tuple(dict.fromkeys(identity for part in parts for identity in part.indicators)),
            asked=query.asked or tuple(dict.fromkeys(asked for part in parts for asked in part.asked)),
            notes=tuple(dict.fromkeys((*query.notes, *(note for part in parts for note in part.notes)))),
            modality=Modality.ACTUAL if Modality.ACTUAL in asked else parts[0].modality,
            with_target=asked == {Modality.ACTUAL, Modality.TARGET},
        ),
        groups=groups,
        derived=tuple(dict.fromkeys(derived for answer in answers for derived in answer.derived)),
        caveats=tuple(dict.fromkeys(caveat for answer in answers for caveat in answer.caveats)),
        missing=lacks,
        reports={name: report for answer in answers for name, report in answer.reports.items()},
    )


def _once(answers: Sequence[Answer]) -> list[Group]:
    """The groups of all answers, no figure twice."""
    shown: set[str] = set()
    found: list[Group] = []
    for group in (group for answer in answers for group in answer.groups):
        facts: tuple[Fact, ...] = tuple(fact for fact in group.facts if fact.id not in shown)
        shown.update(fact.id for fact in facts)
        found += [replace(group, facts=facts)] if facts else []
    return found
