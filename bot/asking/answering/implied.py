"""What goes without saying: what a unit counts, what sort of thing a name is, what a sentence tells before a figure."""

from __future__ import annotations

import re

from bot.asking.answering.wording import part_around
from bot.model import Fact
from bot.words.indicators import plain

_KINDS = "平台|系统|机制|小程序|公众号|专栏|活动|品牌|模式|工程|项目"
_NAMED = re.compile(f"[“「『]([^”」』]+)[”」』]({_KINDS})")
"""A name with the kind of thing that it is, which nobody needs to say: “某某通”平台."""
_MANY = "(?:多少|几)"
_DAYS, _BESIDES = re.compile(f"{_MANY}个?(?:工作日|天|日)"), re.compile("兼[任做着当]")
_TOLD = {"时间": _DAYS, "时长": _DAYS, "天数": _DAYS, "兼职": _BESIDES}
"""What a measure need not say where a question does in another way: 时间 of 缩短了几天, 兼职 of 兼任."""
_DIGIT, _BREAK, _ROW = re.compile(r"\d"), re.compile("[,，;；。:：]"), re.compile("[、和及与或等]")
_JOINT, _REST_OF_ROW, _ASIDE = re.compile("[、和及与或]"), re.compile("等|提出"), re.compile(r"[(（].*?[)）]")
_TAIL, _SHARED = 2, 4


def told_otherwise(text: str, phrase: str) -> bool:
    """Whether a phrase says what a text does by its unit or its verb."""
    return text in _TOLD and _TOLD[text].search(phrase) is not None


def told_by_name(text: str, phrase: str, measure: str) -> bool:
    """Whether a text is only the kind of something that a phrase calls by its name: 平台 of “某某通”平台."""
    return any(text == kind and plain(name) in phrase for name, kind in _NAMED.findall(measure))


def is_counted_alone(text: str, phrase: str, measure: str) -> bool:
    """Whether a single character is all that a measure and a phrase count: 几个村, of 通过复核的村."""
    counted = len(text) == 1 and measure.endswith(f"的{text}")
    return counted and re.search(f"{_MANY}[个]?{text}", phrase) is not None


def told_around(fact: Fact, phrase: str) -> str:
    """What a sentence says around a figure of it alone: its clause, and those before that name or only introduce it.

    经清理，有1份文件需要废止. No row unless all of it is asked for: what stands in one is some of what is counted
    (决策、合同等提出意见8件).
    """
    before, _, _ = fact.claim.quote.partition(fact.text)
    clauses = [plain(clause) for clause in _BREAK.split(before)]
    if _DIGIT.search(before):
        clauses = clauses[-1:]
    measure = plain(fact.claim.measure)
    pieces = [measure[at : at + _SHARED] for at in range(len(measure) - _SHARED + 1)]
    about = [one for one in clauses[:-1] if len(one) < _SHARED or any(piece in one for piece in pieces)]
    beside = _BREAK.split(before)[-1]
    some = _ROW.search(beside) and not _says_row(beside, phrase)
    own = "" if some else f"{clauses[-1]}{plain(part_around(fact))}"
    return "\n".join((*about, own))


def _says_row(before: str, phrase: str) -> bool:
    """Whether a phrase names each member of the row that a figure is told of: 决策 and 合同, of 对决策、合同等."""
    row = _REST_OF_ROW.split(_ASIDE.sub("", before))[0]
    members = [plain(member) for member in _JOINT.split(row)]
    return len(members) > 1 and all(len(one) >= _TAIL and one[-_TAIL:] in phrase for one in members)
