"""Replies as they are sent: within Telegram's limits, links that find their clause, punctuation, the contract."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from bot.asking.answering.answer import Answerer
from bot.model import Answer, Asked, Choice, Intent, Modality, Query, Report, Status, UrlSeen
from bot.replying import reply
from bot.replying.chinese import polish, quoted, shortened
from bot.replying.citations import circled
from bot.replying.contract import answer_json, query_of
from bot.replying.links import fragment_pieces, page_address
from bot.replying.markup import MOST_ENTITIES, MOST_UNITS, line, messages
from bot.words.lexicon import Lexicon
from bot.words.places import Places

HAN = r"[\u3400-\u9fff]"
ASCII_BESIDE_HAN = re.compile(rf"{HAN}[,;:?!()]|[,;:?!()]{HAN}")


class Telegram(HTMLParser):
    """Parses as Telegram does, or fails: only its tags, closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.entities = 0
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert [name for name, _ in attrs] == {"b": [], "a": ["href"], "blockquote": ["expandable"]}[tag]
        self.open.append(tag)
        self.entities += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> Telegram:
    """A message as Telegram understands it."""
    parser = Telegram()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


def test_folded_lines_share_one_fold_in_each_message() -> None:
    lines = [line("一"), line("二")._replace(folded=True), line("三")._replace(folded=True), line("四")]
    assert messages(lines) == ("一\n<blockquote expandable>二\n三</blockquote>\n四",)
    many = [line("长" * 1000)._replace(folded=True) for _ in range(9)]
    found = messages(many)
    assert len(found) == 3
    assert [parsed(html).open for html in found] == [[], [], []]
    assert all(html.count("<blockquote") == 1 and len(html) <= MOST_UNITS for html in found)


async def _answers(answerer: Answerer, lexicon: Lexicon, places: Places) -> list[Answer]:
    asked = tuple(Asked(region) for code in ("440311", "440881", "440306") if (region := places.get(code)))
    queries = [
        Query(intent=intent, topics=(topic.name,), asked=asked)
        for topic in lexicon.topics
        for intent in (Intent.FACT, Intent.COMPARE, Intent.RANK, Intent.SOURCE, Intent.LIST)
    ]
    queries += [
        Query(intent=Intent.SEARCH, words=(word,))
        for word in ("复议", "法律顾问", "<b>", "习近平新时代中国特色社会主义思想")
    ]
    queries += [Query(intent=intent) for intent in (Intent.HELP, Intent.LIST, Intent.CHECK)]
    return [await answerer.answer(query) for query in queries]


async def test_every_message_is_within_telegrams_limits_and_reads_like_chinese(
    answerer: Answerer, lexicon: Lexicon, places: Places
) -> None:
    for answer in await _answers(answerer, lexicon, places):
        made = reply(answer, "https://example.org")
        assert made.text
        assert made.html
        for html in made.html:
            message = parsed(html)
            assert len(html.encode("utf-16-le")) // 2 <= MOST_UNITS
            assert message.entities <= MOST_ENTITIES
            assert message.text.strip()
            wrong = ASCII_BESIDE_HAN.findall(re.sub(r"https?://\S+", "", made.text))
            assert not wrong, made.text


def test_long_answers_are_split_between_lines_and_long_lines_before_tags() -> None:
    rows = [line(f"第{number}行<&>" + "字" * 200) for number in range(60)]
    parts = messages(rows)
    assert len(parts) > 1
    assert [row for part in parts for row in parsed(part).text.split("\n")] == [row.parts[0].text for row in rows]
    parts = messages([line("<&>😀" * 5000)])
    assert "".join(parsed(part).text for part in parts) == "<&>😀" * 5000
    assert all(len(part.encode("utf-16-le")) // 2 <= MOST_UNITS for part in parts)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("2024年,收到复议案件583宗,是", "2024年，收到复议案件583宗，是"),
        ("共1,234宗", "共1,234宗"),
        ("成功率99.5%,98%", "成功率99.5%,98%"),
        ("镇(街道)首席", "镇（街道）首席"),
        ("见(2022)12号", "见（2022）12号"),
        ("f(x), g(y)", "f(x), g(y)"),
        ("问题:3个;其中", "问题：3个；其中"),
        ("没有配对(的", "没有配对（的"),
    ],
)
def test_punctuation_is_full_width_beside_han_only(given: str, wanted: str) -> None:
    assert polish(given) == wanted


