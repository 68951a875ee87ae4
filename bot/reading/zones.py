"""Where to look for the topic of a figure, and how much each place counts: the counted words first, then outwards.

The weights were chosen on annotated reports: halving or doubling one of them changes two topics in a hundred at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.reading.actors import Actor
from bot.reading.clauses import Span
from bot.reading.deeds import ADVISER, OF_THE_WHOLE, REACH, deed_votes
from bot.reading.measures.local import Local
from bot.reading.numbers.numerals import ARABIC, value_of
from bot.reading.outline import Section
from bot.reading.page import Page, Place
from bot.reading.topics import DEFAULT_TOPIC, Zone, winner
from bot.reading.vocabulary.lexicon import STRONG

COUNTED, BESIDE, SEGMENT, CLAUSE, LATER, SENTENCE = 1.0, 0.4, 0.3, 0.4, 0.3, 0.1
HEADING, ITEM, UPPER, ACTOR, TITLE = 0.4, 0.1, 0.2, 0.45, 0.3
EVENT, LEAD, PRIZE = 0.6, 0.2, 3.0
KIND, APPOINTED = 0.1, 0.85
_ASIDE = re.compile(r"\((?!社区|居|街道|镇|乡|市|区|县)")
"""Where words in brackets begin that are no other name of the same level, as in 村(社区)法律顾问."""
_BUREAU = "局"
"""A bureau's own name says its field, not that of what it counts: 县市场监管局 publishes, too."""
_OF_ALL_FIELDS = ("司法所", "法律服务中心", _BUREAU)
"""Offices of all fields, whose own words say none."""
_OFFICES_THAT = re.compile(r"[^,;。:、\d]{0,8}?司法所(?=共|在|为|先后)")
"""司法所 that are counted by what they did."""
_VILLAGE_ADVISERS = re.compile(r"(?:担任|选聘|聘请|聘任|签订|签约|结对)[^,。;:]{0,16}?村[^,。;、]{0,8}?法律顾问")
"""Words that make somebody adviser of villages: what a sentence counts from there on are an adviser's everyday acts."""
_HONOURED = re.compile(
    "(?:被[^,。;]{0,24}?|受到?[^,。;]{0,16}?|进行了?)(评选?为|授予|表彰|表扬|奖励)|(荣获|荣立|颁发[^,。;]{0,6}[奖勋]章)"
)
"""What is said of those counted that were honoured: 2家律师事务所被表彰为先进集体."""
_WHO = frozenset(("家", "名", "人", "位"))
_GROUPS = 2
"""The level of outlines below which items only go into what stands before them."""
_THESE, _WHOLE = "其中", 40
_DOES = re.compile(
    "(?:其中)?[,:、 ]*[^,。;、]{0,8}?(?:办理|受理|参与|审[查核结]|担任|开展|提供|调解|代理|接受|协助|化解|举办|培训"
    "|从事|持有|组织|出具|承办)"
)
"""A part that is told by what was done: 其中办理法律援助案件90件."""
_SERVICES, _COUNTERS = "公共法律服务", re.compile("法律服务(?:中心|大厅|平台|站|事项|业务)|窗口|服务大厅")
"""Where legal services of many fields are asked for: 办理公共法律服务事项90件,其中公证类20件."""
_SERVICE = re.compile("律师|公证|鉴定|法律援助|法援|调解|仲裁|复议")
_AMOUNT = re.compile(rf"({ARABIC}[万亿]?)[余多]?$")
"""How many the whole counts, before its unit; no part is more."""
_COUNTED_WHOLE = re.compile(r"\d[余多万亿]{0,2}([^\d,。;、余多万亿]{1,3})[,(]?$")
"""A whole told right before its parts, whatever they are counted in: 公开信息90条,其中文件12件."""
_STAFF, _TAKEN = "机构队伍", re.compile("经费|资金|预算|拨款|辅助人员|(?<![所局])工作人员")
"""What any work takes: 办理援助案件90件;经费投入60万元."""
_JOINT = re.compile("[、和及]")
_RATE, _PRIZE = "率", "奖"
_OF_THE_STATE = "公职律师"
"""Whose everyday acts (opinions, answers, reviews, trainings) an item counts that is headed by them alone."""
_ADVISERS = re.compile(
    r"担任[^,。;:]{0,30}?法律顾问|(?:依托|组织|安排|委托|发挥|通过)[^,。;:、\d]{0,10}?法律顾问(?:团队?)?(?!制度|工作)"
)
_FOR_WHOM = re.compile("为(?!主|[了期止])[^,;。:]{2,40}?(?=提供|出具|提出)")
"""For whom something is written: an opinion 为重大决策出具 is one on law; what it is about says less."""


