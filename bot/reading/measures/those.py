"""Those of what was counted before of whom something is true, and numbers that 的 ties to what follows."""

from __future__ import annotations

import re

from bot.reading.measures.governed import FIGURE
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, PEOPLE, PERSONS, Draft, Open
from bot.reading.measures.wording import HANDLED, Wording
from bot.reading.vocabulary.phrases import starts_predicate, verb_at_end, verb_at_start, verbs_only

LONGEST_NOUN, SHORTEST_NAME = 16, 3
OF_THOSE = re.compile("(?<![占年度底末月日初])的(?:共有|有|为|达|共|仅|计|仅有)?[约近超逾]?$")
_MOST = re.compile("最[多少高低大小长短]")
_SPREAD = re.compile(f"(?:平均数?|均值|{_MOST.pattern})$")
_AMONG = re.compile("(?<![^,。;\n])(?:在|从)?([^,。;\n]{2,24}?)[之当]?中(?:,(?:[^,。;\n]*,){0,3})?$")
_WHO = (*PERSONS, "员", "者", "师", "骨干", "队员", "人才")
_ANYBODY, _ANYONE = "人员", (*_WHO, "人")
_ARE = re.compile("(?:均|都|全部|全)?[为是系]")
_ARE_SO = re.compile("(?:均|都)?[为是](?![被由])")
_CAME_IN = ("申请", "案件", "投诉", "举报", "咨询")
_SOME = re.compile("[ ,]*(?:其中,?)?(?:已|另|还|就|仅|只|仍|尚)?有|[ ,]*其中,?")
_THE_REST = re.compile("(?:其余|其他|剩余|余下)的?$")


class Those:
    """Drafts measures of those counted before."""

    def __init__(self, wording: Wording, opened: Open) -> None:
        self._wording, self._open, self._phrases = wording, opened, wording.phrases

    def counted(self, local: Local, text: str, left: str, right: str) -> Draft | None:
        """其余4项正在推进: the rest of what was counted; 近90人的服务队, 面积800平方米的展厅: of what follows 的."""
        if right and local.predicate == (0, 0) and (are := _ARE.match(text, local.numeral.end, local.right[1])):
            right = self._wording.tidy(text[are.end() : min(local.right[1], are.end() + FAR)]) or right
        if right and self._open.parent and _ARE.match(text, local.numeral.end) and text.endswith("其中", *local.left):
            return Draft(right, parent=self._open.parent)  # 计划4个,其中3个为联合检查
        near = self._open.last >= local.before[0] and self._open.counted_unit == local.numeral.unit
        if (
            right and near and local.left[0] == local.left[1] and _ARE_SO.match(text, local.numeral.end)
        ):  # 案例12个,6个为首例
            return Draft(right, parent=self._open.counted.removeprefix(self._open.theme))
        if right and near and self._some_did(text, local, right) and (noun := self._the_others(local.numeral.unit)):
            return Draft(f"{right}的{noun}", noun=noun)
        if right and _THE_REST.search(text[slice(*local.left)]):
            if _ARE.match(text, local.numeral.end):  # 其余13起均为焚烧秸秆案件
                return Draft(right)
            noun, told = self._the_others(local.numeral.unit), self._phrases.verb.search(right)
            if not noun:
                return Draft(right, lacks_object=True) if starts_predicate(right, self._phrases) else None
            return Draft(f"{right}的{noun}", noun=noun) if told else None
        if right and starts_predicate(right, self._phrases) and (among := self.among(text, local)):
            return Draft(f"{right}的{among}", noun=among)  # 重点推进的13件实事中,有6件已正常运行
        if not text.startswith("的", local.numeral.end) or len(right) < SHORTEST_NAME or left.endswith("率"):
            return None
        if local.numeral.unit in PEOPLE:
            done = verb_at_end(left, self._phrases)
            return Draft(done + right if right.endswith(_WHO) else right + "人员")
        size = left[verb_at_start(left, self._phrases) :]
        if right.endswith(self._phrases.standing):  # 人均不少于1元的普法经费
            return Draft(size + right)
        return Draft(right + size) if size.endswith(self._phrases.standing) else None

    def _some_did(self, text: str, local: Local, right: str) -> bool:
        """Whether some of those counted right before did something: 审查合同90件,有12件提出修改意见."""
        some = _SOME.fullmatch(text, local.left[0], local.numeral.start)
        fewer = bool(self._open.amounts) and local.numeral.value <= self._open.amounts[-1][0]
        return bool(some and fewer and starts_predicate(right, self._phrases))

    def _the_others(self, unit: str) -> str:
        """Of what the others are: of the thing counted last in the unit, else of what came in (收到申请90件,受理70件,
        其余20件由申请人撤回)."""
        if self._open.thing and unit == self._open.thing_unit:
            return self._open.thing
        came_in = (self._wording.object_of(said) for said in self._open.done if said.endswith(_CAME_IN))
        return self._open.object or next(came_in, "")

    def of_whom(self, said: str, unit: str) -> Draft:
        """取得资格的19名, 行政机关败诉的45件: those of what was counted before of whom this is true; where persons are
        counted and none were before, 人员."""
        before = self._open.before
        if _MOST.fullmatch(said) and (spread := _SPREAD.search(before)):
            return Draft(before[: spread.start()] + said, whole=True)  # 下放事项平均98项,最多的137项,最少的52项
        told = self._open.thing if unit == self._open.thing_unit else ""  # 重点任务58项,已完成的有41项
        noun = self._wording.object_of(self._open.parent) or self._open.object or told
        noun = noun[noun.rfind("的") + 1 :]
        if verbs_only(noun, self._phrases):  # 收到申请90件,其中符合条件的有81件
            noun = next((tail for tail in HANDLED if noun.endswith(tail) and noun != tail), noun)
        if unit in PEOPLE and not noun.endswith(_WHO) and not said.endswith(_WHO):
            return Draft(f"{said}的{_ANYBODY}", noun=_ANYBODY)
        person = unit not in PEOPLE and noun.endswith(_ANYONE)  # 鉴定人90人,其中减免收费的有60件
        noun = "" if noun in said or person or len(noun) > LONGEST_NOUN else noun
        return Draft(f"{said}的{noun}", noun=noun) if noun else Draft(said, whole=True)

    def among(self, text: str, local: Local) -> str:
        """今年的报名人员中,男性比例…; 中期评估中,得分…: among whom or where, said before in the clause."""
        low = max(self._open.clause[0], local.segment[0] - FAR)
        among = _AMONG.search(text, low, local.segment[0]) if text.find("中", low, local.segment[0]) >= 0 else None
        words = self._wording.tidy(FIGURE.sub("", among[1])).lstrip("的") if among else ""
        return "" if verb_at_start(words, self._phrases) else words
