"""Sending, at PTB's own request seam: what is called, and what each kind of refusal leads to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden
from telegram.request import BaseRequest, RequestData

from bot.layout import STATE_FILE
from bot.store.chats import ChatStore, Sent
from bot.store.database import open_database
from bot.store.state import STATE
from handlers.sending import Attachment, Courier, Part, Target, Unfinished, plain
from tests.telegram.harness import TOKEN

PRIVATE = {"id": 5, "type": "private"}
FLOOD = (429, {"description": "Too Many Requests", "parameters": {"retry_after": 0.01}})
MARKUP = (400, {"description": "Bad Request: can't parse entities: Unsupported start tag"})
SERVER = (502, {"description": "Bad Gateway"})


class Recorder(BaseRequest):
    """Answers calls from a script, then with success; keeps what was called."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.script: list[tuple[int, dict[str, Any]]] = []

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        self.calls.append((name, dict(request_data.parameters) if request_data else {}))
        if self.script:
            code, body = self.script.pop(0)
            return code, json.dumps({"ok": False, "error_code": code} | body).encode()
        result: Any = True
        if name.startswith("send"):
            result = {"message_id": 100 + len(self.calls), "date": 1, "chat": PRIVATE, "text": "x"}
        return 200, json.dumps({"ok": True, "result": result}).encode()


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[ChatStore]:
    database = await open_database(tmp_path / STATE_FILE, STATE)
    yield ChatStore(database)
    await database.close()


@pytest.fixture
def courier(recorder: Recorder, store: ChatStore, monkeypatch: pytest.MonkeyPatch) -> Courier:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    return Courier(Bot(TOKEN, request=recorder, get_updates_request=recorder), store)


def about(update_id: int = 1) -> Sent:
    """What is remembered of an answer."""
    return Sent(chat_id=5, message_id=0, update_id=update_id, part=0, question=3, ask="问")


TARGET = Target(chat_id=5, thread=9, question=3, quote=True)


async def test_only_the_first_part_quotes_the_question(courier: Courier, recorder: Recorder, store: ChatStore) -> None:
    await courier.send(TARGET, [Part("一"), Part("二")], about())
    first, second = (given for _, given in recorder.calls)
    assert first["reply_parameters"] == {"message_id": 3, "allow_sending_without_reply": True}
    assert "reply_parameters" not in second
    assert {given["message_thread_id"] for _, given in recorder.calls} == {9}
    assert all(given["link_preview_options"] == {"is_disabled": True} for _, given in recorder.calls)
    assert [sent.message_id for sent in await store.answers_to(5, 3)] == [101, 102]


async def test_what_was_sent_is_not_sent_again(courier: Courier, recorder: Recorder) -> None:
    await courier.send(TARGET, [Part("一")], about())
    await courier.send(TARGET, [Part("一"), Part("二")], about())
    assert [given["text"] for _, given in recorder.calls] == ["一", "二"]


