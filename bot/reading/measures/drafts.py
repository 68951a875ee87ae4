"""The measure of a number as far as the words to its left and right spell it out, before its topic is known.

What only points at an earlier measure is `ellipsis`; what was read before is handed in as `Open`.
"""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.actors import AT_THE_TOP, without_doer
from bot.reading.clauses import Span
from bot.reading.measures.again import Again
from bot.reading.measures.ahead import SO_MANY, Ahead
from bot.reading.measures.behind import Behind
from bot.reading.measures.brackets import Brackets
from bot.reading.measures.ellipsis import Ellipsis
from bot.reading.measures.excepted import set_apart
from bot.reading.measures.found import found
from bot.reading.measures.governed import FIGURE
from bot.reading.measures.grades import graded
from bot.reading.measures.lasting import LASTED, kept_so, lasting, term_of
from bot.reading.measures.levels import levels
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.places import PLACES
from bot.reading.measures.ranks import rank, ranked
from bot.reading.measures.rates import Rates
from bot.reading.measures.said import TOO_LONG, judged
from bot.reading.measures.spending import given_for, paid_to, without_number_paid
from bot.reading.measures.those import OF_THOSE, Those
from bot.reading.measures.told_ahead import told_ahead
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.lexicon import ReadingLexicon
from bot.reading.vocabulary.phrases import ends_with_joint, verb_at_start

_LIST_GOES_ON = re.compile("(?:以及|[、和及的]|(?<!参)与)+$")
_REACHED_RATE = "实现"
_REACHED = re.compile("^(?:实现|做到|达到|保持)")
_KEPT = re.compile("(?:继续|持续)?(?:实现|做到|保持)$")
_ON_THE_WAY = re.compile(
    "(?:“[^“”]{1,5}式”|有望|已经|已|大幅度?|逐步|逐年|进一步|再次|再|快速|稳步|持续|不断|首次|均)+$"
)
_IN_A_ROW = re.compile("(?:已|均|都)?连续[^,、]{1,4}年")
_ON_WHICH = re.compile("为(?:基础|重点|核心|依托|抓手|目标|牵引)")
_INSTALMENTS = ("批", "批次", "期", "组", "年", "步", "个阶段", "个批次")
_ASIDE = re.compile(r"^\([^()]*\)")
_PLACED_HIGH = re.compile(
    "^(?:[位稳高]?居|位?列|排名?)[^,、的]{0,8}(?:首|榜首|前列|前茅|上游)位?$|^(?:遥遥)?领先$|^最多$"
)
"""How something stands among others, told without a number: 出证90件居全市前列."""
_ASPECTS = ("方面", "环节", "层面")
_MADE_UP = re.compile("[^,]{1,24}?[组构]成(?![^,;。\\n])")
_BATCHES, _IN_BATCHES, _OF_THINGS = "批次", ("批", "批次"), re.compile(r"\d{1,4}余?[件项个份条家篇]")
_MEAN, _POINT = "平均", "分"
_GOT, _SCORING = "得", re.compile("^在|中?(?:获得|取得|得)$")
_RESHAPED_AFTER = re.compile(
    "(整合|重组|合并|撤并|精简|清理|调整|优化|改革)后(?:共|仅)?(?:为|有|余|剩|保留|减至|增至)?"
)
_ARE_THESE = re.compile("(?<=..)(?:分别|依次)?是(?=[^、]{2,12}、)|(?<=[县区市镇乡])是(?=[^、]{2,12}、)")
"""What leads from a noun to the names of those counted: 居前的三个县|是东河县、西山县、北岭县."""
_FROM_WHICH_END = ("低", "高", "少", "多")
_FEW, _THE_LATTER = 3, "后者"
_STUDIED, _VOLUMES, _LAWS_STUDIED = "学法", "部", "学习法律法规"
KINDS, _KINDS = "类别", ("类", "大类")
_EACH_TIME, _TIME = re.compile("(?:平均)?每[期次场班届轮](?:为期)?"), "时长"
_BIG = re.compile("大(?![型厅会队学案赛讲数量专])")
_PARTY = re.compile("(?:作?为|作)[^,;。]{0,8}?(?:被告|被申请人|原告|第三人)")


