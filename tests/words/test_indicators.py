"""Which measures belong to an indicator and, more important, which do not: phrases of the genre, none copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import DataError
from bot.model import Kind
from bot.words.lexicon import Lexicon

SAME = [
    ("重大行政决策", "区政府作出重大行政决策", "项", "重大行政决策/作出决策"),
    ("重大行政决策", "制定重大行政决策事项目录", "项", "重大行政决策/目录事项"),
    ("重大行政决策", "制定重大行政决策程序规定", "项", ""),
    ("规范性文件", "审定规范性文件", "件", "规范性文件/审查"),
    ("合法性审查", "审核行政规范性文件", "件", "规范性文件/审查"),
    ("合法性审查", "审定区政府文件", "件", ""),
    ("法律援助", "办理刑事法律援助案件", "件", "法律援助/刑事案件"),
    ("法律援助", "承办民事法律援助案件", "件", "法律援助/民事案件"),
    ("行政复议", "收到行政复议申请", "件", "行政复议/收到申请"),
    ("行政复议", "全区共收到复议案件", "宗", "行政复议/收到申请"),
    ("行政复议", "收办行政复议申请", "件", "行政复议/收到申请"),
    ("行政复议", "新收行政复议案件", "件", "行政复议/收到申请"),
    ("行政复议", "依法受理行政复议案件", "件", "行政复议/受理"),
    ("行政复议", "立案受理复议申请", "件", "行政复议/受理"),
    ("行政复议", "不予受理行政复议申请", "件", "行政复议/不予受理"),
    ("行政复议", "审结行政复议案件", "件", "行政复议/审结"),
    ("行政复议", "以县政府为被申请人收到行政复议申请", "件", ""),
    ("行政复议", "已办结复议案件", "件", "行政复议/审结"),
    ("行政复议", "办理行政复议案件", "件", "行政复议/办理"),
    ("行政复议", "通过调解和解方式结案的行政复议案件", "件", "行政复议/调解和解"),
    ("行政应诉", "办理行政应诉案件", "件", "行政应诉/应诉案件"),
    ("行政应诉", "以市政府为被告的行政诉讼案件", "宗", "行政应诉/政府为被告案件"),
    ("行政应诉", "行政机关负责人出庭应诉", "件", "行政应诉/负责人出庭应诉"),
    ("法律援助", "共办理法律援助案件", "件", "法律援助/办理案件"),
    ("法律援助", "审批受理法律援助案件", "件", "法律援助/受理案件"),
    ("法律援助", "办结各类法律援助案件", "件", "法律援助/办结案件"),
    ("法律援助", "法律援助惠及受援群众", "人", "法律援助/受援人"),
    ("人民调解", "各级人民调解组织受理矛盾纠纷", "件", "人民调解/受理案件"),
    ("人民调解", "成功调解各类矛盾纠纷", "件", "人民调解/调解成功"),
    ("人民调解", "各人民调解组织调解矛盾纠纷", "件", "人民调解/调解案件"),
    ("人民调解", "排查矛盾纠纷隐患", "次", "人民调解/排查"),
    ("人民调解", "专职人民调解员", "名", "人民调解/专职调解员"),
    ("社区矫正", "在册社区矫正对象", "人", "社区矫正/在册对象"),
    ("社区矫正", "全市在矫社区矫正对象", "名", "社区矫正/在册对象"),
    ("社区矫正", "新接收社区矫正对象", "人", "社区矫正/接收"),
    ("社区矫正", "期满解除社区矫正对象", "人", "社区矫正/解除"),
    ("社区矫正", "办理社区矫正调查评估", "件", "社区矫正/调查评估"),
    ("安置帮教", "衔接刑满释放人员", "人", "安置帮教/衔接"),
    ("律师管理", "全市现有律师事务所", "家", "律师管理/律师事务所"),
    ("律师管理", "辖区律所", "家", "律师管理/律师事务所"),
    ("律师管理", "执业律师", "人", "律师管理/执业律师"),
    ("公证", "公证机构办理各类公证事项", "件", "公证/办理"),
    ("公证", "办结公证案件", "宗", "公证/办结"),
    ("仲裁", "仲裁委立案", "件", "仲裁/立案"),
    ("司法鉴定", "鉴定机构累计受案", "宗", "司法鉴定/受案"),
    ("规范性文件", "审查部门规范性文件", "件", "规范性文件/审查部门文件"),
    ("规范性文件", "清理规范性文件", "件", "规范性文件/清理"),
    ("规范性文件", "废止规范性文件", "件", "规范性文件/废止失效"),
    ("规范性文件", "报送备案规范性文件", "件", "规范性文件/上报备案"),
    ("合法性审查", "出具合法性审查意见书", "份", "合法性审查/审查意见"),
    ("合法性审查", "审查政府合同", "份", "合法性审查/合同审查"),
    ("行政执法", "举办行政执法人员培训班", "期", "行政执法/培训"),
    ("行政执法", "评查行政处罚案卷", "宗", "行政执法/评查案卷"),
    ("普法宣传", "开展普法宣传活动", "场", "普法宣传/普法活动"),
    ("普法宣传", "培养“法律明白人”", "名", "普法宣传/法律明白人"),
    ("政务公开与监督", "办结人大代表建议", "件", "政务公开与监督/人大建议"),
    ("法律职业资格考试", "服务考生", "人次", "法律职业资格考试/考生"),
    ("机构队伍", "司法所", "个", "机构队伍/司法所"),
]

NOT = [
    ("行政复议", "收到涉企行政复议申请", "件"),
    ("行政复议", "被复议机关纠正的行政处罚", "件"),
    ("行政复议", "代收乡镇转送的行政复议申请", "件"),
    ("行政复议", "受理行政复议案件", "人"),
    ("行政应诉", "法治副区长出庭应诉", "件"),
    ("法律援助", "受理涉外法律援助案件", "件"),
    ("法律援助", "驻看守所值班律师办理法律援助案件", "件"),
    ("法律援助", "线上提供法律咨询", "人次"),
    ("人民调解", "律师调解工作室受理案件", "件"),
    ("人民调解", "道路交通事故人民调解委员会受理案件", "件"),
    ("人民调解", "培训人民调解员", "人"),
    ("社区矫正", "暂予监外执行的社区矫正对象", "人"),
    ("社区矫正", "未成年社区矫正对象", "人"),
    ("律师管理", "公职律师", "人"),
    ("律师管理", "被行政处罚的律师", "人"),
    ("律师管理", "规模以上律师事务所", "家"),
    ("律师管理", "律师党员", "人"),
    ("公证", "办理涉外公证事项", "人次"),
    ("公证", "海外远程视频公证", "件"),
    ("司法鉴定", "法医临床鉴定受案", "件"),
    ("规范性文件", "报送备案审查的党内规范性文件", "件"),
    ("普法宣传", "法律明白人骨干培训", "场"),
    ("行政执法", "行政执法主体资格清理", "个"),
    ("机构队伍", "司法所所长", "人"),
    ("律师管理", "执业律师", "人次"),
    ("公证", "执业律师", "人"),
]


@pytest.mark.parametrize(("topic", "measure", "unit", "expected"), SAME)
def test_same_meaning_same_indicator(lexicon: Lexicon, topic: str, measure: str, unit: str, expected: str) -> None:
    assert lexicon.indicator_of(topic, measure, Kind.COUNT, unit) == expected


@pytest.mark.parametrize(("topic", "measure", "unit"), NOT)
def test_another_meaning_no_indicator(lexicon: Lexicon, topic: str, measure: str, unit: str) -> None:
    assert lexicon.indicator_of(topic, measure, Kind.COUNT, unit) == ""


@pytest.mark.parametrize(
    ("topic", "measure", "kind", "unit", "expected"),
    [
        ("行政应诉", "行政机关负责人出庭应诉率", Kind.RATE, "%", "行政应诉/负责人出庭应诉率"),
        ("行政应诉", "负责人出庭率", Kind.RATE, "%", "行政应诉/负责人出庭应诉率"),
        ("行政应诉", "行政机关正职负责人出庭应诉率", Kind.RATE, "%", ""),
        ("人民调解", "矛盾纠纷调解成功率", Kind.RATE, "%", "人民调解/调解成功率"),
        ("人民调解", "司法确认率", Kind.RATE, "%", ""),
        ("行政复议", "行政争议实质性化解率", Kind.RATE, "%", "行政复议/实质化解率"),
        ("行政复议", "综合纠错率", Kind.RATE, "%", "行政复议/综合纠错率"),
        ("行政复议", "直接纠错率", Kind.RATE, "%", "行政复议/直接纠错率"),
        ("法律援助", "为当事人挽回经济损失", Kind.MONEY, "元", "法律援助/挽回经济损失"),
        ("公共法律服务", "法律援助挽回经济损失", Kind.MONEY, "元", "法律援助/挽回经济损失"),
        ("公共法律服务", "挽回经济损失", Kind.MONEY, "元", ""),
        ("仲裁", "仲裁标的总额", Kind.MONEY, "元", "仲裁/标的额"),
        ("行政复议", "收到行政复议申请同比增长", Kind.CHANGE, "%", "行政复议/收到申请·变化"),
        ("行政复议", "行政复议收案较去年上升", Kind.CHANGE, "%", "行政复议/收案·变化"),
        ("行政复议", "受理行政复议案件同比下降", Kind.CHANGE, "%", "行政复议/受理·变化"),
        ("行政复议", "收到申请环比增长", Kind.CHANGE, "%", ""),
        ("行政复议", "收到行政复议案件是去年同期的倍数", Kind.MULTIPLE, "倍", "行政复议/收到申请·倍数"),
        ("社区矫正", "社区矫正对象再犯罪率", Kind.RATE, "%", "社区矫正/再犯罪率"),
        ("律师管理", "执业律师", Kind.RATE, "%", ""),
    ],
)
def test_other_kinds(lexicon: Lexicon, topic: str, measure: str, kind: Kind, unit: str, expected: str) -> None:
    assert lexicon.indicator_of(topic, measure, kind, unit) == expected


def test_receiving_accepting_and_closing_are_never_one(lexicon: Lexicon) -> None:
    for topic in ("行政复议", "法律援助", "人民调解", "公证"):
        found = [
            lexicon.indicator_of(topic, verb + topic + "案件", Kind.COUNT, "件") for verb in ("收到", "受理", "办结")
        ]
        named = [identity for identity in found if identity]
        assert len(set(named)) == len(named)


def test_every_topic_has_indicators_and_every_indicator_can_be_met(lexicon: Lexicon) -> None:
    assert len(lexicon.topics) == 26
    assert len(lexicon.indicators) >= 100
    for topic in lexicon.topics:
        assert lexicon.patterns[topic.name]
    for identity, indicator in lexicon.indicators.items():
        assert indicator.topic in identity
        assert indicator.units, f"{identity} fits no unit"


def test_changes_are_indicators_too(lexicon: Lexicon) -> None:
    change = lexicon.indicator("行政复议/收到申请·变化")
    assert change is not None
    assert (change.kind, change.name) == (Kind.CHANGE, "收到行政复议申请同比变化")
    assert lexicon.indicator("行政复议/没有·变化") is None
    assert lexicon.indicator("没有") is None


TOPICS = '[[topic]]\nname = "公证"\nwords = ["公证"]\naliases = []\n'
INDICATORS = '[units]\n"件" = ["件"]\n[words]\nfiller = []\nchange = []\nmultiple = []\n'


@pytest.mark.parametrize(
    ("topics", "indicators", "complaint"),
    [
        (TOPICS, INDICATORS + '["公政/办理"]\n', r"indicators\.toml:7: 公政/办理: the id must start with a topic"),
        (TOPICS, INDICATORS + '["公证/办理"]\nall = ["办理"]\n', r"indicators\.toml:7: .*name and all are needed"),
        (TOPICS, INDICATORS + '["公证/办理"]\nalso = []\n', r"indicators\.toml:7: .*unknown key also"),
        (
            TOPICS,
            INDICATORS + '["公证/办理"]\nname = "a"\nall = ["a"]\nunit = "斤"\n',
            r"kind or unit is unknown: '斤'",
        ),
        (TOPICS, INDICATORS + '["公证/办理"]\nname = "a"\nall = "a"\n', r":7: .*all must be a list of words"),
        (
            TOPICS,
            INDICATORS + '["公证/办理"]\nname = "a"\nall = ["a"]\nnear = ["公安"]\n',
            r"near names no topic: 公安",
        ),
        (
            TOPICS,
            INDICATORS + '["公证/办理"]\nname = "a"\nall = ["a"]\ninstead = ["公证/无"]\n',
            r"instead names no indicator: 公证/无",
        ),
        (
            TOPICS + TOPICS.replace('name = "公证"', 'name = "乙"'),
            INDICATORS,
            r"topics\.toml:6: 公证 belongs to 公证 already",
        ),
        ('[[topic]]\nname = "公证"\n', INDICATORS, r"topics\.toml:2: topic 公证: name, words and aliases"),
        (TOPICS, "[units\n", r"indicators\.toml:1: "),
    ],
)
def test_a_broken_entry_is_named(tmp_path: Path, topics: str, indicators: str, complaint: str) -> None:
    (tmp_path / "topics.toml").write_text(topics, encoding="utf-8")
    (tmp_path / "indicators.toml").write_text(indicators, encoding="utf-8")
    (tmp_path / "questions.toml").write_text("", encoding="utf-8")
    with pytest.raises(DataError, match=complaint):
        Lexicon.load(tmp_path)
