"""Words that stand in pieces, or that run into others: 写了多少份状子 says 写状子, 律师比2020多 compares 律师."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.asking.understanding.cutting.segmentation import Token
from bot.words.questions import Role

_ASKS = re.compile("多少|几")
_VERB = re.compile("[\u3400-\u9fff][了过]?")
_HELD = re.compile("开了?(?P<how>过?(?:一共|总共)?有?(?:多少|几)[次场回个])会(?![议员长])")
"""开了几次会 asks for meetings; 会 alone may as well say that somebody can."""
_ATTENDED = re.compile(
    "(?P<whose>(?:参加|列席|出席|旁听)了?[㐀-鿿]{2,10}的)会(?=(?:一共|总共|共)?有?(?:多少|几)[次场回])"
)
"""What is attended some times is a meeting: 参加区政府的会有多少次."""
_ABOUT_BODY = re.compile("涉及?(?=[\u3400-\u9fff]{2,5}(?:街道|镇|乡|局)(?:办事处)?的?(?:行政)?(?:复议|诉讼|应诉|案))")
"""What cases are about is what they are told of: 涉临江街道的复议."""
_MADE_NEW = re.compile(
    "(?P<made>(?:出台?|制定|成立|组建|设立|开设|建成?|打造|创办)了?(?:多少|几)[㐀-鿿])新(?=[㐀-鿿]{2})"
    "(?![闻区型兴时市就质农建增设生春年居乡村能媒业概手风形征方式])"
)
"""What is made is new: 出了几部新规章, but not 建了几个新村."""
_FINED = re.compile("罚了?(?P<how>过?(?:一共|总共)?(?:多少|几))款")
"""罚了多少款 asks how much, in no unit 款."""
_IN_COURT = re.compile(
    "(?:当官的?|官员)们?(?=(?:自己|亲自|本人|亲身)*(?:都|去|到|来|跑)?(?:出庭|到庭|上庭|上法庭|法庭|上法院|法院应诉|应诉|坐被告席))"
)
"""Who goes to court for an office is the head of it, though an official may be any cadre elsewhere."""
_EACH_GUIDED = re.compile("(?<=指导|督促)各(?=(?:镇街|乡镇|部门)[和、]?各?(?:镇街|乡镇|部门))")
"""Who guides each of several bodies guides them: no figure of each is asked for."""
_ON_STAGE = re.compile("(?<![没不未])[上登]台(?=讲|宣讲|授课)")
"""Where who speaks stands, which says nothing of what is counted."""
_THESE = re.compile("的?[那这](?:些个?|几个|帮|批|群)")
_REACH = range(1, 7)
"""How much of a name may stand on either side of what points at it."""
_THAN = "比"
_BETWEEN = 4
"""How many words may stand between a verb and its object: 了|一共|有|多少份."""


def reunited(tokens: Sequence[Token], look_up: Callable[[str], Token | None]) -> tuple[Token, ...]:
    """The tokens, the object of a verb that stands before 多少 with the meaning of both; the verb then only asks."""
    found = list(tokens)
    for at, verb in enumerate(tokens):
        behind = _object_of(tokens, at)
        thing = tokens[behind] if behind else None
        if thing is None or verb.topic or verb.says or not _VERB.fullmatch(verb.text):
            continue
        whole = look_up(verb.text[0] + thing.text)
        # 律师打了几场官司 are no suits against the government, which the words alone name.
        of_others = any(token.topic not in ("", thing.topic) for token in tokens[:at])
        # 立了几部|法: what is no word without its verb is the topic that both name.
        own = thing.unknown and len(thing.text) == 1
        plain = whole and not whole.roles and (not whole.topic or own or (of_others and whole.topic == thing.topic))
        if whole and plain and (whole.word or whole.says or own):
            found[at] = replace(verb, word=False, means="", may_mean=(), roles=verb.roles | {Role.ASKING})
            found[behind] = replace(
                whole, text=thing.text, start=thing.start, means=whole.means or verb.text[0] + thing.text
            )
    return tuple(found)


def with_objects_named(text: str) -> str:
    """The text with what was held or levied named, which its verb is parted from: 开了几次会 → 会议几次; who goes to
    court: 当官的亲自出庭 → 负责人亲自出庭; and who is guided together: 指导各镇街和部门 → 指导镇街和部门."""
    text = _EACH_GUIDED.sub("", _ON_STAGE.sub("", text))
    text = _MADE_NEW.sub("\\g<made>", _ABOUT_BODY.sub("", text))
    text = _ATTENDED.sub("\\g<whose>会议", _HELD.sub("会议\\g<how>", text))
    return _IN_COURT.sub("负责人", _FINED.sub("罚款\\g<how>", text))


def without_these(text: str, look_up: Callable[[str], Token | None]) -> str:
    """The text without what points at a known name from within: 社区那些法律顾问 → 社区法律顾问."""
    return _THESE.sub(lambda these: "" if _parts_name(these, look_up) else these.group(), text)


def _parts_name(these: re.Match[str], look_up: Callable[[str], Token | None]) -> bool:
    """Whether what stands right before and behind make one known name."""
    before, behind = these.string[: these.start()], these.string[these.end() :]
    names = (look_up(before[-left:] + behind[:right]) for left in _REACH for right in _REACH if before and behind)
    return any(name and (name.topic or name.says) and len(name.text) > 2 for name in names)


def than_apart(tokens: Sequence[Token], cut: Callable[[str, int], list[Token]]) -> tuple[Token, ...]:
    """The tokens, 比 cut off a word where a year or a place stands behind it: 律师|比|2020多几个, but 万人律师比."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        compares = behind is not None and bool(behind.years or behind.places) and behind.start == token.end
        if compares and token.text.endswith(_THAN) and len(token.text) > 1 and not token.places:
            found += [*cut(token.text[:-1], token.start), *cut(_THAN, token.end - 1)]
        else:
            found.append(token)
    return tuple(found)


def _object_of(tokens: Sequence[Token], at: int) -> int:
    """Where the object of a verb stands behind words that ask how many; 0 for nowhere."""
    asks = False
    for behind in range(at + 1, min(len(tokens), at + 2 + _BETWEEN)):
        token = tokens[behind]
        if token.gap or token.places or token.years:
            return 0
        only_asks = bool(token.roles) and not (token.topic or token.says)
        if not only_asks:
            return behind if asks else 0
        asks |= _ASKS.search(token.text) is not None
    return 0
