"""The phrase that says what a number measures, ellipsis resolved.

A `Chain` walks over the facts of a sentence in order and remembers what is still open: the last verb, the last object,
the measures so far and the actor. A number whose own words lack one of them takes it from the chain:
收到252宗行政复议申请,立案受理211宗 -> 收到行政复议申请, 行政复议立案受理.
"""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.clauses import Span
from bot.reading.measures.doers import named_actor, names
from bot.reading.measures.drafts import Drafter
from bot.reading.measures.opened import EVENTS, FAR, PEOPLE, PERSONS, Draft, Open
from bot.reading.measures.said import known
from bot.reading.measures.segments import Local
from bot.reading.measures.wording import Wording
from bot.reading.owners import Owners
from bot.reading.vocabulary.lexicon import ReadingLexicon, Topic
from bot.reading.vocabulary.phrases import verb_at_start

_THINGS = ("家", "个", "所", "部", "条", "篇", "户", "处", "名")
_STRAY = re.compile(
    r"^(?:19|20)\d{2}(?=[\u4e00-\u9fff])(?!\d{4}年)|[、和及与]\d+[^、和及与]*$|(?<=[\u4e00-\u9fff])\d{1,2}$"
)
"""Digits that belong to no word of the measure: a year without 年, a sibling without a unit, half of a number."""
_MATTERS = ("件", "条", "项", "宗", "起", "份")
SAME_CLAUSE, SAME_SENTENCE = 1.5, 0.4
LONGEST, SHORT, SHORT_VERB = 60, 10, 3
_PART = re.compile("其中|[,:](?:包括|包含|分别是|含)")
_PROGRAMME = re.compile(
    "“[^“”]{1,12}(?:”(?:机制|模式|计划|行动|活动|平台|工程|专项|品牌|项目)|(?:行动|计划|工程|活动)”)"
)
_REFORM = re.compile("(?:深化|推行|推进|实行|建立|实施)(“[^“”]{2,10}”)(?:改革|制度)")
"""What a clause is about where it opens so: 深化“一件事一次办”改革,全年办件8000件."""
_QUOTED = re.compile("“[^“”]{2,16}”")
_OF_PLATFORM = re.compile("(?:注册)?用户|粉丝|(?:访问|点击|浏览|阅读|播放|下载|关注)(?:总)?(?:量|人数|人次)")
_INTO = ("入库", "入驻", "进驻", "在库")
"""What entered something: it says into what only with its name (“专家库”入库专家)."""
_EXAM_RATE = re.compile("(?:参考|参训|参学|到课|合格|优秀|及格|优良)(?:率|人数|$)|(?:总体)?通过率|平均分")
_LENT_BY_NONE = ("在册", "在矫", "公证", "鉴定", "仲裁", "复议", "诉讼")  # states and fields that only look like verbs
_ENDING_A_STATE = ("解除", "新解除", "终止执行")  # what ends is the measure, not the person: 解除社区矫正
_TAKING_PART = re.compile("(?:参加|参与|参训|参会|受训|培训|参考|参赛|受教育)(?:人员|干部|学员)?")
_AT_STAKE = re.compile(
    "(?:涉及|涉案|罚款|罚没|赔偿|补偿)?(?:总|合同)?(?:标的额?|金额|标的金额|标的总额|资金|款项|案值)"
)
_FIELD_CASES = re.compile(".(?:行政|民事|刑事)案件$")
_CONCERNED = (*PEOPLE, "户", "家")
_INVOLVED = re.compile("(?:涉及|涉|牵涉).{2,6}")
_HOLDING_AT_END = re.compile("(?:举办|开展|召开|组织)+$")
_REACHING, _REACHED = (
    ("覆盖", "惠及", "辐射"),
    ("群体", "人群", "干部", "群众", "人员", "学生", "师生", "对象", "代表", "骨干"),
)
_NEAR = 40
_USED = re.compile(
    r"(?:用好|用足|依托|发挥)((?:(?![的、和及与]|建[成立]|设立|成立|打造)[^,;“”\d]){2,12}(?:平台|中心|热线|工作站))(?:的?[^,;\d]{0,4}作用)?,$"
)
_RATE_WORDS = ("率", "比", "度", "占", "权重", "指标", "面", "感", "指数", "水平")
_DISPUTES = ("纠纷", "争议", "矛盾", "隐患")
_SETTLED = re.compile("(?:调处|化解)成功|(?:调处|化解)(?:成功)?率")
_VENUES, _AT_A_VENUE = ("站", "室", "地", "广场", "公园"), re.compile("(?:组织)?(?:开展|举办)活动")
_TEACHING, _SPIRIT = "思想", "精神"  # taught and studied: nothing else is said of them
_STUDIED = re.compile("学习|研讨|宣讲|宣传|培训|轮训|党课|读书|教育|辅导|讲座|交流|“")
_ITS_OWN_WORK = re.compile("法治|法律|学法|述法|普法")
_MEDIATED = "调解成功"
_SETTLING = re.compile("(?:成功|及时|有效)?(?:调处|化解|排查|处置|处理)")


