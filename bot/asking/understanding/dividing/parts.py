"""Several questions in one message: 处理投诉几宗？还有公开了多少事项 asks for two figures, each in words of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.asking.understanding.continuing.doers_of_before import with_doer_carried
from bot.asking.understanding.continuing.followups import names_nothing
from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, ENDINGS, ITEM_ENDS, Token
from bot.asking.understanding.dividing.each_of import each_of
from bot.asking.understanding.dividing.from_to import from_to
from bot.asking.understanding.dividing.said_once import HOW_MANY, names, with_what_is_shared
from bot.asking.understanding.dividing.scenes import sets_scene
from bot.asking.understanding.framing.streets import names_part
from bot.model import Intent, Query
from bot.words.questions import Role

MOST = 4
"""How many questions one message may hold; more are a list of names, which is understood as one."""
_ASKS = re.compile("多少|几|多高|多大|多久")
_TWICE = 2
_ONLY_HOW_MANY = re.compile("(?:各|共|一共|总共)?有?(?:多少|几)\\w{0,2}")
_ASKING = frozenset(
    {Role.RATE, Role.MONEY, Role.NUMBER, Role.DURATION, Role.PEOPLE, Role.CHANGE, Role.MULTIPLE, Role.ACTUAL}
)
_PAUSE = Token(" ", 0, gap=True)
_THAN = frozenset({"比", "比起"})
_OPENS = frozenset({"又", "然后", "另外", "同时", "顺便"})


def parts_of(query: Query, tokens: Sequence[Token], ask: Callable[[Sequence[Token], Query | None], Query]) -> Query:
    """The query with those of its parts, where it asks for several figures of one place; `ask` understands a part.

    A part takes the place, the year and the topic that it does not name from the part before it.
    """
    if both := from_to(query):
        return replace(query, parts=both)
    if apart := _of_their_own_places(query, tokens, ask):
        return replace(query, parts=apart)
    if apart := _announced_for_all(query, tokens, ask):
        return replace(query, parts=apart, each=True)
    if apart := _of_each(query, tokens, ask):
        return replace(query, parts=apart, each=True)
    of_one = query.intent is Intent.FACT or (query.intent is Intent.COMPARE and len(query.regions) == 1)
    divided = _divided(tokens) if of_one and not (query.missing or query.choices) else []
    # 明年 and the like are only the year of their own part and of those behind it.
    years = query.years if any(token.years for token in tokens) else ()
    for pieces in (divided, _announced(divided)):
        found = _asked_of(pieces, query, years, ask)
        if found:
            framing = _framing(pieces, tokens)
            parts = tuple(replace(one, frames=frames) for one, frames in zip(found, framing, strict=True))
            return replace(query, parts=parts, each=all(map(asks, pieces)))
    return query


def _of_each(
    query: Query, tokens: Sequence[Token], ask: Callable[[Sequence[Token], Query | None], Query]
) -> tuple[Query, ...]:
    """The parts of a message that asks for one thing of several: 现行文件，政府的和部门的各有多少."""
    if query.intent is not Intent.FACT or query.missing or query.choices:
        return ()
    pieces = _pieces(tokens)
    found = each_of(tokens, pieces, ask) if len(pieces) <= MOST else ()
    return tuple(one if one.asked else replace(one, asked=query.asked, years=query.years) for one in found)


def _framing(pieces: Sequence[Sequence[Token]], tokens: Sequence[Token]) -> list[bool]:
    """Which pieces frame what is asked behind them, the items of a list with its last: 甲和乙整治，清理多少线索."""
    framing = [_frames(piece, tokens) for piece in pieces]
    for at in reversed(range(len(pieces) - 1)):
        between = [token for token in tokens if pieces[at][-1].end <= token.start < pieces[at + 1][0].start]
        listed = not any(CLAUSE_ENDS & set(token.text) for token in between)
        framing[at] |= framing[at + 1] and listed and not asks(pieces[at])
    return framing


def _frames(piece: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a piece asks nothing and pauses before the next; what is listed is asked for with what stands behind."""
    behind = next((token for token in tokens if token.start >= piece[-1].end), None)
    return not asks(piece) and behind is not None and behind.gap and bool(CLAUSE_ENDS & set(behind.text))


