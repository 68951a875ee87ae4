"""A government that people take to court is the defendant, however they say so; others who are sued are not touched."""

from __future__ import annotations

import pytest

from bot.asking.understanding.talking.suing import with_suits_named


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("百姓把县政府告上法庭的官司有几件", "以县政府为被告的官司有几件"),
        ("有人把临江市政府告到了法院的案子", "临江以市政府为被告的案子"),
        ("把政府告了的有几件", "以政府为被告的有几件"),
        ("群众起诉区政府的案件", "以区政府为被告的案件"),
        ("状告乡人民政府的有几起", "以乡人民政府为被告的有几起"),
        ("把县政府告知的事项", "把县政府告知的事项"),
        ("起诉县政府工作人员的案子", "起诉县政府工作人员的案子"),
        ("企业起诉区政府的案件", "企业以区政府为被告的案件"),  # who sues stays said
        ("把公安局告上法庭的有几件", "把公安局告上法庭的有几件"),
    ],
)
def test_who_is_sued_is_named_as_the_reports_do(text: str, left: str) -> None:
    assert with_suits_named(text) == left
