"""What is done to, for or at a counted noun behind a preposition: 为5个乡镇配备记录仪9台.

The first number counts those to whom it is done (配备记录仪的乡镇), the second only what is done (配备记录仪).
"""

from __future__ import annotations

import re

from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, Draft
from bot.reading.measures.places import PLACES
from bot.reading.measures.predicates import inside_marks, last_done, noun_and_predicate
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.phrases import (
    counted_noun,
    ends_with_joint,
    starts_predicate,
    verb_at_end,
    verb_at_start,
    without_examples,
)
from bot.reading.vocabulary.phrasewords import Phrases

LONGEST_SAID, LONG_SAID, SHORTEST_SAID = 26, 14, 4
_JOINT = re.compile("、")
_THROUGH = re.compile("^(?:通过|依托|利用|借助)[^,]{2,16}?(?:平台|方式|形式|渠道|系统|机制)(?=..)")
_AND_ALSO = re.compile("(?<!”)暨")
_LIGHTLY = re.compile("^(?:进行|予以|加以|给予)(?:了)?(?:严格|全面|深入|认真|及时|严肃|集中|逐一)(?=..)")
"""What adds nothing before what is done: 进行严格督办落实."""
_PREPOSITION = re.compile(
    "(?:(?<![作认成分因行均额数量率比度价款])[为向给在从]|(?<![面应核比绝])对|(?<![达收接受感得遇做提直涉大长展加高升少低短减增充伸整拓])到|赴|走进|走入|前往)(?:[镇乡区市县]内|辖区内?|全[省市区县镇乡]|我[省市区县镇]|广大)?$"
)
_FARTHEST, _LITTLE = 6, 2
FIGURE = re.compile(
    r"(?<!\d)(?!\d{4}年)\d[\d.,]*[余多]?[万亿]?[余多]?"
    r"(?:个|件|宗|名|人|家|次|场|份|项|条|起|台|套|册|期|批|本|卷|元|处|间|所|天|年|篇|部|户|幅|例|大?类|%)?次?(?:以[上下内]|左右)?"
)
"""A number with its unit, between words that are read as one phrase."""
_ROW_OF_FIGURES = re.compile(f"{FIGURE.pattern}(?:[、和及](?:{FIGURE.pattern}))*+")
_NEXT_SEGMENT, _AT = re.compile(r"(?:全部|全面|均|都)?([^,;。:\n]{2,60})(?=[,;。\n]|$)"), "在"
_NOT_BY_ALL = re.compile(
    "其中|其余|将|拟|计划|打算|准备|预计|力争|争取|尚|未|没有|无|仍|仅|只|的有|[已还另]有|由|对其|被|需|应当|要求|部分|大多"
)
"""What some of those counted did, what is meant to be done, or what others did to them."""
_AMOUNT = re.compile(r"\d+(?:\.\d+)?")
_ABOUT = re.compile(
    "(?:在[^,]{2,14}?[上中])?(?:分别|先后)?[就对]([^,]{2,20}?)(?:进行|开展)了?(?:深入|全面|集中|专题|系统)?([^的、]{2,4})"
)
"""Of what something was done: 就渔港管理条例开展集中讲解."""
_EACH = re.compile(r"[^,。;、\d]{1,10}?(?:均|都)(?![衡市])")
"""What each of those counted did is said of them all: 12个司法所均配备2名工作人员."""
_AND_OTHERS = re.compile(r",\d+[余多]?[人名](?![次均])[^,。;\n]{0,60}")
"""Those who did it there, in the next segment: 全市90个单位,5000人参加考试."""
_TOWARD, _GIVING = ("为", "向", "对", "给"), "给予"
_NONE = ("零", "无", "未", "没有")
_ALREADY = ("已", "正在", "尚未", "未")
_DONE_AT_END = re.compile(r"(?:进行|开展|予以|加以)(?:了)?([^,、;\d的]{2,12})(?=[,;。]|$)")
_OF_MATTERS = ("件", "宗", "条", "份", "项", "起")
_OPINIONS = ("意见", "建议")
_COUNTING_PERSONS = ("人", "名", "位", "人次")
_ONLY_REACHING = ("涉及", "覆盖", "惠及", "服务", "下辖")
_CASES, _OF_CASES = "案件", ("件", "宗", "起")


def governed(text: str, span: Span) -> bool:
    """Whether the words of a span end with a preposition that governs what follows."""
    return preposition(text, span) >= 0


def preposition(text: str, span: Span) -> int:
    """Where the preposition begins that ends the words of a span and governs what follows; -1 for none."""
    words = text[max(span[0], span[1] - FAR) : span[1]].rstrip()[-_FARTHEST:]
    found = _PREPOSITION.search(words)
    return text.rindex(words, span[0], span[1]) + found.start() if found else -1


