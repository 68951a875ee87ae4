"""Subscribing by message and by button: what is changed, and what a chat then sees. No channel is known here.

A button's data is `n:` and what to do, always naming the outcome (`n:c:daily`), so that a press that arrives twice
does nothing twice.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.errors import UserError
from bot.model import Answer, Button, Intent, Query, Reply, Report, Status
from bot.notices.matching import concerns
from bot.notices.subjects import Subjects
from bot.notices.text import NoticeWriter
from bot.notices.timing import due_at
from bot.notices.wishing import EXAMPLE, Wishes
from bot.replying.markup import BLANK, Line, Part, line, messages, plain
from bot.store.subscriptions import Cadence, Delivery, Subscription, SubscriptionStore, Wish

PREFIX = "n:"
MOST = 30
"""Subscriptions of one chat and forum topic."""

WEEKDAYS = "一二三四五六日"
QUIET = ((0, 0), (22, 7), (20, 8), (18, 9), (12, 14))
HOURS = range(6, 22)
_CADENCES = {Cadence.ONCE: "随时", Cadence.DAILY: "每天", Cadence.WEEKLY: "每周"}
_SAID_CADENCES = {said: cadence for cadence, said in _CADENCES.items()} | {"每日": Cadence.DAILY, "即时": Cadence.ONCE}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody subscribes: a chat and its forum topic (0: the chat itself)."""

    chat_id: int
    thread: int = 0


class Subscribing:
    """The subscriptions' counter."""

    def __init__(self, store: SubscriptionStore, wishes: Wishes, subjects: Subjects, writer: NoticeWriter) -> None:
        self._store = store
        self._wishes = wishes
        self._subjects = subjects
        self._writer = writer

    async def subscribe(self, spot: Spot, text: str) -> Reply:
        """Subscribe to what a text says ("" is everything) and show the latest report that fits.

        A word like 每天 says when notices are to come, for all of this chat's.
        """
        words = re.split(r"[\s,，、]+", text)
        cadence = next((_SAID_CADENCES[word] for word in words if word in _SAID_CADENCES), None)
        text = " ".join(word for word in words if word not in _SAID_CADENCES)
        wish = self._wishes.read(text, await self._subjects.reported())
        if len(await self._store.of(spot.chat_id, spot.thread)) >= MOST:
            raise UserError(f"这里已有 {MOST} 条订阅，请先退订一些", "/subscriptions")
        new = await self._store.subscribe(spot.chat_id, spot.thread, wish)
        delivery = await self._store.delivery(spot.chat_id, spot.thread)
        if cadence:
            delivery = await self._deliver(spot, delivery, replace(delivery, cadence=cadence))
        said = f"{'已订阅' if new else '早已订阅'}：{self._wishes.say(wish)}"
        lines = [line(Part(said, bold=True)), line(f"有新报告或报告有更新时通知这里（{_when(delivery)}）。")]
        latest = await self._latest(wish)
        html = messages(lines)[0]
        if latest is None:
            html += "\n\n" + messages([line("目前还没有符合的报告。")])[0]
        else:
            html += "\n\n" + await self._writer.latest(latest, wish.topics)
        return _reply(html, plain(lines), [[Button("设置送达时间", "n:l"), Button("退订", "n:l")]])

    async def unsubscribe(self, spot: Spot, text: str) -> Reply:
        """Drop what a text names, as it was subscribed to; without a text, ask which."""
        mine = await self._store.of(spot.chat_id, spot.thread)
        if not text or not mine:
            return await self.listing(spot)
        wish = self._wishes.read(text, await self._subjects.reported())
        meant = [one for one in mine if _same(one.wish, wish)]
        if not meant:
            raise UserError(
                f"没有“{self._wishes.say(wish)}”这条订阅，可用 /subscriptions 看有哪些", "/unsubscribe 光明"
            )
        for one in meant:
            await self._store.unsubscribe(spot.chat_id, spot.thread, one.id)
        return await self.listing(spot, f"已退订：{self._wishes.say(wish)}")

    async def listing(self, spot: Spot, head: str = "") -> Reply:
        """All subscriptions of a chat's topic with the buttons that change them."""
        mine = await self._store.of(spot.chat_id, spot.thread)
        delivery = await self._store.delivery(spot.chat_id, spot.thread)
        lines = [line(head), BLANK] if head else []
        if not mine:
            lines.append(line(f"这里没有订阅。例如：{EXAMPLE}"))
            return _reply(messages(lines)[0], plain(lines), [])
        lines += [line(Part(f"订阅 {len(mine)} 条", bold=True)), *self._numbered(mine), BLANK, line(_when(delivery))]
        return _reply(messages(lines)[0], plain(lines), _buttons(mine, delivery))

    async def press(self, spot: Spot, data: str) -> Reply:
        """Do what a button stands for; returns what its message shows now."""
        action, _, value = data.removeprefix(PREFIX).partition(":")
        delivery = await self._store.delivery(spot.chat_id, spot.thread)
        if action == "x" and (value.isdigit() or value == "all"):
            await self._store.unsubscribe(spot.chat_id, spot.thread, int(value) if value.isdigit() else None)
            return await self.listing(spot, "已退订" if value.isdigit() else "已全部退订")
        if action in _MENUS and not value:
            return replace(await self.listing(spot), buttons=_MENUS[action]())
        await self._deliver(spot, delivery, _changed(delivery, action, value))
        return await self.listing(spot)

    async def _deliver(self, spot: Spot, before: Delivery, now: Delivery) -> Delivery:
        """Let notices come as they are to come now, those that wait too."""
        if now != before:
            await self._store.set_delivery(spot.chat_id, spot.thread, now, due_at(now, time.time()))
        return now

    def _numbered(self, mine: Sequence[Subscription]) -> list[Line]:
        return [line(f"{number}. {self._wishes.say(one.wish)}") for number, one in enumerate(mine, 1)]

    async def _latest(self, wish: Wish) -> Report | None:
        """The newest report that a wish meets."""
        for report in await self._subjects.newest_first():
            if concerns(wish, await self._subjects.of(report.id, with_words=bool(wish.keywords))):
                return report
        return None


