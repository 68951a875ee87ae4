"""The second opinion can say no: a call or result that Telegram does not have is found."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.telegram.outside import check_call
from tests.telegram.server import Call

MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "x"}


def sent(given: dict[str, str], result: Any = MESSAGE) -> Call:
    """A call of sendMessage as the journal keeps it."""
    return Call("sendMessage", {"chat_id": "5", "text": "x"} | given, 200, result, 0.0)


def test_a_right_call_passes() -> None:
    check_call(sent({"reply_parameters": '{"message_id": 3, "allow_sending_without_reply": true}'}))


@pytest.mark.parametrize(
    "call",
    [
        sent({"reply_to": "3"}),
        sent({"reply_parameters": '{"message_id": 3, "allow_without_reply": true}'}),
        sent({}, MESSAGE | {"from": {"id": 1, "is_bot": False, "first_name": "x", "nick": "y"}}),
    ],
)
def test_an_unknown_field_is_found(call: Call) -> None:
    with pytest.raises(AssertionError):
        check_call(call)


@pytest.mark.parametrize("call", [sent({"message_thread_id": "x"}), sent({}, {"message_id": 1})])
def test_a_wrong_type_is_found(call: Call) -> None:
    with pytest.raises(ValidationError):
        check_call(call)
