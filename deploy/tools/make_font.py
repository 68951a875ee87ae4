"""Make data/fonts/ anew: the part of Noto Sans SC that charts of this project can need, with its licence.

Needs a package that the service does not; give it a throw-away environment:

    python3.11 -m venv /tmp/font && /tmp/font/bin/pip install pylopdf-fonts-zh-cn==0.1.1 fonttools==4.68.0
    /tmp/font/bin/python deploy/tools/make_font.py data/places data/fonts

The characters are those of GB 2312, of every place name in data/places, and of the signs that replies use.
"""

from __future__ import annotations

import sys
from importlib.metadata import distribution
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE = "pylopdf-fonts-zh-cn"
SOURCE = "NotoSansSC-Regular.otf"
TARGET = "NotoSansSC-subset.otf"
SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "·—…“”‘’《》〈〉【】−×÷±≈≥≤％‰①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def gb2312() -> str:
    """Every character of GB 2312: two bytes, each from A1 to FE."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)


def place_names(directory: Path) -> str:
    """The characters of all place names, today's and earlier ones."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(directory.glob("*.tsv")))


def file_of(ending: str) -> Path:
    """A file of the font package."""
    files = distribution(PACKAGE).files or []
    return next(Path(str(file.locate())) for file in files if str(file).endswith(ending))


def main(places: Path, target: Path) -> None:
    """Write the subset and the licence."""
    text = gb2312() + place_names(places) + SIGNS
    options = subset.Options(layout_features=["kern"], hinting=False, desubroutinize=False, notdef_outline=True)
    font = TTFont(file_of(SOURCE))
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    target.mkdir(parents=True, exist_ok=True)
    font.save(target / TARGET)
    notice = font["name"].getDebugName(0) or ""
    licence = file_of("LICENSE").read_text(encoding="utf-8")
    (target / "OFL.txt").write_text(f"{notice}\n\n{licence}", encoding="utf-8")
    lacking = sorted(set(text) - set(map(chr, TTFont(target / TARGET).getBestCmap())) - set("\t\n"))
    print(f"{(target / TARGET).stat().st_size} bytes, not in the font: {''.join(lacking) or 'nothing'}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
