"""Administration in private over the loopback server: who may, what it does, and that it does it once."""

from __future__ import annotations

import pytest

from bot.admin.disputes import KIND as DISPUTE
from bot.library.shelf import revisions
from bot.model import Bound
from bot.store.facts import Wanted
from tests.golden import reports
from tests.telegram.office import PAGE, Service, reply_to, send_file, shows, yes_of
from tests.telegram.server import Person, Server, group
from tests.telegram.server.markup import found_entities


async def test_a_page_becomes_a_report_only_when_it_is_published(service: Service, server: Server) -> None:
    owner, reader = service.owner, Person(server)
    await reader.say("/subscribe 廉江")
    await shows(reader, "已订阅")
    page = PAGE.format(title="廉江市司法局2025年法治政府建设情况报告", year=2025, place="廉江市")
    await send_file(owner, "lianjiang.html", page)
    shown = await shows(owner, "尚未公开")
    assert "年度：2025" in shown["text"]
    assert "行政复议" in shown["text"]
    assert "lianjiang-2025" in shown["text"]
    assert "lianjiang-2025" not in (await service.app.store.catalogue()).reports
    await reply_to(owner, shown, "发布：2026-01-09\n网址：https://www.example.gov.cn/post_1.html")
    changed = await shows(owner, "2026-01-09")
    yes = yes_of(changed)
    await owner.press(changed, "发布")
    await shows(owner, "新增：lianjiang-2025")
    report = (await service.app.store.catalogue()).reports["lianjiang-2025"]
    assert (str(report.published), report.url) == ("2026-01-09", "https://www.example.gov.cn/post_1.html")
    assert "20件" in (await shows(reader, "新报告：《廉江市司法局2025年"))["text"]
    assert not (service.folder / "data" / "reports" / "lianjiang-2025.html").exists()
    await owner.press_data(changed, yes)
    await shows(owner, "处理过了")
    assert len(revisions(service.folder / "state")) == 1


async def test_what_is_missing_is_asked_for_and_nonsense_refused(service: Service) -> None:
    owner = service.owner
    await send_file(owner, "page.html", PAGE.format(title="工作情况", year="", place="某"))
    shown = await shows(owner, "还不能发布")
    await reply_to(owner, shown, "地方：不存在县")
    await shows(owner, "不是已知的地方")
    await reply_to(owner, shown, "地方：廉江市\n年度：2025\n标题：廉江市司法局工作情况\n机关：廉江市司法局")
    changed = await shows(owner, "尚未公开")
    await owner.press(changed, "丢弃")
    await shows(owner, "已取消")
    assert revisions(service.folder / "state") == []
    await send_file(owner, "photo.jpg", "x")
    await shows(owner, "只能读")


async def test_a_report_is_retracted_and_brought_back(service: Service) -> None:
    owner = service.owner
    await owner.say("/retract guangming-2024")
    await owner.press(await shows(owner, "撤回《"), "确认撤回")
    await shows(owner, "移除：guangming-2024")
    assert "guangming-2024" not in (await service.app.store.catalogue()).reports
    await owner.say("/rollback 0")
    await owner.press(await shows(owner, "回到第 0 版？"), "确认回退")
    await shows(owner, "新增：guangming-2024")
    await owner.say("/audit")
    text = (await shows(owner, "撤回 guangming-2024"))["text"]
    assert "回到第 0 版" in text
    assert [one.number for one in revisions(service.folder / "state")] == [1, 2]


async def test_wrong_data_changes_nothing_and_is_said_with_its_line(service: Service) -> None:
    owner = service.owner
    sources = service.folder / "data" / "reports" / "sources.toml"
    good = sources.read_text("utf-8")
    sources.write_text(good + '\n[[report]]\nid = "x"\n', "utf-8")
    await owner.say("/reload")
    await shows(owner, "没有改动")
    sources.write_text(good.replace("2024年法治政府建设年度报告", "2024年年度报告"), "utf-8")
    await owner.say("/reload")
    await shows(owner, "更新：guangming-2024")
    assert len([text for text in owner.private.texts if "正在读取" in text]) == 0


