"""What the deed that a figure counts says of its field, whatever words stand near: law that was studied, what was made
public, what was chosen as good, what legal aid and advisers do besides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.reading.actors import Actor
from bot.reading.measures.local import Local
from bot.reading.page import Page, Place
from bot.reading.topics import HONOURS
from bot.reading.vocabulary.lexicon import STRONG

REACH = 600
"""How far from a figure its clause, sentence and item are looked at; real ones are shorter."""
OF_THE_WHOLE = 3.0
ADVISER = "法律顾问"
_SURE = 2.0
_AID, _WITH_AID = "法律援助", re.compile("法律咨询|代写|代书|挽回|来电|来访")
"""What legal aid does besides the cases that a sentence counted first: 办理援助案件90件,解答法律咨询60人次."""
_FOR_A_FEE, _FEES = ("公证", "司法鉴定", "仲裁"), re.compile("减[免收缓][^,。;\\d]{0,6}(?:费|金额)")
"""What those who work for a fee forgo, whomever it is good for: 完成鉴定90件。对残疾人减免收费9件."""
_WORKS = "视频|作品|影片|微电影|动漫|短剧|微剧|节目|歌曲|论文|文章|课件"
_CHOSEN = re.compile(
    "[^,。;、]{0,10}?案[例卷](?:成功)?(?:入选|获评|被[^,。;]{0,24}?评为)[^,。;]{0,40}?(?:案例|案卷)"
    "|[^,。;、]{0,4}?获得?[^,。;]{0,30}?第[一二三]名"
    "|[^,。;、]{0,12}?荣?获[^,。;、]{0,24}?(?:优秀作品|优秀论文|优秀奖|十佳|[一二三]等奖)"
    "|[^,。;、]{0,16}?被[^,。;]{0,24}?(?:命名为|评[选定]?为|授予)“?(?:全[国省市区县]|国家级|[省市]级)?(?:先进|优秀|模范|十佳|最美|杰出)"
    f"|[^,。;、]{{0,10}}?(?:{_WORKS})(?:分别|均|先后)?(?:被[^,。;]{{0,24}}?评[选定]?为|荣?获[^,。;]{{0,30}}?(?:奖|优秀作品))"
)
"""What is said of cases, people and works chosen as good ones, whatever their field: 1件处罚案卷被评为优秀案卷."""
_CHOSEN_BEFORE = re.compile("案[例卷](?:成功)?(?:入选|获评|被[^,。;]{0,24}?(?:评[选定]?为|收录))[^,。;、\\d]{0,20}$")
"""The same before how many: 案例入选案例库6篇."""
_HONOURED = re.compile("(?:被[^,。;]{0,24}?(?:评[选定]?为|授予|命名为|表彰)|荣获|获评)[^,。;]{2,24}(?:,|$)")
_ONLY = re.compile("[,]?(?:[我本]|全)(?:自治)?[国省市州区县盟旗][^,。;、\\d]{0,6}(?:仅|只|共|一共)有?")
"""How rare the honour told right before is: 被评为全国先进集体,全省仅3家."""
_OPEN, _PUBLISHED = (
    "政务公开与监督",
    re.compile(
        "(?:(?:主动公开|公开了)(?![^,。;、]{0,16}执法)[^,。;、]{0,16}|(?:全面|集中)公开(?![^,。;]{0,60}执法)[^,。;\\d]{0,60})$"
    ),
)
"""What makes public whatever was published: 主动公开行政许可决定书90份; the law on enforcement asks for its own."""
_THANKS = ("锦旗", "感谢信")
"""What is given for any work: 收到群众送来锦旗3面."""
_LAW_STUDIED, _TEACHES_LAW = "学法", "普法宣传"
"""What decides alone right before a number: 党工委会学法31次 counts study of law, whoever studies it."""
_IS_ADVISER = re.compile("法律顾问(?!处)")
"""Advisers; a 法律顾问处 was a law firm."""
_ADVISERS_ACT = re.compile("法律顾问(?:团队?|律师|组)?(?=[全共累今]|参与|提供|出具|审查|审核|为|就|对)")
_COUNSEL = re.compile(
    "法律咨询|法律问题|解答|释疑|意见|合同|协议|文书|会议|代书|法律服务|体检|谈判|代理|涉法|(?<!行政)诉讼|村规民约|法[制治律]审[核查]"
)
"""What advisers are for: their talks and mediations are of other fields, their opinions on anything are advice."""
_REVIEWED = re.compile("(规范性文件|重大(?:行政)?决策)(?:草案|事项|方案)?$")
_FIELDS_REVIEWED = {"规范性文件": "规范性文件", "重大行政决策": "重大行政决策", "重大决策": "重大行政决策"}
"""What advisers review that is a field of its own, contracts not."""
_MEDIATED, _MEDIATION = "人民调解", re.compile("调解(?:案件|纠纷)?$")
_GOES_ON = re.compile("咨询|代写|代书|文书|服务时[长间]|意见书")
"""What a sentence counts that goes on with advisers told before, where it names no other field."""


def deed_votes(
    page: Page, place: Place, local: Local, actor: Actor | None, before: Mapping[str, float]
) -> Mapping[str, float]:
    """Votes of what is said of a figure, whatever words stand near it."""
    text, position = page.text, local.numeral.start
    low, told = max(local.left[0], position - REACH), _told_before(page, place, position)
    votes: dict[str, float] = {}
    if text.endswith(_LAW_STUDIED, local.left[0], position):
        votes[_TEACHES_LAW] = STRONG * 0.85
    if field := _of_advisers(page, place, local, actor, before):
        votes[field] = STRONG * 2
    elif told == ADVISER and _goes_on(page, place, local):
        votes[ADVISER] = STRONG * 1.5
    if (_AID in before or told == _AID) and _holds(_WITH_AID, text, local):
        votes[_AID] = STRONG
    if told in _FOR_A_FEE and _holds(_FEES, text, local):
        votes[told] = STRONG * 1.5
    if _PUBLISHED.search(text, max(local.segment[0], position - REACH), position):
        votes[_OPEN] = STRONG * 2
    thanked = text.endswith(_THANKS, local.left[0], position)
    chosen = _CHOSEN.match(text, local.numeral.end, min(local.segment[1], position + REACH))
    if thanked or chosen or _CHOSEN_BEFORE.search(text, low, position) or _is_rare(page, place, local):
        votes[HONOURS] = STRONG * OF_THE_WHOLE
    return votes


def _of_advisers(page: Page, place: Place, local: Local, actor: Actor | None, before: Mapping[str, float]) -> str:
    """The field of what advisers did, "" where none acts or their deed says nothing."""
    text, position = page.text, local.numeral.start
    low = max(local.left[0], position - REACH)
    acts = actor is not None and actor.end <= position and _IS_ADVISER.search(actor.name) is not None
    if not acts and not _ADVISERS_ACT.search(text, max(place.clause[0], position - REACH), position):
        return _MEDIATED if ADVISER in before and _MEDIATION.search(text, low, position) else ""
    if reviewed := _REVIEWED.search(text, low, position):
        return _FIELDS_REVIEWED[reviewed[1]]
    if _MEDIATION.search(text, low, position):
        return _MEDIATED
    return ADVISER if _holds(_COUNSEL, text, local) else ""


def _goes_on(page: Page, place: Place, local: Local) -> bool:
    """Whether a sentence goes on with the advisers of the one before: 配备法律顾问90名。解答咨询600人次."""
    if not _holds(_GOES_ON, page.text, local):
        return False
    own = page.votes.count(
        [(place.sentence[0], local.numeral.start, 1.0)], (local.numeral.start - REACH, place.sentence[1])
    )
    return max((vote for field, vote in own.items() if field != ADVISER), default=0.0) < STRONG


def _is_rare(page: Page, place: Place, local: Local) -> bool:
    """Whether a figure says of how many an honour is told right before it."""
    low = max(place.clause[0], local.numeral.start - REACH)
    if not _ONLY.fullmatch(page.text, local.segment[0] - (local.segment[0] > low), local.numeral.start):
        return False
    return _HONOURED.search(page.text, low, local.segment[0]) is not None


def _holds(pattern: re.Pattern[str], text: str, local: Local) -> bool:
    """Whether the words of a figure, on both its sides, hold what a pattern finds."""
    low, high = max(local.left[0], local.numeral.start - REACH), min(local.segment[1], local.numeral.end + REACH)
    return pattern.search(text, low, high) is not None


def _told_before(page: Page, place: Place, position: int) -> str:
    """The field of the figure before in the same section, "" where it is far away."""
    if page.told and page.told[1] is place.section and position - page.told[0] <= REACH:
        return page.told[2]
    return ""
