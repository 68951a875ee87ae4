"""What the numbers of a list share: the noun of the last of them, and what is said of it."""

from __future__ import annotations

import re

from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.measures.places import OFFICES, SORTS
from bot.reading.measures.predicates import noun_and_predicate
from bot.reading.numbers.quantities import Numeral
from bot.reading.vocabulary.phrases import bare, starts_predicate, verbs_only
from bot.reading.vocabulary.phrasewords import Phrases

ASPECTS = ("方面", "环节", "层面", "大类", "类别")
JOINTS = " 、和及与或"
PLACE_ALONE = re.compile("[^、，,的]{1,5}[省市区县州镇乡]")
_WINNERS = re.compile("(?:先进)?(?:集体|单位|组织|个人|同志|干部|干警|人)?")
_HONOUR = re.compile("被?(?:[^,、]{0,8})(?:获|评为|授予|表彰|荣立|立功)")
_RANKING = re.compile("(?:位[列居]|名列|稳居|跃居|居|列|排名?|排在|在)(?=(?:全[国省市区县州旗])?$)")
_PERSONS = ("人", "名", "位")
_POWERS = "权限"
_SHORT, _FAR, _SOME_NAMES = 10, 80, 2
_SORT, _OF_SORTS, _BETWEEN_NAMES = (
    re.compile(SORTS),
    ("个", "类", "种", "大", "大类", "家", "项"),
    re.compile("[、和及与]"),
)


def with_shared_nouns(text: str, found: list[Local], phrases: Phrases) -> list[Local]:
    """查出2类7个环节31个薄弱点: a number that is followed by another at once takes the noun of the last."""
    for local, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        bare_right = local.right[0] == local.right[1]
        if text[slice(*local.right)] in ASPECTS and following.noun_follows:
            local.right, local.aspect = following.right, text[slice(*local.right)]
        elif following.adjacent and bare_right and following.noun_follows and not local.noun_follows:
            local.right, local.noun_follows = following.right, True
            following.left = local.left
        elif bare_right and _lends_predicate(text, local, following, phrases):
            local.right = following.right
        elif bare_right and _lends_noun(text, local, following, phrases):
            local.right, local.noun_follows = following.right, True
        elif local.noun_follows and following.noun_follows and _level_alone(text, local):
            shared = following.right[0] + _level(text, following.right), following.right[1]
            local.predicate = following.predicate if _level_alone(text, following) else shared
        elif local.noun_follows and following.noun_follows and _acts_with(text, local, following, phrases):
            local.predicate = _predicate(text, following, phrases)
    return found


def said_behind_bracket(text: str, local: Local, end: int, phrases: Phrases) -> None:
    """4名律师(1名专职、3名兼职)被评为先进个人: what stands behind the brackets is said of the noun before them."""
    start = text.find(")", local.segment[1], end) + 1
    stop = min((at for mark in ",;:(" if (at := text.find(mark, start, end)) >= 0), default=end)
    if (
        0 < start < stop
        and local.predicate == (0, 0)
        and (text.startswith("被", start) or phrases.verb.match(text, start))
    ):
        local.predicate = (start, stop)


def ranked_among(text: str, local: Local, following: Numeral) -> int:
    """Where the words begin that say among whom something is ranked, behind the verb: 位列|全县17个镇街第2名. What is
    ranked is said before them. -1 where no rank follows."""
    ranking = _RANKING.search(text, local.left[0], local.left[1]) if following.family == "rank" else None
    return ranking.end() if ranking else -1


def sort_of_those_listed(text: str, local: Local) -> int:
    """How many characters of the sort stand behind a number that only says how many names were listed before it (城管、
    环保、交通3个|领域); what is said next is said of them all. 0 where it counts something else."""
    sort, numeral = _SORT.match(text, local.numeral.end), local.numeral
    names = _BETWEEN_NAMES.split(text[max(local.left[0], local.left[1] - _FAR) : local.left[1]]) if sort else []
    if not sort or numeral.unit not in _OF_SORTS or len(names) < _SOME_NAMES:
        return 0
    as_many = names[-1].endswith("等") and len(names) < numeral.value
    return sort.end() - sort.start() if as_many or len(names) == numeral.value else 0


