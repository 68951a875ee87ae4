"""Of which programme, event, caseload or work a measure speaks, as far as the words before its number name one."""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.measures.opened import EVENTS, FAR, PEOPLE, Draft, Open
from bot.reading.measures.wording import Wording

SHORT, _LONG_THING = 10, 4
_NEAR, _FEW = 40, 6
_PROGRAMME = re.compile(
    "“[^“”]{1,12}(?:”(?:机制|模式|计划|行动|活动|平台|工程|专项|品牌|项目)|(?:行动|计划|工程|活动)”)"
)
_QUOTED = re.compile("“[^“”]{2,16}”")
_OF_PLATFORM = re.compile(
    "(?:注册)?用户|粉丝|点赞|总?流量|(?:总|累计|产生)?(?:办件|办理|申办|使用)(?:量|数)|(?:[日月年]均|累计)?(?:访问|点击|浏览|阅读|播放|观看|收看|收听|下载|关注)总?(?:量|人数|人次)"
)
_PLATFORM = re.compile("(?<!、)(?:抖音号|公众号|视频号|微博|网站|平台|热线|专栏|小程序|直播间)(?![、和])")
"""Where things are shown: those that a text does not name stand in for their names."""
_INTO = ("入库", "入驻", "进驻", "在库")
"""What entered something: it says into what only with its name (“专家库”入库专家)."""
_EXAM_RATE = re.compile(
    "(?:报名|参与|参考|参训|参学|到课|合格|优秀|及格|优良)(?:率|人数|$)|(?:总体)?通过率|平均分|(?:考生|缺考|未通过|不合格)(?:人员|人数)?$"
)
_EXAM = re.compile(r"([^,、\d]{0,8}(?:考试|测试|测评|竞赛|培训班?|学考|考法))$")
_SITTING = re.compile(".*(?:参加|参与|组织|开展|进行)(?:了)?(?=..)")
_AT_STAKE = re.compile(
    "(?:涉及|涉案|罚款|罚没|赔偿|补偿|免除|减免)?(?:总|合同)?(?:标的额?|金额|标的金额|标的总额|资金|款项|案值)|罚款|罚没款"
)
_CONCERNED, _INVOLVED = (*PEOPLE, "户", "家"), re.compile("(?:涉及|涉|牵涉)(?:.{2,6})?")
_REACHING = ("覆盖", "惠及", "辐射")
_EVENT = re.compile("(?:开展|举办|组织|实施)([^,、]{2,20}(?:活动|行动|培训|培训班|讲座|宣传|宣讲|课堂|大讲堂|演练))$")
"""What was held, told right before without a figure: 开展普法进校园行动,覆盖学生1500人."""
_GOING = frozenset("服覆走深惠")
_WENT_TO = re.compile("(?:服务|覆盖|走进|深入|惠及)[^的,]{2,6}")
_TOOK_PART = (
    "受众人员",
    "参学人员",
    "参学人数",
    "参加人数",
    "参与人数",
    "参训人数",
    "参会人数",
    "受众人数",
    "参加人员",
    "参与人次",
    "参演人员",
)
_REACHED = ("群体", "人群", "干部", "群众", "人员", "学生", "师生", "对象", "代表", "骨干")
_SERVING_FIRST = frozenset("每年日累服接")
_SERVED = re.compile("(?:每年|年均|日均|累计)?(?:服务|接待)(?:群众|居民|市民|企业)?")
_SERVING = ("站", "室", "公园", "中心", "大厅", "平台", "馆")
_USED = re.compile(
    r"(?:用好|用足|依托|发挥)((?:(?![的、和及与]|建[成立]|设立|成立|打造)[^,;“”\d]){2,12}(?:平台|中心|热线|工作站))"
    r"(?:的?[^,;\d]{0,4}作用)?,$"
)
_VENUES, _AT_A_VENUE = ("站", "室", "地", "广场", "公园"), re.compile("(?:组织)?(?:开展|举办)活动")
_STUDIED_BY = "学法"
_BODY = re.compile("(?:[省市县区州旗镇乡]|人民)?政府(?:党组会|常务会)(?:会?议)?")
"""A body that studies the law before it meets, where the clause names one only."""
_TEACHING, _SPIRIT = "思想", "精神"  # taught and studied: nothing else is said of them
_STUDIED = re.compile("(?:学习|研讨|宣讲|宣传|培训|轮训|党课|读书|教育|辅导|讲座|交流)(?:会|班|活动|资料|材料)?$")
_ITS_OWN_WORK = re.compile("法治|法律|学法|述法|普法|荣誉|表彰|称号")
_TAKEN_UP = ("采用", "采纳", "录用", "转载", "转发", "刊发", "刊载", "刊登", "吸收")
_TALKED_OVER = re.compile("(?:专题)?(?:审议|研究|讨论|审定|听取|会商)")
_MET = re.compile("(?:([^、的]{2,14}?)?(?:主持|组织)?(?:召开|举行|参加|列席))?([^、的]{0,16}会议?)")
"""A meeting that was held, by whom, or by its name alone; what it dealt with is its own."""
SHORTEST_MEETING = 2
_BY_OTHERS = re.compile("(?<=..)被(?![告申诉]).*")


