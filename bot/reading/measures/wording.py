"""How a measure is put into words: tidied, given its topic's head, joined with the whole that it is a part of."""

from __future__ import annotations

import re

from bot.reading.measures.places import is_house_of, own_place
from bot.reading.measures.predicates import GOT, noun_and_predicate, without_in_all
from bot.reading.measures.strays import without_strays
from bot.reading.vocabulary.lexicon import ReadingLexicon, Topic
from bot.reading.vocabulary.phrases import bare, verb_at_end, verb_at_start, verbs_only, without_trailing, written_out

LONG_PART, LONGEST_PART, LONG_ENOUGH = 4, 12, 14
_CASES = "案件"
HANDLED = ("案件", "申请", "事项", "文件", "业务", "办结", "纠纷", "公证", "鉴定")
_CASELOADS = ("处罚", "程序", "行为", "案", "案件", "纠纷", "合同", "协议", "项目", "问题", "事务", "业务")
_ANY_CASE = re.compile("案件|申请|事项|业务|对象|人员|工作|[的类型各]|矛盾纠纷|纠纷")
_OF_A_FIELD = ("案件", "案例", "对象", "人员", "部门", "单位", "机构", "组织")
_POWERS, _ALL_SORTS = "权力事项", re.compile(r"专[(、]?兼\)?职")
_LOOKED_OVER = ("审查", "审核")
"""Works of looking over papers: a part of them is the papers of one sort that were."""
_NO_MEDIATORS = ("律师", "法律顾问")
"""Whose mediation is not the people's: 律师调解."""
_OTHER_KIND = re.compile(
    "(?:律师|行政|公益|行业|专业|商事|家事|民事|刑事|诉前|诉中|劳动|人事|仲裁|司法|联合|委派|委托|[性非])$"
)
_KIND_OF_CASE = re.compile("(?:[类型性审人工等]|刑事|民事|行政)案件$")
_TOWARD = re.compile("^向.{1,40}?(?=[报提发推公征汇通反移作请述建])")
_AMONG_CASES = re.compile("(案件|申请|事项)中(.{2,12}[类型])$")
_CONCERNING = "涉"
_STATE, _WHO, _CORRECTED = re.compile("(?:在册|在矫|列管|在管)$"), ("人员", "对象"), "矫"
_OF_A_RANK = re.compile("^.{1,3}职(?:及?以上)")
_LEVEL = re.compile("^(?:.{1,3}级(?:及?以上)?|全[国省市区县](?=..)|.{2,6}?[类型])")
_LEVEL_BEHIND = re.compile("(?:国家|部|省|市|县|区|镇|乡)级$")
_OF_A_LEVEL = re.compile(".{1,6}[级类型性]")
_HELD = re.compile("^[对为向在].{2,24}(?:开展|进行|实施|组织)|^.{2,16}?(?:参加|参训)(?=.{2})")
_PUT_BEFORE = re.compile(
    "^[^的、]{0,12}?(?:政府|常委会|人大|党组|会议?|委员会)(?:审议|审定|研究|讨论|批准|审批)(?=.{2})"
)
"""Before whom a paper was put, to do what: 提请|县政府审议规范性文件."""
_HOLDING = re.compile("(?:开展|进行|实施|组织|举办|参加|接受|参与)+(?=.{2})")
_NOT = ("不", "未", "无")  # what a whole is not doing is no noun for its parts
_ENFORCEMENT, _PUNISHMENT, _FINED = "行政执法", "行政处罚", "罚"
"""A fine is part of a punishment, which says more than the head of the topic."""
_OFFICES = tuple("会站所室处队团院校")
_THAN_A_YEAR = re.compile(r"(?:([较比])|[与和同](?=.{4,8}相比))((?:19|20)\d{2})年度?[底末]?(?:同期)?(?:相比)?")
_RULES, _SORT_OF_PAPERS = "规范性文件", re.compile("(?:的|涉.{2,8})文件$")
_SUITS, _OF_SUITS = "行政诉讼", re.compile("行政(?:败诉|胜诉)?案件")
_THAN = re.compile("[比较][^,、比较]{2,12}?(?:之?前(?![进移])|末期?|初期)(?=.)")  # 比改革前增长
_THAN_ANOTHER = re.compile("[比较](?![例重赛价方大小多少高低好强为])(?=..)")  # 办案48天,比法定期限缩短72天
_THAN_AT_END = re.compile("[比较][^,、比较]{1,8}(?:之?前|末期?|初期)$")  # 败诉率比三年前|下降
_MUCH = re.compile("(?:大幅度?|明显|显著|稳步|逐年|持续|小幅)+$")
_DONE = re.compile(r"(?<=[\u4e00-\u9fff])(?<![为除明未末罢事])了(?![解结断却])")
_BATCH = re.compile(r"(?<=[为获])(?:首|第[一二三四五六七八九十\d]{1,3})批次?(?!次)")
_PUBLISHED = re.compile("采用|录用|刊[发登载]|转[发载]|报道|播[发出]")
_STRAIGHT_QUOTES = re.compile('"([^"]{1,40})"')
_IN_FULL = {"减": "减少", "增": "增加", "降": "下降", "升": "上升"}
_BY_NOBODY = re.compile("由(?=组织|牵头|负责|统一)")
_REPORTED_TO = re.compile("(?<=[人员部长导记])向[^,，]{2,16}?(?=述法|述职)")
_MOST = re.compile("最[高低多少大长短快]")
_FROM = re.compile(
    "(?<=.)(?:由|从)(?:原来|原先|过去|以前|之前|年初|去年|上年|最初|法定|规定|平均|[^,、“”]{1,4}前)?的?$"
)


