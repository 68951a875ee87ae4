"""Places of China to county level: what a name stands for, what lies within what (data/places/SOURCE.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import DataError, unreadable
from bot.model import Level, Region

_PEOPLES = (
    "柯尔克孜族|维吾尔族|哈萨克族|达斡尔族|塔吉克族|俄罗斯族|鄂温克族|鄂伦春族|柯尔克孜|"
    "蒙古族|布依族|朝鲜族|土家族|哈尼族|傈僳族|拉祜族|东乡族|纳西族|景颇族|仫佬族|布朗族|"
    "撒拉族|毛南族|仡佬族|锡伯族|普米族|德昂族|保安族|裕固族|独龙族|维吾尔|哈萨克|塔吉克|"
    "回族|藏族|苗族|彝族|壮族|满族|侗族|瑶族|白族|傣族|黎族|佤族|畲族|水族|土族|羌族|"
    "怒族|各族|蒙古|锡伯"
)
_AUTONOMOUS = re.compile(f"(?:{_PEOPLES})+(自治[州县区旗])$")
_KINDS = re.compile("(?:自治[州县区旗]|特别行政区|(?<=..)[地新特]区|(?<=...)林区|[省市区县盟旗])$")
_LEAGUE, _STATE = "盟", "州"
_TOO_SHORT = 2
_RENAMED = "改为"


def short_name(own: str) -> str:
    """A division's name as people say it: 光明区 → 光明, 恭城瑶族自治县 → 恭城; 沙县 stays whole."""
    plain = _AUTONOMOUS.sub(r"\1", own) if "自治" in own else own
    if plain.startswith("自治"):
        plain = own.split("族自治")[0]
    short = _KINDS.sub("", plain)
    if len(short) < _TOO_SHORT < len(own) and plain != own:
        # 内蒙古 is no 内 of the 蒙古.
        short = _KINDS.sub("", own)
    if len(short) < _TOO_SHORT:
        short = own if len(plain) < _TOO_SHORT + 1 else plain
    return short if not short.endswith(("前", "后", "左", "右", "中")) or len(short) < _TOO_SHORT + 2 else own


def _said_names(own: str) -> tuple[str, ...]:
    """What else people say for a league or an autonomous place: 恩施州, 恭城县; of a long name that is written by its
    sound its first character: 锡盟, 博州."""
    if not _AUTONOMOUS.search(own) and not own.endswith(_LEAGUE):
        return ()
    short, kind = short_name(own), own[-1]
    by_sound = kind in (_LEAGUE, _STATE) and len(short) > _TOO_SHORT and "族" not in own
    return (short + kind, *((own[0] + kind,) if by_sound else ()))


def _level(code: str, parent: str) -> Level:
    if not parent:
        return Level.PROVINCE
    return Level.CITY if code.endswith("00") else Level.COUNTY


def _full_name(own: str, parent: str, shared: bool) -> str:
    """The name that reports print: districts carry their city (深圳市光明区), cities and unique counties do not."""
    return parent + own if parent and (shared or own.endswith("区")) and not own.endswith(("自治区", "地区")) else own


@dataclass(frozen=True, slots=True)
class Places:
    """All divisions by code and by name. Names are compared as given: fold what people type first."""

    by_code: dict[str, Region]
    by_name: dict[str, tuple[Region, ...]]
    plain_words: frozenset[str]
    merged: dict[str, str] = field(default_factory=dict)
    successors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Today's divisions that an abolished one, which keeps its own code, went into."""

    @classmethod
    def load(cls, directory: Path) -> Places:
        """Read data/places/. Raises DataError with file and line where a row does not fit."""
        rows = [*_rows(directory / "divisions.tsv", 3)]
        succession = [*_rows(directory / "succession.tsv", 3)]
        renamed = {code: now for code, how, now in succession if how == _RENAMED}
        earlier = [[*row[:4], row[4] or renamed.get(row[0], "")] for row in _rows(directory / "earlier.tsv", 5)]
        own_rows = rows + [row[:3] for row in earlier if not row[4]]
        names = {code: name for code, _, name in own_rows}
        counts: dict[str, int] = {}
        for _, _, name in own_rows:
            counts[name] = counts.get(name, 0) + 1
        by_code = {
            code: Region(
                code,
                _full_name(own, names.get(parent, ""), counts[own] > 1),
                own,
                short_name(own),
                _level(code, parent),
                parent,
            )
            for code, parent, own in own_rows
        }
        merged = {code: now for code, _, _, _, now in earlier if now and code != now}
        by_name: dict[str, tuple[Region, ...]] = {}
        for region in by_code.values():
            for name in {region.name, region.own, region.short, *_said_names(region.own)}:
                by_name[name] = (*by_name.get(name, ()), region)
        for _, _, name, _, now in earlier:
            if now:
                for known in {name, short_name(name)}:
                    if by_code[now] not in by_name.get(known, ()):
                        by_name[known] = (*by_name.get(known, ()), by_code[now])
        for code, said in _rows(directory / "said.tsv", 2):
            by_name[said] = (*by_name.get(said, ()), by_code[code])
        words = (directory / "plain_words.txt").read_text(encoding="utf-8").split()
        successors = {code: tuple(now.split()) for code, how, now in succession if how != _RENAMED}
        return cls(by_code, by_name, frozenset(words), merged, successors)

    def get(self, adcode: str) -> Region | None:
        """The division of a code, today's where the code is an earlier one; None where there is none."""
        return self.by_code.get(self.merged.get(adcode, adcode))

    def named(self, name: str) -> tuple[Region, ...]:
        """Every division that the name may stand for: 光明区, 光明, 深圳光明, 深圳市光明区, 崇明县; else nothing."""
        known = self.by_name.get(name)
        if known:
            return known
        for cut in range(len(name) - 1, 1, -1):
            outer = self.by_name.get(name[:cut])
            if outer is None or len(name) - cut < _TOO_SHORT:
                continue
            inner = tuple(r for r in self.named(name[cut:]) if any(self.contains(o, r) and o != r for o in outer))
            if inner:
                return inner
        return ()

    def today(self, region: Region) -> tuple[Region, ...]:
        """Today's divisions that an abolished one went into; nothing for one that there still is."""
        return tuple(self.by_code[code] for code in self.successors.get(region.adcode, ()))

    def ancestors(self, region: Region) -> Iterator[Region]:
        """The divisions that a division lies in, the nearest first."""
        while region.parent and (outer := self.by_code.get(region.parent)):
            yield outer
            region = outer

    def contains(self, outer: Region, inner: Region) -> bool:
        """Whether one division is or lies within another."""
        return outer == inner or any(ancestor == outer for ancestor in self.ancestors(inner))


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(str(path), 0, unreadable(error)) from error
    except UnicodeDecodeError as error:
        raise DataError(str(path), 0, "不是 UTF-8 编码") from error
    for number, line in enumerate(lines, 1):
        row = line.split("\t")
        if len(row) != columns:
            raise DataError(str(path), number, f"{columns} columns expected, {len(row)} found")
        yield row
