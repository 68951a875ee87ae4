"""Corrections: what people put right is applied, and what no longer fits is refused with its line."""

from __future__ import annotations

import pytest

from bot.errors import DataError
from bot.model import Bound, Claim, Direction, Kind, Mention, MentionClass
from bot.reading.corrections import Corrected, correct, read_corrections

TEXT = "办理复议案件20件，审结18件；接待群众20人次。\n行政诉讼零败诉，12348热线接听900次。"


def counted(text: str, unit: str, measure: str, nth: int = 0) -> Mention:
    """A count found by the reader at the nth place where its text stands."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    claim = Claim(
        value=float(text.removesuffix(unit)),
        unit=unit,
        bound=Bound.EQ,
        kind=Kind.COUNT,
        topic="行政复议",
        measure=measure,
        period=2024,
        quote=next(clause for clause in TEXT.replace("；", "。").replace("\n", "。").split("。") if text in clause),
    )
    return Mention(start, start + len(text), text, MentionClass.FACT, claim)


CLAIM = 'now = {value = 18, unit = "件", kind = "count", topic = "行政复议", measure = "审结"}'

READ = (
    counted("20件", "件", "办理复议案件"),
    counted("18件", "件", "审结"),
    counted("20人次", "人次", "接待群众"),
    Mention(TEXT.index("12348"), TEXT.index("12348") + 5, "12348", MentionClass.REF),
    counted("900次", "次", "接听"),
)


def corrected(content: str) -> Corrected:
    """What the corrections of a file's content make of the reader's findings."""
    return correct(READ, TEXT, 2024, read_corrections(content, "c.toml"), "c.toml")


def refused(content: str) -> DataError:
    """How a file's content is refused."""
    with pytest.raises(DataError) as caught:
        corrected(content)
    assert caught.value.file == "c.toml"
    return caught.value


def test_no_corrections_change_nothing() -> None:
    assert corrected("# 核对过，没有错\n") == Corrected(READ, frozenset())


def test_a_fix_changes_the_fields_it_names_and_no_other() -> None:
    result = corrected(
        '[[fix]]\ntext = "18件"\nwas = {measure = "审结"}\nnow = {measure = "行政复议审结"}\nwhy = "省略"\n'
    )
    claim = result.mentions[1].claim
    assert claim is not None
    assert (claim.measure, claim.value, claim.topic) == ("行政复议审结", 18, "行政复议")
    assert result.mentions[:1] + result.mentions[2:] == READ[:1] + READ[2:]


@pytest.mark.parametrize(
    ("was", "now", "wrong"),
    [
        ('measure = "审结"', 'measure = "行政复议审结"', False),
        ('topic = "行政复议"', 'topic = "行政应诉"', True),
        ("value = 18", "value = 19", True),
        ('modality = "actual"', 'modality = "target"', True),
        ('subject = ""', 'subject = "某街道"', True),
    ],
)
def test_better_words_are_no_wrong_reading_put_right(was: str, now: str, wrong: bool) -> None:
    result = corrected(f'[[fix]]\ntext = "18件"\nwas = {{{was}}}\nnow = {{{now}}}\n')
    assert result.touched == ({READ[1].start} if wrong else set())


def test_words_that_follow_a_wrong_reading_do_not_hide_it() -> None:
    wrong = '[[fix]]\ntext = "18件"\nwas = {value = 18}\nnow = {value = 19}\n'
    worded = '[[fix]]\ntext = "18件"\nwas = {measure = "审结"}\nnow = {measure = "办结"}\n'
    assert corrected(wrong + worded).touched == {READ[1].start}


def test_a_fix_may_widen_the_span() -> None:
    result = corrected('[[fix]]\ntext = "900次"\nnear = "热线接听900次"\nnow = {text = "接听900次"}\n')
    assert [mention.text for mention in result.mentions][-1] == "接听900次"
    assert result.touched == {READ[4].start - 2}


def test_a_reference_may_become_a_fact_and_a_fact_a_label() -> None:
    result = corrected(
        '[[fix]]\ntext = "12348"\nwas = {class = "ref"}\n'
        'now = {class = "fact", value = 12348, unit = "次", kind = "count", topic = "公共法律服务", measure = "热线"}\n'
        '[[fix]]\ntext = "900次"\nwas = {class = "fact", value = 900}\nnow = {class = "label"}\n'
    )
    fact, label = result.mentions[3:]
    assert fact.claim is not None
    assert (fact.claim.value, fact.claim.period, fact.claim.bound) == (12348, 2024, Bound.EQ)
    assert fact.claim.quote == "行政诉讼零败诉，12348热线接听900次"
    assert (label.cls, label.claim) == (MentionClass.LABEL, None)


