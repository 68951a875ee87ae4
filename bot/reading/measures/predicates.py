"""What is said of a counted noun: 2个集体受到表彰 counts 受到表彰的集体, 组织干部签订承诺书50份 counts 签订承诺书.

A phrase is read forward once: the first verb that opens a predicate ends the noun before it.
"""

from __future__ import annotations

import re

from bot.reading.measures.places import PLACES
from bot.reading.vocabulary.phrases import (
    BODY,
    KINDS_OF_BODIES,
    makes_noun,
    starts_predicate,
    verb_at_end,
    verb_at_start,
)
from bot.reading.vocabulary.phrasewords import Phrases

_BETWEEN = re.compile(
    "(?:[,均都共已还也]|予以|加以|(?<=[镇村区县乡街道位门所校业])各|累计|全部|全面|普遍|目前|正在|有望|(?<=[\u4e00-\u9fff]{2})(?<![集高初其途])中|持续|先后|正式|超额|提前|如期|按时|圆满|顺利|基本|统一|及时|全程|全年|年内|当年|逐[件一项条个]|单独|联合|成功|分别|依法|依规|按照?(?:有关|相关|法定)?(?:规定|程序|要求|计划|流程))+$"
)
_PREPOSITION = re.compile(
    "被(?!告|申请|害|执行|征收)|在(?!册|矫|岗|编|押|校|职|逃|建)|(?<![行作认])为(?!民)|对(?![象口接外标照比])|向(?!上)"
    "|仍|由|从(?!业|事)|(?<![已曾])经(?!济|营|费|验|办|开|贸|理|常)|(?<![可予])以(?!上|下|及|内|外|案|来)|通过|(?<!原)因(?![素地材人此为])"
    "|对[照标](?!表|检查)|深入(?!推进|开展|学习|贯彻|实施|落实|人心)|赴(?!任)|前往|(?<=[师员人警者问队团])到(?![位期案岗])"
)
_DENIED = re.compile("(?:仍|尚|还)?(?:未能?|没有|不再)$")
"""What is not or no longer done stays with what it denies: 4个问题|尚未整改."""
_NAMED_BY = re.compile("^被[^,]{2,12}?(?=命名|评为|评选|评定|确立|确定|认定|授予|列为|列入|推荐|表彰)")
_ONE_BY_ONE = ("逐一", "逐个", "逐项", "逐件", "一一", "分别")
"""What only a deed has before it, not the name of a work: 23个科室逐一|考评."""
_FIELDS = ("行政", "刑事", "民事", "治安")
_AT = "在"
_ORGANISING = ("组织", "举办", "开展")
_WHERE = re.compile("在(?![册矫岗编建职校读逃押])")
_SHOWN = re.compile("主动公开.")
_PUBLISHED = re.compile("媒体|[报网刊台]|会议|公众号|平台")
_OFFICE_AT_END = re.compile("(?:[院局站室处]|(?<!场)所|中心|监狱)$")
_PERSONS = re.compile("人员|对象|同志|[人者](?!民)")
_SHOWING_HOW = "示范"  # 示范创建
_ATTRIBUTES, _MEETING = ("涉及", "涵盖"), re.compile("(?:征求|论证|听取)[^、]{0,4}会(?=$|、)")
"""What verbs say of a noun behind them (办理涉及民生的案件), and meetings named by what they are for."""
_CASES_LOST = re.compile("(?:败诉|胜诉|纠错|撤诉)案件")
GOT = re.compile("(?:收到|接到|收集到|征集到)(?=..)")
"""What came in is what goes on: 草案公开征求意见收到|反馈90条,采纳30条."""
_IN_ALL = ("总数", "场次", "批次")
_DUE = ("应", "应当", "实际", "须", "负责人", "领导")
"""Who did or ought to do something is nothing that it is done with: 负责人应|出庭66件,败诉3件."""
_ANY_CASES = "案件"
_PAPER = re.compile("》$|(?:方案|规划|计划|要点|意见|清单)$")
"""What lays down work: its tasks are no others."""
_HOW_IT_GOES = re.compile(
    "(?:推进|建设|落实|执行|实施|整改|开展|运行|完成|进展|工作|的){0,4}(?:情况|进展|进度|成效|态势)(?!通报|反馈|[汇报]报)"
)
"""What makes of the verb before it the name of how something goes: 改革推进情况, 整改落实进展."""
_GOING_ON = frozenset(
    (
        "推进",
        "建设",
        "落实",
        "执行",
        "实施",
        "整改",
        "开展",
        "运行",
        "完成",
        "贯彻",
        "创建",
        "防控",
        "化解",
        "办理",
        "改造",
        "履行",
        "推行",
        "管理",
    )
)
_NO_NOUN_END = ("的", "、", "和", "及", "与", "或", "将", "把")
_SHORT_NOUNS = frozenset("所村镇乡县区市")
SHORTEST_NOUN, LONGEST_NOUN, LONG_LIST, SHORTEST_DONE = 2, 24, 8, 3


