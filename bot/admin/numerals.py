"""Whether a value can be what a numeral in a report says: what people put right must not put in a new number.

A reader may take a scale wrongly (万, %) or a part for the whole, so only the digits that count are compared: 583宗 may
be 583 and, by mistake, 5830000, but never 585.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.reading.numbers.numerals import ARABIC, HAN_DIGITS, SCALES, han_value, value_of
from bot.words.normalise import align

_SCALE = "".join(SCALES)
_DIGITS = "".join(HAN_DIGITS)
_MIXED = re.compile(rf"(?:{ARABIC}\s?[{_SCALE}]*)+")
_TENTHS = re.compile(rf"([{_DIGITS}])成(五|半)?")
_HAN = re.compile(rf"[{_DIGITS}{_SCALE}]+(?:点[{_DIGITS}]+)?")


def may_mean(text: str, value: float) -> bool:
    """Whether a numeral as written may have this value; of halves and shares (三分之二) that cannot be told."""
    rest = align(text).replace("百分之", "")
    tenths = _TENTHS.findall(rest)
    said = [float(HAN_DIGITS[whole] * 10 + (5 if half else 0)) for whole, half in tenths]
    rest = _TENTHS.sub(" ", rest)
    if "半" in rest or "分之" in rest:
        return True
    said += [value_of(numeral) for numeral in _MIXED.findall(rest)]
    said += [han_value(numeral) for numeral in _HAN.findall(_MIXED.sub(" ", rest))]
    return not said or _digits(value) in map(_digits, said)


def _digits(value: float) -> tuple[int, ...]:
    """The digits of a value without the noughts around them."""
    return Decimal(repr(value)).normalize().as_tuple().digits
