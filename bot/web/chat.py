"""The chat page: the conversation so far, which its address carries, and the form for the next question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.web.addresses import question_address
from bot.web.answers import Turn, turn_view
from bot.web.html import Html, el
from bot.web.layout import Page
from bot.words.commands import BY_NAME, COMMANDS, Command, Role

LONGEST = 10_000
"""Characters of one message."""

_SPOKEN = "光明去年办了多少复议案件"

_CHOICES = 60
"""Places that a list can offer; where there are more, the home's name is typed."""


@dataclass(frozen=True, slots=True)
class Chat:
    """What the chat page shows. `places` are those with reports, for the choice of a home."""

    turns: Sequence[Turn] = ()
    places: Sequence[str] = ()
    home: str = ""


def page(chat: Chat) -> Page:
    """The whole page."""
    title = chat.turns[-1].question[:40] if chat.turns else ""
    main = (
        _welcome(chat),
        el("section", _thread(chat), class_="talk", role="log", aria_live="polite", aria_label="问答"),
        _form(chat),
    )
    return Page(title, main, "/", ("chat.js",), "chat", robots=not chat.turns)


def _thread(chat: Chat) -> Html:
    return el("ol", [turn_view(turn) for turn in chat.turns], id="thread", class_="thread")


def _welcome(chat: Chat) -> Html:
    """The page's heading, and what to type; a conversation that has begun needs the heading only in its outline."""
    heading = el("h1", "问各地司法局年度报告里的数字", class_="unseen" if chat.turns else None)
    return el("section", heading, None if chat.turns else _examples(), id="welcome", class_="welcome")


def _examples() -> tuple[Html, ...]:
    spoken = el("a", _SPOKEN, href=question_address([_SPOKEN]), data_ask=_SPOKEN)
    words = ("每个数字都注明出处，报告里没有的不会编。可以用命令，也可以直接说，例如“", spoken, "”。")
    return el("p", words, class_="quiet"), el("div", [_example(command) for command in shown()], class_="examples")


def _example(command: Command) -> Html:
    asked = in_chinese(command)
    return el("a", el("span", command.line), asked, href=question_address([asked]), data_ask=asked)


def shown() -> tuple[Command, ...]:
    """The commands that make sense on the page."""
    return tuple(command for command in COMMANDS if command.role is Role.EVERYONE)


def in_chinese(command: Command) -> str:
    """The example of a command under its Chinese name, which readers of the page can type as it is."""
    return f"/{command.alias}{command.example.removeprefix(f'/{command.name}')}"


def _form(chat: Chat) -> Html:
    earlier = chat.turns[-1].questions if chat.turns else ()
    return el(
        "form",
        el("span", [el("input", type="hidden", name="q", value=question) for question in earlier], id="carried"),
        el("p", id="state", class_="state", role="status"),
        el("div", el("div", _suggestions(), _input(), class_="box"), el("button", "提问", type="submit"), class_="row"),
        el("div", _home(chat), _again(chat), class_="under"),
        id="ask",
        class_="ask",
        action="/",
        method="get",
        role="search",
    )


def _input() -> Html:
    return el(
        "input",
        type="search",
        name="q",
        id="question",
        required=True,
        maxlength=LONGEST,
        autocomplete="off",
        enterkeyhint="search",
        placeholder=in_chinese(BY_NAME["compare"]),
        aria_label="问题或命令",
        role="combobox",
        aria_expanded="false",
        aria_controls="suggestions",
        aria_autocomplete="list",
    )


def _suggestions() -> Html:
    return el("ul", id="suggestions", class_="suggestions", role="listbox", aria_label="建议", hidden=True)


def _home(chat: Chat) -> Html:
    if len(chat.places) > _CHOICES:
        return el("label", "本地：", el("input", type="text", name="home", value=chat.home, size=12, maxlength=40))
    options = [el("option", place, value=place, selected=place == chat.home) for place in chat.places]
    return el("label", "本地：", el("select", el("option", "不指定", value=""), options, name="home"))


def _again(chat: Chat) -> Html:
    return el(
        "a", "从头开始", href=question_address([], chat.home) if chat.home else "/", id="again", hidden=not chat.turns
    )
