"""Figures that say the contrary of a question, whatever else they share: another level, the other way, done or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.answering.weighing.counting import NAMES_RATE, counts_people, of_people_only, tells_units
from bot.asking.answering.weighing.wording import part_around
from bot.asking.understanding.continuing.levels import LEVEL
from bot.asking.understanding.continuing.short_verbs import says_in_short
from bot.asking.understanding.measuring.doers import NAMES_OF_PEOPLE
from bot.model import Fact, Kind, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon
from bot.words.match import NEGATIONS

_AT_LEAST = re.compile("以上|往上")
_NO_DENIALS = ("非", "不再")
_PASSED_ON = re.compile(
    "(?:转|移交|移送|转交|转送|退|推送)(?:给|往|出|走|到别)(?!我|咱|本|区里|司法局)|(?:移交|移送|转交|转送)到"
)
_FROM_PROVINCE = re.compile(
    "省(?:司法厅|厅|里)?(?:一共|总共|共)?(?:转|移交|移送|转交|转送|推送)给"
    "(?!别|其他|其它|外|各|法院|检察|公安|纪委|信访|部门|单位|街道|镇|乡|市|县)"
)
"""What a province passes on to the place that is asked about, whose name is not among what was said; to no other."""
_OF_PROVINCE = re.compile("[省厅]")
_CAME_IN = re.compile("转(?:过)?来|(?:移交|移送|转交|送|交|报)(?:过)?来|转进来|移交(?:给|到)我")
_OUT = re.compile("移交|移送|转交|转送|转办|转出|转介|推送|退回")
_TAKEN_IN = re.compile("[接收]|受理|转入|[省市区县厅局](?:移交|移送|转)")
_TO_OTHERS = re.compile("(?:向.{1,8}(?:移交|移送|转送|推送)|(?:移交|移送|转交|转送|推送)(?:给|至|到))")
_AREA = "镇街道|镇街|街镇|乡镇|镇乡|村社区|村居|街道|社区|园区|区县|县区|[村镇乡县]"
_AREAS_ASKED = re.compile(f"(?:多少|几)个(?P<areas>{_AREA})[呢啊呀吗]*$")
_AREAS_TOLD = re.compile(f"(?P<areas>{_AREA})$")
_AREA_KINDS = ("村", "社区", "镇", "乡", "街", "园区", "县")
"""Areas of which one kind is counted: 覆盖10个社区 is no number of 村."""
_FIELD = re.compile("全[国省市区县州]")
_NUMBER_OF_RANKS = "(?:[几一二三四五六七八九十]|\\d{1,2})(?:名|位|(?=$|的))"
_FIRST = re.compile(f"前{_NUMBER_OF_RANKS}")
_LAST = re.compile(f"(?:后|末|倒数(?!第)){_NUMBER_OF_RANKS}")
_PLACE_ASKED = re.compile("排|名次|位次|第几|[前后末尾]|倒数|垫底|[名位]列|位居")
_HARDLY_ANY = re.compile("(?<!有)(?:没有?|未有?)(?:多少|几)")
_NOT_MUCH = re.compile("(?<!有)(?:没有?|未)能?([\u3400-\u9fff]{2,4}?)[了过到]?(?:多少|几)")
"""The same with what was done, if it is a deed: 没要回多少钱."""
_DID_HOW_MANY = re.compile("([请发评])了(?:多少|几)")
"""What is done to what is counted in verbs that mean nothing else, as 查了 and 看了 may."""
_SUES = re.compile(
    "(?<!把)(?<!把.)(?:政府|机关|部门|单位|[市区县厅]局|官)(?:自己|主动|一共|总共|都|又|去|要)*(?:状?告|起诉)(?!诉|知|示|发|诫|别处)"
)
"""Whoever is sued in all that these reports tell, as the one who sues: 政府告了几家企业, 官告民; not so 把政府告了."""
_IS_SUED = re.compile("被告|被诉|应诉|诉讼|败诉|胜诉")
_AUTHORITY = re.compile("全国|司法部|最高(?:人民)?法|最高(?:人民)?检|公安部|(?<=[省法])厅|省级|市级")
"""Who keeps or gives something of its own: what one of them took up is not in another's collection."""
_GOVERNMENT = re.compile("([省市区县州旗镇乡])(?:级|人民|本级)*政府")
"""Which government is meant: what a district's government was sued for is none of the province's."""
_LEADERS = re.compile("([省市区县旗州镇乡村])(?:级|里|委|党委)*(?:的)?领导(?!小组|机构)")
_RANKS_OF_LEADERS = {"省": "省", **dict.fromkeys("镇乡", "镇"), "村": "村"}
"""Whose leaders are meant: those of a town are none of a district's; which of 市, 区 and 县 a place is, it knows."""
_UNDER_WAY = re.compile("(?:[还仍]在|(?<!矫)正在)(?!册)[\u3400-\u9fff]{2,14}?(?:多少|几)")
"""What is asked of those that are not through with something: 还在推进的有几项."""
_NOT_THROUGH = re.compile("[还仍正]在|在[册矫编岗职办]|尚|未|没|剩|其余|持续|目前|现有")
_DUE = re.compile("应当?(?=[出到参备整缴归领公报办改交还])")
"""What says of a deed that it was due, whoever did it: 应出庭案件 of the cases that somebody did go to court in."""
_STOCK = re.compile("目前|现在|现有|如今|截至|(?:总共|一共|共)有")
_ADDED = re.compile("新[增建设成招聘立]|增[加设建]|(?<!改)组建")
"""What there is in all, and what came to it: 目前有几个工作室 of 新增工作室9个."""
_ADDING = re.compile("新|[建设增立聘成][成立加设]?了|建成")
"""How a question asks for what came to it all the same: 目前建了几座公园."""
_IN_FACT, _PROPOSED = re.compile("实际|最终|最后|真正"), re.compile("提请|报请|建议|拟")
"""What came of it in the end, and what was only asked for: 最后收监几人 of 提请收监5人."""
_PEOPLE_ASKED = re.compile(
    "(?:多少|几)[个名位]?[㐀-鿿]{0,4}?(?:[^会]员|者|工人|民工|司机|骑手|群众|学生|老人|居民|村民|职工)[啊呀呢吗]?$"
)
_PUBLIC = re.compile("(?:多少|几)[个名位]?(群众|居民|村民|市民|老百姓|学生|老人|职工)[啊呀呢吗]?$")
"""Those for whom something is done, who are no 法律顾问 and no 调解员, whatever these did for them."""
_NONE_OF = re.compile("([\u3400-\u9fff]{2})率?为零|零([\u3400-\u9fff]{2})")
_NONE = NEGATIONS | frozenset("零无0")
"""What tells that there was none of something: 多少年没有败诉, and not 多少年有败诉, of 零败诉的年限."""
_LESS = "下降"
"""What stands for all words of less (节约, 缩短)."""
_NEGATED = frozenset({*NEGATIONS, "零"})


