"""Kind, direction, period, modality, cut-off and subject of a figure, from the words around it."""

import pytest

from tests.reading.reading import claims, mentions

PLAN = (
    "一、工作情况\n办理公证80件。\n二、2025年工作计划\n（一）提质增效。力争办理公证100件，群众满意率保持在95%以上。\n"
)


@pytest.mark.parametrize(
    ("text", "written", "kind", "direction"),
    [
        ("收到申请98件，同比增长12.5%。", "12.5%", "change", "up"),
        ("败诉率下降2.1个百分点。", "2.1个百分点", "change", "down"),
        ("败诉率7.9%，比全省平均水平低2.3个百分点。", "2.3个百分点", "change", "down"),
        ("应诉率97%，高于全省平均1.2个百分点。", "1.2个百分点", "change", "up"),
        ("赴省、进京上访同比下降42%、37%。", "37%", "change", "down"),
        ("上线主题80个，平均减材料61%、减时限72%。", "72%", "change", "down"),
        ("执业律师71名，较上年增加9名。", "9名", "change", "up"),
        ("收到申请86件，比2022年的61件多25件。", "25件", "change", "up"),
        ("办证640件，比上年的673件少了33件。", "33件", "change", "down"),
        ("执业律师多61名。", "61名", "count", ""),
        ("平均办案时间缩短6天。", "6天", "change", "down"),
        ("调解成功率提高到98%。", "98%", "rate", ""),
        ("案件数是去年同期的2.5倍。", "2.5倍", "multiple", "up"),
        ("挽回损失860万元。", "860万元", "money", ""),
        ("开展为期3个月的专项行动。", "3个月", "duration", ""),
        ("压缩审批时限3个工作日。", "3个工作日", "change", "down"),
        ("审批时限压缩至3个工作日。", "3个工作日", "duration", ""),
        ("取消事项16项，精简率达35%。", "35%", "rate", ""),
        ("案件增长率达35%。", "35%", "change", "up"),
        ("办证件数增长28倍。", "28倍", "multiple", "up"),
        ("复议诉讼比达1.13。", "1.13", "multiple", ""),
        ("新增工作站3个。", "3个", "count", ""),
        ("满意度列全市第3位，比上年前移2位。", "2位", "change", "up"),
        ("评查列全省第9位，较去年后退1位。", "1位", "change", "down"),
        ("推行免证办，证明材料减量80%。", "80%", "change", "down"),
        ("压减入户检查频次330次。", "330次", "change", "down"),
        ("减少上访3批。", "3批", "count", ""),
        ("精简申报材料40%以上、缩短办结时限60%以上。", "40%以上", "change", "down"),
        ("精简申报材料40%以上、缩短办结时限60%以上。", "60%以上", "change", "down"),
        ("办理时限压缩比达到95%。", "95%", "rate", ""),
        ("各镇事项平均删减29条。", "29条", "change", "down"),
        ("减少群众跑动136次。", "136次", "change", "down"),
        ("精简申报材料288项。", "288项", "count", ""),
        ("执业公证员31名，较上年多出4名。", "4名", "change", "up"),
        ("新设调委会9个，撤并4个，净增5个。", "5个", "change", "up"),
        ("公证收费净减36万元。", "36万元", "change", "down"),
        ("执业律师人数较2021年底净增27人。", "27人", "change", "up"),
        ("与去年相比，公证事项多了52件，投诉少了7件。", "52件", "change", "up"),
        ("与去年相比，公证事项多了52件，投诉少了7件。", "7件", "change", "down"),
        ("与去年相比，公证事项增加52件，新建工作站7个。", "7个", "count", ""),
        ("应诉案件比上年少14件，败诉案件少2件。", "2件", "change", "down"),
        ("较2022年少办26件。", "26件", "change", "down"),
        ("罚款数额下调15%。", "15%", "change", "down"),
        ("参与单位众多，走访企业较多60家。", "60家", "count", ""),
        ("比去年多3件，多部门联合检查12次。", "12次", "count", ""),
        ("受理公证716件，超去年同期58件。", "58件", "change", "up"),
        ("受理公证716件，低于2022年同期24件。", "24件", "change", "down"),
        ("应诉案件不到去年的一半。", "一半", "rate", ""),
    ],
)
def test_kinds(text: str, written: str, kind: str, direction: str) -> None:
    claim = claims(text)[written]
    assert (claim.kind.value, claim.direction.value) == (kind, direction)


