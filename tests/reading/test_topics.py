"""Which field a figure belongs to, rule by rule, on sentences of our own."""

import tomllib
from pathlib import Path

import pytest

from tests.reading.reading import claims

FIELDS: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "fields.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "written", "topic"),
    [
        ("收到行政复议申请90件，行政处罚类32件、信息公开类12件。", "32件", "行政复议"),
        ("收到行政复议申请90件，行政处罚类32件、信息公开类12件。", "12件", "行政复议"),
        ("办理各类行政处罚案件32件。", "32件", "行政执法"),
    ],
)
def test_a_kind_of_case_is_no_field_of_its_own(text: str, written: str, topic: str) -> None:
    assert claims(text)[written].topic == topic


@pytest.mark.parametrize(
    "report",
    [
        "一、行政复议\n（一）收案情况。收到申请90件。\n（二）案件类型。行政处罚62件，信息公开16件。\n",
        "全县收到行政复议申请90件。从行政行为类型看，行政处罚62件，信息公开16件。\n",
        "全县收到行政复议申请90件，按案件类型分，行政处罚62件，信息公开16件。\n",
        "一、行政复议\n（一）收案。收到申请90件。\n（二）领域分布。治安处罚62件，市场监管16件。\n",
        "一、行政复议\n全县收到申请90件。交通领域62件，市场监管16件，其他12件。\n",
        "一、行政复议\n全县收到申请90件。从行业看，城管执法62件，市场监管16件。\n",
    ],
)
def test_under_a_heading_of_kinds_all_are_kinds(report: str) -> None:
    found = claims(report)
    assert (found["62件"].topic, found["16件"].topic) == ("行政复议", "行政复议")


def test_a_heading_up_to_the_end_of_the_text_tells_no_kinds() -> None:
    assert claims("五、队伍建设：组织政治学习42次，撰写信息86篇，采用52篇。")["42次"].topic == "党的建设"


def test_parts_named_by_a_noun_are_of_the_field_of_the_whole() -> None:
    found = claims("梳理行政权力事项441项，其中行政许可28项、行政处罚342项。办理法律服务事项90件，其中办理公证20件。")
    assert {found[written].topic for written in ("441项", "28项", "342项")} == {"营商环境"}
    assert found["20件"].topic == "公证"


def test_parts_told_right_behind_their_whole_are_of_its_field_whatever_their_unit() -> None:
    found = claims("主动公开政府信息441条，其中规范性文件28件，行政处罚信息16件。")
    assert {claim.topic for claim in found.values()} == {"政务公开与监督"}


def test_no_part_is_more_than_its_whole() -> None:
    found = claims("现有社区矫正对象90名，其中假释6名，刑满释放人员320名。")
    assert (found["6名"].topic, found["320名"].topic) == ("社区矫正", "安置帮教")


def test_a_prize_is_an_honour_whatever_won_it() -> None:
    found = claims("二、行政复议\n收到行政复议申请90件，1件行政复议文书获全省优秀行政复议文书二等奖。")
    assert (found["90件"].topic, found["二等奖"].topic) == ("行政复议", "媒体与荣誉")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("规范行政执法，1件行政处罚案卷被市依法治市办评为优秀案卷。", "媒体与荣誉"),
        ("1个案例入选全省行政复议典型案例。", "媒体与荣誉"),
        ("1人获全省行政执法竞赛第一名。", "媒体与荣誉"),
        ("1件行政处罚案卷被评查。", "行政执法"),
    ],
)
def test_what_was_chosen_as_good_is_an_honour(text: str, topic: str) -> None:
    assert next(iter(claims(text).values())).topic == topic


def test_documents_reviewed_behind_contracts_are_reviewed() -> None:
    found = claims("全年审查合同90份、街道规范性文件16份，出具意见书8份。审查规范性文件20件。")
    assert [claim.topic for claim in found.values()] == [*["合法性审查"] * 3, "规范性文件"]


def test_those_who_were_trained_are_of_the_training_before_them() -> None:
    found = claims("举办习近平法治思想专题培训班2期，培训领导干部90人次。培训干部60人次。")
    assert [claim.topic for claim in found.values()] == ["党的建设", "党的建设", "机构队伍"]


def test_a_figure_without_any_word_goes_on_where_its_item_does() -> None:
    found = claims("全省共有执业律师90人。\n1. 地域分布\n甲市60人，乙市30人。\n")
    assert (found["60人"].topic, found["30人"].topic) == ("律师管理", "律师管理")
    assert (
        claims("全县工作平稳。\n一、律师\n共有执业律师90人。\n二、其他\n甲市60人。\n")["60人"].topic == "依法治理统筹"
    )


