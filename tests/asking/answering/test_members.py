"""A figure of several things together is none of one of them."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

ADVISED = "对县委重大决策、重大采购合同(框架协议)等提出审查意见77件次"
ABOUT = "围绕旧城改造、水库移民等重点工作,出具法律建议书31份"
SERVED = "服务商会、合作社52家"
SAT = "组织中层干部和工勤人员参加宪法考试640名"
HANDLED = "处置14起戒毒人员斗殴、擅自离所等突发事件"
REVISED = "审查、修订居民公约26件"
SCRAPPED = "宣布废止或失效行政规范性文件9件"
DRILLED = "全镇网格员、楼栋长和志愿者骨干等共计530人次参加了消防培训"
SURVEYED = "摸清国有投资在建工地和民间投资工地96个"
FILED = "乡镇(农场)、县直部门报备合同47件"
VETTED = "审核农贸市场管理、养老服务等有关县政府规范性文件18件,前置审查部门规范性文件45件"
DRAFTED = "县政府提交《茶园与古树保护条例》《养犬管理条例》等7部条例草案"
CANVASSED = "共听取商户、物业企业、业主对《夜市管理办法》等3项制度初稿的意见"
GUIDED = "指导在律师事务所、公证机构建立8个志愿队"
FOUNDED = "全县率先设立11个乡镇普法委员会及办公室"
FOUND = "查出用电风险和消防隐患38处"
FIGURES = (
    Told(FOUND, "38处", "行政执法", "查出用电风险和消防隐患", 38, "处"),
    Told(DRAFTED, "7部", "立法", "县政府提交条例草案", 7, "部"),
    Told(CANVASSED, "3项", "立法", "制度初稿的意见", 3, "项"),
    Told(GUIDED, "8个", "公共法律服务", "建立志愿队", 8, "个"),
    Told(FOUNDED, "11个", "普法宣传", "设立乡镇普法委员会及办公室", 11, "个"),
    Told(ADVISED, "77件次", "合法性审查", "提出合法性审查意见", 77, "件次"),
    Told(ABOUT, "31份", "合法性审查", "出具法律建议书", 31, "份"),
    Told(SERVED, "52家", "公共法律服务", "服务商会、合作社", 52, "家"),
    Told(SAT, "640名", "普法宣传", "中层干部和工勤人员参加宪法考试", 640, "名"),
    Told(HANDLED, "14起", "社区矫正", "处置戒毒人员突发事件", 14, "起"),
    Told(REVISED, "26件", "法律顾问", "审查、修订居民公约", 26),
    Told(SCRAPPED, "9件", "规范性文件", "规范性文件宣布废止或失效", 9),
    Told(DRILLED, "530人次", "普法宣传", "参加消防培训", 530, "人次"),
    Told(SURVEYED, "96个", "公共法律服务", "摸清国有投资在建工地和民间投资工地", 96, "个"),
    Told(FILED, "47件", "合法性审查", "乡镇(农场)、县直部门报备合同", 47),
    Told(VETTED, "18件", "规范性文件", "审核有关县政府规范性文件", 18),
    Told(VETTED, "45件", "规范性文件", "前置审查部门规范性文件", 45),
)


@pytest.mark.parametrize(
    "message",
    [
        "给县委的采购合同提了多少次审查意见",
        "旧城改造方面出了多少份法律建议书",
        "服务的商会有几家",
        "服务合作社多少家",
        "工勤人员有多少名参加宪法考试",
        "参加宪法考试的工勤人员单独几名",
        "楼栋长消防培训多少人次",
        "民间投资工地摸清几个",
        "戒毒人员斗殴的突发事件几起",
        "业主提过意见的制度初稿几项",
        "听取物业企业意见的制度初稿几项",
    ],
)
async def test_one_of_several_things_is_told_nothing(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert not answer.facts, message


@pytest.mark.parametrize(
    "message",
    [
        "养老服务方面审核了多少件规范性文件",
        "戒毒人员擅自离所的几起",
        "公证机构建立了几个志愿队",
        "律所建立了几个志愿队",
    ],
)
async def test_what_stands_beside_is_no_answer_either(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER, message


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("给县委重大决策和采购合同提了多少件次审查意见", "77件次"),
        ("提出多少件次审查意见", "77件次"),
        ("服务了几家商会和合作社", "52家"),
        ("中层干部和工勤人员多少名参加宪法考试", "640名"),
        ("参加消防培训多少人次", "530人次"),
        ("乡镇农场和县直部门报备合同几件", "47件"),
        ("国有投资在建工地和民间投资工地摸清几个", "96个"),
        ("有多少人参加宪法考试", "640名"),
        ("处置戒毒人员突发事件几起", "14起"),
        ("修订居民公约多少件", "26件"),
        ("规范性文件废止了几件", "9件"),
        ("前置审查部门规范性文件几件", "45件"),
        ("律所公证机构建立了几个志愿队", "8个"),
        ("律师事务所和公证机构建立了几个志愿队", "8个"),
        ("建立了几个志愿队", "8个"),
        ("县政府提交了几部条例草案", "7部"),
        ("为几项制度初稿听取过意见", "3项"),
        ("设立了几个乡镇普法委员会", "11个"),
    ],
)
async def test_all_of_them_are_told_to_who_names_all_or_none(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts[:1]] == [text], message


async def test_that_it_is_told_of_several_together_is_said(ask: Ask) -> None:
    answer = await ask("参加宪法考试的工勤人员单独几名")
    assert "以“人”计" not in "".join(missing.why for missing in answer.missing)


async def test_dangers_and_risks_are_one_thing(ask: Ask) -> None:
    answer = await ask("查出隐患多少处")
    assert [fact.text for fact in answer.facts] == ["38处"]
