"""The theme of a clause: what opens it without a figure and what its figures are all of.

A campaign or scheme by name (开展“法治体检”活动,审查合同90份: those contracts are the campaign's, not all that were
reviewed), an examination (开展案卷评查,发现问题30处) or a paper (编制履职事项清单,确定基本事项90项). A theme is put in
front only where the words of a figure do not say by themselves what they belong to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bot.model import Kind
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.phrases import verb_at_start

_REMEMBERED = 64
"""All figures of a clause look at the same segments before them."""
_ANY_PAPER = 4  # 实施方案: nothing is told apart by it
_SEGMENT_END = re.compile("[,:]")
_HOW_MANY = re.compile(r"(?<=[\u4e00-\u9fff]{2})\d[\d.,]*[余多]?万?[件宗份卷项条本起个家]$")
_SAID_OF_IT = ("成为", "入选", "获", "荣获", "被")
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十][轮次个项件批场期名家]")
_DIGIT = re.compile(r"\d")
_HONOUR = re.compile("[^,]{0,6}?(?:获|荣|被|入选|评为)")
_ABOUT = re.compile("(?:其中)?关于([^,“”《》]{0,6}《[^《》]{3,30}》)")
"""A law that figures are told by: 关于落实《广告法》,行政处罚6起;关于落实《食品安全法》,行政处罚9起."""
_EVENT = re.compile("[^,]{0,8}?(?:组织|带头)?(?:开展|举办|召开|邀请)(?![^,]{0,4}活动)")
"""What was held is an event of its own, no part of a campaign: 党委书记带头开展讲座."""


class Sort(Enum):
    """What sort of theme opens a clause."""

    CAMPAIGN = "活动"
    SCHEME = "改革"
    EXAMINATION = "评查"
    PAPER = "清单"
    SUBJECT = "关于"


@dataclass(frozen=True, slots=True)
class Theme:
    """The words of a theme, and what sort it is."""

    name: str
    sort: Sort


_CARRIED_OUT = ("开展", "推行", "实行")
"""What tells of a campaign or scheme by its name alone: 开展“法治体检”."""


class Themes:
    """Finds the theme of a clause and the figures that need it, with the words of a lexicon and what is open."""

    def __init__(self, wording: Wording, opened: Open) -> None:
        self._wording, self._open, self._phrases = wording, opened, wording.phrases
        self._turned = lru_cache(maxsize=_REMEMBERED)(self._turned_to)

    def put(self, draft: Draft, text: str, local: Local) -> None:
        """Put the theme of the clause into the draft of a figure that does not say what it belongs to."""
        theme = self._opened(text, local)
        self._open.theme = theme.name if theme else ""
        own = draft.whole or draft.programme or "“" in draft.phrase or _HONOUR.match(draft.phrase)
        if not theme or own or draft.kind is Kind.DURATION:
            return
        if theme.sort is Sort.PAPER:
            if contains := self._phrases.contains.match(draft.phrase):
                draft.phrase = contains[0] + draft.phrase[max(contains.end(), draft.phrase.rfind("的") + 1) :]
            elif not self._phrases.lays_down.match(draft.phrase):
                return
        elif _EVENT.match(draft.phrase) or not self._belongs(draft.phrase, theme):
            return
        draft.theme = theme.name
        if theme.sort is Sort.SUBJECT:
            draft.caseload = ""

    def _belongs(self, phrase: str, theme: Theme) -> bool:
        """Whether a figure's words are of the theme: all that a campaign did, else what tells of no field itself."""
        if theme.sort in (Sort.CAMPAIGN, Sort.SUBJECT):
            return True
        told = self._wording.telling.search(phrase)
        if theme.sort is Sort.SCHEME:
            return not told
        other = self._phrases.examination.search(self._open.before)  # 开展检查,评查案卷86卷,整改问题12个
        own = (not told or told[0] in theme.name) and (not other or other[0] in theme.name)
        return own and theme.name[-2:] not in phrase and bool(self._phrases.brings.match(phrase))

    def _opened(self, text: str, local: Local) -> Theme | None:
        """The last theme that a segment of the clause before the figure's own opens."""
        theme = None
        if local.segment[0] <= self._open.clause[0]:
            return None
        for words in _SEGMENT_END.split(text[max(self._open.clause[0], local.segment[0] - FAR) : local.segment[0]]):
            found, anew = self._turned(words)
            theme = found if found or anew else theme
        return theme

    def _turned_to(self, words: str) -> tuple[Theme | None, bool]:
        """The theme that a segment opens, and whether it turns to other work."""
        found = self._theme(words)
        return found, found is None and self._opens_anew(words)

    def _opens_anew(self, words: str) -> bool:
        """Whether a segment without a figure turns to other work: 开展“法治体检”活动,加强普法宣传,发放资料3000份."""
        if _FIGURE.search(words) or words.startswith(_SAID_OF_IT):
            return False
        return bool(verb_at_start(self._wording.tidy(words), self._phrases))

    def _theme(self, words: str) -> Theme | None:
        """What a segment is about, None where it names nothing that figures could be of."""
        if about := _ABOUT.match(words):
            return Theme(about[1], Sort.SUBJECT)
        if show := self._phrases.show.search(words):
            return Theme(show["theme"], Sort.SCHEME)
        if "“" in words:
            named = self._phrases.scheme.search(words)
            unsorted = named and not named["sort"] and not named[0].startswith(_CARRIED_OUT)
            if not named or unsorted or named["name"] in self._phrases.common_names:
                return self._paper(words)
            sort = Sort.CAMPAIGN if named["sort"] in self._phrases.campaigns else Sort.SCHEME
            return Theme(self._wording.tidy(named["theme"]), sort)
        if (of := self._phrases.examined_of.search(words)) and (field := self._plain(of, Sort.EXAMINATION)):
            return Theme(field.name + of["examination"], field.sort)  # 对法治建设情况开展督察, 对案卷90卷开展评查
        if examined := self._phrases.examined.search(words):
            return self._plain(examined, Sort.EXAMINATION)
        return self._paper(words)

    def _paper(self, words: str) -> Theme | None:
        """The paper that a segment says to be written: 制定“三年行动方案”,明确措施26条."""
        paper = self._phrases.paper.search(words)
        of_paper = self._plain(paper, Sort.PAPER) if paper else None
        return of_paper if of_paper and len(of_paper.name) > _ANY_PAPER else None

    def _plain(self, found: re.Match[str], sort: Sort) -> Theme | None:
        """A theme without a name, None where a figure stands in it: that figure's own words speak of it."""
        name = _HOW_MANY.sub("", self._wording.tidy(found["theme"]).lstrip("的"))
        return None if _DIGIT.search(name) else Theme(name, sort)
