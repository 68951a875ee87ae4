"""Who asks too often is told so once, then left alone; nobody else suffers, and no question is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Choice
from handlers.rates import WINDOW_SECONDS, Limits, Rates, Verdict
from handlers.throttle import GROUP_TOO_FAST, TAPS_TOO_FAST, TOO_FAST
from tests.telegram.harness import EchoDesk, Running, reply, running
from tests.telegram.server import Person, Server, group

FEW = Limits(messages=3, group_messages=5, presses=2, group_presses=3, inline=2, admins=2)


def test_a_window_lets_so_many_pass_and_tells_once() -> None:
    rates = Rates()
    verdicts = [rates.weigh("a", 2, at) for at in (0, 1, 2, 3, WINDOW_SECONDS - 1)]
    assert verdicts == [Verdict.FINE, Verdict.FINE, Verdict.TELL, Verdict.SILENCE, Verdict.SILENCE]
    assert rates.weigh("b", 2, 3) is Verdict.FINE
    assert rates.weigh("a", 2, WINDOW_SECONDS) is Verdict.FINE


def test_a_backlog_is_no_rush() -> None:
    rates = Rates()
    assert {rates.weigh("a", 1, number * WINDOW_SECONDS) for number in range(100)} == {Verdict.FINE}


def test_a_clock_that_is_put_back_keeps_nobody_out() -> None:
    rates = Rates()
    assert [rates.weigh("a", 1, at) for at in (5000.0, 5001.0, 0.0)] == [Verdict.FINE, Verdict.TELL, Verdict.FINE]


async def test_the_first_refusal_is_said_and_the_others_are_silent(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    noisy, quiet = Person(server), Person(server)
    async with running(server, desk, tmp_path, FEW) as bot:
        for number in range(8):
            await noisy.say(f"第{number}问")
        await quiet.say("/list")
        await bot.idle()
        assert noisy.private.texts == ["答：第0问", "答：第1问", "答：第2问", TOO_FAST]
        assert quiet.private.texts == ["答：/list"]
        server.world.clock_ahead = WINDOW_SECONDS
        await noisy.say("又问")
        await bot.idle()
        assert noisy.private.texts[-1] == "答：又问"


async def test_what_was_taken_in_is_answered_after_a_restart_and_what_was_refused_is_not(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    person = Person(server)
    async with running(server, desk, tmp_path, FEW) as bot:
        for number in range(6):
            await person.say(f"第{number}问")
        await bot.idle()
    async with running(server, desk, tmp_path, FEW) as bot:
        await bot.idle()
        assert await bot.store.unhandled() == []
    assert person.private.texts == ["答：第0问", "答：第1问", "答：第2问", TOO_FAST]


async def test_a_group_is_counted_together_but_only_for_what_is_meant_for_the_bot(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    server.world.reads_all = True
    people = [Person(server) for _ in range(4)]
    office = group(server, *people)
    async with running(server, desk, tmp_path, FEW) as bot:
        for number in range(10):
            await people[0].say(f"聊天{number}", office)
        for number in range(8):
            await people[number % 4].say(f"/list@fazhi_bot {number}", office)
        await bot.idle()
        assert office.texts == [*(f"答：/list {number}" for number in range(5)), GROUP_TOO_FAST]
        await people[0].say("/list")
        await people[0].private.answer()


async def test_one_person_does_not_use_up_the_groups_share(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    noisy, other = Person(server), Person(server)
    office = group(server, noisy, other)
    async with running(server, desk, tmp_path, FEW) as bot:
        for _ in range(9):
            await noisy.say("/list@fazhi_bot", office)
        await other.say("/help@fazhi_bot", office)
        await bot.idle()
    assert office.texts[:4] == ["答：/list", "答：/list", "答：/list", TOO_FAST]
    assert office.texts[4].startswith("答：/help")


async def test_anonymous_admins_of_two_groups_do_not_count_as_one(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    person = Person(server)
    offices = [group(server, person) for _ in range(2)]
    async with running(server, desk, tmp_path, FEW) as bot:
        for office in offices:
            for _ in range(3):
                await person.say("/list@fazhi_bot", office, anonymous=True)
        await bot.idle()
    assert [office.texts for office in offices] == [["答：/list"] * 3] * 2


async def test_taps_are_counted_and_answered_with_a_toast(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    desk.scripted = {"/list": reply("目录", choices=tuple(Choice(str(n), f"/list {n}") for n in range(5)))}
    person = Person(server)
    async with running(server, desk, tmp_path, FEW) as bot:
        await person.say("/list")
        message = await person.private.answer()
        toasts = [(await person.press(message, str(number)))["text"] for number in range(4)]
        await bot.idle()
    assert toasts == ["", "", TAPS_TOO_FAST, ""]
    assert person.private.texts == ["目录", "答：/list 0", "答：/list 1"]


async def test_inline_queries_are_counted(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    person = Person(server)
    async with running(server, desk, tmp_path, FEW):
        answers = [await person.inline(text) for text in ("一", "二", "三", "四")]
    assert [len(answer["results"]) for answer in answers] == [1, 1, 0, 0]
    assert answers[2]["button"]["text"] == "查得有点快，请稍后再试"
    assert answers[3]["button"] is None
    assert answers[2]["cache_time"] == 0


async def test_admins_may_ask_more(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    owner = Person(server)
    async with running(server, desk, tmp_path, FEW, bot_admins=(owner.account.id,)) as bot:
        for _ in range(8):
            await owner.say("/list")
        await bot.idle()
    assert owner.private.texts == ["答：/list"] * 6 + [TOO_FAST]


@pytest.mark.parametrize("edits", [1, 5])
async def test_edits_count_too(server: Server, desk: EchoDesk, tmp_path: Path, edits: int) -> None:
    person = Person(server)
    async with running(server, desk, tmp_path, FEW) as bot:
        question = await person.say("/list")
        for number in range(edits):
            await person.edit(question, f"/list {number}")
        await bot.idle()
    assert person.private.texts[0] == f"答：/list {min(edits, 2) - 1}"
    assert person.private.texts[1:] == ([TOO_FAST] if edits > 2 else [])


async def test_the_real_limits_let_a_person_work(bot: Running, server: Server) -> None:
    person = Person(server)
    for number in range(20):
        await person.say(f"/list {number}")
    await bot.idle()
    assert person.private.texts == [f"答：/list {number}" for number in range(20)]
