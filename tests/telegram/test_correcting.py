"""Figures put right in the chat: found, changed, previewed, published as a revision, and shown as corrected."""

from __future__ import annotations

import shutil

from bot.admin.rooms import Asker
from bot.library.shelf import newest
from bot.model import Bound, Fact
from bot.notices.subscribing import Spot
from bot.store.facts import Wanted
from tests.golden import ROOT
from tests.telegram.office import PAGE, Service, reply_to, send_file, shows
from tests.telegram.server import Person, Server

REPORT = "lianjiang-2024"


async def facts_of(service: Service, report: str = REPORT) -> tuple[Fact, ...]:
    """A report's figures as they are answered with."""
    return (await service.app.store.find(Wanted(reports=(report,)))).facts


async def test_a_figure_is_put_right_by_its_number(service: Service, server: Server) -> None:
    owner, reader = service.owner, Person(server)
    await owner.say(f"/correct {REPORT}")
    shown = await shows(owner, "尚未公开")
    await reply_to(owner, shown, "数据 252宗")
    listed = (await shows(owner, "252宗"))["text"]
    number = next(line.split(".")[0] for line in listed.splitlines() if "252宗" in line and line[0].isdigit())
    await reply_to(owner, shown, f"{number} 数值：253")
    assert "原文写的是“252宗”，数值不能是 253" in (await shows(owner, "原文写的是"))["text"]
    await reply_to(owner, shown, f"{number} 界限：约；主体：市本级")
    changed = await shows(owner, "252宗：界限 准确 → 约，主体 无 → 市本级")
    assert [fact.corrected for fact in await facts_of(service) if fact.text == "252宗"] == [False]
    await owner.press(changed, "发布")
    await shows(owner, f"更新：{REPORT}")
    fact = next(fact for fact in await facts_of(service) if fact.text == "252宗")
    assert (fact.claim.bound, fact.claim.subject, fact.corrected) == (Bound.APPROX, "市本级", True)
    revision = newest(service.folder / "state")
    assert revision is not None
    assert "252宗" in (revision.folder / "corrections" / f"{REPORT}.toml").read_text("utf-8")
    await reader.say("/ask 廉江 行政复议")
    assert "已更正" in (await shows(reader, "252宗"))["text"]


async def test_several_lines_at_once_go_by_the_numbers_that_were_shown(service: Service) -> None:
    owner = service.owner
    await owner.say(f"/correct {REPORT}")
    shown = await shows(owner, "尚未公开")
    before = await facts_of(service)
    first, second = before[0], before[1]
    await reply_to(owner, shown, "1 删除\n2 截至：截至6月底")
    await owner.press(await shows(owner, "截至6月底"), "发布")
    await shows(owner, f"更新：{REPORT}")
    after = await facts_of(service)
    assert first.id not in {fact.id for fact in after}
    assert [fact.claim.asof for fact in after if fact.id == second.id] == ["截至6月底"]
    assert len(after) == len(before) - 1


async def test_one_bad_line_changes_nothing(service: Service) -> None:
    owner = service.owner
    await owner.say(f"/correct {REPORT}")
    shown = await shows(owner, "尚未公开")
    await reply_to(owner, shown, "1 删除\n2 颜色：红")
    await shows(owner, "字段有 数值")
    await owner.say("/proposals 1")
    assert "更正" not in (await shows(owner, "尚未公开"))["text"].split("改信息")[0]


async def test_an_order_that_comes_twice_corrects_once(service: Service) -> None:
    owner = service.owner
    asker = Asker(owner.account.id, "update:1")
    await service.upkeep.office.command("correct", REPORT, asker)
    order = Asker(owner.account.id, "update:2")
    for _ in range(2):
        reply = await service.upkeep.office.correct(1, "1 删除", order)
        assert reply.text.count("：删除") == 1


async def test_a_new_reports_figures_are_put_right_before_it_is_published(service: Service) -> None:
    owner = service.owner
    page = PAGE.format(title="廉江市司法局2025年法治政府建设情况报告", year=2025, place="廉江市")
    await send_file(owner, "new.html", page)
    shown = await shows(owner, "尚未公开")
    await reply_to(owner, shown, "“收到行政复议申请20件” 单位：宗")
    changed = await shows(owner, "20件：单位 件 → 宗")
    await owner.press(changed, "发布")
    await shows(owner, "新增：lianjiang-2025")
    units = {fact.text: (fact.claim.unit, fact.corrected) for fact in await facts_of(service, "lianjiang-2025")}
    assert units["20件"] == ("宗", True)
    assert units["18件"] == ("件", False)


