"""The measure of a number as far as the words to its left and right spell it out, before its topic is known.

What only points at an earlier measure is `ellipsis`; what was read before is handed in as `Open`.
"""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.clauses import Span
from bot.reading.measures.behind import Behind
from bot.reading.measures.ellipsis import Ellipsis
from bot.reading.measures.governed import FIGURE, done_to, plainly_done, things_of, what_is_done
from bot.reading.measures.lasting import lasting
from bot.reading.measures.levels import levels
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.predicates import (
    noun_and_predicate,
)
from bot.reading.measures.ranks import rank
from bot.reading.measures.rates import Rates
from bot.reading.measures.said import TOO_LONG, judged
from bot.reading.measures.segments import Local
from bot.reading.measures.those import OF_THOSE, Those
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.lexicon import ReadingLexicon
from bot.reading.vocabulary.phrases import (
    counted_noun,
    ends_with_joint,
    verb_at_end,
    verb_at_start,
    verbs_only,
    without_examples,
    without_listed,
)

SHORT_NOUN, LONGEST_DOER = 6, 10
_QUOTED = re.compile("(?:“[^“”]*”[、和]?)+")
_LIST_GOES_ON = re.compile("(?:以及|[、和及的])+$")
_ASPECT_OF = re.compile("(方面|层面|环节|维度)的(.+)")
_TO = re.compile("^[为向给除]|^[在从]$|对(?![象口外接标照比])")
_BY = re.compile("^(?:通过|围绕|依托|以)(?=.)")
_REACHED = re.compile("^(?:实现|做到|达到|保持)")
_KEPT = re.compile("(?:继续|持续)?(?:实现|做到|保持)$")
_ON_THE_WAY = re.compile(
    "(?:“[^“”]{1,5}式”|有望|已经|已|大幅度?|逐步|逐年|进一步|再次|再|快速|稳步|持续|不断|首次|均)+$"
)
_MADE_UP = re.compile("^([组构]成)(?:的)?")
_NAMED = re.compile("[和及与、]((?:“[^“”]*”)+)$")
_HELD_FOR = re.compile("对([^,、]{2,12})((?:组织)?(?:开展|进行|实施))")
_SENT_BY = re.compile(
    "(组织|动员|发动|安排|推动|督促|选派|邀请)(?:街道|社区|镇|乡|村|机关|局机关|基层|所属|辖区|系统|全体|[及和、])+"
)
_IN_A_ROW = re.compile("(?:已|均|都)?连续[^,、]{1,3}年")
_PLACE_UNITS = ("省", "市", "区", "县", "州", "镇", "乡", "村", "街道", "社区", "地")
_ON_WHICH = re.compile("为(?:基础|重点|核心|依托|抓手|目标|牵引)")
_INSTALMENTS = ("批", "批次", "期", "组", "年", "步", "个阶段", "个批次")
_BIG = re.compile("大(?![型厅会队学案赛讲数量专])")
_ASIDE = re.compile(r"^\([^()]*\)")
_CONCERNING = re.compile("[^“”、]{0,16}?(?:涉及|涵盖|覆盖|解决|化解)")
_AS_ONE = re.compile("(建成|建立|打造|形成|成立)了?集?.*[为于]一体的?$")
"""建成律师、公证、调解为一体的7个中心: what is in one says less than what it is."""
_OF_LEVEL = ("本级", "各级", "所属", "下属", "基层")
_THEN = ("对", "就", "向", "到", "赴", "前往", "深入", "与")
"""What opens the words behind a number that only says how often they were done."""
_NAMED_SO = "示范创建"
_HOLDING = ("召开", "举办", "举行", "开展")
_ASPECTS = ("方面", "环节", "层面")
KINDS, _KINDS, _SO_MANY = "类别", ("类", "大类"), re.compile(r"[、,]?(?:共计?|计)? ?\d")
_PARTY = re.compile("作?为[^,;。]{0,8}?(?:被告|被申请人|原告|第三人)")