def test_plans_are_targets_of_the_planned_year() -> None:
    found = claims(PLAN)
    assert (found["80件"].modality.value, found["80件"].period) == ("actual", 2024)
    assert (found["100件"].modality.value, found["100件"].period) == ("target", 2025)
    assert found["95%以上"].modality.value == "target"


def test_what_a_plan_sets_out_from_is_how_things_are() -> None:
    found = claims("二、2025年工作计划\n办结率达到98%，答复时间从9个工作日缩短到6个工作日。")
    assert (found["9个工作日"].modality.value, found["9个工作日"].period) == ("prior", 2024)
    assert (found["6个工作日"].modality.value, found["6个工作日"].period) == ("target", 2025)


def test_a_paragraph_may_turn_to_plans_without_a_heading() -> None:
    found = claims("全年办结案件60件。\n下一步，我局将加大力度，培育法律明白人200名。\n")
    assert (found["60件"].modality.value, found["200名"].modality.value) == ("actual", "target")
    assert found["200名"].period == 2025


def test_a_title_of_what_was_done_and_is_planned_turns_to_nothing() -> None:
    found = claims("2024年工作总结和2025年工作计划\n全年办结案件60件。\n二、2025年工作计划\n培育骨干200名。\n")
    assert (found["60件"].modality.value, found["200名"].modality.value) == ("actual", "target")


