"""Every numeral is found with its class, value, unit and bound; names and sayings are left alone."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.reading.numbers.numerals import han_value, value_of
from tests.reading.reading import claims, classes, mentions

SHAPES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "numbers.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", SHAPES, ids=lambda case: case["rule"])
def test_shapes_of_numbers(case: dict[str, Any]) -> None:
    text, found = case["text"], mentions(case["text"])
    facts = [(m.text, round(m.claim.value, 6), m.claim.unit, m.claim.bound.value) for m in found if m.claim]
    assert facts == [(text, round(value, 6), unit, *(bound or ["eq"])) for text, value, unit, *bound in case["facts"]]
    for written, cls in case.get("others", ()):
        first = text.index(written) + next(i for i, character in enumerate(written) if character.isnumeric())
        assert [m.cls.value for m in found if m.start <= first < m.end] == [cls], written


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("1,203", 1203),
        ("3亿6千万", 360_000_000),
        ("1.2 万", 12_000),
        ("1万2千", 12_000),
        ("1132.83万", 11_328_300),
        ("三百二十一", 321),
        ("两万三千", 23_000),
        ("两万三", 23_000),
        ("一百零五", 105),
        ("三万零十", 30_010),
        ("一千零十二", 1012),
        ("三百零", 300),
        ("十二", 12),
        ("千万", 10_000_000),
        ("二〇二四", 2024),
    ],
)
def test_values(numeral: str, value: float) -> None:
    assert value_of(numeral) == value


def test_decimals_in_chinese_numerals() -> None:
    assert han_value("九十八点六") == 98.6
    assert han_value("半") == 0.5


def test_what_is_no_numeral_is_refused() -> None:
    with pytest.raises(ValueError, match="no numeral"):
        value_of("件")


@pytest.mark.parametrize(
    ("text", "written", "value", "unit", "bound"),
    [
        ("共办理公证近1000件。", "近1000件", 1000, "件", "approx"),
        ("解答法律咨询2万多人次。", "2万多人次", 20_000, "人次", "gt"),
        ("解答法律咨询20余万人次。", "20余万人次", 200_000, "人次", "gt"),
        ("挽回经济损失逾6.5亿元。", "逾6.5亿元", 650_000_000, "元", "gt"),
        ("涉及标的金额约15.2亿，", "约15.2亿", 1_520_000_000, "元", "approx"),
        ("为农民工讨薪820万。", "820万", 8_200_000, "元", "eq"),
        ("群众满意率90%以上。", "90%以上", 90, "%", "gt"),
        ("办结时间不超过5个工作日。", "不超过5个工作日", 5, "个工作日", "lt"),
        ("调解成功率约为98%。", "约为98%", 98, "%", "approx"),
        ("审查村规民约99件。", "99件", 99, "件", "eq"),
        ("与高校签约10家。", "10家", 10, "家", "eq"),
        ("调整执法事项 27 项。", "27 项", 27, "项", "eq"),
        ("发放宣传资料1.2 万份。", "1.2 万份", 12_000, "份", "eq"),
        ("发放宣传资料3亿6千万份。", "3亿6千万份", 360_000_000, "份", "eq"),
        ("推文阅读量10万+。", "10万+", 100_000, "", "gt"),
        ("接受咨询1,203人次。", "1,203人次", 1203, "人次", "eq"),
        ("化解纠纷三百二十一件。", "三百二十一件", 321, "件", "eq"),
        ("服务群众近万人。", "近万人", 10_000, "人", "approx"),
        ("服务企业逾千家。", "逾千家", 1000, "家", "gt"),
        ("开展讲座上百场。", "上百场", 100, "场", "gt"),
        ("开展讲座百余场。", "百余场", 100, "场", "gt"),
        ("回收问卷两万三千余份。", "两万三千余份", 23_000, "份", "gt"),
        ("占案件总数的百分之九十八点六。", "百分之九十八点六", 98.6, "%", "eq"),
        ("占全县案件的1/4左右。", "1/4左右", 25, "%", "approx"),
        ("超九成案件在一个月内办结。", "超九成", 90, "%", "gt"),
        ("过半纠纷当场化解。", "过半", 50, "%", "gt"),
        ("专项行动为期半个月。", "半个月", 0.5, "个月", "eq"),
        ("连续两年获得表彰。", "两年", 2, "年", "eq"),
        ("开展案卷评查四次。", "四次", 4, "次", "eq"),
        ("创建至少一个省级示范村。", "至少一个", 1, "个", "gt"),
        ("举办培训25场（次）。", "25场（次）", 25, "场(次)", "eq"),
        ("是去年同期的3.38倍。", "3.38倍", 3.38, "倍", "eq"),
        ("考核得分95.5分。", "95.5分", 95.5, "分", "eq"),
        ("社会律师办案占比98.66。", "98.66", 98.66, "", "eq"),
        ("复议与诉讼案件比值达到1.04:1。", "1.04:1", 1.04, "", "eq"),
    ],
)
def test_quantities(text: str, written: str, value: float, unit: str, bound: str) -> None:
    claim = claims(text)[written]
    assert claim.value == pytest.approx(value)
    assert (claim.unit, claim.bound.value) == (unit, bound)


def test_two_thirds_are_a_share() -> None:
    assert claims("三分之二的案件调解结案。")["三分之二"].value == pytest.approx(200 / 3)


def test_zero_in_words() -> None:
    assert claims("实现行政诉讼零败诉。")["零"].value == 0
    assert claims("再犯罪率为零。")["零"].unit == "%"
    assert claims("打通服务群众零距离。") == {}


def test_both_ends_of_a_range_have_the_unit() -> None:
    found = [(mention.text, mention.claim) for mention in mentions("在3至5个工作日内办结。") if mention.claim]
    assert [(text, claim.value, claim.unit) for text, claim in found] == [
        ("3", 3, "个工作日"),
        ("5个工作日", 5, "个工作日"),
    ]


def test_a_half_is_a_share_and_half_years_of_the_calendar_are_not() -> None:
    assert claims("近一半案件经调解结案。")["近一半"].value == 50
    assert claims("上半年工作顺利，每半年评查案卷。") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，", [("2024年", "date")]),
        ("截至12月底，", [("截至12月底", "date")]),
        ("2021-2025年规划", [("2021-2025年", "date")]),
        ("近三年行政处罚案卷", [("近三年", "date")]),
        ("2025年1月3日 09:30", [("2025年1月3日", "date"), ("09:30", "date")]),
        ("清府规〔2023〕7号", [("清府规〔2023〕7号", "ref")]),
        ("冀ICP备12345678号", [("冀ICP备12345678号", "ref")]),
        ("电话：0319-8888888", [("电话：0319-8888888", "ref")]),
        ("拨打12348热线", [("12348", "ref")]),
        ("第3次会议", [("第3次", "ref")]),
        ("“3+3+1”产业政策", [("3+3+1", "label")]),
        ("“1+6+31+N”网络", [("1+6+31+N", "label")]),
        ("“500米公共法律服务圈”", [("500米", "label")]),
        ("建立5G专网", [("5", "label")]),
        ("建党100周年", [("100周年", "label")]),
        ("\n1.构建体系。", [("1.", "enum")]),
        ("（2）完善机制。", [("（2）", "enum")]),
        ("一是抓学习。二是抓落实。", []),
        ("落实三会一课、双随机要求，服务千家万户。", []),
        ("贯彻二十届三中全会精神，召开第三次会议。", []),
        ("实行“三个一”工作法，推行“一支队伍管执法”。", []),
        ("每万人一定有保障，这两项工作已完成。", []),
    ],
)
def test_classes_of_what_counts_nothing(text: str, expected: list[tuple[str, str]]) -> None:
    assert classes(text) == expected


def test_one_counts_in_a_list_of_counts() -> None:
    assert claims("建成一个中心、三个平台。")["一个"].value == 1
    assert claims("建成一个中心。") == {}


def test_ranks() -> None:
    assert claims("考核成绩位居全市第三。")["第三"].unit == "名"
    assert claims("指数居全省前三。")["前三"].bound.value == "lt"
    assert claims("荣获全市第1名。")["第1名"].value == 1
    assert claims("获知识竞赛一等奖。")["一等奖"].kind.value == "rank"


def test_a_run_of_digits_longer_than_any_quantity_is_a_reference() -> None:
    assert classes("编号为" + "7" * 400 + "件") == [("7" * 400, "ref")]


def test_changes_written_otherwise() -> None:
    found = claims("信访量同比增长-3.2%，投诉量同比-5%，复议量同比翻番，办理时限减半。")
    assert [(c.kind.value, c.direction.value, c.value) for c in found.values()] == [
        ("change", "down", 3.2),
        ("change", "down", 5),
        ("multiple", "up", 2),
        ("change", "down", 50),
    ]