def share_honour(text: str, local: Local, following: Local, phrases: Phrases) -> None:
    """7个集体,2名个人获得省级表彰: what the second of two segments says to be won, both won."""
    bare_noun = local.noun_follows and _WINNERS.fullmatch(text, *local.right)
    if bare_noun and following.numeral.start == following.segment[0]:
        predicate = _predicate(text, following, phrases)
        local.predicate = predicate if _HONOUR.match(text, predicate[0]) else local.predicate


def _acts_with(text: str, local: Local, following: Local, phrases: Phrases) -> bool:
    """Whether a counted noun does what the next one does: it stands in a list with it (9个镇、5个部门), or it is the
    place or office of those counted next (12个镇街56名干部参加考试)."""
    if text[local.right[1] - 1] in JOINTS + "的":
        return not noun_and_predicate(text[slice(*local.right)], phrases)[1]
    return following.numeral.unit in _PERSONS and bool(OFFICES.search(text[slice(*local.right)]))


def _lends_predicate(text: str, local: Local, following: Local, phrases: Phrases) -> bool:
    """常委会会议3次、常务会议5次研究法治工作: what the last of several meetings did, all did."""
    if local.noun_follows or following.noun_follows or text[local.numeral.end] not in "、和及":
        return False
    same = local.numeral.unit == following.numeral.unit == "次"
    return same and starts_predicate(text[slice(*following.right)], phrases)


def _lends_noun(text: str, local: Local, following: Local, phrases: Phrases) -> bool:
    """取消15项、新增17项权力事项; 甲省20项、乙省30项事项通办: a verb or place alone takes the noun of the next item."""
    same = following.noun_follows and following.numeral.unit == local.numeral.unit and not local.noun_follows
    if not same or text[local.numeral.end] != "、":
        return False
    alone = text[slice(*local.left)].strip(JOINTS)
    done = bare(alone, phrases).removesuffix(_POWERS)  # 取消9项、扩大权限12项、移交1项权力事项
    return bool(PLACE_ALONE.fullmatch(alone)) or (bool(done) and verbs_only(done, phrases))


def _level_alone(text: str, local: Local) -> bool:
    """Whether the words behind a number name but a level, whose noun the last of a list has: 1个市级、9个县级."""
    return text[slice(*local.right)].rstrip(JOINTS).endswith("级")


def _level(text: str, noun: Span) -> int:
    """How many characters of 省级, 市级 … open a noun: 5个国家级、27个省级示范村 are both 示范村."""
    at = text.find("级", noun[0], min(noun[1], noun[0] + 4))
    return at + 1 - noun[0] if at >= 0 else 0


def _predicate(text: str, last: Local, phrases: Phrases) -> Span:
    """What follows the noun of the last item of a list."""
    if last.predicate != (0, 0):
        return last.predicate
    start, end = last.right
    start += text.startswith("的", start, end)
    noun, predicate = noun_and_predicate(text[start:end], phrases)
    if not predicate:  # 9个单位和8个镇街查摆问题120个
        noun, predicate = noun_and_predicate(text[start:end], phrases, governed=True)
        predicate = predicate if OFFICES.search(noun) else ""
    if not predicate:  # 3个总支、40个支部的换届工作
        shared = text.find("的", start, min(end, start + _SHORT))
        return (shared, end) if 0 < end - shared <= _SHORT and shared > start else (0, 0)
    after = start + len(noun)
    said = text.find(predicate, after, end)  # a name that is left out (被市政府评为: 被评为) leaves its 被 where it was
    said = said if said >= 0 else text.index(predicate[0], after)
    return said, last.segment[1] if verbs_only(predicate, phrases) else end
