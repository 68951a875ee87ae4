"""Numbers whose own words say no more than whose they are: what they count was told before. 东河镇、西山镇率先建成驿站,
分别为9个和7个; 收到申请90件,其中市本级30件."""

from __future__ import annotations

import re

from bot.model import Kind
from bot.reading.actors import without_doer
from bot.reading.measures.local import Local
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.wording import Wording
from bot.reading.named_places import is_places, says_only_how_many
from bot.reading.vocabulary.phrases import verb_at_start

_IN_TURN = re.compile("[,]?分别(?:为|有|是|达到?|建成|设立)?[约近]?")
_JOINT = re.compile("[、和及与]")
_NAME = "[^,。;:、和及与\\d]{1,7}?(?:街道|[镇乡县区市旗村局所院处委])"
_NAMES = re.compile(
    f"(?:{_NAME}[、和及与])+{_NAME}(?=率先|带头|先后|相继|已|均|都|共|新|建|设|开|举|组|打|创|培|成|挂)"
)
"""Those who did something one after the other."""
_FIRST = re.compile("^(?:率先|带头|先后|相继|均|都)+")
_OWN_LEVEL = re.compile("[,;]?(?:其中,?)?[省市州县区](?:人民政府|政府)?本级(?:共有?|仅有?|则?为|有|达)?[约近]?")
_PLACE_ENDS = ("区", "市", "县", "镇", "乡", "街道", "州", "旗")
_RATE, _PERCENT = "率", "%"
_COUNTS = re.compile(r"\d|占|[一二两三四五六七八九十半](?:成|分之|[类项种个家名件])")


def told_ahead(text: str, local: Local, kind: Kind, opened: Open, wording: Wording) -> Draft | None:
    """What a number counts by the words told ahead of its own, None where its own say it."""
    if kind in (Kind.COUNT, Kind.RATE) and (there := _there(text, local, opened)):
        return there
    if kind is not Kind.COUNT or local.noun_follows:
        return None
    left = text[slice(*local.left)].strip()
    if opened.counted and local.numeral.unit == opened.counted_unit and _OWN_LEVEL.fullmatch(left):
        return Draft(opened.counted.removeprefix(opened.counted_of), whole=True)
    return _in_turn(text, local, local.share_of, left, wording) if local.share_of else None


def _there(text: str, local: Local, opened: Open) -> Draft | None:
    """东河县最少,仅3件; 西山县、南川县居多,分别为9件和8件: what was counted before, of places of which only so many are
    told; None for others."""
    actor = opened.actor
    begins = actor and (actor.start > opened.last or (actor.counted and actor.start == opened.last))
    if not actor or not (begins or local.share_of) or local.noun_follows:
        return None
    same = opened.counted if opened.counted_unit == local.numeral.unit else ""
    if not same and actor.counted:  # 收到90件,9个县区合计70件
        told = zip(opened.done[:-1], opened.amounts[:-1], strict=True)
        same = next((said for said, (_, unit) in reversed([*told]) if unit == local.numeral.unit), "")
    if not same and local.numeral.unit == _PERCENT and opened.before.endswith(_RATE):
        same = opened.before
    if not same or same.endswith(_PLACE_ENDS) or not says_only_how_many(text, actor.end, local.left[1]):
        return None
    alone = is_places(text[actor.start : actor.end]) or (actor.counted and actor.name.endswith(_PLACE_ENDS))
    return Draft(without_doer(same).removeprefix(opened.counted_of), whole=True) if alone else None


def _in_turn(text: str, local: Local, share: tuple[int, int], left: str, wording: Wording) -> Draft | None:
    """What a segment without a number says that several did or that is of several kinds: 分别为9个和7个 follows."""
    place, size = share
    low, high = local.before
    said = text[max(low, high - FAR) : high].strip(" ,")
    if not _IN_TURN.fullmatch(text[local.segment[0] : local.left[1]].strip() if place == 0 else left) or not said:
        return None
    if _COUNTS.search(said):
        return None
    if (names := _NAMES.match(said)) and len(_JOINT.findall(names[0])) + 1 == size:
        done = wording.tidy(_FIRST.sub("", said[names.end() :]))
        return Draft(done) if done else None
    words = wording.tidy(said)
    verb = verb_at_start(words, wording.phrases)
    kinds = _JOINT.split(words[verb:])
    return Draft(words[:verb] + kinds[place]) if len(kinds) == size and all(kinds) else None