async def test_a_dispute_leads_to_the_report_and_its_correction_answers_it(service: Service, server: Server) -> None:
    owner, reader = service.owner, Person(server)
    await reader.say("/ask 廉江 行政复议")
    answer = await shows(reader, "252宗")
    await reader.say("/报错 应是约252宗", reply_to=answer)
    await shows(reader, "已转给管理员")
    await owner.say("/disputes 1")
    shown = await shows(owner, "报错的人会收到答复")
    await owner.press(shown, "更正 廉江市2024年")
    opened = await shows(owner, "将替换现有的")
    await reply_to(owner, opened, "“收到252宗” 界限：约")
    await owner.press(await shows(owner, "界限 准确 → 约"), "发布")
    await shows(owner, f"更新：{REPORT}")
    told = (await shows(reader, "已处理"))["text"]
    assert "已更正" in told
    assert "界限 准确 → 约" in told
    await owner.say("/disputes")
    await shows(owner, "没有待处理的报错")


async def test_only_yes_and_no_settle_and_only_for_what_waits_for_them(service: Service, server: Server) -> None:
    owner, reader = service.owner, Person(server)
    await reader.say("/报错 不对")
    await shows(reader, "已转给管理员")
    await owner.say("/disputes 1")
    shown = await shows(owner, "/correct 报告编号")
    for data, said in (("d:yes:1", "不能这样处理"), ("d:fix0:1", "没有这份报告"), ("d:yes:77", "处理过了")):
        await owner.press_data(shown, data)
        await shows(owner, said)
    assert newest(service.folder / "state") is None


async def test_a_reload_reaches_the_words_of_subscriptions_and_the_places_of_proposals(service: Service) -> None:
    owner = service.owner
    await owner.say("/subscribe 民告官复议")
    assert "含“民告官复议”" in (await shows(owner, "已订阅"))["text"]
    topics = service.folder / "data" / "lexicon" / "topics.toml"
    text = topics.read_text("utf-8")
    assert 'name = "行政复议"\n' in text
    at = text.index("aliases = [", text.index('name = "行政复议"\n')) + len("aliases = [")
    topics.write_text(f'{text[:at]}"民告官复议", {text[at:]}', "utf-8")
    await owner.say("/reload")
    await shows(owner, "更新：")
    await owner.say("/subscribe 民告官复议 廉江")
    await shows(owner, "已订阅：廉江市 · 行政复议")
    shutil.copy(ROOT / "data" / "lexicon" / "topics.toml", topics)
    places = next(file for file in (service.folder / "data" / "places").iterdir() if file.is_file())
    good = places.read_bytes()
    places.write_bytes(b"\xff\xfe broken")
    await owner.say("/reload")
    assert (await shows(owner, "什么都没有改动"))["text"].count("不是 UTF-8 编码") == 1
    places.write_bytes(good)


async def test_an_order_that_comes_twice_asks_and_tells_once(service: Service) -> None:
    owner, office = service.owner, service.upkeep.office
    for name, rest in (("retract", REPORT), ("broadcast", "大家好"), ("correct", REPORT)):
        asker = Asker(owner.account.id, f"update:{name}")
        first, second = [await office.command(name, rest, asker) for _ in range(2)]
        assert first.buttons == second.buttons
    for _ in range(2):
        await office.disputes.open(Spot(5), "不对", "", by=5, key="update:9")
    told = await shows(owner, "更正或答复")
    assert told["text"].startswith("报错 ")
    assert len(owner.private.texts) == 1


async def test_a_report_whose_file_is_gone_cannot_be_corrected_and_leaves_nothing_waiting(service: Service) -> None:
    owner = service.owner
    (service.folder / "data" / "reports" / f"{REPORT}.txt").unlink()
    await owner.say(f"/correct {REPORT}")
    await shows(owner, "的文件不在了")
    await owner.say("/proposals")
    await shows(owner, "没有待发布的报告")
