"""Processes of the project that a test starts. They run in a folder of the test's, not in the checkout: whoever follows
the README has a `.env` there, with a token and a proxy that no test may use."""

from __future__ import annotations

import os

from tests.golden import ROOT


def environment(**settings: str) -> dict[str, str]:
    """What such a process is told: where the code is, and these settings."""
    return os.environ | {"PYTHONPATH": str(ROOT)} | settings
