"""What those who look into things found or told, where a number of problems is named for the work on them:
抓好市委巡察反馈3个方面28项问题整改工作 counts 市委巡察反馈问题, not the work."""

from __future__ import annotations

import re

from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR
from bot.reading.measures.wording import Wording

_LOOKED = "(?:督察|巡察|巡视|督查|督导|检查|审计|考核|评估|评查|调研|暗访|自查)组?"
_TOLD = re.compile(f"{_LOOKED}[^,、的]{{0,4}}?(?:反馈|指出|移交|交办|发现|通报|转办|提出)")
_WORK_ON = re.compile(
    "^(?:高度重视|认真|扎实|切实|全力|全面|坚决|统筹|牵头|重点|做好|抓好|抓实|推进|推动|落实|完成|督促|督办|针对|对照|围绕|聚焦|对)+"
)
_PROBLEM = re.compile(
    r"(?:(?:突出|具体|主要|共性|反馈|个性|整改)*(?:问题|事项|意见))(?=的?(?:整改|落实|销号|整治|清零|推进)+(?:工作|任务)?(?:$|[,;。\n]))"
)
_OPINION = re.compile("(?<=反馈)意见中?(?:指出|提出|列出|涉及)?")
_SO_MANY = re.compile(r"(?:方面|类|大类|环节|领域)?的?(?:[、和共]{0,2}\d[\d.]{0,6}[个项条类])?")


def found(text: str, local: Local, wording: Wording) -> str:
    """The problems that were told to somebody, "" where the words around a number tell of none."""
    opening = _SO_MANY.match(text, local.numeral.end)
    problem = _PROBLEM.match(text, opening.end()) if opening else None
    before = text[max(local.segment[0], local.numeral.start - FAR) : local.numeral.start] if problem else ""
    told = _TOLD.search(before)
    if not problem or not told:
        return ""
    words = before if not any(character.isdigit() for character in before) else text[slice(*local.left)]
    who = wording.tidy(_WORK_ON.sub("", words))
    return _OPINION.sub("", _WORK_ON.sub("", who)).removesuffix("的") + problem[0]
