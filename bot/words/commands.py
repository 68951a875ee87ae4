"""The one table of commands; registration, aliases, menus, help, the page's suggestions and the README follow it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who may use a command. CHAT is for everybody as well, where the bot sits in a chat: not on the page."""

    EVERYONE = "everyone"
    CHAT = "everyone in a chat"
    GROUP_ADMIN = "group admin"
    BOT_ADMIN = "bot admin"


@dataclass(frozen=True, slots=True)
class Command:
    """One command: Latin name ([a-z0-9_]), Chinese alias, menu line in Chinese and English, example that works.

    `also` are other Chinese names that are understood and not offered.
    """

    name: str
    alias: str
    line: str
    english: str
    example: str
    role: Role = Role.EVERYONE
    also: tuple[str, ...] = ()


COMMANDS: tuple[Command, ...] = (
    Command(
        "compare", "对比", "并排比较几个地方的同一指标", "Compare places", "/compare 行政复议 光明 廉江", also=("比较",)
    ),
    Command("ask", "查", "查一个地方的数据", "One place's figures", "/ask 光明 法律援助", also=("查询", "查一下")),
    Command(
        "trend", "趋势", "看一个地方历年变化", "One place over the years", "/trend 行政复议 光明", also=("走势", "历年")
    ),
    Command("rank", "排名", "各地同一指标排序", "All places by one figure", "/rank 人民调解", also=("排行", "排序")),
    Command(
        "search",
        "搜",
        "在报告原文里找词句",
        "Search the reports",
        "/search 法治前哨站",
        also=("搜索", "查找", "检索", "搜一下"),
    ),
    Command("list", "目录", "看有哪些报告和主题", "What is there", "/list 光明", also=("列表", "清单")),
    Command(
        "source",
        "出处",
        "看一条数据的原文段落",
        "The clause behind a figure",
        "/source 光明 行政复议",
        also=("来源", "原文"),
    ),
    Command("export", "导出", "把数据做成表格（xlsx）", "Figures as a workbook", "/export 法律援助 光明 廉江"),
    Command(
        "check", "核对", "看报告中前后不一的数字", "Figures that do not add up", "/check 廉江", also=("核查", "校对")
    ),
    Command("home", "本地", "设定默认地方，提问可不写地名", "Set the home place", "/home 光明区", Role.GROUP_ADMIN),
    Command("subscribe", "订阅", "有新报告时通知这里", "Hear of news", "/subscribe 行政复议 光明", Role.GROUP_ADMIN),
    Command("unsubscribe", "退订", "不再通知", "Stop notices", "/unsubscribe 行政复议 光明", Role.GROUP_ADMIN),
    Command(
        "subscriptions",
        "我的订阅",
        "看这里订阅了什么、何时送达",
        "What is subscribed here",
        "/subscriptions",
        Role.CHAT,
    ),
    Command("dispute", "报错", "数字有误，告诉管理员", "Report a wrong figure", "/dispute 收到的应是585宗", Role.CHAT),
    Command("reload", "重载", "重新读取数据文件", "Read the data again", "/reload", Role.BOT_ADMIN),
    Command("status", "状态", "数据、队列和备份的情况", "How the service stands", "/status", Role.BOT_ADMIN),
    Command("audit", "记录", "谁在什么时候做了什么", "Who did what when", "/audit", Role.BOT_ADMIN),
    Command("proposals", "待发布", "看等待发布的报告", "Reports to publish", "/proposals", Role.BOT_ADMIN),
    Command(
        "correct", "更正", "改一份报告的信息或数据", "Put a report right", "/correct guangming-2024", Role.BOT_ADMIN
    ),
    Command("disputes", "报错单", "看和答复别人报的错", "What people reported", "/disputes", Role.BOT_ADMIN),
    Command("retract", "撤回", "不再展示一份报告", "Show a report no more", "/retract guangming-2024", Role.BOT_ADMIN),
    Command("rollback", "回退", "回到已发布内容的某一版", "Back to a revision", "/rollback 3", Role.BOT_ADMIN),
    Command("broadcast", "群发", "给所有订阅者发消息", "Tell all subscribers", "/broadcast 周六维护", Role.BOT_ADMIN),
    Command("admins", "管理员", "看、加、减管理员", "See and change the admins", "/admins 加 123456", Role.BOT_ADMIN),
    Command("chats", "会话", "看、允许、停用群聊", "Allow or forbid chats", "/chats", Role.BOT_ADMIN),
    Command("help", "帮助", "怎么用", "How to use this bot", "/help"),
)

BY_NAME = {command.name: command for command in COMMANDS} | {
    alias: command for command in COMMANDS for alias in (command.alias, *command.also)
}
