"""One owner after the other: each office, level or body that is named takes its own figures, and none keeps another's."""

import pytest

from tests.reading.reading import mentions


def whose(text: str) -> list[tuple[str, str]]:
    """Each figure's mention as written, with its subject."""
    return [(mention.text, mention.claim.subject) for mention in mentions(text) if mention.claim]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("县水利局应诉12件，占总数的20%；财政局9件，占15%。", ["县水利局", "县水利局", "财政局", "财政局"]),
        ("农业农村局查处31件，罚款6万元；交通运输局查处20件。", ["农业农村局", "农业农村局", "交通运输局"]),
        ("市中级法院审结行政案件310件，市检察院98件。", ["市中级法院", "市检察院"]),
        ("公安机关移送案件16件，检察机关起诉9件。", ["公安机关", "检察机关"]),
        ("全面优化工作格局，开展检查12次。", [""]),
        ("配合公安局开展检查12次。", [""]),
        ("司法所12个，公证处3家。", ["", ""]),
    ],
)
def test_an_office_takes_the_figures_behind_its_name(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


def test_what_another_office_did_is_what_the_one_before_did() -> None:
    found = [mention.claim for mention in mentions("县水利局应诉12件，占总数的20%；财政局9件。") if mention.claim]
    assert [claim.measure for claim in found][-1] == "应诉"
    found = [mention.claim for mention in mentions("县公证处办证86件，云山公证处41件。") if mention.claim]
    assert [claim.measure for claim in found] == ["公证办证", "公证办证"]
