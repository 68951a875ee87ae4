"""The phrase that says what a number measures, ellipsis resolved.

A `Chain` walks over the facts of a sentence in order and remembers what is still open: the last verb, the last object,
the measures so far and the actor. A number whose own words lack one of them takes it from the chain:
收到252宗行政复议申请,立案受理211宗 -> 收到行政复议申请, 行政复议立案受理.
"""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.clauses import BY_KIND, Span
from bot.reading.measures.doers import named_actor
from bot.reading.measures.drafts import KINDS, Drafter
from bot.reading.measures.fitting import fitting
from bot.reading.measures.lasting import FOR_YEARS
from bot.reading.measures.local import Local
from bot.reading.measures.naming import Naming
from bot.reading.measures.onward import goes_on, kind_by_kind, of_party, sorted_by
from bot.reading.measures.opened import EVENTS, MATTERS, PEOPLE, PERSONS, Draft, Open
from bot.reading.measures.places import PLACES
from bot.reading.measures.predicates import done_with, without_in_all
from bot.reading.measures.rates import as_rate
from bot.reading.measures.said import CLEARED, known, say_which
from bot.reading.measures.said_of import SaidOf
from bot.reading.measures.strays import balanced
from bot.reading.measures.themes import Themes
from bot.reading.measures.wording import Wording
from bot.reading.numbers.quantities import Numeral
from bot.reading.owners import Owners
from bot.reading.vocabulary.lexicon import ReadingLexicon, Topic
from bot.reading.vocabulary.phrases import verb_at_start, verbs_only

_THINGS = ("家", "个", "所", "部", "条", "篇", "户", "处", "名")
_STRAY = re.compile(
    r"^(?:19|20)\d{2}(?=[\u4e00-\u9fff])(?!\d{4}年)|[、和及与]\d+[^、和及与]*$|(?<=[\u4e00-\u9fff])\d{1,2}$"
)
"""Digits that belong to no word of the measure: a year without 年, a sibling without a unit, half of a number."""
_LEFT_BEHIND = "、，；：*-— "
"""Marks that a cut leaves in front of a measure."""
_DIGIT = re.compile(r"\d")
_PLACED_THINGS = ("处", "家", "户", "所")
"""Units that few nouns have: what was counted by them before in the sentence is what is counted by them again."""
_BODIES = ("家", "户", "所")
_WRITINGS = ("件", "条", "项", "份", "篇", "部", "个")
_PAPERS = (*MATTERS, "册", "本", "篇", "张")
SAME_CLAUSE, SAME_SENTENCE = 1.5, 0.4
LONGEST, MOST_LISTED, FEW_PARTS = 60, 3, 2
_PART = re.compile(f"其中|[,:](?:包括|包含|分别是|含)|(?<![^,;。:]){BY_KIND}")
_FOR_SOMEBODY = re.compile("[, ]*(?:全年|共|累计|另)?[为向对给](?![民主])")
_LENT_BY_NONE = ("在册", "在矫", "公证", "鉴定", "仲裁", "复议", "诉讼")  # states and fields that only look like verbs
_TURNED_INTO = ("改备案", "改为", "改告知")  # 审批|改备案
_NO_OBJECT, _REALLY = ("被", "无法", "不予"), "实际"
_HOLDING_AT_END = re.compile("(?:举办|开展|召开|组织)+$|^[^“”]{2,12}学习贯彻(?=.{8})")
_RATE = "率"
_TAKEN_TO = re.compile("(?<=^组织)(?:旁听|观看|收看|观摩|参观|聆听)$")
"""What people were taken to is no other event's verb: 组织旁听庭审9场、讲座6场."""
_TASKS = ("任务", "目标", "指标", "计划")
_CAME_THERE = re.compile("(?<![引改])进[村校企厂]|进社区|进机关|进单位|下乡|”")
"""What came to a place is an event of its own: 送戏进村46场,观众900人次."""
_MEAN, _TEAMS = "平均", ("小组", "专班")  # whose meetings have their name: 4个协调小组召开会议16次
_PERSON = re.compile("人(?![员民数才次大社])")


