"""Which words belong to which number: the words to its left and right within its segment of a clause.

A segment ends at a comma or a colon outside brackets; brackets that hold a number are segments of their own. Where
several numbers share one segment, the words between two of them belong to the first when the numbers precede their
nouns (办理16件建议和9件提案) and to the second when they follow them (党课4次、支委会12次).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.reading.clauses import Span
from bot.reading.measures.cuts import cuts
from bot.reading.measures.predicates import noun_and_predicate
from bot.reading.numbers.mentions import Numeral
from bot.reading.vocabulary.lexicon import ReadingLexicon
from bot.reading.vocabulary.phrases import JOINT, bare, ends_with_joint, ends_with_verb, starts_predicate, verbs_only
from bot.reading.vocabulary.phrasewords import Phrases

_ADDING_UP = re.compile("(?:共有|现有|(?<!公)共计?|累计|(?<![平人月年户])均已?|先后)(?!同|和|有|识|享|建|服|机|产|青)")
_ASPECTS = ("方面", "环节", "层面", "大类", "类别")
_FAR, _SHORT = 200, 10
REACH = 600
"""How far from its number the words reach that are looked at; real ones are nearer."""
_JOINTS = " 、和及与或"
_RATE_AT_END = re.compile("率[^,、]{0,6}$")
_PLACE_ALONE = re.compile("[^、，,的]{1,5}[省市区县州镇乡]")
_WINNERS = re.compile("(?:先进)?(?:集体|单位|组织|个人|同志|干部|干警|人)?")
_HONOUR = re.compile("被?(?:[^,、]{0,8})(?:获|评为|授予|表彰|荣立|立功)")
_PERSONS, _PLACES = (
    ("人", "名", "位"),
    ("镇", "乡", "街", "街道", "村", "社区", "部门", "单位", "所", "会", "站", "机关", "企业", "学校"),
)
_EACH_PLACE = re.compile(
    r"(?:乡镇|镇街|街道|社区(?!矫正)|村居|村(?![民组两干级委])|部门|单位|机关|企业|学校)(?:\([^()]{1,4}\))?(?=[^、,的]{4,}率)"
)
"""Places and offices counted, of which a rate is told at once: 930个村(居)|法律顾问配备率100%."""
_REACHING = ("达", "达到", "共", "共计")
_ITEMS = re.compile("[、和及与]")


@dataclass(slots=True)
class Local:
    """The words around one number, as spans of the text.

    `noun_follows`: the counted noun stands after it; `adjacent`: directly after another number (73场6012人次);
    `bracket`: its segment stands in brackets; `share_of`: (place, size) in a run of numbers that one 分别 hands out;
    `before`: the segment before its own; `predicate`: what is said of the last noun of a list and so of this one
    (22家律所和193名律师通过考核).
    """

    numeral: Numeral
    left: Span
    right: Span
    segment: Span
    before: Span
    noun_follows: bool = False
    adjacent: bool = False
    bracket: bool = False
    share_of: Span | None = None
    predicate: Span = (0, 0)


def locals_of(text: str, start: int, end: int, facts: Sequence[Numeral], lexicon: ReadingLexicon) -> list[Local]:
    """The words around each fact of the clause `start`:`end`, in order."""
    found: list[Local] = []
    spans = cuts(text, start, end, facts)
    at = 0
    for index, (low, high) in enumerate(spans):
        first = at
        while at < len(facts) and facts[at].start < high:
            at += 1
        if members := list(facts[first:at]):
            before = spans[index - 1] if index else (low, low)
            shared = _shared(text, (low, high), before, members, lexicon)
            if text.startswith("(", high) and shared[-1].noun_follows:
                _said_behind_bracket(text, shared[-1], min(end, high + _FAR), lexicon.phrases)
            if found and found[-1].segment[1] + 1 == low:
                _share_honour(text, found[-1], shared[0], lexicon.phrases)
            found.extend(shared)
    return found


def _said_behind_bracket(text: str, local: Local, end: int, phrases: Phrases) -> None:
    """4名律师(1名专职、3名兼职)被评为先进个人: what stands behind the brackets is said of the noun before them."""
    start = text.find(")", local.segment[1], end) + 1
    stop = min((at for mark in ",;:(" if (at := text.find(mark, start, end)) >= 0), default=end)
    if (
        0 < start < stop
        and local.predicate == (0, 0)
        and (text.startswith("被", start) or phrases.verb.match(text, start))
    ):
        local.predicate = (start, stop)


def _share_honour(text: str, local: Local, following: Local, phrases: Phrases) -> None:
    """7个集体,2名个人获得省级表彰: what the second of two segments says to be won, both won."""
    bare_noun = local.noun_follows and _WINNERS.fullmatch(text, *local.right)
    if bare_noun and following.numeral.start == following.segment[0]:
        predicate = _predicate(text, following, phrases)
        local.predicate = predicate if _HONOUR.match(text, predicate[0]) else local.predicate


def _shared(text: str, segment: Span, before: Span, members: list[Numeral], lexicon: ReadingLexicon) -> list[Local]:
    """Deal the words of a segment out to its numbers."""
    low, high = segment
    bracket, begin = low > 0 and text[low - 1] == "(", max(low, members[0].start - REACH)
    if len(members) > 1 and _joined(text, members) and _handed_out(text[low : members[0].start], len(members)):
        whole = (begin, members[0].start)
        return [
            Local(fact, whole, (fact.end, fact.end), segment, before, bracket=bracket, share_of=(index, len(members)))
            for index, fact in enumerate(members)
        ]
    result: list[Local] = []
    left = (begin, members[0].start)
    for index, fact in enumerate(members):
        following = members[index + 1] if index + 1 < len(members) else None
        local = Local(fact, left, (fact.end, min(high, fact.end + REACH)), segment, before, bracket=bracket)
        local.adjacent = index > 0 and not text[members[index - 1].end : fact.start].strip()
        if following:
            local.right, left = _deal(text, local, following, _next_right(text, members, index + 1, high), lexicon)
            if left[0] == left[1] and text[local.right[0] : local.right[1]].strip():
                left = local.left
        local.noun_follows = _noun_follows(text, local, lexicon.phrases)
        result.append(local)
    return _with_shared_nouns(text, result, lexicon.phrases)


def _handed_out(before: str, size: int) -> bool:
    """Whether the words before a row of numbers hand them out: 分别, or as many items (A、B案件同比增长5%、26%)."""
    if "分别" in before:
        return True
    return ("同比" in before or before.endswith(_REACHING)) and len(_ITEMS.split(before)) == size


def _next_right(text: str, members: list[Numeral], index: int, high: int) -> str:
    """What follows a number before the next one, "" where a further item of a list begins at once."""
    stop = members[index + 1].start if index + 1 < len(members) else high
    right = text[members[index].end : stop].strip(" ”)")
    return "" if right[:1] in ("、", "和", "及", "并", "(") else right


def _deal(
    text: str, local: Local, following: Numeral, right_of_next: str, lexicon: ReadingLexicon
) -> tuple[Span, Span]:
    """Split the words between a number and the next one into what follows the first and what precedes the second."""
    start, end = local.numeral.end, following.start
    gap, phrases = text[start:end], lexicon.phrases
    if following.family == "zero" or (following.unit == "%" and _RATE_AT_END.search(gap)):
        return _before_rate(gap, (start, end), phrases)
    if gap.endswith("为期"):
        return (start, end - 2), (end - 2, end)
    if gap in _ASPECTS:
        return (start, end), local.left
    if reshaped := lexicon.times.reshaped.search(gap):
        return (start, start + reshaped.start()), (start + reshaped.start(), end)
    if lexicon.times.to_words.match(gap):
        return (start, start), (start, end)
    if gap.startswith("(") and 0 < gap.find(")") < len(gap) - 1:
        return (start, start), (start + gap.find(")") + 1, end)
    if local.numeral.unit == "级":
        return (start, end), (start, end)
    if (cut := _ADDING_UP.search(gap, 2)) and not right_of_next.startswith("的"):
        return (start, start + cut.start()), (start + cut.end(), end)
    if gap.startswith("的") and local.numeral.unit == following.unit == "%":  # 98%的市、96%的县开展
        return (start, end), (end, end)
    if not gap.strip() or gap[0] in _JOINTS or gap.startswith("的"):
        begin = max(local.left[0], start - _FAR) if gap.startswith("的") else start
        return (start, start), (begin, end)
    if ends_with_joint(gap):
        return (start, end), (end, end)
    *_, joint = (None, *JOINT.finditer(gap))
    if joint and not right_of_next and "等" not in gap[joint.end() :] and not _did(gap[: joint.start()], phrases):
        return (start, start + joint.start()), (start + joint.end(), end)
    own = bare(text[max(local.left[0], local.left[1] - _FAR) : local.left[1]], phrases)
    governed = not own or ends_with_verb(own, phrases) or own.endswith(phrases.govern)
    governed = governed or _for_whom(text[slice(*local.left)].rstrip(), gap, phrases)
    governed = governed or local.left[1] < local.numeral.start  # 2个中心、|8个律所代写文书30件
    governed = governed or own == "分" or bool(_PLACE_ALONE.fullmatch(own))  # 高平县1件法律文书获二等奖
    if not right_of_next and not governed:
        return (start, start), (start, end)
    if ends_with_verb(gap, phrases) or not right_of_next:
        return (start, end), (start, end)
    return (start, end), (end, end)


def _before_rate(gap: str, between: Span, phrases: Phrases) -> tuple[Span, Span]:
    """The words between a number and a rate, which are about both unless the rate begins anew."""
    start, end = between
    if gap.startswith(("且", "并")):  # 审核111次且通过率100%
        return (start, start), (start + 1, end)
    own_rate = gap.rfind("、")  # 86人取得资格、|通过率88%
    if own_rate > 0 and not gap.endswith("率", 0, own_rate) and phrases.verb.match(gap):
        return (start, start + own_rate), (start + own_rate + 1, end)
    if place := _EACH_PLACE.match(gap):
        return (start, start + place.end()), between
    return between, between


def _for_whom(before: str, words: str, phrases: Phrases) -> bool:
    """Whether 为 before a number leads to those for whom the words behind it tell that something was done (律师为90家
    企业解答咨询), and does not say how many there are."""
    return before.endswith("为") and bool(noun_and_predicate(words, phrases, governed=True)[1])


def _did(words: str, phrases: Phrases) -> bool:
    """Whether words behind a number say what those counted did (镇街查摆问题|和风险点): the joint belongs to that."""
    noun, predicate = noun_and_predicate(words, phrases, governed=True)
    return bool(predicate) and noun.endswith(_PLACES)


def _with_shared_nouns(text: str, found: list[Local], phrases: Phrases) -> list[Local]:
    """反馈3项12个方面43个具体问题: a number that is followed by another at once takes the noun of the last."""
    for local, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        bare_right = local.right[0] == local.right[1]
        if text[slice(*local.right)] in _ASPECTS and following.noun_follows:
            local.right, local.predicate = following.right, local.right
        elif following.adjacent and bare_right and following.noun_follows and not local.noun_follows:
            local.right, local.noun_follows = following.right, True
            following.left = local.left
        elif bare_right and _lends_predicate(text, local, following, phrases):
            local.right = following.right
        elif bare_right and _lends_noun(text, local, following, phrases):
            local.right, local.noun_follows = following.right, True
        elif local.noun_follows and following.noun_follows and text[slice(*local.right)].rstrip(_JOINTS).endswith("级"):
            local.predicate = (following.right[0] + _level(text, following.right), following.right[1])
        elif local.noun_follows and following.noun_follows and _acts_with(text, local, following, phrases):
            local.predicate = _predicate(text, following, phrases)
    return found


def _acts_with(text: str, local: Local, following: Local, phrases: Phrases) -> bool:
    """Whether a counted noun does what the next one does: it stands in a list with it (9个镇、5个部门), or it is the
    place or office of those counted next (12个镇街56名干部参加考试)."""
    if text[local.right[1] - 1] in _JOINTS + "的":
        return not noun_and_predicate(text[slice(*local.right)], phrases)[1]
    return following.numeral.unit in _PERSONS and text.endswith(_PLACES, *local.right)


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
    alone = text[slice(*local.left)].strip(_JOINTS)
    return bool(_PLACE_ALONE.fullmatch(alone)) or verbs_only(bare(alone, phrases), phrases)


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
        predicate = predicate if noun.endswith(_PLACES) else ""
    if not predicate:  # 3个总支、40个支部的换届工作
        shared = text.find("的", start, min(end, start + _SHORT))
        return (shared, end) if 0 < end - shared <= _SHORT and shared > start else (0, 0)
    after = start + len(noun)
    said = text.find(predicate, after, end)  # a name that is left out (被市政府评为: 被评为) leaves its 被 where it was
    said = said if said >= 0 else text.index(predicate[0], after)
    return said, last.segment[1] if verbs_only(predicate, phrases) else end


def _joined(text: str, members: list[Numeral]) -> bool:
    """Whether only 、 and 和 stand between the numbers."""
    return not any(text[a.end : b.start].strip(_JOINTS) for a, b in pairwise(members))


def _noun_follows(text: str, local: Local, phrases: Phrases) -> bool:
    """Whether a number precedes what it counts."""
    right = text[local.right[0] : min(local.right[1], local.right[0] + _FAR)]
    if right.startswith("(") and (closing := right.find(")")) > 0:  # 废止93件(不含文中废止)
        right = right[closing + 1 :]
    if not right.strip(" ”“(") or right[0] in "、,;)）及和与或等并" or (right[0] == "”" and len(right) < 3):
        return False
    left = bare(text[max(local.left[0], local.left[1] - _FAR) : local.left[1]], phrases)
    if not left or ends_with_verb(left, phrases) or left.endswith(phrases.govern):
        return True
    return not starts_predicate(right, phrases)
