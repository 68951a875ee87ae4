"""What a deed says of its field: advisers' reviews, works that won, kinds at counters, a trade's discipline."""

import pytest

from tests.reading.reading import claims


def fields(text: str) -> list[str]:
    """The field of each figure of a text, in order."""
    return [claim.topic for claim in claims(text).values()]


def test_what_advisers_review_decides_unless_it_is_a_contract() -> None:
    text = "县政府法律顾问全年审查重大行政决策4件、规范性文件18件、政府合同52份。"
    assert fields(text) == ["重大行政决策", "规范性文件", "法律顾问"]


def test_advisers_mediate_in_the_field_of_mediation() -> None:
    text = "全镇46个村配备法律顾问30名，解答咨询2100人次，参与调解95件，开展讲座16场。"
    assert fields(text) == ["法律顾问", "法律顾问", "法律顾问", "人民调解", "普法宣传"]
    assert claims(text)["95件"].measure == "法律顾问参与调解"  # not all that people's mediators did


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("配备社区法律顾问71名。解答咨询540人次。", "法律顾问"),
        ("配备社区法律顾问71名。公共法律服务站解答咨询540人次。", "公共法律服务"),
        ("配备社区法律顾问71名。公证处解答咨询540人次。", "公证"),
        ("县政府法律顾问团为招商项目提供法律意见36条。", "法律顾问"),
    ],
)
def test_a_sentence_goes_on_with_advisers_where_it_names_no_other_field(text: str, topic: str) -> None:
    assert fields(text)[-1] == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("3部普法短视频被省普法办评为优秀作品。", "媒体与荣誉"),
        ("摄制普法短视频3部。", "普法宣传"),
        ("1家调解组织被司法部命名为全国模范人民调解委员会。", "媒体与荣誉"),
        ("河西调委会被授予全国金牌调解组织称号，全省仅4家。", "媒体与荣誉"),
        ("6个村被命名为全国民主法治示范村。", "普法宣传"),
        ("新建医调委，全省仅5家。", "人民调解"),
    ],
)
def test_works_and_offices_that_were_honoured(text: str, topic: str) -> None:
    assert fields(text)[-1] == topic


def test_kinds_of_what_counters_of_legal_services_did_are_fields() -> None:
    text = "公共法律服务窗口办理事项900件，其中律师类310件、公证类120件、法律援助类60件、咨询类410件。"
    assert fields(text) == ["公共法律服务", "律师管理", "公证", "法律援助", "公共法律服务"]
    assert fields("县公共法律服务中心办理法律援助560件，其中刑事310件、民事250件。") == ["法律援助"] * 3
    assert fields("县公共法律服务中心接待群众900人次，解答咨询560人次。") == ["公共法律服务"] * 2
    assert fields("公共法律服务窗口接待群众900人次，其中妇女310人。") == ["公共法律服务"] * 2
    assert fields("审结复议案件260件，其中行政处罚类140件、信息公开类30件。") == ["行政复议"] * 3


def test_examinations_of_enforcement_officers() -> None:
    text = "全县执法人员960名，组织综合法律知识考试2场，810人参加，通过率88.5%。"
    assert fields(text) == ["行政执法"] * 4
    assert fields("组织国家工作人员法律知识考试2场，810人参加。") == ["普法宣传"] * 2


def test_cells_of_the_party_are_the_partys_whatever_their_trade() -> None:
    text = "全县律师事务所11家，律师行业党组织组建率96%，在法律服务所和公证机构设立党支部7个。"
    assert fields(text) == ["律师管理", "党的建设", "党的建设"]


def test_a_trades_discipline_is_of_the_trade() -> None:
    assert fields("处理涉律师投诉14件，给予行政处罚2件、行业惩戒3件。") == ["律师管理"] * 3
    assert fields("检查司法鉴定机构8家，责令整改6家。") == ["司法鉴定"] * 2
    assert fields("检查餐饮企业8家，责令整改6家，给予行政处罚2件。") == ["行政执法"] * 3


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("3件行政执法案卷获全省十佳。", "媒体与荣誉"),
        ("法律援助案例入选省司法厅案例库6篇。", "媒体与荣誉"),
        ("编写法律援助案例6篇。", "法律援助"),
        ("制作普法动漫12部，其中2部获省级优秀作品。", "媒体与荣誉"),
        ("柳树乡调委会被命名为人民调解示范单位，全自治州仅6家。", "媒体与荣誉"),
    ],
)
def test_cases_and_works_that_were_chosen(text: str, topic: str) -> None:
    assert fields(text)[-1] == topic


def test_supervision_is_an_event_whose_findings_are_of_its_field() -> None:
    assert fields("开展道路运输执法专项监督，查摆问题26个，整改25个。") == ["行政执法"] * 2
    assert fields("党支部开展专题组织生活会，查摆问题26个。") == ["党的建设"]