def topic_of(page: Page, place: Place, local: Local, actor: Actor | None, before: Mapping[str, float]) -> str:
    """The topic of a figure; `before` are votes of the figures before it."""
    position, own = local.numeral.start, 1.0
    votes: dict[str, float] | None = None
    if _is_of_counters(page, place, local) and (counted := _own_field(page, local)):
        votes = {topic: vote * 2 for topic, vote in counted.items()}
    elif _is_one_of_these(page, place, local) or (before and _is_what_it_took(page, local)):
        own, before = KIND, _of_the_whole(page, place, local, before)
    elif local.bracket and _is_part_of_the_one_before(page, local):
        own = KIND
    elif place.kinds_from <= position:
        own = KIND
        votes = page.votes.count([(place.item, place.sentence[0], HEADING)])
        before = _of_the_whole(page, place, local, before)
    around = _around(page, place, local, actor, own)
    if _is_bare_rate(page, local):
        around.append((place.clause[0], local.segment[1], own * CLAUSE))
    votes = page.votes.count(around, (position - REACH, position + REACH), votes)
    for more in (deed_votes(page, place, local, actor, before), behind(page, place.section), before):
        for topic, vote in more.items():
            votes[topic] = votes.get(topic, 0.0) + vote
    found = winner(votes) if votes else _of_the_figure_before(page, place, position)
    page.told = (position, place.section, found)
    return found


def _of_the_figure_before(page: Page, place: Place, position: int) -> str:
    """The field of a figure that no word near speaks for: that of the one before in its section, or of what its
    numbered item goes into (全省共有律师90人。1.地域分布:甲市60人…)."""
    if not page.told or position - page.told[0] > REACH:
        return DEFAULT_TOPIC
    before, section = page.told[1], place.section
    goes_on = before is section or (section.level > _GROUPS and before.level < section.level)
    return page.told[2] if goes_on else DEFAULT_TOPIC


def _around(page: Page, place: Place, local: Local, actor: Actor | None, own: float) -> list[Zone]:
    """The zones around a figure, from the counted words outwards; `own` is what the words of its sentence count."""
    position, (left, left_end), (right, right_end) = local.numeral.start, local.left, local.right
    (low, high), (clause, clause_end) = local.segment, place.clause
    if local.share_of and (item := _own_item(page, local, local.share_of)):
        (left, left_end), low, clause = item, item[0], item[0]
    if begin := _speaking_from(page, local, actor):
        left, right = min(max(left, begin), left_end), min(max(right, begin), right_end)
        low, clause = max(low, begin), max(clause, begin)
    if right < right_end and (aside := _ASIDE.search(page.text, right, min(right_end, position + REACH))):
        right_end = aside.start()
    zones = [
        (left, left_end, own * (BESIDE if local.noun_follows else COUNTED)),
        (position, local.numeral.end, PRIZE if page.text.endswith(_PRIZE, position, local.numeral.end) else COUNTED),
        (right, right_end, own * (COUNTED if local.noun_follows else BESIDE)),
        (low, high, own * SEGMENT),
        (clause, high, own * CLAUSE),
        (high, clause_end, own * LATER),
        (*place.sentence, own * SENTENCE),
        (place.item, position, ITEM),
    ]
    zones.extend(_announced(page, place, local, zones[:3]))
    zones.extend(_appointed(page.text, place, local))
    if local.numeral.unit in _WHO and (honoured := _HONOURED.search(page.text, position, min(high, position + REACH))):
        zones.append((*honoured.span(honoured.lastindex or 0), APPOINTED))
    if actor and actor.end <= left and not page.text.endswith(_BUREAU, actor.start, actor.end):
        zones.append((actor.start, actor.end, ACTOR))
    return zones


def _own_item(page: Page, local: Local, share: Span) -> Span | None:
    """Of a row of things that is handed out (复议、应诉案件分别为9件、6件) the one whose turn it is; None where the row
    has not as many or it names no field itself (律师业务、收费)."""
    place, size = share
    named = page.text[slice(*local.left)].partition("分别")[0]
    joints = [joint.start() for joint in _JOINT.finditer(named)]
    if len(joints) + 1 != size:
        return None
    bounds = [-1, *joints, len(named)]
    item = local.left[0] + bounds[place] + 1, local.left[0] + bounds[place + 1]
    return item if max(page.votes.count([(*item, 1.0)]).values(), default=0.0) >= STRONG else None


def _announced(page: Page, place: Place, local: Local, own: list[Zone]) -> Iterator[Zone]:
    """What was announced before a figure: the opening of its passage, and an event whose work it counts where its `own`
    words name no field."""
    low = local.numeral.start - REACH
    if lead := page.announced.lead(max(place.item - 1, low), place.sentence[0]):
        yield (*lead, LEAD)
    event = page.announced.event(max(place.sentence[0], low), local.segment[0])
    if event and max(page.votes.count(own).values(), default=0.0) < STRONG:
        yield (*event, EVENT)


def behind(page: Page, section: Section) -> Mapping[str, float]:
    """Votes of what stands behind all figures of a section: the title, its heading and the one above. A title of all
    fields says nothing new."""
    votes = page.behind.get(section.start)
    if votes is None:
        votes = page.votes.count([(*page.title, TITLE)])
        votes.pop(DEFAULT_TOPIC, None)
        headings = [(section.start, section.body, HEADING)]
        own = page.text[section.start : section.body]
        if _OF_THE_STATE in own and ADVISER not in own:
            headings.append((section.start, section.body, APPOINTED))
        if section.above is not None:
            upper = page.outline[section.above]
            headings.append((upper.start, upper.body, UPPER))
        page.behind[section.start] = page.votes.count(headings, votes=votes)
    return votes


