"""A place, or an office of its own, that opens a segment by name: what is told there is its own, whatever it did.

An actor is known by the verb behind it. There are more verbs than any list has (东河镇摸索“积分调解”,九成邻里纠纷当天
化解), and none at all may follow (东河县、西山县败诉率都在5%以下): a proper name needs none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.reading.clauses import Span
from bot.reading.vocabulary.phrasewords import Phrases

_LEVEL = "(?:街道|地区|苏木|[县区市镇乡旗])"
_LEVELS = "(?:乡镇|镇街|县市区|县区|区县|市县|县市|旗县|街道|[省州市县区镇乡旗地])"
_IN_NO_NAME = "的对把将在向从被等每各级该某类型入送到至于比较与及或有是为以由因全我本个型等"
_STEM = f"(?:(?![{_IN_NO_NAME}])[\u4e00-\u9fff]){{2,4}}?"
_GOES_ON = "(?![级域民场直属内外村街亲土愁间划块位])"
"""What makes another word of a level: 市|级, 区|域, 镇|街."""
_PLACE = f"(?:[\u4e00-\u9fff]{{2,9}}?自治[县州旗]|{_STEM}{_LEVEL}{_GOES_ON})"
_SO_MANY = r"(?:[两二三四五六七八九十]|\d{1,2})个?"
_OF_SOME = f"(?:等(?:地|{_SO_MANY}{_LEVELS}))?"
_SHORT = f"(?:(?![{_IN_NO_NAME}])[\u4e00-\u9fff]){{2,3}}"
_ROW = re.compile(
    f"{_PLACE}(?:[、和]{_PLACE}){{0,9}}{_OF_SOME}|{_SHORT}(?:、{_SHORT}){{1,9}}?(?:[、和]{_SHORT})?{_SO_MANY}{_LEVELS}"
)
"""东河县、西山县; 东河镇等5个乡镇; 东河、西山、南川三县."""
_ITEM, _JOINT = re.compile(_PLACE), re.compile("[、和及与或/]|以及|的人|\\d|(?:人民)?政府|[市县区镇乡]?委")
"""What behind a row makes it no subject: a further item that is no place, its own number; its leaders, who are told
otherwise."""
_COMMON = re.compile(
    "(?:(?:[大强穷小名古重老之]|^[邻外同跨省]|(?:^[大中小老新旧全各该本]?|[型丽])城|[镇乡](?=[县区市])|^乡|[锦红国党团军](?=旗)|[返下回水家故还他异](?=乡)|责任|工作|重点|先进|示范|试点|试验|贫困|偏远|边远|沿海|周边|相关|有关|部分"
    "|其他|其余|个别|所有|上述|特色|中心|美丽|文明|平安|法治|国际|现代|智慧|数字|兄弟|经济|工业|产业|技术|旅游|生态|综合|保税|商务|居民"
    "|住宅|功能|网格|建制|依法治)[县区市镇乡旗]|[镇乡]街道|(?:贫困|偏远|边远|农村|城市|[东西南北中]部|沿海"
    "|民族|边境|不同|部分|其[他余]|发达|重点|农?牧区?|林区|山区|城区|[南北]方|相关|有关|周边|个别)地区)$"
)
"""Words that end like the name of a place: 示范镇, 责任区, 依法治市."""
_BOTH = ("老城区", "新城区", "新市区", "城中区")
"""Districts whose names are words as well."""
_AFTER_ALL = re.compile("[\u4e00-\u9fff]门市|[\u4e00-\u9fff]{2,5}地区")
"""玉门市 is no shop, 阿里地区 one of its kind."""
ALL_OTHERS = re.compile(
    "各(?![类项种式方自])|个别|部分|少数|有的|由[我本][省市州县区局]"
    r"|(?:其[余他它]|剩余|另外?)(?:的?\d{1,3}个)?(?:县市区|[县区市旗]{1,2}|乡镇|镇街|街道|[镇乡村](?!级)|部门|单位|地区)"
)
"""Others than those told before, or all: 其余9个县区, 各镇."""
_ONLY_HELPS = re.compile("配合|参与|参加|支持|协助|协同|保障|列席|见证|响应|跟进|联动")
"""What makes nobody the doer of what follows: 县局牵头,东河镇配合,排查隐患9处."""
_ALL_AGAIN = re.compile(
    "(?:[我本](?:[省市州盟县区旗镇乡]|街道|[局厅院所中处办])|全[省市州盟县区旗](?!域)|各(?:地|级|乡镇|镇街|县区|部门))"
)
_BODIES = "(?:局|委|办|院|所|处|中心|法庭)"
_ONE = f"(?:(?![的是为有括])[\u4e00-\u9fff]){{2,9}}(?:{_LEVEL}|{_BODIES})"
_LISTED = re.compile(f"(?:^|[^、\u4e00-\u9fff]|[的是为有括])((?:{_ONE}[、和及与]){{1,9}}{_ONE}),$")
"""Names at the end of a segment: 居前三位的是|东河县、西山县、北岭县,分别为…."""
_NEXT, _AS_FAR = re.compile("[、和及与]"), 80
_BODY = re.compile(
    "[^,、;。:的\\d“”()]{0,10}?(?:调委会|调解委员会|司法所|公证处|派出所|法院|法庭|检察院|调解室|工作室|工作站|服务站|中心|办事处|司法局|公安局|执法[局队])"
)
"""An office of the place that opens the segment: 东河镇|调委会."""


_IS_SO = (
    "(?:仅|只|均|都|各|则|却|仍|还|也|更|已|就|共|计|合计|总计|共计|为|有|是|达到?|约|近"
    "|超过?|逾|不足|不到|不满|低于|高于|高达|低至|多达|保持|在|到)"
)
_STANDS = (
    "(?:(?:数量|案件量?)?(?:[居较占偏][多前首后少高低]|靠前|靠后|垫底|领先|(?:数量)?最[多少高低大])"
    "|为主|[位居]列前茅|次之|其次|紧随其后|(?:排名|排在|位[居列]|名列)[前后][^,;。\\d]{0,4})"
)
"""How a place stands among others: 东河区、南桥县|居多."""
_WITH, _NEAR = "以", 8
_ONLY_HOW_MANY, _FEW_WORDS = re.compile(f"(?:{_STANDS})?,?(?:分别)?{_IS_SO}{{0,6}}"), 16
_FOREMOST_OF = re.compile(f"(?![以由])[^,;。、\\d]{{0,6}}?以(?={_ROW.pattern}{_STANDS}(?:[,;。(]|$))")
"""What leads to those who have most: 县级|以东河区、南桥县居多."""


_IN_A_HOUSE = "[^,、;。:的\\d“”()]"
_HOUSE = re.compile(
    "[省市州县区](?![级域直属内外乡镇县区市])(?:"
    f"{_IN_A_HOUSE}{{0,8}}?(?:公证处|(?:援助|法援|综治|矛调|调处|调解|化解|矫正|服务)中心|援助处|法院|检察院|调委会|医调委|仲裁委|仲裁院"
    f"|妇联|总工会|残联|工商联)|{_IN_A_HOUSE}{{2,8}}?(?<!司法)局(?![长地面限部势机]))"
    f"|{_SHORT}(?:司法所|派出所|法庭|公证处)|公证处(?=的[^,;。\\d]{{2,8}},)"
)
"""An office with its level or the name of its place: 县公证处, 青山司法所."""
_NO_SHORT = re.compile(
    "(?:基层|乡镇|镇街|街道|城乡|示范|星级|优秀|先进|规范|标准|重点|试点|[省市县区镇乡村部国]级|个别|部分|多数|半数|现有|下辖|直管|偏远|智慧|数字|枫桥"
    "|人民|巡回|少年|家庭|专业|专门|辖区|当地|驻地|片区|社区|相关|有关|其他|其余|多数|全部|所有|法治|红色|廉洁|清廉|共享|流动)"
)
"""What says of what kind a house is, not which one: 基层司法所, 人民法庭."""


def named_places(text: str, start: int, high: int, phrases: Phrases) -> Span | None:
    """The places, or the office of a place, whose names open a segment at `start`; None where none does."""
    row = _ROW.match(text, start, high)
    if row and all(_is_name(item[0], phrases) for item in _ITEM.finditer(row[0])):
        body = _BODY.match(text, row.end(), high)
        end = body.end() if body and _is_one_noun(body[0], phrases) else row.end()
    elif (house := _HOUSE.match(text, start, high)) and _is_one_noun(house[0], phrases):
        end = start if _NO_SHORT.match(house[0]) else house.end()
    else:
        return None
    return None if end in (start, high) or _JOINT.match(text, end) else (start, end)


def _is_name(name: str, phrases: Phrases) -> bool:
    """Whether what ends like a place names one: no 示范镇, no 咨询服务区."""
    if name in phrases.divisions:
        return name not in _BOTH
    common = name.endswith(tuple(phrases.no_levels)) and not _AFTER_ALL.fullmatch(name)
    if common or _COMMON.search(name, max(0, len(name) - 4)):
        return False
    return phrases.verb.search(name[:-1]) is None


def _is_one_noun(words: str, phrases: Phrases) -> bool:
    """Whether no deed stands in the words of an office: 矛盾纠纷调处中心, but not 建成综治中心."""
    return all(verb[0] in phrases.noun_verbs for verb in phrases.verb.finditer(words))


def says_only_how_many(text: str, start: int, end: int) -> bool:
    """Whether these words, behind a place, say only that it has so many of what was told before: 东河县|最少,仅9件."""
    return end - start <= _FEW_WORDS and _ONLY_HOW_MANY.fullmatch(text, start, end) is not None


def leads_to_most(text: str, start: int, high: int) -> int:
    """Where the words that lead to the places with most end (县级以|东河县居多), `start` where there are none."""
    found = _FOREMOST_OF.match(text, start, high) if text.find(_WITH, start, start + _NEAR) >= 0 else None
    return found.end() if found else start


def are_several(name: str) -> bool:
    """Whether a name is that of two places or more: 东河县、西山县."""
    return is_places(name) and len(_ITEM.findall(name)) > 1


def is_places(name: str) -> bool:
    """Whether a name is that of places alone, not of an office of theirs."""
    return _ROW.fullmatch(name) is not None


def listed_before(text: str, clause: int, low: int) -> list[Span]:
    """Each of the places or offices that the segment before the one at `low` ends with in a list; none without one."""
    begin = max(clause, low - _AS_FAR)
    row = _LISTED.search(text[begin:low])
    if not row:
        return []
    found, at = [], begin + row.start(1)
    for name in _NEXT.split(row[1]):
        found.append((at, at + len(name)))
        at += len(name) + 1
    return found


def told_between(text: str, low: int, high: int, phrases: Phrases) -> Iterator[Span]:
    """The segments without figures that turn to places by name (今年6月,|西山县办起集市,|接待90人次) or to the whole
    place again (东河县率先破题,|我局及时总结,|编发简报9期)."""
    at = text.find(",", low, high) + 1
    while 0 < at < high:
        stop = text.find(",", at, high)
        stop = high - 1 if stop < 0 else stop
        named = named_places(text, at, stop, phrases)
        acts = named and is_places(text[slice(*named)]) and not _ONLY_HELPS.search(text, named[1], stop)
        if acts or _ALL_AGAIN.match(text, at, stop):
            yield at, stop
        at = stop + 1


def is_whole_of(text: str, at: int, place_end: int, own: frozenset[str]) -> bool:
    """Whether 全县 there is that of the county whose name ends at `place_end`, as the report's own place is none."""
    level = text[place_end - 1]
    same = text.startswith(f"全{level}", at) and level in "县区镇乡旗"
    return same and bool(own) and not any(place.endswith(level) for place in own)
