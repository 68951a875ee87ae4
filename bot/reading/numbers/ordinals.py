"""Chinese numerals that tell which one, not how many, without 第: sessions of a body (市委六届五次全会, 省十二次党代会)
and grades of people or houses (评定二级30人、三级48人)."""

from __future__ import annotations

import re

_NUMBER = "[一二三四五六七八九十]"
_SESSION = re.compile(f"届{_NUMBER}{{1,3}}次(?:(?:全会|全体会议)?[、和及]{_NUMBER}{{1,3}}次){{0,4}}(?:全会|全体会议)?$")
"""市委六届五次、六次、七次全会: the later sessions as the first."""
_FARTHEST = 32
_TENS = frozenset("一二三四五六七八九十")
_SITTING = re.compile("次(?:全体)?会议")
_BODIES = ("人大", "政协", "人代会", "党代会")
"""Bodies whose meetings are numbered: 市人大四次会议第40号建议."""
_CONGRESS = re.compile("次(?:全会|全体会议|党代会|党代表大会|代表大会|人代会|团代会|妇代会)")
_WHOSE = frozenset("省市区县州盟旗党")
"""省十二次党代会, 县八次党代会; but 召开两次全会."""
_JOINED = ("、", "和", "及", "至", "到")
_GRADES = re.compile(f"{_NUMBER}级[、和及至到]$")
"""Grades one by one: 评定一级、二级、三级."""
_TIERS = re.compile("[省市区县州镇乡村街)](?:道|社区)?[、和]?(?:[省市区县州镇乡村居]|街道|社区)$")
"""What counts levels by name: 镇村二级; 县、乡、村三级90名."""
_LONGEST_TIERS = 6
_NEXT_GRADE = re.compile(f"[、和及至到]{_NUMBER}级")
_GRADE_BEFORE = re.compile(
    f"{_NUMBER}级([^、,;。:级\\d]{{1,8}})[约近]?\\d[\\d.,]{{0,8}}余?(?:人次?|名|位|个|家|所|处|件|宗|起|户|项)[、,]$"
)
_SO_MANY = re.compile("(?:以上)?(?:的|有|共|各|仅|分别)?[约近]?\\d[\\d.,]{0,8}余?([人名位])?")
_ONE_OF_A_ROW = frozenset("、,;和及(:")


def is_session(text: str, start: int) -> bool:
    """Whether a numeral at `start` numbers a session of a body."""
    before = text[start - 1 : start]
    if before in _JOINED and _SESSION.search(text, max(0, start - _FARTHEST), start - 1):
        return True
    end = start + 1
    while text[end : end + 1] in _TENS and end < start + 3:
        end += 1
    if before in _WHOSE and text[start] in _TENS and _CONGRESS.match(text, end):
        return True
    return text.endswith(_BODIES, 0, start) and bool(_SITTING.match(text, end))


def has_tiers(text: str, at: int) -> bool:
    """Whether levels stand there by name: 镇村|二级."""
    return _TIERS.search(text, max(0, at - _LONGEST_TIERS), at) is not None


def is_grade(text: str, start: int, end: int) -> bool:
    """Whether a number of 级 tells a grade: one of several in a row, or of whom so many are counted right behind it."""
    before = text[max(0, start - 3) : start]
    if _GRADES.search(before):
        return True
    if has_tiers(text, start):
        return False
    if _NEXT_GRADE.match(text, end) or _beside_another(text, start, end):
        return True
    counted = _SO_MANY.match(text, end)
    return counted is not None and (counted[1] is not None or before[-1:] in _ONE_OF_A_ROW)


def _beside_another(text: str, start: int, end: int) -> bool:
    """Whether the item of a list before it counts another grade of the same: 二级管理90人、|三级|管理198人."""
    if text[start - 1 : start] not in ("、", ","):
        return False
    other = _GRADE_BEFORE.search(text, max(0, start - _FARTHEST), start)
    return other is not None and text.startswith(other[1], end)
