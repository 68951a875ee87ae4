"""Which of what was answered before a message means, where it names none of it by a known word: 各局自己发的那些呢."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.asking.understanding.continuing.followups import of_who_came
from bot.asking.understanding.continuing.inheriting import of_topics_before
from bot.asking.understanding.continuing.levels import of_all, without_levels
from bot.asking.understanding.continuing.replacing import replaced
from bot.asking.understanding.cutting.segmentation import ENDINGS
from bot.model import Intent, Modality, Query
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

_OPENS = re.compile("^(?:那么?|而|其中|当中|里面|里头)*")
_ASKS = re.compile("(?:(?:各|分别|一共|总共|共|又)?[是有]?(?<![那这])(?:多少|几)[\u3400-\u9fff]?)?[呢啊呀吗]*$")
_POINTS = re.compile("的[那这](?:些|几|批|个|部分)[\u3400-\u9fff]?$|的$")
_ONES = re.compile("[那这](?:些|几|批|部分)")
_OF_THEM = re.compile("^那?(?:其中|当中|里面|里头)")
_DEED = re.compile("^(?:那么?)?[\u3400-\u9fff]{1,4}了(?:多少|几)")
_ONLY_DEED = re.compile(
    "^(?:那么?)?(?:[\u3400-\u9fff]{1,4}[了过]?(?:多少|几)(?P<unit>[\u3400-\u9fff]{0,2})|"
    "都[\u3400-\u9fff]{1,4}了[吗没]?(?:百分之[几多少]+|几成)?)[呢啊呀吗]*$"
)
"""What was done, of how many of what was answered: 考核了多少名, 都及格了吗."""
_STILL = re.compile(
    "^(?:那么?)?(?:现在|目前)?[还仍]有(?:多少|几)(?P<unit>[\u3400-\u9fff]{0,2}?)(?P<what>[还仍正]?在[\u3400-\u9fff]+|[还仍]?[没未][\u3400-\u9fff]+)$"
)
"""How many of what was answered are not through with it: 还有几件没办完, 还有几个在整改."""
_HOW_MANY = re.compile(
    "^(?:又|都|还|一共|总共)*(?:(?:涉及|牵涉|牵扯)到?(?:(?:多少|几)[个家名位]?)?|[有共是]?(?:多少|几)[个家名位]?)"
)
_OPEN_END = re.compile("(?:呢|多少|几)[\u3400-\u9fff]?[啊呀吗]?$")
_THERE = re.compile("(?:现在|目前|一共|总共|共)*有(?:多少|几)")
_DONE = "了过"
_ONE_VERB = re.compile("^(?:那么?)?(([\u3400-\u9fff])了)(?:多少|几)")
_ALL = re.compile("总|总共|一共|整个|全部|所有|最新|具体|详细|合计")
_MEANING = frozenset({Role.ACTUAL, Role.MORE, Role.WHY, Role.EVERYWHERE, Role.NUMBER, Role.SUM, Role.PEOPLE})
"""Words of a follow-up that mean something for all that was answered: 总共的呢."""
_COUNTING = frozenset({Role.NUMBER, Role.PEOPLE})


def _with_deed(query: Query, lexicon: Lexicon) -> Query:
    """The query with a verb of one character that nothing knows: 拆了几座 behind 建成几座 asks for none of these."""
    found = _ONE_VERB.match("".join(query.said))
    if found is None or query.words or query.topics or query.indicators:
        return query
    known = found[2] in lexicon.alike.broad or not lexicon.questions.roles.keys().isdisjoint(found.groups())
    return query if known else replace(query, words=(found[1],))


def _made_too(query: Query, previous: Query, lexicon: Lexicon) -> Query:
    """The query without verbs that say again, in other words, that something was made: 那巴南新建了几座 behind
    光明建成几个公园, or how that came to be of which there was only asked how many there are, 那巴南培养了多少."""
    same, making = lexicon.alike.same, lexicon.alike.making
    verbs = [same(word.rstrip(_DONE)) for word in query.words]
    before = same("".join(previous.said))
    said_again = verbs and all(verb in making and (verb in before or _THERE.match(before)) for verb in verbs)
    bare = query.asked and not (query.topics or query.indicators)
    return replace(query, words=()) if bare and said_again else query


def pointed(query: Query, previous: Query, text: str, roles: frozenset[Role], lexicon: Lexicon) -> Query:
    """The query of a follow-up as one about the topics before it, where its form says that it wants some of that.

    其中环保类的呢, 街道报的有多少: what a known word says is kept; what nothing knows is asked for as it was said, so
    that it is missing and not another figure; 总的呢 asks again for all of it. `text` is the message without spaces
    and marks.
    """
    query = _made_too(_with_deed(of_who_came(query), lexicon), previous, lexicon)
    noun = _ASKS.sub("", _OPENS.sub("", text))
    if whole := of_all(previous, noun):
        return whole
    if (
        query.intent is Intent.FACT
        and not roles & (_MEANING - _COUNTING)
        and (other := replaced(query, previous, _HOW_MANY.sub("", noun), lexicon))
    ):
        return other
    named = bool(query.topics or query.indicators or query.asked or query.missing or query.choices)
    still = _STILL.match(text)
    still = still if still and still["unit"] in lexicon.units | {""} and not query.asked else None
    if still and previous.topics and query.topics and not set(query.topics) & set(previous.topics):
        # 还有几件在调解 behind 行政复议 is of these, and no 人民调解.
        return replace(query, topics=previous.topics, indicators=(), words=(still["what"],))
    if named:
        # 调解了多少 behind 行政复议 is what was done of it; 调解呢 may be another topic.
        some = _OF_THEM.match(text) or (_DEED.match(text) and not (query.asked or query.missing))
        of_them = of_topics_before(query, previous.topics, lexicon) if some else None
        return of_them or query
    core = _POINTS.sub("", noun)
    points = _POINTS.search(noun) or (_OF_THEM.match(text) and core) or _ONES.search(noun)
    if points and _ALL.fullmatch(core) and not (query.words or query.years or query.kinds or query.units):
        return replace(previous, chart=False, total=previous.total or query.total)
    if query.intent is Intent.HELP and Role.HELP not in roles:
        query = replace(query, intent=Intent.FACT) if points and _OPEN_END.search(text) else query
    if query.intent is not Intent.FACT:
        return query
    words = tuple(word for word in query.words if not _ONES.match(word))
    if not words:
        plain = not (query.years or query.kinds or roles & _MEANING or query.modality is not Modality.ACTUAL)
        return replace(query, topics=previous.topics, words=(core,)) if points and plain else query
    rate = len(words) == 1 and words[0][-1] in ENDINGS
    deed = _ONLY_DEED.match(text)
    done = deed and (deed["unit"] or "") in lexicon.units | {""}
    of_these = still and not previous.indicators
    if not (points or rate or done or of_these):
        return query
    # What no topic was named of is known by its words alone.
    beside = previous.words if of_these or not previous.topics else ()
    return replace(query, topics=previous.topics, words=tuple(dict.fromkeys((*without_levels(beside, words), *words))))