def test_kinds_of_work_are_fields() -> None:
    found = claims("公共法律服务中心办理业务90件，从业务类型看，公证62件，法律援助16件。")
    assert (found["62件"].topic, found["16件"].topic) == ("公证", "法律援助")


@pytest.mark.parametrize("field", FIELDS)
def test_a_phrase_alone_shows_its_field(field: str) -> None:
    read = {phrase: {claim.topic for claim in claims(f"全年{phrase}。").values()} for phrase in FIELDS[field]}
    assert {phrase: topics for phrase, topics in read.items() if topics != {field}} == {}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("东湖街道司法所调处纠纷12件。", "人民调解"),
        ("东湖街道司法所举办讲座12场。", "普法宣传"),
        ("全县新建司法所12个。", "机构队伍"),
        ("全县16个司法所配备执法车12辆。", "机构队伍"),
    ],
)
def test_an_office_of_all_fields_shows_none(text: str, topic: str) -> None:
    assert [claim.topic for claim in claims(text).values()][-1] == topic


def test_what_comes_after_a_figure_says_less_than_what_comes_before() -> None:
    found = claims("提供免费法律咨询920人次，满意率98%，农民工法律援助案件办结35件，援助率达100%。")
    assert (found["920人次"].topic, found["98%"].topic) == ("公共法律服务", "公共法律服务")
    assert found["35件"].topic == "法律援助"


@pytest.mark.parametrize(
    ("head", "topic"),
    [
        ("全县律师工作情况通报\n", "律师管理"),
        ("首页 > 公证服务 > 公示\n清河县司法局2024年工作总结\n", "依法治理统筹"),
        ("清河县2024年法治政府建设年度报告\n", "依法治理统筹"),
    ],
)
def test_the_title_speaks_where_the_words_are_silent(head: str, topic: str) -> None:
    assert claims(f"{head}今年全年共办理12件。\n")["12件"].topic == topic


def test_the_usual_title_outvotes_no_word() -> None:
    report = "清河县2024年法治政府建设年度报告\n全县建成服务点12个。\n"
    assert claims(report)["12个"].topic == "公共法律服务"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("一、行政复议情况\n新收复议申请90件，新收一审行政诉讼案件32件，同比下降4%，复议申请率达6%。", "行政应诉"),
        ("一、行政复议情况\n举办法治讲座32场，较上年增长4%，行政复议听证会6场。", "普法宣传"),
    ],
)
def test_what_only_compares_is_of_the_field_of_what_it_compares(text: str, topic: str) -> None:
    assert claims(text)["4%"].topic == topic


def test_a_sentence_that_opens_with_of_these_goes_on_counting() -> None:
    found = claims("全市律师共办理法律事务320件。其中，办理诉讼案件210件，办理其他事务110件。")
    assert {claim.topic for claim in found.values()} == {"律师管理"}


