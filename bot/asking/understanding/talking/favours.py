"""Small favours that are asked: 瞄一眼, 发下, 报个准数, 捋一捋. Done so lightly, a verb says nothing of what is wanted.

Only verbs of looking and telling: 线下 and 乡下 ask no favour, and what a favour is asked about stays to be answered
(统计下退休的).
"""

from __future__ import annotations

import re

_SHORT = (
    "看瞧瞅瞄瞟扫盯望翻查搜找核对问报发回答复给说讲唠聊念数算捋理盘整弄搞列贴"
    "甩丢传转递吱提点指帮记写抄录导调捞挖扒摸探试等掰亮"
)
_LONG = (
    "打听|统计|汇总|核实|核对|确认|反馈|提供|透露|通报|整理|梳理|罗列|列举|扒拉|划拉|归拢|拾掇"
    "|查询|查看|查找|告知|说明|介绍|公布|回复|答复|提醒|指点|科普|盘点"
)
_LIGHTLY = "一?下[子儿哈]?|[一两][眼声句嘴遍番]|几[眼句]|一(?P=short)|(?P=short)"
_THINGS = "(?:准|总|实|具体)?(?:数[字据儿]?|话儿?|信儿?|底|谱|音|响|招)"
_FAVOUR = re.compile(
    f"(?P<short>[{_SHORT}])(?:{_LIGHTLY}|一?个{_THINGS})|[要来求讨]个{_THINGS}|(?:{_LONG})(?:一?下[子儿哈]?|一?个{_THINGS})"
)

_SOON = re.compile("[\\d一二两三四五六七八九十半几]{1,3}个?(?:分钟|小时|钟头|刻钟)[之以]?内要")
"""When an answer is wanted: 半小时内要."""


def favours_in(text: str) -> frozenset[str]:
    """The pieces of a text that ask a small favour, or by when it shall be done."""
    return frozenset(found.group() for said in (_FAVOUR, _SOON) for found in said.finditer(text))
