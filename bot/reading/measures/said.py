"""What a phrase says by itself, cut where it says too much, and what the words before a number speak of."""

from __future__ import annotations

import re

from bot.reading.clauses import Span
from bot.reading.measures.local import Local
from bot.reading.measures.onward import kind_by_kind
from bot.reading.measures.opened import FAR, Draft, Open
from bot.reading.measures.predicates import inside_marks, last_done, noun_and_predicate
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.phrases import verb_at_start, without_way
from bot.reading.vocabulary.phrasewords import Phrases

LONG, TOO_LONG = 32, 24
SHORT_NOUN = 4
_WHICHEVER = re.compile("^(?:具体|主要|相关|有关)(?:工作)?(?=..)")
_LONG_LIST = re.compile("([^、“”《》]{8,})、[^、]{2,12}、.*")
"""评为先进个人、模范所长、优秀律师: what opens a long list stands for all of it."""
_OF_TITLE = re.compile("([《“][^《》“”]{2,20}[》”])(?:累计|总)*([^《》“”]{0,4}(?:量|次数|人次))$")
"""How often a title was seen: 系列节目《法律小课堂》点击量."""
_EVENT = re.compile("(举办|召开|举行)(?:了)?([^、]{4,}?暨)?([^、,“”]{4,36}(?:班|会|讲座|论坛|比赛|竞赛|演练))")
"""举办学习贯彻全会精神暨干警培训班: of two names of an event the last; a long name stays whole."""
_TITLE_OF = re.compile("《[^《》]*的([^《》的]{2,6})》")
"""《关于支持…示范城市的意见》 is 《意见》 in short."""
_DIGIT = re.compile(r"\d")
"""Words that hold a figure of their own speak of that: 精简率超70%;发布任务200次."""
_UNTIL = re.compile("截[至止](?:到|目前)?(?:[上下]半年|年|月|季度)?[底末中初]?")
"""When, and nothing that figures could be of: 截至年末,在册150人."""
_HOTLINE = re.compile(r"(?<!\d)1\d{4}(?!\d)")
"""The number of a hotline, which is a name: 12348热线注册用户数:900人."""
CLEARED = ("事项", "职权", "证明", "措施", "文件", "规章", "法规", "制度", "政策")
_CLEARED = re.compile(
    f"对(?:.*(?:的|\\d[项个件条]))?([^的\\d]{{2,10}}(?:{'|'.join(CLEARED)}))(?:进行|开展|予以)[^,的]{{0,4}}(?:清理|梳理|调整)"
)
_CLEARING = re.compile(
    f"[^,]{{0,8}}?(?:组织开展|开展|组织|进行|完成|启动|做好)+了?([^,\\d“”]{{2,24}}?(?:{'|'.join(CLEARED)}))"
    "的?(?:专项|集中|全面|定期|年度)*清理(?:工作|行动)?"
)
_CLEAR, _IN_FORCE, _ANY_PAPER = "清理", re.compile("^(?:现行|现有|现存)(?:有效)?的?"), "规范性文件"
"""What was gone through: 对多年未用的处罚事项进行清理,取消9项."""
_OF = re.compile("(?<!党)的")
_CHANGED = re.compile("(?:取消|下放|废止|承接|合并|划转|收回|委托|调整|保留|新增|修改|修订)$")
_SHARED = re.compile(
    r"(?:\([^()]{2,30}\))?(?:[,、和及][^,;。\d()、和及]{2,8}\d{1,4}[项件])*[,、和及][^,;。\d()、和及]{2,8}\d{1,4}[项件]"
    "([^,;。\\d()、的]{0,8}(?:事项|职权|证明|条款|文件|措施))(?=[,;。\n]|$)"
)
"""Of what the last of several changes in a row tells that all are: 取消12项(3项为子项),下放20项、|划转2项许可事项."""


def judged(phrase: str, phrases: Phrases) -> Draft:
    """The phrase, shortened where a long clause modifies its noun; marked where the noun is too general alone."""
    if len(phrase) > TOO_LONG and "《" in phrase:
        phrase = _TITLE_OF.sub(r"《\1》", phrase)
    if len(phrase) > TOO_LONG:
        noun = max((of.end() for of in _OF.finditer(phrase) if not inside_marks(phrase, of.start())), default=0)
        phrase = phrase[noun:] if 0 < noun < len(phrase) - SHORT_NOUN + 1 else phrase
    if len(phrase) > TOO_LONG and (event := _EVENT.fullmatch(phrase)):
        return Draft(event[1] + event[3] if event[2] else phrase)
    if len(phrase) > TOO_LONG and (seen := _OF_TITLE.search(phrase)):
        return Draft(seen[1] + seen[2])
    if len(phrase) > TOO_LONG:
        whole, phrase = phrase, noun_and_predicate(phrase, phrases)[1] or last_done(phrase, phrases)
        if len(phrase) < SHORT_NOUN and noun:
            phrase += whole[noun:]  # 批准|…自治条例、单行条例的决定
    if len(phrase) > LONG and phrase.count("、") > 1 and (listed := _LONG_LIST.fullmatch(phrase)):
        phrase = listed[1] + "等"
    verb = verb_at_start(phrase, phrases)
    thing = _WHICHEVER.sub("", phrase[verb:])
    general = thing in phrases.general or phrase in phrases.audience
    return Draft(phrase, general=general)


def went_through(text: str, segment: Span, wording: Wording) -> str:
    """What a segment says to have been gone through (开展涉企文件专项清理, 对证明事项进行清理), "" for none."""
    low, high = segment
    if high - low > FAR:
        return ""
    found = _CLEARED.fullmatch(text, low, high)
    if not found and text.find(_CLEAR, low, high) >= 0:
        found = _CLEARING.fullmatch(text, low, high)
    thing = _IN_FORCE.sub("", wording.tidy(found[1])) if found else ""
    return _ANY_PAPER if thing and _ANY_PAPER.endswith(thing) else thing


def say_which(draft: Draft, text: str, local: Local, wording: Wording) -> None:
    """开展涉企文件清理,梳理文件90件: those that the segment before says to be gone through."""
    thing, verb = went_through(text, local.before, wording), verb_at_start(draft.phrase, wording.phrases)
    if verb and draft.phrase[verb:] and thing.endswith(draft.phrase[verb:]):
        draft.phrase, draft.general, draft.known = draft.phrase[:verb] + thing, False, ""


def known(text: str, local: Local, wording: Wording, opened: Open) -> str:
    """What the words before speak of: the chain's last object, or the segment before, its verb left out."""
    if (shared := _SHARED.match(text, local.numeral.end)) and _CHANGED.search(text, *local.left):
        return wording.tidy(shared[1])
    if cleared := went_through(text, local.before, wording):
        return cleared
    if local.before[0] <= opened.last or opened.goes_on:
        return opened.object
    low, high = local.before
    if low == high:
        high = max(0, opened.clause[0] - 1)
        low = max(text.rfind(mark, max(0, high - FAR), high) for mark in ",。;\n") + 1
    if kind_by_kind(text, low):
        return opened.object
    said = wording.unchanged(wording.tidy(text[max(low, high - FAR) : high]))
    said = _HOTLINE.sub("", said)
    if _DIGIT.search(said) or _UNTIL.fullmatch(said):
        return ""
    done = without_way(said, wording.phrases) if wording.phrases.way.match(said) else said
    if done is not said and (len(done) == len(said) or not verb_at_start(done, wording.phrases)):
        return opened.object
    words = wording.object_of(done)
    return words if len(words) <= LONG else opened.object