class Naming:
    """Finds the names among the words before a number and what is open."""

    def __init__(self, wording: Wording, opened: Open) -> None:
        self._wording, self._open, self._phrases = wording, opened, wording.phrases
        self._nominal = tuple(wording.phrases.noun_verbs)

    def name(self, draft: Draft, text: str, local: Local, kind: Kind) -> None:
        """Put into the draft of which programme, event, caseload or work it speaks."""
        unit = local.numeral.unit
        if _EXAM_RATE.match(draft.phrase) and not self._open.before.endswith("率"):
            self._of_exam(draft, text, local)
        thing, before = self._open.object, self._open.before
        alike = thing in before or (len(thing) > _LONG_THING and thing[:_LONG_THING] in before)
        counted = self._open.last >= local.before[0] and alike
        concerned = _AT_STAKE if kind is Kind.MONEY else _INVOLVED if unit in _CONCERNED else None
        several = len(self._open.listed) > 1 and draft.phrase.startswith("罚")  # fined for all of them together
        if counted and not several and concerned and concerned.fullmatch(draft.phrase):
            draft.caseload = self._open.object.split("的")[-1].removesuffix("数")
        draft.programme = self._programme(draft, text, local, counted=counted) or draft.programme
        if draft.programme and draft.verb and _OF_PLATFORM.fullmatch(draft.phrase):
            draft.verb = ""  # 推出“一件事”主题26个,办件量4.8万件
        if counted and unit == self._open.unit and self.is_event(draft, unit):
            draft.known = ""  # 党课1场、宣讲1场
        says_enough = draft.programme or draft.known or draft.parent or draft.whole or len(draft.phrase) > SHORT
        if not says_enough and (kind is not Kind.COUNT or unit not in PEOPLE):
            own = _ITS_OWN_WORK.search(draft.phrase)
            work = "" if own else self._before(text, local, self._phrases.work)
            if work.endswith((_TEACHING, _SPIRIT)):
                lasting = unit.startswith(EVENTS) or not work.endswith(_SPIRIT)
                work = work if lasting and _STUDIED.search(draft.phrase) else ""
            draft.work = work
        draft.programme = draft.programme or (self._used(text, local) if kind is Kind.COUNT else "")
        if kind is Kind.COUNT and _TALKED_OVER.match(draft.phrase) and not (draft.whole or draft.programme):
            draft.programme = self._met(local)

    def event(self, draft: Draft, text: str, local: Local) -> str:
        """The event that is open once the draft is read: “司法讲坛”举办12期,覆盖干部800人次."""
        named = draft.lacks_object and local.numeral.unit.startswith(EVENTS) and self._before(text, local)
        return named or self._open.event

    def is_event(self, draft: Draft, unit: str) -> bool:
        """Whether a verb alone names an event of its own, which lends and borrows nothing: 集中学习6场、党课1场."""
        return draft.lacks_object and unit.startswith(EVENTS) and draft.phrase.endswith(self._nominal)

    def taken_up(self, phrase: str, local: Local) -> str:
        """报送信息90条,被省厅采用20条: what was counted right before and who took some of it, else ""."""
        same = local.numeral.unit == self._open.thing_unit and self._open.last >= local.before[0]
        return _BY_OTHERS.sub("", self._open.thing) + phrase if same and phrase.endswith(_TAKEN_UP) else ""

    def _of_exam(self, draft: Draft, text: str, local: Local) -> None:
        """参加法治考试,合格率98%: the exam named right before, else the one gone through by those counted last."""
        exam = _EXAM.search(text, *_nearest(local.before)) if local.before[0] > self._open.last else None
        alone = draft.phrase in self._phrases.joining  # 参训, 参考 alone: 参加培训
        told = self._open.before if self._open.unit in PEOPLE and self._open.last >= local.before[0] else ""
        told = _SITTING.sub("", told) if _EXAM.fullmatch(told) else self._open.event  # 任前考法68人,合格率98%
        sat = told if not alone and _EXAM.fullmatch(told) else ""
        self._open.held = _SITTING.sub("", exam[1]) if exam else self._open.held or sat
        draft.programme, draft.verb = self._open.held, "" if self._open.held else draft.verb

    def _programme(self, draft: Draft, text: str, local: Local, *, counted: bool) -> str:
        """The name that a draft needs: of what reached somebody, of a platform, of a reform, of a body that studies."""
        phrase, opened = draft.phrase, self._open
        away = opened.last < local.before[0] and phrase.startswith("培训")
        again = away or opened.event.endswith(phrase[:2])  # 专题培训10场,培训人员600人
        reaches = phrase in _TOOK_PART or self._reaches(phrase, local.numeral.unit)
        to_places = phrase[:1] in _GOING and _WENT_TO.fullmatch(phrase)  # 开展进社区活动,服务社区、乡村800个
        told = (
            _EVENT.search(text, *_nearest(local.before))
            if (reaches or to_places) and opened.last < local.before[0]
            else None
        )
        programme = told[1] if told else opened.event if opened.event and not again and reaches else ""
        if draft.general:
            venue = opened.before.endswith(_VENUES) and counted and _AT_A_VENUE.fullmatch(phrase)
            programme = self._before(text, local, _PROGRAMME) or (opened.object if venue else "")
        platform = _QUOTED.search(opened.parent) if _QUOTED.fullmatch(phrase) else None
        if platform and not draft.parent:
            return platform[0]
        if phrase.startswith(_INTO) or _OF_PLATFORM.fullmatch(phrase):
            return self._before(text, local) or self._before(text, local, _PLATFORM)
        if counted and phrase[:1] in _SERVING_FIRST and _SERVED.fullmatch(phrase) and opened.object.endswith(_SERVING):
            return opened.object
        if programme or draft.programme or local.segment[0] == opened.clause[0]:
            return programme
        others = any(said.endswith(_STUDIED_BY) for said in opened.done[-_FEW:])
        studied = not others and phrase.endswith(_STUDIED_BY) and "会议" not in phrase and not opened.actor
        bodies = (
            set(_BODY.findall(text, max(opened.clause[0], local.segment[0] - FAR), local.segment[0]))
            if studied
            else set()
        )
        return bodies.pop() if len(bodies) == 1 else ""

    def _reaches(self, phrase: str, unit: str) -> bool:
        """Whether a phrase says no more than whom something reached: 覆盖干部群众, 覆盖特殊群体."""
        if self._phrases.reaching.fullmatch(phrase):
            return True
        return unit in PEOPLE and len(phrase) <= SHORT and phrase.startswith(_REACHING) and phrase.endswith(_REACHED)

    def _before(self, text: str, local: Local, name: re.Pattern[str] = _QUOTED) -> str:
        """The last name in quotation marks in the segments of the clause before, "" if none."""
        named = name.findall(text, max(self._open.clause[0], local.segment[0] - FAR), local.segment[0])
        told = [found for found in named if found.lstrip("“").partition("”")[0] not in self._phrases.common_names]
        return told[-1] if told else ""

    def _met(self, local: Local) -> str:
        """召开委员会会议2次,审议文件9份: the meeting counted right before, where it has a name of its own."""
        actor = self._open.actor
        goes_on = self._open.last >= local.before[0] and not (actor and actor.start >= local.segment[0])
        for said in self._open.done[::-1][:_FEW] if goes_on else ():
            if met := _MET.fullmatch(said):
                return (met[1] or "") + met[2] if met[1] or len(met[2]) > SHORTEST_MEETING else ""
            if not _TALKED_OVER.search(said):
                break
        return ""

    def _used(self, text: str, local: Local) -> str:
        """用好公共法律服务平台,提供咨询2万人次: where it was done, named right before."""
        if not text.endswith(",", 0, local.left[0]):
            return ""
        used = _USED.search(text, max(self._open.clause[0], local.segment[0] - _NEAR), local.left[0])
        return self._wording.without_place(used[1]) if used else ""


def _nearest(span: Span) -> Span:
    """The end of a span, as far as a name can reach back."""
    return max(span[0], span[1] - _NEAR), span[1]
