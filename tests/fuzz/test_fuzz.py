"""A short run of the fuzzer, and proof that its checks can fail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.app import open_app
from bot.asking.understanding.cutting.segmentation import Segmenter
from bot.config import Settings
from bot.model import Reply
from tests.fuzz.checks import complaints
from tests.fuzz.messages import STRANGE, Message
from tests.fuzz.running import run, truth_of


async def test_random_questions_are_answered_without_a_complaint(tmp_path: Path) -> None:
    assert await run(400, "short", tmp_path) == []


async def test_what_is_wrong_with_a_reply_is_noticed(tmp_path: Path) -> None:
    async with open_app(Settings(state_dir=tmp_path)) as app:
        bundles = {entry.id: entry.read() for entry in app.library.entries()}
        truth = truth_of(app, bundles)
        reply = await app.desk.answer("光明2024年收到多少行政复议案件")

        def wrong(reply: Reply, message: Message) -> str:
            return "; ".join(complaints(message, reply, bundles, truth))

        asked = Message("", frozenset({"440311"}), frozenset({2024}))
        assert wrong(reply, asked) == ""
        assert "not a place that was asked about" in wrong(reply, replace(asked, places=frozenset({"440881"})))
        assert "not the year" in wrong(reply, replace(asked, years=frozenset({2019})))
        assert "an answer to 天气" in wrong(reply, replace(asked, strange="天气"))
        assert "not in the reports" in wrong(replace(reply, text=reply.text.replace("583宗①", "584宗①")), asked)
        assert "tag script" in wrong(replace(reply, html=("<script>1</script>",)), asked)
        assert "unbalanced" in wrong(replace(reply, html=("<b><i>1</b></i>",)), asked)
        assert "beyond Telegram's limit" in wrong(replace(reply, html=("x" * 4097,)), asked)
        assert "empty reply" in wrong(replace(reply, text=" "), asked)


async def test_what_was_typed_and_not_understood_is_no_figure_but_any_other_number_is(tmp_path: Path) -> None:
    async with open_app(Settings(state_dir=tmp_path)) as app:
        bundles = {entry.id: entry.read() for entry in app.library.entries()}
        truth = truth_of(app, bundles)
        reply = await app.desk.answer("光明2024年收到多少行政复议案件")
        echo = replace(reply, text=f"{reply.text}\n没有认出“1e9”")
        assert not list(complaints(Message("光明1 e9"), echo, bundles, truth))
        assert not list(complaints(Message("图", after="光明1e9"), echo, bundles, truth))
        assert list(complaints(Message("光明"), echo, bundles, truth))
        assert list(complaints(Message("光明1e9"), replace(reply, text=f"{reply.text}\n共有1e9件"), bundles, truth))
        mended = replace(reply, text=f"{reply.text}\n没有认出“争议率”“1e9”")
        assert not list(complaints(Message("光明争义率1e9"), mended, bundles, truth))
        assert list(complaints(Message("光明争义率"), mended, bundles, truth))


async def test_strange_words_are_strange(tmp_path: Path) -> None:
    async with open_app(Settings(state_dir=tmp_path)) as app:
        known = Segmenter(app.lexicon, app.places, ()).look_up
        clauses = "".join(fact.claim.quote for entry in app.library.entries() for fact in entry.read().facts)
    words = [word for word in STRANGE if word.isalpha()]
    assert len(words) > 15
    assert [word for word in words if known(word) or word in clauses] == []
