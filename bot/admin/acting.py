"""What cannot be undone, or reaches many: asked for, shown, and done when a button confirms it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.admin import screens
from bot.admin.proposals import Draft
from bot.admin.reviewing import KIND as REPORT
from bot.admin.reviewing import Reviewing
from bot.admin.rooms import Asker, Rooms
from bot.errors import DataError, UserError
from bot.model import Reply
from bot.replying.markup import BLANK, line
from bot.store.administration import Pending
from bot.store.loading import Loaded

RETRACT, ROLLBACK, BROADCAST = "retract", "rollback", "broadcast"
KINDS = frozenset({REPORT, RETRACT, ROLLBACK, BROADCAST})
"""What a yes or no is asked for."""

BROADCAST_EXAMPLE = "/broadcast 本周六系统维护"


@dataclass(frozen=True, slots=True)
class Deed:
    """What an order has done, and who had confirmed it."""

    act: str
    by: int


class Acting:
    """Asks whether it is meant, and does it. What is done carries the order's own key into the file that it changes."""

    def __init__(self, rooms: Rooms, reviewing: Reviewing) -> None:
        self._rooms = rooms
        self._reviewing = reviewing

    async def retract(self, rest: str, asker: Asker) -> Reply:
        """Ask whether a report is to be shown no more."""
        report = await self._reviewing.report(rest)
        number = await self._rooms.store.ask(asker.key, RETRACT, {"report": report.id}, asker.user)
        lines = [line(f"撤回《{report.title}》？撤回后不再出现在任何回答里，可用 /rollback 恢复。")]
        return screens.screen(lines, screens.yes_or_no(number, "确认撤回"))

    async def rollback(self, rest: str, asker: Asker) -> Reply:
        """List the revisions, or ask whether one is to come back."""
        known = await self._rooms.publisher.revisions()
        if not rest:
            return screens.revisions(known)
        if not rest.isdecimal() or int(rest) not in {0, *(one.number for one in known)}:
            raise UserError(f"没有第 {rest[:10]} 版", "/rollback")
        number = await self._rooms.store.ask(asker.key, ROLLBACK, {"number": int(rest)}, asker.user)
        lines = [line(f"回到第 {int(rest)} 版？会新增一版，内容与它相同，之后仍可再回来。")]
        return screens.screen(lines, screens.yes_or_no(number, "确认回退"))

    async def broadcast(self, rest: str, asker: Asker) -> Reply:
        """Show what would be told to all subscribers, and to how many."""
        if not rest:
            raise UserError("请写出要群发的话", BROADCAST_EXAMPLE)
        html = screens.letter([line(row) for row in rest.splitlines()], BROADCAST_EXAMPLE)
        to = await self._rooms.subscriptions.spots()
        number = await self._rooms.store.ask(asker.key, BROADCAST, {"html": html, "to": to}, asker.user)
        lines = [line(f"将发给 {len(to)} 处订阅者："), BLANK, *(line(row) for row in rest.splitlines())]
        return screens.screen(lines, screens.yes_or_no(number, "发送"))

    async def carry_out(self, pending: Pending, asker: Asker) -> tuple[Reply, str]:
        """Do what was confirmed; with what is to be written down of it ("" when nothing came of it)."""
        body, key = pending.body, order_key(pending)
        if pending.kind == BROADCAST:
            sent = await self._rooms.outbox.post(body["html"], [(chat, thread) for chat, thread in body["to"]], key=key)
            return screens.said(f"已交付发送：{sent} 处。"), _broadcast(sent)
        try:
            result, act = await self._change(pending, key, str(asker.user))
        except DataError as error:
            raise UserError(f"没有改动：{error}", "/status") from error
        if not result.rejected:
            return screens.loaded(result), act
        # What this order had made before, in a process that died, is not taken back: it may have been loaded.
        made = await self._rooms.publisher.made(key)
        return screens.loaded(result, kept=made.number if made else 0), act if made else ""

    async def done_already(self, pending: Pending) -> Deed | None:
        """What an order did in a process that died before it could write that down; None when it did nothing."""
        if pending.kind == BROADCAST:
            sent = await self._rooms.outbox.posted(order_key(pending))
            return Deed(_broadcast(sent), pending.by) if sent else None
        made = await self._rooms.publisher.made(order_key(pending))
        return Deed(made.what, int(made.by)) if made else None

    async def _change(self, pending: Pending, key: str, by: str) -> tuple[Loaded, str]:
        """Change what is published; with what that was."""
        body, publisher = pending.body, self._rooms.publisher
        if pending.kind == RETRACT:
            return await publisher.retract(body["report"], key=key, by=by), f"撤回 {body['report']}"
        if pending.kind == ROLLBACK:
            return await publisher.rollback(body["number"], key=key, by=by), f"回到第 {body['number']} 版"
        candidate = await self._reviewing.candidate(pending.id, Draft.from_body(body))
        return await publisher.publish(candidate, key=key, by=by), f"发布 {candidate.report.id}"


def order_key(pending: Pending) -> str:
    """What tells this order from all others in the file or table that it changes."""
    return f"pending:{pending.id}"


def _broadcast(sent: int) -> str:
    return f"群发（{sent} 处）"
