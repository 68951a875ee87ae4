"""The outline: headings, items inside paragraphs, and what a section is about."""

from itertools import pairwise

import pytest

from bot.model import Modality
from bot.reading.outline import Role, section_at
from tests.reading.reading import reader

TEXT = """清河县司法局2024年工作报告
2024年，我局成效明显。
一、主要工作
（一）抓复议。共办案9件。
一是抓质量。办结8件。二是抓效率。提速3天。
1.抓公证。办证5件。
二、存在的问题
力量不足。
三、2026年工作思路
（一）抓普法。办讲座20场。
"""


def test_paths_and_roles() -> None:
    outline = reader().outline(TEXT)
    where = {
        word: section_at(outline, TEXT.index(word)) for word in ("成效", "9件", "8件", "3天", "5件", "不足", "20场")
    }
    assert where["成效"].path == ()
    assert where["9件"].path == ("一、主要工作", "（一）抓复议".translate({0xFF08: "(", 0xFF09: ")"}))
    assert where["8件"].path[-1] == "一是抓质量"
    assert where["3天"].path[-1] == "二是抓效率"
    assert where["5件"].path[-1] == "1.抓公证"
    assert where["9件"].role is Role.DONE
    assert where["不足"].role is Role.PROBLEMS
    assert where["20场"].role is Role.PLAN
    assert where["20场"].year == 2026


def test_sections_cover_the_text_without_gaps() -> None:
    outline = reader().outline(TEXT)
    assert outline[0].start == 0
    assert outline[-1].end == len(TEXT)
    assert all(a.end == b.start for a, b in pairwise(outline))


def test_an_empty_text_has_no_sections() -> None:
    assert reader().outline("") == ()
    assert reader().mentions("", year=2024) == ()


def test_a_heading_of_problems_and_plans_plans_only_behind_its_problems() -> None:
    text = (
        "清河县司法局2024年工作报告\n三、存在的不足和下一步打算\n一是仍有2个乡镇缺少专职人员。二是败诉案件14件。\n"
        "针对上述问题,新招聘10人,培训6期。\n四、存在问题及下步计划\n去年底有3个司法所租房办公。下一步,新建司法所2个。\n"
    )
    found = {mention.text: mention.claim for mention in reader().mentions(text, year=2024) if mention.claim}
    modality = {written: claim.modality for written, claim in found.items()}
    assert {written for written, found in modality.items() if found is Modality.TARGET} == {"10人", "6期", "2个"}
    assert found["14件"].period == 2024


@pytest.mark.parametrize(
    ("heading", "planned"),
    [
        ("二、2026年安排", True),
        ("二、2026年重点任务", True),
        ("二、2026年度工作", True),
        ("二、2025年重点工作", False),
        ("二、2026年普法规划落实良好", False),
    ],
)
def test_what_a_heading_calls_the_work_of_a_later_year_is_planned(heading: str, planned: bool) -> None:
    text = f"清河县司法局2025年总结\n一、主要工作\n新建茶农夜校3个。\n{heading}\n1.新建茶农夜校8个。\n"
    (_, last) = [m.claim for m in reader().mentions(text, year=2025, region="清河县") if m.text in ("3个", "8个")]
    assert last is not None
    expected = (2026, Modality.TARGET) if planned else (2025, Modality.ACTUAL)
    assert (last.period, last.modality) == expected


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("下一步，我县将全面贯彻《法治乡村建设方案（2021—2029年）》，攻坚克难。", 2025),
        ("下一步，我县将落实2021至2029年规划的各项部署。", 2025),
        ("下一步，我县将为2026年换届做好准备。", 2026),
    ],
)
def test_no_year_of_a_paper_is_that_of_the_plans(opening: str, year: int) -> None:
    text = f"清河县司法局2024年工作报告\n调解纠纷90件。\n{opening}一是全年培训骨干不少于6期。\n"
    found = {mention.text: mention.claim for mention in reader().mentions(text, year=2024) if mention.claim}
    assert found["不少于6期"].period == year