class Drafter:
    """Drafts measures with the words of a lexicon and what is open."""

    def __init__(self, lexicon: ReadingLexicon, wording: Wording, opened: Open) -> None:
        self._wording = wording
        self._phrases, self._times, self._names = lexicon.phrases, lexicon.times, lexicon.names
        self._open = opened
        self._those = Those(wording, opened)
        self._rates = Rates(lexicon.phrases, opened)
        self._ellipsis = Ellipsis(lexicon, wording, opened)
        self._value = 0.0
        self._behind = Behind(wording, opened, self._those)

    def draft(self, text: str, local: Local, kind: Kind) -> Draft:
        """The draft of a fact's measure."""
        self._value = local.numeral.value
        left = text[max(local.left[0], local.left[1] - FAR) : local.left[1]]
        own = self._behind_actor(text, local)
        own = own[:-1] if kind is Kind.RATE and own.endswith("比在") else own  # 受案数占比在50%左右
        pointing = self._ellipsis.draft(text, local, kind, left, own)
        reshaped = self._reshaped(text, local, left)
        if pointing and local.share_of and not pointing.whole:
            near, among = self._open.last >= local.before[0], self._those.among(text, local)
            pointing.owner = self._rates.owner(pointing.phrase, near=near, among=among)
        draft = pointing or reshaped or self._arrived(own) or self._spelled_out(text, local, kind, own)
        if draft.phrase.endswith("中") and text.startswith(",", local.right[1]):  # 审结的50件案件中
            draft.phrase = draft.phrase[:-1]
        unit = local.numeral.unit
        if unit in _ASPECTS and draft.phrase and not (draft.phrase.endswith(_ASPECTS) or draft.lacks_object):
            draft.phrase += unit  # 部署9方面33条举措
        kinds = unit in _KINDS and (local.noun_follows or _SO_MANY.match(text, local.numeral.end))
        if (
            kinds
            and kind is Kind.COUNT
            and not left.endswith("其中")
            and not (draft.lacks_object or draft.whole or draft.noun)
        ):
            draft.phrase = draft.phrase.removesuffix(KINDS) + KINDS  # 5类13项任务
        return draft

    def _reshaped(self, text: str, local: Local, left: str) -> Draft | None:
        """9个科室重组为5个股室: 重组后的股室; 9个科室整合为5个: 整合后的科室."""
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
        before = self._open.before
        return Draft(before, whole=True) if before and not thing else judged(thing, self._phrases) if thing else None

    def _spelled_out(self, text: str, local: Local, kind: Kind, own: str) -> Draft:
        """A measure said by the words around its number; `own` are those before it and behind the actor."""
        left = self._wording.tidy(own)
        before_number = text[max(local.left[0], local.numeral.number - FAR) : local.numeral.number].rstrip()
        if local.noun_follows and ends_with_joint(text[slice(*local.left)]):
            left = left[: verb_at_start(left, self._phrases)]
        if left == "分" or (left.endswith("分") and local.numeral.unit in _INSTALMENTS):  # 分2批次公布
            left = left[:-1]
        if local.noun_follows and text[slice(*local.left)].rstrip().endswith("由"):  # 组建由5名律师组成的队伍
            left = ""
        right = self._behind_number(text, local)
        if kind is Kind.RANK:
            if local.left[0] > local.segment[0] and (
                row := _IN_A_ROW.search(text, max(local.segment[0], local.left[1] - FAR), local.left[1])
            ):
                own = text[local.segment[0] : row.start()] + text[slice(*local.left)]  # 数量连续两年居全省第一
            right = self._wording.rank(own) if left else right
            return rank(text, local, right, self._those.among(text, local), self._open, self._phrases.standing)
        if local.numeral.unit == "级" and right:
            return levels(_first(text, local.right), left, right, self._wording, self._open.object)
        if kind is Kind.DURATION:
            return lasting(text, local, left, self._wording)
        if local.numeral.family == "zero":
            said = _KEPT.sub("", _REACHED.sub("", left.rstrip("“")))
            return Draft(said + self._nothing_of(text, local))
        named = local.noun_follows and right and not verbs_only(right, self._phrases)
        of, noun = self._open.parent.rfind("的") + 1, self._open.parent[-2:]
        if local.bracket and named and of and right.endswith(noun):  # 4名获奖的律师(1名专职律师)
            return Draft(self._open.parent[:of] + right, whole=True)
        if (
            local.bracket
            and not named
            and (not left or left.endswith("同期") or verbs_only(left, self._phrases) or "指标" in left)
        ):
            return self._behind.aside(left, text, local)
        if kind is Kind.RATE and local.noun_follows:
            return judged(left if left.endswith("率") else left + right, self._phrases)  # 应诉率保持100%的良好态势
        if local.noun_follows and local.numeral.unit == "次" and text.startswith(_THEN, local.numeral.end):
            done = noun_and_predicate(right[1:], self._phrases, governed=True)[1]
            doer = left if len(left) <= LONGEST_DOER else ""
            return judged(doer + (plainly_done(done) or right), self._phrases)  # 先后20次对督察工作作出批示
        if counted := self._those.counted(local, text, left, right):
            return counted
        if local.noun_follows and local.numeral.unit in _PLACE_UNITS:
            said = self._wording.tidy(_first(text, local.right))
            if _SO_MANY.match(text, local.numeral.end):  # 对2市4县6个单位开展督察
                said = noun_and_predicate(said, self._phrases, governed=True)[1] or said
            if verb_at_start(said, self._phrases):  # 在3市8县开展试点
                return Draft(f"{plainly_done(said)}的{local.numeral.unit}", noun=local.numeral.unit)
        if local.noun_follows:
            noun, done = done_to(text, local, self._wording, opens=not left or left.endswith(_OF_LEVEL))
            if not done:
                noun, done = things_of(text, local, left, self._wording)
            if done:
                return Draft(f"{done}的{noun}", noun=noun)
            goes_on = text[local.right[1] - 1] != "、"  # 2名律师被评为先进、1名同志被表彰
            more = goes_on and local.right[1] < local.segment[1] and local.predicate == (0, 0)
            before_number = text[slice(*local.left)].rstrip()
            if before_number.endswith("被"):
                return self._by_whom(left, right)
            return self._before_noun(left, right, modified=before_number.endswith("的"), more=more)
        if kind is Kind.COUNT and left and "的" in before_number and OF_THOSE.search(before_number):
            said = self._wording.tidy(text[slice(*local.left)])
            of = self._open.counted.rfind("为") + 1 if text[local.left[0]] == "为" else 0
            return self._those.of_whom(self._open.counted[:of] + said)  # 被申请人为部门的120件;为镇街的48件
        return self._behind.draft(left, right, text, local)

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
        return text[max(start, end - FAR) : end]

    def _behind_number(self, text: str, local: Local) -> str:
        """The words to the right of a number, with what is said of the whole list that it stands in."""
        right = _LIST_GOES_ON.sub("", _first(text, local.right)) if local.right[0] < local.right[1] else ""
        if local.predicate != (0, 0):
            right += FIGURE.sub("", _first(text, local.predicate))
        right = _ASIDE.sub("", right) if right.startswith("(") else right  # 152项(子项)
        right = right[1:] if not local.numeral.unit and _BIG.match(right) else right  # 5大核心领域
        if "为" in right and "以" in text[slice(*local.left)]:
            right = _ON_WHICH.split(right)[0]  # 以29项事项|为基础开展巡查
        return self._wording.tidy(right).lstrip("的")

    def _nothing_of(self, text: str, local: Local) -> str:
        """What a zero says there is none of (零败诉)."""
        said = self._names.zero_of.match(text, local.numeral.number + 1)
        return said[0] if said else ""

    def _by_whom(self, left: str, right: str) -> Draft:
        """“云公证”被8家媒体报道: those who did it, and to what."""
        noun, predicate = noun_and_predicate(right, self._phrases, governed=True)
        patient = left.rpartition("的")[2]
        return (
            Draft(f"{predicate}{patient}的{noun}", noun=noun) if predicate else judged(patient + right, self._phrases)
        )

    def _before_noun(self, left: str, right: str, *, modified: bool, more: bool) -> Draft:
        """The noun follows its number: 收到252宗行政复议申请, 对7宗案件制定管控措施.

        `modified`: a 的 stands before the number; `more`: another number follows.
        """
        phrases = self._phrases
        if "一体" in left and (in_one := _AS_ONE.fullmatch(left)):
            left, modified = in_one[1], False
        if left.startswith("对") and (held := _HELD_FOR.fullmatch(left)):  # 对合同开展2次评查
            return judged(held[2] + held[1] + right, phrases)
        right, left = what_is_done(counted_noun(right, phrases), phrases), self._wording.without_receiver(left)
        if "、" in left and left.count("、") + 1 == self._value and not verb_at_start(left, phrases):
            left = ""  # 强省建设、事后监管|两项工作列入激励事项
        if left.startswith("在") and right.endswith("中"):  # 在调解的80件纠纷中
            left, right = left[1:], right[:-1]
        toward = _TO.search(left)
        modifier = left[toward.end() :] if toward else left.split("是")[-1]
        modifier = "" if toward and "、" in modifier and modifier.endswith("等") else modifier
        if toward or (modified and 0 < len(modifier) <= TOO_LONG and not phrases.moving.fullmatch(left)):
            noun, predicate = noun_and_predicate(right, phrases, governed=bool(toward))
            if toward or not predicate:
                noun = (modifier + "的" if modified and modifier else modifier) + noun
            said = "" if toward and more else plainly_done(predicate.removesuffix("外"))
            noun = noun[noun.rfind("的") + 1 :] if len(said) + len(noun) > TOO_LONG else noun
            return Draft(f"{said}的{noun}", noun=noun) if said else judged(noun, self._phrases)
        left = _BY.sub("", left)
        left = left if left.endswith(_HOLDING) else without_listed(left, phrases)
        if at := _SENT_BY.fullmatch(left):  # 组织街道120名干部参加考试
            left = at[1]
        verb, ahead = verb_at_end(left, phrases), verb_at_start(left, phrases)
        if (verb in phrases.noun_verbs or verb == "研究") and 0 < ahead < len(left) - len(verb):  # 制定执法监督|3条举措
            left = left if len(left) + len(right) <= TOO_LONG else left[:ahead]
        elif verb and len(right) >= 3 and not left.endswith(_NAMED_SO):
            left = verb
        elif left.endswith("等") or _QUOTED.fullmatch(left, verb_at_start(left, phrases)):
            concerned = _CONCERNING.match(left)  # 案件涉及公安、国土等18个领域
            left = concerned[0] if concerned else left[:ahead]
        elif named := _NAMED.search(left):
            left = left[: verb_at_start(left, phrases)] + named[1]
        if not left and verbs_only(right, phrases):
            return Draft(right, lacks_object=True)
        counted = right.removesuffix(verb_at_end(right, phrases)) if more else right  # 3个观察点|上报1份意见
        plain = len(counted) > 2 and not phrases.verb.search(counted) and not counted.endswith("重")
        right = counted if plain else right
        if aspect := _ASPECT_OF.fullmatch(right):
            return Draft(aspect[2] + aspect[1])
        noun, predicate = noun_and_predicate(right, phrases, governed=bool(phrases.moving.fullmatch(left)))
        if made := _MADE_UP.match(predicate):  # 由1个中心、9个工作站组成的网络; 12名律师组成的服务队
            if len(noun) <= SHORT_NOUN:
                return Draft(f"{made[1]}{predicate[made.end() :]}的{noun}", noun=noun)
            right, predicate = noun, ""
        if not predicate:
            return judged(without_examples(left, phrases) + right, self._phrases)
        moved = bool(phrases.moving.fullmatch(left)) and predicate not in phrases.light
        moved = moved or (len(noun) < 3 and bool(phrases.organising.fullmatch(left)))  # 邀请9名人员开展评议
        if moved or not (phrases.verb.search(left) or more):
            return Draft(
                f"{left if more else ''}{self._wording.without_receiver(plainly_done(predicate))}的{noun}", noun=noun
            )
        return judged(left + noun, self._phrases)


def _first(text: str, span: Span) -> str:
    """The words of a span, as far as a phrase can reach."""
    return text[span[0] : min(span[1], span[0] + FAR)]
