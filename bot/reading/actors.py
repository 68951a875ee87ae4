"""Who did what is counted: the noun phrase before the verb that opens a segment (全市99名法律顾问共…)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.clauses import AMONG_THEM, Span
from bot.reading.named_places import leads_to_most, named_places
from bot.reading.vocabulary.phrases import makes_noun
from bot.reading.vocabulary.phrasewords import Phrases

_NUMBER = re.compile(r"[约近超逾]?\d[\d,.]*[余多]?[万亿千]?[余多]?(?:[个名家位支人所]|各级)(?:各级)?(?!及?以[上下])")
_ALL = re.compile("^(?:全国|各级|各类|各(?!地)|的|全体|[省市州区县乡镇村、]{1,9}[两三四]级|[两三四]级)+")
_HOTLINE = re.compile(r"[省市州县区]?(?:\d{3,5}[^,;。、:\d]{0,8}|(?:公共)?法律服务|政务服务|便民|民生|市民)热线")
"""A hotline serves the whole place, whichever office was told before it."""
_OPENING = re.compile(
    r"(?:【[^】\n]{2,16}】|\(?\d{1,2}(?:[、)]|\.(?!\d))(?=[ \u4e00-\u9fff“]|20[0-4]\d)|\d{4}年度?(?:以来)?[,]?"
    r"|[一二三四五六七八九十]{1,2}是|其中[,:]?|同时[,]?|特别是|尤其是"
    r"|(?:全年|今年|本年度?|年内|本月|当月|本季度|第?[一二三四]季度|[上下]半年)(?!以来|来|末|底),?"
    r"|[ \t,:\u2460-\u2473—●■◆·])+"
)
_FOREMOST = re.compile(
    "(?:最[多少高低大小快慢长短好差]|(?:位?居|排名?|列)(?:首位?|榜首|第一|末位|前列)|垫底)的则?是?(?=[\u4e00-\u9fff]{2})"
    "|(?:比如|例如|譬如|诸如|如|像)(?=[\u4e00-\u9fff]{2,3}(?:街道|[县区市镇乡旗]))|以(?=[\u4e00-\u9fff、]{3,16}为例)"
)
"""What leads to the first or the last of many, or to an example: 最少的|南川区只有9件, 比如|东河镇."""
_WIDER = re.compile("全国")
_NO_NAME = re.compile(
    ",|占|超过|多于|少于|高于|低于|(?:半数|多数|部分|[一二三四五六七八九]成|[\\d%])(?:以上|左右)?的?(?=[镇乡街县市区村部司])|以上(?=司法所|律所)"
    "|(?<=事项)由|案件(?=律师)|次[到赴对向就]"
)
"""What is told first, or compared: 坚持依法决策,充分发挥法律顾问作用; 案件数量首次超过市法院; which of them: 半数以上的
镇街, 3人以上司法所; and what is done by whom: 合同事项由法律顾问把关的比例."""
_THOSE_THAT = re.compile("[^,;。、:\\d的]{2,12}的(?=[省市州县区](?:直|级)[^,;。\\d]{0,4}(?:部门|单位|机关))")
"""Which offices of a level are meant: 报送数据的|县直部门."""
_PARTS_FOLLOW, _NEAR = re.compile(rf"(?:其中:\s*(?:\(?\d{{1,2}}[.、)])?\s*(?:\d{{4}} ?年度?,?)?|{AMONG_THEM})$"), 20
"""What announces parts, of which this is the first: 其中:1.县政府收案9件, 已受理案件中,县政府收案9件."""
_JOINTS = ("和", "及", "与", "、", "或")
_LIKE_NONE = re.compile("经(?:开区|济|信局|发局)|向阳|从[江化]|将乐|共[和青](?=[县城])|加查")
"""Names that begin like what makes no actor: 经开区, 向阳镇."""
_THE_SAME, _KINDS = ("该",), ("各类",)
_NAME = re.compile(r"(?:[^对和及与、或的“”()\d,]{2,6}[县区市镇乡][、和及与]){0,9}[^对和及与、或的“”()\d,]{2,6}")
_SHORT_NAMES = re.compile(r"(?:[^对和及与、或的“”()\d,]{2,4}[、和及与]){1,9}[^对和及与、或的“”()\d,]{2,6}")
"""Places whose level stands behind the last of them alone: 东河、西山、南川|区分别受理."""
AT_THE_TOP = re.compile(
    r"以[^,;。\d]{0,8}[\d.,]+[余多]?[万亿]?[余多]?(?:[件宗起份人名家次个场元]|人次|%)(?:[位稳高]?居|位?列|排名?|领先|最多)"
)
"""With how many somebody leads: 东河区|以186件居首."""
_YEAR_AFTER_YEAR = re.compile(r"(?:已经?|均|都)*连续(?:\d{1,2}|[两二三四五六七八九十]{1,2})年")
"""For how long it has been so with somebody: 东河镇、西山镇连续四年达到100%."""
_EACH = re.compile(r"(?:全[省市州])?(?:各|\d{1,3}个)?|[^,;。\d]{2,20}等\d{1,3}个")
_ORGANISE = "组织"
_NO_NOUNS = ("组织", "会同", "率先")
"""What follows an actor and only begins like the end of a noun."""
_WHO_ORGANISES = (*"国省市区县州镇乡村地局所委院办处", "街道", "中心", "共", "先后", "累计", "系统", "定期", "均")
_TOLD_OF = re.compile("经|由|有|已有|现有|共有|设有|建有")
"""What makes a noun of those behind the name of a place: 全国经机关登记的机构, 全省已有51个中心完成改造."""
_FARTHEST, _SHORTEST = 30, 4
_BY_WHOM = ("由", "自")
"""What leads from a place to those who act for it: 北岭县|自9月起由县政府集中办案."""
_HOUSES = ("中心", "公证处", "援助处", "司法所", "大厅", "工作站")
_WHERE, _IN_TURN = "在", "分别"
"""What makes a noun behind another the place where something is: 90个事项在县中心可办."""
_ROOM = re.compile("“[^“”,。;]{2,12}[室站队团点]”")
_FOUNDED = re.compile(
    r"(?:新|已|共|累计|挂牌)*(?:成立|建成|建立|设立|组建|挂牌)(?:了|有|共)?[约近超]?\d[\d,.]*余?[个家所处支](?=[,;。、)\n]|$)"
)
"""What makes of the body before it what was founded, and so many: 行业性调委会成立9个."""
_COMMA = re.compile(",")
_SO_OFTEN = re.compile(r"(?:\d{1,3}余?|[一二两三四五六七八九十]{1,3}余?)次(?=[\u4e00-\u9fff]{2})")
"""How often somebody did what follows: 县委书记2次主持召开会议."""
_THEN = re.compile(
    r"(?:20\d{2}年?[-—~至到]{1,2})?20\d{2}年|(?:今年|本年|去年|全年|年内)(?=[共累先新办受收组开])|自[^,;。\d]{2,12}以来"
)
"""When somebody did what follows: 县公证处2023年办理公证, 区数据局今年新推出50项."""
LEADER = re.compile("(?:书记|[省州市县区镇乡局厅部]长|负责同志|负责人|领导|成员)$")
_IN_PERSON = re.compile(
    "主持|批示|听取|汇报|谈[话心]|调研|研究|部署|过问|协调|督办|督导|包[案联抓保]|接访|接待|讲(?!座)|授课|参[加与]|出[席庭]|列席|旁听|应诉"
    "|带头|带领|牵头|审[改阅定]|阅批|走访|慰问|视察|检查|召开|联系"
)
"""What a leader does in person: 县长作出批示5次; 组织培训3期 behind it is the place's own again."""
_TO_SO_MANY = re.compile(r"[ ,]*对\d|[^,;。\d]{2,16}率")
"""What tells of the place's own work again, behind a leader's deed: 对9个问题挂牌督办, “一把手”出庭率由41%上升至58%."""
_OF_ITS_OWN = re.compile("(?![和与及、或以的])[\u4e00-\u9fff]")
"""What the own level has, without a verb: 市本级应诉案件9件."""
_OWN_LEVEL, _BARE_LEVELS = "本级", ("县", "区", "市")
_BUREAU = re.compile("[\u4e00-\u9fff]{2,8}(?<![布格全结大邮当定时战])(?<!司法)局")
"""A bureau by its short name: 城管局, 卫健局."""
_ADVISER = re.compile("法律顾问(?!处)")
_ADVICE = re.compile(
    "(?:协助|参与|参加|提供|解答|开展|举办|接受|接待|代|起草|拟定|草拟|撰写|审[查核]|修[改订]|出具|提出|调解|化解|列席|办理|上门|为(?!主)|围绕|就|向|对)"
    "[^,;。\\d]{0,24}?(?:咨询|文书|合同|协议|意见|建议|诉讼|案件|纠纷|讲座|宣讲|宣传|普法|民约|公约|谈判|论证|代书|代写|服务)(?!中心|[站所室点处队])"
)
"""What advisers do, in a clause that names nobody: 村居法律顾问解答咨询90人次;代写文书12份."""
HOUSE = re.compile(
    "(?:(?!每)[\u4e00-\u9fff]){1,10}(?:(?<![布格全结大邮当定时战])局|法院|检察院|公证处|司法所|支队|大队|[镇乡]政府)"
)
"""One office by its name."""
_OF_A_HOUSE = re.compile(
    r"\d{1,3}[名位](?=[\u4e00-\u9fff]{2})|被(?:申请|诉|提起|复议)|\d[\d,.]*[余多]?[万亿]?[余多]?(?:件|宗|起|份|次|场|批|卷|篇|%|元|人次)"
)
"""So many deeds, or of its people, right behind the name of a house are its own: 应诉24件,县水利局18件; 县检察院2名
检察官获评标兵."""


