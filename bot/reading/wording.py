"""How a measure is put into words: tidied, given its topic's head, joined with the whole that it is a part of."""

from __future__ import annotations

import re

from bot.reading.lexicon import ReadingLexicon, Topic
from bot.reading.phrases import bare, verb_at_start, without_trailing, written_out
from bot.reading.trees import one_of

LONGEST_PART = 12
_TOWARD = re.compile("^向[^、]{1,14}?(?=[报提发推公征汇通反移作])")
_LEVEL = re.compile("^.{1,3}级")
_OF_A_LEVEL = re.compile(".{1,6}[级类型性]")
_HELD = re.compile("^[对为向在].{2,24}(?:开展|进行|实施|组织)")
_RANKING = re.compile("(?:位居|名列|位列|排名|排在|排|列|居|荣获|获得|获|进入|跻身)?(?:全[国省市区县州])?$")


def _place(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for the reporting place: its names with its government, its short name only before such words."""
    if not names:
        return None
    short = {name[:-1] for name in names if 2 < len(name) < 6}
    office = "(?:人民政府|政府|司法局|辖区)"
    return re.compile(f"{one_of(names)}{office}?|{one_of(short)}(?:{office}|(?=仲裁|公证|法律援助))")


class Wording:
    """The operations that need the words of a lexicon and the names of the reporting place."""

    def __init__(self, lexicon: ReadingLexicon, region: tuple[str, ...]) -> None:
        self.phrases = lexicon.phrases
        self.times = lexicon.times
        self._place = _place(region)

    def tidy(self, words: str) -> str:
        """The words without places, years, adverbs and the like; short forms written out."""
        return written_out(bare(self.without_place(words), self.phrases), self.phrases)

    def without_place(self, words: str) -> str:
        """The words without the reporting place and its government (光明区政府受理 -> 受理)."""
        return self._place.sub("", words) if self._place else words

    def object_of(self, phrase: str) -> str:
        """What a phrase is about, its verb left out: 受理案件 -> 案件."""
        verb = verb_at_start(phrase, self.phrases)
        return phrase[verb:] if 0 < verb < len(phrase) else phrase

    def what_was_held(self, phrase: str) -> str:
        """对部门开展督察 -> 督察: what was done to somebody is what was done."""
        return _HELD.sub("", phrase)

    def without_receiver(self, phrase: str) -> str:
        """向人大常委会报备文件 -> 报备文件, where a verb follows the receiver."""
        toward = _TOWARD.match(phrase)
        return phrase[toward.end() :] if toward and verb_at_start(phrase[toward.end() :], self.phrases) else phrase

    def of_another_level(self, phrase: str, thing: str) -> str:
        """省级 after 国家级示范村 is 省级示范村; "" where the phrase is no such adjective."""
        return phrase + _LEVEL.sub("", thing) if thing and _OF_A_LEVEL.fullmatch(phrase) else ""

    def change(self, left: str, before: str) -> tuple[str, bool]:
        """同比增长: what changed and how; whether it is the measure read before (`before`)."""
        tail, comparison = self.times.change_tail.search(left), self.times.comparison.search(left)
        said = (comparison[0] if comparison else "") + (tail[1] if tail else "")
        head = left[: tail.start()] if tail else left
        head = without_trailing(self.times.comparison.sub("", head), self.phrases)
        own = len(head) > 1 and not self.phrases.leading.fullmatch(head)
        return (head if own or not before else before) + said, not own

    def rank(self, left: str) -> str:
        """办理频次位居全市 -> 办理频次全市位次."""
        ranking = _RANKING.search(left)
        where = re.search("全[国省市区县州]", ranking[0]) if ranking else None
        return self.tidy(left[: ranking.start()] if ranking else left) + (where[0] if where else "") + "位次"

    def part_of(self, whole: str, part: str) -> str:
        """接到投诉案件3宗,其中省厅转办1宗 -> 接到省厅转办投诉案件."""
        verb = verb_at_start(whole, self.phrases)
        thing = whole[verb:]
        shared = 0
        while shared < min(len(part), len(thing)) and part[-1 - shared] == thing[-1 - shared]:
            shared += 1
        if shared == len(thing) or len(part) > LONGEST_PART:
            return part
        part = part[: len(part) - shared] if shared > 1 else part
        sizes = range(min(len(part), len(thing)), 1, -1)
        thing = thing[next((size for size in sizes if part.endswith(thing[:size])), 0) :]
        return whole if part in whole else whole[:verb] + part + thing

    def headed(self, phrase: str, topic: Topic, actor: str, *, in_front: bool = False) -> str:
        """The phrase with its topic's head: 复议案件 -> 行政复议案件, 召开会议 -> 召开社区矫正会议."""
        if not topic.head or any(word in phrase + actor for word in topic.shown_by):
            return phrase
        in_front = in_front or bool(self.phrases.fronted.match(phrase))
        verb = 0 if in_front else verb_at_start(phrase, self.phrases)
        tail = topic.head[2:]
        if len(topic.head) == 4 and tail in phrase:
            return phrase.replace(tail, topic.head, 1)
        return phrase[:verb] + topic.head + phrase[verb:] if len(phrase) - verb > 1 else topic.head + phrase
