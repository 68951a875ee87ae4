"""How the service stands, for admins: versions, counts, age of data, queue, disk, backup, recent errors."""

from __future__ import annotations

import asyncio
import platform
import shutil
import time
from datetime import datetime
from importlib.metadata import version

from bot.admin import screens
from bot.admin.backups import newest_backup
from bot.admin.rooms import Rooms
from bot.model import Reply
from bot.notices.timing import SHANGHAI
from bot.replying.markup import BLANK, Line, Part, line

ERRORS = 5
"""Recent errors that are shown."""

LIBRARIES = ("python-telegram-bot", "starlette")


class Status:
    """Gathers the figures when they are asked for."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    async def show(self) -> Reply:
        """All of it in one message."""
        lines = [self._versions(), *await self._data(), *await self._work(), *await self._disk(), *self._errors()]
        return screens.screen(lines)

    def _versions(self) -> Line:
        others = "，".join(f"{name} {version(name)}" for name in LIBRARIES)
        return line(f"版本 {version('fazhi')}（Python {platform.python_version()}，{others}）")

    async def _data(self) -> list[Line]:
        catalogue = await self._rooms.facts.catalogue()
        facts = sum(sum(topics.values()) for topics in catalogue.topics.values())
        newest = max((one.published for one in catalogue.reports.values() if one.published), default=None)
        age = f"（{(datetime.now(SHANGHAI).date() - newest).days} 天前）" if newest else ""
        revisions = await self._rooms.publisher.revisions()
        return [
            line(f"报告 {len(catalogue.reports)} 份，数据 {facts} 条，地方 {len(catalogue.of_place)} 个"),
            line(f"最近发布的报告：{newest or '不详'}{age}；数据第 {catalogue.revision} 次载入"),
            line(f"管理员发布：{f'第 {revisions[-1].number} 版' if revisions else '没有'}"),
        ]

    async def _work(self) -> list[Line]:
        queue = await self._rooms.outbox.queue()
        subscriptions, chats = await self._rooms.subscriptions.counts()
        failing, waiting = await self._rooms.watched.counts()
        watched = [line(f"关注的网页：取不到 {failing} 个，待取报告 {waiting} 份")] if failing or waiting else []
        return [
            line(f"订阅 {subscriptions} 条，{chats} 个会话"),
            line(f"待发 {queue.waiting} 条，最久等了 {queue.oldest // 60} 分钟，暂缓 {queue.held} 个会话"),
            line(f"待确认 {await self._rooms.store.waiting()} 项"),
            *watched,
        ]

    async def _disk(self) -> list[Line]:
        free = (await asyncio.to_thread(shutil.disk_usage, self._rooms.state_dir)).free
        backup = await asyncio.to_thread(newest_backup, self._rooms.state_dir)
        made = screens.clock(backup) if backup else "没有"
        return [
            line(f"磁盘剩余 {free / 2**30:.1f} GB"),
            line(f"最近备份：{made}（现在 {screens.clock(time.time())}）"),
        ]

    def _errors(self) -> list[Line]:
        found = self._rooms.recent.newest(ERRORS)
        if not found:
            return [line("启动以来没有出错")]
        told = [
            line(f"{screens.clock(one.at)} {one.what}{f'（{one.times} 次）' if one.times > 1 else ''}") for one in found
        ]
        return [BLANK, line(Part("最近的错误", bold=True)), *told]