@pytest.mark.parametrize("trouble", [FLOOD, SERVER], ids=["flood", "server error"])
async def test_patience(
    courier: Courier, recorder: Recorder, trouble: tuple[int, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.sending.FIRST_PAUSE_SECONDS", 0.01)
    recorder.script = [trouble, trouble]
    await courier.send(TARGET, [Part("一")], about())
    assert len(recorder.calls) == 3


async def test_patience_ends(courier: Courier, recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.sending.PATIENCE_SECONDS", 0.5)
    recorder.script = [SERVER] * 9
    with pytest.raises(Unfinished):
        await courier.send(TARGET, [Part("一")], about())
    assert len(recorder.calls) == 1


async def test_nobody_waits_while_the_service_stops(courier: Courier, recorder: Recorder) -> None:
    recorder.script = [(429, {"description": "x", "parameters": {"retry_after": 300}})]
    sending = asyncio.create_task(courier.send(TARGET, [Part("一")], about()))
    await asyncio.sleep(0.05)
    courier.stop()
    with pytest.raises(Unfinished):
        await asyncio.wait_for(sending, 1)


async def test_refused_markup_becomes_plain_text(courier: Courier, recorder: Recorder) -> None:
    recorder.script = [MARKUP]
    await courier.send(TARGET, [Part("<b>1 &lt; 2</b>")], about())
    assert [(given["text"], given.get("parse_mode")) for _, given in recorder.calls] == [
        ("<b>1 &lt; 2</b>", "HTML"),
        ("1 < 2", None),
    ]


@pytest.mark.parametrize(
    ("code", "reason", "error"),
    [(400, "Bad Request: TOPIC_CLOSED", BadRequest), (403, "Forbidden: bot was blocked by the user", Forbidden)],
)
async def test_a_refusal_is_not_tried_again(
    courier: Courier, recorder: Recorder, code: int, reason: str, error: type[Exception]
) -> None:
    recorder.script = [(code, {"description": reason})]
    with pytest.raises(error):
        await courier.send(TARGET, [Part("一")], about())
    assert len(recorder.calls) == 1


async def test_a_topic_that_is_gone_is_left(courier: Courier, recorder: Recorder) -> None:
    recorder.script = [(400, {"description": "Bad Request: message thread not found"})]
    await courier.send(TARGET, [Part("一")], about())
    assert [given.get("message_thread_id") for _, given in recorder.calls] == [9, None]


async def test_messages_that_stayed_in_the_old_group_are_answered_anew_in_the_new_one(
    courier: Courier, recorder: Recorder, store: ChatStore
) -> None:
    await courier.send(TARGET, [Part("一"), Part("二")], about())
    moved = (400, {"description": "Bad Request: group chat was upgraded", "parameters": {"migrate_to_chat_id": -9}})
    recorder.script = [moved, moved]
    earlier = await store.answers_to(5, 3)
    await courier.revise(TARGET, [Part("甲")], about(2), earlier)
    names = [name for name, _ in recorder.calls[2:]]
    assert names == ["editMessageText", "sendMessage", "sendMessage", "deleteMessage"]
    assert (recorder.calls[4][1]["chat_id"], recorder.calls[4][1]["text"]) == (-9, "甲")


async def test_files_go_as_picture_or_document(courier: Courier, recorder: Recorder) -> None:
    parts = [
        Part("图", attachment=Attachment("a.png", b"x", picture=True)),
        Part("表", attachment=Attachment("a.xlsx", b"x")),
    ]
    await courier.send(TARGET, parts, about())
    assert [(name, given["caption"]) for name, given in recorder.calls] == [("sendPhoto", "图"), ("sendDocument", "表")]


async def test_an_answer_of_more_or_fewer_messages_takes_the_earlier_ones_place(
    courier: Courier, recorder: Recorder, store: ChatStore
) -> None:
    await courier.send(TARGET, [Part("一")], about())
    await courier.revise(TARGET, [Part("甲"), Part("乙")], about(2), await store.answers_to(5, 3))
    assert [name for name, _ in recorder.calls] == ["sendMessage", "editMessageText", "sendMessage"]
    await courier.revise(TARGET, [Part("子")], about(4), await store.answers_to(5, 3))
    assert [name for name, _ in recorder.calls[3:]] == ["editMessageText", "deleteMessage"]
    assert [sent.message_id for sent in await store.answers_to(5, 3)] == [101]


async def test_an_edit_that_changes_nothing_is_fine(courier: Courier, recorder: Recorder, store: ChatStore) -> None:
    await courier.send(TARGET, [Part("一")], about())
    recorder.script = [(400, {"description": "Bad Request: message is not modified: specified new message content"})]
    await courier.revise(TARGET, [Part("一")], about(2), await store.answers_to(5, 3))
    assert [name for name, _ in recorder.calls] == ["sendMessage", "editMessageText"]
    assert [sent.update_id for sent in await store.answers_to(5, 3)] == [2]


@pytest.mark.parametrize(("markup", "text"), [("<b>a</b>&amp;<a href='x'>b</a>", "a&b"), ("&lt;b&gt;", "<b>")])
def test_plain_text(markup: str, text: str) -> None:
    assert plain(markup) == text


def test_plain_text_is_cut_between_characters() -> None:
    assert plain("x" + "😀" * 10, 4) == "x😀"
