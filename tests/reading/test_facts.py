"""What a place's own government or office did is what the place did; what the one above it did is not."""

import pytest

from bot.model import Report
from bot.reading.facts import facts_from
from bot.words.lexicon import Lexicon
from tests.reading.reading import LEXICON, reader


@pytest.mark.parametrize(
    ("region", "text", "indicator"),
    [
        ("东江市清河区", "区政府收到行政复议申请90件。", "行政复议/收到申请"),
        ("清河县", "县司法局受理行政复议案件90件。", "行政复议/受理"),
        ("东江市", "市政府收到行政复议申请90件。", "行政复议/收到申请"),
        ("清河县", "行政复议机构受理行政复议案件90件。", "行政复议/受理"),
        ("东江市清河区", "市政府收到行政复议申请90件。", ""),
        ("东江市", "区政府收到行政复议申请90件。", ""),
    ],
)
def test_a_place_itself_acts(region: str, text: str, indicator: str) -> None:
    report = Report(id="qinghe-2024", title="", issuer="", region=region, adcode="", year=2024)
    mentions = reader().mentions(text, year=2024, region=region)
    (fact,) = facts_from(report, reader().outline(text), mentions, Lexicon.load(LEXICON).indicator_of)
    assert (fact.text, fact.indicator) == ("90件", indicator)
