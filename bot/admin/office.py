"""The admins' counter: their commands, files and buttons. Who asks is checked anew each time; no channel is known here.

Whatever cannot be undone waits for a button first (`d:yes:<number>`). An act carries a key of its own all the way into
the file or table that it changes, so an order that arrives twice acts once.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bot.admin import screens
from bot.admin.backups import newest_backup
from bot.admin.disputes import Disputes
from bot.admin.proposals import Draft, Proposals
from bot.admin.publishing import Publisher
from bot.errors import DataError, UserError
from bot.model import Reply, Report
from bot.notices.text import last_report
from bot.replying.markup import BLANK, line, messages
from bot.store.administration import AdminStore, Pending
from bot.store.facts import FactStore, Wanted
from bot.store.outbox import OutboxStore
from bot.store.subscriptions import SubscriptionStore

_log = logging.getLogger(__name__)

PREFIX = "d:"
REFUSED = "这是管理员用的功能。"
OWNERS_ONLY = "只有所有者可以增减管理员。"
LATEST_ACTS = 20
LONGEST_BROADCAST = 3000


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for something, and what tells this order from all others."""

    user: int
    key: str


class Refused(UserError):
    """Somebody asked for what they may not do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What the office works with."""

    store: AdminStore
    facts: FactStore
    outbox: OutboxStore
    subscriptions: SubscriptionStore
    publisher: Publisher
    proposals: Proposals
    state_dir: Path


