"""What a site's robots.txt allows us, by RFC 9309, as protego reads it.

The standard library's parser knows neither `*` and `$` in paths nor that the longest rule counts, and would fetch what
a site asks not to be fetched.
"""

from __future__ import annotations

from protego import Protego

MOST_CHARACTERS = 500_000


class Robots:
    """The rules of one site for the agent of that name; `delay` is how many seconds to leave between requests."""

    def __init__(self, text: str, agent: str) -> None:
        self._rules = Protego.parse(text[:MOST_CHARACTERS])
        self._agent = agent
        self.delay = self._rules.crawl_delay(agent) or 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched."""
        return self._rules.can_fetch(path, self._agent)


EVERYTHING = Robots("", "*")
NOTHING = Robots("User-agent: *\nDisallow: /\n", "*")
