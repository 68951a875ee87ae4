"""The audit asks where figures do not fit each other, and keeps silent where a report may well be right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.model import Bound, Claim, Direction, Fact, Kind, Modality
from bot.reading.audit import Finding, FindingKind, audit, with_oddities
from bot.reading.audit.numbering import numbering_gaps
from bot.reading.facts import facts_from
from bot.reading.reader import Reader
from tests.reading.report import REPORT

DATA = Path(__file__).parents[2] / "data"
SCALES = {"万": 10_000, "亿": 100_000_000}
FIGURE = re.compile(r"(\d+(?:\.\d+)?)([万亿]?)(%|倍|[^\d万亿]{1,2})?$")


def told(text: str, *figures: tuple[str, str], topic: str = "人民调解", indicator: str = "") -> tuple[Finding, ...]:
    """The findings on a text whose figures are given in order, each as written and with its measure.

    A measure may carry `!` for an earlier period's figure, `↑` or `↓` for a change.
    """
    facts, at = [], 0
    for written, measure in figures:
        at = text.index(written, at)
        facts.append(fact(text, at, written, measure, topic, indicator))
        at += len(written)
    return audit(facts, text)


def fact(text: str, start: int, written: str, measure: str, topic: str, indicator: str) -> Fact:
    """A fact as the reader would make it of a figure."""
    figure = FIGURE.search(written)
    assert figure is not None
    unit = figure[3] or ("元" if figure[2] else "")
    direction = Direction.UP if "↑" in measure else Direction.DOWN if "↓" in measure else Direction.NONE
    kind = {"%": Kind.RATE, "倍": Kind.MULTIPLE, "元": Kind.MONEY}.get(unit, Kind.COUNT)
    claim = Claim(
        value=float(figure[1]) * SCALES.get(figure[2], 1),
        unit=unit,
        bound=Bound.APPROX if written[0] in "约近" else Bound.GT if written[0] in "逾超" else Bound.EQ,
        kind=Kind.CHANGE if direction and kind is Kind.RATE else kind,
        topic=topic,
        measure=measure.rstrip("!↑↓"),
        period=2023 if "!" in measure else 2024,
        quote=next(clause for clause in re.split("[。；\n]", text) if written in clause),
        direction=direction,
        modality=Modality.PRIOR if "!" in measure else Modality.ACTUAL,
    )
    return Fact(
        id=f"r-{start}-000000", report="r", start=start, end=start + len(written), text=written, claim=claim,
        indicator=indicator,
    )  # fmt: skip


def kinds(findings: tuple[Finding, ...]) -> list[FindingKind]:
    """The kinds of findings."""
    return [finding.kind for finding in findings]


class TestRates:
    def test_a_share_above_100_is_asked_about(self) -> None:
        (found,) = told("负责人出庭应诉率达108%。", ("108%", "负责人出庭应诉率"))
        assert (found.kind, found.arithmetic) == (FindingKind.OVER_100, "108% > 100%")
        assert found.remark.endswith("？")
        assert found.quotes == ("负责人出庭应诉率达108%",)

    def test_a_plan_may_be_overfulfilled(self) -> None:
        assert not told("培训任务完成率120%。", ("120%", "培训任务完成率"))

    @pytest.mark.parametrize("rate", ["98.5%", "99%", "约98%", "超99%"])
    def test_a_rate_other_than_its_counts_is_asked_about(self, rate: str) -> None:
        text = f"受理案件400件，调解成功380件，成功率{rate}。"
        (found,) = told(text, ("400件", "受理案件"), ("380件", "调解成功"), (rate, "调解成功率"))
        assert found.kind is FindingKind.RATE
        assert found.arithmetic == f"380 ÷ 400 = 95.00%，文中写{rate}"
        assert len(found.facts) == 3

    @pytest.mark.parametrize("rate", ["97.5%", "97.54%", "97%", "98%", "约98%", "97.53%", "超95%"])
    def test_rounding_and_cutting_off_are_no_error(self, rate: str) -> None:
        text = f"排查纠纷1963件，受理案件7628件，调解成功7440件，调解成功率约为{rate}。"
        figures = ("1963件", "排查纠纷"), ("7628件", "受理案件"), ("7440件", "调解成功"), (rate, "调解成功率")
        assert not told(text, *figures)

    def test_more_came_out_than_was_taken_in(self) -> None:
        text = "受理案件40件，调解成功380件，成功率99%。"
        (found,) = told(text, ("40件", "受理案件"), ("380件", "调解成功"), ("99%", "调解成功率"))
        assert (found.kind, "950.00%" in found.arithmetic) == (FindingKind.RATE, True)
        assert not told(
            text.replace("受理案件", "走访企业"), ("40件", "走访企业"), ("380件", "调解成功"), ("99%", "调解成功率")
        )

    def test_any_total_of_the_sentence_may_be_the_base(self) -> None:
        text = "收到申请200件，受理100件，审结90件，审结率45%。"
        assert not told(text, ("200件", "收到申请"), ("100件", "受理"), ("90件", "审结"), ("45%", "审结率"))

    def test_any_count_of_the_outcome_may_be_meant_and_rounded_ones_prove_nothing(self) -> None:
        text = "发现问题120件，已整改96件，其余24件正在整改，整改率80%。"
        assert not told(text, ("120件", "发现问题"), ("96件", "整改"), ("24件", "正在整改"), ("80%", "整改率"))
        text = "排查纠纷1.2万件，化解1.18万件，化解率98.6%。"
        assert not told(text, ("1.2万件", "排查纠纷"), ("1.18万件", "化解"), ("98.6%", "化解率"))

    @pytest.mark.parametrize("name", ["按期办结率", "出庭应诉率", "群众满意率", "公示率"])
    def test_rates_with_a_base_of_their_own_are_left(self, name: str) -> None:
        text = f"收到案件200件，办结150件，出庭应诉20件，{name}100%。"
        assert not told(text, ("200件", "收到案件"), ("150件", "办结"), ("20件", "出庭应诉"), ("100%", name))


class TestParts:
    def test_a_part_above_its_whole_is_asked_about(self) -> None:
        (found,) = told("受理案件100件，其中民事案件120件。", ("100件", "受理案件"), ("120件", "民事案件"))
        assert (found.kind, found.arithmetic) == (FindingKind.PART, "120 > 100")

    def test_the_whole_may_stand_further_off(self) -> None:
        text = "受理案件300件，接待咨询80件，其中民事案件120件。"
        assert not told(text, ("300件", "受理案件"), ("80件", "接待咨询"), ("120件", "民事案件"))

    @pytest.mark.parametrize("join", ["包括", "其中", "分为"])
    def test_parts_that_miss_the_whole_by_a_slip_are_asked_about(self, join: str) -> None:
        text = f"受理案件1688件，{join}申请类案件37件、通知类案件1650件。"
        (found,) = told(text, ("1688件", "受理案件"), ("37件", "申请类案件"), ("1650件", "通知类案件"))
        assert (found.kind, found.arithmetic) == (FindingKind.SUM, "37 + 1650 = 1687，总数1688")

    @pytest.mark.parametrize(
        "text",
        [
            "受理案件1688件，包括申请类案件37件、通知类案件1651件。",
            "受理案件1688件，其中申请类案件37件、通知类案件1200件。",
            "受理案件1688件，其中申请类案件37件、通知类案件1645件。",
            "受理案件1688件，包括申请类案件37件、通知类案件1600件等。",
            "受理案件1688件，其中申请类、通知类案件各37件、1650件。",
            "受理案件1688件；其中申请类案件37件、通知类案件1650件。",
        ],
    )
    def test_parts_that_fit_or_need_not_be_all_are_left(self, text: str) -> None:
        measures = ("受理案件", "申请类案件", "通知类案件")
        assert not told(text, *zip(re.findall(r"\d+件", text), measures, strict=True))

    def test_parts_in_brackets_end_with_them(self) -> None:
        figures = [("90件", "收到案件"), ("12件", "不受理"), ("9件", "转送"), ("78件", "受理")]
        assert not told("收到90件，不受理12件（其中转送9件），受理78件。", *figures)
        figures[0], figures[2] = ("9件", "收到案件"), ("19件", "转送")
        assert kinds(told("收到9件，不受理12件（其中转送19件），受理78件。", *figures)) == [FindingKind.PART]

    def test_people_are_counted_under_several_heads(self) -> None:
        text = "现有律师52人，其中男律师30人、党员律师25人。"
        assert not told(text, ("52人", "律师"), ("30人", "男律师"), ("25人", "党员律师"))


class TestRepeats:
    TEXT = "全年收到复议案件583件。\n二、存在问题\n收到复议案件538件，压力大。"

    def test_two_figures_of_one_thing_are_asked_about(self) -> None:
        (found,) = told(self.TEXT, ("583件", "收到复议案件"), ("538件", "收到复议案件"))
        assert (found.kind, found.arithmetic) == (FindingKind.TWICE, "583 ≠ 538")

    def test_so_are_two_wordings_of_one_indicator(self) -> None:
        figures = ("583件", "收到复议案件"), ("538件", "收到行政复议案件")
        assert kinds(told(self.TEXT, *figures, indicator="行政复议/收到申请")) == [FindingKind.TWICE]
        assert not told(self.TEXT, *figures)

    @pytest.mark.parametrize(
        "text",
        [
            "全年收到复议案件583件。上半年收到复议案件238件。",
            "收到复议案件583件。其中涉企收到复议案件238件。",
            "收到复议案件583件，收到复议案件238件。",
        ],
    )
    def test_figures_of_a_part_are_other_figures(self, text: str) -> None:
        assert not told(text, ("583件", "收到复议案件"), ("238件", "收到复议案件"))

    def test_a_digit_too_many_is_asked_about_and_what_is_further_apart_is_another_thing(self) -> None:
        far = "全年审结复议案件{}件。\n三、以县政府为被申请人的案件\n审结复议案件12件。"
        assert kinds(told(far.format(120), ("120件", "审结复议案件"), ("12件", "审结复议案件"))) == [FindingKind.TWICE]
        assert not told(far.format(583), ("583件", "审结复议案件"), ("12件", "审结复议案件"))

    def test_an_amount_without_unit_is_asked_about(self) -> None:
        (found,) = told("涉及金额约15.2亿，挽回损失3万元。", ("约15.2亿", "涉及金额"), ("3万元", "挽回损失"))
        assert (found.kind, found.arithmetic) == (FindingKind.NO_UNIT, "约15.2亿 = 1520000000元")


class TestChanges:
    def test_a_change_other_than_its_figures_is_asked_about(self) -> None:
        text = "发案由200件下降至150件，下降30%。"
        figures = [("200件", "发案!"), ("150件", "发案"), ("30%", "发案下降↓")]
        (found,) = told(text, *figures)
        assert found.kind is FindingKind.CHANGE
        assert "-25.00%" in found.arithmetic
        assert not told(text.replace("30%", "25%"), *figures[:2], ("25%", "发案下降↓"))

    def test_last_years_figure_is_implied_once_and_is_no_doubt(self) -> None:
        text = "收到583件，是去年同期的3.38倍。\n收到583件，是去年同期的3.38倍。"
        (found,) = told(text, *[("583件", "收到案件"), ("3.38倍", "倍数↑")] * 2)
        assert (found.kind, found.arithmetic) == (FindingKind.IMPLIED, "583 ÷ 3.38 = 172.5，约172件")
        assert not found.is_doubt

    def test_growth_implies_too(self) -> None:
        (found,) = told("收到2041件，同比增长64.6%。", ("2041件", "收到案件"), ("64.6%", "增长↑"))
        assert found.arithmetic == "2041 ÷ (1 + 64.6%) = 1240.0，约1240件"

    def test_an_earlier_count_that_cannot_be_whole_is_said(self) -> None:
        (found,) = told("收到7件，是去年同期的2.55倍。", ("7件", "收到案件"), ("2.55倍", "倍数↑"))
        assert "没有整数" in found.remark

    @pytest.mark.parametrize(
        ("text", "figures"),
        [
            ("取消2类案件指标，案件总量同比下降76.5%。", [("2类", "取消"), ("76.5%", "总量下降↓")]),
            ("办理近1000件，同比增长20%。", [("近1000件", "办理"), ("20%", "增长↑")]),
            ("办理900件，增长20%。", [("900件", "办理"), ("20%", "增长↑")]),
        ],
    )
    def test_nothing_is_implied_of_something_else_or_of_about(self, text: str, figures: list[tuple[str, str]]) -> None:
        assert not told(text, *figures)


class TestNumbering:
    @pytest.mark.parametrize(
        ("text", "missing"),
        [
            ("一、甲\n二、乙\n四、丁", "三、"),
            ("一、甲\n（一）子\n（二）丑\n（四）卯\n二、乙\n（一）子", "(三)"),
            ("（一）甲\n1.子\n3.寅\n（二）乙\n1.子\n2.丑", "2."),
            ("工作如下：一是甲；二是乙；四是丁。", "三是"),
            ("九、甲\n十、乙\n十二、丁", "十一、"),
        ],
    )
    def test_a_number_that_is_skipped_is_asked_about(self, text: str, missing: str) -> None:
        (found,) = numbering_gaps(text)
        assert f"缺“{missing}”" in found.remark
        assert text[found.start] in "四3十"

    @pytest.mark.parametrize(
        "text",
        [
            "一、甲\n（一）子\n（二）丑\n二、乙\n（一）子\n三、丙",
            "（一）甲\n（二）乙\n（一）甲\n（二）乙\n（三）丙",
            "3.5万人参加\n5.2亿元到账",
            "一是甲；二是乙。\n三、丙",
            "1.甲\n2.乙\n1.甲\n2.乙",
            "抓好三项工作：三是收尾。",
        ],
    )
    def test_lists_that_go_on_or_begin_again_are_left(self, text: str) -> None:
        assert not list(numbering_gaps(text))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(DATA / "lexicon")


def read(reader: Reader, text: str) -> tuple[Fact, ...]:
    """The facts that the project's reader finds in a text."""
    mentions = reader.mentions(text, year=2024, region="某县")
    return facts_from(REPORT, reader.outline(text), mentions, lambda topic, measure, kind, unit: "")


