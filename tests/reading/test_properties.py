"""What holds for every text: no exception, valid spans, width changes nothing, sections do not touch each other."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Mention
from bot.reading.documents import SUFFIXES, document_from
from bot.reading.documents.text import Unreadable
from bot.reading.numbers.glued import glued_list_numbers
from bot.words.normalise import align
from tests.reading.genre import numbers, sentences, splices
from tests.reading.reading import TO_FULL_WIDTH, mentions
from tests.score.scoring import DIGITS, check_spans

WORDS = """
办理 行政复议 法律援助 案件 公证 共 其中 分别为 同比增长 由 减少至 约 近 超 12 3.5 1,203 万 亿 余 多 % 件
人次 元 个 年 月 日 两 三百 零 半 第 成 一是 （一） 一、 1. ， 、 。 ； ： ( ) “ ” 《 》 + N - 2024 今年以来 截至 目前
下一步 等 存在的问题 和 的 全市 街道 败诉 倍 /"""
PIECES = [*WORDS.split(), "\n", " "]
GENRE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def one_line(text: str) -> str:
    """The text without line ends and without words that open a section of their own."""
    return re.sub("[\n一二三四五六七八九十下存]", "", text)


def plain(mention: Mention) -> tuple[object, ...]:
    """What must not depend on the width of characters: all but the wording as written."""
    claim = mention.claim
    if not claim:
        return (mention.start, mention.end, mention.cls)
    return (
        mention.start, mention.end, mention.cls, claim.value, claim.unit, claim.bound, claim.kind, claim.direction,
        claim.topic, claim.measure, claim.period, claim.modality,
    )  # fmt: skip


EXCHANGED = st.sets(st.sampled_from(sorted(TO_FULL_WIDTH))).map(lambda codes: {c: TO_FULL_WIDTH[c] for c in codes})
"""Some of the characters that have two widths: texts mix them."""

FRAMES = ["全年共办理行政复议案件{}件。", "其中发放宣传资料{}份，效果良好。", "（三）培训调解员{}人次；", "共{}户"]


@given(
    st.one_of(
        GENRE,
        sentences(),
        splices(),
        st.text(max_size=80),
        st.text("0123456789٣४万,.:/-+年月日号%第(“\ud800", max_size=30),
    )
)
@settings(max_examples=300, deadline=None)
def test_spans_are_valid_and_every_digit_is_accounted_for(text: str) -> None:
    found = mentions(text)
    check_spans(text, found)
    listed = glued_list_numbers(align(text))
    for run in DIGITS.finditer(text):
        start = listed.get(run.start(), run.start())
        assert any(m.start <= start and run.end() <= m.end for m in found), run


@given(
    st.one_of(st.binary(max_size=200), sentences().map(lambda text: text.encode("gb18030"))), st.sampled_from(SUFFIXES)
)
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_refused_with_a_reason(content: bytes, suffix: str) -> None:
    try:
        text = document_from(content, suffix).text
    except Unreadable:
        return
    check_spans(text, mentions(text))


@given(st.one_of(GENRE, sentences(), splices()), st.one_of(EXCHANGED, st.just(TO_FULL_WIDTH)))
@settings(max_examples=300, deadline=None)
def test_the_width_of_characters_changes_no_value_class_or_measure(text: str, wide: dict[int, int]) -> None:
    assert [plain(m) for m in mentions(text.translate(wide))] == [plain(m) for m in mentions(text)]


@given(st.sampled_from(FRAMES), numbers())
@settings(max_examples=300, deadline=None)
def test_a_number_is_worth_what_was_written(frame: str, number: tuple[str, float]) -> None:
    written, value = number
    values = [m.claim.value for m in mentions(frame.format(written)) if m.claim]
    assert values == [pytest.approx(value)]


@given(sentences(), sentences())
@settings(max_examples=100, deadline=None)
def test_what_was_read_before_changes_nothing(before: str, text: str) -> None:
    first = mentions(text)
    mentions(before)
    assert mentions(text) == first


@given(
    st.one_of(GENRE, sentences()).map(lambda text: re.sub("[\n一第下存]", "", text)),
    st.one_of(st.sampled_from(["办理公证7件。", "召开会议3次，参会80人次。"]), sentences().map(one_line)),
)
@settings(max_examples=200, deadline=None)
def test_a_sentence_more_changes_no_fact_of_another_section(middle: str, sentence: str) -> None:
    before = "一、普法工作\n开展讲座12场。\n"
    after = "二、复议工作\n收到复议申请9件，审结8件。\n"
    plain_text, longer = before + middle + "\n" + after, before + middle + "\n" + sentence + "\n" + after
    moved = len(sentence) + 1
    tail = [plain(m)[2:] for m in mentions(plain_text) if m.start >= len(plain_text) - len(after)]
    assert [plain(m)[2:] for m in mentions(longer) if m.start >= len(plain_text) - len(after) + moved] == tail
    head = [plain(m) for m in mentions(plain_text) if m.end <= len(before)]
    assert [plain(m) for m in mentions(longer) if m.end <= len(before)] == head