def says_contrary(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a question asks for what excludes a figure: 市级 of 省级公园2个, 转出去 of 接到转办投诉3件, 没通过."""
    said = plain("".join(query.said))
    levels = frozenset(LEVEL.findall(said))
    if levels and _of_other_level(fact, levels, _AT_LEAST.search(said) is not None):
        return True
    if _counts_other_areas(fact, query) or _is_of_other_authority(fact, said) or _is_of_other_government(fact, said):
        return True
    if _is_of_other_leaders(fact, said):
        return True
    if _is_in_other_field(fact, said) or _is_of_other_end(fact, said) or _is_no_number_of_people(fact, query, said):
        return True
    if _FROM_PROVINCE.search(said):
        to_others = _TO_OTHERS.search(plain(part_around(fact))) is not None
        return to_others or not _OF_PROVINCE.search(plain(fact.claim.measure))
    if _PASSED_ON.search(said):
        return _was_taken_in(fact)
    if _CAME_IN.search(said) and _TO_OTHERS.search(plain(part_around(fact))):
        return True
    if _UNDER_WAY.search(said) and not _NOT_THROUGH.search(plain(f"{fact.claim.measure}{part_around(fact)}")):
        return True
    if _SUES.search(said) and _IS_SUED.search(plain(fact.claim.measure)):
        return True
    if _STOCK.search(said) and not _ADDING.search(said) and _ADDED.search(plain(fact.claim.measure)):
        return True
    if not _goes_on_counting(query) and (_counts_no_people(fact, said) or _is_no_rate(fact, query)):
        return True
    if _IN_FACT.search(said) and _PROPOSED.search(own := plain(fact.claim.measure)) and not _IN_FACT.search(own):
        return True
    if _DUE.search(plain(fact.claim.measure)) and not _DUE.search(said):
        return True
    if _had_none(fact, said, lexicon):
        return True
    if _was_saved(fact, said, lexicon) or _was_otherwise_done(fact, said, lexicon):
        return True
    denied = [word for word in query.words if len(word) > 1 and _denies(lexicon.alike.same(word))]
    hardly = _HARDLY_ANY.search(said) or any(
        lexicon.alike.name_of(one) in lexicon.alike.deeds for one in _NOT_MUCH.findall(said)
    )
    return bool(denied or hardly) and _was_done(fact, denied, lexicon)


def _counts_other_areas(fact: Fact, query: Query) -> bool:
    """Whether a question counts areas of one kind and a figure those of another: 几个村 of 覆盖社区10个."""
    found = _AREAS_TOLD.search(plain(fact.claim.measure))
    told = found["areas"] if found else ""
    asked = [one["areas"] for phrase in query.said if (one := _AREAS_ASKED.search(plain(phrase)))]
    names = {kind for name in asked for kind in _AREA_KINDS if kind in name}
    return bool(told and names) and not any(kind in told for kind in names)


def _is_of_other_authority(fact: Fact, said: str) -> bool:
    """Whether a question and a figure name such an authority each, and none of both: 全国案例库, 司法部案例库."""
    asked, own = (set(_AUTHORITY.findall(text)) for text in (said, plain(f"{fact.claim.measure}{part_around(fact)}")))
    return bool(asked and own) and not asked & own


def _is_of_other_government(fact: Fact, said: str) -> bool:
    """Whether a question and a figure name the government of a level each, and none of both: 省政府, 区政府."""
    asked, own = (set(_GOVERNMENT.findall(text)) for text in (said, plain(fact.claim.measure)))
    return bool(asked and own) and not asked & own


def _is_of_other_leaders(fact: Fact, said: str) -> bool:
    """Whether a question and a figure name leaders of a rank each, and none of both: 镇领导, 区领导."""
    asked, own = (
        {_RANKS_OF_LEADERS.get(level, "县") for level in _LEADERS.findall(text)}
        for text in (said, plain(fact.claim.measure))
    )
    return bool(asked and own) and not asked & own


def _is_of_other_end(fact: Fact, said: str) -> bool:
    """Whether a question asks of the first in a ranking and a figure tells of the last, or the other way round."""
    own = plain(f"{fact.claim.measure}\n{part_around(fact)}\n{fact.text}")
    ends = ((_FIRST, _LAST), (_LAST, _FIRST))
    return any(asked.search(said) and told.search(own) and not asked.search(own) for asked, told in ends)


def _is_in_other_field(fact: Fact, said: str) -> bool:
    """Whether a place in a ranking is one of other competitors than was asked: 全省第四 of 在全市排第几."""
    asked, told = _FIELD.findall(said), _FIELD.findall(plain(f"{fact.claim.measure}\n{part_around(fact)}"))
    return fact.claim.kind is Kind.RANK and bool(asked and told) and not set(asked) & set(told)


def _is_no_number_of_people(fact: Fact, query: Query, said: str) -> bool:
    """Whether a figure is a place in a ranking, 后三位, and people are counted: 约谈了几名 of 后三位的单位."""
    return fact.claim.kind is Kind.RANK and of_people_only(query.units) and not _PLACE_ASKED.search(said)


def _goes_on_counting(query: Query) -> bool:
    """Whether a question counts in units of its own: what goes on with 总共几件 has said what was asked before it."""
    return tells_units(query.units) and not of_people_only(query.units)


def _counts_no_people(fact: Fact, said: str) -> bool:
    """Whether people of a name are counted in a question, and a figure counts something else: 服务了多少外卖员 of
    服务站3个."""
    public = _PUBLIC.search(said)
    own = plain(fact.claim.measure)
    if public and own.endswith(NAMES_OF_PEOPLE) and public[1] not in own:
        return True
    asked = _PEOPLE_ASKED.search(said) is not None and fact.claim.kind is Kind.COUNT and bool(fact.claim.unit)
    return asked and not counts_people(fact)


def _is_no_rate(fact: Fact, query: Query) -> bool:
    """Whether all that is asked for is a rate, and a figure counts some of what there is: that there was none at all
    tells of the rate, too."""
    asked = bool(query.said) and not query.kinds and all(map(NAMES_RATE.search, query.said))
    return asked and fact.claim.kind in (Kind.COUNT, Kind.MONEY) and bool(fact.claim.value)


def _had_none(fact: Fact, said: str, lexicon: Lexicon) -> bool:
    """Whether a figure tells how long there was none of something, and a question asks how long there was."""
    if fact.claim.kind is not Kind.DURATION or _NONE & set(said):
        return False
    things = (found[1] or found[2] for found in _NONE_OF.finditer(plain(fact.claim.measure)))
    return any(lexicon.alike.same(thing) in lexicon.alike.same(said) for thing in things)


def _was_saved(fact: Fact, said: str, lexicon: Lexicon) -> bool:
    """Whether a figure tells the time that was saved, and a question asks for none of that: 用了几个小时."""
    own = lexicon.alike.same(plain(fact.claim.measure))
    return fact.claim.kind is Kind.DURATION and _LESS in own and _LESS not in lexicon.alike.same(said)


def _was_otherwise_done(fact: Fact, said: str, lexicon: Lexicon) -> bool:
    """Whether a question asks how many somebody did of which a figure tells something else: 发了 of 审查文件3份."""
    same = lexicon.alike.same
    told = f"{plain(fact.claim.measure)}\n{plain(part_around(fact))}"
    own = same(told)
    # 发了 may be any verb that ends so: 编发, 制发.
    verbs = (found[1] for found in _DID_HOW_MANY.finditer(said) if not says_in_short(f"{found[1]}了", told))
    meant = [lexicon.alike.broad[verb] for verb in verbs if verb in lexicon.alike.broad]
    return any(all(same(deed) not in own for deed in deeds) for deeds in meant)


def _denies(word: str) -> bool:
    """Whether a word says that something was not done: 没通过, and neither 非编 nor 不再, which says that it ended."""
    return word[:1] in NEGATIONS and not word.startswith(_NO_DENIALS)


def _of_other_level(fact: Fact, asked: frozenset[str], at_least: bool) -> bool:
    """Whether a figure names another level than was asked for; 省级以上 is more than 省级."""
    own = plain(fact.claim.measure)
    named = set(LEVEL.findall(own))
    return bool(named) and (not asked & named or ("级以上" in own and not at_least))


def _was_taken_in(fact: Fact) -> bool:
    """Whether a figure does not count what was passed on to others."""
    own = plain(fact.claim.measure)
    return not _OUT.search(own) or (_TAKEN_IN.search(own) is not None and not _TO_OTHERS.search(own))


def _was_done(fact: Fact, denied: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a figure counts what was done while a question asks for what was not, `denied`, or hardly ever."""
    same = lexicon.alike.same
    if not fact.claim.value or _NEGATED & set(f"{fact.claim.measure}{part_around(fact)}"):
        return False
    told = plain(fact.claim.quote)
    return not denied or any(word not in told and same(word) not in same(told) for word in denied)
