"""What a rank or a prize is said of: 在《评估报告》中排名第四, 位列全国地级市政府第二名."""

from __future__ import annotations

import re

from bot.reading.measures.local import Local
from bot.reading.measures.opened import Draft, Open
from bot.reading.measures.places import PLACES
from bot.reading.measures.wording import Wording

_WHERE_ONLY = re.compile("全[国省市区县州]|$")
_WON = re.compile("^.*?被.{0,20}?(?:评为|表彰为|授予)(?:首届|[本该]届)?(?=.{4})")
SHORT_RANKED = 5
_GOT = re.compile("^(?:荣获|获得|取得|获|夺得)")
_NEAR = 20
_PLACE, _MEAN = "位次", re.compile("每|均")

_PLACED = "(?:中|均|分别)?(?:并列|排名中位[列居]|跃居|位居|位列|名列|跻身|跃升|排名|排在|排位|稳居|排|列|居|进入)"
_TO_GET_IN, _GAINED = "(?:(?:争取|力争|争)?(?:进入?|[挺冲挤]进)|在(?=全))", "(?:荣获|获得|荣膺|获)"
_WHERE = "全[国省市区县州](?:各[市区县州]|地级市政府|各?(?:县级|区级)政府)?"
_RANKING = re.compile(
    f"{_TO_GET_IN}{_WHERE}排?名?(?:倒数)?$|{_PLACED}(?:{_WHERE}|[^,、“”]{{2,8}}?)?(?:倒数)?$|{_GAINED}?{_WHERE}$|{_GAINED}$"
)
_ONLY_ONE = re.compile(f"成为{_WHERE}(?:唯一|首个|仅有)的?(?:连续)?$")
"""What a rank made somebody: 成为全国唯一连续八次位居前五的城市 ranks what was ranked before."""
_FROM_THE_END = "排倒数"
_RANKED = re.compile(f"^(?:{_TO_GET_IN}|{_PLACED}|{_GAINED})")
_IN_RANKING = re.compile("(?<=[\u4e00-\u9fff”])在(?=.{2,20}$)|^在(?=.{4})")


def ranked(left: str, wording: Wording) -> str:
    """What was ranked and where: 办理频次位居全市 -> 办理频次全市, 指数居中心城区 -> 指数中心城区."""
    ranking = _RANKING.search(left)
    what = _ONLY_ONE.sub("", wording.tidy(left[: ranking.start()] if ranking else left))
    where = _RANKED.sub("", ranking[0]).rstrip("排名").replace(_FROM_THE_END, _FROM_THE_END[1:]) if ranking else ""
    return _IN_RANKING.sub("", what) + where


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
    scored = (told.endswith(scores) or _MEAN.search(told)) and opened.last >= min(
        local.before[0], local.segment[0] - _NEAR
    )  # 得分91分,比上年提高0.8分,位列全市第二
    if degree != _PLACE and told.endswith(degree):  # 获全市一等奖1个、二等奖3个
        return Draft(told, whole=True)
    before = told.removesuffix(_PLACE) if scored else ""
    earlier = (said.removesuffix(_PLACE) for said in reversed(opened.done) if said.endswith(_PLACE))
    return Draft((before or among or next(earlier, "")) + ranked + degree)