def test_the_reader_and_the_audit_work_together(reader: Reader) -> None:
    text = "一、工作情况\n全县共受理矛盾纠纷3785宗，成功调解3766宗，成功率高达89.5%。行政机关负责人出庭应诉率达105%。\n"
    facts = with_oddities(read(reader, text), text)
    assert [len(fact.oddities) for fact in facts] == [1, 1, 1, 1]
    assert "99.50%" in facts[0].oddities[0]
    assert "105%超过了100%" in facts[3].oddities[0]


def test_full_width_punctuation_and_digits_change_no_finding(reader: Reader) -> None:
    text = """一、工作情况
(一)复议。收到复议案件583件,是去年同期的3.38倍,受理400件,包括申请类37件、通知类362件。
(三)调解。受理纠纷3785宗,成功调解3766宗,成功率89.5%;涉及金额约15.2亿,出庭应诉率105%。
"""
    wide = text.translate({code: code + 0xFEE0 for code in map(ord, "0123456789.,;:()%")})
    found = audit(read(reader, text), text)
    assert len(found) == 6
    assert [(one.kind, one.start) for one in audit(read(reader, wide), wide)] == [
        (one.kind, one.start) for one in found
    ]


PLAUSIBLE = """一、主要工作
（一）复议应诉。全年收到行政复议申请320件，受理298件，审结276件（含上年结转12件），调解和解87件，占比31.5%。
行政诉讼案件结案210件，败诉9件，败诉率4.3%，行政机关负责人出庭应诉64件，出庭应诉率100%。
（二）调解。排查矛盾纠纷5230件，调解5198件，成功5170件，调解成功率99.5%，其中重大疑难纠纷86件。
同比分别上升12.3%和下降4.1%。办结公证2.3万件，同比增长8.6%，满意率100%。
（三）普法。组织宣讲120场次，其中进校园45场次、进企业38场次，发放资料3万余份，培训法律明白人1200人，其中女性560人、党员480人。
二、下一步计划
（一）力争调解成功率达98%以上。
（二）新建公共法律服务站10个，累计达到85个。
"""


def test_a_plausible_report_raises_no_doubt(reader: Reader) -> None:
    assert [found for found in audit(read(reader, PLAUSIBLE), PLAUSIBLE) if found.is_doubt] == []
