"""What a figure measures and its topic: rule by rule on sentences of our own, and as a whole."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reading.reading import claims, mentions
from tests.score.scoring import alike

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize(
    ("text", "written", "measure"),
    [
        ("共收到行政复议申请52件，立案受理41件，审结37件。", "41件", "行政复议立案受理"),
        ("召开党员大会4次、党课3次。", "3次", "召开党课"),
        ("接收信访件9件，其中上级转办2件。", "2件", "接收上级转办信访件"),
        ("依托微信平台向群众推送普法信息30条。", "30条", "推送普法信息"),
        ("办理12件人大建议和9件政协提案。", "9件", "办理政协提案"),
        ("开展法治讲座73场6012人次。", "6012人次", "参加法治讲座"),
        ("参考率、优秀率分别为100%和97.3%。", "97.3%", "优秀率"),
        ("办理合同审查80件，同比增长20%。", "20%", "办理合同审查同比增长"),
        ("涉企检查由1260次减少至410次。", "410次", "行政执法涉企检查"),
        ("建立县乡村三级服务网络。", "三级", "服务网络层级"),
        ("每万人拥有律师3.5名。", "3.5名", "每万人拥有律师"),
        ("聚焦燃气、供水等20个重点领域。", "20个", "聚焦重点领域"),
        ("审查《办法》《规定》等文件15件。", "15件", "审查文件"),
        ("社矫对象谈话教育46人次。", "46人次", "社区矫正对象谈话教育"),
        ("创建国家级示范村3个、省级8个。", "8个", "创建省级示范村"),
        ("清河县政府受理信访件8件。", "8件", "受理信访件"),
        ("组织干部参加学法考试80人。", "80人", "组织干部参加学法考试"),
        ("现有在册社区服刑人员30人，其中缓刑26人。", "26人", "在册缓刑社区服刑人员"),
        # what is said of a counted noun goes in front of it, whoever moved it or was sent
        ("4个集体获市级以上表彰。", "4个", "获市级以上表彰的集体"),
        ("督促6家单位签订整改承诺书。", "6家", "签订整改承诺书的单位"),
        ("对9名滞留对象开展家访。", "9名", "开展家访的滞留对象"),
        ("除2名律师仍在整改外，其余均已通过。", "2名", "仍在整改的律师"),
        ("1.3万名法律明白人提供咨询8万人次。", "1.3万名", "法律明白人"),
        ("组织全体干部签订承诺书45份。", "45份", "签订承诺书"),
        ("白水乡、石门镇和3个创建项目荣获全省示范命名。", "3个", "荣获示范命名的创建项目"),
        # where the name of the work stands
        ("扎实做好社区矫正工作，批准佩戴电子手环5人。", "5人", "社区矫正批准佩戴电子手环"),
        ("办理农民工援助案件60件。", "60件", "办理农民工法律援助案件"),
        ("行政复议工作稳步推进，受理土地类案件18件。", "18件", "受理土地类行政复议案件"),
        ("律师行业有序发展，代理案件980件。", "980件", "律师代理案件"),
        ("律师行业有序发展，接到投诉案件8件。", "8件", "接到律师投诉案件"),
        # words between noun and verb, and before and behind, that add nothing
        ("督察组先后走访单位18个。", "18个", "督察组走访单位"),
        ("出台了实施办法2部。", "2部", "出台实施办法"),
        ("知晓率已提升至92%。", "92%", "知晓率"),
        ("申请材料由原来的9份精简为4份。", "9份", "申请材料"),
        ("今年来发放资料35册。", "35册", "发放资料"),
        ("案结事了率达90%。", "90%", "行政复议案结事了率"),
        # pointing at what was read before
        ("受理复议申请40件，占收案总数的80%，较去年增加5%。", "5%", "受理行政复议申请较去年增加"),
        ("执业律师比上年新增6人，涨幅12%。", "12%", "执业律师涨幅"),
        ("社会律师办案占97.5%。", "97.5%", "社会律师办案占比"),
        ("新收复议申请8件，办结占比75%。", "75%", "行政复议办结占比"),
        ("受理复议案件90件，占比60%。", "60%", "受理行政复议案件占比"),
        ("开展法治讲座、法律咨询同比增长5%、12%。", "12%", "开展法律咨询同比增长"),
        ("遴选骨干720名，平均每村2名。", "2名", "平均每村骨干"),
        ("接待信访群众60批98人次。", "98人次", "接待信访群众"),
        ("开展法治讲座12场，发放资料800份，受众5000人。", "5000人", "法治讲座受众"),
        # parts of a whole, and those of whom something is true
        ("举办活动60场，其中进校园20场、进企业18场。", "18场", "举办进企业活动"),
        ("公布决策事项9项，其中组织专家论证的7项。", "7项", "组织专家论证的决策事项"),
        ("全县司法所工作人员36名，取得法律职业资格的9名。", "9名", "取得法律职业资格的司法所工作人员"),
        ("收到审查事项80件，其中审查文件17件和合同9件。", "9件", "审查合同"),
        ("办理公证事项300件，其中涉外20件，业务收费60万元。", "60万元", "公证业务收费"),
        ("建成省级以上示范村9个，其中国家级2个。", "2个", "建成国家级示范村"),
        # one noun for several numbers
        ("反馈6个方面21个具体问题。", "6个", "反馈具体问题方面"),
        ("梳理问题4个方面17项。", "17项", "梳理问题"),
        ("组织8个乡镇的90名执法人员参加考试。", "8个", "行政执法参加考试的乡镇"),
        # a verb that has had its object lends nothing
        ("以乡镇政府为被告的诉讼案件共8宗、审结6宗，涉县政府诉讼案件5宗。", "5宗", "涉县政府行政诉讼案件"),
        # quotations, titles and headlines
        ("开展“送法下乡，服务到家”主题宣传7场。", "7场", "开展“送法下乡，服务到家”主题宣传"),
        ("办理900件援助案件获得好评 清河援助中心再创佳绩", "900件", "办理法律援助案件"),
        ("落实《监督条例》及“双报告”六项制度。", "六项", "落实“双报告”制度"),
        # for whom and to whom
        ("向县委、县政府及县人大报送信息41条。", "41条", "报送信息"),
        ("为偏远村组上法治课26堂。", "26堂", "上法治课"),
        # times
        ("复议案件平均审理期限由50天缩短至36天。", "36天", "行政复议案件平均审理期限"),
        ("参与信访值班120天。", "120天", "参与信访值班时长"),
        ("办理公证的期限压缩至3个或5个工作日。", "5个工作日", "办理公证的期限"),
        ("连续三年获全省优秀。", "三年", "连续获优秀的年限"),
        # another kind of mediation, arbitration … is no head of the topic
        ("人民调解工作扎实，设立律师调解室4个。", "4个", "设立律师调解室"),
        # verbs and what they were lent
        ("办理公证800件，司法鉴定60件。", "60件", "办理司法鉴定"),
        ("建成村级工作室12个，法律热线接听来电300个。", "300个", "法律热线接听来电"),
        ("新建援助工作站9个、联络点30个。", "30个", "新建法律援助联络点"),
        ("办理援助案件90件，帮助70名农民工讨薪80万元。", "80万元", "法律援助帮助农民工讨薪"),
        ("在矫社区矫正对象60名，新接收20名。", "20名", "新接收社区矫正对象"),
        ("完成立法项目8件（制定3件、修改5件）。", "5件", "修改立法项目"),
        ("组织执法人员培训4期、参训300人次。", "300人次", "参加执法人员培训"),
        ("组织执法人员参加培训5次。", "5次", "组织执法人员参加培训"),
        # seasons, causes and what is compared with
        ("组织春、秋两季26名新任领导旁听庭审。", "26名", "旁听庭审的新任领导"),
        ("因征地政策调整引发的信访案件31件。", "31件", "信访案件"),
        ("受理复议申请30件，较去年大幅下降20%。", "20%", "受理行政复议申请较去年下降"),
        ("形成三个层面的合法性审核机制。", "三个", "合法性审核机制层面"),
        # a verb or a rate alone is said of what is known where that says more than the work's name
        ("受理一审行政诉讼案件50件，审结44件。", "44件", "一审行政诉讼案件审结"),
        ("办理特殊群体法律援助案件70件，完成率92%。", "92%", "特殊群体法律援助案件完成率"),
        ("从村干部、教师中推选“法律明白人”60名。", "60名", "推选“法律明白人”"),
        ("办理复议案件47宗（含旧存）。", "47宗", "办理行政复议案件"),
        ("以各乡镇为被告的诉讼案件共6宗。", "6宗", "以各乡镇为被告的行政诉讼案件"),
        ("全市9家律所为清河县提供法律服务。", "9家", "提供法律服务的律所"),
        ("主动公开政府信息80条，其中机构概况8条。", "8条", "主动公开机构概况政府信息"),
        ("“清风”项目获评优秀成果一等奖。", "一等奖", "“清风”项目获评优秀成果等次"),
        ("对11家公证、鉴定机构开展检查，约谈2家。", "2家", "约谈公证、鉴定机构"),
        ("监狱系统连续12年实现安全目标，罪犯改好率95%。", "95%", "罪犯改好率"),
        ("结案周期78天，同比缩短9天。", "9天", "结案周期同比缩短"),
        ("通过商事调解组织化解金融纠纷40件。", "40件", "化解金融纠纷"),
        ("审查文件80份，其中合同30份。", "30份", "审查合同"),
        ("挽回经济损失90万元，其中为农民工讨薪20万元。", "20万元", "法律援助农民工讨薪"),
        ("受理复议案件中投诉类12件，处罚类9件。", "9件", "受理处罚类行政复议案件"),
        ("全县9个司法所均被确定为示范所。", "9个", "被确定为示范所的司法所"),
        ("选聘20名监督员充实行政执法力量。", "20名", "选聘监督员充实行政执法力量"),
        ("1200名领导干部完成年度述法。", "1200名", "完成年度述法的领导干部"),
        ("通过开展7次集中学习、2期读书班提升能力。", "7次", "开展集中学习"),
        # ranks
        ("法治指数跃居全省第3位。", "第3位", "法治指数全省位次"),
        ("“服务满意度”居主城区第二。", "第二", "“服务满意度”主城区位次"),
    ],
)
def test_phrases(text: str, written: str, measure: str) -> None:
    assert claims(text)[written].measure == measure


def test_the_head_of_its_topic_makes_a_short_measure_clear() -> None:
    found = claims("扎实做好社区矫正工作。召开研判会议15场，解除9人。")
    assert found["15场"].measure == "召开社区矫正研判会议"
    assert found["9人"].measure == "社区矫正解除"


def test_the_heads_of_a_table_say_what_its_cells_measure() -> None:
    table = "行政复议申请事项\n类别 | 投诉处理 | 信息公开\n收到 | 75件 | 16\n占比 | 82.4% | 0\n"
    read = [(m.text, m.claim.measure, m.claim.topic) for m in mentions(table) if m.claim]
    assert read == [
        ("75件", "行政复议投诉处理收到", "行政复议"),
        ("16", "行政复议信息公开收到", "行政复议"),
        ("82.4%", "行政复议投诉处理占比", "行政复议"),
        ("0", "行政复议信息公开占比", "行政复议"),
    ]


def test_words_that_share_characters_with_a_cue_do_not_speak() -> None:
    assert claims("设立法律援助工作站8个。")["8个"].topic == "法律援助"
    assert claims("开展法制宣传8场。")["8场"].topic == claims("开展法治宣传8场。")["8场"].topic == "普法宣传"


def read_cases() -> Iterator[tuple[str, str, str, str, str]]:
    """(written, topic expected, topic read, measure expected, measure read) of every expected figure."""
    for case in CASES:
        found = [mention for mention in mentions(case["text"]) if mention.claim]
        at = 0
        for written, topic, measure in case["facts"]:
            at = case["text"].index(written, at)
            claim = next((m.claim for m in found if m.start <= at < m.end), None)
            at += 1
            yield written, topic, claim.topic if claim else "", measure, claim.measure if claim else ""


def test_most_topics_are_as_a_careful_person_would_put_them() -> None:
    read = [(written, topic, found) for written, topic, found, _, _ in read_cases()]
    wrong = [entry for entry in read if entry[1] != entry[2]]
    assert len(read) > 130
    assert len(wrong) <= 0.03 * len(read), wrong


def test_most_measures_are_as_a_careful_person_would_put_them() -> None:
    read = [(written, measure, found) for written, _, _, measure, found in read_cases()]
    wrong = [entry for entry in read if alike(entry[1], entry[2]) < 0.6]
    assert len(wrong) <= 0.05 * len(read), wrong
