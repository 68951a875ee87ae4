"""Small operations on phrases: taking off what adds nothing to a measure, and seeing verbs at an edge.

All loops go forward through a phrase once; no pattern here can backtrack over it.
"""

from __future__ import annotations

import re

from bot.reading.lexicon import Phrases

_YEAR = re.compile(r"(?:\d{4}年(?:度)?(?:\d{1,2}月(?:份)?)?|今年|本年度?)(?:以来|至今|底|末)?|\d{4}(?=[-—]\d{4}年)")
_TITLES_AS_EXAMPLES = re.compile(r"(?:《[^《》]{1,60}》[、和及]*)+等")
_SAME_DIRECTION = re.compile(r"(进[^、,和]{1,6})(?:(?:、|和)进[^、,和]{1,4})+")
_TRAILING = re.compile(r"[了达为约共有至到占是计的 :、“(]$")
_TRAILING_WORDS = ("共计", "合计", "总计", "累计", "达到", "高达", "分别", "均", "各", "数量")
_MARKER = re.compile(
    r"^[ \t]*(?:[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))"
)


def ends_with_verb(phrase: str, phrases: Phrases) -> bool:
    """Whether the phrase ends with a verb that can govern what follows (了 allowed)."""
    return bool(verb_at_end(phrase, phrases))


def verb_at_end(phrase: str, phrases: Phrases) -> str:
    """The run of verbs that ends the phrase, "" if none: 向群众宣传推送 -> 宣传推送."""
    stop = len(phrase.rstrip("了 "))
    start = stop
    while start > 0:
        for length in range(min(8, start), 0, -1):
            if phrase[start - length : start] in phrases.verbs:
                start -= length
                break
        else:
            break
    return phrase[start:stop]


def verb_at_start(phrase: str, phrases: Phrases) -> int:
    """How many characters of verbs (and adverbs between them) begin the phrase."""
    at = 0
    while verb := phrases.verb.match(phrase, at):
        at = verb.end()
        if phrase[at : at + 1] in ("了", "并"):
            at += 1
    return at


def verbs_only(phrase: str, phrases: Phrases) -> bool:
    """Whether nothing but verbs and adverbs is left: 已审结, 立案受理."""
    at = 0
    while at < len(phrase):
        step = phrases.verb.match(phrase, at) or phrases.leading.match(phrase, at)
        if not step:
            return False
        at = step.end()
    return bool(phrase)


def bare(phrase: str, phrases: Phrases) -> str:
    """The phrase without list markers, years, places, adverbs in front and connecting words behind."""
    phrase = _MARKER.sub("", phrase, count=1)
    phrase = _YEAR.sub("", phrase)
    phrase = phrases.here.sub("", phrase)
    phrase = _TITLES_AS_EXAMPLES.sub("", phrase)
    phrase = _SAME_DIRECTION.sub(r"\1", phrase)
    phrase = phrases.beneficiary.sub("", phrase)
    phrase = without_leading(phrase.strip(" \t,;、"), phrases)
    return without_trailing(phrase)


def without_leading(phrase: str, phrases: Phrases) -> str:
    """The phrase without adverbs in front, as long as something is left."""
    leading = phrases.leading.match(phrase)
    if leading and leading.end() < len(phrase):
        verb = phrases.verb.match(phrase)
        if verb and verb.end() > leading.end():
            return phrase
        return phrase[leading.end() :]
    return "" if leading else phrase


def without_trailing(phrase: str) -> str:
    """The phrase without 达, 为, 共计, 约 … at its end."""
    changed = True
    while changed and phrase:
        changed = False
        for word in _TRAILING_WORDS:
            if phrase.endswith(word):
                phrase, changed = phrase[: -len(word)], True
        if _TRAILING.search(phrase) and not phrase.endswith(("以来",)):
            phrase, changed = phrase[:-1], True
    return phrase


def without_examples(phrase: str, phrases: Phrases) -> str:
    """聚焦燃气、供水等重点领域 -> 聚焦重点领域: examples before 等 say less than the noun after it."""
    at = phrase.rfind("等")
    if at < 0 or at + 1 >= len(phrase) or phrase.startswith(("等级", "等次"), at):
        return phrase
    first = phrase.find("、")
    if first < 0 or first > at:
        return phrase
    verb = verb_at_start(phrase, phrases)
    return phrase[:verb] + phrase[at + 1 :] if verb else phrase[:first] + phrase[at + 1 :]


def written_out(phrase: str, phrases: Phrases) -> str:
    """The phrase with short forms written out (社矫 -> 社区矫正)."""
    for short, full in phrases.short_forms.items():
        phrase = phrase.replace(short, full)
    return phrase
