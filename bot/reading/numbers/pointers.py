"""Numbers that only point somewhere: to a table, a figure or a paper's annex (见表1, 附件2), to an article of a law
(《公证法》二十条).
"""

from __future__ import annotations

import re

from bot.model import MentionClass
from bot.reading.numbers.quantities import Numeral, QuantityReader

POINTED_AT = frozenset("表图件")
"""What a number stands behind that points."""
_POINTS = re.compile(r"(?:(?:(?<=[见如据由从及和至、,;:(\s])|(?<![\s\S]))[表图]|附(?:[表图]|件))$")
_SHOWN = ("所示", "所列", "所附")
_MOST_DIGITS, _NEAR = 2, 4
_BRACKET = re.compile(r"\((?:详?见|参见)?(?:附?[表图]|附件)\d{1,2}(?:[、,和及至—-](?:附?[表图]|附件)?\d{1,2})*\)")
_ARTICLE = re.compile(
    "(?:根据|依据|按照|依照|遵照|参照|适用|违反)了?《[^《》\n]{1,60}(?:法|条例|规定|办法|细则|准则|规则)》"
    r"(?:[第\d一二三四五六七八九十百]{1,6}条[、和及])*$"
)
_NO_ARTICLES = re.compile("(?:具体|重点)?(?:措施|举措|任务|意见|建议|内容|标准|指标|要求)")
"""What a paper has so many of: 按照《实施办法》20条措施."""
_FARTHEST = 80


def table_or_annex(text: str, start: int, end: int, last: int, quantities: QuantityReader) -> Numeral | None:
    """表1, 图2, 附件3 with their word; 附件3份 are counted."""
    points = _POINTS.search(text, max(last, start - _NEAR), start) if end - start <= _MOST_DIGITS else None
    if not points or (quantities.unit(text, end)[0] and not text.startswith(_SHOWN, end)):
        return None
    return Numeral(points.start(), end, MentionClass.REF)


def without_pointers(text: str) -> str:
    """The text with blanks for brackets that only point: 受理80件(见表1)."""
    return _BRACKET.sub(lambda bracket: " " * len(bracket[0]), text)


def is_article(text: str, quantity: Numeral) -> bool:
    """Whether so many 条 are an article of the law named right before."""
    if quantity.unit != "条" or _NO_ARTICLES.match(text, quantity.end):
        return False
    return _ARTICLE.search(text, max(0, quantity.start - _FARTHEST), quantity.start) is not None