def without_in_all(phrase: str) -> str:
    """律师总数 -> 律师: how many there are in all is no more than they."""
    return phrase[:-2] if len(phrase) > 3 and phrase.endswith(_IN_ALL) else phrase


def noun_and_predicate(phrase: str, phrases: Phrases, *, governed: bool = False) -> tuple[str, str]:
    """The noun that opens a phrase and what is said of it; the second is "" where nothing is.

    A noun `governed` by a preposition (为5个乡镇配备) has something done to it: any verb of two characters ends it.
    """
    if starts_predicate(phrase, phrases) and not phrases.noun_verb.match(phrase):
        return phrase, ""
    shortest = 1 if phrase[:1] in _SHORT_NOUNS else SHORTEST_NOUN
    for verb in phrases.saying.finditer(phrase, shortest):
        at = verb.start()
        doing = governed or phrase.endswith(_AT, 0, at)  # 经验做法在全省|推广
        if verb[0] not in phrases.predicating and not (doing and _does(phrase, verb, phrases)):
            continue
        if at > LONGEST_NOUN or "的" in phrase[:at]:
            break
        if (
            inside_marks(phrase, at)
            or makes_noun(phrase, verb, phrases)
            or _CASES_LOST.match(phrase, at)
            or (phrase.startswith(BODY, at) and phrase.endswith(KINDS_OF_BODIES, 0, at))
            or (verb.end() == len(phrase) and len(verb[0]) < 2)
        ):
            continue
        works = verb_at_end(phrase[:at], phrases) if phrase[at - 1] in phrases.verb_ends else ""
        if works in phrases.noun_verbs and PLACES.search(phrase[: at - len(works)]):  # 8个单位|述职评议
            at -= len(works)
        preposition = _PREPOSITION.search(phrase, shortest, at)
        start = preposition.start() if preposition else at
        denied = _DENIED.search(phrase, shortest, start)
        start = denied.start() if denied and not preposition else start
        noun = _BETWEEN.sub("", phrase[:start])
        if len(noun) >= shortest and not noun.endswith(_NO_NOUN_END):
            for_nobody = phrase[start] in "为向对给在" and phrases.verb.match(phrase, start + 1)
            return noun, _NAMED_BY.sub("被", phrase[start + 1 :] if for_nobody else phrase[start:])
        break
    return phrase, ""


_TO_SUCH = re.compile("^(?:面向|针对|[为向对])[^、等]{2,12}等(?:群体|人员|对象|人群)?(?=..)")
"""Some of those whom it was done for, before what was done: 面向农民工、老年人等|办理公证."""


def without_list_of_receivers(phrase: str, phrases: Phrases) -> str:
    """对决策、文件、合同开展全流程审查 -> 开展全流程审查: a list of what it was done to says too much."""
    if (such := _TO_SUCH.match(phrase)) and phrases.verb.match(phrase, such.end()):
        return phrase[such.end() :]
    receivers, done = noun_and_predicate(phrase[1:], phrases, governed=True) if phrase.startswith("对") else ("", "")
    return done if done and len(receivers) > LONG_LIST and "、" in receivers else phrase


def without_where(phrase: str, phrases: Phrases) -> str:
    """在重点领域部署开展整治 -> 部署开展整治: where it was done says less, unless it is an office or a paper."""
    if not _WHERE.match(phrase):
        return phrase
    if (shown := _SHOWN.search(phrase)) and shown.start() > 3:
        return phrase[shown.start() :]
    if _PUBLISHED.search(phrase):
        return phrase
    where, done = noun_and_predicate(phrase[1:], phrases, governed=True)
    return phrase if _OFFICE_AT_END.search(where) else done or phrase


