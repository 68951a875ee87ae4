"""Who does what is counted, and who is counted: 公证处办了多少公证 asks for 公证, 光明 律师 for the lawyers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.cutting.swallowing import text_of
from bot.model import Fact, Query
from bot.words.indicators import ANY_UNIT, Pattern
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

_BODIES_AND_PEOPLE = frozenset({"家", "名"})
_OF_PEOPLE = frozenset({"人次", "人", "名", "位"})
_PASSING = frozenset(
    {"们", "一年", "全年", "年里", "一年里", "一共", "总共", "共", "共计", "都", "今年", "现在", "目前"}
)
_TIMES = frozenset({Role.THIS, Role.LAST, Role.BEFORE_LAST, Role.NEXT, Role.LATEST})
_THEY = re.compile("(?:那么?|而|其中)?(?:[他她]们|这些人|这帮人|那些人|这批人)(?:自己|一共|总共|都|还|又|也)?")
_TAKES_PART = re.compile("[还又也]?(?:参与|参加|协助)[了过]?")
"""What somebody does who has been named before: 参与普法活动多少场 is no question about all of them."""
_REACHES = re.compile("(?:一共|总共|都|共)?(?:覆盖|惠及|辐射|遍布|派驻|进驻|分布在?)[了到]?(?:多少|几)")
"""How far somebody or something goes that has been named before: 覆盖多少个村."""
DEEDS = (
    *("办理", "代理", "承办", "受理", "接受", "调解", "化解", "解答", "接待", "举办", "开展"),
    *("组织", "参与", "参加", "协助", "提供", "审查", "审核", "起草", "出具", "代写", "服务"),
)
"""What people and bodies do, as far as it is said without 了."""
_DEED_ALONE = re.compile(
    f"(?:那么?|而)?(?:参与|参加|协助)?(?:[替帮为给][㐀-鿿]{{1,4}}?)?(?:{'|'.join(DEEDS)})[了过]?[㐀-鿿]{{0,4}}?"
    "(?:的|)(?:呢|有?(?:多少|几)[㐀-鿿]{0,2})[啊呀吗]?"
)
"""What was done, with nobody who did it: 那调解的有多少宗, 替群众代理的呢."""
_DOES_TOO = re.compile(f"(?:[还又也]|另外|同时|并且?)+(?:[\u3400-\u9fff]{{1,3}}[了过]|{'|'.join(DEEDS)})")
"""How a question goes on with what the same people did besides: 又办了多少法律援助."""
_DONE_IT = ("做了", "搞了", "办了", "开展了", "提供了", "干了")
"""What says that somebody did what a question names."""
_ENDS_ITEM = (
    r"[\s、,，和与跟及呢吗啊]|事务所|协会"
    "|的?(?:队伍|人数|数量|总数|数|一共|总共|共|现在|目前|占)*[有是]?(?:多少|几|$)"
)
"""What stands behind people who are asked about themselves."""
_CLAUSE = re.compile("[,，;；。]")
NAMES_OF_PEOPLE = ("师", "员", "顾问")
"""What names of people end in."""
COUNTABLE = (
    *("员", "师", "官", "长", "者", "警", "人", "院", "校", "所", "局", "站", "厅", "店", "厂", "公司", "企业", "银行"),
    *("居民", "农民", "村民", "市民", "公民", "学生", "医生", "职工", "员工", "民工", "司机", "干部", "商会", "协会"),
    *("村", "镇", "乡", "社区", "街道", "园区", "小区"),
)
"""What names of people and bodies end in: who asks for one of these alone asks how many there are."""
_OTHERS = ("会", "处", "室", "中心", "团", "队", "委", "家", "机构", "组织", "队伍", "单位", "部门", "对象", "代表")
"""What other names of bodies and people end in."""


def people_of(token: Token, lexicon: Lexicon) -> str:
    """The indicator that a word of a topic asks for by itself: 律师, of 律师管理, or 政协提案; "" for none."""
    topic = lexicon.topic(token.topic)
    text = text_of(token)
    if topic is None or text == topic.name:
        return ""
    own = token.says if token.says.startswith(f"{topic.name}/") else ""
    return topic.people if topic.people.endswith(text) else own


def doers_of(
    says: Sequence[Token], found: Sequence[Pattern], tokens: Sequence[Token], units: Sequence[str]
) -> list[Token]:
    """The bodies and people that are said to do what is counted, or to whom it is done: 公证处 in 公证处办了多少公证.

    `units` are those that the message asks in: who asks 多少次 of people does not ask how many they are.
    """
    own = {pattern.indicator.id: pattern for pattern in found}
    people = [
        token for token in says if token.says in own and _BODIES_AND_PEOPLE & set(own[token.says].indicator.units)
    ]
    return [one for one in people if counts_others(own[one.says], units) or _only_does(one, tokens, found)]


def does_own(doer: Token, topics: Sequence[str]) -> bool:
    """Whether bodies or people do what their topic is about: 公证处办了多少公证, and not 公证处调解了多少."""
    own = doer.says.partition("/")[0]
    return own in topics or not topics


def names_somebody(text: str) -> bool:
    """Whether a text names bodies or people: an exam is none, though those who sat it are counted."""
    return text.endswith((*NAMES_OF_PEOPLE, *COUNTABLE, *_OTHERS))


def counts_others(people: Pattern, units: Sequence[str]) -> bool:
    """Whether a message that names bodies or people asks in units in which these are not counted: 党员 开会几次."""
    own, told = set(people.indicator.units), set(units) - {ANY_UNIT}
    return bool(_BODIES_AND_PEOPLE & own and told and not told & own)


def _only_does(token: Token, tokens: Sequence[Token], found: Sequence[Pattern]) -> bool:
    """Whether bodies or people that are said do what is counted, and are not counted themselves."""
    following = (other for other in tokens if other.start >= token.end and not _is_time(other))
    behind = next(following, None)
    if behind and behind.text.isspace() and (spaced := next(following, None)) and Role.DOING in spaced.roles:
        return True
    if behind is None or behind.gap:
        return False
    doings = (p for p in found if not _BODIES_AND_PEOPLE & set(p.indicator.units))
    if Role.DOING in behind.roles or any(behind.text in group for p in doings for group in p.groups):
        return True
    # 调委会调解多少: what their topic is called is what they do there, unless it names people.
    deed = behind.topic and behind.topic == token.says.partition("/")[0] and not behind.says
    return bool(deed) and not behind.text.endswith(NAMES_OF_PEOPLE)


def _is_time(token: Token) -> bool:
    return bool(token.years or token.roles & _TIMES or token.text in _PASSING)


def names_doer(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure names people of another topic who are said to do what it counts: 社区法律顾问 普法多少场."""
    text, own = fact.claim.measure + fact.claim.subject, fact.claim.topic
    people = (lexicon.topic(name) for name in query.topics if name != own and name.endswith(NAMES_OF_PEOPLE))
    return any(word in text for topic in people if topic for word in (topic.name, *topic.words))