class Wording:
    """The operations that need the words of a lexicon, the names of the reporting place and its report's year."""

    def __init__(self, lexicon: ReadingLexicon, region: tuple[str, ...], year: int) -> None:
        self.phrases = lexicon.phrases
        self.times = lexicon.times
        self.telling, self._fields = lexicon.telling, lexicon.fields
        self._place, self._last_year = own_place(region), str(year - 1)

    def tidy(self, words: str) -> str:
        """The words without places, years, adverbs and the like; short forms written out."""
        if not words:
            return ""
        given = words = self.without_place(words)
        if '"' in words:
            words = _STRAIGHT_QUOTES.sub(r"“\1”", words)
        words = _DONE.sub("", words) if "了" in words else words
        words = _BATCH.sub("", words) if "批" in words else words
        words = written_out(bare(without_strays(words, self.phrases), self.phrases), self.phrases)
        words = without_strays(words, self.phrases)
        if words.endswith("最") and (most := _MOST.search(given)):  # 播放量最高达90万次
            words = words[:-1] + most[0]
        if words.endswith("原") and given.rstrip().endswith("原有"):  # 队伍原有18支
            words = words[:-1]
        if "由" in words or "从" in words:
            words = _BY_NOBODY.sub("", _FROM.sub("", words))
        words = _REPORTED_TO.sub("", words) if "述" in words else words
        words = self.phrases.counted_up.sub("", words)
        return _AMONG_CASES.sub(r"\2\1", words) if "中" in words else words

    def without_place(self, words: str) -> str:
        """The words without the reporting place and its government (清河县政府受理 -> 受理)."""
        return self._place.sub("", words) if self._place else words

    def object_of(self, phrase: str) -> str:
        """What a phrase is about, its verb left out: 受理案件 -> 案件."""
        verb = verb_at_start(phrase, self.phrases)
        return phrase[verb:] if 0 < verb < len(phrase) else phrase

    def what_was_held(self, phrase: str) -> str:
        """对部门开展督察 -> 督察: what was done to somebody is what was done, what came in is what goes on."""
        got = GOT.search(phrase, 2)
        return phrase[got.end() :] if got else _HELD.sub("", _PUT_BEFORE.sub("", phrase))

    def held_by(self, predicate: str) -> str:
        """What a predicate says to be held or gone through (参加考试 -> 考试), "" where it says something else."""
        holding = _HOLDING.match(predicate)
        return predicate[holding.end() :] if holding else ""

    def without_receiver(self, phrase: str) -> str:
        """向人大常委会报备文件 -> 报备文件, where a verb follows the receiver."""
        toward = _TOWARD.match(phrase)
        return phrase[toward.end() :] if toward and verb_at_start(phrase[toward.end() :], self.phrases) else phrase

    def of_another_level(self, phrase: str, thing: str) -> str:
        """省级 after 国家级示范村 is 省级示范村; "" where the phrase is no such adjective."""
        thing = thing[thing.rfind("的") + 1 :]
        kind = thing and _OF_A_LEVEL.fullmatch(phrase)
        if not kind or (phrase.endswith(("类", "型")) and not (_LEVEL.match(thing) or thing.endswith(HANDLED))):
            return ""
        return phrase + _LEVEL_BEHIND.sub("", _LEVEL.sub("", thing))

    def change(self, left: str, before: str) -> tuple[str, bool]:
        """同比增长: what changed and how; whether it is the measure read before (`before`)."""
        since = self.since(left)
        left = left.replace(since, "", 1)
        head = self.unchanged(left)
        if before and _THAN_ANOTHER.match(head):
            return before + head + self.said_to_change(left), True
        own = len(head) > 1 and not self.phrases.leading.fullmatch(head)
        return (head if own or not before else before) + since + self.said_to_change(left), not own

    def since(self, left: str) -> str:
        """Against what former time words compare (比改革前, 比上届末期), "" where they name none."""
        than = _THAN.search(left) if "比" in left or "较" in left else None
        return than[0] if than and not self.times.comparison.fullmatch(than[0]) else ""

    def than_a_year(self, left: str) -> str:
        """With what year words compare by its number (较2022年 -> 较上年), "" for none."""
        than = _THAN_A_YEAR.match(left)
        return self.against(than[0]) if than else ""

    def said_to_change(self, left: str) -> str:
        """How something changed and against when: 同比增长, 较去年下降."""
        tail, comparison = self.times.change_tail.search(left), self.times.comparison.search(left)
        same = "同比" if "同比" in left else comparison[0] if comparison else ""
        return same + (_IN_FULL.get(tail[1], tail[1]) if tail else "")

    def against(self, words: str) -> str:
        """较2023年 -> 较上年 in a report of 2024, 较往年 for an older year: a measure holds no digits."""
        return _THAN_A_YEAR.sub(
            lambda than: (than[1] or "较") + ("上年" if than[2] == self._last_year else "往年"), words
        )

    def unchanged(self, measure: str) -> str:
        """A measure without the change it tells: 律师人数比上年新增 -> 律师人数."""
        tail = self.times.change_tail.search(measure)
        stem = _THAN_AT_END.sub("", measure[: tail.start()]) if tail else measure
        return without_trailing(_MUCH.sub("", self.times.comparison.sub("", stem)), self.phrases)

    def level(self, measure: str) -> str:
        """What changed, of a measure that ends with how it did (在册人数减少 -> 在册人数); others stay as they are."""
        changed = self.times.change_tail.search(measure)
        return (self.unchanged(measure) or measure) if changed and not changed[1].endswith("幅") else measure

    def part_of(self, whole: str, part: str) -> str:
        """接到投诉案件3宗,其中省厅转办1宗 -> 接到省厅转办投诉案件."""
        whole = without_in_all(whole)
        if (state := _STATE.search(whole)) and not part.endswith(_WHO):  # 在矫90人,其中缓刑80人
            return f"{state[0]}{part}{'' if _CORRECTED in state[0] else whole[: state.start()]}对象"
        whole = _OF_A_RANK.sub("", whole) if part.endswith("职") else whole  # 副职以上负责人出庭46次,其中正职25次
        verb = verb_at_start(whole, self.phrases)
        if verb == len(whole):  # 收到申请: the last of its verbs is what was received
            verb -= next((len(noun) for noun in HANDLED if whole.endswith(noun) and whole != noun), 0)
        acted = "" if verb else noun_and_predicate(whole, self.phrases, governed=True)[1]
        if len(self.object_of(acted)) < len(acted) - 1:  # 某部|审查法规
            whole = verb_at_end(whole[: -len(acted)], self.phrases) + acted
            verb = verb_at_start(whole, self.phrases)
        thing = whole[verb:]
        if not thing and part.startswith(_CONCERNING) and len(part) < LONG_PART:  # 办证90件,其中涉外9件
            return part + whole
        thing = thing[thing.rfind("等") + 1 :] if "、" in thing else thing
        if level := self.of_another_level(part, thing):
            return whole[:verb] + level
        if thing.endswith(_POWERS) and not part.endswith(_POWERS):  # 权力事项900项,其中行政许可60项
            return whole[:verb] + part.removesuffix(_POWERS[:2]) + _POWERS
        done = verb_at_end(part, self.phrases)
        if len(done) < len(part) and _PUBLISHED.fullmatch(done):  # 采用信息30篇,其中简报刊发3篇
            return part
        if 1 < len(done) < len(part) and done in whole:  # 负责人出庭应诉30次,其中县领导出庭4次
            rest = whole[whole.index(done) + len(done) :]
            return part + rest if verbs_only(rest, self.phrases) else part
        part = part.removesuffix("数") if len(part) > LONG_PART else part
        shared = 0
        while shared < min(len(part), len(thing)) and part[-1 - shared] == thing[-1 - shared]:
            shared += 1
        same_office = shared and thing.endswith(_OFFICES) and part[-2:-1] in thing  # 调解委员会20个,其中村调委会12个
        sorts = said[0] if (said := _ALL_SORTS.match(thing)) else ""  # 专兼职调解员90名,其中专职20名
        thing = thing.removeprefix(sorts)
        if len(thing) == 2 * len(part) and (thing.startswith(part) or thing.endswith(part)):  # 来信来访9件,其中来信5件
            return whole[:verb] + part
        by_its_name = same_office or is_house_of(part, thing) or _names_its_whole(part, thing)
        of_long = shared > 1 and len(thing) > LONGEST_PART and len(part) >= LONG_PART
        of_long = of_long or (not shared and len(thing) > LONGEST_PART)  # 指导镇街办理执法案件60件,其中简易程序9件
        if of_long or thing[:1] in _NOT or shared == len(thing) or len(part) > LONGEST_PART or by_its_name:
            return part
        if part.endswith(self.phrases.parts):
            work = thing if thing.endswith(_LOOKED_OVER) and len(thing) <= LONGEST_PART else ""  # 完成合法性审核90件
            return whole[:verb] + part + work
        part = part[: len(part) - shared] if shared > 1 else part
        sizes = range(min(len(part), len(thing)), 1, -1)
        thing = thing[next((size for size in sizes if part.endswith(thing[:size])), 0) :]
        part = part[:-1] if part.endswith("案") and thing.endswith(_CASES) else part  # 欠薪案|案件
        if (alike := thing.find(part[-2:])) > 0:  # 行政权力事项40项,其中其他权力11项
            thing = thing[alike + 2 :]
        return whole if part in whole else whole[:verb] + part + thing

    def tells_apart(self, caseload: str) -> bool:
        """Whether a caseload says which cases they are (欠薪案, 土地纠纷), not just that they are cases."""
        kind = _ANY_CASE.sub("", caseload).removesuffix("案")
        return caseload.endswith(_CASELOADS) and 1 < len(kind) <= LONGEST_PART

    def specific(self, known: str, topic: Topic) -> bool:
        """Whether what is known says more than the topic's head (一审行政诉讼案件, but not 行政复议申请)."""
        short = topic.head[2:] if len(topic.head) == 4 else topic.head
        more = _ANY_CASE.sub("", known.replace(topic.head, "").replace(short, ""))
        counted = known.endswith(HANDLED) and known[0] not in "为被"
        named = short in known or any(word in known for word in topic.shown_by)
        return counted and 1 < len(more) <= LONGEST_PART and named

    def headed(self, phrase: str, topic: Topic, actor: str, *, in_front: bool = False, relative: bool = False) -> str:
        """The phrase with its topic's head: 复议案件 -> 行政复议案件, 召开会议 -> 召开社区矫正会议.

        In front of a verb that is more than light (社区矫正佩戴电子手环), or `in_front` at all; before the noun of a
        `relative` clause (制定措施的社区矫正案件).
        """
        shown = any(word in phrase + actor for word in topic.shown_by)
        if not (topic.head and topic.said) or shown or self._fields.search(phrase):
            return phrase
        if topic.head == _RULES and _SORT_OF_PAPERS.search(phrase):
            return phrase
        if topic.head == _SUITS and _OF_SUITS.search(phrase):
            return phrase
        if topic.head == _ENFORCEMENT and phrase.startswith(_FINED):
            return _PUNISHMENT + phrase
        tail = topic.head[2:]
        if len(topic.head) == 4 and phrase.startswith("成功" + tail):
            phrase = f"{tail}成功{phrase[4:]}"
        if len(topic.head) == 4 and (place := phrase.find(tail)) >= 0:
            if phrase.count("“", 0, place) > phrase.count("”", 0, place):  # “大调解”
                return phrase
            other = (
                _OTHER_KIND.search(phrase[:place])
                or actor.endswith(_NO_MEDIATORS)
                or phrase.startswith("诉讼", place + 2)
            )
            return phrase if other else phrase[:place] + topic.head + phrase[place + 2 :]
        verb = phrase.rfind("的") + 1 if relative else verb_at_start(phrase, self.phrases)
        thing = phrase[verb:]
        if not (verb or in_front or phrase.endswith("率")) and noun_and_predicate(phrase, self.phrases)[1]:
            return phrase
        relative = relative and thing.endswith(_OF_A_FIELD)
        acting = self.phrases.actor.fullmatch(topic.head) and phrase[:verb] in self.phrases.serving
        if thing.endswith("的" + _CASES):  # 参与以县政府为被告的案件
            return phrase[: -len(_CASES)] + topic.head + _CASES
        if in_front or acting or len(thing) < 2 or thing.endswith(self.phrases.standing):
            return topic.head + phrase
        if _KIND_OF_CASE.search(thing) and phrase[:verb] in self.phrases.light:
            return phrase[: -len(_CASES)].removesuffix(topic.head[:2]) + topic.head + _CASES
        if len(topic.head) > LONG_PART and phrase.endswith(tail[-2:]) and verb_at_end(phrase[:-2], self.phrases):
            return phrase[:-2] + topic.head  # 镇街报备|文件
        sent = noun_and_predicate(thing, self.phrases)[1] and not relative
        behind = relative or thing in self.phrases.general or phrase[:verb] in self.phrases.light
        if len(phrase) > LONG_ENOUGH and not (verb and behind):
            return phrase
        return phrase[:verb] + _under(topic.head, thing) if verb and behind and not sent else _under(topic.head, phrase)


def _names_its_whole(part: str, thing: str) -> bool:
    """行政执法案件3件,其中行政处罚2件; 公证机构106个,其中县公证处29个: a part with its whole's name in it."""
    inside = part.find(thing[:2])
    return len(part) > 3 if inside == 0 else inside > 0 and not thing.startswith(part[inside:])


def _under(head: str, thing: str) -> str:
    """A head before a thing that begins as it ends: 规范性文件|文件清理 -> 规范性文件清理."""
    return head + (thing[2:] if len(head) > LONG_PART and thing.startswith(head[-2:]) else thing)