def test_a_quote_is_cut_around_its_figures_and_never_through_them() -> None:
    clause = "为了做好这项工作," * 8 + "共受理1,234宗,成功1200宗," + "并且继续努力," * 12
    short = shortened(clause, ["1,234宗"], 40)
    assert len(short) <= 44
    assert "共受理1,234宗" in short
    assert short.startswith("……")
    assert short.endswith("……")
    assert shortened("短句583宗", ["583宗"]) == "短句583宗"
    both = shortened(clause, ["1,234宗", "1200宗"], 10)
    assert "1,234宗,成功1200宗" in both


def test_a_quote_within_a_quote_has_single_marks() -> None:
    assert quoted("打造“法治前哨站”试点") == "“打造‘法治前哨站’试点”"


@pytest.mark.parametrize(
    ("clause", "figure", "pieces"),
    [
        ("2024年,收到复议案件583宗,是去年同期的3.38倍", "583宗", ("收到复议案件583宗",)),
        ("成功率高达99.5%,涉及金额4323.08万元", "4323.08万元", ("涉及金额4323.08万元",)),
        ("成功率高达99.5%,涉及金额4323.08万元", "99.5%", ("成功率高达99.5",)),
        ("共受理 1,234 宗,成功1200宗", "1,234 宗", ("共受理", "成功1200宗")),
        ("583宗", "583宗", ("583宗",)),
        ("没有这个数", "9宗", ()),
    ],
)
def test_a_text_fragment_is_built_from_whole_runs(clause: str, figure: str, pieces: tuple[str, ...]) -> None:
    found = fragment_pieces(clause, figure)
    assert found == pieces
    assert all(piece in clause for piece in found)
    assert not any(re.search(r"[\s,，%()（）]", piece) for piece in found)


def test_a_page_address_is_encoded_and_keeps_the_pages_own_fragment() -> None:
    report = Report(
        id="r", title="t", issuer="i", region="甲市", adcode="000000", year=2024, url="https://a.cn/x?y=1&z=2"
    )
    address = page_address(report, "收到案件583宗,是去年的3倍", "583宗")
    assert address.isascii()
    assert urlsplit(address).query == "y=1&z=2"
    assert unquote(urlsplit(address).fragment) == ":~:text=收到案件583宗"
    assert page_address(replace(report, url=""), "收到583宗", "583宗") == ""
    assert page_address(replace(report, url="https://a.cn/#top"), "收到583宗", "583宗").startswith(
        "https://a.cn/#top:~:text="
    )


def test_citation_marks_go_on_past_the_circled_numbers() -> None:
    assert [circled(n) for n in (1, 20, 21, 35, 36, 50, 51)] == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "[51]"]


async def test_an_unconfirmed_address_is_said_to_be_one(answerer: Answerer, places: Places) -> None:
    region = places.get("440311")
    assert region
    answer = await answerer.answer(Query(intent=Intent.FACT, topics=("法律援助",), asked=(Asked(region),)))
    assert {report.url_seen for report in answer.reports.values()} == {UrlSeen.INFERRED}
    made = reply(answer)
    assert "链接未经证实" in made.text
    assert "链接未经证实" in made.html[0]


async def test_the_json_has_the_contracts_keys_in_order_and_leads_back_to_the_query(
    answerer: Answerer, places: Places
) -> None:
    asked = tuple(Asked(region) for code in ("440311", "440881") if (region := places.get(code)))
    query = Query(intent=Intent.COMPARE, topics=("行政复议",), asked=asked, years=(2024,))
    made = answer_json(reply(await answerer.answer(query)))
    assert list(made) == [
        *("status", "understood", "facts", "derived", "caveats", "missing", "choices", "text", "html"),
    ]
    assert list(made["understood"]) == ["intent", "topics", "indicators", "regions", "years", "modality"]
    assert made["understood"]["regions"] == ["深圳市光明区", "廉江市"]
    assert list(made["facts"][0]) == [
        *("id", "report", "region", "adcode", "year", "period", "topic", "indicator", "measure", "subject", "value"),
        *("unit", "bound", "kind", "direction", "modality", "asof", "text", "quote", "start", "end", "section"),
        *("corrected", "oddities", "issuer", "title", "published", "url", "url_seen", "viewer"),
    ]
    assert list(made["derived"][0]) == ["text", "formula", "value", "low", "high", "from"]
    assert made["facts"][0]["value"] == 583
    assert '"value": 583,' in json.dumps(made)
    assert (made["understood"]["indicators"], made["understood"]["years"]) == (["行政复议/收到申请"], [2024])
    named = replace(query, indicators=("行政复议/收到申请",), told=made["text"])
    assert query_of(json.loads(json.dumps(made)), places) == named


