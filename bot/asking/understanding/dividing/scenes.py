"""Clauses in front of a question that by their form only set its scene: 自从平台上线以后, 为了便民, 说到那次普查."""

from __future__ import annotations

import re

_SINCE = re.compile("(?:自从|自打|打从).{2,}|.{3,}(?:以后|之后|以来|(?<![今日最事背前先然往随])后)")
_PURPOSE = re.compile(
    "(?:为了|想(?:要)?|要想|为(?=让|使|了|方便|便于|确保|保障|提高|提升|推动|推进|加强|解决|防止|避免|减少)).{3,}"
)
_ABOUT = re.compile(
    "(?:说到|说起|说的是|提到|提起|谈到|谈起|讲到|讲起|要说|关于|至于).{2,}|[在从就](?!册|编|建|岗).{2,}(?:方面|上|中|里)"
)
_OCCASION = re.compile(".{2,}[那这](?:一)?(?:次|回|趟|轮|阵)")


def sets_scene(text: str) -> bool:
    """Whether a clause that asks nothing says by its form when, what for or of what something was done."""
    return says_when_or_why(text) or any(form.fullmatch(text) for form in (_ABOUT, _OCCASION))


def says_when_or_why(text: str) -> bool:
    """Whether such a clause says since when or what for, which tells of no others than what is asked behind it."""
    return any(form.fullmatch(text) for form in (_SINCE, _PURPOSE))
