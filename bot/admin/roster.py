"""Who may administer: owners, who are set from outside, and the admins whom they grant."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.admin import screens
from bot.admin.rooms import Asker
from bot.errors import UserError
from bot.model import Reply
from bot.store.administration import AdminStore

_log = logging.getLogger(__name__)

REFUSED = "这是管理员用的功能。"
OWNERS_ONLY = "只有所有者可以增减管理员。"


class Refused(UserError):
    """Somebody asked for what they may not do."""


class Roster:
    """Knows who is an admin at this moment."""

    def __init__(self, owners: Sequence[int], store: AdminStore) -> None:
        self._owners = tuple(owners)
        self._store = store

    async def all(self) -> tuple[int, ...]:
        """Everybody who may administer, owners first."""
        return tuple(dict.fromkeys((*self._owners, *await self._store.admins())))

    async def check(self, user: int) -> None:
        """Raises Refused unless somebody is an admin at this moment."""
        if user not in await self.all():
            _log.warning("refused: somebody who is no admin asked for what admins do")
            raise Refused(REFUSED, "/help")

    async def change(self, rest: str, asker: Asker) -> Reply:
        """List the admins; owners add (`加 123`) and remove (`减 123`) them."""
        verb, _, user = rest.partition(" ")
        if rest:
            await self._change(verb, user.strip(), asker)
        granted = "、".join(map(str, await self._store.admins())) or "没有"
        return screens.said(f"所有者：{'、'.join(map(str, self._owners))}。授权的管理员：{granted}。")

    async def _change(self, verb: str, user: str, asker: Asker) -> None:
        if asker.user not in self._owners:
            _log.warning("refused: %s is for owners", asker.key)
            raise Refused(OWNERS_ONLY, "/admins")
        if verb not in ("加", "减") or not (user.isascii() and user.isdigit() and len(user) < 19):
            raise UserError("请写“加”或“减”和对方的 Telegram 编号", "/admins 加 123456")
        if verb == "加":
            await self._store.grant(int(user), asker.user)
        else:
            await self._store.revoke(int(user))
        await self._store.note(asker.key, asker.user, f"管理员{verb} {int(user)}")
