"""Where 一 counts: once held, one made, one in a list, once in so long. Elsewhere it is mostly a saying."""

from __future__ import annotations

import re

from bot.reading.numbers.quantities import Numeral

_LIST_REACH, _EVERY_REACH = 12, 20
_EVERY = re.compile("每(?:半?年|季度?|半?个?月|两?周)[^,。;、:]{2,16}$")
"""How often something is asked for or done: 每季度至少开展一次."""
_HELD_UNITS, _MADE_UNITS = (
    ("次", "场", "场次", "期", "堂", "轮"),
    ("份", "件", "个", "名", "家", "项", "部", "处", "座", "所", "间"),
)
_HELD = re.compile("(?:开展|召开|举办|举行|组织|听取|进行)了?$")
_STOPS = frozenset(("", *",。;、)"))
_NOT_COUNTED_BY = frozenset("第再又每同另这那某之为成如合在归集统专唯划")
_PROMISE = re.compile("最多|[只仅少][跑进]|跑$")
"""What an office promises, in a saying: 群众最多跑一次."""
_SEGMENT = 24


def counts_one(text: str, start: int, quantity: Numeral, verb: re.Pattern[str]) -> bool:
    """Whether 一 at `start` counts."""
    often = _EVERY.search(text, max(0, start - _EVERY_REACH), start)
    return bool(often) or _in_list(text, start, quantity) or _was_done(text, start, quantity, verb)


def _was_done(text: str, start: int, quantity: Numeral, verb: re.Pattern[str]) -> bool:
    """召开一次会议, 开展督察一次, 新建公园一个; not 查处一起、曝光一起."""
    if quantity.unit in _HELD_UNITS and _HELD.search(text, max(0, start - _LIST_REACH), start):
        return not text.startswith(("性", "又"), quantity.end)
    if quantity.unit not in (*_HELD_UNITS, *_MADE_UNITS) or text[quantity.end : quantity.end + 1] not in _STOPS:
        return False
    segment = re.split("[,。;:、\n]", text[max(0, start - _SEGMENT) : start])[-1]
    done = None if _PROMISE.search(segment) else verb.search(segment)
    return bool(done and len(segment) - done.end() > 1 and segment[-1] not in _NOT_COUNTED_BY)


def _in_list(text: str, start: int, quantity: Numeral) -> bool:
    """Whether 一 stands in a list of counts (一个中心、三个平台), where it is a count too."""
    counted = re.compile(rf"(?:[二三四五六七八九十两]|\d+){re.escape(quantity.unit or '无')}")
    around = (text[max(0, start - _LIST_REACH) : start], text[quantity.end : quantity.end + _LIST_REACH])
    return any("、" in words and counted.search(words) for words in around)
