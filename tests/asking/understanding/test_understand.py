"""What staff type, and the query that it stands for. None of these sentences was used to choose a threshold."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.asking.understanding.understand import MOST_CHARACTERS, Context, Understander
from bot.errors import UserError
from bot.model import Asked, Intent, Kind, MissingKind, Modality, Query
from bot.words.places import Places


def told(query: Query) -> str:
    """A query in one line: intent; topics or indicators; places with years; words."""
    what = " ".join(query.indicators or query.topics)
    where = " ".join(asked.region.short + str(asked.year or "") for asked in query.asked)
    years = " ".join(map(str, query.years))
    return ";".join((query.intent.value, what, where + (f"@{years}" if years else ""), " ".join(query.words)))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("/compare 行政复议 光明 廉江", "compare;行政复议;光明 廉江;"),
        ("/COMPARE@FazhiBot 光明 行政复议 廉江", "compare;行政复议;光明 廉江;"),
        ("/对比 光明、廉江,行政复议", "compare;行政复议;光明 廉江;"),
        ("/对比行政复议 光明 廉江", "compare;行政复议;光明 廉江;"),
        ("/对比@fazhi_bot 行政复议 光明vs廉江", "compare;行政复议;光明 廉江;"),
        ("行政复议 光明2020 光明2024", "compare;行政复议;光明2020 光明2024;"),
        ("光明2020年和2024年的行政复议", "compare;行政复议;光明@2020 2024;"),
        ("光明 2020-2024 行政复议", "trend;行政复议;光明@2020 2021 2022 2023 2024;"),
        ("光明和廉江的行政复议、法律援助", "compare;行政复议 法律援助;光明 廉江;"),
        ("光明区2024年收到多少行政复议案件", "fact;行政复议/收到申请;光明@2024;"),
        ("光明二〇二四年行政复议收到多少", "fact;行政复议/收到申请;光明@2024;"),
        ("廉江24年受理了多少复议申请", "fact;行政复议/受理;廉江@2024;"),
        ("廉江跟光明比,哪边复议案件多?", "compare;行政复议;廉江 光明;"),
        ("请问一下光明区的复议案子总共收了多少啊?", "fact;行政复议/收到申请;光明;"),
        ("东莞有多少家律师事务所和多少名执业律师", "fact;律师管理/律师事务所 律师管理/执业律师;东莞;"),
        ("行政复议收到多少，法律援助受理多少，廉江", "fact;行政复议/收到申请 法律援助/受理案件;廉江;"),
        ("廉江行政复议和法律援助的受理数", "fact;行政复议/受理 法律援助/受理案件;廉江;"),
        ("光明 行政复议 不予受理", "fact;行政复议/不予受理;光明;"),
        ("光明 行政复议 调解率", "fact;行政复议/调解和解率;光明;"),
        ("廉江市人民调解成功率", "fact;人民调解/调解成功率;廉江;"),
        ("东莞出庭应诉率", "fact;行政应诉/负责人出庭应诉率;东莞;"),
        ("光明 社区矫正 多少人", "fact;社区矫正/在册对象;光明;"),
        ("光明区收监执行几人", "fact;社区矫正/收监执行;光明;"),
        ("光明区社区矫正对象有多少人", "fact;社区矫正/在册对象;光明;"),
        ("光明接收和解除社区矫正对象各多少人", "fact;社区矫正/接收 社区矫正/解除;光明;"),
        ("廉江多少执法人员参加考试", "fact;行政执法/执法人员考试;廉江;"),
        ("东莞公证案件办了多少", "fact;公证;东莞;"),
        ("东莞公证处办了多少公证", "fact;公证;东莞;"),
        ("东莞公证机构公证了多少件", "fact;公证;东莞;"),
        ("廉江调委会调解多少", "fact;人民调解;廉江;"),
        ("廉江人民调解组织一共调解了多少纠纷", "fact;人民调解;廉江;"),
        ("东莞有几家公证处", "fact;公证/公证机构;东莞;"),
        ("光明 律师 2020 2024", "compare;律师管理/执业律师;光明@2020 2024;"),
        ("光明 律师协会", "fact;律师管理;光明;协会"),
        ("光明有几家律所、几个律师", "fact;律师管理/律师事务所 律师管理/执业律师;光明;"),
        ("光明二四年法律援助", "fact;法律援助;光明@2024;"),
        ("光明二〇年法律援助", "fact;法律援助;光明@2020;"),
        ("光明这二三年法律援助", "trend;法律援助;光明;"),
        ("廉江受理通知类法律援助案件", "fact;法律援助/通知类案件;廉江;"),
        ("东莞政府被告案件", "fact;行政应诉/政府为被告案件;东莞;"),
        ("廉江律所几间", "fact;律师管理/律师事务所;廉江;"),
        ("光明、廉江2024年行政复议", "compare;行政复议;光明 廉江@2024;"),
        ("法律援助 光明2020 廉江", "compare;法律援助;光明2020 廉江;"),
        ("廉江 光明2020 法律援助", "compare;法律援助;廉江 光明2020;"),
        ("巴南的行政复议跟出庭应诉率", "fact;行政应诉/负责人出庭应诉率;巴南;"),
        ("廉江公证和成功率", "fact;公证;廉江;成功率"),
        ("廉江 行政复议 败诉率", "fact;行政复议;廉江;败诉率"),
        ("玉塘街道 法律援助", "fact;法律援助;;玉塘街道"),
        ("东莞有多少法律援助律师", "fact;法律援助;东莞;法律援助律师"),
        ("光明律所党员人数", "fact;律师管理/律师事务所;光明;律所党员人数"),
        ("光明社区矫正自杀等突发事件", "fact;社区矫正/突发事件;光明;"),
        ("光明人均复议案件", "fact;行政复议;光明;人均"),
        ("光明 廉江 东莞 谁的行政复议最少", "rank;行政复议;光明 廉江 东莞;"),
        ("光明复议案子调解结案的占多少", "fact;行政复议/调解和解率;光明;"),
        ("各地行政复议排名", "rank;行政复议;;"),
        ("哪个地方的调解成功率最高", "rank;人民调解/调解成功率;;"),
        ("光明历年行政复议", "trend;行政复议;光明;"),
        ("光明有哪些数据", "list;;光明;"),
        ("/list 光明", "list;;光明;"),
        ("compare 行政复议 光明 廉江", "compare;行政复议;光明 廉江;"),
        ("@fazhi_bot 光明 行政复议", "fact;行政复议;光明;"),
        ("<b>光明</b> 行政复议", "fact;行政复议;光明;"),
        ("光明 行政复议 比 廉江 多多少", "compare;行政复议;光明 廉江;"),
        ("法律援助挽回损失最多的地方", "rank;法律援助/挽回经济损失;;"),
        ("哪个市的律师最多", "rank;律师管理/执业律师;;"),
        ("光明 税收几件", "fact;;光明;税收"),
        ("光", "help;;;"),
        ("", "help;;;"),
        ("/check 廉江", "check;;廉江;"),
        ("/source 光明 行政复议", "source;行政复议;光明;"),
        ("/search 光明 前哨站 <b>", "search;;光明;前哨站 <b>"),
        ("你好", "help;;;"),
        ("/start", "help;;;"),
        ("马田街道的法治前哨站有几个", "fact;;;马田街道 法治 前哨站"),
        ("廉江复议接案多少", "fact;行政复议;廉江;接案"),
    ],
)
def test_plain_messages(understander: Understander, message: str, expected: str) -> None:
    query = understander.understand(message)
    assert told(query) == expected
    assert query.notes == ()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("行政付议 光名", "fact;行政复议;光明;"),
        ("光名人民条解成功了多少", "fact;人民调解/调解成功;光明;"),  # 名人 is a word
        ("廉江授理复议多少", "fact;行政复议/受理;廉江;"),  # the dictionary has 授理, which nobody means
        ("光明 社区矫证", "fact;社区矫正;光明;"),
        ("廉江法律缓助", "fact;法律援助;廉江;"),
        ("廉江法律元助受理多少", "fact;法律援助/受理案件;廉江;"),
        ("廉江 法律援 受理", "fact;法律援助/受理案件;廉江;"),
        ("光明 行政议复", "fact;行政复议;光明;"),
        ("xzfy guangming", "fact;行政复议;光明;"),
        ("xingzhengfuyi lianjiang", "fact;行政复议;廉江;"),
        ("xingzhenfuyi dongguan", "fact;行政复议;东莞;"),
        ("guangmingxzfy", "fact;行政复议;光明;"),
    ],
)
def test_what_was_not_literal_is_said(understander: Understander, message: str, expected: str) -> None:
    query = understander.understand(message)
    assert told(query) == expected
    assert all(note.startswith("按“") for note in query.notes)
    assert query.notes


@pytest.mark.parametrize(
    "message",
    [
        "光明明 行政复复议",
        "行 政 复 议 光 明",
        "光明行 政 复 议",
        "光 明 行 政复议",
        "光\u200b明 行政\u202e复议",
        "光明　行政複議",
        "光明 复议",
        "深圳光明 行政复议",
    ],
)
def test_same_question_typed_otherwise(understander: Understander, message: str) -> None:
    assert told(understander.understand(message)) == "fact;行政复议;光明;"


def test_a_word_that_has_a_character_twice_is_no_slip(understander: Understander) -> None:
    assert not understander.understand("廉江当头头的有没有出庭").notes


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("光明 GDP", "GDP"),
        ("光明 离婚案件", "离婚"),
        ("行政复议申请费 光明", "行政复议申请费"),
        ("廉江律师费多少", "律师费"),
        ("光明 行政复核", "复核"),
        ("光明街道 行政复议", "光明街道"),
        ("东莞有多少人口", "人口"),
        ("光明 行政复议 成功率", "成功率"),
        ("光明上半年行政复议", "上半年"),
        ("涉企行政复议 廉江", "涉企"),
        ("光明法官人数", "法官"),
        ("光明 行政复议 投诉率", "投诉率"),
        ("怎么申请法律援助", "怎么申请"),
        ("廉江 小偷多少人", "小偷"),
        ("光明 非编公职律师", "非编"),
        ("光明执业律师工资是多少", "工资"),
        ("东莞公证业务电影", "电影"),
    ],
)
def test_words_that_nothing_explains_are_kept(understander: Understander, message: str, word: str) -> None:
    assert word in understander.understand(message).words


@pytest.mark.parametrize("message", ["东莞公正司法评议多少次", "巴南公正文明执法培训几期", "光明公正公平吗"])
def test_a_word_that_sounds_like_a_topic_stays_one_beside_others(understander: Understander, message: str) -> None:
    assert "公证" not in understander.understand(message).topics


def test_a_misspelt_place_leaves_what_it_runs_into_whole(understander: Understander) -> None:
    query = understander.understand("东完异地商会有几家")
    assert ([region.own for region in query.regions], query.words) == (["东莞市"], ("异地商会",))


def test_kinds_and_modalities(understander: Understander) -> None:
    assert understander.understand("行政复议 光明 去年同期的几倍").kinds == (Kind.MULTIPLE,)
    assert understander.understand("东莞收到行政复议同比增长多少").kinds == (Kind.CHANGE, Kind.MULTIPLE)
    assert understander.understand("光明的行政复议是廉江的几倍").kinds == ()
    assert understander.understand("巴南2024年负责人出庭应诉率目标").modality is Modality.TARGET
    assert understander.understand("巴南2024年负责人出庭应诉率木标").modality is Modality.TARGET
    assert understander.understand("东莞2023年计化建几个法律援助站").modality is Modality.TARGET
    assert understander.understand("巴南负责人出庭应诉率").modality is Modality.ACTUAL
    assert understander.understand("光明 行政复议 去年同期").modality is Modality.PRIOR
    assert understander.understand("人民调解 廉江 涉及多少钱").kinds == (Kind.MONEY,)


def test_years_counted_from_the_reports(understander: Understander) -> None:
    assert understander.understand("去年光明的行政复议").notes == ("按2024年理解“去年”（最新报告是2024年的）",)
    assert told(understander.understand("目前光明的行政复议")) == "fact;行政复议;光明;"
    assert told(understander.understand("前年光明的行政复议")) == "fact;行政复议;光明@2023;"
    assert told(understander.understand("巴南明年出庭应诉率")) == "fact;行政应诉/负责人出庭应诉率;巴南@2024;"
    assert understander.understand("巴南明年出庭应诉率").modality is Modality.TARGET
    assert understander.understand("廉江2024年办结率要求保持在多少以上").modality is Modality.TARGET
    assert understander.understand("廉江2024年满意率得保住多少").modality is Modality.TARGET
    assert understander.understand("廉江2025年败诉率要控制在多少以内").modality is Modality.TARGET
    assert understander.understand("廉江25年想把多大比例的纠纷在村里调掉").modality is Modality.TARGET
    assert understander.understand("廉江要把多少纠纷化解在村里").modality is Modality.TARGET
    assert understander.understand("廉江需要把关的文件有多少件").modality is Modality.ACTUAL
    assert understander.understand("廉江结案率要提高到百分之几").modality is Modality.TARGET
    assert understander.understand("廉江结案率提高到百分之几").modality is Modality.ACTUAL
    assert understander.understand("廉江满意率保持在多少").modality is Modality.ACTUAL
    assert told(understander.understand("最近一年东莞的行政复议")) == "fact;行政复议;东莞2022;"
    assert told(understander.understand("去年光明的行政复议")) == "fact;行政复议;光明@2024;"
    assert told(understander.understand("光明 2019 行政复议")) == "fact;行政复议;光明@2019;"


def test_places(understander: Understander, places: Places) -> None:
    baoan = understander.understand("宝安 行政复议")
    assert [region.adcode for region in baoan.regions] == ["440306"]
    unclear = understander.understand("/compare 行政复议 朝阳")
    assert [choice.label for choice in unclear.choices] == ["北京市朝阳区", "朝阳市", "朝阳县", "长春市朝阳区"]
    assert unclear.choices[0].ask == "/compare 行政复议 北京市朝阳区"
    # None of those called so has a report: what is told of 光明 need not wait.
    beside = understander.understand("/compare 行政复议 光明 朝阳")
    assert not beside.choices
    assert [lack.why for lack in beside.missing] == ["叫“朝阳”的地方目前都没有报告"]
    [beijing] = places.named("北京")
    at_home = understander.understand("朝阳 行政复议", Context(home=beijing))
    assert [region.adcode for region in at_home.regions] == ["110105"]
    assert at_home.notes == ("按北京市朝阳区理解“朝阳”",)
    assert understander.understand("河南 行政复议").regions[0].adcode == "410000"
    strange = understander.understand("金星市 行政复议")
    assert [(missing.asked, missing.kind) for missing in strange.missing] == [("金星市", MissingKind.REGION)]
    assert strange.words == ()


def test_close_terms_are_asked_back(understander: Understander) -> None:
    query = understander.understand("/ask 光明 行政诉议")
    assert [choice.label for choice in query.choices] == ["行政复议", "行政诉讼"]
    assert query.choices[0].ask == "/ask 光明 行政复议"
    assert query.notes == ()
    both = understander.understand("光明 fy")
    assert {choice.label for choice in both.choices} == {"复议", "法援"}


def test_home(understander: Understander, places: Places) -> None:
    [home] = places.named("廉江")
    context = Context(home=home)
    assert told(understander.understand("行政复议", context)) == "fact;行政复议;廉江;"
    assert told(understander.understand("各地行政复议", context)) == "fact;行政复议;;"
    assert told(understander.understand("光明行政复议", context)) == "fact;行政复议;光明;"
    assert told(understander.understand("/rank 行政复议", context)) == "rank;行政复议;;"


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("光明2024年收到多少行政复议案件", "那廉江呢?", "fact;行政复议/收到申请;廉江@2024;"),
        ("光明 行政复议", "2020年呢？", "fact;行政复议;光明@2020;"),
        ("光明 行政复议", "法律援助呢", "fact;法律援助;光明;"),
        ("/compare 行政复议 光明 廉江", "法律援助呢", "compare;法律援助;光明 廉江;"),
        ("/compare 行政复议 光明 廉江", "那相差多少呢", "compare;行政复议;光明 廉江;"),
        ("/compare 行政复议 光明 廉江", "高几倍", "compare;行政复议;光明 廉江;"),
        ("光明 行政复议", "来源", "source;行政复议;光明;"),
        ("光明 行政复议", "图", "fact;行政复议;光明;"),
        ("光明 行政复议", "加上廉江", "compare;行政复议;光明 廉江;"),
        ("廉江 行政复议", "受理呢", "fact;行政复议/受理;廉江;"),
        ("廉江 法律援助", "排名", "rank;法律援助;;"),
        ("光明2020 光明2024 行政复议", "法律援助呢", "compare;法律援助;光明2020 光明2024;"),
        ("光明 行政复议", "东莞有多少家律所", "fact;律师管理/律师事务所;东莞;"),
        ("光明 行政复议", "宝安呢", "fact;行政复议;宝安;"),
        ("光明 行政复议", "和廉江比呢", "compare;行政复议;光明 廉江;"),
        ("巴南2024年出庭应诉率目标", "实际呢", "fact;行政应诉/负责人出庭应诉率;巴南;"),
        ("廉江受理多少法律援助案件", "还有吗", "fact;法律援助;廉江;"),
        ("廉江受理多少法律援助案件", "为什么", "source;法律援助/受理案件;廉江;"),
        ("廉江受理多少法律援助案件", "各地呢", "rank;法律援助/受理案件;;"),
        ("廉江受理多少法律援助案件", "图", "fact;法律援助/受理案件;廉江;"),
    ],
)
def test_follow_ups(understander: Understander, first: str, then: str, expected: str) -> None:
    previous = understander.understand(first)
    assert told(understander.understand(then, Context(previous=previous))) == expected


@pytest.mark.parametrize(
    ("then", "modality"),
    [
        ("调解成功率的呢", Modality.TARGET),
        ("实际调解成功率呢", Modality.ACTUAL),
        ("2023年调解成功率呢", Modality.ACTUAL),
        ("廉江调解成功率呢", Modality.ACTUAL),
    ],
)
def test_the_year_of_a_target_asks_for_other_targets(understander: Understander, then: str, modality: Modality) -> None:
    previous = understander.understand("巴南2024年出庭应诉率目标")
    assert understander.understand(then, Context(previous=previous)).modality is modality


def test_source_of_a_fact_keeps_the_case_of_its_id(understander: Understander) -> None:
    query = understander.understand("/source Banan_X-2023-15-0a1b2c")
    assert (query.intent, query.target) == (Intent.SOURCE, "Banan_X-2023-15-0a1b2c")


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("/compare", "请写出要对比的主题和地方"),
        ("/对比@bot", "请写出要对比的主题和地方"),
        ("/foo 光明", "没有“/foo”这个命令"),
        ("/home 光明", "网页上在输入框下面的“本地”里选，命令行用 --home 加地名"),
        ("/subscribe 行政复议", "网页上在“总览”的底部订阅"),
        ("啊" * (MOST_CHARACTERS + 1), "消息太长"),
        ("/compare 行政复议 " + "光明 廉江 " * 251, "最多问500个地方"),
    ],
)
def test_limits_are_said_with_an_example(understander: Understander, message: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        understander.understand(message)
    assert isinstance(understander.understand(caught.value.example), Query)


@pytest.mark.parametrize(
    ("message", "years"),
    [
        ("光明20 复议", (2020,)),
        ("廉江24复议", (2024,)),
        ("光明 20 法律援助", (2020,)),
        ("光明20、24复议", (2020, 2024)),
        ("光明20和24复议", (2020, 2024)),
        ("光明19复议", (2019,)),
        ("光明24宗复议", ()),
        ("光明20万元", ()),
        ("光明99复议", ()),
        ("复议24光明", ()),
    ],
)
def test_two_digits_behind_a_place_are_its_year(
    understander: Understander, message: str, years: tuple[int, ...]
) -> None:
    query = understander.understand(message)
    assert (*(one.year for one in query.asked if one.year), *query.years) == years
    assert all(any(f"按{year}年理解" in note for note in query.notes) for year in years)


_PIECES = "光明,廉江,朝阳,行政复议,法援,2024年,2020-2024,收到,和,/,@,多少,xzfy,呢,\u200b,<b>,',;,目标,图,律师,费,市"


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES.split(",")), max_size=14).map("".join)),
    st.booleans(),
)
def test_any_text_is_understood_or_refused(understander: Understander, message: str, following: bool) -> None:
    previous = Query(intent=Intent.FACT, topics=("行政复议",), asked=())
    try:
        query = understander.understand(message, Context(previous=previous if following else None))
    except UserError:
        return
    assert all(isinstance(asked, Asked) for asked in query.asked)


def test_the_longest_message_is_understood(understander: Understander) -> None:
    query = understander.understand("光明 " + "行政复议 " * 1999)
    assert told(query) == "fact;行政复议;光明;"


@pytest.mark.parametrize(
    "piece", ["复", "a", "复议议", "收到", "<a", "１", "2024年", "xzfy ", "和", "（", "\u200b", "律师费"]
)
def test_no_long_message_takes_for_ever(understander: Understander, piece: str) -> None:
    query = understander.understand((piece * MOST_CHARACTERS)[:MOST_CHARACTERS])
    assert all(len(word) <= 40 for word in query.words)


def test_simple_messages_need_no_dictionary() -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from bot.words.lexicon import Lexicon; from bot.words.places import Places;"
        "from bot.asking.understanding.understand import Understander; d = Path('data');"
        "u = Understander(Lexicon.load(d / 'lexicon'), Places.load(d / 'places'), ());"
        "u.understand('/compare 行政复议 光明 廉江'); sys.exit('jieba' in sys.modules or 'pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_what_nothing_knows_is_quoted_as_it_was_typed(understander: Understander) -> None:
    assert understander.understand("光明停车位数量").unread == ("停车位",)
    assert understander.understand("廉江行政复议食堂面积").unread == ("食堂面积",)
    assert understander.understand("廉江法律援助败诉率").unread == (), "a word of the lexicon was read"


@pytest.mark.parametrize(("message", "lowest"), [("哪里行政复议最少", True), ("哪里行政复议最多", False)])
def test_a_ranking_may_start_from_the_lowest(understander: Understander, message: str, lowest: bool) -> None:
    query = understander.understand(message)
    assert (query.intent, query.ascending) == (Intent.RANK, lowest)


def test_districts_leave_cities_out(understander: Understander) -> None:
    assert "东莞" not in told(understander.understand("哪个区县行政复议最多"))


@pytest.mark.parametrize(
    ("message", "note"),
    [("光明县 行政复议", "按深圳市光明区理解“光明县”"), ("光明新区行政复议", "按深圳市光明区理解“光明新区”")],
)
def test_another_kind_of_place_is_said(understander: Understander, message: str, note: str) -> None:
    assert note in understander.understand(message).notes


def test_a_new_area_of_a_city_is_not_the_city(understander: Understander) -> None:
    query = understander.understand("东莞新区 行政复议")
    assert not query.asked
    assert [missing.asked for missing in query.missing] == ["东莞新区"]


def test_topics_that_the_lexicon_has_no_longer_are_forgotten(understander: Understander) -> None:
    gone = Query(intent=Intent.FACT, topics=("没有这个", "行政复议"), indicators=("没有这个/数",))
    assert understander.understand("那廉江呢", Context(previous=gone)).topics == ("行政复议",)


def test_a_place_that_joins_is_not_bound_to_the_year_of_the_others(understander: Understander) -> None:
    before = understander.understand("光明2024年行政复议收到多少宗")
    query = understander.understand("对比一下东莞", Context(previous=before))
    assert [(one.region.short, one.year) for one in query.asked] == [("光明", 2024), ("东莞", None)]
    assert query.years == ()
    assert query.intent is Intent.COMPARE


@pytest.mark.parametrize(
    ("message", "expected", "noted"),
    [
        ("法律援助 廉江和光明2020", "compare;法律援助;廉江 光明2020;", True),
        ("光明2020年和廉江的法律援助", "compare;法律援助;光明2020 廉江;", True),
        ("廉江和光明2020年的法律援助", "compare;法律援助;廉江 光明@2020;", False),
        ("2020年廉江和光明的法律援助", "compare;法律援助;廉江 光明@2020;", False),
    ],
)
def test_a_year_beside_one_place_is_asked_of_no_place_that_lacks_it(
    understander: Understander, message: str, expected: str, noted: bool
) -> None:
    query = understander.understand(message)
    assert told(query) == expected
    assert query.notes == (("2020年只算光明区的，廉江市用最新的报告",) if noted else ())


def test_a_name_of_a_topic_that_is_an_indicators_asks_for_that(understander: Understander) -> None:
    assert understander.understand("光明政协提案多少件").indicators == ("政务公开与监督/政协提案",)
    assert understander.understand("光明政务公开").indicators == ()


@pytest.mark.parametrize("message", ["五份报告里哪个地方复议最多", "12份报告中哪个地方复议最多"])
def test_how_many_reports_there_are_is_no_part_of_a_question(understander: Understander, message: str) -> None:
    assert told(understander.understand(message)) == told(understander.understand("哪个地方复议最多"))


def test_a_year_in_front_of_than_is_of_that_place(understander: Understander) -> None:
    query = understander.understand("廉江跟光明2020年比，谁的调解成功率高")
    assert [(asked.region.own, asked.year) for asked in query.asked] == [("廉江市", None), ("光明区", 2020)]


def test_who_is_sued_goes_without_saying_where_suits_are_lost(understander: Understander) -> None:
    assert understander.understand("巴南区政府自己当被告一审输了几件").words == ()


def test_setting_beside_another_place_adds_it(understander: Understander) -> None:
    before = understander.understand("光明2024年收了多少复议案件")
    query = understander.understand("跟廉江比，谁收得多？", Context(previous=before))
    assert [region.own for region in query.regions] == ["光明区", "廉江市"]
    assert (query.intent, query.indicators) == (Intent.COMPARE, before.indicators)


def test_years_that_are_counted_again_narrow_nothing(understander: Understander) -> None:
    assert understander.understand("光明2020和2024两年法律援助分别受理多少宗").words == ()
