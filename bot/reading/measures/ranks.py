"""What a rank or a prize is said of: 在《评估报告》中排名第四, 位列全国地级市政府第二名."""

from __future__ import annotations

import re

from bot.reading.measures.local import Local
from bot.reading.measures.opened import Draft, Open
from bot.reading.measures.places import PLACES

_WHERE_ONLY = re.compile("全[国省市区县州]|$")
_WON = re.compile("^.*?被.{0,20}?(?:评为|表彰为|授予)(?:首届|[本该]届)?(?=.{4})")
SHORT_RANKED = 5
_GOT = re.compile("^(?:荣获|获得|取得|获|夺得)")
_PLACE = "位次"


def rank(text: str, local: Local, ranked: str, among: str, opened: Open, scores: tuple[str, ...]) -> Draft:
    """The rank of what its own words say is `ranked`; where they say no more than among which places, of the score
    right before, the report or review that the clause names (`among`), or of what had the rank before."""
    degree = "等次" if "奖" in text[local.numeral.start : local.numeral.end] else _PLACE
    won = _WON.search(ranked) if degree == "等次" else None
    if won:  # “改革案例”被评为优秀案例一等奖
        ranked = ranked[won.end() :]
    if among and len(ranked) <= SHORT_RANKED and not _WHERE_ONLY.match(ranked):  # 比武中,荣获团体第一名
        return Draft(among + _GOT.sub("", ranked) + degree)
    if not _WHERE_ONLY.match(ranked):
        return Draft(ranked + degree)
    among_so_many = opened.row and PLACES.search(opened.before)  # 满意率98%,位列全县|17个镇街第2名
    said_twice = len(opened.done) > 1 and (among_so_many or opened.before.startswith(opened.done[-2]))
    told = opened.done[-2] if said_twice else opened.before
    scored = told.endswith(scores) and opened.last >= local.before[0]  # 得分91分,比上年提高0.8分,位列全市第二
    if degree != _PLACE and told.endswith(degree):  # 获全市一等奖1个、二等奖3个
        return Draft(told, whole=True)
    before = told.removesuffix(_PLACE) if scored else ""
    earlier = (said.removesuffix(_PLACE) for said in reversed(opened.done) if said.endswith(_PLACE))
    return Draft((before or among or next(earlier, "")) + ranked + degree)
