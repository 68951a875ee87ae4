"""`python -m tests.score`: the reader's figures on the reports with hand-made answers, and what differs, by kind."""

from __future__ import annotations

import sys
from collections import defaultdict

from tests.score.reports import floor, overall, scored
from tests.score.scoring import Difference


def main() -> int:
    """Print the figures per report and overall, then the differences; 1 where a figure fell below its floor."""
    results = scored()
    columns = {name: tally.figures() for name, (tally, _) in results.items()}
    columns["overall"] = overall(results).figures()
    lowest = floor()
    out = sys.stdout
    out.write(f"{'':15}" + "".join(f"{name:>16}" for name in columns) + f"{'floor':>8}\n")
    for figure in columns["overall"]:
        row = "".join(f"{figures[figure]:16.3f}" for figures in columns.values())
        out.write(f"{figure:15}{row}" + (f"{lowest[figure]:8.3f}" if figure in lowest else "") + "\n")
    kinds: dict[str, list[tuple[str, Difference]]] = defaultdict(list)
    for name, (_, differences) in results.items():
        for difference in differences:
            kinds[difference.kind].append((name, difference))
    for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1])):
        out.write(f"\n{kind}: {len(found)}\n")
        for name, difference in found:
            out.write(f"  {name} {difference.start} {difference.text}: {difference.gold} / {difference.found}\n")
    fallen = [figure for figure, least in lowest.items() if columns["overall"][figure] < least - 5e-4]
    if fallen:
        sys.stderr.write(f"below the floor: {', '.join(fallen)}\n")
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
