"""Questions behind a clause that only sets the scene: answered by themselves where the report tells that beside them.

自从平台上线以后，咨询了多少人次 asks for 咨询; that there is such a platform stands a sentence earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.asking.answering.telling.several import together
from bot.asking.understanding.continuing.short_verbs import says_in_short
from bot.asking.understanding.dividing.scenes import says_when_or_why, sets_scene
from bot.model import Answer, Fact, Missing, MissingKind, Query, Status
from bot.store.facts import FactStore, Wanted
from bot.words.lexicon import Lexicon

_ASKS = re.compile("多少|几|多[高大久长]|[率比]")
_SENTENCE = re.compile("[。！？!?\\n]")
_EVERYBODY = re.compile("老百姓|百姓|人民|群众|居民|市民|公众|大家|个人|人(?:们|家)")
_BEGAN = frozenset(
    {"推行", "推出", "推广", "实行", "实施", "施行", "启动", "上线", "开通", "开展", "出台", "成立", "建立", "运行"}
)
"""What says that something began, as a scene does."""
_NARROWS = re.compile(
    "\\d|[一二三四五六七八九十]+[年月日号]|季度|半年|人|员|者|[男女老童孩妇]|学生|考生|户|农|军|工友|职工|国外|外国|外籍|涉外"
    "|[省市区县镇乡村街]|社区|局|所|院|厅|委|诉|受理|立案|判|撤|调解|复议|罚|申请|投诉|审|裁|捕|刑|办事处|[商协]会|公司|企业|店|厂|学校|单位|部门|机关"
)
"""What may say whose figures, which time or which step is meant, so that the figure of all is no answer."""


class Staged:
    """Answers such questions; looks up what the report says around their figures."""

    def __init__(self, lexicon: Lexicon, store: FactStore) -> None:
        self._lexicon = lexicon
        self._store = store

    async def answered(self, query: Query, whole: Answer, answers: Sequence[Answer]) -> Answer | None:
        """The answers to the questions behind the scene; None where there is none, or it may say which are meant."""
        front = [answer.query for answer in answers if answer.query.frames]
        asked = answers[len(front) :]
        if whole.status is Status.ANSWER or not front or any(answer.query.frames for answer in asked):
            return None
        if not all(_ASKS.search("".join(one.query.said)) for one in asked) or not any(one.facts for one in asked):
            return None
        scenes = ["".join(part.said) for part in front]
        lead = next(answer.facts[0] for answer in asked if answer.facts)
        figures = {identity for part in front for identity in part.indicators}
        # What is counted by itself is none of what sets a scene: 在未成年人方面.
        if not all(map(sets_scene, scenes)) or figures - {lead.indicator}:
            return None
        around, beside = await self._around(lead)
        words = list(dict.fromkeys(word for part in front for word in self._names(part, lead)))
        lost = [word for word in words if not self._is_told(word, around)]
        timely = all(map(says_when_or_why, scenes))
        untold = _without("".join(scenes), (word for word in words if word not in lost), around)
        if (lost and not (timely and not _NARROWS.search(untold))) or not (timely or _is_of_scene(words, lead, beside)):
            return None
        if lost and whole.facts[:1] == (lead,):
            return None
        answer = together(query, asked)
        if not lost:
            return answer
        said = "、".join(lost)
        report = answer.reports[lead.report]
        why = f"{report.region}{report.year}年报告里没有“{said}”的说法，列出的数字不是单说这个的，请看原句"
        missing = (Missing(said, MissingKind.INDICATOR, why), *answer.missing)
        return replace(answer, status=Status.PARTIAL, missing=missing)

    def _names(self, part: Query, lead: Fact) -> Iterator[str]:
        """What a scene names: its words, and a topic that is not the figure's."""
        yield from (word.removesuffix("份") for word in part.words if word not in _BEGAN)
        yield from (topic for topic in part.topics if topic != lead.claim.topic)

    def _is_told(self, word: str, around: str) -> bool:
        """Whether a text says a word, or what it is made of: 法院确认 of 与法院联动，在线确认."""
        same = self._lexicon.alike.same
        pairs = [word[at : at + 2] for at in range(0, len(word), 2)]
        topic = self._lexicon.topic(word)
        if topic and any(name in around for name in topic.names):
            return True
        made = len(word) > 2 and len(word) % 2 == 0 and all(pair in around for pair in pairs)
        return word in around or same(word) in same(around) or made or says_in_short(word, around)

    async def _around(self, lead: Fact) -> tuple[str, list[Fact]]:
        """What a report says of a figure: its sentence, the one before it in its paragraph, and the heading; and the
        other figures there."""
        text = await self._store.text(lead.report)
        ends = [0, *(found.end() for found in _SENTENCE.finditer(text, 0, lead.start))]
        paragraph = text.rfind("\n", 0, lead.start) + 1
        begin = max(ends[-2] if len(ends) > 1 else 0, paragraph)
        end = _SENTENCE.search(text, lead.end)
        found = await self._store.find(Wanted(reports=(lead.report,)))
        stop = end.start() if end else len(text)
        beside = [fact for fact in found.facts if begin <= fact.start < stop and fact.id != lead.id]
        return f"{lead.section}\n{text[begin:stop]}", beside


def _without(scene: str, told: Iterable[str], around: str) -> str:
    """What a scene says beside what the report tells, and that everybody is meant."""
    pairs = (scene[at : at + 2] for at in range(len(scene) - 1))
    for word in (*told, *(pair for pair in pairs if pair in around)):
        scene = scene.replace(word, " ")
    return _EVERYBODY.sub(" ", scene)


def _is_of_scene(words: Sequence[str], lead: Fact, beside: Sequence[Fact]) -> bool:
    """Whether no other figure like it is told of what a scene names: 说到涉外公证，办了几件 is not asked of 公证."""
    own = lead.claim.measure
    alike = (fact.claim.measure for fact in beside if fact.claim.unit == lead.claim.unit)
    return not any(word in measure and word not in own for measure in alike for word in words)
