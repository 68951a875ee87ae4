"""Who is named where cases are told: a party to a lawsuit, a meeting of leaders that hears something, whoever has the
cases that a sentence goes through one by one.
"""

from __future__ import annotations

import re

from bot.reading.clauses import Span
from bot.reading.vocabulary.phrasewords import Phrases

_PARTY = re.compile(
    r"(?:全[省市区县州])?(?:以|涉及?)?((?:[省市区县州]级?政府|(?:[省市州区县][级直]?|各)?(?:政府)?(?:工作)?部门|各?(?:镇街|乡镇|街道|镇)(?:政府|办事处|办)?|[、和及与])++"
    r"(?:(?:主要|分管)?负责人(?=出庭))?)(?=(?:作?为|作)(?:单独|共同)?(?:被告|被申请人)|出庭|应诉(?=案件|[共累\d])|(?:全年|今年|共|累计)*被(?:诉|提起|告|申请)|(?:新收|的)?(?:一审|二审)|行政诉讼|复议诉讼|败诉)"
)
_MEETING = re.compile("[省市区县州厅局镇乡街道委政府党组工]{2,8}(?:常委会|常务会|党委会|党组会|党工委会|办公会)")
"""A meeting of other leaders than those told before: 县委常委会研究3次,县政府常务会议学法4次."""
_BODY = re.compile(
    r"((?:(?:[省市区县州厅局镇乡]|街道)(?:委|政府|党委|党组|党工委)?(?:常委会|常务会|党委会|党组会|党工委会|办公会)(?:会?议)?"
    r"|厅长办公会|局长办公会|[、和及与])+)(?=(?:先后|多次|共|累计|专题|分别)*(?:\d{1,2}次|[一二两三四五六七八九十]{1,2}次)?(?:专题)?(?:听取|研究|协调|部署))"
)
"""A meeting of leaders that hears or settles something: 县政府常务会议先后听取汇报8次."""
_CASES_OF = re.compile(
    r"[在从]([^,、;。:\d“”]{0,10}?(?:[省市州盟县区旗]本?级|中心|仲裁委|委员会|公证处|法院|[局所]))(?:全年|今年|共|累计)*"
    r"(?:新收|新受理|受理|收到|接收|立案|办理|承办|审结|办结|查办)的?\d"
)
"""Whose cases are told one by one: 在市本级受理的90件案件中, 从县仲裁委办结的60件来看."""
_SUED = re.compile("(?:作?为|作)(?:单独|共同)?(?:被告|被申请人)")
"""What stands behind whom a case is against."""
_OUTCOME = re.compile("未|不予|终止|中止|驳回|撤[销回]|维持|确认|变更|责令|作出|达成|对[^,;。\\d]{2,14}不服")
"""What became of cases, or what they are about: 驳回3件, 终止审理5件."""
_LEADERS = re.compile("(?:[省市州区县镇乡]长|负责人|领导|书记)$")
_COURTS, _ORGANS = ("法院", "检察院"), "行政机关"

_ANY_COURT, _CLOSES = ("法院", "人民法院"), re.compile("(?:已|共|全年|累计)*(?:审[结理]|判[决处]|裁[定判]|结案)")
_SUITS, _REVIEWS, _NEAR_SUITS = re.compile("应诉|诉讼|[一二]审|被告"), "复议", (40, 12)


def is_any_court(text: str, start: int, end: int) -> bool:
    """Whether a court without a place closes the suits against the place that are told there: 一审90件,法院|审结
    80件."""
    if text[start:end] not in _ANY_COURT or not _CLOSES.match(text, end):
        return False
    low, high = max(0, start - _NEAR_SUITS[0]), end + _NEAR_SUITS[1]
    suits = [suit.start() for suit in _SUITS.finditer(text, low, high)]
    return bool(suits) and text.rfind(_REVIEWS, low, start) < suits[-1]


def party_in(text: str, low: int, high: int) -> Span | None:
    """The party to a lawsuit, or the meeting of leaders, that a segment opens with."""
    party = _PARTY.match(text, low, high) or _BODY.match(text, low)
    return party.span(1) if party else None


def is_sued(text: str, end: int) -> bool:
    """Whether cases are against whoever is named up to `end`: 以县政府|为被告的案件, 县直部门|作为被申请人的案件."""
    return _SUED.match(text, end) is not None


def is_meeting(text: str, at: int) -> bool:
    """Whether a segment opens with a meeting of leaders, whatever it did."""
    return _MEETING.match(text, at) is not None


def acts_in_court(text: str, start: int, end: int) -> bool:
    """Whether whoever is named there is a court, a procuratorate or who leads an office."""
    return text.endswith(_COURTS, start, end) or _LEADERS.search(text, start, end) is not None


def is_outcome(text: str, at: int) -> bool:
    """Whether a clause opens with what became of cases."""
    return _OUTCOME.match(text, at) is not None


def is_of_organs(text: str, at: int) -> bool:
    """Whether a segment tells what organs do in cases: they are no court's, and not one respondent's alone."""
    return text.startswith(_ORGANS, at)


def whose_cases(text: str, low: int, high: int, phrases: Phrases) -> Span | None:
    """Whose cases a sentence goes through, as its segment says; None where it is the place itself."""
    cases = _CASES_OF.match(text, low, high)
    return cases.span(1) if cases and not phrases.here.match(cases[1]) else None
