"""Talk around a question: 不好意思问个基础的哈, 我刚来不久, 领导催得紧. It asks nothing where another clause does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.talking.favours import favours_in
from bot.asking.understanding.talking.speaking import Dictionary, speaks_to_us
from bot.words.indicators import covered
from bot.words.questions import Questions, Role

_PAUSES = frozenset(",;:。，；：？?!！…~\n[]()")
_SHORTEST = 3
"""How long a piece between spaces is that may be a clause."""
_LONGEST_SAID = 24
_NARROWS = re.compile(
    "不[要含算包计管看]|除|扣|剔|排除|减去|只(?![好能得])|仅|光是|单[单独说是论]|以[外内]|之[外内]|限|别[算含计要]|而[不非]"
    "|(?:[说问指要查找看算]|想要|关心|需要|想看)的(?!时候|话)"
)
"""What says which figures are meant, or which are not: 只要女的, 我说的是外卖员."""
_SPEAKER = "(?:我们?|咱们?|俺们?|本人|小弟|鄙人)(?:单位|科室|科|局|处|部门|公司|学校|这边|那边|这儿|这里)?(?:里|的)?"
_OPENS = "[那哦啊嗯呃唉因为其实毕竟不过但今昨天早上下午晚刚才]*"
_MEANWHILE = "(?:自己|今天|昨天|早上|下午|昨晚|上午)?(?:也|都|还|又|就|真|实在|已经|马上|一直|老|总|目前|现在)?"
_OF_THE_SPEAKER = re.compile(
    f"{_OPENS}{_SPEAKER}{_MEANWHILE}"
    "(?:是(?![说指问要想查找算])|在(?![问查找算统])|刚|才|正[在要写做准赶开]|[没不](?![要含算包计管看])|翻|忘"
    "|[搞弄答说找查想看记][不错漏]|得[赶写交报去]|要(?:[交写做填报备回赶用发讲]|汇报|开会|准备)|[写填赶]|准备|接手|[急等]|头一[回次]"
    "|第一次|眼|脑|手[头上里]|老了|年纪)"
)
"""A clause that says what the speaker is, does, or cannot do, and not what he wants to know."""
_OF_THE_TRADE = re.compile(
    f"{_SPEAKER}(?![是要想说问指找查算看统关需给]|.*(?:街道|社区|[镇乡村区县市])的)[\u3400-\u9fff]{{1,12}}的"
    "|(?:写|做|填|报|开会|汇报|讲话|发言|应付|迎检|备查)[\u3400-\u9fff]{0,6}用的?"
)
"""A whole clause of what the speaker does, or what for: 我开厂的, 写稿用."""
_SENT = re.compile(
    "[\u3400-\u9fff]{1,6}[让叫要托喊]我们?(?:来|帮忙?|代)?(?:问|查|打听|核实|确认)(?:问|查)?(?:的|一下的?)?"
    "|我们?[替帮代](?!.*[女男老童残])[\u3400-\u9fff]{1,5}(?:问|查|打听|核实)一?下?的?"
    "|[\u3400-\u9fff]{1,6}问[到起倒住]?我们?了?的?"
)
"""A whole clause of who sent the speaker: 我妈让我问的, 我替朋友问的."""
_OF_OTHERS = re.compile("(?!.*[我俺咱您你]|.*(?:新来|刚来|[用问催急])的$).*的")
"""What ends like a part of what is counted, and speaks of nobody here: 求助的, 大家的."""
_WHO_SPEAKS = re.compile(f"{_SPEAKER}(?:就?是(?![说指问要想查找算])|系|来自|在.*(?:上班|工作|实习))|作为")
_PEOPLE = re.compile("[员工师者童女男老军]|户|人(?!家|[大民])|群体|类")
"""What may say whose figures are meant, unless it says who speaks."""
_ONLY_ASKS = frozenset({Role.ASKING, Role.HELP, Role.MUST, Role.DOING, Role.WHY, Role.MORE, Role.NUMBER})
_DISTRUSTS = frozenset({Role.CHECK, Role.SEARCH})
"""What talk says of the asker's own search or doubt, where somebody asks how many: 系统里搜不出来, 别搞错了."""
_HOW_MANY = re.compile("多少|几(?![次遍天]$)")
_THANKS = re.compile("[我您你谢急催]|麻烦|拜托|辛苦|打扰|抱歉|不好意思|领导|来着")
_DIGIT = re.compile(r"\d")