async def test_the_json_names_the_years_that_are_answered_when_none_was_asked(
    answerer: Answerer, places: Places
) -> None:
    asked = tuple(Asked(region) for code in ("440311", "440881") if (region := places.get(code)))
    made = answer_json(reply(await answerer.answer(Query(intent=Intent.COMPARE, topics=("行政复议",), asked=asked))))
    assert made["understood"]["years"] == [2024]


def test_choices_are_shown_and_given_out() -> None:
    query = Query(intent=Intent.FACT, modality=Modality.ACTUAL, choices=(Choice("朝阳区（北京）", "北京朝阳 复议"),))
    made = reply(Answer(status=Status.CLARIFY, query=query, choices=query.choices))
    assert "朝阳区（北京）" in made.text
    assert answer_json(made)["choices"] == [{"label": "朝阳区（北京）", "ask": "北京朝阳 复议"}]


async def test_a_comparison_of_two_places_fits_a_phone(answerer: Answerer, places: Places) -> None:
    asked = tuple(Asked(region) for code in ("440311", "440881") if (region := places.get(code)))
    text = reply(await answerer.answer(Query(intent=Intent.COMPARE, topics=("行政复议",), asked=asked))).text
    head, _, rest = text.partition("\n\n")
    assert [row.partition(" ")[0] for row in head.splitlines()[:3]] == ["光明区、廉江市", "收到行政复议申请", "·"]
    assert "相差331宗，光明区约为廉江市的2.31倍（推算：583 − 252；583 ÷ 252）" in head
    assert "廉江市另有：行政复议立案受理：211宗②；行政复议审结：121宗②" in rest
    assert len(text.partition("\n\n出处")[0].splitlines()) <= 12


async def test_what_was_asked_for_comes_before_what_places_share(answerer: Answerer, places: Places) -> None:
    guangming, lianjiang = places.get("440311"), places.get("440881")
    assert guangming
    assert lianjiang
    asked = (Asked(guangming, 2020), Asked(lianjiang))
    received = ("行政复议/收到申请",)
    query = Query(intent=Intent.COMPARE, topics=("行政复议",), indicators=received, asked=asked)
    answer = await answerer.answer(query)
    asked_for, _, shared = reply(answer).text.partition("审结行政复议案件\n")
    assert "252宗" in asked_for
    assert "21宗" in asked_for
    assert {"121宗", "15宗"} <= set(re.findall(r"\d+宗", shared.partition("\n\n")[0]))


async def test_a_sentence_that_was_searched_for_stands_as_it_does_in_the_report(answerer: Answerer) -> None:
    found = reply(await answerer.answer(Query(intent=Intent.SEARCH, words=("法治前哨站",))))
    assert "\n· 二是打造“法治前哨站”试点。" in found.text


async def test_one_figure_that_answers_two_things_is_shown_once(answerer: Answerer, places: Places) -> None:
    asked = tuple(Asked(region) for code in ("440311", "440881") if (region := places.get(code)))
    answer = await answerer.answer(Query(intent=Intent.COMPARE, topics=("行政复议",), asked=asked))
    alone = [group for group in answer.groups if len(group.facts) == 1]
    assert alone
    assert reply(replace(answer, groups=(*answer.groups, *alone))).text == reply(answer).text


async def test_a_hundred_years_that_are_missing_leave_room_for_the_figures(answerer: Answerer, places: Places) -> None:
    guangming = places.get("440311")
    assert guangming
    asked = (*(Asked(guangming, year) for year in range(1901, 2001)), Asked(guangming, 2024))
    answer = await answerer.answer(Query(intent=Intent.FACT, topics=("行政复议",), asked=asked))
    said = reply(answer)
    assert len(answer.missing) == 100
    assert said.text.count("没有光明区") == 6
    assert "此外还有94项没有" in said.text
    first = said.html[0]
    assert "583宗" in first
    assert "出处" in first
