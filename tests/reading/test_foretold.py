"""What a text plans without a heading that says so: for which year, and where it tells again how things are."""

from __future__ import annotations

import pytest

from tests.reading.reading import claims

_BEFORE = "一、主要工作\n全年调解纠纷90件。"


@pytest.mark.parametrize(
    ("text", "modality", "period"),
    [
        ("明年打算这样干：一是招录助理员不少于6人；二是结案率稳在12%。", "target", 2025),
        ("来年，我们的想法是：（一）讲座每月2次；（二）办结率升到12%。", "target", 2025),
        ("新的一年，准备办好几件实事：1.援助案件突破800件；2.满意率提到12%。", "target", 2025),
        ("2025年，全局要抓三件事。一是培训骨干60人。二是满意率提到12%。", "target", 2025),
        ("明年怎么干？一是办案突破300件。二是满意率稳在12%。", "target", 2025),
        ("下一年度，把败诉率压到12%。", "target", 2025),
        ("展望2025年，我们要把回访率提到12%。", "target", 2025),
        ("明年，在今年16个试点的基础上，覆盖率提到12%。", "target", 2025),
        ("新的一年，力争败诉率由今年的12%降至6%以内。", "actual", 2024),
        ("明年，把今年占12%的老旧调解室改造一遍。", "actual", 2024),
        ("来年，计划招录8人；目前，司法助理员女性占12%。", "actual", 2024),
        ("明年的目标是办证900件。今年办结率12%。", "actual", 2024),
        ("明年是普法规划收官之年，全县普法率12%。", "actual", 2024),
        ("2025年1月，满意率12%。", "actual", 2025),
        ("2025年，主要领导出庭率12%。", "actual", 2025),
    ],
)
def test_a_sentence_that_turns_to_the_next_year_plans_all_that_its_items_count(
    text: str, modality: str, period: int
) -> None:
    claim = claims(f"{_BEFORE}{text}")["12%"]
    assert (claim.modality.value, claim.period) == (modality, period)


@pytest.mark.parametrize(
    ("text", "modality", "period"),
    [
        ("力争败诉率控制在8%以内，负责人出庭率达到12%。", "target", 2024),
        ("力争办结率达到95%，调解率不低于40%，意见书回复率达12%。", "target", 2024),
        ("2025年6月底前每个所配备专职人员不少于2人；公证满意率力争达到12%。", "target", 2025),
        ("要求2025年9月底前各所录入率不少于88%，准确率达到12%。", "target", 2025),
        ("力争结案率不低于96%，实际结案率达到12%。", "actual", 2024),
        ("要求合格率不低于90%，经评查，合格率达到12%。", "actual", 2024),
        ("各单位办结率均不低于91%，满意率达到12%。", "actual", 2024),
        ("争取上级资金30万元，占总投资的40%，覆盖率达到12%。", "actual", 2024),
    ],
)
def test_shares_in_a_row_are_set_together(text: str, modality: str, period: int) -> None:
    claim = claims(text)["12%"]
    assert (claim.modality.value, claim.period) == (modality, period)