def _speaking_from(page: Page, local: Local, actor: Actor | None) -> int:
    """Where the words of a clause begin to say the field: behind an office of all fields, or for whom it was done."""
    position, begin = local.numeral.start, actor.end if actor and _does_everything(page, actor, local) else 0
    if local.noun_follows and (offices := _OFFICES_THAT.match(page.text, local.right[0])):
        return offices.end()
    whom = _FOR_WHOM.search(page.text, max(local.left[0], begin, position - REACH), local.left[1])
    return whom.end() if whom else begin


def _does_everything(page: Page, actor: Actor, local: Local) -> bool:
    """Whether an office of all fields acts before a number: what a 司法所 did says the field, not who did it."""
    return actor.end <= local.numeral.start and page.text.endswith(_OF_ALL_FIELDS, actor.start, actor.end)


def _appointed(text: str, place: Place, local: Local) -> tuple[Zone, ...]:
    """The advisers that those counted became, or whose acts a sentence counts that tells of their appointment."""
    low, high = max(place.sentence[0], local.numeral.start - REACH), min(place.sentence[1], local.numeral.end + REACH)
    if text.find(ADVISER, low, high) < 0:
        return ()
    advisers = _ADVISERS.search(
        text, max(low, local.segment[0]), min(high, local.segment[1])
    ) or _VILLAGE_ADVISERS.search(text, low, high)
    return ((*advisers.span(), APPOINTED),) if advisers else ()


def _is_one_of_these(page: Page, place: Place, local: Local) -> bool:
    """Whether a figure is a part, named by a noun alone, of one counted right before 其中 or in the same unit:
    权力事项441项,其中行政许可28项 are of the same field; a part with a verb is of the field that it names."""
    text, position, unit = page.text, local.numeral.start, local.numeral.unit
    low = max(place.clause[0], position - REACH)
    these = text.rfind(_THESE, low, position) if unit else -1
    if these < 0 or _DOES.match(text, max(these, local.segment[0]), position):
        return False
    before = text[max(0, these - _WHOLE) : these]
    if (whole := _COUNTED_WHOLE.search(before)) and whole[1] != unit:
        return True
    amount = _AMOUNT.search(before, 0, before.rfind(unit)) if unit in before else None
    return amount is not None and value_of(amount[1]) >= local.numeral.value


def _is_of_counters(page: Page, place: Place, local: Local) -> bool:
    """Whether a figure tells by 其中 what counters of legal services did."""
    low = max(place.clause[0], local.numeral.start - REACH)
    these = page.text.rfind(_THESE, low, local.numeral.start)
    if these < 0 or _SERVICE.search(page.text, low, these):  # 窗口办理法律援助90件,其中刑事60件
        return False
    return _COUNTERS.search(page.text, low, these) is not None


def _of_the_whole(page: Page, place: Place, local: Local, before: Mapping[str, float]) -> Mapping[str, float]:
    """Votes of the whole for its part: those of the figure before, of counters their own."""
    if _is_of_counters(page, place, local):
        return {_SERVICES: STRONG * OF_THE_WHOLE}
    return {topic: vote * OF_THE_WHOLE for topic, vote in before.items()}


def _own_field(page: Page, local: Local) -> Mapping[str, float]:
    """Votes of the words of a figure itself where they name a kind of legal service."""
    low = max(local.left[0], local.segment[0], local.numeral.start - REACH)
    if not _SERVICE.search(page.text, low, local.numeral.start):
        return {}
    return page.votes.count([(low, local.numeral.start, COUNTED)])


def _is_what_it_took(page: Page, local: Local) -> bool:
    """Whether a figure counts money or staff of what its sentence told before, and names no other field."""
    low, high = max(local.left[0], local.numeral.start - REACH), min(local.right[1], local.numeral.end + REACH)
    if not _TAKEN.search(page.text, low, high):
        return False
    return page.votes.count([(low, high, COUNTED)]).keys() <= {_STAFF}


def _is_bare_rate(page: Page, local: Local) -> bool:
    """Whether a rate says of no field itself what it is the rate of: 组织执法人员培训考试,参考率和合格率均达100% is of
    what its clause told before."""
    if local.numeral.family != "share":
        return False
    low, high = max(local.left[0], local.numeral.start - REACH), min(local.left[1], local.numeral.start)
    return page.text.find(_RATE, low, high) >= 0 and not page.votes.count([(low, high, COUNTED)])


def _is_part_of_the_one_before(page: Page, local: Local) -> bool:
    """Whether a figure is a part of the one before its bracket, counted in the same unit: 采用8篇(普法5篇、法援3篇)."""
    unit = local.numeral.unit
    return bool(unit) and page.text.endswith(unit, 0, local.segment[0] - 1)
