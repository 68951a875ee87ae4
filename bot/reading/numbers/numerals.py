"""Numerals: finding runs of digits and of Chinese numerals, and what they are worth.

Works on aligned text (full-width digits are ASCII already). Values are exact: the arithmetic is decimal.
"""

from __future__ import annotations

import re
from decimal import Decimal

ARABIC_REST = r"\d*+(?:,\d{3}(?!\d))*+(?:\.\d+)?"
ARABIC = rf"\d{ARABIC_REST}"
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|.")

SCALE_TAIL = re.compile(rf"[ \t]?(?![百千]分点)([十百千万亿]{{1,4}}+(?:{ARABIC}[十百千万亿]{{1,4}}+){{0,3}})")
"""The scale after a number (万, 千万), with further parts of a mixed scale (3亿6千万); 5.9百分点 has none."""


def value_of(numeral: str) -> float:
    """The worth of `1,203`, `3亿6千万`, `1.2万`, `三百二十一`, `两万三`, `百`; blanks inside do not matter.

    Raises ValueError where the text holds anything but a numeral.
    """
    total = section = Decimal(0)
    number: Decimal | None = None
    unit = 0
    for part in _PART.findall(numeral.replace(" ", "").replace("\t", "")):
        if part in "零〇" and (unit or number is None):
            number, unit = None, 0  # it only fills a place: 三万零十
        elif part in HAN_DIGITS:
            number = (
                (number or Decimal(0)) * 10 + HAN_DIGITS[part]
                if unit == 0 and number is not None
                else Decimal(HAN_DIGITS[part])
            )
        elif part in SCALES:
            unit = SCALES[part]
            if unit < 10**4:
                section += (Decimal(1) if number is None else number) * unit
            elif number is None and not section and total:
                total *= unit
            else:
                counted = section + (number or 0)
                total, section = (
                    (total + (counted or 1)) * unit if unit == 10**8 else total + (counted or 1) * unit,
                    Decimal(0),
                )
            number = None
        else:
            if not part[0].isdigit():
                raise ValueError(f"no numeral: {numeral!r}")
            number, unit = Decimal(part.replace(",", "")), 0
    if number is not None:
        # 两万三 is 23000: a last digit right after a scale counts tenths of it.
        section += number * (unit // 10) if unit >= 100 and number < 10 else number
    return float(total + section)


def han_value(numeral: str) -> float:
    """The worth of a Chinese numeral, with 点 for the decimal point (九十八点六); 半 is a half."""
    if numeral == "半":
        return 0.5
    whole, _, fraction = numeral.partition("点")
    if not fraction:
        return value_of(whole)
    digits = "".join(str(HAN_DIGITS[c]) for c in fraction)
    return float(Decimal(int(value_of(whole))) + Decimal(f"0.{digits}"))