def test_a_missed_numeral_can_be_added_and_a_wrong_one_dropped() -> None:
    result = corrected(
        '[[add]]\ntext = "零败诉"\n'
        'now = {value = 0, unit = "件", kind = "change", direction = "down", topic = "行政应诉", measure = "败诉"}\n'
        '[[drop]]\ntext = "20人次"\nwas = {value = 20}\n'
    )
    assert [mention.text for mention in result.mentions] == ["20件", "18件", "零败诉", "12348", "900次"]
    added = result.mentions[2].claim
    assert added is not None
    assert (added.value, added.direction, added.quote) == (0, Direction.DOWN, "行政诉讼零败诉，12348热线接听900次")


def test_corrections_build_on_each_other_in_the_order_of_the_file() -> None:
    result = corrected(f'[[drop]]\ntext = "18件"\n[[add]]\ntext = "审结18件"\n{CLAIM}\n')
    assert result.mentions[1].text == "审结18件"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ('[[fix]]\ntext = "19件"\nwas = {value = 19}\nnow = {value = 18}', 1, "找不到"),
        ('\n\n[[fix]]\ntext = "18件"\nwas = {value = 19}\nnow = {value = 18}', 3, "现在读作 18"),
        ('[[fix]]\ntext = "18件"\nwas = {value = 18}\nnow = {value = 18}', 1, "一样"),
        ('[[fix]]\ntext = "18件"\nwas = {value = 18}\nnow = {unit = "件"}', 1, "只写了一边"),
        ('[[fix]]\ntext = "18件"\nnow = {unit = "宗"}', 1, "只写了一边"),
        ('[[fix]]\ntext = "18件"\nwas = {value = 18}\nnow = {value = "十八"}', 1, "应是数字"),
        ('[[fix]]\ntext = "18件"\nwas = {kind = "count"}\nnow = {kind = "number"}', 1, "只能是 count"),
        ('[[fix]]\ntext = "18件"\nwas = {mesure = "审结"}\nnow = {mesure = "办结"}', 1, "mesure"),
        ('[[fix]]\ntext = "18件"\nwas = {quote = "x"}\nnow = {quote = "y"}', 1, "现在读作"),
        ('[[fix]]\ntext = "18件"\nnow = {text = "超18件"}', 1, "没有“超18件”"),
        ('[[fix]]\ntext = "20件"\nnear = "接待"\nwas = {value = 20}\nnow = {value = 2}', 1, "找不到"),
        ('[[fix]]\ntext = "20件"\nstart = 3\nwas = {value = 20}\nnow = {value = 2}', 1, "找不到"),
        ('[[fix]]\ntext = "12348"\nwas = {class = "ref"}\nnow = {class = "fact", value = 1}', 1, "缺少"),
        ('[[drop]]\ntext = "零败诉"', 1, "找不到"),
        ('[[drop]]\nnear = "零败诉"', 1, "缺少“text”"),
        ('[[drop]]\ntext = "18件"\nfor = "x"', 1, "“for”"),
        ("[[drop]]\ntext = 18", 1, "写法"),
        (
            '[[add]]\ntext = "20"\nnow = {value = 2, unit = "件", kind = "count", topic = "公证", measure = "x"}',
            1,
            "2 处",
        ),
        (
            '[[add]]\ntext = "结18件"\nnow = {value = 2, unit = "件", kind = "count", topic = "公证", measure = "x"}',
            1,
            "重叠",
        ),
        ('[[add]]\ntext = "零败诉"\nnow = {value = 0}', 1, "缺少“unit”"),
        ('[[change]]\ntext = "18件"', 0, "change"),
        ('[fix]\ntext = "18件"', 0, "fix"),
        ("[[fix]]\ntext = 18件", 2, "TOML"),
        ("fix = [1]", 0, "[[fix]]"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(content: str, line: int, reason: str) -> None:
    error = refused(content)
    assert reason in error.reason
    assert error.line == line