async def test_only_admins_are_served_and_each_press_is_checked_anew(service: Service, server: Server) -> None:
    owner, other = service.owner, Person(server)
    for text in ("/reload", "/status", "/broadcast 大家好", "/admins"):
        await other.say(text)
    await server.until(lambda: len(other.private.answers) == 4)
    assert all("管理员用的功能" in text for text in other.private.texts)
    await owner.say(f"/admins 加 {other.account.id}")
    await shows(owner, str(other.account.id))
    menu = f"chat:{other.account.id}", "zh"
    await server.until(lambda: menu in server.world.commands)
    await other.say("/retract guangming-2024")
    shown = await shows(other, "撤回《")
    await other.say(f"/admins 加 {other.account.id + 1}")
    await shows(other, "只有所有者")
    await owner.say(f"/admins 减 {other.account.id}")
    await shows(owner, "没有。")
    await server.until(lambda: menu not in server.world.commands)
    assert "管理员用的功能" in (await other.press(shown, "确认撤回"))["text"]
    assert "guangming-2024" in (await service.app.store.catalogue()).reports
    place = group(server, owner)
    await owner.say("/status@fazhi_bot", place)
    assert "私聊" in (await place.answer(1))["text"]


@pytest.mark.parametrize("number", ["0", "7", "9" * 30])
async def test_a_number_that_nothing_waits_under_is_said_to_be_none(service: Service, number: str) -> None:
    owner = service.owner
    for command, said in (
        (f"/proposals {number}", "没有这一条"),
        (f"/disputes {number} 已核对", f"没有待处理的报错 {number}"),
        (f"/rollback {number + '1'}", "没有第"),
    ):
        await owner.say(command)
        await shows(owner, said)
    await owner.press_data(owner.private.answers[-1], f"d:yes:{number}")
    assert "没有这一条" in (await owner.private.answer(4))["text"]


async def test_a_broadcast_is_previewed_and_reaches_each_subscriber_once(service: Service, server: Server) -> None:
    owner, readers = service.owner, [Person(server), Person(server)]
    for reader in readers:
        await reader.say("/subscribe 光明")
        await shows(reader, "已订阅")
    await owner.say("/broadcast 周六 <维护> 一小时")
    shown = await shows(owner, "将发给 2 处订阅者")
    yes = yes_of(shown)
    await owner.press(shown, "发送")
    for reader in readers:
        await shows(reader, "周六 <维护> 一小时")
    await owner.press_data(shown, yes)
    await shows(owner, "处理过了")
    assert [len(reader.private.answers) for reader in readers] == [2, 2]
    await owner.say("/status")
    text = (await shows(owner, f"报告 {len(reports())} 份"))["text"]
    assert "订阅 2 条，2 个会话" in text
    assert found_entities(text) == []


async def test_a_disputed_figure_reaches_the_admins_and_is_answered(service: Service, server: Server) -> None:
    owner, reader = service.owner, Person(server)
    await reader.say("/ask 廉江 行政复议")
    answer = await shows(reader, "252宗")
    await reader.say("/报错 应是253宗", reply_to=answer)
    assert "编号 1" in (await shows(reader, "已转给管理员"))["text"]
    told = (await shows(owner, "应是253宗"))["text"]
    assert "原回答：" in told
    await owner.say("/disputes")
    await shows(owner, "答复用：/disputes 编号")
    await owner.say("/disputes 1 已核对，原文就是252宗")
    await shows(owner, "已答复报错 1")
    assert "原文就是252宗" in (await shows(reader, "已处理"))["text"]
    await owner.say("/disputes 1 再说一次")
    await shows(owner, "没有待处理的报错 1")
    await reader.say("/报错")
    await shows(reader, "请写出哪个数字有误")
    for _ in range(6):
        await reader.say("/dispute 还是不对")
    await shows(reader, "还没处理完")


