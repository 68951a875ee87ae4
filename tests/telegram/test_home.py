"""The home place of a chat, and who may change it."""

from __future__ import annotations

from tests.telegram.harness import EchoDesk, Running
from tests.telegram.server import Person, Server, group


async def test_questions_are_asked_with_the_home_place(bot: Running, server: Server, desk: EchoDesk) -> None:
    person, other = Person(server), Person(server)
    await person.say("/home 光明区")
    await person.say("行政复议")
    await bot.idle()
    await other.say("行政复议")
    await bot.idle()
    assert "深圳市光明区" in person.private.texts[0]
    assert [context.home and context.home.adcode for context in desk.contexts] == ["440311", None]
    await person.say("/本地 清除")
    await person.say("行政复议")
    await bot.idle()
    assert desk.contexts[-1].home is None


async def test_it_is_shown_when_nothing_is_named(bot: Running, server: Server) -> None:
    person = Person(server)
    for text in ("/home", "/home 廉江", "/home"):
        await person.say(text)
    await bot.idle()
    assert "还没有设定本地" in person.private.texts[0]
    assert "本地是廉江市" in person.private.texts[2]


async def test_a_name_of_several_places_is_asked_back(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/home 鼓楼区")
    message = await person.private.answer()
    labels = [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]
    assert len(labels) == 4
    wanted = next(label for label in labels if "福州" in label)
    await person.press(message, wanted)
    await bot.idle()
    assert person.private.texts == [f"已把本地设为{wanted}。现在可以不写地名，例如：/ask 行政复议"]
    assert await bot.store.home(person.account.id) == "350102"


async def test_a_place_that_is_none_changes_nothing(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/home 光明区")
    await person.say("/home <b>亚特兰蒂斯</b>")
    await bot.idle()
    assert "没有找到“<b>亚特兰蒂斯</b>”" in person.private.texts[1]
    assert await bot.store.home(person.account.id) == "440311"


async def test_in_a_group_only_its_admins_change_it(bot: Running, server: Server) -> None:
    admin, member = Person(server), Person(server)
    office = group(server, admin, member)
    await member.say("/home@fazhi_bot 廉江", office)
    await bot.idle()
    assert office.texts == ["只有本群的管理员可以设定本地。"]
    await admin.say("/home@fazhi_bot 廉江", office)
    await bot.idle()
    assert await bot.store.home(office.room.id) == "440881"
    await member.say("/home@fazhi_bot 光明区", office, anonymous=True)
    await bot.idle()
    assert await bot.store.home(office.room.id) == "440311"
    await member.say("/home@fazhi_bot", office)
    assert "本地是深圳市光明区" in (await office.answer(4))["text"]


async def test_in_a_group_only_its_admins_press_it(bot: Running, server: Server) -> None:
    admin, member = Person(server), Person(server)
    office = group(server, admin, member)
    await admin.say("/home@fazhi_bot 鼓楼区", office)
    message = await office.answer()
    label = message["reply_markup"]["inline_keyboard"][0][0]["text"]
    toast = await member.press(message, label)
    assert toast["text"] == "只有本群的管理员可以设定本地。"
    assert await bot.store.home(office.room.id) == ""
    await admin.press(message, label)
    await bot.idle()
    assert await bot.store.home(office.room.id) != ""
