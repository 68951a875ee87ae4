"""What a site's robots.txt allows us, by RFC 9309.

The standard library's parser knows neither `*` and `$` in paths nor that the longest rule counts, and would fetch what
a site asks not to be fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

MOST_CHARACTERS = 500_000
_SAFE = "/%?=&*$:;@,+!~'()[]"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for us: (allowed, path pattern) each, and how many seconds to leave between requests."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule that fits counts, of equals the kind one."""
        path = _normal(path)
        fitting = [(len(pattern), allowed) for allowed, pattern in self.rules if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


EVERYTHING = Robots()
NOTHING = Robots(((False, "/"),))


def parse_robots(text: str, agent: str) -> Robots:
    """The rules of a robots.txt for the agent of that name: those of the groups that name it, else those for all."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    naming = False
    for line in text[:MOST_CHARACTERS].splitlines():
        key, colon, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if not colon:
            continue
        if key == "user-agent":
            names = [*(names if naming else ()), value.lower()]
            naming = True
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow", "crawl-delay"):
            naming = False
            for name in names:
                groups[name].append((key, value))
    lines = groups.get(agent.lower(), groups.get("*", []))
    rules = [(key == "allow", _normal(value)) for key, value in lines if key != "crawl-delay" and value]
    delays = [float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d+(\.\d+)?", value)]
    return Robots(tuple(rules), max(delays, default=0.0))


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the beginning of a path, or with a last `$` all of it.

    No regular expression: a site's stars could keep one busy for ever.
    """
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(rest, 1):
        if whole and number == len(rest):
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not whole or at == len(path)


def _normal(path: str) -> str:
    """A path in one spelling, whichever characters it came percent-encoded with."""
    return quote(unquote(path, errors="surrogateescape"), safe=_SAFE, errors="surrogateescape")
