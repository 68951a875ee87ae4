"""Small operations on phrases: taking off what adds nothing to a measure, and seeing verbs at an edge.

All loops go forward through a phrase once; no pattern here can backtrack over it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.reading.vocabulary.asides import ANY_SIGN, ANYWHERE, IN_FRONT
from bot.reading.vocabulary.phrasewords import Phrases

_GOVERNING = re.compile(
    r"(?:各?(?:设区市|[省市县区州])(?:委|党政|政府|司法局)(?:法制办|办公室)?[、和与及]?)+"
    "(?:主要)?(?:负责同志|领导(?:同志)?|负责人)?(?:受[^,、]{2,8}委托)?"
)
"""Party and government of a place as the doers: the report is theirs."""
_MARKER = re.compile(
    r"[ \t]*(?:【[^【】]{1,20}】[ \t]*|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:[.、](?!\d)|、(?=20\d\d)))"
)
_AS_PARTY = re.compile("以[^,]{1,24}?作?为(?:共同)?(?:被申请人|被告|原告|第三人|申请人)")
_SAME_DIRECTION = re.compile(r"(进[^、,和]{1,6})(?:(?:、|和)进[^、,和]{1,4})+")
_LED = ("计划", "牵头")
_AND_WHAT_GOES_WITH = re.compile("(?<=[\u4e00-\u9fff]{2})(?:以及|[及和])(?:与之|其(?![他它余]))(?:相关|配套|有关)?")
_AND_SOME_MORE = re.compile("(?:以及|[、和及])(?=[一二两三四五六七八九十]个)")
JOINT = re.compile("以及|、|和(?![解谐平])|(?<![涉惠波普触遍])及(?![时格])|并(?!案)")
"""What stands between the items of a list."""
_ENDING_JOINTS, _ENDING_LIKE_A_JOINT = ("、", "和", "及", "与", "或"), ("涉及", "惠及", "波及", "普及", "触及", "遍及")
_LEADING_ON = re.compile("[对向为给将把]$")
_PLACES = tuple("各省市县区州设")
_CAMPAIGNS = ("活动", "行动")
_DOING = re.compile("(?:组织)?(?:开展|进行|举办)(?=..)|(?<=等)(?:组织|发布|推送|刊发)(?=..)")
_WAYS = re.compile("(?:方式|形式|途径)(?:结案|终止|办结|审结|处理|化解|解决)")
_BY_WAY = re.compile("^(?:通过|采取|以|运用)")
_MANY_NAMES = 3
_AS = re.compile("(?<=[\u4e00-\u9fff]{2})作为(?![^,;。]{0,8}(?:被告|申请人|第三人|原告))")  # 聘请5名专家作为成员
_LIST_AT_END = re.compile("(?:[、和]|(?<!涉)及|(?<!参)与)+$")
_MEANWHILE = re.compile("的(?:基础上|同时|情况下|前提下|过程中)$")
_UPON = "依"  # 依申请, 依职权: upon what, no deed
_AT = ("在", "由", "从", "向", "为", "对")
_AMONG_THEM = re.compile("(?<=..)(?<![集高初其途])中$")  # 170个司法所中
_MAINLY = re.compile(
    "以[^,;]{2,40}?(?:为主|为主体|为重点|为核心|命名)的|以(?:本|自身|自己|其)[^,;]{0,6}名义|包括[^,;]{2,20}?在内的?"
)
_OF_WHAT_KIND = ("涉及", "涵盖")
_OFFICES_THERE_ARE = ("司法所有", "律所有", "律师所有", "事务所有", "服务所有", "鉴定所有")
"""达标的司法所|有86所: no 所有."""
_PAPER = re.compile("(?:通知|意见|建议|告知|决定|提示|提醒)[书函单]")
_ENDING_SO = ("行为", "作为", "核对", "方向", "结对")
_ANY_SERVICE = re.compile("[^法]{0,2}(?:服务|活动|宣传|培训|课程)|(?:突出|共性|主要)问题")
_LONGEST_LIST, _SHORTEST_NAME, _SHORTEST_KIND = 24, 3, 2
_EDGES = " \t,;:、。-—"
_MAKING, _BEFORE_MAKING = "作", frozenset("工合运操动协创制写")
"""作 is a verb, but no end of 工作 and the like is."""
BODY, KINDS_OF_BODIES = "组织", ("党", "调解", "社会", "行业", "自治", "群团")
"""What makes a noun of 组织 behind it: 210个|调解组织排查纠纷."""
BODIES = tuple(kind + BODY for kind in KINDS_OF_BODIES)
_REMEMBERED = 128
"""The words around a figure are looked at by several stages in a row."""


def ends_with_joint(words: str) -> bool:
    """Whether words end where a further item of a list follows (律师和), not with a word that ends so (涉及)."""
    words = words.rstrip()
    return words.endswith(_ENDING_JOINTS) and not words.endswith(_ENDING_LIKE_A_JOINT)


def ends_with_verb(phrase: str, phrases: Phrases) -> bool:
    """Whether the phrase ends with a verb that can govern what follows (了 allowed)."""
    return bool(verb_at_end(phrase, phrases))


def verb_at_end(phrase: str, phrases: Phrases) -> str:
    """The run of verbs that ends the phrase, "" if none: 向群众宣传推送 -> 宣传推送."""
    stop = len(phrase.rstrip("了 "))
    start = stop
    while start > 0 and phrase[start - 1] in phrases.verb_ends and not phrase.endswith(BODIES, 0, start):
        for length in range(min(8, start), 0, -1):
            if phrase[start - length : start] in phrases.verbs:
                start -= length
                break
        else:
            break
    if 0 < start < stop and phrase[start] == _MAKING and phrase[start - 1] in _BEFORE_MAKING:  # 抽查工作|邀请
        start += 1
    return phrase[start:stop]


@lru_cache(maxsize=_REMEMBERED)
def verb_at_start(phrase: str, phrases: Phrases) -> int:
    """How many characters of verbs (joined by 和, 并, 、 or not at all) begin the phrase."""
    at = end = 0
    while verb := phrases.verb.match(phrase, at):
        if makes_noun(phrase, verb, phrases) or (at and phrases.noun_after_verb.match(phrase, verb.end())):
            break
        if at and (
            verb[0] in _OF_WHAT_KIND or _PAPER.match(phrase, verb.end())
        ):  # 清理|涉及民生的文件, 下达|整改通知书
            break
        if phrase[:end] in phrases.light and (verb[0] in phrases.noun_verbs or phrase.endswith(_CAMPAIGNS)):
            break  # 开展督察, 办理公证, 开展送法进校园活动: what was held
        at = end = verb.end()
        if phrase[at : at + 1] in ("了", "并", "和", "、"):
            at += 1
            end = at if phrase[at - 1] == "了" else end
    return end


def makes_noun(phrase: str, verb: re.Match[str], phrases: Phrases) -> bool:
    """Whether a verb only begins a noun: 调解员, 公证机构, 成功率, 讲座; not 培训人员, 出具书面意见."""
    if verb.start() and phrase[verb.start() - 1] == _UPON:
        return True
    if phrases.noun_ending.match(phrase, verb.end()) or phrases.whole_noun.match(phrase, verb.start()):
        return True
    return verb[0] in phrases.noun_verbs and bool(phrases.compound.match(phrase, verb.end()))


def starts_predicate(phrase: str, phrases: Phrases) -> bool:
    """Whether the phrase opens with a verb or an adverb rather than a noun: 主动汇报, 参加了培训, 投入使用."""
    stripped = phrase.lstrip(" ”")
    adverb = phrases.leading.match(stripped)
    verb = phrases.verb.match(stripped)
    if verb and phrases.noun_after_verb.match(stripped, verb.end()):
        return False
    return bool(verb or adverb)


def verbs_only(phrase: str, phrases: Phrases) -> bool:
    """Whether nothing but verbs and adverbs is left: 已审结, 立案受理."""
    at = 0
    while at < len(phrase):
        step = phrases.verb.match(phrase, at) or phrases.leading.match(phrase, at)
        if not step:
            return False
        at = step.end()
    return bool(phrase)


@lru_cache(maxsize=_REMEMBERED)
def bare(phrase: str, phrases: Phrases) -> str:
    """The phrase without list markers, years, places, adverbs in front and connecting words behind."""
    if not phrase:
        return ""
    marker = _MARKER.match(phrase)
    phrase = phrases.here.sub("", phrase[marker.end() :] if marker else phrase)
    if ANY_SIGN.search(phrase):
        phrase = ANYWHERE.sub("", phrase)
    phrase = _MAINLY.sub("", phrase) if "以" in phrase or "在内" in phrase else phrase
    phrase = _SAME_DIRECTION.sub(r"\1", phrase) if "进" in phrase else phrase
    in_front = IN_FRONT.match(phrase)
    phrase = phrase[in_front.end() :] if in_front else phrase
    governing = _GOVERNING.match(phrase) if phrase[:1] in _PLACES else None
    if governing and (done := without_leading(phrase[governing.end() :], phrases)):
        phrase = done if verb_at_start(done.removeprefix("专题"), phrases) else phrase
    phrase = phrases.beneficiary.sub("", phrase)
    phrase = without_leading(phrase.strip(_EDGES), phrases)
    if phrase.startswith(_LED) and phrases.verb.match(phrase, len(_LED[0])):  # 牵头召开, 计划出台
        phrase = phrase[len(_LED[0]) :]
    return without_trailing(phrase, phrases)


def governs(name: str) -> bool:
    """Whether a doer is party and government of the place together, or who leads them."""
    return ("、" in name or "主要" in name) and bool(_GOVERNING.fullmatch(name))


def without_leading(phrase: str, phrases: Phrases) -> str:
    """The phrase without adverbs in front; a longer verb at the same place wins (达成 is no 达)."""
    at = 0
    while adverb := phrases.adverb.match(phrase, at):
        verb = phrases.verb.match(phrase, at)
        behind = phrases.verb.match(phrase, adverb.end())
        longer = verb and verb.end() > adverb.end() and not (behind and behind.end() > verb.end())  # 共|建成
        if longer or phrases.not_adverb.match(phrase, at):
            break
        at = adverb.end()
    return phrase[at:]


def without_trailing(phrase: str, phrases: Phrases) -> str:
    """The phrase without 达, 为, 共计, 约 … at its end, unless they end a word (收到, 民约, 行为)."""
    while phrase:
        phrase = phrase.rstrip(_EDGES + "(")
        word = phrases.trailing.search(phrase) if phrase[-1:] in phrases.trailing_ends else None
        whole = phrase.endswith(phrases.whole_endings) and not phrase.endswith(_OFFICES_THERE_ARE)
        if not word or word.start() == word.end() or whole:
            return phrase
        verb = verb_at_end(phrase, phrases)
        if len(verb) > len(word[0]) and word[0] not in ("分别", "累计"):
            return phrase
        phrase = phrase[: word.start()]
    return phrase


def without_examples(phrase: str, phrases: Phrases) -> str:
    """聚焦燃气、供水等重点领域 -> 聚焦重点领域: examples before 等 say less than the noun after it, unless that says
    nothing alone (举办讲座、咨询等活动)."""
    at = phrase.rfind("等")
    if at < 0 or at + 1 >= len(phrase) or phrase.startswith(("等级", "等次"), at):
        return phrase
    if done := _DOING.search(phrase, at + 1):  # 通过座谈、培训等开展学习; 围绕宪法、民法典等重点内容开展培训
        return phrase[done.start() :]
    if _WAYS.match(phrase, at + 1):  # 通过调解、和解等方式结案: the ways are what tells it apart
        return _BY_WAY.sub("", phrase)
    if phrase.count("”", 0, at) >= _MANY_NAMES and phrase[at - 1] == "”":
        return phrase[: verb_at_start(phrase, phrases)] + phrase[at + 1 :]
    first = phrase.find("、")
    *_, held = (None, *_DOING.finditer(phrase, 0, at))
    if held and 0 < first < held.start() and phrase.startswith("“", held.end()):  # 邀请专家、法官开展“以案释法”等讲座
        return without_examples(phrase[held.start() :], phrases)
    if (first < 0 or first > at) and phrase[at - 1] not in "”》":
        return phrase
    if first < 0 or first > at:
        first = max(phrase.find("“"), 0)
    ahead = verb_at_start(phrase, phrases)
    if ahead > first and (only := phrases.verb.match(phrase)) and only.end() < first:  # 作出|撤销、变更等纠错决定
        ahead = only.end()
    kind, verb = phrase[at + 1 :], phrase[:ahead] or _up_to_verb(phrase[:at], first, phrases)
    if not says_little(kind, phrases):
        return verb + kind if verb else phrase[:first] + "等" + kind
    whole = phrase[phrase.index(verb) :]
    items = whole[len(verb) :].removesuffix("等" + kind)
    return whole if len(whole) <= _LONGEST_LIST else verb + re.split("[、和及]", items)[0] + "等" + kind


def says_little(kind: str, phrases: Phrases) -> bool:
    """Whether the noun behind examples tells nothing without them: (信访、咨询等)服务, (座谈、讲座等)活动."""
    return len(kind) <= _SHORTEST_KIND or kind in phrases.general or bool(_ANY_SERVICE.fullmatch(kind))


def _up_to_verb(phrase: str, first: int, phrases: Phrases) -> str:
    """What opens a list whose `first` item ends there, up to the verb that governs it: 律师参与|决策、执法; 常委会、
    常务会研究|改革、环境, where the nouns before the verb are a list too and say less."""
    for verb in phrases.verb.finditer(phrase, 2):
        if len(verb[0]) > 1 and verb[0] not in phrases.noun_verbs and not makes_noun(phrase, verb, phrases):
            return phrase[: verb.end()] if verb.start() < first else verb[0]
    return ""


def without_listed(phrase: str, phrases: Phrases) -> str:
    """修订道路管理、水源保护|2部法规 -> 修订: names listed before a number say less than the noun behind it.
    A list of verbs (制定、修订) stays."""
    verb = verb_at_start(phrase, phrases)
    names = phrase[verb:].split("、")
    listed = verb and len(names) > 1 and all(len(name) >= _SHORTEST_NAME for name in names)
    somewhere = names[0].startswith(_AT) and verb_at_end(names[-1], phrases)  # 推动在律所、鉴定机构成立|153个党支部
    listed = listed and not somewhere
    return phrase[:verb] if listed and not any(verbs_only(name, phrases) for name in names) else phrase


def counted_noun(words: str, phrases: Phrases) -> str:
    """The words behind a number without examples, joints and a preposition that only leads on (单位|对122卷案卷)."""
    words = _AND_SOME_MORE.split(_AND_WHAT_GOES_WITH.split(words)[0])[0].split("以及")[0]
    noun = without_trailing(without_examples(_LIST_AT_END.sub("", words), phrases), phrases)
    noun = _AMONG_THEM.sub("", _AS.split(_MEANWHILE.sub("", noun))[0]).removesuffix("之一").removesuffix("等")
    return noun if noun.endswith(_ENDING_SO) else _LEADING_ON.sub("", noun)


def without_way(phrase: str, phrases: Phrases) -> str:
    """依托平台向群众推送信息 -> 推送信息: by what means says less than what was done."""
    way = phrases.way.match(phrase)
    if not way or _AS_PARTY.match(phrase):
        return phrase
    done = ended = 0
    for verb in phrases.verb.finditer(phrase, way.end() + 2):
        inside_noun = verb.start() == ended and phrases.compound.match(phrase, ended)  # 调解组织
        ended = verb.end() if verb[0] in phrases.noun_verbs else 0
        nominal = inside_noun or ended or makes_noun(phrase, verb, phrases)
        if len(verb[0]) > 1 and len(phrase) - verb.end() > 1 and phrase[verb.end()] != "的" and not nominal:
            done = verb.start()
    return phrase[done:]


def written_out(phrase: str, phrases: Phrases) -> str:
    """The phrase with short forms written out (社矫 -> 社区矫正)."""
    return phrases.short_form.sub(lambda match: phrases.short_forms.get(match[0], match[0]), phrase)
