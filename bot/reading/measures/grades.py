"""Of whom or what a grade is told: 880名律师中,申报评级90人,其中评定一级12人、二级30人 counts 评定一级律师 and
评定二级律师."""

from __future__ import annotations

import re
from itertools import chain

from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, PEOPLE, Draft, Open
from bot.reading.measures.predicates import noun_and_predicate
from bot.reading.measures.wording import Wording

_GIVEN = "(?:申报|评定|认定|评为|评聘|评审|评选|晋升|获评|授予|确定|通过)+(?:为|了)?"
_LEVELS = "(?:(?:[一二三四五六七八九十]|[一二三四五]星|正高|副高|[初中高特])级(?:及?以[上下])?|[正副]高)"
_GRADE = re.compile(f"({_GIVEN})?({_LEVELS})")
_GRADED = re.compile(f"({_GIVEN})?{_LEVELS}([^的级]{{2,10}})$")
_GRADING = re.compile(
    "(?:(?:申报|参加|通过|开展|进行|组织|自愿)*(?:星级|等级|职称|级别|职级|专业技术)*"
    "(?:申报|评定|认定|评审|评级|评聘|申报|定级|考核|职称|等级)+(?:人员)?)$"
)
"""What a whole is, of which only the grades are told: 参加等级评定160人, 报名星级评审人员75人."""
_PERSONS = re.compile("(?<![人成学])员$|[律教医技]师$|(?:明白|鉴定|带头|代理)人$|志愿者$")
_HOUSES = re.compile("(?<!场)所$|[室站]$|中心$|调委会$|委员会$|大队$")
_SEGMENT = re.compile("[,:;]")
_MOVED = re.compile("^(?:组织|动员|开展|推荐|选派|评定|评选|命名|对|为)+(?:星级|优秀)?")
_FEW = 4


def graded(left: str, text: str, local: Local, wording: Wording, opened: Open) -> Draft | None:
    """The grade before a number with those who have it, where what was told before only says that there was a grading;
    None for others."""
    grade = None if local.noun_follows else _GRADE.fullmatch(left)
    if not grade:
        return None
    kind = _PERSONS if local.numeral.unit in PEOPLE else _HOUSES
    told = _GRADED.search(opened.before) if opened.last >= local.before[0] else None
    if told and kind.search(told[2]):
        return Draft((grade[1] or told[1] or "") + grade[2] + told[2], whole=True)
    whole = opened.parent or opened.before
    if whole and not _GRADING.search(whole):
        return None
    low = max(opened.clause[0], local.left[0] - FAR)
    segments = _SEGMENT.split(text[low : local.left[0]])[::-1]
    said = chain(opened.done[::-1][:_FEW], (wording.tidy(words) for words in segments))
    noun = next((noun for noun in (_noun(words, wording) for words in said) if kind.search(noun)), "")
    return Draft((grade[1] or "") + grade[2] + noun, whole=True) if noun else None


def _noun(words: str, wording: Wording) -> str:
    """Who or what is told of by words that may go on to say what was done: 律师申报评级, 对司法所进行评定."""
    words = _GRADING.sub("", _MOVED.sub("", words.removesuffix("中")))
    return noun_and_predicate(wording.object_of(words), wording.phrases, governed=True)[0]
