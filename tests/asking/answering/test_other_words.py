"""Questions in words that no report uses, and several questions at once, over the hand-annotated reports."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Context, Understander
from bot.model import Answer, Modality, Status


async def _asked(understander: Understander, answerer: Answerer, message: str) -> Answer:
    return await answerer.answer(understander.understand(message))


@pytest.mark.parametrize(
    ("message", "figures"),
    [
        ("光明2020年普查农民工合同惠及多少工人", ["37348人"]),
        ("廉江有几位司法所长兼任首席法律顾问", ["21个"]),
        ("廉江有没有超过200宗复议申请", ["252宗"]),
        ("廉江退休法官调了多少案子", ["161宗"]),
        ("廉江集体政治学习 人次", ["超1100人次"]),
        ("廉江法律顾问办法律援助多少宗", ["51宗"]),  # before all that were taken up
        ("光明2024年局长向人大汇报了几次", ["4次"]),
        ("光明领了监督码的工厂比例多少", ["99%"]),
        ("光明2024处理律师投诉几宗？还有网上公开了多少政务事项", ["19宗", "67件"]),
        ("光明2020年社矫心理讲座搞了几场，多少人次参加", ["14场", "1854人次"]),
        ("廉江法援今年接咗几多单啊", ["1688宗"]),
        ("光明2024收到几单复议", ["583宗"]),
        ("廉江和光明谁的律所多", ["8家", "22家"]),
        ("廉江定了多少项重大行政决策", ["七项"]),
        ("光明2024年审核把关的区政府文件几份", ["16份"]),
        ("光明2024年审核把关的部门文件几份", ["9份"]),
        ("光明2024年考核通过几家律所", ["22家"]),
        ("光明2020年矛盾纠纷排查排了多少宗", ["1963宗"]),
    ],
)
async def test_other_words_find_the_figure(
    understander: Understander, answerer: Answerer, message: str, figures: list[str]
) -> None:
    answer = await _asked(understander, answerer, message)
    assert [fact.text for fact in answer.facts[: len(figures)]] == figures


@pytest.mark.parametrize(
    "message",
    [
        "廉江怎么提高调解成功率的",
        "廉江行政复议多少人",
        "光明2024完成行政复议多少件",  # what came in is not what was completed
        "光明处理信访多少件",  # proposals are none
        "光明2024律师事务所办案多少件",  # nor are complaints about lawyers cases that they handled
        "禾湾社区有多少个法治前哨站",  # it is one of ten
        "光明人民法院收案多少",
        "廉江司法鉴定几多单",
        "廉江退休法官有多少名",  # cases are counted, no judges
        "光明法务大厦进驻了多少人",
        "廉江学校有多少所",
        "廉江执法人员多少名",
        "廉江执法考试通过几人",  # how many sat it is told
        "廉江执法考试通过了多少人",
        "廉江涉法事务挽回经济损失多少",  # no number of cases
        "廉江开学第一课有多少名教师",
        "光明监督码罚款多少钱",
        "光明2024年风险研判会议多少人",  # meetings are counted
        "廉江行政处罚罚没金额总额",  # cases are
        "廉江调解员培训人次",
        "廉江行政许可办结率",  # how many there are is no share of them
    ],
)
async def test_what_only_sounds_like_it_stays_missing(
    understander: Understander, answerer: Answerer, message: str
) -> None:
    answer = await _asked(understander, answerer, message)
    assert answer.status is Status.NONE
    assert not answer.facts


@pytest.mark.parametrize(
    ("message", "figure"),
    [("光明2020年合法性审查多少件", "93份"), ("光明2020年社矫学习搞了多少场", "158场")],
)
async def test_a_part_of_what_was_asked_for_is_never_all_of_it(
    understander: Understander, answerer: Answerer, message: str, figure: str
) -> None:
    answer = await _asked(understander, answerer, message)
    assert answer.facts[0].text == figure
    assert (answer.status is Status.PARTIAL) == (figure == "93份")


async def test_a_part_that_is_missing_is_said_beside_what_another_found(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await _asked(understander, answerer, "廉江退休法官调解多少宗？公证员多少名？")
    assert answer.status is Status.PARTIAL
    assert answer.facts[0].text == "161宗"
    assert not any("公证" in fact.claim.measure for fact in answer.facts)
    assert any("公证" in missing.why for missing in answer.missing)


async def test_a_message_that_is_answered_as_a_whole_stays_so(understander: Understander, answerer: Answerer) -> None:
    answer = await _asked(understander, answerer, "光明人大建议和政协提案各几件")
    assert [group.title for group in answer.groups][:2] == ["办理人大建议", "办理政协提案"]
    assert answer.status is Status.ANSWER


async def test_like_figures_of_one_year_are_added_up_when_a_total_is_asked(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await _asked(understander, answerer, "光明和廉江一共收到多少复议申请")
    assert [(one.text, one.formula) for one in answer.derived] == [("合计835宗（推算）", "583 + 252")]
    apiece = await _asked(understander, answerer, "光明和廉江一共各收到多少复议申请")
    assert not any("合计" in one.text for one in apiece.derived)


async def test_figures_of_different_years_are_not_added_up(understander: Understander, answerer: Answerer) -> None:
    answer = await _asked(understander, answerer, "光明2020和廉江2024法律援助受理合计多少")
    assert answer.status is Status.PARTIAL
    assert not answer.derived
    assert [m.why for m in answer.missing] == ["各地数字没有相加：年份不同（光明区2020年、廉江市2024年）"]


async def test_figures_of_different_indicators_are_not_added_up(understander: Understander, answerer: Answerer) -> None:
    answer = await _asked(understander, answerer, "几个地方的规范性文件总数合计")
    assert (answer.status, answer.derived) == (Status.PARTIAL, ())
    assert len({answer.reports[fact.report].adcode for fact in answer.facts}) == 2
    assert [m.why for m in answer.missing] == ["各地数字没有相加：不是同一指标"]


async def test_a_verb_that_says_nothing_may_differ_and_is_named(understander: Understander, answerer: Answerer) -> None:
    answer = await _asked(understander, answerer, "光明收到的人大代表建议几件")
    assert answer.status is Status.PARTIAL
    assert answer.facts[0].text == "6件"
    assert "没有“收到”的说法" in answer.missing[0].why
    refused = await _asked(understander, answerer, "光明驳回的人大代表建议几件")
    assert not refused.facts


@pytest.mark.parametrize(
    ("first", "then", "figure"),
    [
        ("光明2024年社矫教育学习搞了多少场", "多少人次参加", "6012人次"),
        ("光明2020年人民调解受理多少宗", "涉及多少钱", "16459万元"),
    ],
)
async def test_another_unit_asks_for_another_figure_of_the_same(
    understander: Understander, answerer: Answerer, first: str, then: str, figure: str
) -> None:
    query = understander.understand(then, Context(previous=understander.understand(first)))
    assert (await answerer.answer(query)).facts[0].text == figure


@pytest.mark.parametrize(
    ("then", "goes_on"),
    [
        ("化解成功多少", True),
        ("调成了几宗", True),
        ("他们做了几次法治体检", True),
        ("人民调解呢", False),
        ("人民调解成功多少", False),
    ],
)
def test_who_did_it_goes_on_with_the_next_question_of_the_same(
    understander: Understander, then: str, goes_on: bool
) -> None:
    first = understander.understand("光明2020年社区法律顾问参与受理多少宗矛盾纠纷")
    query = understander.understand(then, Context(previous=first))
    assert ("法律顾问" in query.topics) is goes_on


async def test_what_is_counted_in_another_unit_only_is_said_so(understander: Understander, answerer: Answerer) -> None:
    query = understander.understand("多少人", Context(previous=understander.understand("光明收到多少复议案件")))
    answer = await answerer.answer(query)
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert "没有“收到申请”以“人”计的数字" in answer.missing[0].why


@pytest.mark.parametrize(
    ("then", "second"),
    [
        ("为企业体检几次", "社区法律顾问开展企业法治体检"),
        ("调成几宗", "社区法律顾问化解矛盾纠纷成功"),
        ("人民调解受理几宗", "受理人民调解案件"),
    ],
)
async def test_who_did_the_first_did_the_second_unless_it_is_named(
    understander: Understander, answerer: Answerer, then: str, second: str
) -> None:
    answer = await _asked(understander, answerer, f"光明2020年社区法律顾问受理了多少宗矛盾纠纷，{then}")
    assert [fact.claim.measure for fact in answer.facts[:2]] == ["社区法律顾问参与受理矛盾纠纷", second]


async def test_how_many_meetings_asks_for_meetings(understander: Understander, answerer: Answerer) -> None:
    assert (await _asked(understander, answerer, "光明2020年社区法律顾问开了几次会")).facts == ()
    assert (
        (await _asked(understander, answerer, "光明2020年社区矫正开了多少次会")).facts[0].claim.measure.endswith("会议")
    )


def test_what_is_required_is_a_target(understander: Understander) -> None:
    assert understander.understand("巴南2024年负责人出庭应诉率要求多少").modality is Modality.TARGET
    assert understander.understand("巴南2023年负责人出庭应诉率多少").modality is Modality.ACTUAL