@pytest.mark.parametrize(
    ("text", "modality", "period"),
    [
        ("实现“结案率不低于90%、每所达到12件”的目标。", "target", 2024),
        ("建成“法治超市”9个，化解达12件，实现“零上访”目标。", "actual", 2024),
        ("将12件材料送到群众手中。", "actual", 2024),
        ("拟任命人员参加考试12件。", "actual", 2024),
        ("谋划创建法治公园12件。", "target", 2024),
        ("全年计划培训90人，实际培训12件。", "actual", 2024),
        ("全年计划培训12件。", "target", 2024),
        ("全年将矛盾化解在基层12件。", "actual", 2024),
        ("年度目标是培训12件。", "target", 2024),
        ("应建站点12件，已建90件。", "target", 2024),
        ("未来三年建成站点12件。", "target", 2025),
        ("将分中心压减至12件。", "actual", 2024),
        ("将评查范围扩大到12件。", "actual", 2024),
        ("我局将培训人员12件。", "target", 2024),
        ("2025年工作打算：一是培训90人；二是建站12件。", "target", 2025),
        ("十一、2025年打算：新增骨干90名，建站12件。", "target", 2025),
        ("2024年工作计划：建站12件。", "actual", 2024),
        ("2025年，全县将新建站点12件。", "target", 2025),
        ("拟于2025年新建站点12件。", "target", 2025),
        ("2025年1月，召开会议12件。", "actual", 2025),
        ("征集2025年立法项目建议12件。", "actual", 2024),
        ("培训120人，与2022年的12件相比大幅增长。", "prior", 2022),
        ("受理投诉类案件90件，较去年该类案件12件明显增长。", "prior", 2023),
        ("报送线索30条，超额完成省厅下达的12件任务。", "target", 2024),
        ("办结省厅下达的12件信访案件。", "actual", 2024),
        ("“十三五”期间，办理案件12件。今年，办理案件8件。", "actual", 2020),
        ("“十四五”时期，办理案件12件。", "actual", 2024),
        ("办理案件30件，较2022年的12件增加150%。", "prior", 2022),
        ("办理案件30件，较去年的12件增加150%。", "prior", 2023),
        ("办理案件30件，较去年增加12件。", "actual", 2024),
        ("排名逐年上升，2022年，办理案件12件。", "actual", 2022),
        ("一是完善体系。2022年5月，建成站点12件。", "actual", 2022),
        ("至1998年末，建成站点12件。", "actual", 1998),
        ("2024年5月，建成站点12件。", "actual", 2024),
        ("对2016年以前制定的12件进行清理。", "actual", 2024),
        ("将20项任务分解为12件。", "actual", 2024),
        ("编制实施《2024年度检查计划》，明确9家企业，全年办理12件。", "actual", 2024),
        ("案件由2019年的8件增长到2021年的12件。", "actual", 2021),
        ("新收90件，结转上年度办理12件。", "actual", 2024),
        ("答复90件，结转下年度继续办理12件。", "actual", 2024),
        ("2012年3月至今已收监执行12件。", "actual", 2024),
        ("与2022年相比增加12件。", "actual", 2024),
        ("落实《2023年工作要点》，办理12件。", "actual", 2024),
        ("1996年，全县培训12件。1998年8月，设立科室。2024年成立中心。", "actual", 1996),
        ("四、行政执法年度计划完成情况\n组织检查12件。", "actual", 2024),
        ("到2026年底，每个镇的调解员将达到20名，2024年底为12件。", "actual", 2024),
        ("到2026年每个镇至少设站1个，我县12件已全部建成。", "actual", 2024),
        ("2025年计划修建法治长廊12件。", "target", 2025),
        ("2025年拟培训调解员90名，建成站点12件。", "target", 2025),
        ("我们计划2025年招录协理员12件。", "target", 2025),
        ("拟于明年修订规章90件，新建站点12件。", "target", 2025),
        ("明年将新建站点3个，目前全县已有12件。", "actual", 2024),
        ("计划明年新建站点3个，今年已建成12件。", "actual", 2024),
        ("计划用两年时间，将调解员队伍扩大到12件。", "target", 2024),
        ("力争将建成率由目前的12件提升到90件。", "actual", 2024),
        ("其余的12件文书将于明年6月底前送达。", "target", 2025),
        ("剩余12件拟于2026年完工。", "target", 2026),
        ("余下12件将于年底前办结。", "target", 2024),
        ("确保了全年办结12件。", "actual", 2024),
        ("县里确定的新建站点12件的年度目标如期完成。", "target", 2024),
        ("市局下达我县援助任务12件，实际办理90件。", "target", 2024),
        ("目标任务12件，完成90件。", "target", 2024),
        ("原计划新建站点12件，已建成9个。", "target", 2024),
        ("要求修改后通过12件。", "actual", 2024),
        ("今后三年，新建站点12件。", "target", 2024),
        ("确定的目标任务是：培训90人，满意率在95%以上，新建站点12件。", "target", 2024),
        ("年度目标：培训90人；截至6月底，新建站点12件。", "actual", 2024),
        ("年度目标：培训90人，新建站点12件。", "target", 2024),
        ("紧紧围绕零事故目标：检查企业12件。", "actual", 2024),
        ("对12件项目的绩效目标进行评价。", "actual", 2024),
        ("县法制办近日公布了2024年全县行政复议统计分析，去年共收到申请12件。", "actual", 2024),
        ("县法制办通报了2023年的情况，去年共收到申请12件。", "prior", 2023),
        ("较上年同期的12件，今年受理的案件增加90件。", "prior", 2023),
    ],
)
def test_what_is_planned_and_what_is_not(text: str, modality: str, period: int) -> None:
    claim = claims(text)["12件"]
    assert (claim.modality.value, claim.period) == (modality, period)


def test_a_rank_belongs_to_the_years_in_brackets_behind_its_review() -> None:
    assert claims("在中国法治政府评估（2021—2022）中排名全省第三。")["第三"].period == 2022


def test_problems_stay_results_of_the_year() -> None:
    found = claims("一、工作成效\n办案9件。\n二、存在的问题\n今年收到投诉12件。\n")
    assert (found["12件"].modality.value, found["12件"].period) == ("actual", 2024)


def test_assessment_thresholds_are_targets() -> None:
    found = claims("败诉率为3%，远低于全市12%的考核指标。")
    assert (found["3%"].modality.value, found["12%"].modality.value) == ("actual", "target")


def test_what_may_not_be_less_is_asked_for() -> None:
    found = claims("普法经费人均不少于1元，实际投入36万元。")
    assert (found["不少于1元"].modality.value, found["36万元"].modality.value) == ("target", "actual")


def test_the_first_of_two_values_is_the_earlier_one() -> None:
    found = claims("涉企检查由1260次减少至410次。")
    assert (found["1260次"].modality.value, found["1260次"].period) == ("prior", 2023)
    assert (found["410次"].modality.value, found["410次"].period) == ("actual", 2024)
    assert found["1260次"].measure == found["410次"].measure