@dataclass(frozen=True, slots=True)
class Actor:
    """`start`:`end` in the text; `name` without place and number, as it may stand in a measure; `part`: after 其中."""

    start: int
    end: int
    name: str
    counted: bool
    part: bool


def actor_of(text: str, low: int, start: int, high: int, phrases: Phrases) -> Actor | None:
    """The actor that opens the segment `low`:`high`, its opening words ending at `start`; None where it opens with a
    verb, a preposition or no actor."""
    adverb = phrases.adverb.match(text, start)
    if (phrases.no_actor.match(text, start) and not _LIKE_NONE.match(text, start)) or (
        adverb and adverb[0] not in (*_THE_SAME, *_KINDS)
    ):
        return None
    those = _THOSE_THAT.match(text, start, high)
    named = named_places(text, start, high, phrases)
    if named and text.startswith(_BY_WHOM, named[1]):  # 北岭县由县政府集中办案: the county's, not its government's
        return _of_places(text, low, named)
    for end in _ends(text, those.end() if those else start, min(high, start + _FARTHEST), phrases):
        raw = text[start:end]
        if _NO_NAME.search(raw):
            return None
        place = phrases.here.match(raw) or _WIDER.match(raw)
        if place and (place[0] == raw or _TOLD_OF.match(raw, place.end())):  # 全镇|共52名
            continue
        name = _ALL.sub("", _NUMBER.sub("", phrases.here.sub("", raw)))
        part = _tells_part(text, low, start)
        return Actor(start, end, name.split("的")[-1] if "的" in name else name, bool(_NUMBER.search(raw)), part)
    return _of_places(text, low, named) if named else None


