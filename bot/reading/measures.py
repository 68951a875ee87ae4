"""The phrase that says what a number measures, ellipsis resolved.

A `Chain` walks over the facts of a sentence in order and remembers what is still open: the last verb, the last object,
the last full measure and the actor. A number whose own words lack one of them takes it from the chain:
收到252宗行政复议申请,立案受理211宗 -> 收到行政复议申请, 行政复议立案受理.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.model import Kind
from bot.reading.lexicon import ReadingLexicon, Topic
from bot.reading.phrases import (
    bare,
    verb_at_end,
    verb_at_start,
    verbs_only,
    without_examples,
    without_leading,
    without_trailing,
    written_out,
)
from bot.reading.segments import Local

PEOPLE = ("人次", "人", "名", "位")
LONG = 26


@dataclass(slots=True)
class Draft:
    """A measure before its topic is known: the phrase, and whether it lacks an object or a verb of its own."""

    phrase: str
    verb_only: bool = False
    borrowed: str = ""


class Chain:
    """What is open while the facts of one sentence are read in order."""

    def __init__(self, lexicon: ReadingLexicon, region: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._phrases = lexicon.phrases
        self._region = region
        self.verb = ""
        self.object = ""
        self.phrase = ""
        self.actor = ""

    def draft(self, text: str, local: Local, kind: Kind) -> Draft:
        """The measure of the next fact, as far as the words themselves and the chain say."""
        left = self._tidy(text[slice(*local.left)])
        right = self._tidy(text[slice(*local.right)])
        if local.adjacent and self.phrase:
            return Draft(("参加" if local.numeral.unit in PEOPLE else "") + self._object_of(self.phrase))
        if kind is Kind.CHANGE:
            return self._change(left, right)
        if kind is Kind.MULTIPLE and self._lexicon.times.last_year.search(text[slice(*local.left)]):
            return Draft((self.phrase or left) + "相当于去年同期的倍数")
        draft = self._after(left, right) if local.noun_follows else self._before(left, right, local)
        if kind is Kind.RATE and local.noun_follows and "率" not in draft.phrase:
            draft.phrase += "率"
        self._remember(draft)
        return draft

    def _tidy(self, words: str) -> str:
        for name in self._region:
            words = words.replace(name, "")
        return written_out(bare(words, self._phrases), self._phrases)

    def _after(self, left: str, right: str) -> Draft:
        """The noun follows its number: 收到252宗行政复议申请, 对7宗案件制定管控措施."""
        right = without_trailing(without_examples(right.rstrip("和及与、"), self._phrases))
        verb = verb_at_end(left, self._phrases)
        if verb and len(right) >= 3:
            left = verb
        if not left and verbs_only(right, self._phrases):
            return Draft(right, verb_only=True)
        if not left and right and not verb_at_start(right, self._phrases) and self.verb and len(right) <= 4:
            return Draft(right)
        return Draft(without_examples(left, self._phrases) + right)

    def _before(self, left: str, right: str, local: Local) -> Draft:
        """The number follows its noun: 受理案件7628宗, 党课4次; what follows counts only where the noun is weak."""
        left = left.lstrip("和及与、以")
        if left.endswith("等") and right and verb_at_start(right, self._phrases):
            return Draft(right, verb_only=verbs_only(right, self._phrases))
        left = without_leading(without_examples(left, self._phrases), self._phrases)
        if not left:
            return Draft(right, verb_only=verbs_only(right, self._phrases)) if right else Draft(self.phrase)
        if verbs_only(left, self._phrases):
            return Draft(left + right, verb_only=not right or verbs_only(right, self._phrases))
        verb = verb_at_start(left, self._phrases)
        if not verb and not left.endswith(self._phrases.standing) and (local.listed or len(left) <= 8) and self.verb:
            return Draft(left, borrowed=self.verb)
        if right and not verb and len(left) + len(right) <= LONG:
            return Draft(left + right)
        return Draft(left)

    def _change(self, left: str, right: str) -> Draft:
        """同比增长20% says by how much the last measure changed."""
        times = self._lexicon.times
        tail = times.change_tail.search(left)
        head = left[: tail.start()] if tail else left
        comparison = times.comparison.search(head)
        said = (comparison[0] if comparison else "") + (tail[1] if tail else "")
        head = without_trailing(head.replace(comparison[0], "") if comparison else head)
        return Draft((head or self.phrase) + said)

    def _object_of(self, phrase: str) -> str:
        verb = verb_at_start(phrase, self._phrases)
        return phrase[verb:] if 0 < verb < len(phrase) else phrase

    def _remember(self, draft: Draft) -> None:
        phrase = draft.phrase
        verb = verb_at_start(phrase, self._phrases)
        if verb:
            self.verb = phrase[:verb]
        if not draft.verb_only and not phrase.endswith(self._phrases.standing):
            self.object = phrase[verb:] or self.object
            self.phrase = phrase

    def finish(self, draft: Draft, topic: Topic | None) -> str:
        """The measure: borrowed words and the head of its topic put in where the phrase is unclear without them."""
        phrase = draft.phrase
        if draft.verb_only and not (topic and topic.head) and self.object:
            phrase += self.object
        if topic and topic.head and not any(word in phrase for word in topic.shown_by):
            phrase = topic.head + phrase
        if draft.borrowed and draft.borrowed not in phrase:
            phrase = draft.borrowed + phrase
        return phrase or (topic.name if topic else "")