class Chain:
    """What is open while the facts of one sentence are read in order."""

    def __init__(self, lexicon: ReadingLexicon, wording: Wording, owners: Owners) -> None:
        self._wording = wording
        self._phrases, self._times = lexicon.phrases, lexicon.times
        self._open = Open()
        self._drafter = Drafter(lexicon, self._wording, self._open)
        self._naming, self._themes = Naming(self._wording, self._open), Themes(self._wording, self._open)
        self.owners = owners
        self._said_of = SaidOf(self._wording, self._open)
        self.topics: dict[str, float] = {}
        """Votes of the figures before in the sentence for the topic of the next one."""

    def goes_on(self, text: str, sentence: int, numeral: Numeral) -> bool:
        """Whether a sentence goes on with what the one before counted: with its cases set apart, by place or kind."""
        return goes_on(text, sentence, numeral, self._open, self._phrases)

    def begin(self) -> None:
        """Forget the sentence before: another begins."""
        self._open.forget()
        self.topics = {}

    def enter(self, text: str, clause: Span, segment: Span) -> None:
        """Note that the next fact stands in this clause and segment: a clause closes the open verb."""
        if clause != self._open.clause:
            if not (text.startswith("其中", clause[0]) or kind_by_kind(text, clause[0])):
                self.topics = dict.fromkeys(self.topics, SAME_SENTENCE)
            self._open.end_parts()
            self._open.verb, self._open.parent, self._open.clause, self._open.by = "", "", clause, ""
        self.owners.enter(text, clause, segment)
        self._open.actor = self.owners.actor

    @property
    def topic(self) -> str:
        """The topic of the figure before in the same clause, "" for none."""
        return next((topic for topic, vote in self.topics.items() if vote == SAME_CLAUSE), "")

    def note_topic(self, topic: str) -> None:
        """Remember the topic of the figure just read."""
        self.topics = {topic: SAME_CLAUSE}
        self._open.fields.append(topic)

    def topic_of_told(self, draft: Draft) -> str:
        """The topic of the figure that a draft tells more of (案件90件、应诉80件,同比分别增加9件和8件), "" for none."""
        return self._open.fields[-draft.told] if 0 < draft.told <= len(self._open.fields) else ""

    def draft(self, text: str, local: Local, kind: Kind, cell_heads: str | None = None) -> Draft:
        """The measure of the next fact, as far as the words themselves and the chain say; `cell_heads` in tables."""
        self._turn_to(text, local)
        in_table = cell_heads is not None
        draft = Draft(self._wording.tidy(cell_heads or "")) if in_table else self._drafter.draft(text, local, kind)
        draft = as_rate(draft, self._phrases) if kind is Kind.RATE else draft
        weak = (draft.general or draft.lacks_object) and not draft.phrase.endswith(self._phrases.whole_deeds)
        if weak and not draft.known:
            self._take_known(draft, text, local)
        self._part_of_general(draft)
        say_which(draft, text, local, self._wording)
        if self._open.by and kind is Kind.COUNT:
            of_party(draft, self._open.by, self._phrases)
        if draft.phrase.startswith("被") and (taken := self._naming.taken_up(draft.phrase, local)):
            draft.phrase = taken
        draft.kind = kind
        in_row = self._open.row or not self._open.parts
        self._open.parts += 1
        self._open.alike &= kind is Kind.COUNT and local.numeral.unit == self._open.parent_unit and in_row
        self._naming.name(draft, text, local, kind)
        self._themes.put(draft, text, local)
        self._open.event = self._naming.event(draft, text, local)
        self._remember(draft, local.numeral.unit)
        if local.share_of:  # 注销、吊销分别为3人和2人,执业律师90人: an item of a row lends no verb
            self._open.verb = ""
        self._open.amounts.append((local.numeral.value, local.numeral.unit))
        self._open.last, self._open.unit = local.numeral.start, local.numeral.unit
        return draft

    def _turn_to(self, text: str, local: Local) -> None:
        """Close what ends before the next fact, and open the brackets or the parts that it stands in."""
        same_segment = self._open.row = self._open.last >= local.segment[0]
        if self._open.last < local.before[0] or not (same_segment or self._alike(local.numeral.unit)):
            self._open.verb = ""
        if self._open.whole and not same_segment:  # 320件,其中甲类90件、乙类80件,调解成功315件
            self._open.end_parts()
            if _FOR_SOMEBODY.match(text, *local.left):  # 其中民事90件、经济80件,为老人上门办证12件
                self._open.parent = ""
        if not same_segment and self._open.parts > FEW_PARTS and self._open.before.endswith(_RATE):
            self._open.parent = ""  # 办理鉴定90件,其中甲类60件、乙类20件,采信率99%,投诉2件
        opens_bracket = local.bracket and not same_segment
        self._open.leave_bracket(local.numeral.start)
        if opens_bracket:
            self._open.enter_bracket(text.find(")", local.segment[0], self._open.clause[1]))
        if opens_bracket or _PART.search(text, max(self._open.last, self._open.clause[0]), local.numeral.start):
            anew = not same_segment and text.startswith("。", self._open.clause[0] - 1)
            self._open.begin_parts(local.numeral.value, local.numeral.unit, anew=anew)
            self._open.by = sorted_by(text, max(self._open.last, self._open.clause[0]), local.numeral.start)

    def _take_known(self, draft: Draft, text: str, local: Local) -> None:
        """Give a verb or a general noun what the words before speak of, or the thing that was counted by its unit."""
        opens_line = local.before[0] == local.before[1] and text.endswith("\n", 0, self._open.clause[0])
        if opens_line and self._open.last < 0:  # a title or a heading names no thing: 工作总结, 强化组织领导
            return
        draft.known = known(text, local, self._wording, self._open)
        if draft.known.endswith(CLEARED):  # 对证明事项进行清理,取消9项、保留6项
            self._open.object = draft.known
        thing = self._open.thing
        if self._open.row and draft.general and PLACES.search(thing) and not thing.endswith(_TEAMS):
            draft.known, draft.general = "", False  # 督察9个乡镇、12个部门; 36个单位认领任务180项
            return
        joins = draft.phrase in self._phrases.joining or draft.phrase in self._phrases.audience
        belongs = joins or draft.known.endswith(PERSONS)
        draft.known = self._open.event if joins and self._open.event else draft.known
        unit = local.numeral.unit
        done_to_them = self._open.held and self._open.object == self._open.held  # 对86件法规进行清理,修改12件
        alike = (unit in _THINGS or done_to_them) and unit == self._open.thing_unit
        again = self._open.things.get(unit, "") if unit in _PLACED_THINGS else ""  # 隐患35处,通知书20份,整改33处
        thing = self._open.thing if alike else again
        same_things = draft.lacks_object and bool(thing)
        draft.known = thing if same_things else draft.known
        draft.people = same_things or (unit in PEOPLE and belongs)
        papers = self._open.last >= local.before[0] and self._open.thing_unit in _PAPERS
        if papers and draft.general and unit.startswith(EVENTS):
            draft.known = ""  # 代写文书90份,举办讲座20场
        held = (unit.startswith(EVENTS) and draft.lacks_object) or draft.phrase in self._phrases.audience
        if held and PLACES.search(draft.known) and not _CAME_THERE.search(draft.known):
            draft.known = ""  # 巡回12个村,宣讲30场,听众900人
        if draft.lacks_object and not draft.known and unit == self._open.thing_unit:
            draft.known = self._open.thing  # 反馈问题60项,整改57项
        draft.known = fitting(draft, unit, self._open, self._phrases)
        if unit in _BODIES and self._open.thing_unit in MATTERS and draft.known == self._open.thing:
            draft.known = ""  # 审议文件9份,约谈2家

    def _alike(self, unit: str) -> bool:
        """Whether a unit counts the same or the same sort of things as the one before: 议题210个,合同86份."""
        return unit == self._open.unit or (unit in _WRITINGS and self._open.unit in _WRITINGS)

    def _part_of_general(self, draft: Draft) -> None:
        """清理中介服务事项297项,其中保留事项66项: a general noun of a part is the noun of its whole."""
        whole = self._wording.object_of(self._open.parent) if draft.general and self._open.parent else ""
        verb = verb_at_start(draft.phrase, self._phrases)
        whole = self._open.object if whole.endswith(self._open.object) else whole
        if whole and verb and whole.endswith(draft.phrase[verb:]):
            draft.phrase, draft.general, draft.known = draft.phrase[:verb] + whole, False, ""

    def _remember(self, draft: Draft, unit: str) -> None:
        phrase = without_in_all(draft.phrase.removesuffix(KINDS))
        if draft.kind is Kind.CHANGE and not draft.whole:  # 办理时限平均压缩60%: told of is the time
            phrase = self._wording.level(phrase).removesuffix(_MEAN)
        verb = verb_at_start(phrase, self._phrases)
        verb = 0 if _PERSON.match(phrase, verb) else verb  # 负责|人
        had_its_object = draft.lacks_object and self._open.object  # 受理20件、审结18件,诉讼案件5件
        if had_its_object or self._naming.is_event(draft, unit) or phrase[:verb].startswith(_LENT_BY_NONE):
            self._open.verb = ""
        elif draft.noun:
            moving = self._phrases.moving.match(phrase)
            self._open.verb = moving[0] if moving else ""
        elif verb and not draft.whole:
            self._open.verb = _TAKEN_TO.sub("", phrase[:verb])
        elif not draft.verb and phrase not in self._phrases.audience:
            self._open.verb = ""
        self._remember_thing(draft, phrase, verb, unit)
        self._open.done.append(phrase)

    def _remember_thing(self, draft: Draft, phrase: str, verb: int, unit: str) -> None:
        """Remember what was counted, and what it was an event or a row of; the verb of `phrase` ends at `verb`."""
        if draft.noun:
            held = self._wording.held_by(phrase[: -len(draft.noun) - 1])
            self._open.thing, self._open.thing_unit = draft.noun.split("的")[-1], unit
            self._open.things[unit] = self._open.thing
            self._open.object, self._open.held = held or self._open.thing, held
        complete = not draft.noun and not (draft.lacks_object or draft.whole or draft.general)
        if (
            complete
            and len(phrase) > verb + (verb > 0)
            and not phrase.startswith(_NO_OBJECT)
            and not phrase.startswith(_TURNED_INTO, verb)
            and not (phrase.startswith(_REALLY) and verbs_only(phrase[len(_REALLY) :], self._phrases))
            and not phrase.endswith(self._phrases.standing)
        ):
            self._open.object = (
                self._wording.what_was_held(
                    phrase[verb:].lstrip("的").removeprefix("到") if verb else done_with(phrase, self._phrases)
                )
                or self._open.object
            )
            took_part = phrase[:verb].endswith("参加") or self._open.object != phrase[verb:]
            sat = draft.programme if draft.programme == self._open.held else ""  # 参加考试,考生90人,合格80人
            self._open.held = self._open.object if took_part else sat
            self._open.thing, self._open.thing_unit = self._open.object, unit
            self._open.things[unit] = self._open.thing
            if unit.startswith(EVENTS):
                event, row = _HOLDING_AT_END.sub("", self._open.object), self._open.row and self._open.event
                self._open.event = f"{row}、{event}" if row else event
            self._open.listed = [*(self._open.listed[-MOST_LISTED:] if self._open.row else ()), self._open.object]
        elif draft.kind is Kind.CHANGE and not draft.whole:  # 服务42个,办理时限压缩60%,跑动次数降为1次
            self._open.object = ""
        elif draft.general and phrase[verb:]:  # 征求意见90条,采纳30条
            self._open.thing, self._open.thing_unit = phrase[verb:], unit
        if draft.lacks_object and verb and unit.startswith(EVENTS) and phrase[verb:] in self._phrases.general:
            self._open.event = phrase[verb:]  # 组织培训8场,参训900人次

    def finish(self, draft: Draft, topic: Topic) -> str:
        """The measure: borrowed words, the actor and the head of its topic put in where it is unclear without them."""
        phrase = draft.phrase
        if draft.verb and draft.verb not in phrase:
            phrase = draft.verb + phrase
        actor = (
            ""
            if draft.whole or draft.parent or draft.noun
            else named_actor(self._open.actor, phrase, topic, self._wording) or self._said_of.mediators(phrase, topic)
        )
        phrase = self._said_of.put(draft, phrase, topic, actor)
        self._open.rated = draft.owner
        measure = actor + phrase
        if draft.theme and draft.theme.split("“")[-1].strip("”") not in measure:
            measure = draft.theme + phrase
        if _DIGIT.search(measure):
            measure = _STRAY.sub("", measure)
        measure = balanced(measure[:LONGEST].replace(",", "，")).lstrip(_LEFT_BEHIND)
        self._open.done[-1] = self._spoken_of(draft, measure)
        task = draft.whole and measure.endswith(_TASKS)  # 办理90件,完成任务60件的150%,其中: of those done
        whole = not (without_in_all(measure).endswith(self._phrases.standing) or task) and draft.kind is Kind.COUNT
        if whole:
            self._open.counted, self._open.counted_unit = self._open.before, self._open.unit
            self._open.counted_of = self._open.actor.name if self._open.actor else ""
        return measure or topic.name

    def _spoken_of(self, draft: Draft, measure: str) -> str:
        """What a sentence goes on to speak of: the rate that was so for years, not the years."""
        lasted = FOR_YEARS.sub("", measure) if draft.kind is Kind.DURATION else ""
        told = lasted and (draft.whole or lasted.endswith(self._phrases.standing))
        return lasted if told else measure.removesuffix(KINDS)
