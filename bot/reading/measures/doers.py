"""Who did what a number counts, where the measure is unclear or another one without it (社区法律顾问审查合同)."""

from __future__ import annotations

import re

from bot.reading.actors import Actor, in_person
from bot.reading.measures.places import PLACES
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.lexicon import Topic
from bot.reading.vocabulary.phrases import governs, verb_at_end

LONGEST_ACTOR = 14
_EVERYBODY = ("司法行政", "各地")  # offices of justice or places at large: a report of theirs speaks of nobody else
_OF_ONE_SORT = re.compile(
    "(?<!^)(?<!人民)(?<![各村镇]级)(?<!基层)(?<!乡镇)(?<!社区)(?<![专兼]职)(?:人民调解员|调解员|调解工作室)$"
)
"""Some of those who mediate: 退休法官人民调解员, 个人调解工作室."""
_HEAD_OF_PLACE = re.compile("(?:书记|[省市区县州旗盟镇乡]长)$")
_MEDIATORS, _SETTLED = "调解组织", re.compile("(?:成功)?(?:化解|调处|调解|排查|处理)(?:各类|矛盾|民间)*纠纷")
"""Those who mediate, all of them, and what says too little without them: 人民调解组织|调处纠纷."""
_NO_NAME = re.compile(r"占(?!地)|《[^》]*$|\d{4} ?年")
_PLACES = ("街道", "镇", "乡", "镇街", "区", "县", "市", "州")


def named_actor(actor: Actor | None, phrase: str, topic: Topic, wording: Wording) -> str:
    """The actor's name where it belongs to the measure: a part of the whole, or one of another field."""
    name = wording.without_place(actor.name) if actor else ""
    if not actor or not 0 < len(name) <= LONGEST_ACTOR or name in phrase or phrase in name:
        return ""
    if actor.counted and PLACES.search(name):  # 45家部门梳理权责事项900项: counted by their own number
        return ""
    if _NO_NAME.search(name) or _HEAD_OF_PLACE.search(name):  # 党员数量约占律师总数的30%; 据《市依法行政报告》
        return ""
    if phrase.startswith(("被", *(name[at:] for at in range(len(name) - 1)))) or name.rstrip(")").endswith(_PLACES):
        return ""
    if name.endswith(_MEDIATORS) and _SETTLED.fullmatch(phrase):
        return name
    general = name.startswith(_EVERYBODY) or name in wording.phrases.general
    if not in_person(name, phrase):  # 党委书记带头讲课1次,|举办培训2次
        return ""
    if governs(name) or general or "、" in name or wording.phrases.no_actor.match(name):
        return ""
    made, of, _ = phrase.partition("的")
    verb = verb_at_end(made, wording.phrases) if of else ""
    if verb and len(made) > len(verb) + 1:  # 县人大作出|的决议: it names its own
        return ""
    if actor.part or not topic.head:
        return "" if name.endswith("本级") and not actor.part else name
    shown_by_actor = any(word in name for word in topic.shown_by)
    shown_by_phrase = any(word in phrase for word in topic.shown_by)
    if _OF_ONE_SORT.search(name) and (shown_by_actor or names(name, topic)) and not shown_by_phrase:
        return name
    if shown_by_actor and not shown_by_phrase:  # 社区法律顾问审查合同, but 人民调解成功 whoever mediated
        return name if wording.phrases.actor.fullmatch(topic.head) else ""
    return name if shown_by_phrase and not shown_by_actor else ""


def names(phrase: str, topic: Topic) -> bool:
    """Whether a phrase holds the short name of its topic: 矫正 of 社区矫正."""
    return len(topic.head) == 4 and topic.head[2:] in phrase