def test_an_earlier_value_may_be_a_whole_list_and_name_its_year() -> None:
    found = claims("办结率、满意率从2021年的81%、92%逐步提升至96%、98%。办理时限由15天分别压缩至5天。")
    assert {written: claim.period for written, claim in found.items() if claim.modality.value == "prior"} == {
        "81%": 2021,
        "92%": 2021,
        "15天": 2023,
    }


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("明确要求部门收到申请后，须在5天内转送。", "target"),
        ("承诺5天内办结。", "target"),
        ("平均5天办结。", "actual"),
        ("5天内接到咨询。", "actual"),
    ],
)
def test_a_time_limit_is_asked_for(text: str, modality: str) -> None:
    assert claims(text)["5天内" if "5天内" in claims(text) else "5天"].modality.value == modality


def test_last_year_is_prior() -> None:
    found = claims("去年办结案件55件，今年办结案件70件。")
    assert (found["55件"].modality.value, found["55件"].period) == ("prior", 2023)
    assert found["70件"].modality.value == "actual"


@pytest.mark.parametrize(
    ("text", "period", "modality"),
    [
        ("受理申请88件，比三年前的12件增加76件。", 2021, "prior"),
        ("与两年前的12件相比，案件翻了一番。", 2022, "prior"),
        ("五年前全县仅调解12件。", 2019, "prior"),
        ("办理援助案件由三年前的12件增加到52件。", 2021, "prior"),
        ("两年前建成的工作室调解纠纷12件。", 2024, "actual"),
    ],
)
def test_so_many_years_ago_is_prior(text: str, period: int, modality: str) -> None:
    found = claims(text)["12件"]
    assert (found.period, found.modality.value) == (period, modality)


def test_an_earlier_year_that_opens_a_sentence_governs_it_until_another() -> None:
    found = claims("2023年，调解纠纷16件，成功15件；办理公证14件；2024年，调解纠纷19件。办理援助13件。")
    assert {written: claim.period for written, claim in found.items()} == {
        "16件": 2023,
        "15件": 2023,
        "14件": 2023,
        "19件": 2024,
        "13件": 2024,
    }
    assert (found["15件"].modality.value, found["19件"].modality.value) == ("prior", "actual")


@pytest.mark.parametrize(
    ("text", "modality", "period"),
    [
        ("完成目标任务数12件的125%。", "target", 2024),
        ("完成年度目标任务12件的75%。", "target", 2024),
        ("完成重点任务12件，占全部任务的75%。", "actual", 2024),
        ("公证办理量应达到12件，实际办理20件。", "target", 2024),
        ("明年计划办理公证12件。", "target", 2025),
        ("印发《联合检查计划》，其中对食堂的联合检查12件。", "target", 2024),
        ("印发《联合检查计划》，检查食堂12件。", "actual", 2024),
        ("原有服务站12件，整合后保留9个。", "prior", 2023),
        ("要求每村至少培育法律明白人12件。", "target", 2024),
        ("从2024年至2026年分批建成站点12件。", "target", 2026),
        ("截至2024年底建成站点12件。", "actual", 2024),
        ("办理公证占比较2023年增加12件。", "actual", 2024),
        ("从2017年起，分四年每年拨付12件。", "actual", 2017),
        ("从2017年起，累计办理12件。", "actual", 2024),
        ("将6个部门的事项12件划入政务服务局。", "actual", 2024),
        ("将推动12件证照纳入网上办理。", "target", 2024),
        ("将公示、听证等程序12件纳入决策流程。", "actual", 2024),
        ("把指标12件优化为5件。", "prior", 2023),
        ("《法治建设实施方案（2022—2026年）》，提出建立制度12件。", "target", 2026),
        ("《法治建设实施方案》，提出建立制度12件。", "actual", 2024),
        ("收到申请86件，比2022年的12件多25件。", "prior", 2022),
        ("全年化解27件，低于年初确定的12件目标。", "target", 2024),
        ("讲座办了48场，超过年初定下的12件的目标。", "target", 2024),
        ("援助办案310件，未达到12件的年度任务。", "target", 2024),
        ("化解量不及全市的12件。", "actual", 2024),
    ],
)
def test_what_is_asked_for_planned_or_past(text: str, modality: str, period: int) -> None:
    claim = claims(text)["12件"]
    assert (claim.modality.value, claim.period) == (modality, period)


