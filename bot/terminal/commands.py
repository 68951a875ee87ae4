"""The table of terminal commands. Each one is a line of wiring; what it does lives in a room."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.terminal import asking, reports, upkeep

cli = typer.Typer(
    name="fazhi",
    help="从法治政府建设年度报告里查准确的数字，每个数字都带原文出处。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

AsJson = Annotated[bool, typer.Option("--json", help="标准输出只有 JSON")]


@cli.command()
def ask(
    text: Annotated[list[str] | None, typer.Argument(help="一句话或一条命令，例如 /compare 行政复议 光明 廉江")] = None,
    as_json: AsJson = False,
    home: Annotated[str, typer.Option(help="本地是哪里，例如 光明")] = "",
    after: Annotated[Path | None, typer.Option(help="上一条回答的 JSON 文件，用来接着问")] = None,
    lines: Annotated[bool, typer.Option("--lines", help="从标准输入逐行读 JSON 字符串，逐行回答")] = False,
) -> None:
    """像在私聊里那样回答一条消息。"""
    if text is None and not lines:
        raise typer.BadParameter("要问什么？例如 fazhi ask 光明有多少行政复议案件", param_hint="TEXT")
    if lines:
        asyncio.run(asking.ask_lines(home))
    else:
        asyncio.run(asking.ask(" ".join(text or []), home=home, after=after, as_json=as_json))


@cli.command()
def chat(home: Annotated[str, typer.Option(help="本地是哪里，例如 光明")] = "") -> None:
    """在终端里连续对话，可以接着上一条问。"""
    asyncio.run(asking.chat(home))


@cli.command()
def load(as_json: AsJson = False) -> None:
    """把报告数据装进数据库：全部成功，或者一点不动。"""
    asyncio.run(reports.load(as_json=as_json))


@cli.command()
def extract(
    file: Annotated[Path, typer.Argument(help="报告文件（.txt .html .docx .pdf）")],
    year: Annotated[int | None, typer.Option(min=1980, max=2100, help="报告年度")] = None,
    region: Annotated[str, typer.Option(help="报告的地方，例如 深圳市光明区")] = "",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="每个数字一行 JSON")] = False,
) -> None:
    """读一份报告，列出其中每一个数字。"""
    reports.extract(file, year=year, region=region, jsonl=jsonl)


@cli.command()
def text(file: Annotated[Path, typer.Argument(help="报告文件（.txt .html .docx .pdf）")]) -> None:
    """打印一份报告的正文，数字的位置就是对它而言的。"""
    reports.text(file)


@cli.command()
def check(report: Annotated[str, typer.Argument(help="报告编号，例如 lianjiang-2024；不写就是全部")] = "") -> None:
    """核对报告自身：前后不一、超过 100% 的数字。"""
    reports.check(report)


@cli.command()
def facts() -> None:
    """重新生成 data/facts，给维护数据的人用。"""
    reports.regenerate()


@cli.command()
def backup() -> None:
    """备份订阅、记录和已发布的报告，服务可以照常运行。"""
    upkeep.backup()


@cli.command()
def restore(
    folder: Annotated[Path, typer.Argument(help="备份的文件夹，例如 state/backups/20260131-020000")],
) -> None:
    """用一份备份恢复，先停下服务；原来的留作 .before。"""
    upkeep.restore(folder)


@cli.command()
def run() -> None:
    """启动服务：网页总是有；设了 BOT_TOKEN 就也有 Telegram。"""
    # A question needs neither Telegram nor the page: only this command loads them.
    from bot.terminal import service

    asyncio.run(service.run())