def _asked_of(
    pieces: Sequence[Sequence[Token]],
    query: Query,
    years: tuple[int, ...],
    ask: Callable[[Sequence[Token], Query | None], Query],
) -> tuple[Query, ...]:
    """The questions that the pieces of a message ask; none where one of them is no question for a figure."""
    found: list[Query] = []
    streets: tuple[str, ...] = ()
    for part in pieces:
        one = ask(part, found[-1] if found else None)
        if names_nothing(one) or one.intent is not Intent.FACT or one.missing or one.choices:
            return ()
        own = tuple(word for word in one.words if names_part(word))
        # What names no place is asked of the street before it: 马田街道有几个社区，开展了多少场服务.
        streets = own if own or _sites(part) or any(Role.HERE in token.roles for token in part) else streets
        one = one if own else replace(one, words=(*streets, *one.words))
        one = one if one.asked else replace(one, asked=query.asked)
        one = one if one.years or any(each.year for each in one.asked) else replace(one, years=years)
        told = sets_scene("".join(one.said)) or not _is_unread(one)
        if not asks(part) and (one.modality is not query.modality or not told):
            return ()
        found.append(one)
    return tuple(found)


def _is_unread(one: Query) -> bool:
    """Whether nothing of a part is known, so that it only begins what the next one says: 甲 of 甲和乙整治查了几家."""
    return not (one.topics or one.indicators) and set(one.words) <= set(one.unread)