def done_to(text: str, local: Local, wording: Wording, *, opens: bool) -> tuple[str, str]:
    """The counted noun and what is done to it, or, where its number `opens` the segment and it is a place or an office,
    what it does, over further figures too (6个司法所共为258名对象佩戴设备); "" where nothing is."""
    start, end, phrases = local.numeral.end, local.segment[1], wording.phrases
    if local.predicate != (0, 0) and governed(text, local.left):  # 对12个县局、23个科室|逐一考评
        noun, said = wording.tidy(text[slice(*local.right)]), wording.tidy(text[slice(*local.predicate)])
        return (noun, plainly_done(said)) if PLACES.search(noun) and verb_at_start(said, phrases) else ("", "")
    place = _place_counted(text, local, wording) if opens else ""
    if PLACES.search(place) and local.right[1] == end and (others := _AND_OTHERS.match(text, end)):
        end = others.end()
    goes_on = bool(place) and local.right[1] < end
    if local.predicate != (0, 0) or not (goes_on or governed(text, local.left) or _EACH.match(text, start, end)):
        return "", ""
    if local.right[0] == local.right[1]:
        return "", ""
    words = wording.tidy(_ROW_OF_FIGURES.sub("", text[start : min(end, start + FAR)]))
    if ends_with_joint(text[start : local.right[1]]):  # 对9个镇、27个部门的法治建设情况开展督查
        noun, said = wording.tidy(text[slice(*local.right)]), last_done(words[words.rfind("的") + 1 :], phrases)
        return (noun, said) if PLACES.search(noun) and said != words and len(said) <= LONGEST_SAID else ("", "")
    words = words.replace(f"{place}的", place, 1) if place else words
    if goes_on and not words.startswith(place):  # 60个部门|共梳理出权力事项
        words = place + words
    if local.numeral.unit in _OF_MATTERS:
        words = _behind_clause(words, text.startswith(_ALREADY, start), phrases)
    noun, said = noun_and_predicate(words, phrases, governed=True)
    if place and noun.endswith(_NONE):  # 12个部门|零败诉: what they did not do
        return place, noun[len(place) :] + said
    noun = place if goes_on and noun.startswith(place) else without_examples(noun, phrases).removesuffix("等")
    said = plainly_done(what_is_done(said, phrases))
    first, joint, _ = noun.partition("和")  # 对18个县政府和开发区管委会开展督查
    noun = first if joint and (PLACES.search(first) or first.endswith("政府")) else noun
    if local.numeral.unit in _OF_CASES and (case := noun.find(_CASES)) > 0:  # 对5件败诉案件责任人提出意见
        noun = noun[: case + len(_CASES)]
    return (noun, said) if said and len(said) <= LONGEST_SAID and verb_at_start(said, phrases) else ("", "")


def done_next(text: str, local: Local, left: str, wording: Wording) -> Draft | None:
    """全县120所学校,配备法治副校长150名: how many places or offices there are says little; what they did is told behind
    the comma. None where nothing is."""
    start, stop = local.right
    alone = not left and stop == local.segment[1] and text.startswith(",", stop) and local.predicate == (0, 0)
    noun = wording.tidy(text[start:stop]) if alone and stop - start <= LONG_SAID else ""
    if not noun or governed(text, local.left) or not PLACES.search(noun) or verb_at_start(noun, wording.phrases):
        return None
    segment = _NEXT_SEGMENT.match(text, stop + 1)
    if not segment or _NOT_BY_ALL.search(segment[1]) or _fewer(segment[1], local):
        return None
    said = wording.tidy(FIGURE.sub("", segment[1]))
    if about := _ABOUT.fullmatch(said):
        said = about[2] + about[1][about[1].rfind("的") + 1 :]
    done = plainly_done(last_done(said, wording.phrases) if said.startswith(_AT) else said)
    if not 0 < verb_at_start(done, wording.phrases) < len(done) <= LONGEST_SAID:
        return None
    return Draft(f"{done}的{noun}", noun=noun)


def _fewer(words: str, local: Local) -> bool:
    """Whether words count some of those counted before them: 12个镇,|建成广场8个 may be told of eight of them."""
    if not local.numeral.unit:
        return False
    told = (figure[0] for figure in FIGURE.finditer(words) if figure[0].endswith(local.numeral.unit))
    amounts = (amount for figure in told if (amount := _AMOUNT.match(figure)))
    return any(float(amount[0]) < local.numeral.value for amount in amounts)


def _behind_clause(words: str, already: bool, phrases: Phrases) -> str:
    """公民提出的建议进行研究 -> 建议进行研究: what happened to papers before (`already`, or by its verb) says less than
    what was done to them now."""
    before, of, rest = words.rpartition("的")
    happened = of and (already or verb_at_end(before, phrases))
    return rest if happened and noun_and_predicate(rest, phrases, governed=True)[1] else words


