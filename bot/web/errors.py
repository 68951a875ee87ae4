"""What a client is told when a request fails: one Chinese sentence, as a page or as JSON."""

from __future__ import annotations

import logging
import secrets

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.errors import UserError
from bot.web.html import el
from bot.web.layout import Page, render

_log = logging.getLogger(__name__)

_SENTENCES = {
    400: "这个请求看不懂，请检查后再试。",
    401: "需要口令才能查看。",
    403: "这里不能这样访问。",
    404: "没有这个页面，请从首页重新开始。",
    405: "这个地址不支持这种请求方式。",
    413: "内容太长了，请缩短后再试。",
    414: "地址太长了，请缩短后再试。",
    421: "请用公布的网址访问。",
    429: "问得太快了，请稍等片刻再试。",
    503: "服务正忙，请稍后再试。",
}
_OTHER = "这个请求没有办成，请稍后再试。"
_MACHINES = ("/api/", "/openapi.json", "/healthz", "/readyz", "/metrics", "/telegram/", "/suggest")


def wants_json(path: str) -> bool:
    """Whether a program asks, rather than a person."""
    return path.startswith(_MACHINES)


def problem(path: str, status: int, sentence: str = "", headers: dict[str, str] | None = None) -> Response:
    """The response for a failure, in the form that the asker of this path reads."""
    words = sentence or _SENTENCES.get(status, _OTHER)
    if wants_json(path):
        return JSONResponse({"error": words, "status": status}, status, headers=headers)
    main = el("section", el("h1", words), el("p", el("a", "回到首页", href="/")), class_="sorry")
    return HTMLResponse(render(Page("出错了", main, robots=False)), status, headers=headers)


def unexpected(path: str, error: Exception) -> Response:
    """The response for a fault of ours: logged with a short id that the page shows."""
    mark = secrets.token_hex(4)
    _log.error("request for %s failed (%s)", path, mark, exc_info=error)
    return problem(path, 500, f"出了点问题，已经记下（编号 {mark}），请稍后再试。")


async def on_http_exception(request: Request, error: Exception) -> Response:
    """Starlette's own 404 and 405, and those that the pages raise with a sentence of theirs."""
    if not isinstance(error, HTTPException):
        raise error
    # Starlette fills in the English name of the status where nobody wrote a sentence.
    sentence = "" if error.detail.isascii() else error.detail
    return problem(request.url.path, error.status_code, sentence, dict(error.headers or {}))


async def on_user_error(request: Request, error: Exception) -> Response:
    """What a user did wrong."""
    if not isinstance(error, UserError):
        raise error
    return problem(request.url.path, 400, str(error))
