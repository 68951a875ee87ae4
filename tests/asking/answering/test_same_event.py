"""What a later question asks of the event that the one before it named stands in the sentence that told of it."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

EXAM = "组织520名机关干部参加宪法知识测试，参测率达98%，及格率达96.5%，走访学校3所"
DISPUTES = "各社区法律顾问受理矛盾纠纷470宗，化解成功431宗"
VILLAGES = "我区212个社区的58名法律顾问提供咨询4100人次，走访养老院7个"
RATE = {"kind": Kind.RATE}
RETIRED = {"subject": "退休教师调解员"}
CHECKED = "完成12家司法鉴定机构、45名司法鉴定人的年度评查"
SCHOOL = "开办主题普法夜校26期，联系高校、民营企业310家"
CAUGHT = "核查出8家律师事务所11名律师存在违规收费行为"
LENT = "全县140个村(社区)的75名调解员修订村规民约33个，回访矫正对象60名"
FIGURES = (
    Told(LENT, "140个", "人民调解", "有调解员的村(社区)", 140, "个"),
    Told(LENT, "75名", "人民调解", "村(社区)调解员", 75, "名"),
    Told(LENT, "33个", "人民调解", "调解员修订村规民约", 33, "个"),
    Told(SCHOOL, "26期", "普法宣传", "开办主题普法夜校", 26, "期"),
    Told(SCHOOL, "310家", "普法宣传", "联系高校、民营企业", 310, "家"),
    Told(CAUGHT, "8家", "律师管理", "存在律师违规收费行为的律师事务所", 8, "家"),
    Told(CAUGHT, "11名", "律师管理", "存在违规收费行为的律师", 11, "名"),
    Told("全县有律师事务所24家", "24家", "律师管理", "律师事务所", 24, "家"),
    Told(CHECKED, "12家", "司法鉴定", "完成司法鉴定机构的年度评查", 12, "家"),
    Told(CHECKED, "45名", "司法鉴定", "完成司法鉴定人的年度评查", 45, "名"),
    Told("我县有司法鉴定机构19家", "19家", "司法鉴定", "司法鉴定机构", 19, "家"),
    Told(EXAM, "520名", "普法宣传", "参加宪法知识测试的机关干部", 520, "名"),
    Told(EXAM, "98%", "普法宣传", "机关干部宪法知识测试参测率", 98, "%", RATE),
    Told(EXAM, "96.5%", "普法宣传", "机关干部宪法知识测试及格率", 96.5, "%", RATE),
    Told(EXAM, "3所", "普法宣传", "走访学校", 3, "所"),
    Told(DISPUTES, "470宗", "法律顾问", "社区法律顾问受理矛盾纠纷", 470, "宗"),
    Told(DISPUTES, "431宗", "法律顾问", "社区法律顾问化解矛盾纠纷成功", 431, "宗"),
    Told("全县受理矛盾纠纷9000宗", "9000宗", "人民调解", "受理矛盾纠纷", 9000, "宗"),
    Told("全县人民调解成功率97%", "97%", "人民调解", "人民调解成功率", 97, "%", RATE),
    Told("退休教师调解员调解案件66宗", "66宗", "人民调解", "退休教师调解员调解案件", 66, "宗", RETIRED),
    Told(VILLAGES, "212个", "法律顾问", "有法律顾问的社区", 212, "个"),
    Told(VILLAGES, "58名", "法律顾问", "社区法律顾问", 58, "名"),
    Told(VILLAGES, "7个", "法律顾问", "法律顾问走访养老院", 7, "个"),
)


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ("有多少名机关干部参加宪法知识测试，及格率是多少", ["520名", "96.5%"]),
        ("有多少名机关干部参加宪法知识测试，参测率多少", ["520名", "98%"]),
        ("评查了多少名司法鉴定人和多少家司法鉴定机构", ["45名", "12家"]),
        ("参加宪法知识测试的有多少人？及格率呢？", ["520名", "96.5%"]),
        ("社区法律顾问化解成功多少宗，受理多少", ["470宗", "431宗"]),
        ("主题普法夜校开办了多少期，联系了多少家单位", ["26期", "310家"]),
        ("主题普法夜校开办了多少期，联系民营企业多少家", ["26期", "310家"]),
        ("主题普法夜校开办了多少期，一共联系了多少家高校", ["26期", "310家"]),
        ("存在违规收费行为的律师有几名，他们分属几家律所", ["11名", "8家"]),
        ("存在违规收费行为的律师有几名，来自几家律师事务所", ["11名", "8家"]),
        ("村(社区)调解员有多少人，覆盖多少个村", ["75名", "140个"]),
        ("村(社区)调解员有多少人，覆盖了几个村(社区)", ["75名", "140个"]),
        ("年度报告所载社区法律顾问人数及所覆盖的社区个数", ["58名", "212个"]),
    ],
)
async def test_the_sentence_of_the_first_answer_tells_the_second(ask: Ask, message: str, texts: list[str]) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts][:2] == texts


async def test_what_is_done_besides_is_not_of_the_event(understander: Understander, told: tuple[Answerer, str]) -> None:
    answerer, place = told
    answer = await answerer.answer(
        understander.understand(f"{place}有多少名机关干部参加宪法知识测试，覆盖的学校数是多少")
    )
    assert "3所" not in {fact.text for fact in answer.facts[:2]} or answer.missing


@pytest.mark.parametrize(
    "then",
    [
        "联系了多少家医院",
        "联系外资企业多少家",
        "联系民营企业多少人次",
        "帮扶了多少家单位",
        "培训了多少家单位",
        "联系国有企业多少家",
        "联系养老机构多少家",
        "联系企业员工多少名",
        "走访高校多少家",
        "联系了多少家村委会",
    ],
)
async def test_others_are_not_those_for_whom_it_was_done(ask: Ask, then: str) -> None:
    answer = await ask(f"主题普法夜校开办了多少期，{then}")
    assert answer.status is not Status.ANSWER


@pytest.mark.parametrize(
    "then", ["覆盖多少个镇", "覆盖多少个园区", "覆盖多少家企业", "惠及多少名老人", "覆盖多少个区县"]
)
async def test_what_else_is_reached_is_not_what_was_told(ask: Ask, then: str) -> None:
    answer = await ask(f"村(社区)调解员有多少人，{then}")
    assert answer.status is not Status.ANSWER


async def test_the_rate_of_all_is_said_not_to_be_that_of_a_part(ask: Ask) -> None:
    answer = await ask("退休教师调解员调解多少宗，成功率多少")
    assert [fact.text for fact in answer.facts] == ["66宗", "97%"]
    assert answer.status is Status.PARTIAL
    assert any("成功率" in missing.why for missing in answer.missing)
