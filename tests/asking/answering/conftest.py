"""Answers over the hand-annotated reports."""

from tests.answers import answerer, lexicon, places, store

__all__ = ["answerer", "lexicon", "places", "store"]
