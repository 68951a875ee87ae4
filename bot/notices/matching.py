"""Which report concerns whom: a wish against what a report is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.notices.timing import due_at
from bot.store.news import Draft
from bot.store.subscriptions import Delivery, Subscription, Wish


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: its place's code with those of all places around it, its topics, its text folded."""

    report: str
    places: frozenset[str]
    topics: frozenset[str]
    words: str


def concerns(wish: Wish, subject: Subject) -> bool:
    """Whether a report is what somebody wants to hear of."""
    return (
        (not wish.places or not subject.places.isdisjoint(wish.places))
        and (not wish.topics or not subject.topics.isdisjoint(wish.topics))
        and all(keyword in subject.words for keyword in wish.keywords)
    )


def drafts(
    subjects: Sequence[Subject], subscribers: Iterable[tuple[Subscription, Delivery]], now: float
) -> Iterator[Draft]:
    """One message for each chat's topic and report, however many of its subscriptions the report meets.

    It dwells on the topics of all of them; a chat that subscribed to no topic in particular gets the report's own.
    """
    found: dict[tuple[int, int, str], Draft] = {}
    for subscription, delivery in subscribers:
        for subject in subjects:
            if not concerns(subscription.wish, subject):
                continue
            key = (subscription.chat_id, subscription.thread, subject.report)
            earlier = found[key].topics if key in found else ()
            topics = [topic for topic in subscription.wish.topics if topic in subject.topics]
            found[key] = Draft(*key, tuple(dict.fromkeys((*earlier, *topics))), due_at(delivery, now))
    # Report by report, so that everybody hears of the reports in the same order.
    order = {subject.report: number for number, subject in enumerate(subjects)}
    yield from sorted(found.values(), key=lambda draft: order[draft.report])
