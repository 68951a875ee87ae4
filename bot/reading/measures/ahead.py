"""The measure of a number whose noun follows it: 收到252宗行政复议申请, 对7宗案件制定管控措施."""

from __future__ import annotations

import re

from bot.reading.measures.governed import FIGURE, done_next, done_to, plainly_done, things_of, what_is_done
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, PEOPLE, PERSONS, Draft
from bot.reading.measures.places import OFFICES, PLACES
from bot.reading.measures.predicates import noun_and_predicate
from bot.reading.measures.said import TOO_LONG, judged
from bot.reading.measures.short_of import short_of
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.phrases import (
    counted_noun,
    says_little,
    verb_at_end,
    verb_at_start,
    verbs_only,
    without_examples,
    without_listed,
)

SHORT_NOUN, LONGEST_DOER, LONGEST_EXAMPLES, LONG_LIST = 6, 10, 18, 36
_OF_SEVERAL = re.compile(
    "^(?:研究|牵头)?(?:制定|制订|起草|拟定|拟订|编制|出台|印发|修订|研究拟定)(?:了)?(?:有关|关于|涉及)?[^的,、]{2,12}[、和及与][^的,]{2,24}$"
)
"""A paper that several matters are named for, each of which tells it apart: 制定法律援助、公证和人民调解的三个办法."""
SO_MANY = re.compile(r"[、,]?(?:共计?|计)? ?\d")
"""What goes on counting right behind a unit: 2市|4县6个单位, 5类|13项任务."""
_QUOTED = re.compile("(?:“[^“”]*”[、和]?)+")
_ASPECT_OF = re.compile("(方面|层面|环节|维度)的(.+)")
_DOERS = re.compile(
    "(?:[^委会]员|律师|师|者|人|机构|委员会|调委会|组织|工作站|服务站|中心|律所|事务所|服务所|司法所|鉴定所|戒毒所|监狱|仲裁院|公证处|援助处|法律顾问)(?![会团队所室])"
)
_ASPECT_GROWN = re.compile(
    "([^的]{0,12}?(?:事项|案件|业务|单位|部门|企业|机构|行业|领域|所|站|乡镇|镇街|街道|社区|村))"
    "[^的]{0,4}(?:效率|时限|时间|周期|频次|收入|材料|环节|成本|数量|次数)"
)
_EVERYWHERE = re.compile("全[省市区县州镇乡]$")
_TO = re.compile("^[为向给除]|^[在从]$|对(?![象口外接标照比])")
_BY = re.compile("^(?:通过|围绕|依托|以)(?=.)")
_AGAINST = re.compile("^对照(?=..|$)|^对标(?=..)")
"""What was looked at to do something else: 对照反馈的9个问题明确责任."""
_MADE_UP = re.compile("^([组构]成)(?:的)?")
_NAMED = re.compile("[和及与、]((?:“[^“”]*”)+)$")
_HELD_FOR = re.compile("对([^,、]{2,12})((?:组织)?(?:开展|进行|实施))")
_SENT_BY = re.compile(
    "(组织|动员|发动|安排|推动|督促|选派|邀请)(?:街道|社区|镇|乡|村|机关|局机关|基层|所属|辖区|系统|全体|[及和、])+"
)
_PLACE_UNITS = ("省", "市", "区", "县", "州", "镇", "乡", "村", "街道", "社区", "地")
_CONCERNING = re.compile("[^“”、]{0,16}?(?:涉及|涵盖|覆盖|解决|化解)")
_OF_LEVEL = ("本级", "各级", "所属", "下属", "基层")
_NAMED_SO = "示范创建"
_WHO = (*PERSONS, "负责人", "同志", "成员", "家庭")
_HOLDING = ("召开", "举办", "举行", "开展")
_LACKING = re.compile("([^,;。\\d的]{1,8}?)(?:均|都|仍|还|目前)*(没有|尚无|缺少|缺乏|无(?![法效偿]))([^,;。\\d]{2,20})")
_IN_PAPER = re.compile("[^,的]{0,12}(?:方案|清单|台账|规划|要点|计划|目录|意见|任务书|责任书)[中内里]")
_NO_UNIT = "\n"
_IN_ONE = "一体的"
_WENT = re.compile("(?<=[员者师人队团警部问])(?:到|赴|深入|前往)[^的、]{1,8}$")
_DIRECTING, LONG_DIRECTION = ("作出批示", "提出要求", "作出指示"), 14
"""What a leader wrote about some work says of which work: 12次|对法治工作作出批示."""
_TOLD = re.compile(
    "向[^,、的]{2,16}?((?:专题|专门|书面|当面|当场|及时|定期|口头)*(?:报告|汇报|通报|述职|反映|请示))(?=..)"
)
"""What somebody was told, as the object of what so often was done."""
_INTO = ("深入", "前往")
"""What is taken for an adverb where it says that somebody went there: 12次|深入企业."""
_THEN = re.compile("对|就|向|到|赴|前往|深入|与")
"""What opens the words behind a number that only says how often they were done."""