class Talk:
    """Knows what only talks, by the words of questions.toml."""

    def __init__(self, questions: Questions, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        asking = {word for word, roles in questions.roles.items() if roles <= {Role.ASKING, Role.HELP}}
        self._talking = questions.talking
        self._words = frozenset(questions.talking | questions.around | asking)
        self._longest = max(map(len, self._words))

    def without(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The tokens without those that only talk, where others ask."""
        clauses = list(_clauses(tokens))
        if not any(map(_asks, clauses)):
            return tuple(tokens)
        only_talk = _ONLY_ASKS | (_DISTRUSTS if any(map(_counts, tokens)) else frozenset())
        return tuple(token for clause in clauses for token in self._asking(clause, only_talk))

    def _asking(self, clause: list[Token], only_talk: frozenset[Role]) -> Sequence[Token]:
        """What a clause asks: what is not talk; of one that only talks, what does more (做成表格)."""
        if _asks(clause) or any(map(_counts, clause)):
            return self._without_ends(clause, only_talk)
        return [token for token in clause if token.gap or token.roles - only_talk] if self._talks(clause) else clause

    def _talks(self, clause: Sequence[Token]) -> bool:
        """Whether a clause that names nothing only talks."""
        text = _text(clause)
        if _SENT.fullmatch(text):
            return True
        if len(text) > _LONGEST_SAID or _NARROWS.search(text):
            return False
        known = [token.text for token in clause if token.word and not token.roles]
        # 电话咨询 is counted, though 电话 and 咨询 may both only talk.
        counted = text in known and text not in self._words
        if (self._is_talk(text) and not counted) or _WHO_SPEAKS.match(text):
            return True
        own = _OF_THE_TRADE.fullmatch(text) or (not known and _OF_THE_SPEAKER.match(text))
        if _PEOPLE.search(text):
            return False
        return bool(own) or (not (known or _must(clause)) and self._is_to_us(text))

    def _is_to_us(self, text: str) -> bool:
        """Whether a clause is between him who asks and us."""
        return not (text.endswith("的") or _DIGIT.search(text)) and speaks_to_us(
            text, self._talks_by_itself, self._dictionary
        )

    def _talks_by_itself(self, word: str) -> bool:
        """Whether a word says nothing of what is wanted."""
        return covered(word, self._words, self._longest)

    def _is_talk(self, text: str) -> bool:
        """Whether a text is made of words that talk."""
        if _OF_OTHERS.fullmatch(text) and text not in self._words:
            return False
        favours = favours_in(text)
        talks = bool(favours) or any(word in text for word in self._talking)
        return talks and covered(text, self._words | favours if favours else self._words, self._longest)

    def _without_ends(self, clause: list[Token], only_talk: frozenset[Role]) -> Sequence[Token]:
        """A clause that asks without what it opens or ends with that only talks: 领导让我查一下|巴南…|谢谢您了."""
        first = len(list(takewhile(lambda token: not (_names(token) or _counts(token)), clause)))
        opening = 0 if _is_counted(clause, first) else first
        head = next((at for at in range(opening, 0, -1) if self._cut_off(clause[:at])), 0)
        behind = takewhile(lambda token: not (_names(token) or _counts(token)), reversed(clause))
        last = len(clause) - len(list(behind))
        ends = (at for at in range(max(last, head + 1), len(clause)) if _has_asked(clause[at - 1]))
        thanks = (at for at in ends if self._cut_off(clause[at:]) and _THANKS.search(_text(clause[at:])))
        tail = next(thanks, len(clause))
        kept = range(head, tail)
        return [token for at, token in enumerate(clause) if at in kept or token.gap or token.roles - only_talk]

    def _cut_off(self, piece: Sequence[Token]) -> bool:
        """Whether the end of a clause only talks, and in words that nothing else knows or that ask a favour."""
        text = _text(piece)
        strange = any(token.unknown or Role.MUST in token.roles for token in piece) or bool(favours_in(text))
        return strange and not _NARROWS.search(text) and self._is_talk(text)


def _must(tokens: Sequence[Token]) -> bool:
    return any(Role.MUST in token.roles for token in tokens)


def _text(tokens: Sequence[Token]) -> str:
    """What tokens say, without punctuation and pictures."""
    return "".join(filter(str.isalnum, "".join(token.text for token in tokens)))


def _names(token: Token) -> bool:
    """Whether a token names what somebody may ask about."""
    return bool(token.topic or token.says or token.places or token.years)


def _asks(clause: Sequence[Token]) -> bool:
    return any(map(_names, clause))


def _counts(token: Token) -> bool:
    """Whether a word asks how many there are."""
    return bool(token.roles) and _HOW_MANY.search(token.text) is not None


def _is_counted(clause: Sequence[Token], counts: int) -> bool:
    """Whether what a clause opens with is all that can be counted there: 反馈的问题|有多少个."""
    behind = clause[counts:]
    return 0 < counts < len(clause) and Role.MUST in clause[counts - 1].roles and not any(map(_names, behind))


def _has_asked(token: Token) -> bool:
    return token.gap or bool(token.roles)


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The clauses of a message, each with the pause behind it; a space is one behind and before enough words."""
    clause: list[Token] = []
    for token in tokens:
        clause.append(token)
        pause = token.gap and (_PAUSES & set(token.text) or len(_text(clause)) >= _SHORTEST)
        if pause and "、" not in token.text:
            yield clause
            clause = []
    yield clause
