"""Whose rate, mean or score it is, where the words themselves do not say so: 案卷350卷,优秀率62%."""

from __future__ import annotations

import re

from bot.reading.measures.opened import PERSONS, Draft, Open
from bot.reading.vocabulary.phrases import ends_with_verb, verb_at_end, verb_at_start
from bot.reading.vocabulary.phrasewords import Phrases

SHORT_OWNER, LONG_OWNER = 4, 12
ITEMS = re.compile("[、和]|及(?!时)|(?<!参)与")
"""What stands between the rates of a row; 参与率 is one."""
_RATES = ("率", "比例", "比重", "得分", "平均分", "平均年龄")
_VOLUME = re.compile("(?:[日月年]均|年度)?[^的、]{2}量$")
_HOW = re.compile("(?:直接|综合|按期|按时|及时|平均|当场|一次性)$")
"""How the work was done that a rate before tells of, not whose it is: 直接|纠错率, 按期|回复率."""
_SHARES = ("比例", "幅度", "比重")
_SATISFIED = re.compile("(?:群众|当事人|服务对象|来访人|企业|客户)满意[度率]")
_CAME_BY = re.compile("热线|来访|来信|咨询|工单|窗口|大厅")
"""What those came by whose satisfaction follows: 热线接听来电2万人次,群众满意度99% is none with the whole place."""
_CONTENT, _WRITTEN = (
    re.compile("(?:群众|当事人|服务对象)?满意[率度]"),
    ("文书", "意见书", "建议书", "合同", "协议", "资料"),
)
"""With papers nobody is content, but with those who wrote them."""
_MEAN_OF_EACH = re.compile("^(?:平均)?每[^有、的]{1,6}平均(?:拥有|有)?(?=..)")
"""How many each had is no part of those whose rate follows: 每村平均12名,持证率100%."""
_EXAMS = ("考试", "测试", "测评", "竞赛")
_SPREAD = ("覆盖", "配备", "普及")  # said of a thing that there is, not of work
_REACH = re.compile("(?:社区|村居|村|镇街|乡镇|街道|县|区县?|乡)级?(?:的)?覆盖率")
_LOOKED_AFTER = ("对象", "人员")
_GRADE = re.compile("(?:基本|不)?(?:优秀|良好|合格|称职|达标)(?=.)")
"""How those counted last were graded; a rate behind is of all of them: 不合格案卷3卷,优秀率86%."""
_ADVICE, _TAKEN = ("意见", "建议"), re.compile("(?:吸收)?采[纳信]率")
_FLAWS = ("问题", "瑕疵", "隐患", "线索", "意见", "建议")
"""What is found in papers, and has no grade: 抽取案卷90卷,整改问题36处,优秀率82%."""
_OF_ALL = re.compile("[^设建成配立]{2,8}(?:司法所|镇街|乡镇|街道|村|社区|单位)")
_TRAITS = ("专业", "学历", "党员", "女性", "男性", "身份", "背景", "岁", "职称")
"""What so many of those counted are, which nobody does."""
_RATE_WORDS = ("均值", "平均", "率", "比", "度", "占", "权重", "指标", "面", "感", "指数", "水平")