class Ahead:
    """Drafts measures from the words behind a number and those that govern it."""

    def __init__(self, wording: Wording) -> None:
        self._wording, self._phrases = wording, wording.phrases

    def draft(self, text: str, local: Local, left: str, right: str) -> Draft:
        """A measure whose noun is in the words to the right, with what was done to it or by it."""
        if done := self._in_places(text, local):
            return done
        if some := self._done_to_some(text, local, left) or self._lacking(text, local) or short_of(text, local):
            return some
        if next_done := done_next(text, local, left, self._wording):
            return next_done
        opens = not left or left.endswith(_OF_LEVEL)
        noun, predicate = done_to(text, local, self._wording, opens=opens)
        if opens and predicate and self._works_at_its_trade(noun, predicate):
            return Draft(noun)
        if not predicate:
            noun, predicate = things_of(text, local, left, self._wording)
        if predicate:
            return Draft(f"{predicate}的{noun}", noun=noun)
        before = text[slice(*local.left)].rstrip()
        if local.numeral.unit in PEOPLE and before.endswith("的") and right.startswith("被"):  # 不合格的12人被取消资格
            return Draft(f"{right}的人员", noun="人员")
        if before.endswith("被"):
            return self._by_whom(left, right)
        if "、" in left and left.count("、") + 1 == local.numeral.value and not verb_at_start(left, self._phrases):
            left = ""  # 强省建设、事后监管|两项工作列入激励事项
        goes_on = text[local.right[1] - 1] != "、"  # 2名律师被评为先进、1名同志被表彰
        more = goes_on and local.right[1] < local.segment[1] and local.predicate == (0, 0)
        if (
            more
            and not left
            and _EVERYWHERE.search(before)
            and (acted := self._acted(counted_noun(right, self._phrases)))
        ):
            return Draft(acted.noun or acted.phrase)  # 全县90个调解委员会|调解纠纷900件
        return self._with_noun(left, right, modified=before.endswith("的") and not before.endswith(_IN_ONE), more=more)

    def so_often(self, text: str, local: Local, left: str, right: str) -> Draft | None:
        """先后20次对督察工作作出批示: what was done so many times, and by whom."""
        then = _THEN.match(text, local.numeral.end) if local.numeral.unit == "次" else None
        if not then or not (local.noun_follows or (left and not self._phrases.verb.search(left))):
            return None
        done = noun_and_predicate(right.removeprefix(then[0]), self._phrases, governed=True)[1]
        if then[0] == "对" and done.startswith(_DIRECTING) and "、" not in right and len(right) <= LONG_DIRECTION:
            done = right
        if told := _TOLD.match(text, local.numeral.end, local.segment[1]):  # 5次|向县委专题汇报工作
            done = self._wording.tidy(told[1]) + right.partition(told[1])[2]
            whole = len(right) <= TOO_LONG and not right.startswith(then[0] + told[1])
            done = right if whole else done
        doer = left if len(left) <= LONGEST_DOER else ""
        right = then[0] + right if then[0] in _INTO and not right.startswith(then[0]) else right
        return judged(doer + (plainly_done(done) or right), self._phrases)

    def _in_places(self, text: str, local: Local) -> Draft | None:
        """在3市8县开展试点: what was done in so many places."""
        if local.numeral.unit not in _PLACE_UNITS:
            return None
        said = self._wording.tidy(text[local.right[0] : min(local.right[1], local.right[0] + FAR)])
        if SO_MANY.match(text, local.numeral.end):  # 对3区5镇8个部门开展督导
            said = noun_and_predicate(said, self._phrases, governed=True)[1] or said
        done = verb_at_start(said, self._phrases)
        return Draft(f"{plainly_done(said)}的{local.numeral.unit}", noun=local.numeral.unit) if done else None

    def _lacking(self, text: str, local: Local) -> Draft | None:
        """6个镇没有律师事务所: places or offices that lack something."""
        lacking = _LACKING.fullmatch(text, local.numeral.end, local.segment[1])
        where = self._wording.tidy(lacking[1]) if lacking else ""
        if not lacking or not PLACES.search(where):
            return None
        return Draft(f"{lacking[2]}{self._wording.tidy(lacking[3])}的{where}", noun=where)

    def _done_to_some(self, text: str, local: Local, left: str) -> Draft | None:
        """60个问题|已整改50个: of all of them is only said what they are, of some of them what was done."""
        start, end = local.numeral.end, local.segment[1]
        some = FIGURE.search(text, start, min(end, start + TOO_LONG * 2))
        if not some or some.end() < end or not some[0].endswith(local.numeral.unit or _NO_UNIT):
            return None
        noun, done = noun_and_predicate(self._wording.tidy(text[start : some.start()]), self._phrases, governed=True)
        if not done or not verbs_only(done.removesuffix("到位"), self._phrases):
            return None
        modified = text[slice(*local.left)].rstrip().endswith("的")
        draft = self._with_noun(left, noun, modified=modified, more=True)
        draft.noun = noun
        return draft

    def _by_whom(self, left: str, right: str) -> Draft:
        """“云公证”被8家媒体报道: those who did it, and to what."""
        noun, predicate = noun_and_predicate(right, self._phrases, governed=True)
        patient = left.rpartition("的")[2]
        if predicate:
            return Draft(f"{predicate}{patient}的{noun}", noun=noun)
        return judged(patient + right, self._phrases)

    def _with_noun(self, left: str, right: str, *, modified: bool, more: bool) -> Draft:
        """The noun with the verb before it.

        `modified`: a 的 stands before the number; `more`: another number follows.
        """
        phrases = self._phrases
        if left.startswith("对") and (held := _HELD_FOR.fullmatch(left)):  # 对合同开展2次评查
            return judged(held[2] + held[1] + right, phrases)
        inside = right.endswith("中")
        right, left = what_is_done(counted_noun(right, phrases), phrases), self._wording.without_receiver(left)
        left = left.removeprefix("在") if inside else _AGAINST.sub("", left)  # 在调解的80件纠纷中
        toward = _TO.search(left)
        modifier = left[toward.end() :] if toward else left.split("是")[-1]
        modifier = "" if toward and "、" in modifier and modifier.endswith("等") else modifier
        if toward or (modified and 0 < len(modifier) <= TOO_LONG and not phrases.moving.fullmatch(left)):
            in_paper = modified and _IN_PAPER.fullmatch(left)  # 整改方案中的27个问题|全部落实
            noun, predicate = noun_and_predicate(right, phrases, governed=bool(toward or in_paper))
            if toward or not predicate:
                noun = (modifier + "的" if modified and modifier else modifier) + noun
            said = "" if toward and more else plainly_done(predicate.removesuffix("外"))
            said = left + said if said and in_paper else said
            if not said and TOO_LONG < len(noun) <= LONG_LIST and _OF_SEVERAL.search(modifier):
                return Draft(noun)
            noun = noun[noun.rfind("的") + 1 :] if len(said) + len(noun) > TOO_LONG else noun
            return Draft(f"{said}的{noun}", noun=noun) if said else judged(noun, phrases)
        left = self._governing(_BY.sub("", left), right)
        if not left and verbs_only(right, phrases):
            return Draft(right, lacks_object=True)
        counted = right
        if more:  # 3个观察点|上报1份意见, 90名志愿者|到社区宣讲60场
            counted = _WENT.sub("", right.removesuffix(verb_at_end(right, phrases)))
        plain = len(counted) > 2 and not phrases.verb.search(counted) and not counted.endswith("重")
        right = counted if plain else right
        if aspect := _ASPECT_OF.fullmatch(right):
            return Draft(aspect[2] + aspect[1])
        return self._done(left, right, more=more)

    def _governing(self, left: str, right: str) -> str:
        """The words before the number that govern its noun: no names listed before it, no one who was sent."""
        phrases = self._phrases
        left = left if left.endswith(_HOLDING) else without_listed(left, phrases)
        if at := _SENT_BY.fullmatch(left):  # 组织街道120名干部参加考试
            left = at[1]
        verb, ahead = verb_at_end(left, phrases), verb_at_start(left, phrases)
        if (verb in phrases.noun_verbs or verb == "研究") and 0 < ahead < len(left) - len(verb):  # 制定执法监督|3条举措
            return left if len(left) + len(right) <= TOO_LONG else left[:ahead]
        if verb and len(right) >= 3 and not left.endswith(_NAMED_SO):
            return verb
        # A general noun takes what the words before were about: 参加技能大赛,获十佳案例等3项殊荣.
        little = says_little(right, phrases) and not (right in phrases.general or PLACES.search(right))
        if left.endswith("等") and ahead and little and len(left) <= LONGEST_EXAMPLES:
            return left  # 新建执法协作等10项机制
        if left.endswith("等") or _QUOTED.fullmatch(left, verb_at_start(left, phrases)):
            concerned = _CONCERNING.match(left)  # 案件涉及公安、国土等18个领域
            return concerned[0] if concerned else left[:ahead]
        named = _NAMED.search(left)
        return left[: verb_at_start(left, phrases)] + named[1] if named else left

    def _who_acted(self, words: str) -> tuple[str, str]:
        """Places, offices or persons that open words, and what they did; "" where nobody did anything (99个司法所举行
        挂牌仪式)."""
        who, done = noun_and_predicate(words, self._phrases, governed=True)
        whole_name = who.rfind(")") in (-1, len(who) - 1)
        return (who, done) if done and whole_name and (PLACES.search(who) or who.endswith(_WHO)) else ("", "")

    def _works_at_its_trade(self, noun: str, done: str) -> bool:
        """Whether bodies that are named by their work are told to work, which tells nothing of how many they are
        (9家公证机构|办证900件, but 2家公证机构|受到表彰)."""
        work = next((work for work in self._phrases.noun_verb.finditer(noun) if self._names_a_body(noun, work)), None)
        verb = self._phrases.verb.match(done)
        special = verb and verb[0] in self._phrases.predicating and verb[0] not in self._phrases.light
        return work is not None and verb is not None and not special

    def _names_a_body(self, noun: str, work: re.Match[str]) -> bool:
        """Whether a work and one word behind it end a noun: 鉴定|机构, 调解|组织."""
        body = self._phrases.compound.match(noun, work.end())
        return body is not None and body.end() == len(noun)

    def _acted(self, words: str) -> Draft | None:
        """86名执业律师|代理案件900件: those who did what the next number counts; offices are counted by what they did
        (90个调解委员会|调解纠纷900件)."""
        for end in _DOERS.finditer(words):
            who, done = words[: end.end()], words[end.end() :]
            if verb := verb_at_start(done, self._phrases):
                said = verb < len(done) and OFFICES.search(who) and not self._works_at_its_trade(who, done)
                return Draft(f"{done}的{who}", noun=who) if said else Draft(who)
        return None

    def _grown(self, words: str) -> Draft | None:
        """90个审批事项|办理时限压缩60%: the things of which something grew or shrank."""
        tail = self._wording.times.change_tail.search(words)
        grown = _ASPECT_GROWN.fullmatch(words, 0, tail.start()) if tail and tail.end() == len(words) else None
        return Draft(f"{words[grown.end(1) :]}的{grown[1]}", noun=grown[1]) if grown else None

    def _done(self, left: str, right: str, *, more: bool) -> Draft:
        """The noun with what it did or had done to it, else with the verb before the number."""
        phrases = self._phrases
        if more and (grown := self._grown(right)):
            return grown
        moving = bool(phrases.moving.fullmatch(left))
        noun, predicate = noun_and_predicate(right, phrases, governed=moving)
        who, done = ("", "") if moving else self._who_acted(right)
        if left in phrases.light and PLACES.search(who) and done.startswith(_HOLDING):
            return Draft(f"{plainly_done(done)}的{who}", noun=who)  # 完成13家单位开展督查
        if done and not (left or predicate):
            noun, predicate = who, done
        if _MADE_UP.fullmatch(predicate):  # 抽调20名骨干组成5个小组
            right, predicate = noun, ""
        if made := _MADE_UP.match(predicate):  # 由1个中心、9个工作站组成的网络; 12名律师组成的服务队
            if len(noun) <= SHORT_NOUN:
                return Draft(f"{made[1]}{predicate[made.end() :]}的{noun}", noun=noun)
            right, predicate = noun, ""
        if not predicate and more and not left and (acted := self._acted(right)):
            return acted
        if not predicate:
            return judged(without_examples(left, phrases) + right, phrases)
        moved = moving and predicate not in phrases.light
        moved = moved or (len(noun) < 3 and bool(phrases.organising.fullmatch(left)))  # 邀请9名人员开展评议
        if moved or not (phrases.verb.search(left) or more):
            done = self._wording.without_receiver(plainly_done(predicate))
            return Draft(f"{left if more else ''}{done}的{noun}", noun=noun)
        return judged(left + noun, phrases)