def with_doer_before(query: Query, previous: Query, text: str, lexicon: Lexicon) -> str:
    """The text with the people before it that the question before said to do what was counted, where it calls them
    他们 or goes on about the same without them: 化解成功多少 behind 社区法律顾问受理多少矛盾纠纷; or where it asks what
    they took part in or did besides. "" for any other."""
    called = _THEY.match(text)
    named = any(topic in said for topic in query.topics for said in query.said)
    goes_on = query.indicators and not named and set(query.topics) < set(previous.topics)
    # 参加培训的多少人次 counts others.
    counts_deeds = bool(query.units) and not _OF_PEOPLE & set(query.units)
    goes_on = goes_on or (counts_deeds and _TAKES_PART.match(text) is not None) or _DOES_TOO.match(text) is not None
    goes_on = goes_on or (counts_deeds and _REACHES.match(text) is not None and not query.topics)
    goes_on = goes_on or (counts_deeds and _is_only_theirs(query, previous, text, lexicon))
    goes_on = goes_on or (not _OF_PEOPLE & set(query.units) and _DEED_ALONE.fullmatch(text) is not None)
    if query.asked or not (called or goes_on):
        return ""
    _, doer = doer_before(query, previous, lexicon)
    return doer + text[called.end() if called else 0 :] if doer else ""


def _is_only_theirs(query: Query, previous: Query, text: str, lexicon: Lexicon) -> bool:
    """Whether a message names with words that nothing else is known by what the people before it are known to do:
    线上法律服务做了多少次 behind 社区法律顾问举办多少场讲座."""
    if query.indicators or not query.words or not any(done in text for done in _DONE_IT):
        return False
    topic, _ = doer_before(query, previous, lexicon)
    theirs = (pattern.groups for pattern in lexicon.patterns[topic]) if topic else ()
    deeds = (
        [group for group in groups if not any(word.endswith(NAMES_OF_PEOPLE) for word in group)] for groups in theirs
    )
    return any(own and all(any(word in text for word in group) for group in own) for own in deeds)


def doer_before(query: Query, previous: Query, lexicon: Lexicon) -> tuple[str, str]:
    """The topic of the people that the question before said to do what was counted, and the word for them; empty where
    it names none, or none but those of this question."""
    for name in previous.topics:
        runs_on = _runs_on(name, lexicon)
        found = next(filter(None, map(runs_on.search, previous.said)), None)
        if found and name not in query.topics:
            return name, found.group()
    return "", ""


def _runs_on(topic: str, lexicon: Lexicon) -> re.Pattern[str]:
    """A pattern for a topic's people with words behind them; one that finds nothing where it names none."""
    entry = lexicon.topic(topic)
    words = sorted(entry.names, key=len, reverse=True) if entry and topic.endswith(NAMES_OF_PEOPLE) else ()
    return re.compile(f"(?:{'|'.join(map(re.escape, words))})(?=\\S)" if words else "(?!)")


def do_other_things(topic: str, said: str, lexicon: Lexicon) -> bool:
    """Whether a topic is only named by people who do something: 律师 of 律师受理法援, and not of 律师和法援."""
    entry = lexicon.topic(topic)
    if entry is None or topic.endswith(NAMES_OF_PEOPLE):
        return False
    people = [name for name in entry.names if name.endswith(NAMES_OF_PEOPLE)]
    for name in entry.names:
        # 律师工作 is the topic itself.
        said = said if name in people else said.replace(name, " ")
    return any(re.search(f"{re.escape(name)}(?!{_ENDS_ITEM})", said) for name in people)


def lacks_doer(fact: Fact, topic: str, query: Query, lexicon: Lexicon) -> bool:
    """Whether people that the question says to do what is counted have no part in a figure of another topic.

    社区法律顾问受理矛盾纠纷 are not the disputes that committees took up.
    """
    before, _, behind = fact.claim.quote.partition(fact.text)
    # Whose clause comes behind that of the figure did something else.
    text = f"{fact.claim.measure}{fact.claim.subject}{before}{_CLAUSE.split(behind)[0]}"
    for name in query.topics:
        entry = lexicon.topic(name)
        if entry is None or name == fact.claim.topic:
            continue
        does = any(map(_runs_on(name, lexicon).search, query.said)) or do_other_things(
            name, "".join(query.said), lexicon
        )
        if does and not any(word in text for word in entry.names):
            return True
    return False
