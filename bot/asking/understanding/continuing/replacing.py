"""What takes the place of something in the question before: 园区呢 behind 考评了多少个部门, 处罚呢 behind 行政检查."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.asking.understanding.cutting.segmentation import ENDINGS
from bot.model import Indicator, Kind, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon

_BODIES_AND_PEOPLE = frozenset({"家", "名"})
_PEOPLE = frozenset({"人", "名", "位"})
_BEHIND = "(?:多少|几)[\u3400-\u9fff]{{0,2}}?(?:工作)?{thing}[啊呀呢吗]*$"
_OF_DOERS = "(?:多少|几)[个家所]{thing}"
"""Those that did something, counted before what they did: 有几家协会成立了调委会."""
_BODIES = re.compile("(?:[会局所处院校镇村厂站社馆店]|部门|单位|机关|企业|公司|社区|街道|园区|区县|县区|镇街)$")
_DONE = ("了", "过")
_LONGEST = 4
"""How long a name of two words may be: 事项清单."""
_OF_ANOTHER = re.compile("^那?么?(?P<noun>[\u3400-\u9fff]+)的[呢啊呀吗]*$")
"""A follow-up that asks the same of another topic: 司法鉴定的呢."""
_BEFORE = "{thing}(?:一共|总共|共)?有?(?:多少|几)[\u3400-\u9fff]?[啊呀呢吗]*$"


def replaced(query: Query, previous: Query, noun: str, lexicon: Lexicon) -> Query | None:
    """The query of a follow-up that is nothing but a noun, as the question before with that noun in the place of what
    it counted; None where it does not say what else is counted."""
    if not noun or noun[-1] in ENDINGS or query.asked or query.missing or query.choices or query.kinds or query.years:
        return None
    # What is named at length needs nothing of the question before.
    of_one = query.words == (noun,) or ("".join(query.words) == noun and len(noun) <= _LONGEST)
    if of_one and not (query.topics or query.indicators):
        return _named_alike(query, previous, noun, lexicon) or _counted_instead(query, previous, noun)
    return _of_the_same_found(query, previous, noun, lexicon)


def with_topic_replaced(query: Query, previous: Query, text: str, lexicon: Lexicon) -> str:
    """The question before, of another topic: 司法鉴定的呢 behind 公证减免了多少钱; nothing for any other message, and
    where nothing but the topic's own indicator was asked for, which no other has."""
    another = _OF_ANOTHER.match(text)
    bare = len(query.topics) == 1 and not (query.indicators or query.words or query.asked or query.years)
    own = lexicon.topic(previous.topics[0]) if len(previous.topics) == len(previous.said) == 1 else None
    asked = map(lexicon.indicator, previous.indicators)
    beyond = previous.words or any(one and one.kind is Kind.MONEY for one in asked)
    if not (another and bare and own and beyond) or query.topics == previous.topics:
        return ""
    said = previous.said[0]
    name = next((name for name in sorted(own.names, key=len, reverse=True) if name in said), "")
    return name and said.replace(name, another["noun"])


def _counted_instead(query: Query, previous: Query, noun: str) -> Query | None:
    """园区呢 behind 考评纳入了多少个部门: 考评纳入了多少个园区."""
    whole = (one + other for one, other in pairwise(previous.words))
    nouns = (word for word in (*whole, *previous.words) if not word.endswith(_DONE))
    counted = next((word for word in nouns if any(_is_counted(word, noun, said) for said in previous.said)), "")
    if not counted:
        return None
    others = (word for word in previous.words if word not in counted)
    words = tuple(dict.fromkeys((*others, noun)))
    said = tuple(phrase.replace(counted, noun) for phrase in previous.said)
    asked = replace(query, topics=previous.topics, indicators=previous.indicators, words=words, said=said)
    # What was planned of the one is asked of the other.
    return replace(asked, modality=previous.modality)


def _is_counted(word: str, noun: str, said: str) -> bool:
    """Whether a phrase counts a word; of bodies that did something, where others are asked about."""
    forms = (_BEHIND, _BEFORE, *([_OF_DOERS] if _BODIES.search(word) and _BODIES.search(noun) else []))
    return any(re.search(form.format(thing=re.escape(word)), plain(said)) for form in forms)


def _named_alike(query: Query, previous: Query, noun: str, lexicon: Lexicon) -> Query | None:
    """处罚呢 behind 行政检查: 行政处罚, which begins as that does and is the only one of its topic that does."""
    if len(previous.indicators) != 1 or len(noun) < 2:
        return None
    topic = previous.indicators[0].partition("/")[0]
    begun = {name[:length] for name in _names(previous.indicators[0], lexicon) for length in range(2, len(name))}
    found = {
        pattern.indicator.id
        for pattern in lexicon.patterns.get(topic, ())
        for name in _names(pattern.indicator.id, lexicon)
        if name.endswith(noun) and name.removesuffix(noun) in begun
    }
    if len(found) != 1:
        return None
    return replace(query, topics=(topic,), indicators=tuple(found), words=previous.words)


def _of_the_same_found(query: Query, previous: Query, noun: str, lexicon: Lexicon) -> Query | None:
    """律师几名 behind 几家律所违规兼职: of what was said of the bodies, how many people."""
    if query.words or len(query.indicators) != 1:
        return None
    now, before = lexicon.indicator(query.indicators[0]), _counted_before(previous, lexicon)
    if now is None or before is None or now == before or now.topic != before.topic:
        return None
    # 律师 by itself names the topic, and of people those.
    topic = lexicon.topic(now.topic)
    by_topic = topic is not None and topic.people == now.id and noun in topic.names
    if not (_counts_bodies(now) and _counts_bodies(before)):
        return None
    if previous.words:
        said_alone = by_topic or noun in _names(now.id, lexicon)
        return replace(query, words=previous.words, said=(*previous.words, *query.said)) if said_alone else None
    alike = list(_done_with(noun, before.id, lexicon)) if by_topic else []
    return replace(query, indicators=tuple(alike), said=()) if len(alike) == 1 else None


def _counted_before(previous: Query, lexicon: Lexicon) -> Indicator | None:
    """What the question before counted: what it named, or the people of its topic, 违规兼职的律师有几名."""
    if previous.indicators:
        return lexicon.indicator(previous.indicators[0])
    topic = lexicon.topic(previous.topics[0]) if len(previous.topics) == 1 else None
    people = topic is not None and bool(topic.people) and not _PEOPLE.isdisjoint(previous.units)
    return lexicon.indicator(topic.people) if topic and people else None


def _done_with(noun: str, identity: str, lexicon: Lexicon) -> Iterator[str]:
    """The indicators that count what a noun names where the same was done as with another: 考核律师 for 考核律所."""
    pattern = lexicon.pattern(identity)
    done = [set(group) for group in pattern.groups] if pattern else []
    for other in lexicon.patterns.get(identity.partition("/")[0], ()):
        deeds = [group for group in other.groups if noun not in group]
        named = len(deeds) + 1 == len(other.groups) == len(done)
        if other is not pattern and named and deeds and all(any(own & set(deed) for own in done) for deed in deeds):
            yield other.indicator.id


def _counts_bodies(known: Indicator) -> bool:
    return bool(_BODIES_AND_PEOPLE & set(known.units))


def _names(identity: str, lexicon: Lexicon) -> Iterator[str]:
    """What an indicator is called."""
    pattern = lexicon.pattern(identity)
    return (plain(name) for name in (pattern.indicator.name, *pattern.says)) if pattern else iter(())
