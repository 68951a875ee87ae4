"""The measure of a figure in brackets, which says something of the one before them: 4名获奖的律师(1名专职律师)."""

from __future__ import annotations

import re

from bot.reading.measures.local import Local
from bot.reading.measures.opened import Draft, Open
from bot.reading.measures.said import judged, known
from bot.reading.measures.wording import Wording
from bot.reading.rows import in_brackets
from bot.reading.vocabulary.phrases import verb_at_end, verbs_only

_LISTED = re.compile("[、和及与]([^、,;]{2,16})$")
_TITLE = re.compile("《([^《》]{2,40})》$")
_STANDS = re.compile("(?:数量)?(?:[较最]为?[多少高低]|居[前首多])的?$")
_WHEN_ONLY = re.compile("(?:去年|上年|往年|今年|本年)?(?:同期|全年)?")


class Brackets:
    """Drafts measures of figures in brackets, with the words of a lexicon and what is open."""

    def __init__(self, wording: Wording, opened: Open) -> None:
        self._wording, self._open, self._phrases = wording, opened, wording.phrases

    def draft(self, text: str, local: Local, left: str, right: str) -> Draft | None:
        """What a figure in brackets says of the one before them; None for one that says all itself."""
        if not local.bracket:
            return None
        if not left and (row := in_brackets(text, local.numeral.start - 1)):
            return self._of_places(self._wording.tidy(text[slice(*row[1])]).rstrip("的"), local)
        phrases, parent = self._phrases, self._open.parent
        if local.noun_follows and right and not verbs_only(right, phrases):
            of = parent.rfind("的") + 1
            same = of and right.endswith(parent[-2:])  # 4名获奖的律师(1名专职律师)
            return Draft(parent[:of] + right, whole=True) if same else None
        says_nothing = not left or left.endswith("同期") or verbs_only(left, phrases) or "指标" in left
        return self._aside(left, text, local) if says_nothing else None

    def _of_places(self, said: str, local: Local) -> Draft:
        """未出庭的集中在东河县(9件)和西山县(5件): what is told of the places (`said`), or was counted before them."""
        if said := _STANDS.sub("", said):
            return judged(said, self._phrases)
        counted = self._open.counted_unit == local.numeral.unit
        return Draft(self._open.counted if counted else self._open.before, whole=True)

    def _aside(self, left: str, text: str, local: Local) -> Draft:
        """A number in brackets: 《目录》(七项), 调撤率80%(考核指标50%)."""
        if self._open.done and (when := text[slice(*local.left)]) and _WHEN_ONLY.fullmatch(when):
            return Draft(self._wording.unchanged(self._open.done[-1]), whole=True)  # (去年同期7572次,今年4687次)
        if self._open.done and "指标" in left:
            return Draft(self._open.done[-1] + left, whole=True)
        if self._open.done and left and verbs_only(left, self._phrases):  # 完成7件(制定4件、修改3件)
            whole = self._open.parent or self._wording.unchanged(self._open.before)
            thing = self._wording.object_of(whole)
            done = verb_at_end(thing, self._phrases)
            if done and done not in self._phrases.noun_verbs:  # 行政复议审结206件(维持87件)
                return Draft(left, lacks_object=True)
            return Draft(left + thing, whole=True)
        if not left and (item := _LISTED.match(text, *local.before)):  # 重点任务(37项)、问题短板(9项)
            return Draft(self._open.verb + self._wording.tidy(item[1]), verb=self._open.verb)
        near = self._open.done and self._open.last >= local.before[0]
        whole = self._open.done[-1] if near else known(text, local, self._wording, self._open).strip("《》")
        if not (left or whole) and (title := _TITLE.search(text, *local.before)):  # 审议通过《目录》(91项)
            whole = self._wording.without_place(title[1])
        return Draft(left + whole)
