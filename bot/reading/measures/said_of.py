"""What a measure is said of, where its own words say too little: a whole, a programme, an owner, a thing, a field."""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.measures.doers import names
from bot.reading.measures.levels import AMENDING, COVERED
from bot.reading.measures.opened import MATTERS, Draft, Open
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.lexicon import Topic
from bot.reading.vocabulary.phrases import verb_at_start

_SHORT_VERB = 3
_ENDING_A_STATE = ("解除", "新解除", "终止执行")  # what ends is the measure, not the person: 解除社区矫正
_TAKING_PART = re.compile("(?:参加|参与|参训|参会|受训|培训|参考|参赛|受教育)(?:人员|干部|学员)?")
_ENROLLED = "报名"
_ASKED = ("咨询", "答疑", "来访")
"""What people came for has its object in itself: 受援群众60人,解答咨询500人次."""
_FIELD_CASES = re.compile(".(?:行政|民事|刑事)案件$")
_DISPUTES = ("纠纷", "争议", "矛盾", "隐患", "线索")
_SETTLED = re.compile("(?:调处|化解)成功|(?:调处|化解)(?:成功)?率")
_MEDIATED = "调解成功"
_VERDICT = re.compile("(?:(?:非常|比较|基本|很|一般)?不?满意[、和及]?)+")
"""How those asked judged: their number is no other noun's."""
_RULES = ("文件", "措施", "政策", "规定", "法规", "规章", "事项", "职权", "证明")
_TASKS, _CARRIED_OUT = ("任务", "举措", "指标", "清单事项"), re.compile("(?:全部)?(?:完成|落实|推进|销号|分解|落地)+")
_NAME, _HANDLING = re.compile("“[^“”]{2,12}”"), ("办理", "办件", "办结", "累计办理")
_QUOTED = re.compile("“[^“”]{2,12}”")
_RATE_ALONE = 4
"""A rate as short as 调撤率 names nothing that it is of."""
_LAWYERS, _ADVISERS, _MEDIATION, _FEW = "律师", "法律顾问", "人民调解", 5
_TAKEN_ON, _MEDIATORS = (
    re.compile("(?:受理|接收)[^的、]{0,4}纠纷|(?:成功)?(?:化解|调处)(?:各类|矛盾)*纠纷"),
    ("调委会", "调解委员会", "调解组织"),
)
_DISPUTED, _MEDIATING = ("件", "起", "宗"), re.compile("(?:共|累计)?(?:受理|接收|排查|调处|化解|办理)")
"""What mediators did with cases that nobody names: 东河镇调处90件."""
_BY_LAWYERS = re.compile("律师(?:参与)?调解(?!员|工作室|中心|室|组织)")
_SET_APART = re.compile("(?:以.{2,10}为.{2,4}|涉.{1,10})的?.{0,6}(?:案件|申请)")
_COMPLAINTS = ("投诉", "举报", "信访件", "举报线索")
"""What people complain of is no case of the field that its topic names: 受理执法投诉60件,办结58件."""
_SERVICES = "公共法律服务"
_IN_ALL, _NEW = ("总量", "总数", "总户数", "总人数"), re.compile("^新(?:登记|增加?|设立?|建|注册|发展|招录?)?(?=..)")
_OF_A_LEVEL = re.compile(
    r"((?:(?:省|自治区|市|区|县|州|盟|旗|乡|镇|村|街道|街|社区|居|园区|办事处)|[级()、])*+)(中心|工作站|服务站|工作室|服务点|站|室)"
)
"""The houses of a network by their levels: 建成公共法律服务平台,其中县级|中心1个、镇街|工作站12个."""
_SETTLING = re.compile("(?:成功|及时|有效)?(?:调处|化解|排查|处置|处理)")


