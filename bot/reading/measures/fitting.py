"""What the words before speak of, as far as it fits a verb without an object (审结90件, 解聘20名)."""

from __future__ import annotations

import re

from bot.reading.measures.opened import MATTERS, PEOPLE, Draft, Open
from bot.reading.vocabulary.phrasewords import Phrases

_NO_PERSONS = ("中心", "大厅", "平台", "专业", "学历")
_UNDONE = re.compile("注销|撤销|吊销|解聘|辞退|合并|关停|清退|退出|终止|淘汰")
_NEWLY = re.compile("^新(?:增|设立?|聘[请用任]?|申领|成立|建成?|招[录聘]?|录用|发展|登记|注册|培育)?(?=..)")
"""What came new is not what went."""


def fitting(draft: Draft, unit: str, opened: Open, phrases: Phrases) -> str:
    """The `known` of a draft: no doers (12个司法所|调解90件), no house or trade where persons are counted, no sister of
    the same sort (行政复议9件、诉讼5件), no persons where papers are counted (网格员90人,摸排线索60条), and nothing new
    of what went (新聘调解员90名,解聘20名)."""
    known, actor = draft.known, opened.actor
    if draft.general and unit in MATTERS and opened.thing_unit in PEOPLE and known == opened.thing:
        return ""
    if not (known and draft.lacks_object):
        return known
    if actor and actor.counted and known in actor.name:
        return ""
    if unit in PEOPLE and known.endswith(_NO_PERSONS):
        return ""
    works = tuple(phrases.noun_verbs)
    if opened.row and draft.phrase in works and known.endswith(works):
        return ""
    return _NEWLY.sub("", known) if _UNDONE.match(draft.phrase) else known
