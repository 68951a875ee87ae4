"""Microsoft's recognisers for Chinese numbers, for comparison, where `make bench` could install them."""

from __future__ import annotations

import importlib
import sys
import warnings
from pathlib import Path

from tests.bench.measuring import Work

PLACE = Path(__file__).resolve().parents[2] / ".venv" / "recognisers"
MODULE = "ms_recognizers_number"


def microsoft() -> Work | None:
    """The recogniser's parsing of a text, its model built already; None where it is not installed."""
    sys.path.append(str(PLACE))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = importlib.import_module(MODULE)
    except ImportError:
        return None
    finally:
        sys.path.remove(str(PLACE))
    chinese = module.Culture.Chinese
    parse: Work = module.NumberRecognizer(chinese).get_number_model(chinese).parse
    return parse