@pytest.mark.parametrize(
    ("report", "modality", "period"),
    [
        ("2025-01-20\n去年全县办理公证12件。", "actual", 2024),
        ("发布时间：2025年1月20日\n去年全县办理公证12件。", "actual", 2024),
        ("2024-12-20\n去年全县办理公证12件。", "prior", 2023),
        ("2025-01-20\n去年办理公证12件，今年办理18件。", "prior", 2023),
        ("2025-01-20\n2023年，全县办理公证12件。", "actual", 2023),
    ],
)
def test_last_year_is_counted_from_the_day_of_the_page(report: str, modality: str, period: int) -> None:
    claim = claims(report)["12件"]
    assert (claim.modality.value, claim.period) == (modality, period)


def test_a_time_made_shorter_is_no_change_but_two_times() -> None:
    found = claims("开办企业的时间由改革前的21天减少为2天。")
    assert {written: (claim.kind.value, claim.modality.value) for written, claim in found.items()} == {
        "21天": ("duration", "prior"),
        "2天": ("duration", "actual"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "在2023年度法治建设考核中位居全市第三。",
        "2023年法治清河建设年度考评位居全市第三。",
        "2023年司法行政工作满意度位居全市第三。",
        "在《县域法治评估报告（2023）》中位居全市第三。",
        "在《县域法治评估报告（2023年）》中，位居全市第三。",
    ],
)
def test_a_rank_is_of_the_year_that_was_assessed(text: str) -> None:
    claim = claims(text)["第三"]
    assert (claim.modality.value, claim.period) == ("actual", 2023)


@pytest.mark.parametrize(
    "text",
    ["按照《法治建设规划（2023）》，开展评比，位居全市第三。", "落实《评估办法（2023）》，2024年度考核位居全市第三。"],
)
def test_a_rank_that_no_earlier_year_was_assessed_for_is_of_this_one(text: str) -> None:
    assert claims(text)["第三"].period == 2024


def test_what_is_counted_into_the_next_year_is_of_that() -> None:
    found = claims("截至2025年3月10日，已召开例会12次，涉及单位8家。截至2024年底，召开例会9次。")
    assert {written: claim.period for written, claim in found.items()} == {"12次": 2025, "8家": 2025, "9次": 2024}


def test_an_earlier_year_is_prior_only_where_it_is_compared() -> None:
    alone = claims("2023年，我县被列为试点，选聘协理员12名。")["12名"]
    apart = claims("今年重视队伍建设。2023年，选聘协理员12名。各所较为稳定。办理公证3件。")["12名"]
    assert (apart.modality.value, apart.period) == ("actual", 2023)
    compared = claims("2023年，选聘协理员12名。2024年，选聘协理员20名。")["12名"]
    assert (alone.modality.value, alone.period) == ("actual", 2023)
    assert (compared.modality.value, compared.period) == ("prior", 2023)


