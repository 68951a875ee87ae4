"""The admins' counter: their commands, files and buttons. Who asks is checked anew each time; no channel is known here.

Whatever cannot be undone waits for a button first (`d:yes:<number>`). An act carries a key of its own all the way into
the file or table that it changes, so an order that arrives twice acts once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.admin import screens
from bot.admin.acting import KINDS, Acting, Deed, order_key
from bot.admin.disputes import FIX, Disputes
from bot.admin.proposals import Draft
from bot.admin.reviewing import KIND as REPORT
from bot.admin.reviewing import Reviewing
from bot.admin.rooms import Asker, Rooms
from bot.admin.roster import REFUSED, Refused, Roster
from bot.admin.status import Status
from bot.errors import UserError
from bot.model import Reply
from bot.replying.markup import line, messages
from bot.store.administration import Pending

__all__ = ["PREFIX", "REFUSED", "Asker", "Office", "Refused", "Rooms"]

PREFIX = "d:"
LATEST_ACTS = 20
LONGEST_ANSWER = 300
"""Characters of what was put right that are told to whoever disputed a figure."""


class Office:
    """Serves owners, who are set from outside, and the admins whom they grant."""

    def __init__(self, owners: Sequence[int], rooms: Rooms) -> None:
        self._rooms = rooms
        self._store = rooms.store
        self._roster = Roster(owners, rooms.store)
        self._reviewing = Reviewing(rooms)
        self._acting = Acting(rooms, self._reviewing)
        self._status = Status(rooms)
        self._settling = asyncio.Lock()
        self.disputes = Disputes(rooms.store, rooms.facts, rooms.outbox, self._roster.all)

    async def check(self, user: int) -> None:
        """Raises Refused unless somebody is an admin at this moment."""
        await self._roster.check(user)

    async def command(self, name: str, rest: str, asker: Asker) -> Reply:
        """Do what an admin's command asks for, or ask back."""
        await self.check(asker.user)
        match name:
            case "reload":
                return screens.loaded(await self._rooms.publisher.reload())
            case "status":
                return await self._status.show()
            case "audit":
                return screens.acts(await self._store.acts(LATEST_ACTS))
            case "retract":
                return await self._acting.retract(rest, asker)
            case "disputes":
                return await self.disputes.command(rest, by=asker.user)
            case "proposals":
                return await self._reviewing.listing(rest)
            case "correct":
                return await self._reviewing.reopen(rest, asker)
            case "rollback":
                return await self._acting.rollback(rest, asker)
            case "broadcast":
                return await self._acting.broadcast(rest, asker)
        return await self._roster.change(rest, asker)

    async def upload(self, name: str, content: bytes, asker: Asker) -> Reply:
        """Read a report that an admin sent and show what would be published."""
        await self.check(asker.user)
        return await self._reviewing.upload(name, content, asker)

    async def correct(self, number: int, text: str, asker: Asker) -> Reply:
        """Put something of a proposal right and show it again."""
        await self.check(asker.user)
        return await self._reviewing.correct(number, text, asker)

    async def arrived(self, name: str, content: bytes, key: str, url: str = "") -> None:
        """A report that came by itself: tell the admins where to look at it, or why it cannot be read.

        With a key that came before nothing happens any more.
        """
        where = f"新文件“{name}”" if not url else f"关注的网页上的新报告（{url}）"
        try:
            taken = await self._reviewing.take(name, content, Asker(0, key), url)
        except UserError as error:
            await self.tell(f"{where}：{error.sentence}", key)
            return
        if taken is not None:
            number, draft = taken
            title = draft.fields.get("title") or "没有标题"
            await self.tell(f"收到{where}：{title}。查看和发布：/proposals {number}", key)

    async def tell(self, sentence: str, key: str) -> None:
        """Tell every admin, once for a key."""
        to = [(admin, 0) for admin in await self._roster.all()]
        await self._rooms.outbox.post(messages([line(sentence)])[0], to, key=f"told:{key}")

    async def press(self, data: str, asker: Asker) -> Reply:
        """Do, or drop, what waits for a yes or no; or open what a dispute is about."""
        await self.check(asker.user)
        answer, _, digits = data.removeprefix(PREFIX).partition(":")
        number = int(digits) if digits.isdecimal() else 0
        if answer.startswith(FIX) and answer.removeprefix(FIX).isdecimal():
            return await self._reviewing.reopen_for(number, int(answer.removeprefix(FIX)), asker)
        # One at a time: whoever presses 取消 while somebody else's 发布 is at work must hear what came of that.
        async with self._settling:
            pending = await self._rooms.waiting(number)
            if pending.kind not in KINDS:
                raise UserError("这一条不能这样处理", "/status")
            return await (self._carry_out(pending, asker) if answer == "yes" else self._drop(pending))

    async def _carry_out(self, pending: Pending, asker: Asker) -> Reply:
        """Do what waits."""
        reply, act = await self._acting.carry_out(pending, asker)
        if act:
            await self._write_down(pending, Deed(act, asker.user))
        return reply

    async def _drop(self, pending: Pending) -> Reply:
        """Forget what waits, unless it was done by a process that died before it could say so."""
        if deed := await self._acting.done_already(pending):
            await self._write_down(pending, deed)
            return screens.too_late(deed.act)
        await self._store.settle(pending.id, done=False)
        await self._rooms.proposals.forget(pending.id)
        return screens.said("已取消，什么都没有改动。")

    async def _write_down(self, pending: Pending, deed: Deed) -> None:
        """An order was carried out: it is in the log and waits no more."""
        await self._store.note(order_key(pending), deed.by, deed.act)
        await self._answer_dispute(pending, deed.by)
        await self._store.settle(pending.id, done=True)
        await self._rooms.proposals.forget(pending.id)

    async def _answer_dispute(self, pending: Pending, by: int) -> None:
        """Tell whoever disputed a figure that the report was put right because of it."""
        draft = Draft.from_body(pending.body) if pending.kind == REPORT else None
        if draft is not None and draft.dispute:
            said = "；".join(draft.changes)[:LONGEST_ANSWER] or "报告信息"
            await self.disputes.settle(draft.dispute, f"已更正：{said}", by=by)
