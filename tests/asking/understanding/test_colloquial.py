"""How people talk: verbs of their own, verbs parted from their object, a clause that says what is asked about."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Context, Understander
from bot.model import Modality


@pytest.mark.parametrize(
    ("message", "indicator"),
    [
        ("光明复议收进来几宗", "行政复议/收到申请"),
        ("廉江复议，2024年一共审完了多少", "行政复议/审结"),
        ("东莞市政府吃官司多少宗", "行政应诉/政府为被告案件"),
        ("廉江法律顾问写了多少份状子", "法律顾问/村居顾问代书"),
        ("廉江2024复议真正立上案的有多少宗", "行政复议/受理"),
        ("光明24年给社矫对象上课上了几场", "社区矫正/教育学习"),
        ("光明收监几人", "社区矫正/收监执行"),
        ("巴南司法鉴定接了多少案子", "司法鉴定/受案"),
        ("廉江来听执法培训课的有多少人次", "行政执法/培训人次"),
        ("东莞市政府去年发了几份规范性文件", "规范性文件/印发政府文件"),
        ("巴南出了几份规范性文件", "规范性文件/印发"),
        ("东莞党员有多少", "党的建设/党员人数"),
        ("东莞到底有多少党员", "党的建设/党员人数"),
        ("巴南法律援助那类案子，全年接了多少", "法律援助/受理案件"),
        ("东莞2022社矫批准戴电子手环的几人", "社区矫正/电子定位"),
        ("东莞司法系统办结公证的事有几件", "公证/办结"),
        ("东莞打行政官司输了几场", "行政应诉/败诉"),
    ],
)
def test_a_colloquial_verb_asks_for_what_reports_say(understander: Understander, message: str, indicator: str) -> None:
    query = understander.understand(message)
    assert query.indicators == (indicator,)
    assert not query.words


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("光明女律师们到底有几个", "女"),
        ("廉江外来媳妇的法援案办了多少宗", "媳妇"),
        ("东莞前前后后收了多少遗嘱公证", "遗嘱"),
        ("光明那批环保类案件罚了多少", "环保"),
        ("廉江来听城管执法培训课的有多少人次", "城管"),
        ("巴南笔迹司法鉴定接了多少案子", "笔迹"),
        ("巴南法律援助案子的食宿费发了多少", "食宿费"),
        ("巴南行政复议的案子输了几件", "输了"),
        ("东莞退休党员有多少", "退休"),
        ("廉江卫健局发了多少份规范性文件", "卫健局"),
        ("东莞行政诉讼赢过几件", "赢过"),
    ],
)
def test_what_makes_a_part_still_narrows_beside_words_that_say_nothing(
    understander: Understander, message: str, left: str
) -> None:
    query = understander.understand(message)
    assert any(left in word for word in query.words)


def test_a_verb_that_only_says_that_something_was_done_narrows_nothing(understander: Understander) -> None:
    assert understander.understand("东莞那一年办掉的复议有多少件").words == ()


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("光明打了几场官司", "行政应诉"),
        ("东莞法律援助替人打了多少场官司", "法律援助"),
        ("廉江律师打了多少官司", "律师管理"),
    ],
)
def test_suits_are_of_who_is_said_to_plead_them(understander: Understander, message: str, topic: str) -> None:
    assert understander.understand(message).topics == (topic,)


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("东莞立了几部法", "立法"),
        ("廉江牵头立了几部规章", "立法"),
        ("廉江普了几次法", "普法宣传"),
        ("光明一共立过几个法", "立法"),
    ],
)
def test_a_topic_that_is_a_verb_and_its_object_may_stand_in_two_pieces(
    understander: Understander, message: str, topic: str
) -> None:
    query = understander.understand(message)
    assert (query.topics, query.words) == ((topic,), ())


@pytest.mark.parametrize(
    ("message", "words"), [("廉江司法局有多少人", ("多少人",)), ("廉江多少钱", ("多少钱",)), ("廉江有多少", ())]
)
def test_people_and_money_of_nothing_are_not_all_that_there_is(
    understander: Understander, message: str, words: tuple[str, ...]
) -> None:
    assert understander.understand(message).words == words


def test_people_behind_an_answer_are_those_of_what_was_asked(understander: Understander) -> None:
    before = understander.understand("廉江法律援助受理多少")
    query = understander.understand("多少人", Context(previous=before))
    assert query.topics == ("法律援助",)
    assert "多少人" not in query.words


@pytest.mark.parametrize(
    "message", ["东莞市政府摊上多少官司", "不服处罚去找廉江市政府评理的多少件", "东莞司法鉴定接了多少活"]
)
def test_words_that_only_colour_what_was_done_narrow_nothing(understander: Understander, message: str) -> None:
    assert understander.understand(message).words == ()


@pytest.mark.parametrize(
    ("message", "modality"),
    [
        ("廉江替企业向银行争取授信多少", Modality.ACTUAL),
        ("廉江争取补助资金多少", Modality.ACTUAL),
        ("廉江争取调解成功率达到多少", Modality.TARGET),
        ("廉江出庭应诉率争取多少", Modality.TARGET),
    ],
)
def test_what_was_got_is_no_target_and_what_a_figure_shall_reach_is(
    understander: Understander, message: str, modality: Modality
) -> None:
    assert understander.understand(message).modality is modality


@pytest.mark.parametrize(
    ("message", "topic", "indicators"),
    [
        ("东莞公证处 办了多少", "公证", ()),
        ("东莞公证全年出了多少件", "公证", ()),
        ("光明法援帮了多少人", "法律援助", ("法律援助/受援人",)),
        ("光明作废的文件有几个", "规范性文件", ("规范性文件/废止失效",)),
    ],
)
def test_what_was_done_is_the_matter_of_the_topic(
    understander: Understander, message: str, topic: str, indicators: tuple[str, ...]
) -> None:
    query = understander.understand(message)
    assert (query.topics, query.indicators, query.words) == ((topic,), indicators, ())


@pytest.mark.parametrize("message", ["光明社矫批了多少人", "光明社矫发了多少", "光明复议评了多少件"])
def test_a_deed_that_is_not_of_the_topic_narrows_it(understander: Understander, message: str) -> None:
    assert understander.understand(message).words
