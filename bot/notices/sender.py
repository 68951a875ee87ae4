"""The port through which messages leave, and what can become of one. The channel's adapter stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One message in Telegram HTML: where it goes (thread 0: the chat itself); `plain` asks to leave out the markup."""

    chat_id: int
    thread: int
    text: str
    plain: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """The channel took the message."""


@dataclass(frozen=True, slots=True)
class Later:
    """The channel asks to wait so many seconds; the message was not taken."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another id now; the message was not taken."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The message did not get through, and why; what that means for trying again, each kind of it says."""

    reason: str


class Shut(Failed):
    """The chat does not let us write (blocked, left, closed, gone); the message was not taken."""

    __slots__ = ()


class BadMarkup(Failed):
    """The channel does not understand the message's markup, or its length; the message was not taken."""

    __slots__ = ()


class Rejected(Failed):
    """The channel will never take this message, for a reason that is our own fault."""

    __slots__ = ()


class Unknown(Failed):
    """No answer, or one that says nothing: the message may or may not have been taken."""

    __slots__ = ()


Outcome = Accepted | Later | Moved | Shut | BadMarkup | Rejected | Unknown


class Sender(Protocol):
    """Sends one message and says what became of it; raises nothing for what the network or the channel does."""

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one message."""
        ...