class Drafter:
    """Drafts measures with the words of a lexicon and what is open."""

    def __init__(self, lexicon: ReadingLexicon, wording: Wording, opened: Open) -> None:
        self._wording = wording
        self._phrases, self._times, self._names = lexicon.phrases, lexicon.times, lexicon.names
        self._open = opened
        self._those = Those(wording, opened)
        self._rates = Rates(lexicon.phrases, opened)
        self._ellipsis = Ellipsis(lexicon, wording, opened)
        self._again = Again(wording, opened)
        self._ahead, self._behind = Ahead(wording), Behind(wording, opened, self._those)
        self._brackets = Brackets(wording, opened)

    def draft(self, text: str, local: Local, kind: Kind) -> Draft:
        """The draft of a fact's measure."""
        left = text[max(local.left[0], local.left[1] - FAR) : local.left[1]]
        own = self._behind_actor(text, local).removeprefix(_THE_LATTER)
        own = own[:-1] if kind is Kind.RATE and own.endswith("比在") else own  # 受案数占比在50%左右
        pointing = told_ahead(text, local, kind, self._open, self._wording) or self._led(text, local, own)
        pointing = pointing or self._ellipsis.draft(text, local, kind, left, own)
        reshaped = self._reshaped(text, local, left)
        if pointing and local.share_of and not pointing.whole:
            near, among = self._open.last >= local.before[0], self._those.among(text, local)
            in_turn = self._rates.in_turn(pointing.phrase, local.share_of) if near and not among else ""
            pointing.owner = in_turn or self._rates.owner(pointing.phrase, near=near, among=among)
        again = None if pointing else self._again.draft(text, local, kind)
        draft = pointing or again or reshaped or self._arrived(own) or self._spelled_out(text, local, kind, own)
        if draft.phrase.endswith("中") and text.startswith(",", local.right[1]):  # 审结的50件案件中
            draft.phrase = draft.phrase[:-1].removesuffix("的")
        unit = local.numeral.unit
        of_things = _OF_THINGS.match(text, local.numeral.end) if unit in _IN_BATCHES else None
        if draft.phrase and (of_things or (unit == _BATCHES and SO_MANY.match(text, local.numeral.end))):
            draft.phrase += _BATCHES  # 派出6批次90人次, 发布案例4批9件
        if local.aspect and draft.phrase:  # 反馈3个方面28项问题
            draft.phrase = draft.phrase.removesuffix(local.aspect) + local.aspect
        if unit in _ASPECTS and draft.phrase and not (draft.phrase.endswith(_ASPECTS) or draft.lacks_object):
            draft.phrase += unit  # 部署9方面33条举措
        kinds = unit in _KINDS and (local.noun_follows or SO_MANY.match(text, local.numeral.end))
        if (
            kinds
            and kind is Kind.COUNT
            and not left.endswith("其中")
            and not (draft.lacks_object or draft.whole or draft.noun)
        ):
            draft.phrase = draft.phrase.removesuffix(KINDS) + KINDS  # 5类13项任务
        return draft

    def _led(self, text: str, local: Local, own: str) -> Draft | None:
        """市政府收案12件,东河区以9件居首: what was counted before; None where nobody leads with a number alone."""
        start, end = local.left
        if own or start == end or not AT_THE_TOP.match(text, end - 1):
            return None
        counted = self._open.counted if self._open.counted_unit == local.numeral.unit else self._open.before
        return Draft(without_doer(counted).removeprefix(self._open.counted_of), whole=True)

    def _reshaped(self, text: str, local: Local, left: str) -> Draft | None:
        """9个科室重组为5个股室: 重组后的股室; 9个科室整合为5个: 整合后的科室."""
        after = _RESHAPED_AFTER.fullmatch(left.strip())
        if after and not local.noun_follows and (thing := self._open.thing or self._open.before):
            return Draft(f"{after[1]}后的{thing}", whole=True)  # 科室14个,整合后为9个
        made = self._times.reshaped.match(left)
        if not made or made.end() < len(left.rstrip("了约共")) or self._open.last < local.segment[0]:
            return None
        noun = self._wording.tidy(_first(text, local.right)) or self._open.thing or self._open.before
        return Draft(f"{made[1]}后的{noun}", whole=True)

    def _arrived(self, own: str) -> Draft | None:
        """由52天缩短至38天, 知晓率已提升至88.7%: where something arrived says the same as where it came from."""
        to = self._times.arrived.search(own)
        if not to:
            return None
        thing = _ON_THE_WAY.sub("", self._wording.tidy(_ON_THE_WAY.sub("", own[: to.start()])))
        if thing:
            return judged(thing, self._phrases)
        before = self._open.before
        return Draft(self._wording.level(before), whole=True) if before else None

    def _spelled_out(self, text: str, local: Local, kind: Kind, own: str) -> Draft:
        """A measure said by the words around its number; `own` are those before it and behind the actor."""
        left, right = self._before_number(text, local, own), self._behind_number(text, local)
        if kind is Kind.RANK:
            return self._ranked(text, local, own, left, right)
        if kind is Kind.RATE and left != _REACHED_RATE:  # 实现执法人员100%持证上岗
            left = left.removeprefix(_REACHED_RATE)
        if local.numeral.unit == "级" and right:
            return levels(_first(text, local.right), left, right, self._wording, self._open.object)
        if kind is Kind.DURATION:
            if self._open.event and _EACH_TIME.fullmatch(left):  # 举办培训9期,每期2天
                return Draft(left + self._open.event + _TIME)
            if left in LASTED and (said := self._done_so_long(text, local)):
                return Draft(said + _TIME, whole=True)
            so = term_of(left, self._open) or kept_so(text, local, own, self._open.before, self._wording)
            return so or lasting(text, local, left, self._wording)
        if local.numeral.family == "zero":
            said = _KEPT.sub("", _REACHED.sub("", left.rstrip("“")))
            return Draft(said + self._nothing_of(text, local))
        if kind is Kind.COUNT and left and (paid := paid_to(text, local, left)):
            return paid
        if kind is Kind.MONEY and (given := given_for(text, local, left, self._wording)):
            return given
        if kind is Kind.COUNT and (problems := found(text, local, self._wording)):
            return judged(problems, self._phrases)
        if kind is Kind.COUNT and (apart := set_apart(text, local)):
            return self._those.of_whom(self._wording.tidy(apart), local.numeral.unit)
        if aside := self._brackets.draft(text, local, left, right):
            return aside
        if kind is Kind.RATE and local.noun_follows:
            return judged(left if left.endswith("率") else left + right, self._phrases)  # 应诉率保持100%的良好态势
        if kind is Kind.COUNT and (grade := graded(left, text, local, self._wording, self._open)):
            return grade
        if members := self._members(text, local):
            return members
        if often := self._ahead.so_often(text, local, left, right):
            return often
        if counted := self._those.counted(local, text, left, right):
            return counted
        if local.noun_follows:
            return self._ahead.draft(text, local, self._taken_from(left), right)
        if not left and local.numeral.unit == _VOLUMES and self._open.before.endswith(_STUDIED):  # 学法9次、10部
            return Draft(self._open.before.removesuffix(_STUDIED) + _LAWS_STUDIED, whole=True)
        before = text[max(local.left[0], local.numeral.number - FAR) : local.numeral.number].rstrip()
        if kind is Kind.COUNT and left and "的" in before and OF_THOSE.search(before):
            said = self._wording.tidy(text[slice(*local.left)])
            of = self._open.counted.rfind("为") + 1 if text[local.left[0]] == "为" else 0
            return self._those.of_whom(
                self._open.counted[:of] + said, local.numeral.unit
            )  # 被申请人为部门的120件;为镇街的48件
        return self._behind.draft(left, right, text, local)

    def _done_so_long(self, text: str, local: Local) -> str:
        """抽调干部值守6个小区,历时45天: what the segment before says to be done."""
        if self._open.last >= local.before[0]:
            return self._open.before
        done = self._wording.tidy(_first(text, local.before))
        return done if len(done) <= TOO_LONG and verb_at_start(done, self._phrases) else ""

    def _taken_from(self, left: str) -> str:
        """抽查32个执法部门|180份案卷: the verb that governed the offices counted right before governs their things."""
        if not (self._open.row and PLACES.search(left)):
            return left
        said = next((said for said in reversed(self._open.done[-_FEW:]) if said.endswith(f"的{left}")), "")
        return said[: verb_at_start(said, self._phrases)] if said else left

    def _members(self, text: str, local: Local) -> Draft | None:
        """顾问团由12名律师、教授组成: its members; None for others."""
        made_up = text.endswith("由", *local.left) and _MADE_UP.match(text, local.numeral.end, local.segment[1])
        who = self._wording.tidy(text[local.segment[0] : local.left[1]].rstrip("由")) if made_up else ""
        return Draft(who + "成员", whole=True) if who and not verb_at_start(who, self._phrases) else None

    def _before_number(self, text: str, local: Local, own: str) -> str:
        """The words before a number that say something of it: in a list only the verb that governs it."""
        own = without_number_paid(own) if local.numeral.family == "money" else own
        left, before = self._wording.tidy(own), text[slice(*local.left)].rstrip()
        if local.noun_follows and before.endswith("由"):  # 组建由5名律师组成的队伍
            return ""
        if local.noun_follows and ends_with_joint(before):
            left = left[: verb_at_start(left, self._phrases)]
        if local.numeral.unit == _POINT and left.endswith(_GOT):  # 在考评中得91分
            return _SCORING.sub("", left) + "得分"
        if local.numeral.unit == _POINT and left.endswith(_MEAN):  # 参考率99%、平均92分
            return left + _POINT
        by_instalments = left == "分" or (left.endswith("分") and local.numeral.unit in _INSTALMENTS)  # 分2批次公布
        return left[:-1] if by_instalments else left

    def _ranked(self, text: str, local: Local, own: str, left: str, right: str) -> Draft:
        """What is ranked where, 连续两年 put aside: 数量连续两年居全省第一."""
        if local.left[0] > local.segment[0] and (
            row := _IN_A_ROW.search(text, max(local.segment[0], local.left[1] - FAR), local.left[1])
        ):
            own = text[local.segment[0] : row.start()] + text[slice(*local.left)]
        right = "" if right in _FROM_WHICH_END else right  # 全省第二低
        right = ranked(_IN_A_ROW.sub("", own), self._wording) if left else right
        return rank(text, local, right, self._those.among(text, local), self._open, self._phrases.standing)

    def _behind_actor(self, text: str, local: Local) -> str:
        """The words to the left of a number, the actor left out."""
        start, end = local.left
        actor = self._open.actor
        if actor and start <= actor.start and actor.end <= end and text[actor.end] != "(":
            if _PARTY.match(text, actor.end, end):  # 代理区政府为被告案件: the government did nothing there
                verbs = self._phrases.verb.finditer(text, start, actor.end)
                start = max((verb.start() for verb in verbs), default=actor.start)
            else:
                start = actor.start if text[actor.start] == "被" else actor.end
                start += AT_THE_TOP.match(text, start) is not None  # 东河镇以调解成功率98%居首
        return text[max(start, end - FAR) : end]

    def _behind_number(self, text: str, local: Local) -> str:
        """The words to the right of a number, with what is said of the whole list that it stands in."""
        right = _LIST_GOES_ON.sub("", _first(text, local.right)) if local.right[0] < local.right[1] else ""
        if local.predicate != (0, 0):
            right += FIGURE.sub("", _first(text, local.predicate))
        right = _ASIDE.sub("", right) if right.startswith("(") else right  # 152项(子项)
        right = _PLACED_HIGH.sub("", right)
        right = right[1:] if not local.numeral.unit and _BIG.match(right) else right  # 5大核心领域
        if "、" in right and (these := _ARE_THESE.search(right)):
            right = right[: these.start()]
        if "为" in right and "以" in text[slice(*local.left)]:
            right = _ON_WHICH.split(right)[0]  # 以29项事项|为基础开展巡查
        return self._wording.tidy(right).lstrip("的")

    def _nothing_of(self, text: str, local: Local) -> str:
        """What a zero says there is none of (零败诉)."""
        said = self._names.zero_of.match(text, local.numeral.number + 1)
        return said[0] if said else ""


def _first(text: str, span: Span) -> str:
    """The words of a span, as far as a phrase can reach."""
    return text[span[0] : min(span[1], span[0] + FAR)]