class Chain:
    """What is open while the facts of one sentence are read in order."""

    def __init__(self, lexicon: ReadingLexicon, wording: Wording, owners: Owners) -> None:
        self._wording = wording
        self._phrases, self._times = lexicon.phrases, lexicon.times
        self._open = Open()
        self._drafter = Drafter(lexicon, self._wording, self._open)
        self.owners = owners
        self._joining = tuple(lexicon.phrases.joining)
        self._nominal = tuple(lexicon.phrases.noun_verbs)
        self.topics: dict[str, float] = {}
        """Votes of the figures before in the sentence for the topic of the next one."""

    def enter(self, text: str, clause: Span, segment: Span) -> None:
        """Note that the next fact stands in this clause and segment: a clause closes the open verb."""
        if clause != self._open.clause:
            if not text.startswith("其中", clause[0]):
                self.topics = dict.fromkeys(self.topics, SAME_SENTENCE)
            self._open.verb, self._open.parent, self._open.clause = "", "", clause
        self.owners.enter(text, clause, segment)
        self._open.actor = self.owners.actor

    @property
    def topic(self) -> str:
        """The topic of the figure before in the same clause, "" for none."""
        return next((topic for topic, vote in self.topics.items() if vote == SAME_CLAUSE), "")

    def note_topic(self, topic: str) -> None:
        """Remember the topic of the figure just read."""
        self.topics = {topic: SAME_CLAUSE}

    def draft(self, text: str, local: Local, kind: Kind, cell_heads: str | None = None) -> Draft:
        """The measure of the next fact, as far as the words themselves and the chain say; `cell_heads` in tables."""
        same_segment = self._open.row = self._open.last >= local.segment[0]
        if self._open.last < local.before[0] or not (same_segment or local.numeral.unit == self._open.unit):
            self._open.verb = ""
        opens_bracket = local.bracket and not same_segment
        if opens_bracket or _PART.search(text, max(self._open.last, self._open.clause[0]), local.numeral.start):
            self._open.parent, self._open.parent_unit, self._open.verb = self._open.counted, self._open.counted_unit, ""
        in_table = cell_heads is not None
        draft = Draft(self._wording.tidy(cell_heads or "")) if in_table else self._drafter.draft(text, local, kind)
        if kind is Kind.RATE and not any(word in draft.phrase for word in _RATE_WORDS):
            draft = Draft(draft.phrase + "率", known=draft.known, whole=draft.whole)
        if not draft.known and (draft.general or draft.lacks_object):
            draft.known = known(text, local, self._wording, self._open)
            joins = draft.phrase in self._phrases.joining or draft.phrase in self._phrases.audience
            belongs = joins or draft.known.endswith(PERSONS)
            draft.known = self._open.event if joins and self._open.event else draft.known
            unit = local.numeral.unit
            same_things = draft.lacks_object and unit in _THINGS and unit == self._open.thing_unit
            draft.known = self._open.thing if same_things else draft.known
            draft.people = same_things or (unit in PEOPLE and belongs)
        draft.kind = kind
        self._name(draft, text, local, kind)
        if draft.lacks_object and local.numeral.unit.startswith(EVENTS):  # “司法讲坛”举办12期,覆盖干部800人次
            self._open.event = self._named_before(text, local) or self._open.event
        self._remember(draft, local.numeral.unit)
        self._open.last, self._open.unit = local.numeral.start, local.numeral.unit
        return draft

    def _name(self, draft: Draft, text: str, local: Local, kind: Kind) -> None:
        """Say of which programme, event, caseload or work the draft speaks, as far as the words before name one."""
        if _EXAM_RATE.match(draft.phrase) and not self._open.before.endswith("率"):
            draft.programme, draft.verb = self._open.held, "" if self._open.held else draft.verb
        counted = self._open.last >= local.before[0] and self._open.object in self._open.before
        concerned = _AT_STAKE if kind is Kind.MONEY else _INVOLVED if local.numeral.unit in _CONCERNED else None
        if counted and concerned and concerned.fullmatch(draft.phrase):
            draft.caseload = self._open.object.split("的")[-1].removesuffix("数")
        unit = local.numeral.unit
        again = self._open.event.endswith(draft.phrase[:2])  # 专题培训10场,培训人员600人
        if self._open.event and not again and self._reaches(draft.phrase, unit):
            draft.programme = self._open.event
        if draft.general:
            venue = self._open.before.endswith(_VENUES) and counted and _AT_A_VENUE.fullmatch(draft.phrase)
            draft.programme = self._named_before(text, local, _PROGRAMME) or (self._open.object if venue else "")
        platform = _QUOTED.search(self._open.parent) if _QUOTED.fullmatch(draft.phrase) else None
        if platform and not draft.parent:
            draft.programme = platform[0]
        elif draft.phrase.startswith(_INTO) or _OF_PLATFORM.fullmatch(draft.phrase):
            draft.programme = self._named_before(text, local)
        if counted and unit == self._open.unit and self._is_event(draft, unit):
            draft.known = ""  # 党课1场、宣讲1场
        if not draft.programme and len(draft.phrase) <= SHORT_VERB + 1 and local.segment[0] > self._open.clause[0]:
            reform = _REFORM.match(text, self._open.clause[0], local.segment[0])
            draft.programme = reform[1] if reform else ""
        says_enough = draft.programme or draft.known or draft.parent or draft.whole or len(draft.phrase) > SHORT
        if not says_enough and (kind is not Kind.COUNT or unit not in PEOPLE):
            work = self._named_before(text, local, self._phrases.work)
            taught = _STUDIED.search(draft.phrase) and (unit.startswith(EVENTS) or not work.endswith(_SPIRIT))
            fits = taught if work.endswith((_TEACHING, _SPIRIT)) else not _ITS_OWN_WORK.search(draft.phrase)
            draft.work = work if fits else ""
        draft.programme = draft.programme or (self._used(text, local) if kind is Kind.COUNT else "")

    def _reaches(self, phrase: str, unit: str) -> bool:
        """Whether a phrase says no more than whom something reached: 覆盖干部群众, 覆盖特殊群体."""
        if self._phrases.reaching.fullmatch(phrase):
            return True
        return unit in PEOPLE and len(phrase) <= SHORT and phrase.startswith(_REACHING) and phrase.endswith(_REACHED)

    def _named_before(self, text: str, local: Local, name: re.Pattern[str] = _QUOTED) -> str:
        """The last name in quotation marks in the segments of the clause before, "" if none."""
        named = name.findall(text, max(self._open.clause[0], local.segment[0] - FAR), local.segment[0])
        return str(named[-1]) if named else ""

    def _used(self, text: str, local: Local) -> str:
        """用好公共法律服务平台,提供咨询2万人次: where it was done, named right before."""
        if not text.endswith(",", 0, local.left[0]):
            return ""
        used = _USED.search(text, max(self._open.clause[0], local.segment[0] - _NEAR), local.left[0])
        return self._wording.without_place(used[1]) if used else ""

    def _remember(self, draft: Draft, unit: str) -> None:
        phrase = draft.phrase
        verb = verb_at_start(phrase, self._phrases)
        had_its_object = draft.lacks_object and self._open.object  # 受理20件、审结18件,诉讼案件5件
        if had_its_object or self._is_event(draft, unit) or phrase[:verb].startswith(_LENT_BY_NONE):
            self._open.verb = ""
        elif draft.noun:
            moving = self._phrases.moving.match(phrase)
            self._open.verb = moving[0] if moving else ""
        elif verb and not draft.whole:
            self._open.verb = phrase[:verb]
        elif not draft.verb and phrase not in self._phrases.audience:
            self._open.verb = ""
        if draft.noun:
            held = self._wording.held_by(phrase[: -len(draft.noun) - 1])
            self._open.thing, self._open.thing_unit = draft.noun.split("的")[-1], unit
            self._open.object, self._open.held = held or self._open.thing, held
        complete = not draft.noun and not (draft.lacks_object or draft.whole or draft.general)
        if complete and phrase[verb:] and phrase[0] != "被" and not phrase.endswith(self._phrases.standing):
            self._open.object = self._wording.what_was_held(phrase[verb:])
            took_part = phrase[:verb].endswith("参加") or self._open.object != phrase[verb:]
            self._open.held = self._open.object if took_part else ""
            self._open.thing, self._open.thing_unit = self._open.object, unit
            if unit.startswith(EVENTS):
                event, row = _HOLDING_AT_END.sub("", self._open.object), self._open.row and self._open.event
                self._open.event = f"{row}、{event}" if row else event
        self._open.done.append(phrase)

    def finish(self, draft: Draft, topic: Topic) -> str:
        """The measure: borrowed words, the actor and the head of its topic put in where it is unclear without them."""
        phrase = draft.phrase
        if draft.verb and draft.verb not in phrase:
            phrase = draft.verb + phrase
        actor = (
            ""
            if draft.whole or draft.parent or draft.noun
            else named_actor(self._open.actor, phrase, topic, self._wording)
        )
        phrase = self._said_of(draft, phrase, topic, actor)
        self._open.rated = draft.owner
        measure = _STRAY.sub("", actor + phrase)[:LONGEST].replace(",", "，")
        self._open.done[-1] = measure
        whole = not measure.endswith(self._phrases.standing) and draft.kind is Kind.COUNT
        if whole:
            self._open.counted, self._open.counted_unit = measure, self._open.unit
        return measure or topic.name

    def _is_event(self, draft: Draft, unit: str) -> bool:
        """Whether a verb alone names an event of its own, which lends and borrows nothing: 集中学习6场、党课1场."""
        return draft.lacks_object and unit.startswith(EVENTS) and draft.phrase.endswith(self._nominal)

    def _said_of(self, draft: Draft, phrase: str, topic: Topic, actor: str) -> str:
        """The phrase with the first thing that it is known to be said of: a whole, a programme, an owner, a field."""
        wording = self._wording
        if draft.parent and not (draft.kind is Kind.MONEY and self._phrases.verb.search(phrase)):
            return wording.part_of(draft.parent, phrase)
        if draft.programme:
            return draft.programme + phrase
        if draft.people and draft.known and _TAKING_PART.fullmatch(phrase):
            return "参加" + draft.known
        if draft.owner and draft.owner not in phrase:
            return draft.owner + phrase
        if topic.head and phrase in _ENDING_A_STATE:
            return phrase + topic.head
        if draft.caseload and wording.tells_apart(draft.caseload):
            return draft.caseload + phrase
        if draft.lacks_object and draft.known.endswith(_DISPUTES) and _SETTLING.fullmatch(phrase):
            return phrase + draft.known
        if self._is_of(draft, topic):
            return draft.known + phrase
        if topic.head:
            money, relative = draft.kind is Kind.MONEY, bool(draft.noun)
            took_part = draft.lacks_object and draft.people and draft.known not in phrase and not names(phrase, topic)
            phrase += draft.known if took_part else ""
            return wording.headed(phrase, topic, actor, in_front=money, relative=relative)
        return self._said_of_known(draft, phrase)

    def _said_of_known(self, draft: Draft, phrase: str) -> str:
        """The phrase of a topic without a head, said of the work or the thing that the words before speak of."""
        if draft.work and not self._phrases.work.search(phrase):
            verb = phrase.rfind("的") + 1 if draft.noun else verb_at_start(phrase, self._phrases)
            return phrase[:verb] + draft.work + phrase[verb:]
        if not draft.known or draft.known in phrase or phrase.endswith("款"):  # 捐款 has its object in itself
            return phrase
        if draft.lacks_object and len(phrase) > SHORT_VERB:
            same = self._open.thing_unit == self._open.unit and self._open.unit in _MATTERS
            return draft.known + phrase if same else phrase  # 建议|办理完成
        verb = verb_at_start(phrase, self._phrases)
        if phrase.endswith("率") and phrase[:verb] in self._phrases.noun_verbs:  # 考核通过率 stays together
            return draft.known + phrase
        thing = phrase[verb:]
        known = draft.known.removesuffix(thing[:2]) if len(thing) > SHORT_VERB - 1 else draft.known
        sibling = thing and draft.known.endswith(thing)  # 入库项目12个、落地项目8个
        return phrase if sibling else phrase[:verb] + known + thing

    def _is_of(self, draft: Draft, topic: Topic) -> bool:
        """Whether a verb or rate alone is best said of what is known: 一审行政诉讼案件审结, 特殊群体援助案件完成率."""
        if draft.known.endswith(_DISPUTES) and _SETTLED.fullmatch(draft.phrase):
            return True
        if draft.phrase == _MEDIATED and draft.known.endswith(_DISPUTES) and self._wording.tells_apart(draft.known):
            return True  # 医疗纠纷调解成功
        if not topic.head:
            return False
        alone = draft.lacks_object or draft.phrase.endswith("率")
        if not alone or draft.people or draft.known in draft.phrase or names(draft.phrase, topic):
            return False
        if _FIELD_CASES.search(draft.known):  # 一审行政案件120件,审结98件
            return True
        shown = any(word in draft.phrase for word in topic.shown_by) or draft.phrase.startswith(self._joining)
        return not shown and self._wording.specific(draft.known, topic)