class SaidOf:
    """Puts in what a phrase is said of, with the words of a lexicon and what is open."""

    def __init__(self, wording: Wording, opened: Open) -> None:
        self._wording, self._open, self._phrases = wording, opened, wording.phrases
        self._joining = tuple(wording.phrases.joining)

    def mediators(self, phrase: str, topic: Topic) -> str:
        """“律师” or “法律顾问” where these mediated, who are no people's mediators (律师调解案件90件; 调解成功率98%),
        “人民调解” where these took disputes on and their name is left out (90个调委会受理纠纷860件), else ""."""
        if topic.head == _MEDIATION and _TAKEN_ON.fullmatch(phrase):
            theirs = self._open.actor is not None and self._open.actor.name.endswith(_MEDIATORS)
            return topic.head if theirs else ""
        shown = any(word in phrase for word in topic.shown_by)
        if topic.head != _MEDIATION or topic.head[2:] not in phrase or shown or _LAWYERS in phrase:
            return ""
        actor = self._open.actor
        if _ADVISERS in (self._open.fields[-_FEW:] if actor is None else actor.name):
            return "" if _ADVISERS in phrase else _ADVISERS
        theirs = actor is not None and actor.name.endswith(_LAWYERS)
        same = phrase.startswith(topic.head[2:]) and actor is None
        before = same and any(map(_BY_LAWYERS.match, self._open.done[-_FEW:]))
        return _LAWYERS if theirs or before else ""

    def put(self, draft: Draft, phrase: str, topic: Topic, actor: str) -> str:
        """The phrase with the first thing that it is known to be said of: a whole, a programme, an owner, a field."""
        wording = self._wording
        if house := self._house(phrase, topic):
            return house
        if draft.parent and _VERDICT.fullmatch(phrase):
            return phrase if draft.theme else wording.object_of(draft.parent) + phrase
        if draft.parent and not (draft.kind is Kind.MONEY and self._phrases.verb.search(phrase)):
            return wording.part_of(draft.parent, phrase)
        if draft.programme or phrase == COVERED:  # 建成工作站80个,实现市、县、乡三级全覆盖
            return (draft.programme or topic.head or topic.name) + phrase
        if draft.people and draft.known and _TAKING_PART.fullmatch(phrase):
            enrolled = draft.known.removesuffix(_ENROLLED)  # 客观题报名90人,参考86人
            return enrolled + phrase if enrolled != draft.known else "参加" + draft.known
        if draft.owner and draft.owner not in phrase:
            return draft.owner.removesuffix(phrase[:2]) + phrase  # 市级报备45件,报备率100%
        if topic.head and phrase in _ENDING_A_STATE:
            return phrase + topic.head
        if draft.caseload and wording.tells_apart(draft.caseload):
            return draft.caseload + phrase
        if draft.lacks_object and draft.known.endswith(_DISPUTES) and _SETTLING.fullmatch(phrase):
            return phrase + draft.known
        if draft.lacks_object and draft.known.endswith(_RULES) and AMENDING.fullmatch(phrase):
            return phrase + draft.known
        if draft.lacks_object and draft.known.endswith(_TASKS) and _CARRIED_OUT.fullmatch(phrase):
            return phrase + draft.known
        if name := self._handled_by_name(draft, phrase):
            return name + phrase
        if self._is_of(draft, topic) or (draft.lacks_object and _QUOTED.fullmatch(draft.known)):
            return draft.known + phrase
        # What a campaign did alone tells of no field: “以案促改”行政复议直接纠错.
        rate = phrase.endswith("率") and len(phrase) <= _RATE_ALONE
        alone = "“" in draft.theme and (draft.lacks_object or rate)
        themed = draft.theme and not alone
        if themed or (names(actor, topic) and names(phrase, topic)):  # 个人调解工作室|调解案件
            return phrase
        matters = draft.kind is Kind.COUNT and self._open.unit in _DISPUTED
        if matters and not actor and topic.head == _MEDIATION and _MEDIATING.fullmatch(phrase):
            return phrase + _DISPUTES[0]
        if topic.head:
            money, relative = draft.kind is Kind.MONEY, bool(draft.noun)
            said = names(phrase, topic) and phrase != topic.head[2:]  # 安置刑满释放人员37人,帮教27人
            took_part = draft.lacks_object and draft.people and draft.known not in phrase and not said
            took_part = took_part and not phrase.endswith(_ASKED)
            phrase += draft.known if took_part else ""
            headed = wording.headed(phrase, topic, actor, in_front=money, relative=relative)
            unsaid = draft.lacks_object and not topic.said and headed == phrase
            return self._said_of_known(draft, phrase) if unsaid else headed
        return self._said_of_known(draft, phrase)

    def _house(self, phrase: str, topic: Topic) -> str:
        """县级中心 -> 县级公共法律服务中心, where these were told before; "" for others."""
        verb = verb_at_start(phrase, self._phrases)
        house = _OF_A_LEVEL.fullmatch(phrase, verb) if topic.name == _SERVICES else None
        told = house and any(_SERVICES in said for said in self._open.done[:-1][-_FEW:])
        return f"{phrase[:verb]}{house[1]}{_SERVICES}{house[2]}" if house and told else ""

    def _handled_by_name(self, draft: Draft, phrase: str) -> str:
        """推出“一证即办”措施86项,办理5万件: what was handled was no measure, but what has its name; "" for others."""
        named = _NAME.search(draft.known) if draft.lacks_object and phrase in _HANDLING else None
        return named[0] if named and self._open.unit != self._open.thing_unit else ""

    def _said_of_known(self, draft: Draft, phrase: str) -> str:
        """The phrase of a topic without a head, said of the work or the thing that the words before speak of."""
        if draft.work and not self._phrases.work.search(phrase):
            verb = phrase.rfind("的") + 1 if draft.noun else verb_at_start(phrase, self._phrases)
            return phrase[:verb] + draft.work + phrase[verb:]
        own = phrase.endswith("款") or draft.known.endswith(phrase)  # 捐款 has its object in itself; 去年办结, 今年办结
        if own or not draft.known or draft.known in phrase:
            return phrase
        if phrase in _IN_ALL:  # 新登记主体2万户,总量9万户
            return _NEW.sub("", draft.known) + phrase
        if draft.lacks_object and len(phrase) > _SHORT_VERB:
            same = self._open.thing_unit == self._open.unit and self._open.unit in (*MATTERS, "个", "处")
            return draft.known + phrase if same else phrase  # 建议|办理完成
        verb = verb_at_start(phrase, self._phrases)
        if verb and draft.known.endswith(phrase[:verb]):  # 平均删减29条,删减比例20%
            return phrase
        if phrase.endswith("率") and verb:  # 考核通过率, 回访满意率 stay together
            return draft.known + phrase
        thing = phrase[verb:]
        known = draft.known.removesuffix(thing[:2]) if len(thing) > _SHORT_VERB - 1 else draft.known
        sibling = thing and draft.known.endswith(thing)  # 入库项目12个、落地项目8个
        return phrase if sibling else phrase[:verb] + known + thing

    def _is_of(self, draft: Draft, topic: Topic) -> bool:
        """Whether a verb or rate alone is best said of what is known: 一审行政诉讼案件审结, 特殊群体援助案件完成率."""
        if draft.known.endswith(_DISPUTES) and _SETTLED.fullmatch(draft.phrase):
            return True
        mediated = draft.phrase in (_MEDIATED, _MEDIATED[:2]) and draft.known.endswith(_DISPUTES)
        if mediated and self._wording.tells_apart(draft.known):
            return True  # 医疗纠纷调解成功
        if draft.lacks_object and _SET_APART.fullmatch(draft.known):
            return True  # 以县政府为被告的案件12件,胜诉9件
        if not topic.head:
            return False
        if draft.lacks_object and draft.known.endswith(_COMPLAINTS):
            return True
        alone = draft.lacks_object or draft.phrase.endswith("率")
        if not alone or draft.people or draft.known in draft.phrase or names(draft.phrase, topic):
            return False
        if _FIELD_CASES.search(draft.known):  # 一审行政案件120件,审结98件
            return True
        shown = any(word in draft.phrase for word in topic.shown_by) or draft.phrase.startswith(self._joining)
        return not shown and self._wording.specific(draft.known, topic)