@pytest.mark.parametrize(
    ("text", "asof"),
    [
        ("截至12月底，办理公证12件。", "截至12月底"),
        ("今年以来，召开会议3次；办理公证12件。", "今年以来"),
        ("召开会议3次，目前在册对象12件。", "目前"),
        ("自6月开通以来，累计受理12件。", "自6月开通以来"),
        ("2024年至今，办理公证12件。", "2024年至今"),
        ("目前开展3次；办理公证12件。", "目前"),
        ("目前开展3次。办理公证12件。", ""),
        ("目前建成司法所3个，8月份招录干部12件。", ""),
        ("11月底前，共办理公证12件。", "11月底前"),
        ("至年底，办理公证12件。", "至年底"),
        ("2024年截至目前，办理公证12件。", "2024年截至目前"),
        ("今年1-6月，办理公证12件。", "今年1-6月"),
        ("一至三季度，办理公证12件。", "一至三季度"),
        ("近几年来，办理公证12件。", "近几年来"),
        ("今年来，办理公证12件。", "今年来"),
        ("5年来共办理公证12件。", "5年来"),
        ("近三年来，办理公证12件。", "近三年来"),
        ("近年来，办理公证12件。", ""),
        ("今年以来至6月20日，办理公证12件。", "今年以来至6月20日"),
        ("从2020开始，办理公证12件。", "从2020开始"),
        ("据市司法局介绍，截至6月底，受理3件；办结12件。", "截至6月底"),
        ("截至目前，在册对象90人。从年龄结构看，青年12件。", "截至目前"),
        ("元至十月全县受理12件。", "元至十月"),
        ("2021年8月1日至2022年7月31日，办理公证12件。", "2021年8月1日至2022年7月31日"),
        ("“七五”普法期间，办理公证12件。", "“七五”普法期间"),
        ("10年间办理公证12件。", "10年间"),
        ("2021年来办理公证12件。", "2021年来"),
        ("截至11月25日24时，办理公证12件。", "截至11月25日24时"),
        ("截至目前，办理公证90件。共减免12件。", "截至目前"),
        ("截至202X年6月，办理公证12件。", "截至202X年6月"),
        ("年末，执业律师12件。", "年末"),
        ("健全年末考核机制，办理公证12件。", ""),
        ("7月10日，记者从市司法局获悉，截至6月底，受理3件；办结12件。", "截至6月底"),
        ("记者从市法律援助中心和市司法局公共法律服务管理科获悉，截至6月底，受理3件；办结12件。", "截至6月底"),
        (
            "自2020年7月1日《中华人民共和国社区矫正法》施行以来，接收12件。",
            "自2020年7月1日《中华人民共和国社区矫正法》施行以来",
        ),
        ("2022年1月至2024年6月，办理公证12件。", "2022年1月至2024年6月"),
        ("截至 2024 年 6 月底，办理公证12件。", "截至 2024 年 6 月底"),
        ("上半年，办理公证3件；下半年放缓，全年办理12件。", ""),
        ("上半年，办理公证3件；办理援助12件。", "上半年"),
        ("“八五”普法以来，累计办理公证12件。", "“八五”普法以来"),
        ("办理公证12件。", ""),
        ("三年来共办理公证90件，2024年办理12件。", ""),
        ("自2021年以来，办理公证90件，其中今年办理12件。", ""),
        ("今年以来办理公证90件，今年新增12件。", "今年以来"),
        ("近四年，全县累计办理公证12件。", "近四年"),
        ("近三年，办理公证12件。", "近三年"),
        ("近三年的统计表明，办理公证12件。", ""),
        ("上半年办理公证90件，下半年办理12件。", "下半年"),
        ("第四季度办理公证90件，较第三季度增加12件。", "第四季度"),
        ("对2019年以来制定的文件进行清理，办理公证12件。", ""),
        ("公证时限降至今年的12件。", ""),
    ],
)
def test_cutoffs(text: str, asof: str) -> None:
    assert claims(text)["12件"].asof == asof


@pytest.mark.parametrize(
    ("text", "asof"),
    [
        ("今年以来成效明显。办理公证12件。", "今年以来"),
        ("今年以来，坚持惠民便民。办理援助3件。接待群众9人。办理公证12件。", "今年以来"),
        ("2024年以来，我局着力惠民。办理援助3件，办理公证12件。", "2024年以来"),
        ("今年以来，坚持惠民便民。强化服务。办理公证12件。", ""),
        ("今年以来，办理援助3件。办理公证12件。", ""),
        ("今年以来，坚持惠民便民。办理援助3件。去年，办理公证12件。", ""),
        ("今年以来，坚持惠民便民。办理援助3件。截至6月底，办理公证12件。", "截至6月底"),
        ("截至6月底，进展顺利。办理公证12件。", ""),
        ("今年以来，坚持惠民便民。办理援助3件。\n办理公证12件。", ""),
    ],
)
def test_a_paragraph_counts_since_when_its_preamble_says(text: str, asof: str) -> None:
    assert claims(text)["12件"].asof == asof


