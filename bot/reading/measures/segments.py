"""Which words belong to which number: the words to its left and right within its segment of a clause.

A segment ends at a comma or a colon outside brackets; brackets that hold a number are segments of their own. Where
several numbers share one segment, the words between two of them belong to the first when the numbers precede their
nouns (办理16件建议和9件提案) and to the second when they follow them (党课4次、支委会12次).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.clauses import Span
from bot.reading.measures.cuts import AMONG_THEM, cuts
from bot.reading.measures.governed import governed, preposition
from bot.reading.measures.lists import (
    ASPECTS,
    JOINTS,
    PLACE_ALONE,
    ranked_among,
    said_behind_bracket,
    share_honour,
    sort_of_those_listed,
    with_shared_nouns,
)
from bot.reading.measures.local import Local
from bot.reading.measures.opened import PERSONS
from bot.reading.measures.places import OFFICES, PLACE_FIRST
from bot.reading.measures.predicates import noun_and_predicate
from bot.reading.measures.strays import lands
from bot.reading.numbers.mentions import Numeral
from bot.reading.vocabulary.asides import AS_ONE
from bot.reading.vocabulary.lexicon import ReadingLexicon, Times
from bot.reading.vocabulary.phrases import JOINT, bare, ends_with_joint, ends_with_verb, starts_predicate
from bot.reading.vocabulary.phrasewords import Phrases

_ADDING_UP = re.compile("(?:共有|现有|(?<!公)共计?|累计|(?<![平人月年户])均已?|先后)(?!同|和|有|识|享|建|服|机|产|青)")
_FAR = 200
REACH = 600
"""How far from its number the words reach that are looked at; real ones are nearer."""
_RATE_AT_END = re.compile("率[^,、]{0,6}$")
_RATED = re.compile(
    f"{PLACE_FIRST}(?=[^、,的]{{4,}}率)|[^的、]{{0,12}}?(?:案件|事项|{'|'.join(PERSONS)})(?=[^的、]{{3,}}率)"
)
"""Those counted, of which a rate is told at once: 930个村(居)|法律顾问配备率100%, 86名学员|考试合格率98%."""
_REACHING = ("达", "达到", "共", "共计")
_EACH_HAS = "各占"
_ITEMS = re.compile("[、和及与]")
_AGAINST = ("对照", "对标")
_AS_FAR_AS = "到"  # may open the end of a span, too
_TOLD = 40
"""How many numbers back a row may be dealt out to: a clause that never ends must not be gone over for each of them."""


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
            shared = _shared(text, (low, high), before, members, [local.numeral for local in found[-_TOLD:]], lexicon)
            if text.startswith("(", high) and shared[-1].noun_follows:
                said_behind_bracket(text, shared[-1], min(end, high + _FAR), lexicon.phrases)
            if found and found[-1].segment[1] + 1 == low:
                share_honour(text, found[-1], shared[0], lexicon.phrases)
            found.extend(shared)
    return found


def _shared(
    text: str, segment: Span, before: Span, members: list[Numeral], told: list[Numeral], lexicon: ReadingLexicon
) -> list[Local]:
    """Deal the words of a segment out to its numbers; `told` are the last of the clause before it."""
    low, high = segment
    bracket, begin = low > 0 and text[low - 1] == "(", max(low, members[0].start - REACH)
    quoted = text.rfind("“", begin, members[0].start) + 1
    within = quoted and members[0].family != "zero"
    if within and text.find("”", quoted, members[0].start) < 0:  # 实现“成功率不低于96%”的目标
        begin = quoted
    opening, times = text[low : members[0].start], lexicon.times
    if len(members) > 1 and _joined(text, members, times) and _handed_out(opening, members, told, times):
        return [
            Local(
                fact,
                (begin, _own_change(text, members[: index + 1])),
                (fact.end, fact.end),
                segment,
                before,
                bracket=bracket,
                share_of=(index, len(members)),
            )
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
            if those := AMONG_THEM.match(text, *local.right):  # 22名|公证员中党员9名
                local.right = those.span(1)
            if left[0] == left[1] and text[local.right[0] : local.right[1]].strip():
                left = local.left
        local.noun_follows = _noun_follows(text, local, lexicon.phrases)
        result.append(local)
    return with_shared_nouns(text, result, lexicon.phrases)


def _handed_out(before: str, members: list[Numeral], told: list[Numeral], times: Times) -> bool:
    """Whether the words before a row of numbers hand them out: 分别, as many items (A、B案件同比增长5%、26%), or how as
    many figures right before changed (立案9件,结案7件,同比增加3件和2件)."""
    size = len(members)
    if "分别" in before:
        return True
    if compared := times.comparison.match(before.strip()):
        changed = times.change_tail.fullmatch(before.strip(), compared.end())
        return bool(changed) and len(told) == size
    return ("同比" in before or before.endswith((*_REACHING, _EACH_HAS))) and len(_ITEMS.split(before)) == size


def _own_change(text: str, members: list[Numeral]) -> int:
    """Where the words end that the last of these numbers is handed out by: before the first, or behind the last word of
    change between them (分别增长8%、下降2%)."""
    ends = (b.start for a, b in pairwise(members) if text[a.end : b.start].strip(JOINTS))
    return max(ends, default=members[0].start)


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
    if local.numeral.family == "zero" and (dealt := _behind_none(text, local, (start, end), lexicon)):
        return dealt
    if following.family == "zero" or (following.unit == "%" and _RATE_AT_END.search(gap)):
        return _before_rate(gap, (start, end), phrases)
    if (among := ranked_among(text, local, following)) >= 0:
        ranked, local.left = local.left, (among, local.left[1])
        return (start, end), ranked
    if gap.endswith("为期"):
        return (start, end - 2), (end - 2, end)
    if gap in ASPECTS:
        return (start, end), local.left
    if reshaped := lexicon.times.reshaped.search(gap):
        return (start, start + reshaped.start()), (start + reshaped.start(), end)
    if lexicon.times.to_words.match(gap) or lexicon.times.became.match(gap):
        return (start, start), (start, end)
    if gap.startswith("(") and 0 < gap.find(")") < len(gap) - 1:
        return (start, start), (start + gap.find(")") + 1, end)
    if local.numeral.unit == "级":
        return (start, end), (start, end)
    cut = None if gap[:1] in JOINTS else _ADDING_UP.search(gap, 2)  # 国家级示范村2个、|省级累计56个
    if cut and not right_of_next.startswith("的"):
        return (start, start + cut.start()), (start + cut.end(), end)
    if gap.startswith("的") and local.numeral.unit == following.unit == "%":  # 98%的市、96%的县开展
        return (start, end), (end, end)
    if not gap.strip() or gap[0] in JOINTS or gap.startswith("的"):
        begin = max(local.left[0], start - _FAR) if gap.startswith("的") else start
        return (start, start), (begin, end)
    if ends_with_joint(gap):
        return (start, end), (end, end)
    in_one = AS_ONE.search(gap) if "一体" in gap else None
    *_, joint = (None, *JOINT.finditer(gap, in_one.end() if in_one else 0))
    if joint and not right_of_next and "等" not in gap[joint.end() :] and not _did(gap[: joint.start()], phrases):
        return (start, start + joint.start()), (start + joint.end(), end)
    if not right_of_next and (sort := sort_of_those_listed(text, local)):
        return (start, start + sort), (local.left[0], end)
    if not right_of_next and not _governs_noun(text, local, gap, phrases):
        return (start, start), (start, end)
    if gap.endswith(_AGAINST) and len(gap) > len(_AGAINST[0]):  # 组织16个乡镇|对照90项指标
        return (start, end - len(_AGAINST[0])), (end - len(_AGAINST[0]), end)
    toward = -1 if gap.endswith(_AS_FAR_AS) else preposition(text, (start, end))
    if toward > start + 1:  # 组建6支服务队|为80家企业
        return (start, toward), (toward, end)
    if ends_with_verb(gap, phrases) or not right_of_next:
        return (start, end), (start, end)
    return (start, end), (end, end)


def _behind_none(text: str, local: Local, between: Span, lexicon: ReadingLexicon) -> tuple[Span, Span] | None:
    """零差错|办结公证事项90件: what there is none of ends the words of zero, which belong to the next number only with
    的 (零投诉的单位12家)."""
    none_of = lexicon.names.zero_of.match(text, local.numeral.number + 1)
    if not none_of or none_of.end() > between[1]:
        return None
    of_those = text.startswith("的", none_of.end())
    return (between[0], none_of.end()), (local.numeral.start if of_those else none_of.end(), between[1])


def _governs_noun(text: str, local: Local, gap: str, phrases: Phrases) -> bool:
    """Whether the words before a number lead to a noun behind it."""
    if local.left[1] < local.numeral.start:  # 2个中心、|8个律所代写文书30件
        return True
    own = bare(text[max(local.left[0], local.left[1] - _FAR) : local.left[1]], phrases)
    if (
        governed(text, local.left)
        or not own
        or own == "分"
        or ends_with_verb(own, phrases)
        or own.endswith(phrases.govern)
    ):
        return True
    alone = PLACE_ALONE.fullmatch(own)  # 高平县1件法律文书获二等奖
    return bool(alone) or _for_whom(text[slice(*local.left)].rstrip(), gap, phrases)


def _before_rate(gap: str, between: Span, phrases: Phrases) -> tuple[Span, Span]:
    """The words between a number and a rate, which are about both unless the rate begins anew."""
    start, end = between
    if gap.startswith(("且", "并")):  # 审核111次且通过率100%
        return (start, start), (start + 1, end)
    if gap.startswith(("、", "和")):  # 优秀率32%、|良好率61%
        return (start, start), between
    own_rate = gap.rfind("、")  # 86人取得资格、|通过率88%
    if own_rate > 0 and not gap.endswith("率", 0, own_rate) and phrases.verb.match(gap):
        return (start, start + own_rate), (start + own_rate + 1, end)
    if rated := _RATED.match(gap):
        return (start, start + rated.end()), between
    return between, between


def _for_whom(before: str, words: str, phrases: Phrases) -> bool:
    """Whether 为 before a number leads to those for whom the words behind it tell that something was done (律师为90家
    企业解答咨询), and does not say how many there are."""
    return before.endswith("为") and bool(noun_and_predicate(words, phrases, governed=True)[1])


def _did(words: str, phrases: Phrases) -> bool:
    """Whether words behind a number say what those counted did (镇街查摆问题|和风险点): the joint belongs to that."""
    noun, predicate = noun_and_predicate(words, phrases, governed=True)
    return bool(predicate) and bool(OFFICES.search(noun))


def _joined(text: str, members: list[Numeral], times: Times) -> bool:
    """Whether only 、 and 和, perhaps with a word of change, stand between the numbers."""
    between = (text[a.end : b.start].strip(JOINTS) for a, b in pairwise(members))
    return not any(words and not times.change_tail.fullmatch(words) for words in between)


def _noun_follows(text: str, local: Local, phrases: Phrases) -> bool:
    """Whether a number precedes what it counts."""
    right = text[local.right[0] : min(local.right[1], local.right[0] + _FAR)]
    if right.startswith("(") and (closing := right.find(")")) > 0:  # 废止93件(不含文中废止)
        right = right[closing + 1 :]
    if lands(right, 0):
        return False
    if not right.strip(" ”“(") or right[0] in "、,;)）及和与或等并" or (right[0] == "”" and len(right) < 3):
        return False
    left = bare(text[max(local.left[0], local.left[1] - _FAR) : local.left[1]], phrases)
    if not left or ends_with_verb(left, phrases) or left.endswith(phrases.govern):
        return True
    return not starts_predicate(right, phrases)