async def test_what_one_message_does_not_hold_is_refused_or_comes_in_several(service: Service) -> None:
    owner = service.owner
    await owner.say("/broadcast " + "<>" * 1000)
    await shows(owner, "一条消息放不下")
    for number in range(12):
        body = {"chat": owner.account.id, "thread": 0, "note": "错" * 300, "about": "原" * 300}
        await service.upkeep.admins.ask(f"key:{number}", DISPUTE, body, 5)
    await owner.say("/disputes")
    await shows(owner, "答复用：/disputes 编号")
    assert sum(text.count("报错 ") for text in owner.private.texts) == 12
    await owner.say("/disputes 1 " + "字" * 4000)
    await shows(owner, "一条消息放不下")
    await owner.say("/disputes 1 已核对")
    await shows(owner, "已答复报错 1")


async def test_a_figure_is_pointed_out_by_buttons_and_a_reply_says_what_is_wrong(
    service: Service, server: Server
) -> None:
    owner, reader = service.owner, Person(server)
    await reader.say("/ask 廉江 行政复议")
    answer = await shows(reader, "252宗")
    await reader.press(answer, "报错")
    which = await shows(reader, "哪个数字有误")
    buttons = [row[0] for row in which["reply_markup"]["inline_keyboard"]]
    assert [button["text"].partition(" ")[0] for button in buttons] == ["252宗", "211宗", "121宗"]
    again = await reader.press(answer, "报错")
    assert again["text"] == "已经在上面回答了。"
    await reader.press(which, buttons[1]["text"])
    question = await shows(reader, "请回复这条消息")
    assert "廉江市2024年" in question["text"]
    assert "211宗" in question["text"]
    asking = [call.json("reply_markup") for call in server.of("sendMessage") if "请回复这条消息" in call.given["text"]]
    assert asking == [{"force_reply": True, "input_field_placeholder": "应是……，见报告第……部分"}]
    await reader.say("应是212宗 <b>", reply_to=question)
    await shows(reader, "已转给管理员")
    told = (await shows(owner, "应是212宗 <b>"))["text"]
    assert "211宗" in told
    assert "立案受理211宗" in told


async def test_a_figure_is_pointed_out_in_a_forum_topic(service: Service, server: Server) -> None:
    reader = Person(server)
    forum = group(server, reader, forum=True)
    await reader.say("/ask@fazhi_bot 廉江 行政复议", forum, topic=7)
    await reader.press(await forum.answer(), "报错")
    which = await forum.answer(2)
    await reader.press(which, which["reply_markup"]["inline_keyboard"][0][0]["text"])
    question = await forum.answer(3)
    await reader.say("不对", forum, reply_to=question)
    told = await forum.answer(4)
    assert "已转给管理员" in told["text"]
    assert {message["message_thread_id"] for message in forum.answers} == {7}
    assert not [call for call in server.of("sendMessage") if "force_reply" in call.given.get("reply_markup", "")]


async def test_a_figure_that_is_gone_since_is_not_taken_for_another(service: Service, server: Server) -> None:
    reader = Person(server)
    await reader.say("/ask 廉江 行政复议")
    answer = await shows(reader, "252宗")
    await reader.press_data(answer, "w:lianjiang-2024-1-000000")
    await shows(reader, "这条数据已经更新")


async def test_a_published_figure_is_put_right_by_chat(service: Service) -> None:
    owner = service.owner
    await owner.say("/correct lianjiang-2024")
    shown = await shows(owner, "尚未公开")
    assert "将替换现有的" in shown["text"]
    await reply_to(owner, shown, '[[drop]]\ntext = "没有这个数"')
    await shows(owner, "找不到")
    fix = '[[fix]]\ntext = "252宗"\nwas = { bound = "eq" }\nnow = { bound = "approx" }'
    await reply_to(owner, shown, fix)
    changed = await shows(owner, "尚未公开")
    await owner.press(changed, "发布")
    await shows(owner, "更新：lianjiang-2024")
    found = (await service.app.store.find(Wanted(reports=("lianjiang-2024",)))).facts
    assert [fact.claim.bound for fact in found if fact.text == "252宗" and fact.corrected] == [Bound.APPROX]
    old, new = (service.app.library.data_dir / "reports" / "lianjiang-2024.txt").read_text("utf-8"), await text(service)
    assert old.strip() == new.strip()


async def text(service: Service) -> str:
    """The text of a report as it is shown."""
    return await service.app.store.text("lianjiang-2024")