class Rates:
    """Finds the owners of rates among what is open."""

    def __init__(self, phrases: Phrases, opened: Open) -> None:
        self._phrases, self._open = phrases, opened

    def owner(self, rate: str, *, near: bool, among: str) -> str:
        """What a rate is said of: those `among` whom (报名人员中,男性比例48%), what the rate before was (参与率100%,
        优秀率99%), else what was counted right before (`near`), unless it rates a work not named here (纠错率)."""
        rate = ITEMS.split(rate)[-1]
        if near and _SATISFIED.fullmatch(rate) and (by := _CAME_BY.search(self._open.before)):
            return by[0]
        thing = self._thing(rate)
        if thing and near and rate.endswith("率") and thing.endswith(rate[:2]) and rate[:2] not in (thing, "案件"):
            return thing[:-2]  # 审查意见24份,意见采纳率100%
        if near and thing and thing.endswith(_ADVICE) and _TAKEN.fullmatch(rate):
            return thing
        if near and self._open.before.endswith(_FLAWS) and rate.endswith("率") and _GRADE.match(rate):
            return next((told for told in reversed(self._open.things.values()) if not told.endswith(_FLAWS)), "")
        if thing is None or not rate.endswith(_RATES) or self._says(rate):
            return ""
        if among or not near:
            return among
        before = ITEMS.split(self._open.before)[0]
        if before.endswith("率") and len(rate) > SHORT_OWNER:  # 纠纷调解成功率98%,调解协议履行率95%
            return ""
        if before.endswith("率"):
            owner = _HOW.sub("", before[:-3]) if len(before) > SHORT_OWNER + 2 else ""
            done = ends_with_verb(owner, self._phrases) and not owner.endswith(_EXAMS)
            return self._open.rated or ("" if done else owner)
        of_them = thing.endswith(_LOOKED_AFTER) and before.startswith(thing)  # 刑满释放人员衔接90人,帮教率96%
        if (
            not (of_them or before.endswith(thing[-2:]))
            or not 1 < len(thing) <= LONG_OWNER
            or thing in self._phrases.general
        ):
            return ""
        several = [one for one in dict.fromkeys(self._open.listed) if not one.endswith(self._phrases.standing)]
        apart = not any(one in thing for one in several[:-1])  # 45名专职调解员|调解纠纷90件: who did it is no item
        if len(several) > 1 and several[-1] == thing and apart and max(map(len, several)) <= LONG_OWNER:
            return "、".join(several)  # 办理建议9件、提案6件,办复率100%
        work = self._phrases.verb.match(rate)
        if (
            work and rate[work.end() :] in _SHARES and before.startswith(work[0]) and work[0] not in thing
        ):  # 精简机构50个,精简比例62%
            return thing
        of_work = work and not rate.startswith(_SPREAD)
        return "" if of_work and not thing.endswith(_LOOKED_AFTER) else thing

    def in_turn(self, rate: str, share: tuple[int, int]) -> str:
        """医疗纠纷9件、物业纠纷8件,成功率分别为96%和93%: the one of a row whose rate it is."""
        place, size = share
        things = self._open.listed
        told = len(things) == size == len(set(things)) and len(ITEMS.split(rate)) == 1 and rate.endswith(_RATES)
        return things[place] if told and not self._says(rate) else ""

    def known(self, rate: str) -> str:
        """What the words before speak of, for a rate without a topic's head: the owner of the rate before, else the
        last object."""
        if self._says(ITEMS.split(rate)[-1]):
            return ""
        before, thing = self._open.before, self._thing(rate)
        if thing is None:
            return ""
        if before.endswith("率") and rate.endswith("率"):
            return _HOW.sub("", before[: -len(rate)])
        if before.endswith("率") and len(rate) > SHORT_OWNER:  # 办结率89%,网上办理比例70%
            return ""
        if len(thing) <= LONG_OWNER:
            return thing
        parts = (part for part in thing.split("、") if len(part) >= SHORT_OWNER)
        nouns = (part for part in parts if not self._only_done(part))
        part = next(nouns, thing)
        return part[verb_at_start(part, self._phrases) :]

    def _only_done(self, part: str) -> bool:
        """Whether a part of a list is a verb (省级取消、下放事项), not what is named by one (考试)."""
        done = verb_at_end(part, self._phrases)
        return bool(done) and not done.endswith(tuple(self._phrases.noun_verbs))

    def _thing(self, rate: str) -> str | None:
        """What was counted last, None where the rate cannot be said of it."""
        graded = rate.endswith("率") and _GRADE.match(rate)
        thing = _GRADE.sub("", self._open.object, count=1) if graded else self._open.object
        thing = _MEAN_OF_EACH.sub("", thing) if "每" in thing else thing
        done = verb_at_end(thing, self._phrases)
        thing = thing[: -len(done)] if done and thing[: -len(done)].endswith(_LOOKED_AFTER) else thing
        if rate.endswith("年龄") and not thing.endswith(PERSONS):
            return None
        if thing.endswith(_WRITTEN) and _CONTENT.fullmatch(rate):  # 代写文书90份,满意率99%
            return None
        if len(thing) > SHORT_OWNER:
            thing = _VOLUME.sub("", thing) or thing  # 热线日均接听量120通,接通率98%
        if len(rate) > 2 and rate in thing:  # 单部播放量最高90万次,总播放量800万次
            return None
        alike = thing[:2] == rate[:2] and not (thing.endswith(_LOOKED_AFTER) or _REACH.fullmatch(rate))
        return None if thing and alike else thing  # 履职事项58项,履职率92%

    def _says(self, rate: str) -> bool:
        """Whether a rate or a mean says whose it is: 罪犯改好率, 所均经费, but not 合格率 or 调解成功率."""
        if _REACH.fullmatch(rate):  # 设立工作室260家,社区覆盖率92%
            return False
        each = rate[1:2] == "均" and rate[0] != "平"
        return each or (
            rate.endswith(("率", "度")) and len(rate) > SHORT_OWNER and not verb_at_start(rate, self._phrases)
        )


def as_rate(draft: Draft, phrases: Phrases) -> Draft:
    """A measure of a share says that it is one: 覆盖村居 -> 村居覆盖率, 法律专业 -> 法律专业占比."""
    if any(word in draft.phrase for word in _RATE_WORDS):
        return draft
    covered = draft.phrase.removeprefix("覆盖") + "覆盖" if draft.phrase.startswith("覆盖") else draft.phrase
    who = covered.endswith((*PERSONS, "者")) and not verb_at_start(covered, phrases)  # 临近退休者超过四成
    noun = _OF_ALL.fullmatch(covered) or covered.endswith(_TRAITS) or who
    return Draft(covered + ("占比" if noun else "率"), known=draft.known, whole=draft.whole)