def changes(data: str) -> bool:
    """Whether a button changes anything, so that only those may press it who may change this chat's settings."""
    return data != PREFIX + "l"


def _changed(delivery: Delivery, action: str, value: str) -> Delivery:
    """The delivery after a press; as it was for data that we never gave out."""
    try:
        match action:
            case "c":
                return replace(delivery, cadence=Cadence(value))
            case "h" if 0 <= int(value) < 24:
                return replace(delivery, hour=int(value))
            case "w" if 0 <= int(value) < 7:
                return replace(delivery, weekday=int(value))
            case "s":
                return replace(delivery, silent=value == "1")
            case "q":
                start, end = (int(hour) for hour in value.split("-"))
                if (start, end) in QUIET:
                    return replace(delivery, quiet_from=start, quiet_to=end)
    except ValueError:
        pass
    return delivery


def _buttons(mine: Sequence[Subscription], delivery: Delivery) -> tuple[tuple[Button, ...], ...]:
    cadences = [
        Button(f"{'✓ ' if cadence is delivery.cadence else ''}{said}", f"n:c:{cadence.value}")
        for cadence, said in _CADENCES.items()
    ]
    hours = [Button(f"{delivery.hour} 点", "n:h")] if delivery.cadence is not Cadence.ONCE else []
    hours += [Button(f"周{WEEKDAYS[delivery.weekday]}", "n:w")] if delivery.cadence is Cadence.WEEKLY else []
    hours.append(Button("免打扰时段", "n:q"))
    hours.append(Button("恢复响铃" if delivery.silent else "静音送达", f"n:s:{int(not delivery.silent)}"))
    drop = [Button(f"退订 {number}", f"n:x:{one.id}") for number, one in enumerate(mine, 1)]
    rows = [drop[at : at + 4] for at in range(0, len(drop), 4)]
    if len(mine) > 1:
        rows.append([Button("全部退订", "n:x:all")])
    return tuple(tuple(row) for row in (cadences, hours, *rows))


def _hour_buttons() -> tuple[tuple[Button, ...], ...]:
    found = [Button(f"{hour} 点", f"n:h:{hour}") for hour in HOURS]
    return tuple(tuple(found[at : at + 4]) for at in range(0, len(found), 4))


def _weekday_buttons() -> tuple[tuple[Button, ...], ...]:
    found = [Button(f"周{day}", f"n:w:{number}") for number, day in enumerate(WEEKDAYS)]
    return tuple(found[:4]), tuple(found[4:])


def _quiet_buttons() -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(_quiet(start, end) or "不设免打扰", f"n:q:{start}-{end}"),) for start, end in QUIET)


_MENUS = {"h": _hour_buttons, "w": _weekday_buttons, "q": _quiet_buttons}


def _quiet(start: int, end: int) -> str:
    return f"{start} 点到{'次日' if start > end else ''} {end} 点不打扰" if start != end else ""


def _when(delivery: Delivery) -> str:
    """How notices arrive, in words."""
    said = {
        Cadence.ONCE: "随时通知",
        Cadence.DAILY: f"每天 {delivery.hour} 点汇总",
        Cadence.WEEKLY: f"每周{WEEKDAYS[delivery.weekday]} {delivery.hour} 点汇总",
    }[delivery.cadence]
    quiet = _quiet(delivery.quiet_from, delivery.quiet_to)
    return "，".join(part for part in (said, "静音" if delivery.silent else "", quiet) if part)


def _same(one: Wish, other: Wish) -> bool:
    return all(
        set(left) == set(right)
        for left, right in zip(
            (one.places, one.topics, one.keywords), (other.places, other.topics, other.keywords), strict=True
        )
    )


def _reply(html: str, text: str, buttons: Sequence[Sequence[Button]]) -> Reply:
    answer = Answer(status=Status.HELP, query=Query(intent=Intent.HELP), message=text)
    return Reply(answer=answer, text=text, html=(html,), buttons=tuple(tuple(row) for row in buttons))
