"""Long answers in pages: nothing is lost or shown twice, headings go along, clauses stand where they are cited."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from bot.asking.answering.answer import Answerer
from bot.model import Asked, Intent, Query
from bot.replying import reply
from bot.replying.chinese import polish
from bot.replying.citations import circled
from bot.replying.markup import BLANK, MOST_ENTITIES, MOST_UNITS, Line, Part, line, messages
from bot.replying.pages import FIRST_ROWS, MOST_ROWS, ROW_WIDTH, pages
from bot.words.lexicon import Lexicon
from bot.words.places import Places


def text_of(html: str) -> str:
    """A page without its markup."""
    return unescape(re.sub("<[^<>]*>", "", html))


def body_of(html: str) -> list[str]:
    """The lines of a page that are not folded."""
    return text_of(html.partition("<blockquote")[0]).splitlines()


def long_answer(figures: int) -> list[Line]:
    """A title, figures in a block, a warning, and a clause for each figure."""
    found = [line(Part("全省 · 人民调解（2024年）", bold=True)), BLANK, line("人民调解成功率")]
    found += [line(f"· 第{n}县 ", Part(f"{n}%", bold=True), circled(n)) for n in range(1, figures + 1)]
    found += [BLANK, line("注意：年份不同")._replace(stays=True), BLANK, line(Part("出处", bold=True))]
    for n in range(1, figures + 1):
        found += [line(f"{circled(n)} “第{n}县成功率{n}%”"), line(f"《第{n}县报告》")]
    return [*found[: 6 + figures], *(each._replace(folded=True) for each in found[6 + figures :])]


def test_what_fits_is_not_divided() -> None:
    lines = long_answer(9)
    assert pages(lines) == messages(lines)


@pytest.mark.parametrize("figures", [14, 30, 60, 500])
def test_every_figure_stands_on_one_page_with_its_clause_and_its_heading(figures: int) -> None:
    found = pages(long_answer(figures))
    assert len(found) > 1
    shown = [re.findall(r"^· 第(\d+)县", text_of(page), re.MULTILINE) for page in found]
    assert [int(number) for page in shown for number in page] == list(range(1, figures + 1))
    for page, numbers in zip(found, shown, strict=True):
        assert re.findall(r"“第(\d+)县成功率", page) == numbers
        assert re.findall(r"《第(\d+)县报告》", page) == numbers
        assert "人民调解成功率" in page
    assert ["（续）" in page for page in found] == [False] + [True] * (len(found) - 1)
    assert ["注意" in page for page in found] == [True] + [False] * (len(found) - 1)


def test_pages_fit_a_phone_and_the_last_is_worth_a_tap() -> None:
    for figures in range(1, 80):
        sizes = [len(body_of(page)) for page in pages(long_answer(figures))]
        assert sizes[0] <= MOST_ROWS + 2
        assert all(size <= MOST_ROWS + 3 for size in sizes)
        assert len(sizes) == 1 or (sizes[0] <= FIRST_ROWS + 2 and sizes[-1] > 2)


def test_a_heading_is_not_left_alone_at_the_end_of_a_page() -> None:
    lines = [line("第一组"), *(line(f"· 甲{n}") for n in range(FIRST_ROWS - 3)), BLANK, line("第二组")]
    lines += [line(f"· 乙{n}") for n in range(12)]
    first, second = pages(lines)
    assert "第二组" not in first
    assert body_of(second)[:2] == ["第二组", "· 乙0"]


def test_a_line_longer_than_a_message_is_cut_within_the_limits() -> None:
    found = pages([line("开头"), *(line("长" * 5000) for _ in range(3))])
    assert "".join(text_of(page) for page in found).count("长") == 15000
    assert all(len(page.encode("utf-16-le")) // 2 <= MOST_UNITS for page in found)


def test_a_row_is_as_wide_as_a_phone() -> None:
    wide = [line("宽" * (ROW_WIDTH // 2 + 1)) for _ in range(MOST_ROWS // 2 + 1)]
    narrow = [line("宽" * (ROW_WIDTH // 2)) for _ in range(MOST_ROWS // 2 + 1)]
    assert (len(pages(wide)) > 1, len(pages(narrow))) == (True, 1)


def test_what_must_be_minded_alone_is_shown_and_divided_when_there_is_too_much_of_it() -> None:
    alone = [line("没有" * 400)._replace(stays=True)]
    assert "".join(pages(alone)) == "没有" * 400
    much = [line("· 一①"), BLANK, *(line(f"没有第{n}县的报告")._replace(stays=True) for n in range(40))]
    found = pages(much)
    assert [int(n) for page in found for n in re.findall(r"第(\d+)县", page)] == list(range(40))
    assert all(len(body_of(page)) <= MOST_ROWS + 3 for page in found)


async def test_pages_of_real_answers_say_all_that_the_text_says(answerer: Answerer, places: Places) -> None:
    regions = tuple(Asked(places.named(name)[0]) for name in ("光明", "廉江", "巴南"))
    divided = 0
    for topics in (("行政复议",), ("社区矫正",), ("法律援助",), ("人民调解",), ("普法宣传",), ()):
        for intent in (Intent.COMPARE, Intent.FACT, Intent.LIST, Intent.CHECK):
            made = reply(await answerer.answer(Query(intent=intent, topics=topics, asked=regions)))
            divided += len(made.html) > 1
            said = "\n".join(text_of(page) for page in made.html)
            plain = [row for row in made.text.splitlines() if row and "http" not in row]
            assert [row for row in plain if row not in said] == []
            assert all(page.count("<b>") + page.count("<a") < MOST_ENTITIES for page in made.html)
    assert divided


async def test_no_page_shows_a_figure_without_its_clause(answerer: Answerer, lexicon: Lexicon, places: Places) -> None:
    """Not in a warning either, which stands on the first page whatever page its figure is on."""
    guangming, lianjiang = (places.named(name)[0] for name in ("光明", "廉江"))
    asked = (Asked(guangming, 2020), Asked(guangming, 2024), Asked(lianjiang))
    elsewhere = 0
    for topic in lexicon.topics:
        answer = await answerer.answer(Query(intent=Intent.COMPARE, topics=(topic.name,), asked=asked))
        long = [fact for fact in answer.facts if len(fact.text) > 2]
        doubts = tuple(f"{fact.claim.measure}{fact.text}存疑" for fact in long[-1:])
        made = reply(replace(answer, caveats=(*answer.caveats, *doubts)))
        for number, page in enumerate(made.html):
            body, _, clauses = page.partition("<blockquote")
            shown = [fact for fact in long if re.search(rf"(?<![\d.]){re.escape(polish(fact.text))}", text_of(body))]
            assert [fact.text for fact in shown if polish(fact.text) not in text_of(clauses)] == [], topic.name
            elsewhere += number > 0 and long[-1] in shown
    assert elsewhere > 2, "figures that are warned of on the first page and stand on another"
