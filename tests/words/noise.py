"""Typing mistakes made on purpose, with a seed: what a hurried hand, an input method or an old habit does to a word."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from opencc import OpenCC
from pypinyin import lazy_pinyin

SHAPES = "援授复议矫正社区调解律师证鉴定仲裁普法公务顾问执行政规范文件宣传教帮置安合审查性应诉出庭率受"
TWINS = "缓受夏义娇止杜仄凋觧津帅征监走伸栽晋祛么劳硕间挚衍故现苑又仵宜转救邦罝桉台宙杳牲庄拆击廷摔爱"
"""Characters that look alike, at the same place of both rows."""

COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五"
    "果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回"
    "则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花"
    "带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织"
    "装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划"
    "选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞付富斧府负夫父附"
    "仪宜移以亿意义役证政郑征正挣争增曾综宗终忠钟中条挑跳姐节街界借杰接结洁揭普扑铺朴谱法发罚乏援元原员圆缘愿远院主住助注祝朱猪竹"
).replace(" ", "")


@cache
def _by_sound() -> dict[str, str]:
    sounds: dict[str, str] = {}
    for character in dict.fromkeys(COMMON):
        [sound] = lazy_pinyin(character)
        sounds[sound] = sounds.get(sound, "") + character
    return sounds


def homophone(word: str, luck: random.Random) -> str:
    """One character replaced by another of the same sound; the word itself where none is known."""
    at = luck.randrange(len(word))
    [sound] = lazy_pinyin(word[at])
    others = [c for c in _by_sound().get(sound, "") if c != word[at]]
    return word[:at] + luck.choice(others) + word[at + 1 :] if others else word


def look_alike(word: str, luck: random.Random) -> str:
    """One character replaced by one of the same shape."""
    twins = dict(zip(SHAPES + TWINS, TWINS + SHAPES, strict=True))
    spots = [at for at, character in enumerate(word) if character in twins]
    if not spots:
        return word
    at = luck.choice(spots)
    return word[:at] + twins[word[at]] + word[at + 1 :]


def dropped(word: str, luck: random.Random) -> str:
    """One character left out of a word of four or more."""
    at = luck.randrange(len(word))
    return word[:at] + word[at + 1 :] if len(word) >= 4 else word


def doubled(word: str, luck: random.Random) -> str:
    """One character typed twice."""
    at = luck.randrange(len(word))
    return word[: at + 1] + word[at:]


def swapped(word: str, luck: random.Random) -> str:
    """Two neighbours in the wrong order, in a word of four or more."""
    at = luck.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if len(word) >= 4 else word


def pinyin(word: str, luck: random.Random) -> str:
    """The word in Latin letters."""
    return "".join(lazy_pinyin(word))


def initials(word: str, luck: random.Random) -> str:
    """The first letters, of a word of four or more."""
    return "".join(sound[0] for sound in lazy_pinyin(word)) if len(word) >= 4 else word


def traditional(word: str, luck: random.Random) -> str:
    """The word in traditional characters."""
    written: str = _complicator().convert(word)
    return written


@cache
def _complicator() -> OpenCC:
    return OpenCC("s2t")


def spaced(word: str, luck: random.Random) -> str:
    """A space between all characters."""
    return " ".join(word)


def invisible(word: str, luck: random.Random) -> str:
    """Characters in between that nobody sees."""
    return luck.choice("\u200b\u2060\u202e\ufeff").join(word)


NOISES: tuple[Callable[[str, random.Random], str], ...] = (
    homophone,
    look_alike,
    dropped,
    doubled,
    swapped,
    pinyin,
    initials,
    traditional,
    spaced,
    invisible,
)