def things_of(text: str, local: Local, left: str, wording: Wording) -> tuple[str, str]:
    """抽取9个执法部门39本案卷: the offices whose things the next number counts, and what is done to the things; ""
    where no number of things follows at once."""
    start, end, phrases = local.right[1], local.segment[1], wording.phrases
    verb, noun = verb_at_end(left, phrases), wording.tidy(text[slice(*local.right)])
    things = FIGURE.match(text, start, end)
    of_persons = things and things[0].endswith(_COUNTING_PERSONS)
    if (
        not verb
        or verb in _ONLY_REACHING
        or not things
        or of_persons
        or ends_with_joint(text[max(0, start - FAR) : start])
    ):
        return "", ""
    owner, of, own = noun.rpartition("的")
    if of and own.endswith(_OPINIONS) and "对" in left and (asked := left[: verb_at_start(left, phrases)]) and things:
        return owner, asked + own  # 征集市民对3部草案的意见90条
    if of and PLACES.search(owner) and counted_noun(own, phrases) == own:  # 抽查12个部门的案卷120卷
        return owner, verb + own
    if not PLACES.search(noun):
        return "", ""
    thing = wording.tidy(FIGURE.sub("", text[things.end() : min(end, things.end() + FAR)]))
    plain = thing and not PLACES.search(thing) and not starts_predicate(thing, phrases)
    return (noun, verb + thing) if plain else ("", "")


def plainly_done(said: str) -> str:
    """进行严格督办落实 -> 督办落实; 举行交接仪式暨培训班 -> 举行交接仪式: of two things done the first, where long."""
    said = _LIGHTLY.sub("", _THROUGH.sub("", said))
    said = _AND_ALSO.split(said)[0] if len(said) > LONG_SAID else said
    return _first_of_list(said) if len(said) > LONGEST_SAID and "等" not in said else said


def _first_of_list(said: str) -> str:
    """获评劳动模范、先进个人、… -> 获评劳动模范等: the first of a long list stands for all of it."""
    joints = (joint.start() for joint in _JOINT.finditer(said, SHORTEST_SAID))
    first = next((at for at in joints if not inside_marks(said, at)), 0)
    return said[:first] + "等" if first else said


def what_is_done(words: str, phrases: Phrases) -> str:
    """对法律法规进行专题学习 -> 进行专题学习: to whom or what it is done is left out."""
    toward = words.startswith(_TOWARD) and not words.startswith(_GIVING)
    return noun_and_predicate(words[1:], phrases, governed=True)[1] or words if toward else words


def _place_counted(text: str, local: Local, wording: Wording) -> str:
    """The places or offices that a number counts, "" where it counts something else."""
    words = wording.tidy(text[local.right[0] : min(local.right[1], local.right[0] + FAR)])
    counted = "" if words.startswith("被") else counted_noun(words, wording.phrases)
    noun = noun_and_predicate(counted, wording.phrases, governed=True)[0]
    noun = noun.removesuffix(verb_at_end(noun, wording.phrases)) or noun
    says_little = len(noun) < len(counted) and len(noun) <= _LITTLE  # 11个行业|形成12个案例
    return noun if PLACES.search(noun) or says_little else ""


def without_givers(words: str, verb: str, phrases: Phrases) -> str:
    """收到20个单位反馈的意见100条: those who gave it were counted; what is counted now is 收到反馈意见."""
    giving, of, noun = words.rpartition("的")
    giver, gave = noun_and_predicate(giving, phrases, governed=True) if of else ("", "")
    return verb + gave + noun if giver and gave else words


def without_owners(words: str, before: str) -> str:
    """抽查12个部门的案卷120卷: those whose they are were counted as `before` (抽查案卷的部门); now 抽查案卷 is."""
    owner, _, thing = words.partition("的")
    said = before.removesuffix("的" + owner)
    return said if thing and said != before and said.endswith(thing) else words


def behind_receiver(text: str, left: Span, last: int, words: str, phrases: Phrases) -> str:
    """What is done, those to whom it is done left out: they were counted by the number at `last`, right before."""
    if not left[0] > last >= 0 or not governed(text, (max(0, last - FAR), last)):
        return words
    return noun_and_predicate(words, phrases, governed=True)[1] or words


def done_to_all(left: str, text: str, local: Local) -> Draft | None:
    """对案卷90份、合同86份进行归档整理: what is done at the end to all that a segment counts behind 对."""
    of = text.find("对", local.segment[0], local.left[1])
    done = _DONE_AT_END.search(text, local.numeral.end, local.segment[1]) if of >= 0 else None
    if not done or text.find("的", of, local.left[1]) > 0:
        return None
    return Draft(done[1] + left.rpartition("对")[2].lstrip("、和及"))
