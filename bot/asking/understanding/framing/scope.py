"""Questions about more than any report tells: the whole country, a province, a city that nobody named."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.model import Intent, Level, Missing, MissingKind, Query
from bot.words.questions import Role

_OF_ONE = frozenset({Intent.FACT, Intent.TREND, Intent.SOURCE, Intent.COMPARE})
SHARES = frozenset({"占", "占了", "占到"})
_WHOLE = {Level.PROVINCE: ("占全省", 2), Level.CITY: ("占全市", 4)}
"""How reports say a share of all, and how many digits of the code are those of the wider place."""
_OF_WHOLE = frozenset(share for share, _ in _WHOLE.values())
_AMONG = frozenset({"在", "占", "占了", "居", "列", "位居", "位列"})


def with_shares_of_place(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with a share of a wider place as the word that reports have for it: 占深圳的几成 asks for 占全市."""
    found: list[Token] = []
    for token in tokens:
        whole = _share_of(token, found) if found and found[-1].text in SHARES else ""
        if whole:
            found[-1] = Token(whole, found[-1].start, roles=frozenset({Role.MUST}))
        elif not (found and found[-1].text in _OF_WHOLE and Role.HERE in token.roles):
            found.append(token)
    return tuple(found)


def _share_of(place: Token, before: Sequence[Token]) -> str:
    """占全市 where a token is the city of a place that was named before; "" for others."""
    inner = [region for token in before for region in token.places]
    for outer in place.places:
        share, digits = _WHOLE.get(outer.level, ("", 0))
        if share and any(one != outer and one.adcode[:digits] == outer.adcode[:digits] for one in inner):
            return share
    return ""


def too_wide(query: Query, tokens: Sequence[Token]) -> tuple[Missing, ...]:
    """What is asked of the whole country or a province that nobody named; nothing where a place stands beside it."""
    return tuple(
        Missing(token.text, MissingKind.REGION, f"没有{token.text}汇总的报告，只有单个地方的")
        for token in _scopes(query, tokens, frozenset({Role.NATION, Role.PROVINCE}))
    )


def of_nobody(query: Query, tokens: Sequence[Token]) -> tuple[Missing, ...]:
    """What is asked of 全市 where neither the message nor the chat says which city that is."""
    return tuple(
        Missing(token.text, MissingKind.REGION, f"没有说是哪里的“{token.text}”，请写上地名")
        for token in _scopes(query, tokens, frozenset({Role.HERE}))
    )


def _scopes(query: Query, tokens: Sequence[Token], roles: frozenset[Role]) -> list[Token]:
    """The first word of these that tells whose figures are wanted."""
    named = query.asked or query.missing or query.choices or query.intent not in _OF_ONE
    if named or any(Role.EVERYWHERE in token.roles for token in tokens):
        return []
    return [token for at, token in enumerate(tokens) if token.roles & roles and _tells_whose(at, tokens)][:1]


def _tells_whose(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a word for a wider place neither begins a name (全国先进集体) nor says among whom (在全市第几名)."""
    if at and tokens[at - 1].text in _AMONG:
        return False
    following = next((token for token in tokens[at + 1 : at + 2] if not token.gap), None)
    return following is None or bool(following.topic or following.says or following.roles or following.years)
