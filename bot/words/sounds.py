"""How Han text sounds: toneless pinyin, every reading of a character, and which sounds people mix up."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_HAN = re.compile("[\u3400-\u9fff]")
_PARTS = re.compile("[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_CAPITAL = re.compile("[^全]都[区县市]?")
"""Names of places that end in 都, which is dū there; the tables know it of the largest only."""
_INITIALS = ("bp", "dt", "gk", "jqx", "zcs", "nl", "fh")


@lru_cache(maxsize=65536)
def syllables(text: str) -> tuple[str, ...]:
    """The toneless pinyin of a text, one syllable a character; other characters stand for themselves."""
    return tuple(sound for part in _PARTS.findall(text) for sound in (_read(part) if _HAN.match(part) else part))


def _read(text: str) -> list[str]:
    """The syllables of Han characters."""
    from pypinyin import lazy_pinyin

    sounds = lazy_pinyin(text)
    if _CAPITAL.fullmatch(text):
        sounds[1] = "du"
    return sounds


@cache
def readings(character: str) -> frozenset[str]:
    """Every toneless pinyin that a character may be read as."""
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


@cache
def mixed_up(syllable: str) -> str:
    """A syllable with the sounds that people mix up made equal: zh/z, ch/c, sh/s, -ng/-n, l/n at the start."""
    plain = re.sub("^([zcs])h", r"\1", syllable)
    return plain.removesuffix("g") if plain.endswith("ng") else plain


def near_sound(syllable: str) -> tuple[str, str]:
    """A syllable as its initial, those made in one place as one (j, q and x), and the rest: 签 is near to 鉴."""
    plain = mixed_up(syllable)
    initial = next((group for group in _INITIALS if plain[:1] in group), plain[:1])
    return initial, plain[1:]


def letters(text: str) -> str:
    """The text without the tone marks that pinyin may carry; ü is typed v."""
    spread = unicodedata.normalize("NFD", text.replace("ü", "v"))
    return "".join(character for character in spread if not unicodedata.combining(character))
