"""How people say that a government is sued: 老百姓把市政府告上法庭的官司 are suits 以市政府为被告."""

from __future__ import annotations

import re

_SUERS = "(?:(?:老百姓|百姓|群众|市民|公民|有人|别人|人家)(?:们)?)?"
_WHOSE = "(?P<{name}>[\u3400-\u9fff]{{0,6}}?)(?P<{level}>[省市区县旗州镇乡]?(?:人民)?政府)"
_COURT = "了?(?:[上到进至]了?(?:法院|法庭))?了?"
_SUED = re.compile(
    f"{_SUERS}[把将]{_WHOSE.format(name='place', level='sued')}(?:告|起诉|诉)(?![诉知示别]){_COURT}"
    f"|{_SUERS}(?:来|去)?(?:起诉|状告){_WHOSE.format(name='other', level='also')}(?=的)"
)


def with_suits_named(text: str) -> str:
    """A folded text with a government that somebody sues called the defendant, as the reports call it."""
    return _SUED.sub(_as_defendant, text)


def _as_defendant(found: re.Match[str]) -> str:
    place, sued = (found["place"], found["sued"]) if found["sued"] else (found["other"], found["also"])
    return f"{place}以{sued}为被告"
