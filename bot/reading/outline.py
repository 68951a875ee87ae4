"""The outline of a report: numbered headings and items, and what a section is about: work done, problems, plans.

Levels: 1 一、 · 2 (一) · 3 1. · 4 (1) · 5 一是 inside a paragraph. A section runs to the next marker of any level; its
path holds the headings that it stands under, its own last. Works on aligned text; offsets are those of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.vocabulary.lexicon import Times

_MARKER = re.compile(
    r"[ \t]*(?:([一二三四五六七八九十]{1,3}、)"
    r"|(\([一二三四五六七八九十]{1,3}\))"
    r"|(\d{1,2}(?:、|\.(?!\d)))"
    r"|(\(\d{1,2}\)))"
)
"""The marker of a heading, a group for each level."""
_ITEM = re.compile(r"[一二三四五六七八九十](?<![^。;:,!?\n \t].)[一二三四五六七八九十]?是(?!否)")
_CARRIED_OUT = re.compile(
    "(?:执法|检查|抽查)(?:年度)?(?:工作)?计划|计划的?(?:制定|完成|执行|落实|实施)(?:[及和、]|情况)"
)
"""A plan of checks, and how any plan was carried out, are told as done."""
_TELLS_BOTH = re.compile("(?:总结|小结|回顾|情况|述职)[^,。]*[和及与暨、]")
"""A title of a whole report, which turns to nothing: 2022年工作总结和2023年工作计划."""
_ITEM_MARK = r"(?:(?:[一二三四五六七八九十]是|\(?[一二三四五六七八九十\d]{1,2}[)、.])[ \t]*)?"
_PLANS_BEGIN = re.compile(
    rf"(?<=[。;\n])[ \t]*{_ITEM_MARK}(?:针对|为此|下一步|下步|下阶段|今后|[明来]年"
    r"|(?:20\d{2} ?年,?)?(?:我[局市区县],?)?(?:要|将|力争|计划|拟)"
    "|加强|加大|加快|强化|深化|优化|继续|进一步|持续|着力|健全|聚焦|围绕|抓好|做好|提升|切实)"
)
"""How the first sentence of the plans begins, where one heading announces what is lacking and what is planned."""
_HEADING_END = re.compile(r"[。;\n]")
_YEAR = re.compile(r"(20\d{2}) ?年")
_NO_YEAR_OF_ITS_OWN = re.compile(r"《[^《》\n]{1,80}》|20\d{2} ?年?[-—~～至到]{1,2}20\d{2} ?年")
"""What names years that no plan is for: 贯彻《实施纲要（2021—2025年）》, 落实2021至2025年规划."""
_AHEAD = re.compile(r"(20\d{2}) ?年度?(?:[^,。;:\d]{0,10}?(?:安排|重点|任务|举措|目标|工作)[^,。;:\d]{0,6})?$")
"""A heading that calls by its year what is told below it: 2026年重点任务."""
_PLAIN_HEADING = 32
_LONGEST_HEADING = 60


class Role(StrEnum):
    """What a section says: work done, problems seen, plans."""

    DONE = "done"
    PROBLEMS = "problems"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Section:
    """From its marker to the next one; its heading ends at `body`. `path`: headings from the outermost to its own;
    `above`: the place in the outline of the section that it stands under; `plans_from`: where the plans begin in what
    a heading of problems and plans announces (存在问题和下一步打算), else the text's beginning."""

    start: int
    end: int
    body: int
    level: int
    path: tuple[str, ...]
    role: Role
    year: int | None = None
    above: int | None = None
    plans_from: int = 0

    def plans(self, position: int) -> bool:
        """Whether what stands at a position of it is planned."""
        return self.role is Role.PLAN and position >= self.plans_from


@dataclass(frozen=True, slots=True)
class _Turn:
    """What a heading turns its section into."""

    role: Role = Role.DONE
    year: int | None = None
    plans_from: int = 0


@dataclass(frozen=True, slots=True)
class _Marker:
    start: int
    level: int


def sections(text: str, times: Times, year: int | None = None) -> tuple[Section, ...]:
    """The sections of an aligned text in order, without gaps; text before the first heading is a section of level 0.

    What a heading calls the work of a later year than the report's, `year` where it is known, is planned.
    """
    markers = [_Marker(0, 0), *_markers(text, times)]
    result: list[Section] = []
    stack: list[tuple[int, str, _Turn, int]] = []
    for marker, following in zip(markers, [*markers[1:], _Marker(len(text), 0)], strict=True):
        if following.start == marker.start:
            continue
        while stack and stack[-1][0] >= marker.level:
            stack.pop()
        body = _heading_end(text, marker, following.start)
        heading = text[marker.start : body].strip().rstrip("。;:") if marker.level else ""
        above = stack[-1][2] if stack else _Turn()
        turn = _turn(text, (marker.start, body), marker.level, above, times, year)
        if marker.level:
            stack.append((marker.level, heading, turn, len(result)))
        upper = stack[-2][3] if len(stack) > 1 else None
        path = tuple(entry[1] for entry in stack)
        told = (turn.role, turn.year, upper, turn.plans_from)
        result.append(Section(marker.start, following.start, body, marker.level, path, *told))
    return tuple(result)


def section_at(found: tuple[Section, ...], position: int) -> Section:
    """The section that holds a position."""
    return found[max(0, bisect_right(found, position, key=lambda section: section.start) - 1)]


def _markers(text: str, times: Times) -> list[_Marker]:
    found: list[_Marker] = []
    at = 0
    for line in text.splitlines(keepends=True):
        marker = _MARKER.match(line)
        level = (marker.lastindex or 0) if marker else int(_turns(line.strip(), times))
        if level:
            found.append(_Marker(at, level))
        if "是" in line:
            found.extend(_Marker(at + item.start(), 5) for item in _ITEM.finditer(line) if item.start() or not level)
        at += len(line)
    return found


def _turns(line: str, times: Times) -> bool:
    """Whether a line without a marker turns to problems or plans: a short heading, or 下一步…将…."""
    if times.plan_openings.match(line) and "将" in line[:60]:
        return True
    if len(line) > _PLAIN_HEADING or "。" in line or not (times.plan.search(line) or times.problems.search(line)):
        return False
    return not (_TELLS_BOTH.search(line) or _CARRIED_OUT.search(line))


def _heading_end(text: str, marker: _Marker, end: int) -> int:
    """Where the heading ends: at its first full stop or line end."""
    if not marker.level:
        return marker.start
    stop = _HEADING_END.search(text, marker.start, min(end, marker.start + 200))
    return stop.end() if stop else min(end, marker.start + 200)


def _turn(text: str, span: tuple[int, int], level: int, above: _Turn, times: Times, year: int | None) -> _Turn:
    """What a heading turns its section into; items and deep levels stay what they stand under."""
    heading = text[span[0] : span[1]]
    if level not in (1, 2) or (len(heading) > _LONGEST_HEADING and not times.plan_openings.match(heading.strip())):
        return above
    if _CARRIED_OUT.search(heading):
        return above
    lacks = times.problems.search(heading)
    ahead = _AHEAD.search(heading.strip())
    later = ahead is not None and year is not None and int(ahead[1]) > year
    if times.plan.search(heading) or times.plan_openings.match(heading.strip()) or later:
        years = [int(year) for year in _YEAR.findall(_NO_YEAR_OF_ITS_OWN.sub("", heading))]
        begins = _PLANS_BEGIN.search(text, span[1]) if lacks else None
        return _Turn(Role.PLAN, max(years, default=None), begins.start() if begins else 0)
    return _Turn(Role.PROBLEMS) if lacks else above
