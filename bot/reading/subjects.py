"""Whose figure a claim is: of the owner that is told, of the level quoted beside the place, or of the place itself."""

from __future__ import annotations

import re

from bot.reading.actors import in_person
from bot.reading.measures.local import Local
from bot.reading.owner import Owner
from bot.reading.vocabulary.phrasewords import Phrases
from bot.reading.vocabulary.trees import one_of
from bot.words.normalise import align

_AGAINST = re.compile("高于|低于|超过|优于|高出|好于|快于|少于|多于")
_COUNTED_ITSELF = re.compile("[仅只共已达到为约近超逾有计总数量合累现]*(?:占[^,]*)?[ ]*")
_SUM, _COUNTER = re.compile("合计|总计|共计"), re.compile(r"\d[余多]?([个家名位支所])")
"""What so many had together, which is not their number: 9个县区合计|90件."""
_FROM_SO_MANY = re.compile(
    r"(?:数量|人数|总数|队伍)?[由从](?:年初|上年|去年|原来|原先|过去|最初|20\d{2} ?年)?(?:同期)?的?[约近]?"
    r"(?:\d[\d.,]*[余多]?[名人位]?(?:增加?|减少?|扩大|扩充|发展|壮大|充实|提升|上升|降)[至到][约近]?)?"
)
_HEADS = ("名", "人", "位", "")
"""Those counted themselves, before and now: 专职调解员由年初的17名增至29名."""
_FAR, _POINTS = 300, frozenset(("个百分点", "百分点"))
_FOR, _HAN = "为", re.compile("[\u4e00-\u9fff]")

_AND_OURS, _IN_ALL = (
    re.compile("[,;](?:其中)?,?(?:[我本][省市州盟县区旗]|全省)"),
    re.compile("(?:一?共|总共|现|累计)?有?$"),
)
"""What sets the place against all others: 全省共有6个县入选,我县1个."""
_PER, _OUR_PROVINCE, _PROVINCE = re.compile("每[^,;。:\\d]{2,16}$"), re.compile("[我本]省[为是达仅]*"), "全省"
"""What is told of so many in each place: 全国平均每万人拥有律师5名,我省为4名,我市为3名."""
_AVERAGE = "平均"
_IS = ("的", "为", "是", "达", "到")
_ANOTHER_LEVEL = re.compile("[,、和]?各?(?:[省市区县乡镇街村]{2,3}(?:街道)?|[省市州区县乡镇]级)")
"""A level told beside the owner before it: 市本级60件、|乡镇|26件."""

_OF_ALL_LEVELS = re.compile("各级各部门$")
_BODIES = (
    "委员会",
    "仲裁委",
    "调委会",
    "机构",
    "法律顾问",
    "公证处",
    "司法所",
    "本级",
    "乡镇",
    "街道",
    "镇街",
    "市州",
    "县区",
    "区县",
    "县市区",
    "旗县",
)
"""Counted bodies whose figures are told as theirs: 全国90个仲裁委员会受理案件. What other people or offices did that
are counted is the place's own: 45家部门梳理事项, 12名班子成员接待群众."""
_REVIEWERS = "复议机关"
_ALL_OFFICES = re.compile("(?!.*各级).*(?:司法所|公证处|鉴定机构)")
_WHOLE_NETWORK = re.compile("全[省市州盟区县旗](?:各级?)?(?:司法所|公证处|调委会|(?:人民)?法院)")
_IN_SUM = re.compile("共|累计")
_NETWORK = re.compile(r"\d+[余多]?[个家](?:(?:人民)?(?:调解委员会|调委会)|(?:司法)?鉴定机构)")
"""All offices of a kind that a place has are the place itself: 全县9个公证处办证, 90个调委会共调解纠纷. Who mediates is
told with the number (全县90个调委会), as in the given answers."""
_OF_SEVERAL = re.compile(
    "各党支部|各?县[(\uff08](?:市、)?区[)\uff09](?:政府|司法局)|各?(?:乡镇|镇)政府|[^各全我本]{2,}[镇乡](?:人民)?政府"
)
"""Each of several is not the reporting office as a whole."""
_GOVERNMENT = re.compile("[省市州县区旗](?:人民)?政府")
"""Told as a part, the government of the place is its own level: 全县收到申请90件,其中县政府60件."""
_SOME = re.compile(r"等\d")
"""Some of many, of which one is named: 石桥镇等9个镇政府."""
_WHO_LEADS = "负责人"
"""行政机关负责人出庭 is no act of all organs."""
_SO_MANY = re.compile("(?<=[\u4e00-\u9fff]{2})[两三四五六七八九十]个?(?:乡镇|镇街|县区|[市县区镇乡旗地家])$")
"""How many were named: 东河、西山、南川|三县."""
_LISTED, _ITEM = re.compile("[、和及与]"), re.compile("、")
_OTHER_PLACES = re.compile("(?:乡镇|镇街|街道|[镇乡县区市]|村居?|社区)(?![\u4e00-\u9fff]{0,2}[局院处所会])")
"""Places that are counted at the start of a segment: 公证处办证9件,|12个|街道建成执法队."""
_TRADES = ("律师", "顾问", "员", "者", "人", "组织", "机构", "委员会", "调委会", "律所", "事务所", "工作室")
_BUILT = re.compile("(?:(?:全部|全面|累计|共|已|现|总数)*(?:建成|建有|设立|设有|建立|有|为|达到?)?[约近超逾]?)[ ]*")
_HOUSES, _HOUSE_UNITS = (
    ("中心", "工作站", "服务站", "工作室", "服务点", "站点", "平台", "基地"),
    ("个", "家", "所", "处"),
)
"""Houses of a network, counted by their own number: 县级公共法律服务中心建成12个."""
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")


