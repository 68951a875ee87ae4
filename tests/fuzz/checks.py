"""What must hold for every reply, whatever was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from unicodedata import normalize

from bot.model import Bundle, Fact, Intent, Modality, Reply
from tests.fuzz.messages import Message
from tests.replying.provenance import Truth

MOST_UNITS = 4096
_TAGS = frozenset({"b", "i", "u", "s", "a", "code", "pre", "blockquote"})
_TWICE = re.compile(r"([\u3400-\u9fff])\1")
_NOT_UNDERSTOOD, _QUOTED = re.compile("没有认出(?:“[^”]*”)+"), re.compile("“([^”]*)”")
_FIGURES = frozenset({Intent.FACT, Intent.COMPARE, Intent.TREND, Intent.RANK})


class _Markup(HTMLParser):
    """Telegram's HTML: few tags, each closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        if tag not in _TAGS:
            self.wrong = f"tag {tag}"

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong = f"unbalanced {tag}"


def complaints(message: Message, reply: Reply, bundles: Mapping[str, Bundle], truth: Truth) -> Iterator[str]:
    """Everything that is wrong with a reply."""
    yield from _markup(reply)
    for fact in reply.answer.facts:
        yield from _fact(fact, bundles)
    yield from _scope(message, reply, bundles)
    yield from _shares(reply)
    if reply.answer.query.intent in _FIGURES and reply.answer.facts:
        # What was understood, and an auditor's remark, speak of numbers that are no figures of the answer.
        echoed = (*reply.answer.query.notes, *(oddity for fact in reply.answer.facts for oddity in fact.oddities))
        text = "\n".join(row for row in reply.text.splitlines() if not any(note in row for note in echoed))
        # 图 says back what was typed before it.
        yield from truth.wrong(_without_echo(text, message.after + message.text))


def _markup(reply: Reply) -> Iterator[str]:
    for html in reply.html:
        parser = _Markup()
        parser.feed(html)
        parser.close()
        if parser.wrong or parser.open:
            yield f"markup: {parser.wrong or parser.open}"
        if len(html.encode("utf-16-le")) > 2 * MOST_UNITS:
            yield "a message beyond Telegram's limit"
    if not reply.text.strip() or not reply.html:
        yield "an empty reply"
    if any(ord(character) < 32 and character != "\n" for character in reply.text):
        yield "control characters in the reply"


def _fact(fact: Fact, bundles: Mapping[str, Bundle]) -> Iterator[str]:
    text = bundles[fact.report].text
    if text[fact.start : fact.end] != fact.text:
        yield f"{fact.id}: the span does not hold {fact.text}"
    if fact.text not in fact.claim.quote or fact.claim.quote not in text:
        yield f"{fact.id}: {fact.text} does not stand in its clause, or the clause not in the report"


def _scope(message: Message, reply: Reply, bundles: Mapping[str, Bundle]) -> Iterator[str]:
    """Places, years and modality: as understood, and as the message says them in so many words."""
    answer = reply.answer
    query = answer.query
    asked = {region.adcode for region in query.regions}
    figures = query.intent in _FIGURES
    for fact in answer.facts:
        report = bundles[fact.report].report
        if asked and report.adcode not in asked:
            yield f"{fact.id}: not a place that was understood"
        over_all = query.intent is Intent.RANK and len(message.places or ()) < 2
        if figures and message.places and not over_all and report.adcode not in message.places:
            yield f"{fact.id}: not a place that was asked about"
        dated = message.dated is None or report.adcode in message.dated
        if figures and message.years and dated and not {report.year, fact.claim.period} & message.years:
            yield f"{fact.id}: not the year that was asked about"
        if figures and query.modality is Modality.ACTUAL and fact.claim.modality is Modality.TARGET:
            yield f"{fact.id}: a target among results"
        said_missing = any(_says(lack.why, message.strange) for lack in answer.missing)
        if figures and message.strange and not (said_missing or _mentions(fact, message.strange)):
            yield f"{fact.id}: an answer to {message.strange}"


def _shares(reply: Reply) -> Iterator[str]:
    """What is worked out of two different things is of one report, and a share at most its whole."""
    facts = {fact.id: fact for fact in reply.answer.facts}
    for each in reply.answer.derived if reply.answer.query.relation else ():
        sources = [facts[source] for source in each.sources]
        if len({fact.report for fact in sources}) > 1 and len({fact.indicator for fact in sources}) > 1:
            yield f"{each.text}: of two reports"
        if "%" in each.text and "÷" in each.formula and each.value > 100:
            yield f"{each.text}: more than its whole"


def _without_echo(text: str, message: str) -> str:
    """A reply without the asker's own words that it says were not understood: no figure of ours is 1e9.

    A word of them that was put right before stays, and is looked at like the rest of the reply.
    """
    typed = normalize("NFKC", message).replace(" ", "")  # ２０２４ is said back as 2024
    return _NOT_UNDERSTOOD.sub(
        lambda said: _QUOTED.sub(lambda part: part[0] if _is_strange(part[1], typed) else "", said[0]), text
    )


def _is_strange(said: str, typed: str) -> bool:
    """Whether a word that is said back was not typed; a character typed twice may be said back once (的的)."""
    return said not in typed and _TWICE.sub(r"\1", said) not in _TWICE.sub(r"\1", typed)


def _mentions(fact: Fact, word: str) -> bool:
    """Whether a word without letters says nothing, or stands in what is measured or in the clause."""
    letters = "".join(character for character in word if character.isalpha())
    return len(letters) < 2 or not letters.isalpha() or word in fact.claim.measure + fact.claim.quote


def _says(why: str, word: str) -> bool:
    """Whether a sentence on what is missing names a word, in whatever case: of markup what is left, alert of
    <script>alert(1)."""
    return any(part.lower() in why.lower() for part in re.findall(r"[^\W\d_]+", word))
