"""The home place of a chat: what a question without a place is about."""

from __future__ import annotations

import html

from bot.model import Answer, Choice, Intent, Query, Region, Reply, Status
from bot.store.chats import ChatStore
from bot.words.commands import BY_NAME
from bot.words.normalise import fold
from bot.words.places import Places

HOME = "home"
FORGET = frozenset({"清除", "取消", "无", "删除", "clear", "none"})
MOST_CHOICES = 8
_EXAMPLE = BY_NAME[HOME].example
REFUSED = "只有本群的管理员可以设定本地。"


class Homes:
    """Reads and changes home places."""

    def __init__(self, places: Places, store: ChatStore) -> None:
        self._places = places
        self._store = store

    async def of(self, chat_id: int) -> Region | None:
        """The home place of a chat; None when none was set."""
        return self._places.get(await self._store.home(chat_id))

    async def show(self, chat_id: int) -> Reply:
        """What the home place is, and how to change it."""
        region = await self.of(chat_id)
        if region is None:
            return _reply(f"还没有设定本地。设定以后，没有写地名的问题就按本地来答。例如：{_EXAMPLE}")
        return _reply(f"本地是{region.name}。没有写地名的问题按它来答；要取消：/{HOME} 清除")

    async def change(self, chat_id: int, wanted: str) -> Reply:
        """Set the home place by name or code, or forget it; asks back when several places have that name."""
        name = fold(wanted).strip()
        if name in FORGET:
            await self._store.set_home(chat_id, "")
            return _reply("已取消本地。")
        coded = self._places.get(name)
        found = (coded,) if coded else self._places.named(name)
        if not found:
            return _reply(f"没有找到“{wanted[:30]}”这个地方，请写区县或市的名称。例如：{_EXAMPLE}")
        if len(found) > 1:
            choices = tuple(Choice(region.name, f"/{HOME} {region.adcode}") for region in found[:MOST_CHOICES])
            return _reply(f"“{wanted[:30]}”不止一处，是哪一个？", choices)
        await self._store.set_home(chat_id, found[0].adcode)
        return _reply(f"已把本地设为{found[0].name}。现在可以不写地名，例如：/ask 行政复议")


def _reply(sentence: str, choices: tuple[Choice, ...] = ()) -> Reply:
    status = Status.CLARIFY if choices else Status.HELP
    answer = Answer(status=status, query=Query(intent=Intent.HELP), message=sentence, choices=choices)
    return Reply(answer=answer, text=sentence, html=(html.escape(sentence),))