def _of_places(text: str, low: int, named: Span) -> Actor:
    """Places that open the segment at `low` by their names."""
    return Actor(*named, text[slice(*named)], counted=False, part=_tells_part(text, low, named[0]))


def _tells_part(text: str, low: int, start: int) -> bool:
    """Whether the words that open a segment announce parts of what was counted before it."""
    return text.find("其中", low, start) >= 0 or _PARTS_FOLLOW.search(text, max(0, low - _NEAR), low) is not None


def opening_of(text: str, low: int, high: int, phrases: Phrases, cutoff: re.Pattern[str] | None) -> tuple[int, bool]:
    """Where the words that open a segment end: list markers, years, cut-offs, 其中; and whether it speaks of the whole
    place again (全区…, 12348热线…) or of another time (截至11月底…). `cutoff` is None where no cut-off can stand."""
    start = _after_markers(text, low, high)
    time = cutoff.match(text, start, high) if cutoff else None
    anew = bool(time or phrases.here.match(text, start, high) or _HOTLINE.match(text, start, high))
    while cutoff and time:
        start = _after_markers(text, time.end(), high)
        time = cutoff.match(text, start, high)
    return start, anew


def in_person(name: str, deed: str) -> bool:
    """Whether a deed is one's own: of a leader, only what a person does; of an office, anything."""
    if not LEADER.search(name):
        return True
    return not _TO_SO_MANY.match(deed) and bool(_IN_PERSON.search(deed))


def goes_on_advising(text: str, actor: Actor, clause: int) -> bool:
    """Whether a clause that starts there goes on with what advisers did."""
    return _ADVISER.search(actor.name) is not None and _ADVICE.match(text, clause) is not None


def without_doer(measure: str) -> str:
    """A measure without the office that it names: 县水利局应诉 -> 应诉."""
    doer = HOUSE.match(measure)
    return measure[doer.end() :] if doer else measure