@pytest.mark.parametrize(
    ("text", "written", "topic"),
    [
        ("普法视频被评为全省三等奖。", "三等奖", "媒体与荣誉"),
        ("审查招商引资合同32份。", "32份", "合法性审查"),
        ("加强人民调解员队伍建设，举办培训班12期。", "12期", "人民调解"),
        ("招聘社区矫正专职社工24名。", "24名", "社区矫正"),
        ("招录司法助理员6名。", "6名", "机构队伍"),
        ("各镇配备取得法律职业资格的干部6名。", "6名", "机构队伍"),
        ("组织取得法律职业资格考试的考生6名。", "6名", "法律职业资格考试"),
        ("审查会议纪要、非规范性文件等涉法事务6件。", "6件", "合法性审查"),
        ("表彰先进普法办公室6个。", "6个", "媒体与荣誉"),
        ("法治政府建设在全省第三方评估中得分96分。", "96分", "依法治理统筹"),
        ("深化跨部门监管。推行“双随机、一公开”，覆盖成员单位6个。", "6个", "行政执法"),
        ("加强律师行业监管。开展“双随机、一公开”抽查6次。", "6次", "律师管理"),
        ("县法律援助中心解答咨询860人次。", "860人次", "法律援助"),
        ("全省律师担任各级人大代表186人、政协委员402人。", "402人", "律师管理"),
        ("县政府法律顾问出具法律意见42份。", "42份", "法律顾问"),
        ("依托法律顾问审查合同协议52份、办理涉法事务16件。", "16件", "法律顾问"),
        ("组织党员干部学习行政复议法等法律法规6次。", "6次", "普法宣传"),
        ("组织干部职工学习中国共产党章程等党内法规6次。", "6次", "党的建设"),
        ("开展习近平法治思想专题学习6次，覆盖镇村干部160人次。", "160人次", "党的建设"),
        ("举办法治讲座6场，惠及党员干部160人次。", "160人次", "普法宣传"),
        ("组织执法人员参加行政执法培训考试，参考率和合格率均达100%。", "100%", "行政执法"),
        ("深入学习党的二十大精神，开展集中学习6次，宣讲3场。", "3场", "党的建设"),
        ("开展习近平法治思想宣讲3场。", "3场", "普法宣传"),
        ("审核重大行政决策、合作协议及其他政策文件259件。", "259件", "合法性审查"),
        ("审查政府招商引资、征地拆迁等协议62件。", "62件", "合法性审查"),
        ("2家律师事务所被省律师协会表彰为优秀集体。", "2家", "媒体与荣誉"),
        ("一是党工委带头学习党章。全年党工委会议学法31次。", "31次", "普法宣传"),
        ("五是推进公职律师试点工作。出具法律意见42份，提供法律咨询90次。", "90次", "公职律师"),
        ("五是推进公职律师、法律顾问工作。办理公证42件。", "42件", "公证"),
        ("全省律师事务所建立独立党支部203个、联合党支部25个。", "25个", "党的建设"),
        ("机关建立党支部3个。全省律师90人。", "3个", "党的建设"),
        ("3人获得“全市优秀人民调解员”。", "3人", "媒体与荣誉"),
        ("受理法律援助案件90件，其中民事案件80件、刑事案件7件、行政案件3件。", "3件", "法律援助"),
    ],
)
def test_general_acts_belong_to_the_field_that_does_them(text: str, written: str, topic: str) -> None:
    assert claims(text)[written].topic == topic


@pytest.mark.parametrize(
    ("text", "written", "topic"),
    [
        ("区里30名律师担任了12个村（社区）法律顾问，解答咨询900人次，代拟文书60份。", "900人次", "法律顾问"),
        ("区里30名律师担任了12个村（社区）法律顾问，解答咨询900人次，代拟文书60份。", "30名", "法律顾问"),
        ("20名法律工作者与80个村签订了村居法律顾问合同，开展法治讲座70场。", "70场", "普法宣传"),
        ("全市律师担任860家企业的法律顾问。", "860家", "法律顾问"),
    ],
)
def test_those_appointed_advise_in_all_that_follows(text: str, written: str, topic: str) -> None:
    assert claims(text)[written].topic == topic


@pytest.mark.parametrize(
    ("text", "written", "topic"),
    [
        ("简报采用信息8篇（法律援助5篇、公证3篇）。", "5篇", "媒体与荣誉"),
        ("简报采用信息8篇（法律援助5篇、公证3篇）。", "3篇", "媒体与荣誉"),
        ("办理公证90件（法律援助人员5人）。", "5人", "法律援助"),
    ],
)
def test_parts_in_brackets_are_of_the_field_of_the_whole(text: str, written: str, topic: str) -> None:
    assert claims(text)[written].topic == topic


@pytest.mark.parametrize(
    ("text", "written", "topic"),
    [
        ("为镇政府重大决策、招商项目出具合法性审查意见30份。", "30份", "合法性审查"),
        ("为企业重组出具公证书6份。", "6份", "公证"),
    ],
)
def test_whom_an_opinion_is_written_for_says_less_than_the_opinion(text: str, written: str, topic: str) -> None:
    assert claims(text)[written].topic == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("9个司法所在院内建成了公共法律服务站。", "公共法律服务"),
        ("9个街道司法所共为社区服刑人员佩戴手环。", "社区矫正"),
        ("9个司法所完成改建。", "机构队伍"),
    ],
)
def test_offices_counted_by_what_they_did_are_of_its_field(text: str, topic: str) -> None:
    assert claims(text)["9个"].topic == topic


@pytest.mark.parametrize(
    ("text", "written", "topic"),
    [
        ("全县18个“双随机、一公开”成员单位公布计划。", "18个", "行政执法"),
        ("推行“双随机、一公开”监管，开展联合抽查18次。", "18次", "行政执法"),
        ("一是规范律师行业。开展“双随机、一公开”执法检查18次。", "18次", "律师管理"),
        ("开展律所“双随机、一公开”抽查18次。", "18次", "律师管理"),
    ],
)
def test_checks_at_random_are_of_lawyers_only_beside_lawyers(text: str, written: str, topic: str) -> None:
    assert claims(text)[written].topic == topic