def subject_of(
    text: str, owner: Owner | None, local: Local, phrases: Phrases, measure: str, wider: re.Pattern[str]
) -> str:
    """Whose figure it is, as written, when an institution or a group other than the reporting one is named.

    Of several with 分别 it is the one whose turn it is. Whom cases are against owns none of them where the measure
    names it already.
    """
    position = local.numeral.start
    if not owner or position < owner.end:
        return ""
    written, actor = text[owner.start : owner.end], owner.actor
    if local.share_of:
        for listed in (_LISTED, _ITEM):  # 自然资源和规划局、住建局 are two
            if len(each := listed.split(_SO_MANY.sub("", written))) == local.share_of[1]:
                return each[local.share_of[0]]
    if owner.end <= local.segment[0] == position and _OTHER_PLACES.match(text, local.numeral.end):
        return ""
    if owner.respondent and align(written) in measure:
        return ""
    if actor is None:
        return written
    if counted_itself(text, owner, local) or _ANOTHER_LEVEL.fullmatch(text, *local.left):
        return ""
    if text.startswith(_WHO_LEADS, owner.end):
        return ""
    low, high = max(owner.end, local.segment[0], position - _FAR), min(local.segment[1], local.numeral.end + _FAR)
    if not in_person(written, text[low:high]):
        return ""
    if actor.counted:
        bodies = written.rstrip(")\uff09").endswith(_BODIES) or _SOME.search(written)
        return written if bodies and not _are_all(text, owner, written, phrases, wider) else ""
    if wider.fullmatch(written[: len(_PROVINCE)]) and written.endswith(_REVIEWERS):
        return written
    if _WHOLE_NETWORK.fullmatch(written) and not wider.fullmatch(written[: len(_PROVINCE)]):
        return ""
    several = "、" in written and phrases.here.match(written)  # 全市法院、公安派出所: offices of the whole place
    generic = actor.name in phrases.generic_actors and not _OF_ALL_LEVELS.search(written)
    apart = _OF_SEVERAL.fullmatch(written) or (actor.part and _GOVERNMENT.fullmatch(written))
    whole = phrases.whole_actor.search(written) and not apart
    return "" if several or generic or whole else written


def _are_all(text: str, owner: Owner, written: str, phrases: Phrases, wider: re.Pattern[str]) -> bool:
    """Whether counted offices are all of their kind in the place."""
    if place := phrases.here.match(written):
        return not wider.fullmatch(place[0]) and _ALL_OFFICES.fullmatch(written) is not None
    return bool(_NETWORK.fullmatch(written) and _IN_SUM.match(text, owner.end))


def counted_itself(text: str, owner: Owner, local: Local) -> bool:
    """Whether a number counts its owner: 全省人民调解组织达90个; not those it acts for: 律师为90家企业解答咨询."""
    position = local.numeral.start
    if owner.actor is None or not 0 <= position - owner.end <= _FAR:
        return False
    house = local.numeral.unit in _HOUSE_UNITS and text.endswith(_HOUSES, owner.start, owner.end)
    if house and not local.noun_follows and _BUILT.fullmatch(text, owner.end, position):
        return True
    if _FROM_SO_MANY.fullmatch(text, owner.end, position):
        return local.numeral.unit in _HEADS
    if not _COUNTED_ITSELF.fullmatch(text, owner.end, position):
        return False
    if owner.actor.counted and _SUM.fullmatch(text, owner.end, position):
        counter = _COUNTER.search(text, owner.start, owner.end)
        return counter is None or counter[1] == local.numeral.unit
    if text.endswith(_FOR, owner.end, position) and _HAN.match(text, local.numeral.end):
        return False
    return owner.actor.counted or text.endswith(_TRADES, owner.start, owner.end)


def level_of(text: str, local: Local, wider: re.Pattern[str]) -> str:
    """The level whose figure is quoted beside the reporting place's own: 远低于全市12%, 全省平均为96.3%, (全省3家); a
    distance to it in percentage points is the place's own."""
    left = text[max(local.left[0], local.numeral.start - _FAR) : local.numeral.start]
    if "省" in left and _OUR_PROVINCE.fullmatch(left) and wider.fullmatch(_PROVINCE):
        return _PROVINCE
    if "全" not in left or local.numeral.unit in _POINTS or local.numeral.family == "multiple":
        return ""
    if _AND_OURS.match(text, local.segment[1]):
        whole = wider.search(_IN_ALL.sub("", left)) or wider.fullmatch(_PER.sub("", left))
        if whole:
            return whole[1]
    opening = left.lstrip(" ,")[: len(_PROVINCE + _AVERAGE)]
    if opening.endswith(_AVERAGE) and wider.fullmatch(opening):  # 全市平均化解率90%
        return opening[: len(_PROVINCE)]
    level = wider.search(left)
    if not level:
        return ""
    counted = local.numeral.family not in ("share", "multiple")
    if counted and level[2] and _AGAINST.search(left) and not left.endswith(_IS):  # 高于全省平均水平46件: by how many
        return ""
    aside = text.endswith("(" + level[0], 0, local.numeral.start)
    return level[1] if aside or level[2] or _AGAINST.search(left) else ""


def wider_levels(region: str) -> re.Pattern[str]:
    """A pattern for the levels above a place (清河县: 全市, 全省, 全国) at the end of the words before a number."""
    above = ["全国"] if region else []
    if region.endswith(("市", "州", "盟", "区", "县", "旗")) and region[:2] not in _MUNICIPALITIES:
        above.append("全省")
    if region.endswith(("区", "县", "旗")) and not region.endswith("自治区"):
        above.append("全市")
    return re.compile(f"({one_of(above)})(平均(?:水平|值|数)?|均值)?(?:的|为|是|达到|达)*$")
