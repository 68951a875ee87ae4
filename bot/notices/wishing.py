"""From what staff type (`行政复议 光明`) to what they want to hear of, and back into words."""

from __future__ import annotations

from collections.abc import Collection

from bot.errors import UserError
from bot.model import Region
from bot.store.subscriptions import Wish
from bot.words.lexicon import Lexicon
from bot.words.normalise import fold
from bot.words.vocabulary import Vocabulary

EVERYTHING = frozenset({"全部", "所有", "一切", "all"})
EXAMPLE = "/subscribe 行政复议 光明"
MOST_WORDS = 8
KEYWORD = range(2, 31)


class Wishes:
    """Reads wishes and says them."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._topics = _names_of_topics(words.lexicon)
        self._lexicon = words.lexicon

    def read(self, text: str, reported: Collection[str]) -> Wish:
        """The wish in a text; `reported` are the codes of places with reports, which settle shared names.

        A word that is neither a topic nor a place is a keyword. Raises UserError for what cannot be meant.
        """
        if self._lexicon is not self._words.lexicon:
            self._lexicon = self._words.lexicon
            self._topics = _names_of_topics(self._lexicon)
        words = fold(text.replace("，", " ").replace("、", " ").replace("“", " ").replace("”", " ")).split()
        words = [word for word in words if word not in EVERYTHING]
        if len(words) > MOST_WORDS:
            raise UserError(f"一条订阅最多写 {MOST_WORDS} 个词", EXAMPLE)
        places: list[str] = []
        topics: list[str] = []
        keywords: list[str] = []
        for word in words:
            topic, place = self._topic_and_place(word, reported)
            topics += [topic] if topic else []
            places += [place] if place else []
            keywords += [] if topic or place else [_keyword(word)]
        return Wish(*(tuple(dict.fromkeys(found)) for found in (places, topics, keywords)))

    def say(self, wish: Wish) -> str:
        """A wish in words."""
        places = "、".join(region.name for code in wish.places if (region := self._words.places.get(code)))
        keywords = "、".join(f"“{keyword}”" for keyword in wish.keywords)
        parts = [places, "、".join(wish.topics), f"含{keywords}" if keywords else ""]
        return " · ".join(part for part in parts if part) or "全部报告"

    def _topic_and_place(self, word: str, reported: Collection[str]) -> tuple[str, str]:
        """The topic and the place's code that a word names; a word may name both, one after the other."""
        for cut in (0, *range(2, len(word) - 1), len(word)):
            for place, topic in ((word[:cut], word[cut:]), (word[cut:], word[:cut])):
                named = self._topics.get(topic, "")
                found = self._words.places.named(place) if place else ()
                if (named or not topic) and (found or not place):
                    return named, self._chosen(place, found, reported) if place else ""
        return "", ""

    def _chosen(self, name: str, found: tuple[Region, ...], reported: Collection[str]) -> str:
        """The place that a name stands for: the only one, or the only one with reports."""
        known = [region for region in found if region.adcode in reported] or list(found)
        if len(known) > 1:
            names = "、".join(region.name for region in known[:4])
            raise UserError(f"“{name}”不止一处（{names}），请写全称", f"/subscribe {known[0].name}")
        return known[0].adcode


def _names_of_topics(lexicon: Lexicon) -> dict[str, str]:
    """Every word for a topic, folded, with the topic's name."""
    return {fold(word): topic.name for topic in lexicon.topics for word in topic.names}


def _keyword(word: str) -> str:
    if len(word) not in KEYWORD:
        raise UserError(f"“{word[:30]}”太短或太长，关键词请写 2 到 30 个字", EXAMPLE)
    return word