@pytest.mark.parametrize(
    ("phrase", "topic"),
    [
        ("全年检查单位12家", "律师管理"),
        ("深入企业12家", "行政执法"),
        ("制发监管制度12项", "社区矫正"),
        ("建立重点名单12份", "社区矫正"),
        ("率先进行改革12项", "媒体与荣誉"),
        ("上报备选方案12个", "规范性文件"),
        ("派出监督员12名", "安置帮教"),
        ("评选调解能手12名", "机构队伍"),
        ("为企业协调处理问题12件", "人民调解"),
        ("推进法治进程12步", "普法宣传"),
    ],
)
def test_a_word_across_the_border_of_two_others_says_nothing(phrase: str, topic: str) -> None:
    assert claims(f"{phrase}。").popitem()[1].topic != topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("常务会议学习社区矫正法、行政复议法、公证法等国家法律12部。", "行政复议"),
        ("学习《社区矫正法》《公证法》等12次。", "社区矫正"),
    ],
)
def test_the_name_of_a_law_is_no_field(text: str, topic: str) -> None:
    assert claims(text).popitem()[1].topic != topic


def test_a_law_alone_still_tips_the_scales() -> None:
    assert claims("贯彻社区矫正法12次。")["12次"].topic == "社区矫正"


@pytest.mark.parametrize("place", ["法律服务驿站", "法治公园", "一站式调解中心"])
def test_the_functions_that_a_place_unites_are_not_its_field(place: str) -> None:
    united = claims(f"新建集行政执法监督、行政复议受理、仲裁于一体的{place}12个。")["12个"].topic
    assert united == claims(f"新建{place}12个。")["12个"].topic


def test_what_a_group_is_made_of_is_of_its_field() -> None:
    found = claims(
        "一、律师队伍\n全市现有律师684人。从学历看，研究生以上学历39人，约占9%。从年龄结构看，干部出身44人。"
    )
    assert {written: claim.topic for written, claim in found.items()} == dict.fromkeys(
        ("684人", "39人", "约占9%", "44人"), "律师管理"
    )


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("县政府法律顾问参加涉法会议并提出口头法律意见12场。", "法律顾问"),
        ("村居法律顾问开展企业法律体检12件次。", "法律顾问"),
        ("法律顾问为各村提供法律服务12次。", "法律顾问"),
        ("部署法治建设专项巡察，对财政局等部门12个开展巡察。", "依法治理统筹"),
        ("对部门12个开展巡察。", "党的建设"),
        ("清理妨碍全国统一大市场的规范性文件12件。", "规范性文件"),
        ("县市场监管局印发政务信息12条。", "政务公开与监督"),
        ("县市场监管局接待群众来访12人次。", "公共法律服务"),
        ("开展涉《民法典》《行政处罚法》等规范性文件专项清理12次。", "规范性文件"),
        ("村居法律顾问解答咨询30次，举办法治讲座12场。", "普法宣传"),
        ("村居法律顾问解答咨询30次，参与人民调解12件。", "人民调解"),
        ("村居法律顾问解答咨询30次，办理法律援助案件12件。", "法律援助"),
        ("县法律援助中心受理法律援助案件30件。为群众免费提供法律咨询12人次。", "法律援助"),
        ("县公共法律服务中心受理事项30件。为群众免费提供法律咨询12人次。", "公共法律服务"),
    ],
)
def test_what_advisers_bodies_and_papers_are_about(text: str, topic: str) -> None:
    assert [claim.topic for claim in claims(text).values()][-1] == topic


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("回应诉求12件。", "行政应诉"),
        ("了解主要情况12次。", "媒体与荣誉"),
        ("召开政治协商会议12次。", "营商环境"),
        ("挂图作战推进任务12项。", "普法宣传"),
        ("防范工作风险12项。", "党的建设"),
        ("事先进行沟通12次。", "媒体与荣誉"),
        ("抓住把关键环节12个。", "合法性审查"),
        ("统一审议12件。", "行政应诉"),
        ("被告知人员12名。", "行政应诉"),
        ("年内参与12次。", "媒体与荣誉"),
    ],
)
def test_characters_of_two_words_are_no_cue(text: str, wrong: str) -> None:
    assert claims(text)
    assert all(claim.topic != wrong for claim in claims(text).values())
