"""How Han characters look: drawn small and blurred, two that are easily mistaken make nearly the same picture."""

from __future__ import annotations

from array import array
from functools import cached_property, lru_cache
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_ALIKE = 0.70
"""From this correlation on, chosen on one half of the pairs of tests/words/lookalikes.txt and reported on the other."""
_CANVAS = 64
_SIZE = 56
_BLUR = 1.5
_SMALL = 16
_IN_NO_FONT = "\uffff"
"""Drawn as whatever the font has no picture of."""
_MOST_KEPT = 4096
"""Pictures kept, a kilobyte each: hostile messages may hold every character there is."""


class Shapes:
    """Tells which characters look alike, by the font of the charts, which holds all simplified ones in use."""

    def __init__(self, font: Path) -> None:
        self._path = font
        self._picture = lru_cache(_MOST_KEPT)(self._drawn)

    @cached_property
    def _font(self) -> FreeTypeFont:
        from PIL import ImageFont

        return ImageFont.truetype(self._path, _SIZE)

    def alike(self, one: str, other: str) -> bool:
        """Whether one character is easily taken for the other: 芫 and 莞; none is without the font, or not in it."""
        if not self._path.is_file() or self._picture(_IN_NO_FONT) in (self._picture(one), self._picture(other)):
            return False
        correlation = sum(a * b for a, b in zip(self._picture(one), self._picture(other), strict=True))
        return correlation >= _ALIKE

    def _drawn(self, character: str) -> array[float]:
        """The character as a small picture of mean 0 and length 1, so that products are correlations."""
        from PIL import Image, ImageDraw, ImageFilter

        picture = Image.new("L", (_CANVAS, _CANVAS))
        ImageDraw.Draw(picture).text((_CANVAS // 2, _CANVAS // 2), character, fill=255, font=self._font, anchor="mm")
        small = picture.filter(ImageFilter.GaussianBlur(_BLUR)).resize((_SMALL, _SMALL)).tobytes()
        mean = sum(small) / len(small)
        length = sqrt(sum((value - mean) ** 2 for value in small)) or 1.0
        return array("f", ((value - mean) / length for value in small))