def last_done(phrase: str, phrases: Phrases) -> str:
    """The last thing that an overlong phrase says to be done: 结合整治优化服务事项 -> 优化服务事项."""
    done = run = ended = 0
    for verb in phrases.verb.finditer(phrase):
        run = run if verb.start() == ended > 0 else verb.start()  # 学习贯彻 is one deed
        nominal = len(verb[0]) < 2 or (verb.start() > 0 and _names_work(phrase, verb, phrases))
        ended = 0 if nominal else verb.end()
        long_enough = len(phrase) - verb.end() >= SHORTEST_DONE
        attribute = verb[0] in _ATTRIBUTES or _MEETING.match(phrase, verb.start())
        if long_enough and not attribute and _does(phrase, verb, phrases) and not inside_marks(phrase, verb.start()):
            done = run
    return phrase[done:]


def done_with(phrase: str, phrases: Phrases) -> str:
    """重大疑难纠纷受理 -> 重大疑难纠纷: with what something was done, where the verb stands behind it; "" where only
    who did it stands there."""
    if GOT.search(phrase, 2):
        return phrase
    maker, made = noun_and_predicate(phrase, phrases, governed=True)
    if not made and "的" in phrase:  # 设区的市|新制定地方性法规
        made = last_done(phrase, phrases)
        maker = phrase.removesuffix(made)
    if len(maker) > 2 and 0 < (verb := verb_at_start(made, phrases)) < len(made):  # 设区的市制定|地方性法规
        thing = made[verb:].lstrip("、和及")
        if thing == _ANY_CASES and not maker.endswith(_DUE):  # 农民工讨薪案件
            return phrase
        return maker + thing if _PAPER.search(maker) and thing in phrases.general else thing  # 《方案》涉及|任务
    done = verb_at_end(phrase, phrases)
    plain = len(done) > 1 and not done.endswith(tuple(phrases.noun_verbs))
    with_what = phrase[: -len(done)] if plain and len(phrase) - len(done) > 2 else phrase
    if with_what == phrase or with_what.endswith(_DUE):
        return "" if with_what.endswith(_DUE) else phrase
    return with_what.removeprefix("对").removesuffix("全部")  # 提案|全部办复


def inside_marks(phrase: str, at: int) -> bool:
    """Whether a place stands inside a quotation or a title."""
    return any(phrase.count(a, 0, at) > phrase.count(b, 0, at) for a, b in ("“”", "《》"))


def _names_work(phrase: str, verb: re.Match[str], phrases: Phrases) -> bool:
    """Whether a verb may be the name of a work, for all that stands before it."""
    return verb[0] in phrases.noun_verbs and not phrase.endswith(_ONE_BY_ONE, 0, verb.start())


def _does(phrase: str, verb: re.Match[str], phrases: Phrases) -> bool:
    """Whether a verb is no part of a noun."""
    plain = len(verb[0]) > 1 and not _names_work(phrase, verb, phrases)
    plain = plain and not phrase.endswith(_FIELDS, 0, verb.start())
    if verb.start() and verb[0] in _GOING_ON and _HOW_IT_GOES.match(phrase, verb.end()):
        return False
    plain = plain and not phrase.endswith(_SHOWING_HOW, 0, verb.start())
    return plain and not makes_noun(phrase, verb, phrases) and not _PERSONS.match(phrase, verb.end())


def without_organised(phrase: str, phrases: Phrases, *, event: bool = False) -> str:
    """组织干部签订承诺书 -> 签订承诺书: who was sent to do it says less than what was done. Taking part (组织干部参加
    考试) stays as it is, since it is they who count, unless an `event` is counted (组织干部参加旁听活动1次)."""
    organised = phrases.organising.match(phrase)
    if not organised:
        return phrase
    predicate = noun_and_predicate(phrase[organised.end() :], phrases)[1]
    return predicate if predicate and (event or not predicate.startswith(tuple(phrases.joining))) else phrase


def says_itself(noun: str, phrases: Phrases) -> bool:
    """Whether a noun has a verb and its object behind it (热线接听来电): such a clause borrows no verb."""
    return any(
        (len(verb[0]) > 1 or verb[0] == "讲")
        and verb[0] not in phrases.noun_verbs
        and len(noun) - verb.end() > 1
        and (verb[0] in _ORGANISING or not phrases.noun_after_verb.match(noun, verb.end()))
        for verb in phrases.verb.finditer(noun, 2)
    )