def _announced(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces, those that ask nothing with the one behind them: 单位被告，败诉的占多少？ Nothing for one."""
    joined: list[Sequence[Token]] = []
    for piece in pieces:
        if joined and not asks(joined[-1]):
            joined[-1] = [*joined[-1], *piece]
        else:
            joined.append(piece)
    return joined if 1 < len(joined) < len(pieces) else []


def _of_their_own_places(
    query: Query, tokens: Sequence[Token], ask: Callable[[Sequence[Token], Query | None], Query]
) -> tuple[Query, ...]:
    """The parts of a message that names another place with each thing: 巴南的法援和廉江的复议; none where a part
    names no field, holds words that nothing knows, or alone asks for a target: they may be meant of all places."""
    if query.intent is not Intent.COMPARE or len(query.regions) < 2 or query.missing or query.choices:
        return ()
    parts = _pieces(tokens)
    if not 1 < len(parts) <= MOST or not all(any(token.places for token in part) for part in parts):
        return ()
    found = tuple(ask(part, None) for part in parts)
    plain = all(
        len(one.asked) == 1
        and one.intent is Intent.FACT
        and one.topics
        and one.modality is query.modality
        and not (one.words or one.kinds or one.missing or one.choices)
        for one in found
    )
    matters = {(one.topics, one.indicators, one.words) for one in found}
    # A year that stands with one of them only may be meant of all.
    dated = {bool(one.years or one.asked[0].year) for one in found} if plain else set()
    return found if len(dated) == 1 and len(matters) == len(found) == len(query.regions) else ()


def _announced_for_all(
    query: Query, tokens: Sequence[Token], ask: Callable[[Sequence[Token], Query | None], Query]
) -> tuple[Query, ...]:
    """The parts of a message that names a thing and then asks of it in other words at each place: 法治宣传，武侯办了
    多少场，房县巡讲了多少场次. None where all places are asked the same, which lines up better as one question."""
    if query.intent is not Intent.COMPARE or len(query.regions) < 2 or query.missing or query.choices:
        return ()
    pieces = _pieces(tokens)
    first = next((at for at, piece in enumerate(pieces) if _sites(piece)), 0)
    head, own = [token for piece in pieces[:first] for token in piece], pieces[first:]
    if not head or _asks_how_many(head) or not 1 < len(own) <= MOST or any(len(_sites(p)) != 1 for p in own):
        return ()
    if not _each_asks(own, any(token.text in _THAN for token in tokens)):
        return ()
    said = {"".join(token.text for token in piece if not (token.places or token.years)) for piece in own}
    dated = {any(token.years for token in piece) for piece in own}
    if len(said) < len(own) or all(map(_ONLY_HOW_MANY.fullmatch, said)) or len(dated) > 1:
        return ()
    found = tuple(ask([*head, _PAUSE, *piece], None) for piece in own)
    sound = all(one.intent is Intent.FACT and len(one.asked) == 1 and not (one.missing or one.choices) for one in found)
    return found if sound and len({one.regions for one in found}) == len(query.regions) else ()


def _each_asks(pieces: Sequence[Sequence[Token]], compared: bool) -> bool:
    """Whether each piece asks, or, of places that are `compared`, the last for all: 平谷回复的比延庆提的多几条."""
    last = bool(pieces) and asks(pieces[-1])
    return last and all(asks(piece) or (compared and any(map(names, piece))) for piece in pieces)


def _asks_how_many(part: Sequence[Token]) -> bool:
    """Whether a part of a message asks 多少 or 几 of what it names."""
    return any(HOW_MANY.search(token.text) for token in part)


def _sites(part: Sequence[Token]) -> list[Token]:
    """The places that a part of a message names."""
    return [token for token in part if token.places]


def _divided(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The questions of a message, each as its tokens; nothing where it is one question."""
    whole = with_doer_carried(with_what_is_shared(_with_what_is_announced(_pieces(tokens))))
    return [*whole] if 1 < len(whole) <= MOST and any(map(asks, whole)) else []


def _with_what_is_announced(pieces: list[list[Token]]) -> list[list[Token]]:
    """The pieces, one that only names a rate with the one behind it that asks for it: 应诉率，2023年是|百分之几."""
    if len(pieces) < 2 or _says_how_much(pieces[0]) or not _says_how_much(pieces[1]) or any(map(names, pieces[1])):
        return pieces
    return [[*pieces[0], *pieces[1]], *pieces[2:]] if any(map(names, pieces[0])) else pieces


def _pieces(tokens: Sequence[Token]) -> list[list[Token]]:
    """What a message says between its punctuation and joining words, as far as it says anything."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if _divides(token, parts[-1]):
            parts.append([])
        else:
            parts[-1].append(token)
    told = [part for part in parts if any(map(_tells, part)) or asks(part)]
    return [breath for part in told for breath in _breaths(part)]


def _breaths(part: list[Token]) -> list[list[Token]]:
    """A part that asks twice without a pause as the two that it is: 搞了几场活动|有多少人来, 律所几家|律师多少人."""
    asking = [at for at, token in enumerate(part) if HOW_MANY.search(token.text)]
    if len(asking) != _TWICE:
        return [part]
    first, second = asking
    end = first + 1
    counted = part[first + 1 : second], part[second + 1 : second + 2]
    behind = all(one and all(map(names, one)) for one in counted)
    if behind or not any(map(names, part[:first])):
        # What is counted stands behind its number.
        end = next((at for at in range(end, second) if names(part[at])), second)
        end = next((at for at in range(end, second) if not names(part[at])), second)
    return [part[:end], part[end:]]


def _tells(token: Token) -> bool:
    """Whether a token says more than where, when, and how the answer is wanted: 请一并列出."""
    if token.gap or token.places or token.years:
        return False
    return bool(token.topic or token.says or token.word or token.heard or token.roles != {Role.ASKING})


def asks(part: Sequence[Token]) -> bool:
    """Whether a part of a message says what it wants to know: 多少宗, 占比, 合格率."""
    words = [token for token in part if not token.gap]
    return _says_how_much(words) or (bool(words) and words[-1].text[-1] in ENDINGS)


def _says_how_much(part: Sequence[Token]) -> bool:
    """Whether a word of a part of a message asks how much there is of what is named: 多少, 占比."""
    return any(_ASKS.search(token.text) or token.roles & _ASKING for token in part if not token.gap)


def _divides(token: Token, part: Sequence[Token]) -> bool:
    """Whether a token ends one question and begins another: punctuation, a joining word, or a space behind 多少."""
    if token.gap:
        return bool(ITEM_ENDS & set(token.text)) or any(_ASKS.search(one.text) for one in part)
    joins = Role.JOIN in token.roles or (token.text in _OPENS and asks(part))
    return joins and not (token.topic or token.says)