@pytest.mark.parametrize(
    ("text", "asof"),
    [
        ("截至6月底，收到申请30件。其中，受理12件。", "截至6月底"),
        ("截至6月底，收到申请30件。其中，受理20件。其中，维持12件。", "截至6月底"),
        ("上半年，收到申请30件。经过审理，维持12件。", "上半年"),
        ("截至6月底，收到复议申请30件。维持12件。", "截至6月底"),
        ("截至6月底，收到复议申请30件。全县维持12件。", ""),
        ("截至6月底，收到复议申请30件。办理公证12件。", ""),
        ("截至6月底，收到申请30件。\n其中，维持12件。", ""),
        ("截至6月底，收到申请30件。强化指导。其中，维持12件。", ""),
    ],
)
def test_a_sentence_that_goes_on_keeps_the_cut_off(text: str, asof: str) -> None:
    assert claims(text)["12件"].asof == asof


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("清河县法律援助中心共受理案件12件。", "清河县法律援助中心"),
        ("红旗街道累计调解纠纷12件。", "红旗街道"),
        ("全县35名法律顾问共提供咨询8次，参与调解12件。", "全县35名法律顾问"),
        ("全县各人民调解组织共调解纠纷12件。", ""),
        ("办理公证12件。", ""),
        ("组织法律顾问开展调解12件。", ""),
    ],
)
def test_subjects(text: str, subject: str) -> None:
    assert claims(text)["12件"].subject == subject


def test_quotes_are_the_smallest_clauses() -> None:
    text = "一、成效\n  办理公证12件，调解3件；复议5件。\n"
    assert [mention.claim.quote for mention in mentions(text) if mention.claim] == [
        "办理公证12件，调解3件",
        "办理公证12件，调解3件",
        "复议5件",
    ]


def test_tasks_themselves_are_no_target() -> None:
    claim = claims("市局下达督办任务12项，办结9项。")["12项"]
    assert claim.modality.value == "actual"


def test_how_much_of_a_plan_was_done_is_a_result() -> None:
    assert claims("全年计划完成率98%。")["98%"].modality.value == "actual"


def test_goals_that_are_counted_themselves_ask_for_nothing() -> None:
    done = "对照32项考核指标逐项自查，落实考核指标12项，把58条考核指标归并成21条，完成46条目标任务。"
    assert {written: claim.modality.value for written, claim in claims(done).items()} == {
        "32项": "actual",
        "12项": "actual",
        "58条": "prior",
        "21条": "actual",
        "46条": "actual",
    }
    for asked in ("力争完成46条目标任务。", "拟将58条考核指标归并成46条。", "新建站点的考核指标为46条。"):
        assert claims(asked)["46条"].modality.value == "target"


@pytest.mark.parametrize(
    ("text", "modality", "period"),
    [
        ("内设科室由12个调整为10个。", "prior", 2023),
        ("内设科室由8个调整为12个。", "actual", 2024),
        ("内设科室由8个减到了12个。", "actual", 2024),
        ("内设科室从上年的8个提到了12个。", "actual", 2024),
        ("内设科室由12个减到了10个。", "prior", 2023),
        ("调解室从7个合并到12个。", "actual", 2024),
        ("值班律师从12个增加为20个。", "prior", 2023),
        ("工作站从上年的9个提到12个。", "actual", 2024),
        ("积案从年初的12个降至3个。", "prior", 2024),
        ("每镇平均的站点以往只有12个，今年达20个。", "prior", 2023),
        ("援助窗口原先仅12个，现在有20个。", "prior", 2023),
        ("过去只设有12个，不少人嫌远。", "actual", 2024),
        ("站点35个，多于上年的12个。", "prior", 2023),
        ("收到建议20个，上年12个；办结9个。", "prior", 2023),
        ("2025年1月16日\n收到建议20个，上年12个。", "prior", 2023),
        ("2025年1月16日\n上年收到建议12个。", "actual", 2024),
    ],
)
def test_what_it_became_and_what_it_was_before(text: str, modality: str, period: int) -> None:
    found = claims(text)
    claim = found["12个"]
    assert (claim.modality.value, claim.period) == (modality, period)


def test_where_a_year_began_is_of_that_year() -> None:
    found = claims("“无律师乡镇”从年初的5个压到1个。")
    assert (found["5个"].asof, found["1个"].asof) == ("年初", "")
    assert found["5个"].period == 2024


def test_a_multiple_may_be_said_of_another_year() -> None:
    found = claims("线上公证量是窗口办理的3.2倍，而2023年只有2.6倍。")
    assert [(claim.modality.value, claim.period) for claim in found.values()] == [("actual", 2024), ("prior", 2023)]
