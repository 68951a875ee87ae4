"""Figures that people say are wrong: kept in a list, told to the admins, answered by one of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from bot.admin import screens
from bot.errors import UserError
from bot.model import Reply
from bot.notices.subscribing import Spot
from bot.replying.markup import BLANK, Line, Part, line, messages
from bot.store.administration import AdminStore, Pending
from bot.store.outbox import OutboxStore

KIND = "dispute"
MOST_WAITING = 5
"""Open disputes of one chat; more of them wait until an admin has looked."""

NOTE, QUOTE = 300, 300
EXAMPLE = "/dispute 收到的应是585宗，见报告第三部分"


class Disputes:
    """The list. `admins` gives the private chats that hear of a new one."""

    def __init__(self, store: AdminStore, outbox: OutboxStore, admins: Callable[[], Awaitable[Iterable[int]]]) -> None:
        self._store = store
        self._outbox = outbox
        self._admins = admins

    async def open(self, spot: Spot, note: str, about: str, *, by: int, key: str) -> Reply:
        """Somebody says that something is wrong, perhaps about an answer of the bot. Raises UserError."""
        if not note:
            raise UserError("请写出哪个数字有误、应是多少；回复那条回答来写更好", EXAMPLE)
        mine = [one for one in await self._store.open_ones(KIND) if one.body["chat"] == spot.chat_id]
        if len(mine) >= MOST_WAITING:
            raise UserError("这里报的错还没处理完，请等管理员看过再报", "/help")
        body = {"chat": spot.chat_id, "thread": spot.thread, "note": note[:NOTE], "about": about[:QUOTE]}
        number = await self._store.ask(key, KIND, body, by)
        lines = [line(Part(f"报错 {number}", bold=True)), *_lines(note[:NOTE], about[:QUOTE]), BLANK]
        lines.append(line(f"改数据用 /correct，答复用：/disputes {number} 已核对……"))
        await self._outbox.post(messages(lines)[0], [(admin, 0) for admin in await self._admins()], key=f"told:{key}")
        return screens.said(f"已转给管理员，编号 {number}。处理后会在这里答复。")

    async def listing(self) -> Reply:
        """What waits, oldest first."""
        waiting = await self._store.open_ones(KIND)
        lines: list[Line] = []
        for one in waiting[: screens.MOST]:
            lines += [line(Part(f"报错 {one.id}", bold=True)), *_lines(one.body["note"], one.body["about"])]
        lines += [BLANK, line("答复用：/disputes 编号 要说的话")] if waiting else [line("没有待处理的报错")]
        return screens.screen(lines)

    async def answer(self, number: int, words: str, *, by: int) -> Reply:
        """Tell the one who asked what came of it. Raises UserError when there is no such open one."""
        one = await self._open(number)
        lines = [line(Part(f"您报的错（编号 {number}）已处理", bold=True)), line(f"您说：{one.body['note']}")]
        lines.append(line(f"答复：{words}"))
        to = [(one.body["chat"], one.body["thread"])]
        await self._outbox.post(messages(lines)[0], to, key=f"dispute:{number}")
        await self._store.note(f"dispute:{number}", by, f"答复报错 {number}")
        await self._store.settle(number, done=True)
        return screens.said(f"已答复报错 {number}。")

    async def _open(self, number: int) -> Pending:
        one = await self._store.pending(number)
        if one is None or one.kind != KIND or not one.waiting:
            raise UserError(f"没有待处理的报错 {number}", "/disputes")
        return one


def _lines(note: str, about: str) -> list[Line]:
    return [line(note), *([line(f"原回答：{about}")] if about else [])]
