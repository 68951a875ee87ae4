"""Sentences that go on with what the one before counted and leave it out."""

from __future__ import annotations

import re

from bot.reading.actors import AT_THE_TOP
from bot.reading.clauses import BY_KIND
from bot.reading.measures.opened import Draft, Open
from bot.reading.named_places import is_places, named_places, says_only_how_many
from bot.reading.numbers.quantities import Numeral
from bot.reading.vocabulary.phrases import verbs_only
from bot.reading.vocabulary.phrasewords import Phrases

_FAR = 60
_CASES = ("案件", "案", "申请", "事项", "纠纷")
_SO_FAR = re.compile("^(?:目前|截至目前|现)?,?(?:全部|均|都|共)?")
_BY_PLACE = re.compile(
    "(?:(?:[分按从就][^,;。\\d]{2,10}(?:来?看|来?说|分|统计|而言)|各?(?:乡镇|镇街|县区|区县|[市县区][市县区]|市州|街道|地区|地方)"
    "(?:当?中|里|之?间|方面)),|其中,?)?(?:[^,;。、\\d]{0,6}以(?=[^,;。\\d]{2,30}(?:多|前|首|主)[,;]))?"
)
"""What opens a count by place: 分地区看,…; 各乡镇中,…; 县级以|东河县、西山县居多."""
_KIND_BY_KIND = re.compile(BY_KIND)
_BY_PARTY = re.compile("[从按就]照?(被申请人|被告|申请人|原告)")
_RATE, _PERCENT, _WITH = "率", "%", "以"


def goes_on(text: str, sentence: int, numeral: Numeral, opened: Open, phrases: Phrases) -> bool:
    """Whether a sentence goes on with what the one before counted; `opened` keeps whether with its cases set apart."""
    opened.goes_on = False
    if not _follows(text, sentence, opened) or numeral.start - sentence > _FAR:
        return False
    if _goes_on_by_place(text, sentence, numeral, opened, phrases) or _goes_on_by_kind(text, sentence, numeral, opened):
        return True
    opened.goes_on = _goes_on_with_cases(text, sentence, numeral, opened, phrases)
    return opened.goes_on


def _goes_on_by_place(text: str, sentence: int, numeral: Numeral, opened: Open, phrases: Phrases) -> bool:
    """Whether a sentence tells place by place what the one before counted: 调解纠纷900件。分镇看,东河镇最多,为86件."""
    told = [unit for _, unit in opened.amounts].count(numeral.unit)
    rate = numeral.unit == _PERCENT and opened.before.endswith(_RATE)
    if told != 1 or not (rate or numeral.unit == opened.counted_unit):
        return False  # 收案900件,审结850件。东河县96件: of which of them?
    opening = _BY_PLACE.match(text, sentence)
    start = opening.end() if opening else sentence
    named = named_places(text, start, numeral.start, phrases)
    if not named or not is_places(text[slice(*named)]):
        return False
    leads = text[named[1] : numeral.start] == _WITH and AT_THE_TOP.match(text, named[1])
    return bool(leads) or says_only_how_many(text, named[1], numeral.start)


def _goes_on_by_kind(text: str, sentence: int, numeral: Numeral, opened: Open) -> bool:
    """Whether a sentence tells kind by kind what the one before counted: 收到申请90件。按类型分,处罚类60件."""
    same = numeral.unit == opened.counted_unit and any(numeral.value <= told for told, _ in opened.amounts)
    return same and kind_by_kind(text, sentence)


def _goes_on_with_cases(text: str, sentence: int, numeral: Numeral, opened: Open, phrases: Phrases) -> bool:
    """Whether a sentence goes on with the cases that the one before set apart and counted alone:
    以县政府为被申请人的案件50件。目前审结43件."""
    told = opened.amounts
    if len(told) != 1 or numeral.unit != told[0][1] or numeral.value > told[0][0]:
        return False
    apart = "的" in opened.object and opened.object.endswith(_CASES)
    return apart and verbs_only(_SO_FAR.sub("", text[sentence : numeral.start]), phrases)


def kind_by_kind(text: str, at: int) -> bool:
    """Whether what was counted is told kind by kind from there on."""
    return _KIND_BY_KIND.match(text, at) is not None


def sorted_by(text: str, start: int, end: int) -> str:
    """The party to a case by whom the words there say that it is told: 按|被申请人|划分; "" for none."""
    by = _BY_PARTY.search(text, start, end)
    return by[1] if by else ""


def of_party(draft: Draft, party: str, phrases: Phrases) -> None:
    """按被申请人划分,公安机关90件: cases against whom are counted."""
    if draft.whole or draft.noun or phrases.verb.match(draft.phrase):
        return
    draft.phrase = f"{party}为{draft.phrase}的" + ("" if draft.parent else _CASES[0])


def _follows(text: str, sentence: int, opened: Open) -> bool:
    """Whether the last figure stands in the sentence right before."""
    return opened.last >= 0 and text.find("。", opened.last) == sentence - 1
