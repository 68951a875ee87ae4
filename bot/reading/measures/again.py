"""Rates, means and levels that only name another place, another level or how it really was: what they are of was told
before (纠错率11%,全市平均为14%; 出庭率不低于90%,实际达97%; 每万人拥有律师4名、公证员1名).
"""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.places import PLACES
from bot.reading.measures.wording import Wording

_RATES = ("率", "比例", "比重", "满意度", "知晓度")
_MEAN_THERE = re.compile("全[国省市区县州](?:的)?(?:平均(?:水平|值|数)?|均值|则?为)(?:则?为|是|达到?)?")
_REALLY = re.compile("实际(?:上)?(?:已|均)?(?:达到?|为|完成|超过)?(?:了)?")
_TASK = re.compile("(?:下达|分配|核定|确定)(.{2,}(?:任务|指标))$")
"""What was handed down, and then really done: 省厅下达任务90件,实际完成120件."""
_EACH = re.compile(
    r"(?:平均)?每(?:\d{1,3}|十|百|千|万|十万|百万|名|个|家|所|村|户)*(?:人|人口|常住人口|所|村|户|名|个)?(?:拥有|配有|配备|有)|[人村所镇]均"
)
_OTHERWISE = re.compile("全[年国省市县区]|累计|共|总|新|其中|今年|另")
_BUT = re.compile("([^,、]{2,12})则(为|是|有|仅有?|达到?)")
_IS = ("为", "是")
_NEW = re.compile("新(?:增|创建|评定|命名)")
_OF_A_LEVEL = "级"
_LEVEL = re.compile("((?:新增|新创建|新评定|累计)?(?:国家|部|省|市|县|区)级)(?:累计|共)?")
_AT_A_LEVEL = re.compile("(?:[省市县区州乡镇村]|镇街|乡镇|街道)级")
_IS_SO = re.compile(
    "(?:[均都也更仍已]|全部|一直|始终|继续|稳定|分别)*"
    "(?:保持在?|达到?了?|稳定?在|维持在|为|是|实现|只有|仅有?|仅为|才)[ 约近]*"
)
_RESPECT = re.compile("(?:^|[,:。;\\n])(?:在|从)?([^,。;:\\n]{3,16}?)(?:创建|建设|培育|评选|评定|命名)?(?:工作)?方面,")


class Again:
    """Drafts measures that leave out what was said before, with the words of a lexicon and what is open."""

    def __init__(self, wording: Wording, opened: Open) -> None:
        self._wording, self._open = wording, opened

    def draft(self, text: str, local: Local, kind: Kind) -> Draft | None:
        """The measure, None where the words say it themselves."""
        left = text[max(local.left[0], local.left[1] - FAR) : local.left[1]].strip(" ,、和及")
        if local.noun_follows or local.share_of or not left or text.startswith("的", local.numeral.end):
            return None
        before = self._open.before
        if before and left.startswith("实际") and _REALLY.fullmatch(left):
            task = _TASK.search(before)
            return Draft(f"完成{task[1]}" if task else before, whole=True)
        if kind is Kind.RATE and before.endswith(_RATES):
            return self._rate(left) if not self._is_so_there(text, local) else Draft(before, whole=True)
        if "则" in left and (but := _BUT.fullmatch(left)):
            return self._in_contrast(but, local)
        if kind is Kind.COUNT and self._open.row and local.numeral.unit == self._open.unit:
            each = _EACH.search(before)
            if (
                each
                and len(before) > each.end()
                and not _EACH.match(left)
                and not self._tells_another(text, local, left)
            ):
                return Draft(each[0] + self._wording.tidy(left), whole=True)
        return self._of_level(text, local, self._wording.tidy(left)) if _OF_A_LEVEL in left else None

    def _in_contrast(self, but: re.Match[str], local: Local) -> Draft | None:
        """每万人拥有公证员2名,律师则为38名: another thing, for as many people where nothing else is said (有)."""
        noun, each = self._wording.tidy(but[1]), _EACH.search(self._open.before)
        same = each and local.numeral.unit == self._open.unit and but[2] in _IS
        return Draft((each[0] if each and same else "") + noun) if noun else None

    def _tells_another(self, text: str, local: Local, left: str) -> bool:
        """Whether the words since the last number tell another whole or time (人均办案9件、全年共调解15件), or what it
        came to (人均办案量由9件增至15件)."""
        return (
            self._wording.times.arrived.search(left) is not None
            or _OTHERWISE.search(text, max(self._open.last, local.segment[0]), local.numeral.start) is not None
        )

    def _is_so_there(self, text: str, local: Local) -> bool:
        """Whether the words before a rate say no more than whose it is: 成功率97%,其中北关镇、南桥镇均保持100%."""
        actor = self._open.actor
        return bool(actor and actor.start >= local.left[0] and _IS_SO.fullmatch(text, actor.end, local.left[1]))

    def _rate(self, left: str) -> Draft | None:
        """The rate before, of the whole place or of those named now: 市直部门100%、县区96%."""
        rate = self._open.before
        for said in reversed(self._open.done[:-1]):
            rate = said if rate.endswith(said) else rate
        if _MEAN_THERE.fullmatch(left):
            return Draft(rate, whole=True)
        who = self._wording.tidy(left)
        placed = (PLACES.search(who) or _AT_A_LEVEL.fullmatch(who)) and not who.startswith("全")
        return Draft(who + rate, whole=True) if placed else None

    def _of_level(self, text: str, local: Local, left: str) -> Draft | None:
        """示范村创建方面,国家级12个、省级97个: of which kind of thing the levels are."""
        level = _LEVEL.fullmatch(left)
        if not level:
            return None
        respects = _RESPECT.findall(text, max(0, self._open.clause[0] - 1), local.segment[0])
        if not respects:
            return None
        new = _NEW.match(self._open.before) if self._open.row else None
        return Draft((new[0] if new else "") + level[1] + self._wording.tidy(respects[-1]), whole=True)