class Office:
    """Serves owners, who are set from outside, and the admins whom they grant."""

    def __init__(self, owners: Sequence[int], rooms: Rooms) -> None:
        self._owners = tuple(owners)
        self._rooms = rooms
        self._store = rooms.store
        self.disputes = Disputes(rooms.store, rooms.outbox, self.admins)

    async def admins(self) -> tuple[int, ...]:
        """Everybody who may administer, owners first."""
        return tuple(dict.fromkeys((*self._owners, *await self._store.admins())))

    async def check(self, user: int) -> None:
        """Raises Refused unless somebody is an admin at this moment."""
        if user not in await self.admins():
            _log.warning("refused: user %s is no admin", user)
            raise Refused(REFUSED, "/help")

    async def command(self, name: str, rest: str, asker: Asker) -> Reply:
        """Do what an admin's command asks for, or ask back."""
        await self.check(asker.user)
        match name:
            case "reload":
                return screens.loaded(await self._rooms.publisher.reload())
            case "status":
                return await self._status()
            case "audit":
                return screens.acts(await self._store.acts(LATEST_ACTS))
            case "retract":
                return await self._ask_retract(rest, asker)
            case "disputes":
                return await self._disputes(rest, asker)
            case "proposals":
                return await self._proposals(rest)
            case "correct":
                return await self._reopen(rest, asker)
            case "rollback":
                return await self._ask_rollback(rest, asker)
            case "broadcast":
                return await self._ask_broadcast(rest, asker)
        return await self._admins(rest, asker)

    async def upload(self, name: str, content: bytes, asker: Asker) -> Reply:
        """Read a report that an admin sent and show what would be published."""
        await self.check(asker.user)
        number, draft = await self._take(name, content, asker)
        return await self._show(number, draft)

    async def propose(self, name: str, content: bytes, key: str) -> None:
        """Read a report that came by itself and tell the admins where to look at it. Raises UserError."""
        number, draft = await self._take(name, content, Asker(0, key))
        await self.tell(
            f"收到新文件“{name}”：{draft.fields.get('title') or '没有标题'}。查看和发布：/proposals {number}", key
        )

    async def _take(self, name: str, content: bytes, asker: Asker) -> tuple[int, Draft]:
        """Make a proposal of a file; one that cannot be read leaves none behind."""
        number = await self._store.ask(asker.key, "report", {}, asker.user)
        try:
            draft = await self._rooms.proposals.take(number, name, content)
        except UserError:
            await self._store.settle(number, done=False)
            await self._rooms.proposals.forget(number)
            raise
        await self._store.change(number, draft.body)
        return number, draft

    async def tell(self, sentence: str, key: str) -> None:
        """Tell every admin, once for a key."""
        to = [(admin, 0) for admin in await self.admins()]
        await self._rooms.outbox.post(messages([line(sentence)])[0], to, key=f"told:{key}")

    async def correct(self, number: int, text: str, asker: Asker) -> Reply:
        """Put something of a proposal right and show it again."""
        await self.check(asker.user)
        pending = await self._waiting(number)
        if pending.kind != "report":
            raise UserError("这一条不能改", "/status")
        draft = self._rooms.proposals.corrected(Draft.from_body(pending.body), text)
        reply = await self._show(number, draft)
        await self._store.change(number, draft.body)
        return reply

    async def press(self, data: str, asker: Asker) -> Reply:
        """Do, or drop, what waits for a yes or no."""
        await self.check(asker.user)
        answer, _, number = data.removeprefix(PREFIX).partition(":")
        pending = await self._waiting(int(number) if number.isdigit() else 0)
        if answer != "yes":
            await self._store.settle(pending.id, done=False)
            await self._rooms.proposals.forget(pending.id)
            return screens.said("已取消，什么都没有改动。")
        reply, act = await self._carry_out(pending, asker)
        if act:
            await self._store.note(f"pending:{pending.id}", asker.user, act)
            await self._store.settle(pending.id, done=True)
            await self._rooms.proposals.forget(pending.id)
        return reply

    async def _waiting(self, number: int) -> Pending:
        pending = await self._store.pending(number)
        if pending is None or not pending.waiting:
            raise UserError("这一条已经处理过了", "/audit")
        return pending

    async def _carry_out(self, pending: Pending, asker: Asker) -> tuple[Reply, str]:
        """What was confirmed, done; with what is to be written down of it ("" when nothing came of it)."""
        body, publisher = pending.body, self._rooms.publisher
        key, by = f"pending:{pending.id}", str(asker.user)
        if pending.kind == "broadcast":
            sent = await self._rooms.outbox.post(body["html"], [(chat, thread) for chat, thread in body["to"]], key=key)
            return screens.said(f"已交付发送：{sent} 处。"), f"群发（{sent} 处）"
        try:
            if pending.kind == "retract":
                act = f"撤回 {body['report']}"
                result = await publisher.retract(body["report"], key=key, by=by)
            elif pending.kind == "rollback":
                act = f"回到第 {body['number']} 版"
                result = await publisher.rollback(body["number"], key=key, by=by)
            else:
                draft = Draft.from_body(body)
                candidate = self._rooms.proposals.candidate(pending.id, draft, await self._rooms.facts.catalogue())
                act = f"发布 {candidate.report.id}"
                result = await publisher.publish(candidate, key=key, by=by)
        except DataError as error:
            raise UserError(f"没有改动：{error}", "/status") from error
        return screens.loaded(result), "" if result.rejected else act

    async def _show(self, number: int, draft: Draft) -> Reply:
        """A proposal as it stands."""
        if draft.missing:
            return screens.proposal(number, draft)
        catalogue = await self._rooms.facts.catalogue()
        candidate = self._rooms.proposals.candidate(number, draft, catalogue)
        bundle = await self._rooms.proposals.bundle(number, candidate)
        last = last_report(candidate.report, catalogue)
        old = catalogue.reports.get(candidate.report.id)
        facts = (await self._rooms.facts.find(Wanted(reports=(last.id,)))).facts if last else ()
        return screens.readable(number, draft, bundle, old, last, facts)

    async def _proposals(self, rest: str) -> Reply:
        """What waits to be published; with a number, that one with its buttons."""
        if not rest:
            return screens.proposals(await self._store.open_ones("report"))
        pending = await self._waiting(int(rest) if rest.isdigit() else 0)
        if pending.kind != "report":
            raise UserError(f"{rest} 不是待发布的报告", "/proposals")
        return await self._show(pending.id, Draft.from_body(pending.body))

    async def _disputes(self, rest: str, asker: Asker) -> Reply:
        number, _, words = rest.partition(" ")
        if not rest:
            return await self.disputes.listing()
        if not number.isdigit() or not words.strip():
            raise UserError("请写出编号和答复", "/disputes 12 已核对，原文就是583宗")
        return await self.disputes.answer(int(number), words.strip(), by=asker.user)

    async def _report(self, id_: str) -> Report:
        """The report that an admin names. Raises UserError when there is none of that id."""
        catalogue = await self._rooms.facts.catalogue()
        report = catalogue.reports.get(id_)
        if report is None:
            known = "、".join(list(catalogue.reports)[:8])
            raise UserError(f"没有编号为“{id_[:40]}”的报告。现有：{known}", "/retract 编号")
        return report

    async def _reopen(self, rest: str, asker: Asker) -> Reply:
        report = await self._report(rest)
        number = await self._store.ask(asker.key, "report", {}, asker.user)
        draft = await self._rooms.proposals.reopen(number, report)
        await self._store.change(number, draft.body)
        return await self._show(number, draft)

    async def _ask_retract(self, rest: str, asker: Asker) -> Reply:
        report = await self._report(rest)
        number = await self._store.ask(asker.key, "retract", {"report": report.id}, asker.user)
        lines = [line(f"撤回《{report.title}》？撤回后不再出现在任何回答里，可用 /rollback 恢复。")]
        return screens.screen(lines, screens.yes_or_no(number, "确认撤回"))

    async def _ask_rollback(self, rest: str, asker: Asker) -> Reply:
        known = self._rooms.publisher.revisions()
        if not rest:
            return screens.revisions(known)
        if not rest.isdigit() or int(rest) not in {0, *(one.number for one in known)}:
            raise UserError(f"没有第 {rest[:10]} 版", "/rollback")
        number = await self._store.ask(asker.key, "rollback", {"number": int(rest)}, asker.user)
        lines = [line(f"回到第 {int(rest)} 版？会新增一版，内容与它相同，之后仍可再回来。")]
        return screens.screen(lines, screens.yes_or_no(number, "确认回退"))

    async def _ask_broadcast(self, rest: str, asker: Asker) -> Reply:
        if not rest or len(rest) > LONGEST_BROADCAST:
            raise UserError(f"请写出要群发的话，最多 {LONGEST_BROADCAST} 字", "/broadcast 本周六系统维护")
        html = messages([line(row) for row in rest.splitlines()])[0]
        to = await self._rooms.subscriptions.spots()
        number = await self._store.ask(asker.key, "broadcast", {"html": html, "to": to}, asker.user)
        lines = [line(f"将发给 {len(to)} 处订阅者："), BLANK, *(line(row) for row in rest.splitlines())]
        return screens.screen(lines, screens.yes_or_no(number, "发送"))

    async def _admins(self, rest: str, asker: Asker) -> Reply:
        """List the admins; owners add (`加 123`) and remove (`减 123`) them."""
        verb, _, user = rest.partition(" ")
        if not rest:
            granted = "、".join(map(str, await self._store.admins())) or "没有"
            return screens.said(f"所有者：{'、'.join(map(str, self._owners))}。授权的管理员：{granted}。")
        if asker.user not in self._owners:
            _log.warning("refused: user %s is no owner", asker.user)
            raise Refused(OWNERS_ONLY, "/admins")
        if verb not in ("加", "减") or not user.strip().isdigit():
            raise UserError("请写“加”或“减”和对方的 Telegram 编号", "/admins 加 123456")
        if verb == "加":
            await self._store.grant(int(user), asker.user)
        else:
            await self._store.revoke(int(user))
        await self._store.note(asker.key, asker.user, f"管理员{verb} {int(user)}")
        return await self._admins("", asker)

    async def _status(self) -> Reply:
        rooms = self._rooms
        catalogue = await rooms.facts.catalogue()
        queue = await rooms.outbox.queue()
        subscriptions, chats = await rooms.subscriptions.counts()
        facts = sum(sum(topics.values()) for topics in catalogue.topics.values())
        newest = max((one.published for one in catalogue.reports.values() if one.published), default=None)
        revision = rooms.publisher.revisions()
        backup = await asyncio.to_thread(newest_backup, rooms.state_dir)
        lines = [
            line(f"版本 {version('fazhi')}"),
            line(f"报告 {len(catalogue.reports)} 份，数据 {facts} 条，地方 {len(catalogue.of_place)} 个"),
            line(f"最近发布的报告：{newest or '不详'}；数据第 {catalogue.revision} 次载入"),
            line(f"管理员发布：{f'第 {revision[-1].number} 版' if revision else '没有'}"),
            line(f"订阅 {subscriptions} 条，{chats} 个会话"),
            line(f"待发 {queue.waiting} 条，最久等了 {queue.oldest // 60} 分钟，暂缓 {queue.held} 个会话"),
            line(f"待确认 {await self._store.waiting()} 项"),
            line(f"最近备份：{screens.clock(backup) if backup else '没有'}（现在 {screens.clock(time.time())}）"),
        ]
        return screens.screen(lines)
