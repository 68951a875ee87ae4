"""Figures that people say are wrong: kept in a list, told to the admins, put right or answered by one of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence

from bot.admin import screens
from bot.errors import UserError
from bot.model import Button, Reply
from bot.notices.subscribing import Spot
from bot.replying.markup import BLANK, Line, Part, line
from bot.store.administration import AdminStore, Pending
from bot.store.facts import FactStore
from bot.store.outbox import OutboxStore

KIND = "dispute"
FIX = "fix"
"""Begins the data of the buttons that open a report for being put right: `d:fix<which>:<number>`."""

MOST_WAITING = 5
"""Open disputes of one chat; more of them wait until an admin has looked."""

NOTE, QUOTE = 300, 300
MOST_REPORTS = 3
EXAMPLE = "/dispute 收到的应是585宗，见报告第三部分"
ANSWER = "/disputes 12 已核对，原文就是583宗"


class Disputes:
    """The list. `admins` gives the private chats that hear of a new one."""

    def __init__(
        self,
        store: AdminStore,
        facts: FactStore,
        outbox: OutboxStore,
        admins: Callable[[], Awaitable[Iterable[int]]],
    ) -> None:
        self._store = store
        self._facts = facts
        self._outbox = outbox
        self._admins = admins

    async def open(self, spot: Spot, note: str, about: str, *, by: int, key: str) -> Reply:
        """Somebody says that something is wrong, perhaps about an answer of the bot. Raises UserError."""
        if not note:
            raise UserError("请写出哪个数字有误、应是多少；回复那条回答来写更好", EXAMPLE)
        mine = [one for one in await self._store.open_ones(KIND) if one.body["chat"] == spot.chat_id]
        if len(mine) >= MOST_WAITING:
            raise UserError("这里报的错还没处理完，请等管理员看过再报", "/help")
        reports = await self._cited(f"{about}\n{note}")
        body = {"chat": spot.chat_id, "thread": spot.thread, "note": note[:NOTE], "about": about[:QUOTE]}
        number = await self._store.ask(key, KIND, body | {"reports": reports}, by)
        lines = [line(Part(f"报错 {number}", bold=True)), *_lines(note[:NOTE], about[:QUOTE]), BLANK]
        lines.append(line(f"更正或答复：/disputes {number}"))
        admins = [(admin, 0) for admin in await self._admins()]
        await self._outbox.post(screens.letter(lines, EXAMPLE), admins, key=f"told:{key}")
        return screens.said(f"已转给管理员，编号 {number}。处理后会在这里答复。")

    async def command(self, rest: str, *, by: int) -> Reply:
        """List what waits; with a number, show one; with words after it, answer it."""
        number, _, words = rest.partition(" ")
        if not rest:
            return await self._listing()
        if not number.isdecimal():
            raise UserError("请写出编号和答复", ANSWER)
        if not words.strip():
            return await self._show(int(number))
        if not await self.settle(int(number), words.strip(), by=by):
            raise UserError(f"没有待处理的报错 {int(number)}", "/disputes")
        return screens.said(f"已答复报错 {int(number)}。")

    async def settle(self, number: int, words: str, *, by: int) -> bool:
        """Tell the one who asked what came of it; False when there is no such open one.

        Raises UserError when the words are too many for a message.
        """
        one = await self._waiting(number)
        if one is None:
            return False
        lines = [line(Part(f"您报的错（编号 {number}）已处理", bold=True)), line(f"您说：{one.body['note']}")]
        lines.append(line(f"答复：{words}"))
        to = [(one.body["chat"], one.body["thread"])]
        await self._outbox.post(screens.letter(lines, ANSWER), to, key=f"dispute:{number}")
        await self._store.note(f"dispute:{number}", by, f"答复报错 {number}")
        await self._store.settle(number, done=True)
        return True

    async def _cited(self, text: str) -> list[str]:
        """The reports whose titles stand in a text."""
        reports = (await self._facts.catalogue()).reports.values()
        return [report.id for report in reports if report.title in text][:MOST_REPORTS]

    async def _listing(self) -> Reply:
        """What waits, oldest first."""
        waiting = await self._store.open_ones(KIND)
        lines: list[Line] = []
        for one in waiting[: screens.MOST]:
            lines += [line(Part(f"报错 {one.id}", bold=True)), *_lines(one.body["note"], one.body["about"])]
        more = line("答复用：/disputes 编号 要说的话；更正先看：/disputes 编号")
        return screens.screen([*lines, BLANK, more] if waiting else [line("没有待处理的报错")])

    async def _show(self, number: int) -> Reply:
        """One dispute with buttons that open the reports which it is about."""
        one = await self._waiting(number)
        if one is None:
            raise UserError(f"没有待处理的报错 {number}", "/disputes")
        lines = [line(Part(f"报错 {number}", bold=True)), *_lines(one.body["note"], one.body["about"]), BLANK]
        reports = (await self._facts.catalogue()).reports
        cited: Sequence[str] = one.body.get("reports", ())
        buttons = [
            [Button(f"更正 {reports[id_].region}{reports[id_].year}年", f"d:{FIX}{index}:{number}")]
            for index, id_ in enumerate(cited)
            if id_ in reports
        ]
        lines.append(line("更正后发布，报错的人会收到答复。" if buttons else "更正：/correct 报告编号"))
        lines.append(line(f"只答复：/disputes {number} 要说的话"))
        return screens.screen(lines, buttons)

    async def _waiting(self, number: int) -> Pending | None:
        one = await self._store.pending(number)
        return one if one is not None and one.kind == KIND and one.waiting else None


def _lines(note: str, about: str) -> list[Line]:
    return [line(note), *([line(f"原回答：{about}")] if about else [])]
