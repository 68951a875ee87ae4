"""Whose figure it is: offices, levels, parties and groups, and how long one goes on owning what is counted."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.reading.reading import claims, mentions, reader
from tests.reading.test_linear import operations

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "whose.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("全市共收到申请90件，其中市本级12件。", "市本级"),
        ("各县（市、区）办理行政复议案件12件。", "各县（市、区）"),
        ("其中红旗街道12件。", "红旗街道"),
        ("西山县办理公证12件。", "西山县"),
        ("清河县办理公证12件。", ""),
        ("我中心办理公证12件。", ""),
        ("县委组织部举办培训12件。", "县委组织部"),
        ("要求各县区利用时间，排查纠纷12件。", ""),
        ("立足镇发展需求，梳理事项12件。", ""),
        ("县委常委会会议、县政府常务会议专题研究法治议题12件。", "县委常委会会议、县政府常务会议"),
        ("召开县政府常务会议12件。", ""),
        ("全县各级各类调解组织调解纠纷12件。", ""),
        ("坚持依法决策，充分发挥法律顾问审查文件的作用，审查合同12件。", ""),
        ("各社区办理公证12件。", ""),
        ("全市司法行政机关接收对象12件。", ""),
        ("州社区矫正中心组织教育12件。", "州社区矫正中心"),
        ("现场投诉及西山区移交12件。", ""),
        ("各镇调委会调解纠纷12件。", "各镇调委会"),
        ("特别是县调委会累计调解纠纷12件。", "县调委会"),
        ("12348热线平台解答咨询12件。", ""),
        ("联席会议研究议题12件。", ""),
        ("现有街道12件。", ""),
        ("被申请人为乡镇（街道）政府的12件。", ""),
        ("我市法律援助机构办理案件12件。", ""),
        ("全市公职律师审查合同12件。", ""),
        ("市、县两级公证机构办证12件。", ""),
        ("全市仲裁机构受理案件12件。", "全市仲裁机构"),
        ("全市各级行政复议机关收到申请12件。", "全市各级行政复议机关"),
        ("全县各人民调解组织调解纠纷12件。", ""),
        ("各级法律服务平台解答咨询12件。", ""),
        ("全年本县各级行政复议机关收到申请12件。", ""),
        ("认真梳理街道12件。", ""),
        ("90个县级事项在镇便民中心可办，代办12件。", ""),
        ("全市多个派出所、人民法院设立调解室12件。", ""),
        ("区委、区政府主要负责同志自觉履行职责，开展调研12件。", "区委、区政府主要负责同志"),
        ("县政府法制办受县政府委托参加应诉12件。", "县政府法制办"),
        ("县禁毒教育馆接待参观12件。", "县禁毒教育馆"),
        ("我镇配备执法人员3名，其中持证12件。", ""),
        ("表彰示范县（市、区）3个，先进单位12件。", ""),
        ("全系统共组织开展宣传12件。", ""),
        ("全国经司法行政机关登记的鉴定机构共3家，办理鉴定12件。", ""),
        ("全省已有51个矫正中心完成建设，占总数的3%，佩戴手环12件。", ""),
        ("清河执业律师达到3人，代理案件12件。", ""),
        ("清河县律师代理案件12件。", ""),
        ("西山执业律师代理案件12件。", "西山执业律师"),
        ("成立安置基地建设领导小组，投入12件。", ""),
        ("成立法律服务小分队，走访企业12件。", ""),
        ("特别是县法律援助中心，全年受理案件12件。", "县法律援助中心"),
        ("县公证处，全年办理公证12件。", "县公证处"),
        ("37个法律援助工作站，受理案件12件。", ""),
        ("新建县法律援助中心，受理案件12件。", ""),
        ("县强制隔离戒毒所收治戒毒人员12件。", "县强制隔离戒毒所"),
        ("县委书记12次主持召开会议，听取汇报12件。", "县委书记"),
        ("局主要负责同志2次主持召开会议，听取汇报12件。", ""),
        ("镇长高度重视，作出批示12件。", "镇长"),
        ("县长主持召开会议，举办培训12件。", ""),
        ("镇党委书记带头讲法治课12件。", "镇党委书记"),
        ("街道党政主要领导听取汇报12件。", "街道党政主要领导"),
        ("县委、县政府主要负责人严格履行职责，明确任务12件。", ""),
        ("反复研读习近平总书记重要讲话12件。", ""),
        ("市公安局推行联合检查，减少检查12件。", "市公安局"),
        ("县农业农村局和县水务局共受理申请12件。", "县农业农村局和县水务局"),
        ("市司法局举办培训12件。", ""),
        ("县局投入经费12件。", ""),
        ("今年以来，该局已开展活动12件。", ""),
        ("县公证处2023年办理公证12件。", "县公证处"),
        ("清河德安医院司法鉴定所2019-2023年，共办理案件12件。", "清河德安医院司法鉴定所"),
        ("区数据局今年新推出事项12件。", "区数据局"),
        ("抓实市12件法治建设难题。", ""),
        ("法律援助工作站发展到12件。", ""),
        ("案件数量首次超过市法院收案，审结案件12件。", ""),
        ("巩固街镇管理体制改革成果，制定清单12件。", ""),
        ("全市各级各部门获得荣誉12件。", "全市各级各部门"),
        ("全县村居法律顾问带领志愿者办理12件。", "全县村居法律顾问"),
        ("各乡镇每季度报送案例12件。", "各乡镇"),
        ("各党支部报送案例12件。", "各党支部"),
        ("各镇（街道）审核文件12件。", "各镇（街道）"),
        ("9个乡镇（街道）共审核文件12件。", "9个乡镇（街道）"),
        ("平均每镇（街道）梳理事项12件。", ""),
        ("县委党校举办培训12件。", "县委党校"),
        ("全县各级人民调解组织排查隐患30件；调解纠纷12件。", ""),
        ("45家市直部门梳理事项12件。", ""),
        ("9名班子成员接待群众12件。", ""),
        ("全市48个个人调解工作室共调解12件。", ""),
        ("全国90个仲裁委员会共受理12件。", "全国90个仲裁委员会"),
        ("全县9个司法所共调解12件。", ""),
        ("9个司法所共调解12件。", "9个司法所"),
        ("我县副职以上行政机关负责人出庭12件。", ""),
        ("我局定期组织召开会议，听取汇报12件。", ""),
        ("全省有人民调解员90名，专职调解员12件。", ""),
        ("全县96个调委会调解纠纷12件。", "全县96个调委会"),
        ("96个调委会共调解纠纷12件。", ""),
        ("9个村调委会调解纠纷12件。", "9个村调委会"),
        ("全县各级复议机关新收申请12件。", ""),
        ("全省各级复议机关新收申请12件。", "全省各级复议机关"),
        ("全省96个公证处办证12件。", "全省96个公证处"),
        ("全县96个各级调解委员会调解纠纷12件。", "全县96个各级调解委员会"),
        ("我局驻市民中心服务窗口全年办理事项12件。", "市民中心服务窗口"),
        ("法律服务窗口接待群众12件。", ""),
        ("青年宣讲队巡回讲课12件。", "青年宣讲队"),
        ("全县宣讲队开展宣讲12件。", ""),
        ("组建青年宣讲队9支，宣讲12件。", ""),
        ("柳溪街道率先设立调解室12件。", "柳溪街道"),
        ("县（市、区）政府报备文件12件。", "县（市、区）政府"),
        ("向县（市、区）政府制发意见书12件。", ""),
        ("县政府报备文件12件。", ""),
        ("省第二监狱开设课程12件。", "省第二监狱"),
        ("会同监狱开展帮教12件。", ""),
        ("清水镇“老支书议事室”独立化解纠纷12件。", "清水镇"),
        ("石桥镇“三官一律”进村活动开展12件。", "石桥镇"),
        ("年内新设司法所规范化示范所12件。", ""),
        ("增设公证处办证点12件。", ""),
        ("局领导班子成员讲党课12件。", ""),
        ("县司法局班子成员包联镇街12件。", ""),
        ("县普法讲师团宣讲12件。", "县普法讲师团"),
        ("区委班子成员调研12件。", "区委班子成员"),
        ("县法院诉调对接中心依托调解员，调处案件12件。", "县法院诉调对接中心"),
        ("建成县矛盾化解中心1个，化解纠纷12件。", ""),
        ("县人社局会同县总工会调处纠纷12件。", "县人社局"),
        ("县调委会联合派出所化解纠纷12件。", "县调委会"),
        ("县劳动人事争议仲裁院受理案件12件。", "县劳动人事争议仲裁院"),
        ("柳溪镇综合执法队立案12件。", "柳溪镇综合执法队"),
        ("县妇联依托“妇女之家”，开展宣讲12件。", "县妇联"),
        ("联合县妇联开展宣讲12件。", ""),
        ("高新区办理案件9件，经开区办理12件。", "经开区"),
        ("经审查办理案件12件。", ""),
        ("向阳镇调解纠纷12件。", "向阳镇"),
        ("向镇村派出工作组，调解纠纷12件。", ""),
        ("石桥镇、柳溪镇摸着石头过河，邻里纠纷12件。", "石桥镇、柳溪镇"),
        ("东河县、西山县、北岭县败诉案件都在12件。", "东河县、西山县、北岭县"),
        ("石桥镇调委会独自处理12件。", "石桥镇调委会"),
        ("柳溪镇“板凳说事”点调处12件。", "柳溪镇"),
        ("柳溪镇的安置基地接纳了12件。", "柳溪镇"),
        ("西山县在景区设立流动法庭，旅游纠纷当场办结12件。", "西山县"),
        ("北岭县自9月起由县政府集中行使复议职责，四季度收案12件。", "北岭县"),
        ("柳溪镇、石桥镇各建成法治长廊12件。", "柳溪镇、石桥镇"),
        ("东河县、江门市推行“预约检查”，检查企业12件。", "东河县、江门市"),
        ("物业门市张贴海报12件。", ""),
        ("红旗街道摸着石头过河，邻里纠纷12件。", "红旗街道"),
        ("东河县、西山县等4个县摸排隐患12件。", "东河县、西山县等4个县"),
        ("清河县村村都有法律顾问，坐班12件。", ""),
        ("平安乡镇创建12件。", ""),
        ("依法治县工作会议交办12件。", ""),
        ("老城区改造纠纷12件。", ""),
        ("街道社区矫正对象12件。", ""),
        ("乡镇村各级干部受训12件。", ""),
        ("文化街区改造清单12件。", ""),
        ("柳溪镇、石桥镇的做法获推广，全县化解纠纷12件。", ""),
    ],
)
def test_levels_and_trades(text: str, subject: str) -> None:
    assert claims(text)["12件"].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("以乡镇政府为被告的行政诉讼案件12件。", ""),
        ("全县以各部门、各街道为被告的行政诉讼案件共12件。", ""),
        ("涉县政府行政诉讼案件12件。", "县政府"),
        ("县政府一审行政诉讼案件败诉12件。", "县政府"),
        ("县政府作为单独被告的行政诉讼案件12件。", ""),
        ("县级部门和乡镇负责人出庭应诉12件。", "县级部门和乡镇负责人"),
        ("市政府工作部门全年被提起行政诉讼12件。", "市政府工作部门"),
        ("县级政府及部门被提起行政诉讼12件。", "县级政府及部门"),
        ("代理以县政府为被告的行政诉讼案件12件。", ""),
        ("县政府受理行政复议案件12件。", ""),
    ],
)
def test_a_party_to_a_lawsuit(text: str, subject: str) -> None:
    assert claims(text)["12件"].subject == subject


@pytest.mark.parametrize(
    ("text", "written", "subject"),
    [
        ("败诉率为5%，远低于全市9%的平均值。", "9%", "全市"),
        ("败诉率为5%，远低于全市9%的平均值。", "5%", ""),
        ("调解成功率98%，全省平均为96%。", "96%", "全省"),
        ("调解成功率高于全市平均水平2个百分点。", "2个百分点", ""),
        ("调解成功率位居全市第2。", "第2", ""),
        ("创成省级示范司法所2家（全市3家）。", "3家", "全市"),
        ("创成省级示范司法所2家（全市3家）。", "2家", ""),
    ],
)
def test_a_wider_level_quoted_beside(text: str, written: str, subject: str) -> None:
    assert claims(text)[written].subject == subject


def test_what_was_counted_owns_nothing_that_follows() -> None:
    found = claims("全省人民调解组织达90个，工作室16个。律师为34家企业解答咨询，全县人民调解员为20名。")
    assert {claim.subject for claim in found.values()} == {""}
    found = claims("辖区律师为90家企业解答咨询16次。")
    assert (found["90家"].subject, found["16次"].subject) == ("辖区律师", "辖区律师")


def test_several_owners_take_their_figures_in_turn() -> None:
    found = claims("桥西区、长安区和裕华县分别办理公证18件、15件和9件。")
    assert [(written, claim.subject) for written, claim in found.items()] == [
        ("18件", "桥西区"),
        ("15件", "长安区"),
        ("9件", "裕华县"),
    ]
    assert {claim.measure for claim in found.values()} == {"办理公证"}


def test_a_group_just_formed_owns_what_follows() -> None:
    found = claims("90名律师组成惠民服务团，走访企业34家；举办讲座5场。")
    assert (found["90名"].subject, found["34家"].subject, found["5场"].subject) == ("", "惠民服务团", "")


def test_a_trade_takes_no_figure_from_an_office() -> None:
    found = claims("县法律援助中心办理案件90件，律师办案占80%，接待来访70人次。")
    assert {claim.subject for claim in found.values()} == {"县法律援助中心"}


def test_a_summary_over_all_takes_the_part_away() -> None:
    found = claims("部门负责人出庭应诉15件，负责人出庭应诉率为99%。")
    assert (found["15件"].subject, found["99%"].subject) == ("部门负责人", "")


def test_an_office_goes_on_over_a_full_stop_while_the_field_stays() -> None:
    found = claims("截至6月底，市公证处办理公证90件。办理涉外公证15件，减免费用3万元。开展普法宣传8场。")
    assert [(claim.subject, claim.asof) for claim in found.values()] == [("市公证处", "截至6月底")] * 3 + [("", "")]


@pytest.mark.parametrize(
    "after",
    ["全县办理公证15件。", "各镇办理公证15件。", "一是办理公证15件。", "规范流程，办理公证15件。", "\n办理公证15件。"],
)
def test_an_office_does_not_go_on_where_another_start_is_made(after: str) -> None:
    assert claims(f"市公证处办理公证90件。{after}")["15件"].subject in ("", "各镇")


def test_a_place_does_not_go_on_over_a_full_stop() -> None:
    assert claims("红旗街道调解纠纷90件。调解邻里纠纷15件。")["15件"].subject == ""


def test_the_same_office_named_again() -> None:
    found = claims("西城区法律援助中心受理案件90件。该中心指派律师办案53件。")
    assert found["53件"].subject == "西城区法律援助中心"


@pytest.mark.parametrize("region", ["柳州市城中区", "苏州市姑苏区", "济宁市市中区"])
def test_the_reporting_place_is_no_part_of_itself(region: str) -> None:
    own = region.partition("市")[2]
    read = reader().mentions(f"{own}15个司法所达标，{own}办理公证12件。", year=2024, region=region)
    assert [mention.claim.subject for mention in read if mention.claim] == ["", ""]


def test_people_do_not_go_on_over_a_full_stop() -> None:
    assert claims("班子成员讲党课9次。开展廉政谈话15次。")["15次"].subject == ""


@pytest.mark.parametrize("text", ["党员律师占律师总数的41%。", "全市现有公职律师达41%。"])
def test_who_is_counted_owns_nothing(text: str) -> None:
    assert claims(text)["41%"].subject == ""


@pytest.mark.parametrize(
    "piece", ["涉区政府部门", "占共占达", "其中区政府1件", "西山县办理1件，", "该中心办理1件。", "从案件类型看，"]
)
def test_owners_are_not_looked_for_again_and_again(piece: str) -> None:
    assert operations("律师" + piece * 400) <= 5 * operations("律师" + piece * 100)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:12])
def test_fields_subjects_and_cut_offs_as_a_careful_person_would_put_them(case: dict[str, Any]) -> None:
    found = [mention for mention in mentions(case["text"]) if mention.claim]
    read, at = [], 0
    for written, *_ in case["facts"]:
        at = case["text"].index(written, at)
        claim = next(mention.claim for mention in found if mention.start <= at < mention.end)
        assert claim
        read.append([written, claim.topic, claim.subject, claim.asof])
        at += 1
    assert read == [[*fact, *[""] * (4 - len(fact))] for fact in case["facts"]]


def test_the_bureau_that_the_title_names_reports_itself() -> None:
    body = "县水务局办理许可12件。县民政局办理登记12件。"
    found = [
        mention.claim.subject
        for mention in mentions("清河县水务局2024年法治政府建设情况报告\n2024年，" + body)
        if mention.claim
    ]
    assert found == ["", "县民政局"]


def test_the_street_without_a_name_is_the_one_that_reports() -> None:
    text = "街道结合实际制定制度12件。"
    subjects = [
        [mention.claim.subject for mention in reader().mentions(text, year=2024, region=region) if mention.claim]
        for region in ("东江市清河区红旗街道", "东江市清河区")
    ]
    assert subjects == [[""], ["街道"]]


@pytest.mark.parametrize("opening", ["2024年，", "【概况】 2024年，"])
def test_the_place_that_a_text_without_a_title_opens_with_reports(opening: str) -> None:
    read = reader().mentions(f"{opening}云山市办理公证12件。\n石桥县办理公证3件。", year=2024)
    assert [mention.claim.subject for mention in read if mention.claim] == ["", "石桥县"]


def test_the_government_of_the_town_that_reports_is_the_town() -> None:
    text = "红旗镇政府受理事项12件。镇政府依法受理事项6件。云山镇政府受理事项3件。"
    read = reader().mentions(text, year=2024, region="东江市清河区红旗镇")
    assert [mention.claim.subject for mention in read if mention.claim] == ["", "", "云山镇政府"]
