"""What was announced before a figure speaks for its field where its own words do not."""

import pytest

from tests.reading.reading import claims


@pytest.mark.parametrize(
    ("text", "written", "topic"),
    [
        ("组织开展人民调解案卷评查，共发现问题32个。", "32个", "人民调解"),
        ("开展民营企业“法治体检”活动，律师为90家企业解答咨询，提出意见62条。", "62条", "公共法律服务"),
        ("探索“复议+回访”工作模式，全县走访当事人90人次，整改问题16个。", "16个", "行政复议"),
    ],
)
def test_an_event_is_what_its_sentence_counts(text: str, written: str, topic: str) -> None:
    assert claims(text)[written].topic == topic


def test_a_deed_that_names_its_field_is_no_part_of_an_event() -> None:
    found = claims("开展法律援助宣传月活动，发放普法读物90册，化解矛盾纠纷16起。")
    assert (found["90册"].topic, found["16起"].topic) == ("普法宣传", "人民调解")


def test_a_short_sentence_opens_a_passage_as_a_heading_does() -> None:
    for opening, topic in (("规范公证执业。", "公证"), ("规范公证执业，全面落实到位。", "人民调解")):
        assert claims(f"全县人民调解组织健全。{opening}推行限时办结等措施16项。")["16项"].topic == topic


def test_words_that_only_point_back_say_no_field() -> None:
    assert claims("本县建成法治政府建设示范县，是省内第二个获此殊荣的县。")["第二个"].topic == "依法治理统筹"
    assert claims("建立村、镇、县三级相互衔接的法治建设网络。")["三级"].topic == "依法治理统筹"


def test_what_legal_aid_does_besides_its_cases_stays_with_it() -> None:
    text = "深化公共法律服务，办理法律援助案件90件，解答法律咨询60人次，代写法律文书16份；化解纠纷20起。"
    assert [claim.topic for claim in claims(text).values()] == [*["法律援助"] * 3, "人民调解"]


def test_what_was_published_is_made_public_whatever_it_is() -> None:
    for text in ("主动公开行政许可决定书90份。", "公开了本部门行政职权90项。"):
        assert next(iter(claims(text).values())).topic == "政务公开与监督"
    assert claims("公开行政执法数据90条。")["90条"].topic == "行政执法"


def test_how_the_rule_of_law_was_assessed_is_no_other_honour() -> None:
    assert claims("我县各项任务有序落地，连续6年在全市法治建设考评中获评优秀等次。")["6年"].topic == "依法治理统筹"
    assert claims("连续6年在全市党建考评中获评优秀等次。")["6年"].topic != "依法治理统筹"


def test_what_any_work_takes_is_of_the_work() -> None:
    found = claims("全县办理法律援助案件90件；经费投入60万元。全县公证处3家，公证员20名，辅助人员16名。")
    assert [claim.topic for claim in found.values()] == ["法律援助", "法律援助", "公证", "公证", "公证"]
    assert claims("办理公证90件，司法所工作人员16名。")["16名"].topic == "机构队伍"


def test_lawyers_who_answer_a_hotline_are_of_its_service() -> None:
    assert claims("12348热线由90名律师值班。")["90名"].topic == "公共法律服务"
    assert claims("12348热线升级，全县有律师90名。")["90名"].topic == "律师管理"


def test_members_of_the_party_in_a_trade_are_of_the_trade() -> None:
    assert claims("全县律师事务所16家，共有中共党员90名。")["90名"].topic == "律师管理"
    assert claims("全局共有中共党员90名。")["90名"].topic == "党的建设"
