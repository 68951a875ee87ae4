"""What lasts as long as a number says, and what is to be done within it."""

from __future__ import annotations

import re

from bot.reading.measures.governed import FIGURE
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, PEOPLE, Draft, Open
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.phrases import verb_at_start, verbs_only

_WITHIN_THAT = re.compile(r"(?:[至到、或和~—-]{1,2}\d{1,3}个?(?:工作日|自然日|日|天|小时|月))?[以之]?内|(?<=内)")
LASTED = ("历时", "耗时", "用时", "历经", "为时")
"""What says that something lasted, and not what."""
_OR_SO = re.compile(r"^[至到或—~-]{1,2}\d{1,3}个?(?:工作日|自然日|日|天|小时|月|年)")
_IN_A_ROW = re.compile("[,、]?(?:已经|已|且|并|均|也)*连续")
_KEPT_SO = re.compile(
    "(?:均|都)?(?:实现|呈现?)?(?:了)?(?:逐年|持续|稳步|稳定)?(?:保持|稳定|维持|控制|稳居|位[居列于]|名列|跻身|排名?|[居列]|[高低优]于"
    "|不低于|不超过|超|突破|达|增[长加]|下[降滑]|上升|提[升高]|减少|回落|降低|双[升降])"
)
"""What a figure did for years: the words say so, and not what it is a figure of."""
_KEPT, _ON_END = "保持", "连续"
FOR_YEARS = re.compile("连续[^连]{0,24}的年限$")
_TIME_TAKEN = ("用时", "耗时", "历时", "费时")
_TERMS = ("任期", "聘期", "服务期", "聘用期")
_TAKING, _TIME = "用", re.compile("^(?:左右)?的?时间")
"""用3至5个月完成改造, 用两年时间建成中心: what took so long."""


def term_of(left: str, opened: Open) -> Draft | None:
    """聘请监督员20名,任期两年: the term of those counted right before; None for others."""
    return Draft(opened.thing + left, whole=True) if left in _TERMS and opened.thing_unit in PEOPLE else None


def kept_so(text: str, local: Local, own: str, before: str, wording: Wording) -> Draft | None:
    """败诉率下降2%,连续三年保持在10%以下: for how many years the figure `before` was so, there or with whom the words
    before those of the number's `own` name; None for others."""
    start, end = local.numeral.end, min(local.segment[1], local.numeral.end + FAR)
    in_a_row = before and local.numeral.unit == "年" and _IN_A_ROW.fullmatch(own.strip())
    if not in_a_row or not _KEPT_SO.match(text, start, end):
        return None
    so = wording.tidy(FIGURE.sub("", text[start:end])) or _KEPT
    return Draft(f"{wording.level(before)}连续{so}的年限", whole=True)


def lasting(text: str, local: Local, left: str, wording: Wording) -> Draft:
    """为期5个月的…活动: how long what follows lasts; 连续两年获…: for how many years it was so; 审理期限30天;
    应当在3个工作日内答复: the limit set for what follows."""
    end, phrases = local.segment[1], wording.phrases
    if within := _WITHIN_THAT.match(text, local.numeral.end, end):
        done = wording.without_receiver(wording.tidy(text[within.end() : min(end, within.end() + FAR)]))
        if done and verb_at_start(done, phrases):
            return Draft(done + "期限")
    right = wording.tidy(FIGURE.sub("", text[local.numeral.end : min(end, local.numeral.end + FAR)])).lstrip("的内间")
    if left.endswith(_TAKING) and not local.share_of:
        done = _TIME.sub("", wording.tidy(FIGURE.sub("", _OR_SO.sub("", text[local.numeral.end : end][:FAR]))))
        if done and verb_at_start(done, phrases):
            of = left[:-1] if verbs_only(done, phrases) else ""  # 等级评定用3个月完成
            return Draft(of + done + "时长")
    if left == "提前" and right:
        return Draft(left + right + "时长")
    if left == "期" or left.endswith("为期") or not left:
        return Draft(
            (right or left.removesuffix("为期"))
            + ("的年限" if local.numeral.unit == "年" and local.numeral.value >= 1 else "时长")
        )
    if local.numeral.unit == "年":
        return Draft(f"{left}{right or _KEPT * left.endswith(_ON_END)}的年限")
    said = verb_at_start(left, phrases) and not left.endswith(phrases.standing)
    return Draft(left + "时长") if said and not left.endswith(_TIME_TAKEN) else Draft(left)