def _after_markers(text: str, low: int, high: int) -> int:
    opening = _OPENING.match(text, low, high)
    start = opening.end() if opening else low
    foremost = _FOREMOST.match(text, start, high)
    return foremost.end() if foremost else leads_to_most(text, start, high)


def _ends(text: str, start: int, stop: int, phrases: Phrases) -> Iterator[int]:
    """Where an actor that starts at `start` may end: after an actor word, before an adverb or a verb."""
    verb = phrases.verb.match(text, start, stop)
    if verb and not (phrases.noun_after_verb.match(text, verb.end()) or phrases.whole_noun.match(text, start)):
        return iter(())
    words = phrases.actor.finditer(text, start, stop)
    return (word.end() for word in words if _may_act(text, start, word, phrases))


def _stands_alone(text: str, start: int, word: re.Match[str], phrases: Phrases) -> re.Match[str] | None:
    """The comma behind an office that is named with its place, and speaks from then on: 县法律援助中心,全年接待…."""
    place = phrases.plain_opening.match(text, start) and not text[start].isdigit()
    house = word[0].endswith(_HOUSES) and word.end() - start >= _SHORTEST
    named = place and (house or word[0] == _OWN_LEVEL)
    return _COMMA.match(text, word.end()) if named else None


def _may_act(text: str, start: int, word: re.Match[str], phrases: Phrases) -> bool:
    """Whether a verb or an adverb, not a noun that begins like one, follows, and no verb stands inside."""
    if word[0] == _ORGANISE and text.endswith(_WHO_ORGANISES, start, word.start()):  # 全市组织走访: it is the verb
        return False
    named = bool(_NAME.fullmatch(text, start, word.start())) or (
        text.startswith(_IN_TURN, word.end()) and bool(_SHORT_NAMES.fullmatch(text, start, word.start()))
    )
    if word[0] in phrases.no_levels or (word[0] in _BARE_LEVELS and not named):
        return False
    if "县" in word[0] and not (named or _EACH.fullmatch(text, start, word.start())):
        return False
    if phrases.level.fullmatch(word[0]) and text[word.end() : word.end() + 1].isdigit():
        done = any(verb.end() == word.start() for verb in phrases.verb.finditer(text, start, word.start()))
        return (named and not done) or word[0].endswith(_OWN_LEVEL)  # 系统梳理街道6项职责: the street is no actor
    following = (
        phrases.after_actor.match(text, word.end())
        or _THEN.match(text, word.end())
        or (LEADER.search(word[0]) and _IN_PERSON.match(text, word.end()))
        or _SO_OFTEN.match(text, word.end())
        or AT_THE_TOP.match(text, word.end())
        or (_YEAR_AFTER_YEAR.match(text, word.end()) if named else None)
        or _stands_alone(text, start, word, phrases)
        or (HOUSE.fullmatch(text, start, word.end()) and _OF_A_HOUSE.match(text, word.end()))
        or (_by_its_room(text, word.end(), phrases) if named else None)
    )
    if _FOUNDED.match(text, word.end()):
        return False
    if text[word.end() : word.end() + 1] in _JOINTS or text.find(_WHERE, start, word.start()) > start:
        return False
    if not following or (following[0] not in _NO_NOUNS and phrases.noun_after_verb.match(text, word.end())):
        return False
    verb = phrases.verb.match(text, word.end())
    if verb and makes_noun(text, verb, phrases):
        return False
    plain = phrases.plain_actor.fullmatch(word[0]) and not _BUREAU.fullmatch(text, start, word.end())
    if plain and not phrases.plain_opening.match(text, start):
        return False
    if any(
        len(adverb[0]) > 1 and adverb[0] not in _KINDS for adverb in phrases.adverb.finditer(text, start, word.start())
    ):
        return False  # 我镇积极联同司法所: what it did has begun
    return all(
        verb[0] in phrases.noun_verbs or (verb.end() == word.start() and _names_a_house(verb[0], word[0], phrases))
        for verb in phrases.verb.finditer(text, start, word.start())
    )


def _by_its_room(text: str, end: int, phrases: Phrases) -> re.Match[str] | None:
    """What a town's room with a name of its own does: 东河镇“老马调解室”化解纠纷9件."""
    room = _ROOM.match(text, end)
    return phrases.after_actor.match(text, room.end()) if room else None


def _names_a_house(verb: str, word: str, phrases: Phrases) -> bool:
    """Whether a verb says what a house is for: 县诉调对接中心, 县矛盾化解中心; not 县建成中心."""
    return word in _HOUSES and verb not in phrases.light
