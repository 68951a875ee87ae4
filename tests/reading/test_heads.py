"""A measure gets the head of its topic only from a text that speaks of it."""

import pytest

from tests.reading.reading import claims


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("开展集中执行行动，共为36名劳动者追回欠薪210万元。", "追回欠薪"),
        ("全年追回欠薪210万元。下一步，我们将加强法律援助。", "追回欠薪"),
        ("法律援助中心办理案件81件，为36名劳动者追回欠薪210万元。", "法律援助追回欠薪"),
        ("受理法援案件81件，提供援助服务。全年追回欠薪210万元。", "法律援助追回欠薪"),
    ],
)
def test_a_head_that_nobody_wrote_before_the_figure_is_not_put_in(text: str, measure: str) -> None:
    assert claims(text)["210万元"].measure == measure
