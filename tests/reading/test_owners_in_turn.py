"""One owner after the other: each office, level or body that is named takes its own figures and none of another's."""

import pytest

from tests.reading.reading import mentions, reader


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


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("检察院发出建议9份，行政机关整改8份。", ["检察院", ""]),
        ("人民调解组织调解纠纷90件，鉴定机构为16件出具意见。", ["", ""]),
        ("东河镇调解纠纷31件，西山镇调解26件，成功率均达97%。", ["东河镇", "西山镇", ""]),
        ("东河镇投入9万元，西山镇投入6万元，两地共建成广场3个。", ["东河镇", "西山镇", ""]),
        ("东河镇调解31件，西山镇调解26件，成功率分别为98%和97%。", ["东河镇", "西山镇"] * 2),
        ("东河镇调解纠纷31件，成功率均达97%。", ["东河镇", "东河镇"]),
        ("县委常委会会议、县政府常务会议分别研究法治议题3次和5次。", ["县委常委会会议", "县政府常务会议"]),
        ("多数乡镇建立了审查机构，人员最多的有6人。", [""]),
        ("重大合同事项由法律顾问审核的比例为91%。", [""]),
        ("刑事案件律师辩护率达93%。", [""]),
        ("以县政府为被告的案件18件，以各街道办事处为被告的5件。", ["", ""]),
        ("人均收案量82件，高于全省平均水平16件。", ["", ""]),
        ("人均收案量82件，高于全省平均水平的66件。", ["", "全省"]),
        ("县本级收到举报26件，各乡（镇）收到15件，各县（区）收到9件。", ["县本级", "各乡（镇）", "各县（区）"]),
    ],
)
def test_nobody_keeps_the_figure_of_others(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("全省共有6个县入选，我县占1个。", ["全省", ""]),
        ("县民政局和林业局、县水利局分别为9件和6件。", ["县民政局和林业局", "县水利局"]),
        ("县公证处办证86件，12个乡镇建成服务点。", ["县公证处", ""]),
        ("县公安局被申请行政复议86件，县水利局12件次之。", ["县公安局", "县水利局"]),
        ("由县局查办的案件8件，交由乡镇办理的6件。", ["县局", "乡镇"]),
        ("由县司法局办理的复议案件86件。", [""]),
        ("县政府常务会议研究法治议题3次，县委书记批示5次。", ["县政府常务会议", "县委书记"]),
    ],
)
def test_each_has_its_own(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


def test_meetings_in_turn_share_what_they_did() -> None:
    text = "县委常委会会议、县政府常务会议分别研究法治议题3次和5次，县委书记批示6次。"
    measures = [mention.claim.measure for mention in mentions(text) if mention.claim]
    assert measures[:2] == ["研究法治议题"] * 2
    assert measures[2].endswith("批示")


@pytest.mark.parametrize(
    ("text", "subjects", "last"),
    [
        ("每个乡镇配备调解员不少于2名，共配备86名。", ["每个乡镇", ""], "配备人民调解员"),
        ("县农业农村局查处9件，县城管局查处8件，共罚款6万元。", ["县农业农村局", "县城管局", ""], "罚款"),
        ("全国平均每万人拥有律师5名，我省为4名，我市为3名。", ["全国", "全省", ""], "每万人拥有律师"),
        ("市律师协会组织培训18场，各律师事务所自行组织培训6场。", ["市律师协会", ""], None),
    ],
)
def test_one_of_many_and_wider_places_own_only_their_own(text: str, subjects: list[str], last: str | None) -> None:
    assert [subject for _, subject in whose(text)] == subjects
    assert last is None or [mention.claim.measure for mention in mentions(text) if mention.claim][-1] == last


def test_what_all_received_is_not_told_as_received_by_those_it_concerns() -> None:
    text = "全年收到行政复议申请86件，其中县公安局32件，县水利局12件。"
    found = [(claim.measure, claim.subject) for mention in mentions(text) if (claim := mention.claim)]
    assert found[1:] == [("收到县公安局行政复议申请", "县公安局"), ("收到县水利局行政复议申请", "县水利局")]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("市本级受理复议申请86件，审结71件。驳回3件，撤销2件。", ["市本级"] * 4),
        ("其中市本级受理86件；驳回3件，占5%；终止审理2件。未审结9件。", ["市本级"] * 4 + [""]),
        ("共收到申请260件，其中市本级86件；驳回13件。", ["", "市本级", ""]),
        ("共收到申请260件，其中市本级86件。未审结13件。", ["", "市本级", ""]),
        ("市本级受理86件；各县区受理170件。审结250件。", ["市本级", "各县区", ""]),
        ("市本级新收申请86件；全市审结250件；驳回13件。", ["市本级", "", ""]),
        ("市本级受理复议申请86件。组织普法宣传20场。", ["市本级", ""]),
    ],
)
def test_the_own_level_goes_on_until_the_text_turns(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "在市本级受理的86件案件中，县直部门作为被申请人的36件，占42%；镇政府作为被申请人的20件。全市应诉60件。",
            ["市本级"] * 4 + [""],
        ),
        ("从县公证处办结的60件公证来看，涉外公证8件；涉港公证5件。全县公证机构办证90件。", ["县公证处"] * 3 + [""]),
        ("在全市受理的60件案件中，治安类12件。", ["", ""]),
        ("从我局受理的60件案件来看，治安类12件。", ["", ""]),
    ],
)
def test_whose_cases_a_sentence_goes_through_owns_all_of_it(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("以镇政府为被告的案件48件，撤诉6件，行政机关负责人出庭应诉率由91%升至97%。", ["", "", "", ""]),
        ("县直部门作为被申请人的案件31件；乡镇政府作为被申请人的案件18件。", ["", ""]),
        ("县公证处办证86件，以县政府为被告的案件5件。", ["县公证处", ""]),
        ("县政府败诉5件，县公安局败诉3件。", ["县政府", "县公安局"]),
    ],
)
def test_whom_a_case_is_against_owns_none(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


def test_where_the_measure_does_not_name_whom_a_case_is_against_the_subject_does() -> None:
    found = [mention.claim for mention in mentions("县政府作为被告的案件31件，已审结30件。") if mention.claim]
    assert all("县政府" in claim.measure + claim.subject for claim in found)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("县法律援助中心接待咨询95人次；共受理法律援助案件80件；办结30件。", ["县法律援助中心"] * 3),
        ("县法律援助中心接待咨询95人次。共受理法律援助案件80件。", ["县法律援助中心"] * 2),
        ("县法律援助中心受理案件80件。共受理法律援助案件180件。", ["县法律援助中心", ""]),
        ("县公证处办证30件；云山公证处办证20件；共减免费用8万元。", ["县公证处", "云山公证处", ""]),
        ("县公证处办证30件。共受理法律援助案件80件。", ["县公证处", ""]),
        ("县法律援助中心办结案件80件。为受援人挽回损失60万元。", ["县法律援助中心"] * 2),
        ("县法律援助中心受理案件80件；指派律师值班50人次。", ["县法律援助中心"] * 2),
        ("县法律援助中心受理案件80件。为企业开展法治体检50次。", ["县法律援助中心", ""]),
    ],
)
def test_an_office_goes_on_with_what_it_counts_together(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("共办理复议案件260件，其中市本级86件、县级174件，调解率32%。", ["", "市本级", "县级", ""]),
        ("省本级新收申请86件，各市州新收900件，全省共986件。", ["省本级", "各市州", ""]),
        ("市本级，受理申请86件，审结71件；区县受理300件。", ["市本级", "市本级", "区县"]),
        ("市本级应诉案件60件，败诉3件。", ["市本级"] * 2),
        ("负责人出庭应诉60件，其中县公安局12件、县水利局9件、东河镇3件。", ["", "县公安局", "县水利局", "东河镇"]),
        ("东河镇建成法治广场3个、示范村2个。", ["东河镇"] * 2),
        ("涉及县公安局的案件12件，县水利局9件，东河镇政府3件。", ["", "县水利局", "东河镇政府"]),
        ("县法律援助中心办案90件，各类咨询800人次。", ["县法律援助中心"] * 2),
        ("县法律援助中心办案90件，各调解室化解纠纷30件。", ["县法律援助中心", ""]),
        ("县法院审结行政案件60件，行政机关败诉率为12%。", ["县法院", ""]),
        ("全市平均化解率90%，我县96%。", ["全市", ""]),
        ("全县司法所共化解纠纷60件。", [""]),
        (
            "县政府应诉案件20件，败诉1件；各部门应诉案件90件，败诉5件；全县败诉率5%。",
            ["县政府"] * 2 + ["各部门"] * 2 + [""],
        ),
        ("各部门应诉人员培训3期。", [""]),
        ("县委常委会专题研究法治工作3次，县政府常务会议学法4次。", ["县委常委会", ""]),
        ("市本级新收复议案件86件；受理率90%。受理率80%。", ["市本级", "市本级", ""]),
        ("县公证处办证86件；全县公证办证率90%。", ["县公证处", ""]),
        ("东河镇在全县率先建成驿站6个。", ["东河镇"]),
        ("东河镇党委书记带队走访6次，组织培训3期。", ["东河镇党委书记", ""]),
        ("柳溪街道办事处、东河街道综治中心受理事项6件。", ["柳溪街道办事处、东河街道综治中心"]),
        ("全省司法所共化解纠纷600件。", ["全省司法所"]),
    ],
)
def test_levels_towns_and_courts_beside_each_other(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("东河、西山、南川区分别收到复议申请90件、70件和56件。", ["东河", "西山", "南川区"]),
        ("白沙、青石、东岭镇分别排查隐患12处、9处、8处。", ["白沙", "青石", "东岭镇"]),
        ("矛盾排查、普法宣传进社区分别开展90次、60次。", ["", ""]),
        ("县区收案900件，其中东河区以186件居首，占20.7%。", ["县区", "东河区", "东河区"]),
        ("青石镇以调解成功率98.6%稳居前列。", ["青石镇"]),
        ("北岭区以办理案件930件领先。", ["北岭区"]),
        ("各镇街以普法为抓手开展活动90场。", [""]),
    ],
)
def test_places_that_share_their_level_and_whoever_leads_own_their_figures(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


def test_whoever_leads_did_what_is_counted() -> None:
    found = [m.claim.measure for m in mentions("市政府收到申请105件；县区中，东河区以86件居首，占18.2%。") if m.claim]
    assert found == ["市政府收到申请", "收到申请", "收到申请占比"]
    found = [m.claim.measure for m in mentions("青石镇以调解成功率98.6%居全县前列。") if m.claim]
    assert found == ["人民调解成功率"]


def test_advisers_go_on_advising_over_semicolons() -> None:
    text = (
        "村居法律顾问上门服务410次；代写文书36份；举办法治讲座22场；参与诉讼9件；围绕村务提出法律意见15条；"
        "新建公共法律服务站6个。全县解答咨询900人次。"
    )
    found = [(m.claim.subject, m.claim.topic) for m in mentions(text) if m.claim]
    assert found[:5] == [
        ("村居法律顾问", "法律顾问"),
        ("村居法律顾问", "法律顾问"),
        ("村居法律顾问", "普法宣传"),
        ("村居法律顾问", "法律顾问"),
        ("村居法律顾问", "法律顾问"),
    ]
    assert [subject for subject, _ in found[5:]] == ["", ""]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("县检察院2名检察官获评标兵，县公证处3名公证员受到表彰。", ["县检察院", "县公证处"]),
        ("东河司法所1名干部荣立三等功。", ["东河司法所"]),
        ("12个司法鉴定机构共有鉴定人119名，完成鉴定3300件。", ["", "", ""]),
        ("县级中心1个，乡镇（办事处）工作站20个，村（居）工作室130余个。", ["", "", ""]),
    ],
)
def test_people_of_a_house_are_its_own_and_a_level_with_two_names_owns_no_house(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("收案最多的是东河县、西山县、北岭县，分别为90件、81件和66件。", ["东河县", "西山县", "北岭县"]),
        ("调解量居前的乡镇依次为柳溪镇、石桥镇，分别达到96件、81件，占四成。", ["柳溪镇", "石桥镇", ""]),
        ("败诉居前的是县住建局、县自然资源局，分别败诉12件、9件。", ["县住建局", "县自然资源局"]),
        ("投诉集中在物业、劳动、消费等领域，分别为96件、81件和66件。", ["", "", ""]),
        ("三县推行预约制，检查频次分别下降33%、27%和24%。", [""] * 3),
        ("青山、白沙、临江三县推行预约制，检查频次分别下降33%、27%和24%。", ["", "青山", "白沙", "临江"]),
        ("成功率97%，最高的东河镇达到99%，最低的西山镇只有81%。", ["", "东河镇", "西山镇"]),
        ("排名第一的柳溪镇化解率99%。", ["", "柳溪镇"]),
        ("出庭率98%，青山自治县、山北土家族自治县均为100%。", ["", "青山自治县、山北土家族自治县"]),
    ],
)
def test_places_listed_before_or_singled_out(text: str, subjects: list[str]) -> None:
    found = whose(text)
    assert [subject for _, subject in found][-len(subjects) :] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("青石司法所只有2名工作人员，照样接待来访310人次。", ["青石司法所"] * 2),
        ("县妇联牵线搭桥，促成和解21件。", ["县妇联"]),
        ("城关派出所移交20件。东河法庭当庭兑现22万元。", ["城关派出所", "东河法庭"]),
        ("基层司法所26个，人民法庭巡回23次，上级法院改判3件。", ["", "", ""]),
        ("县局科室9个，县司法局摸排隐患12件。", ["", ""]),
        ("县城中心广场宣传26次，区分情形处理27件。", ["", ""]),
    ],
)
def test_a_house_by_its_name_needs_no_verb_that_is_known(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("收到申请665件，其中市本级247件；11个县区合计418件。", ["", "市本级", "", "11个县区"]),
        ("9个县区合计持证818人。全县9个司法所合计45人。", ["", "9个县区", "", ""]),
        ("东河县建成示范村12个，其余9个县区合计53个。", ["东河县", "", ""]),
        ("东河县排查隐患12处，整改9处，其余3处限期整改。", ["东河县"] * 3),
        ("长岭地区仅收到19件，但比上年增加4件。偏远地区配备律师9名。", ["长岭地区", "长岭地区", ""]),
        ("东河镇、西山镇试行预约制，平均办理时限压缩至2天。", ["东河镇、西山镇"]),
    ],
)
def test_what_many_places_have_together_or_beside(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("东河镇率先破题，我局及时总结经验，编发简报43期。", [""]),
        ("东河镇、西山镇先后出台办法，各地跟进，办结42件。", [""]),
        ("东河镇推行夜间调解，居民点赞，化解42件，全县化解90件。", ["东河镇", ""]),
        ("——东河镇：审结案件14件，化解率96%。", ["东河镇", "东河镇"]),
        ("以东河镇为例，审结案件17件。比如西山镇，审结18件，化解率94%。", ["东河镇", "西山镇", "西山镇"]),
        ("如期完成94件，如实申报95件。", ["", ""]),
        ("今年6月，西山镇办起首届法治集市，吸引群众3万人次。", ["西山镇"]),
        ("为方便群众，东河镇把窗口搬到集上，全年接待90人次，办结81件。", ["东河镇", "东河镇"]),
        ("东河镇建成广场3个，西山镇另辟蹊径，编排剧目12个。", ["东河镇", "西山镇"]),
        ("先后深入东河镇，西山镇，北岭乡，宣讲12场。", [""]),
        ("县司法局牵头，县信访局配合，排查隐患13件。", [""]),
        ("县司法局牵头，东河镇全力配合，排查隐患13件。", [""]),
        ("由东河县承办的案件29件，由我县承办的案件19件。", ["东河县", ""]),
    ],
)
def test_examples_and_what_turns_from_them(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


@pytest.mark.parametrize(("region", "subject"), [("云山市", "东河县"), ("云山市清河县", "")])
def test_all_of_the_county_just_named_is_that_county(region: str, subject: str) -> None:
    read = reader().mentions("东河县推行夜间调解，全县化解纠纷90件。", year=2024, region=region)
    assert [mention.claim.subject for mention in read if mention.claim] == [subject]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("负责人出庭率达92%，涟水县、房山区出庭率仍低于70%。", ["", "涟水县、房山区"]),
        ("白水镇出庭率不足六成，高家镇全年只有3件，桐城市则无一失守，化解96件。", ["白水镇", "高家镇", "桐城市"]),
        ("江南水乡焕然一新，办结12件。特色小镇提档升级，办结8件。人口大县压力不减，办结90件。", [""] * 3),
    ],
)
def test_a_place_that_ends_like_a_common_word_is_one(text: str, subjects: list[str]) -> None:
    assert [subject for _, subject in whose(text)] == subjects


def test_of_two_counts_in_the_sentence_before_a_place_has_none_by_guess() -> None:
    read = [m.claim for m in mentions("全市收案900件，审结850件。东河县居前，为96件。") if m.claim]
    assert "审结" not in read[-1].measure
    assert "收案" not in read[-1].measure
