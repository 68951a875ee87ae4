"""Words that stray into a measure: plans in front (明年将新建公园), what leads on to the number (数将, 则, 大关)."""

from __future__ import annotations

import re

from bot.reading.measures.places import SORTS
from bot.reading.vocabulary.phrases import verb_at_start
from bot.reading.vocabulary.phrasewords import Phrases

_NEXT = "(?:明年|来年|下一?年度?)"
_WE = "我们"
_MEANT = re.compile(
    f"(?:{_WE})?(?:计划|打算|拟|准备)?(?:于|在)?{_NEXT}(?:将|拟|计划|要|力争|再)?|{_WE}(?:计划|打算|拟|将|准备)?|于(?={_NEXT})"
)
_MEANT_FIRST = frozenset("明来下我于计打拟准在")
"""What is meant to be done and when: said by the figure's year, no part of what it counts."""
_NEWLY, _NOW = "新", ("现在册", "现在矫", "现在岗", "现在编")
_FROM_THE_YEAR_BEFORE = re.compile("^度(?=遗留|结转|结存)")
_LASTING_FIRST = frozenset("为期度")
_TASK_IS = re.compile("^(?:全年|年度|年初)?(?:目标)?任务[量数]?[为是](?=..)")
_LASTING = re.compile(r"^为?期[\d一二两三四五六七八九十半近约]{1,4}个?[月天周年日]的?(?=..)")
_STOCK_THEN = re.compile("^年[底末](?=(?:仍|尚|还|实际)?(?:在[册矫管岗编押]|未[结办]|结存|实有|共有|拥有))")
"""When there were so many, which is their cut-off: 年末|在册."""
_CLOSED = re.compile("^结(?=胜诉|败诉|撤诉|维持|驳回)")
"""已结|胜诉: that a case is closed is said by how it ended."""
_REALLY, _REALLY_ONLY, _ONLY_DONE = "实际", ("实际只", "实际仅", "实际才"), 3
_AFFECTED, _BY = re.compile("受[^,的、]{2,8}?影响"), "受"
"""Under what something happened: 涉外公证|受疫情影响|仅剩15件."""
_YEAR, _DONE = "年", "结"
_STILL = ("仍", "仍然", "还", "也", "则")
_LEADING_ON = re.compile("(?<=[数率量额人师员所会])(?:则?将|(?<![原规])则)$|(?<=率)在$")
_LEADS_ON = ("将", "则", "在")
_LANDMARK = re.compile("^(?:[人件名家个所])?大关|^(?:次之|居次|居首位?)$")
"""A round number that was passed, or a place among others: 突破两千件大关, 县林业局9件次之."""
_TIME = "时间"
_WHOEVER = re.compile(
    "(?:公民|自然人|群众|市民|个人)(?:[、和或]|或者)(?:企业)?法人"
    "(?:[、和及或]|以及|或者)?(?:其[他它](?:社会)?组织)?(?:的|(?:依法)?(?:提出|提交|申请|递交)的)"
)
"""Those to whom the law opens a way: that they took it says nothing."""
_SO_MANY_LISTED = re.compile(
    r"([、和及][^、和及,\d]{1,10}?)(?:[两二三四五六七八九十]|\d{1,2})(?:个|大?类|种|大|家|项)(?="
    f"{SORTS})"
)
"""How many names were listed, between them and what they are of: 城管、环保、交通|3个|领域案件."""
_SHORT = 3
_CIRCLED = re.compile("^[\u2460-\u2473\u2474-\u249b\u2776-\u277f]+")
"""Numbers of items in one sign: ①培训12期."""
_EACH_AT_END = re.compile("(.{2,}?)(?:由|从|按)(?:原来|过去|以前)?的?(每[件案个人名场次份])$")
"""From what somebody got for each: 补贴标准由每件200元."""
_MARKS = (("“", "”"), ("《", "》"), ("(", ")"), ("‘", "’"))


def without_strays(words: str, phrases: Phrases) -> str:
    """The words without what strays into them; each rule is asked only where its first or last character stands."""
    if not words or words in _STILL:
        return ""
    words = _SO_MANY_LISTED.sub(r"\1", words) if "、" in words else words
    words = _CIRCLED.sub("", words) if "\u2460" <= words[0] <= "\u277f" else words
    words = _TASK_IS.sub("", words) if "任务" in words else words
    if words.startswith(_TIME) and verb_at_start(words[len(_TIME) :], phrases):  # 用3年时间|培养骨干200名
        words = words[len(_TIME) :]
    words = _WHOEVER.sub("", words) if "法人" in words else words
    words = words[1:] if words.startswith(_NOW) else words
    words = _REALLY + words[_ONLY_DONE:] if words.startswith(_REALLY_ONLY) else words
    words = _AFFECTED.sub("", words) if _BY in words else words
    first = words[:1]
    words = _CLOSED.sub("", words) if first == _DONE else words
    words = _STOCK_THEN.sub("", words) if first == _YEAR else words
    meant = _MEANT.match(words) if first in _MEANT_FIRST else None
    if meant and (words.startswith(_NEWLY, meant.end()) or verb_at_start(words[meant.end() :], phrases)):
        words = words[meant.end() :]
    elif first in _LASTING_FIRST:
        words = _FROM_THE_YEAR_BEFORE.sub("", _LASTING.sub("", words))
    words = _LANDMARK.sub("", words) if "大关" in words or len(words) <= _SHORT else words
    words = _LEADING_ON.sub("", words) if words.endswith(_LEADS_ON) else words
    return _EACH_AT_END.sub(r"\2\1", words) if "每" in words else words


def lands(text: str, at: int) -> bool:
    """Whether the words there only say that a round number was passed."""
    return _LANDMARK.match(text[at:]) is not None


def balanced(phrase: str) -> str:
    """The phrase without marks that lack their other half: a cut may have left one of them."""
    for opening, closing in _MARKS:
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.replace(opening, "").replace(closing, "")
    return phrase
