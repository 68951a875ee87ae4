"""The measure of a number that stands behind its noun: 受理案件7628宗, 党课4次, 人民调解员共446名."""

from __future__ import annotations

import re

from bot.reading.actors import HOUSE, LEADER, without_doer
from bot.reading.measures.governed import behind_receiver, done_to_all, without_givers, without_owners
from bot.reading.measures.levels import AMENDING, OF_A_LEVEL, same_house
from bot.reading.measures.local import Local
from bot.reading.measures.opened import EVENTS, FAR, PEOPLE, Draft, Open, alike_units
from bot.reading.measures.places import PLACES
from bot.reading.measures.predicates import (
    noun_and_predicate,
    says_itself,
    without_list_of_receivers,
    without_organised,
    without_where,
)
from bot.reading.measures.rates import ITEMS, Rates
from bot.reading.measures.said import LONG, TOO_LONG, judged, known, went_through
from bot.reading.measures.those import Those
from bot.reading.measures.wording import Wording
from bot.reading.named_places import is_places
from bot.reading.vocabulary.phrases import (
    verb_at_end,
    verb_at_start,
    verbs_only,
    without_examples,
    without_leading,
    without_way,
)

_WAY_OF_ENDING = re.compile("以[^,]{2,16}?方式(?:结案|办结|审结|化解|解决)")
"""How cases ended is what is counted: 以调解、终止方式结案12件."""
_BY_WAY = re.compile("通过|依托|利用|运用|借助")
_ELSEWHERE = re.compile(
    "[,、][^,、。;\\d]{0,8}(?:微博|微信|公众号|视频号|抖音号?|头条号|客户端|网站)[^,、。;\\d]{0,8}\\d"
)
"""Another place where as much was shown: 通过微博发布信息90条,门户网站发布20条."""
SHORT_RATE, SHORT_OBJECT, LONG_EVENT, SHORT_STANDING, BIG = 6, 12, 14, 4, 2
_AND_OTHERS = re.compile("等(?:共计|共|合计|总计)?$")
_JOINTS = ("以及", "和", "及", "与", "、")
_LIST_WENT_ON = re.compile("^(?:以及|和(?![解谐平])|[与、]|及(?![格时早]))+")
_AT_TOP = re.compile("(?:数量|案件)?(?:最[多少高低]?|次之|其次|居首|居前|[较居]多)$")
_MANNER = re.compile("动态|随机|及时|当场|现场|集中|按期|按时|限期|主动|初步|全部|部分|基本|正在|尚在")
_PLACE_ENDS = frozenset("区市县镇乡道州")
_PLACE = re.compile(
    r"(?!(?:各|所辖|下辖)?[省市区县乡镇街]{1,3}(?:街道)?\Z)[^的、下进社园辖地示开校景每]{1,5}(?:新?区|市|县|镇|乡|街道|自治州)"
)
"""The name of a place: 河东区, but not 乡镇 or 县区."""
_PROVIDED = re.compile("(?:配备|选聘|聘任|聘请|设立|建成|组建)率$")
"""How far those were provided who are counted now: 法治副校长配备率100%,共86名."""
_PLACE_AT_END = re.compile("[区市县镇乡道州]$")
_RANKED = re.compile("(?:居|排)?(?:前列|排名)?(?:位次)?$")
_BUILDING, _HANDLED = ("建", "建成", "建立", "设立", "成立", "打造"), ("案件", "纠纷", "申请", "业务", "咨询")
"""What is founded and what is handled: 新建调解室9个,人民调解案件不少于800件."""
_RULED = re.compile("^(?:复议)?(?:决定|作出|依法)(?=(?:撤销|维持|驳回|变更|责令|终止|确认违法|不予受理)$)")
_RATES = ("率", "比例", "幅度")
_GRADE = re.compile("(?:基本|不)?(?:优秀|良好|合格|称职|达标)")
_GRADED = re.compile(f"(.{{2,}}?){_GRADE.pattern}")
_POSTS = ("编制", "实")  # posts and who holds them where people are counted, else to draw up
_THERE_ARE_ONLY = re.compile("(?:只|仅|才)有[约近]?$")
_MEAN_VOLUME = re.compile("[日周月年]均[^的、]{2}量$")
_THERE_ARE = re.compile("(?:年末|年底|现)?实")
_SO_FAR = re.compile("累计|共计?|总计|总数|已有")
_NEWLY = re.compile("^新(?:登记|增|设立?|建|注册|发展)?")
"""年末实有900户 of what was counted in the unit before."""
_TIME_ONLY = re.compile("第[一二三四]季度|[上下]半年|[一二三四五六七八九十]{1,2}月|[1-9]\\d?月份?")
_SUM = re.compile("[ ,]*[全我本][省市州县区镇](?:合计|总计|共计?)")
_REACHED = re.compile("(?:[总共]?[数量]?(?:达到?|增至|降至|升至)|[现仅]?为|至|(?:首次|再次|历史性)+(?:达到?)?)")
_ANOTHER_PLACE = re.compile("[ ,]*[我本全][国省市州盟县区旗]")
_OF_A_WIDER_PLACE = re.compile("^全[国省市州](?:的?平均)?(?=每)")
"""全国平均每万人拥有律师5名,|我市3名: whose the mean was."""
_LEADER = re.compile("(?:同志|书记|[省市区县州旗镇乡]长|主席|主任|局长|厅长|负责人|领导)[\u4e00-\u9fff]{0,3}$")
"""Who leads, perhaps by name."""
_DISCUSSED = ("研究", "专题研究", "部署", "听取", "审议")
_AND_THEN = ("并", "且", "或", "及", "和", "与", "以及")
"""培训1次并通过考核, 走访律所5家及部分法院: what came of it and what else there was are no part of it."""
_STATE = re.compile("现行有效的?|在编在岗|在册")
"""What holds of all the things in a row."""
_NOT, _CONCERNING, _AT = "未", "涉及", "在"
_WITHIN = ("中", "内", "里", "间")
_SEEN_TO = re.compile("^(?:实现|做到|确保|保证|达到)(?=每)")
_PER = re.compile(
    "(?:平均)?每[^有]{1,10}(?:平均)?|一[所村镇县乡户校]平均|[村人户所镇县乡]均|(?:乡镇|镇街|街道|社区|村居|[村镇乡县区市])(?:\\((?:社区|街道|居|市、区)\\))?平均"
)
_MEAN, _MEAN_BEFORE = "平均", re.compile("^[^有]{1,10}?平均(?=..)")
_SHORT = re.compile(
    "(?<![^,;。是、\n])([^,;。是、\n]{2,8}?)(?:数量|力量|人员)?(?:偏少|较少|太少|不足|短缺|紧缺|匮乏),?$"
)
"""Of what there is too little: 律师|偏少."""
_NO_LIST_ITEM = re.compile(
    "[^,]{0,6}?上.{0,6}课$|(?:法制|合法性|备案)审[核查](?=.{3})|(?:微信|微博|抖音|公众号|短视频)(?=.{2})|[被由从把]|[向对](?![象口外导])|为(?!民)|在(?![册职编岗校矫])|以(?!案)|就(?![业诊医学])|经(?![济营费办验])|与(?!会)|不予|无法|未(?![成来央])"
)


class Behind:
    """Drafts the measures of numbers behind their nouns."""

    def __init__(self, wording: Wording, opened: Open, those: Those) -> None:
        self._wording, self._open, self._phrases = wording, opened, wording.phrases
        self._those, self._rates = those, Rates(wording.phrases, opened)

    def draft(self, left: str, right: str, text: str, local: Local) -> Draft:
        """The number follows its noun: 受理案件7628宗, 党课4次; what follows counts only where the noun is weak."""
        phrases = self._phrases
        if said := done_to_all(left, text, local):
            return said
        left = _LIST_WENT_ON.sub("", left) if left.startswith(_JOINTS) else left
        before_number = text[max(local.left[0], local.numeral.number - FAR) : local.numeral.number]
        if "等" in before_number and _AND_OTHERS.search(before_number) and verb_at_start(right, phrases):
            return Draft(right, lacks_object=verbs_only(right, phrases))
        left = self._own_words(left, text, local)
        if not left:
            return self._without_words(right, text, local)
        if left.endswith(_POSTS) and local.numeral.unit in PEOPLE:
            return Draft("实有人员" if left == "实" else left)
        if _THERE_ARE.fullmatch(left) and (things := self._open.things.get(local.numeral.unit)):
            return Draft(f"{left}有{_NEWLY.sub('', things)}")
        if verbs_only(left.removeprefix(_NOT), phrases) or AMENDING.fullmatch(left):
            return Draft(left + right, lacks_object=not right or verbs_only(right, phrases))
        return self._said_of(left, right, before_number, text, local)

    def _own_words(self, left: str, text: str, local: Local) -> str:
        """The words before the number without what they repeat of the thing before, and for whom it was done."""
        phrases = self._phrases
        left = _RULED.sub("", without_leading(without_examples(left, phrases), phrases))
        if left.endswith(phrases.standing):
            left = left.removeprefix("要求")  # 要求出庭率不低于90%
        thing = self._open.thing if self._open.row else ""
        if thing and left.startswith(thing) and len(left) > len(thing) and PLACES.search(thing):
            did = phrases.verb.match(left, len(thing)) or left.startswith(_AT, len(thing))
            left = left[len(thing) :] if did else left  # 6个单位|受到表彰9次
        if thing and left.startswith(thing) and left.endswith("率") and len(left) - len(thing) > SHORT_RATE - 2:
            left = left[len(thing) :]  # 57名干部|考试通过率100%
        left = behind_receiver(text, local.left, self._open.last, left, phrases)
        if self._open.verb and self._open.last >= local.segment[0]:
            left = without_givers(left, self._open.verb, phrases)
        left = without_owners(left, self._open.before) if "的" in left and self._open.row else left
        return left[:-1] if left.endswith("等") and "、" in left else left

    def _said_of(self, left: str, right: str, before_number: str, text: str, local: Local) -> Draft:
        """More than verbs before the number: what was done, or a noun of its own; by what means it was done is put
        aside."""
        phrases = self._phrases
        by_way = _BY_WAY.match(left) if self._open.parent or _ELSEWHERE.match(text, local.numeral.end) else None
        if by_way and says_itself(left[by_way.end() :], phrases):  # 其中通过网站发布信息16条: the way tells parts apart
            return judged(left[by_way.end() :], phrases)
        if not _WAY_OF_ENDING.fullmatch(left):
            left = without_way(without_where(left, phrases), phrases)
        left = self._wording.without_receiver(without_list_of_receivers(left, phrases))
        long_event = len(left) > LONG_EVENT and local.numeral.unit.startswith(EVENTS)
        if (done := without_organised(left, phrases, event=long_event)) != left:
            left = self._wording.tidy(done)  # 组织律师为企业提供咨询
        alike = self._open.parent and local.numeral.unit == self._open.parent_unit
        if alike and left.startswith(_CONCERNING) and not right and "其中" in text[slice(*local.left)]:
            return Draft(left, parent=self._open.parent)  # 审查合同90份,其中涉及土地12份
        big = local.numeral.unit.startswith("大") and len(local.numeral.unit) > BIG
        if big and not right and "、" in left:  # 涉及公安、住建等7大领域
            return Draft(left[: verb_at_start(left, phrases)] + local.numeral.unit[1:])
        if not right and left[-1] in _PLACE_ENDS and _PLACE.fullmatch(left) and (counted := self._counted_there()):
            return Draft(counted, whole=True)
        verb = verb_at_start(left, phrases)
        if verb and left.startswith("的", verb) and (made := self._by_same(left)):
            return made
        if verb and not right and (level := self._wording.of_another_level(left[verb:], self._open.object)):
            return Draft(left[:verb] + level)  # 培育省级示范村5个,累计建成国家级2个
        left = _SEEN_TO.sub("", left) if "每" in left else left
        per = ("每" in left or "均" in left) and not left.endswith(phrases.standing)
        if per and _PER.fullmatch(left) and not phrases.verb.search(left):
            return self._each(left, text, local)
        if (not verb or left.endswith(_RATES)) and (item := self._list_item(left, before_number, text, local)):
            return item
        goes_on = text.startswith(_AND_THEN, local.right[0])
        right = "" if right in _WITHIN or goes_on else right
        if local.numeral.unit == "次" and _LEADER.search(left) and verb_at_start(right, phrases):
            return judged(right, phrases)  # 市长11次主持召开会议
        if left.endswith("会议") and right.startswith(_DISCUSSED) and len(left) + len(right) <= LONG:
            return Draft(left + right)  # 召开党组会议4次研究法治建设
        if right and len(left) + len(right) <= LONG and (not verb or len(left) - verb < 2):
            return Draft(left + right)
        return judged(left, phrases)

    def _each(self, left: str, text: str, local: Local) -> Draft:
        """平均每所, 所均: of what was counted before, and of their people where people are counted."""
        each = self._wording.object_of(self._wording.level(self._open.before))
        near = self._open.last >= local.before[0]
        short = None if near else _SHORT.search(text, *local.before)
        each = short[1] if short else each  # 律师偏少,每万人不足2名
        each = _MEAN_BEFORE.sub("", each)  # 乡镇平均20名,每村平均2名
        if left.endswith("均") and local.numeral.unit in PEOPLE and self._open.unit not in PEOPLE:
            told = zip(self._open.done[::-1], self._open.amounts[::-1], strict=True)
            each = next(
                (self._wording.object_of(said) for said, (_, unit) in told if unit in PEOPLE),
                "" if left.endswith(_MEAN) else each,
            )
        if left[1] == "均" and each.endswith(left[0]) and local.numeral.unit in PEOPLE:  # 司法所12个,所均2.5人
            return Draft(each + left + "人数" if len(each) <= SHORT_OBJECT else left + "人数")
        return Draft(left + each if len(each) <= SHORT_OBJECT else left)

    def _by_same(self, left: str) -> Draft | None:
        """县人大作出的决议12件、制定的规范性文件1件: the second was made by whom the first was."""
        before = self._open.before
        of = before.find("的")
        doer = before[: of - len(verb_at_end(before[:of], self._phrases))] if self._open.row and of > 0 else ""
        return Draft(doer + left, whole=True) if len(doer) > 1 else None

    def _counted_of_another(self, name: str, unit: str) -> str:
        """市水利局应诉9件,占20%;县林业局6件: what was counted last in the unit, told of another place or office."""
        if self._open.unit == unit and _PLACE.fullmatch(name):
            return self._counted_there()
        told = {self._open.unit: self._open.before, self._open.counted_unit: self._open.counted}.get(unit, "")
        return without_doer(told) if HOUSE.fullmatch(name) and HOUSE.fullmatch(self._open.counted_of) else ""

    def _counted_there(self) -> str:
        """受案排名前列的是河东区12件;河西区9件: what is told place by place, "" where that is not said before."""
        counted = _RANKED.sub("", self._open.before)
        return "" if _PLACE_AT_END.search(counted) or counted.endswith(self._phrases.standing) else counted

    def _list_item(self, noun: str, before_number: str, text: str, local: Local) -> Draft | None:
        """A noun without a verb of its own: a rate, a part of the whole before, a further item of a list."""
        done = verb_at_end(noun, self._phrases)
        if len(done) > 1 and _MANNER.fullmatch(noun[: -len(done)]):
            return Draft(noun, lacks_object=True)  # 动态调整
        graded = _GRADED.fullmatch(self._open.before) if _GRADE.fullmatch(noun) else None
        if graded:  # 优秀18件、良好86件
            return Draft(graded[1] + noun, whole=True)
        part = self._open.parent and alike_units(local.numeral.unit, self._open.parent_unit)
        same = self._open.row and local.numeral.unit == self._open.thing_unit and not part
        state = _STATE.match(self._open.object) if same else None
        if state and state[0] not in noun and not done:  # 现行有效地方性法规90部、政府规章60部
            return Draft(state[0] + noun, verb=self._open.verb)
        beside = self._open.last >= local.before[0] and local.numeral.unit == self._open.thing_unit
        if beside and (house := same_house(noun, self._open.object)):  # 乡镇调委会12个,街道4个
            return Draft(house, verb=self._open.verb, whole=bool(part))
        if noun.endswith(self._phrases.standing) and not part:
            near = self._open.last >= local.before[0]
            owner = self._rates.owner(noun, near=near, among=self._those.among(text, local))
            longest = max(map(len, ITEMS.split(noun)))
            spoken_of = self._rates.known(noun) or ("" if near else self._done_before(noun, text, local))
            return Draft(noun, known=spoken_of, owner=owner) if longest <= SHORT_RATE else None
        sister = self._wording.of_another_level(noun, self._open.object) if part and self._open.row else ""
        if len(sister) > len(noun) and OF_A_LEVEL.match(self._open.object):
            return Draft(sister, parent=self._open.parent)  # 其中省级法治文化公园5个、市级28个
        if part and not self._open.verb:
            return Draft(judged(noun, self._phrases).phrase, parent=self._open.parent)
        if other_level := self._wording.of_another_level(noun, self._open.object):
            in_all = _SO_FAR.search(before_number) and _NEWLY.match(self._open.verb)  # 新增国家级1个,省级累计9个
            return Draft(other_level, verb="" if in_all else self._open.verb)
        acts = self._open.actor if self._open.actor and local.left[0] <= self._open.actor.start else None
        begins_anew = (
            (acts and LEADER.search(acts.name))
            or _NO_LIST_ITEM.match(noun)
            or noun in self._phrases.audience
            or noun in self._phrases.joining
            or self._phrases.anew.search(before_number)
        )
        acted = (
            len(done) > 1 and done not in self._phrases.noun_verbs and not self._open.row
        )  # 核查外出20人次,定位抽查90人次
        held = local.numeral.unit.startswith(EVENTS) and not self._open.unit.startswith(EVENTS)
        held = held and done in self._phrases.noun_verbs  # 下发提示函45份、工作督导29次
        built = self._open.verb.endswith(_BUILDING) and noun.endswith(_HANDLED)
        itself = noun.endswith(self._phrases.whole_deeds) or _MEAN_VOLUME.search(noun)  # 开展检查90次,常务会议学法8次
        alone = not self._open.row and _THERE_ARE_ONLY.search(before_number)  # 出具意见90份,投诉只有9件
        if (
            self._open.verb
            and not (begins_anew or held or acted or built or itself or alone)
            and not says_itself(noun, self._phrases)
        ):
            return Draft(noun, verb=self._open.verb)
        return None

    def _done_before(self, noun: str, text: str, local: Local) -> str:
        """开展示范创建,创成率60%: what the segment before a short rate or number tells to be done."""
        if len(noun) > SHORT_STANDING or local.before[1] - local.before[0] > FAR:
            return ""
        words = self._wording.tidy(text[slice(*local.before)])
        doer, done = noun_and_predicate(words, self._phrases, governed=True)
        thing = self._wording.object_of(done or doer)
        return thing if len(thing) < len(words) and len(thing) <= LONG_EVENT else ""

    def _without_words(self, right: str, text: str, local: Local) -> Draft:
        """Nothing before the number but, perhaps, the actor: 人民调解员共446名."""
        if right and not _AT_TOP.fullmatch(right):
            return Draft(right, lacks_object=verbs_only(right, self._phrases))
        if self._open.actor and local.left[0] <= self._open.actor.start < local.left[1]:
            if self._open.parent and HOUSE.fullmatch(self._open.actor.name):  # 收到申请86件,其中县公安局32件
                return Draft(self._open.actor.name, parent=self._open.parent)
            if not local.bracket and (counted := self._counted_of_another(self._open.actor.name, local.numeral.unit)):
                return Draft(counted, whole=True)
            if not self._open.parent and is_places(self._open.actor.name):  # 分地区看,东河县90件
                return Draft("案件" if local.numeral.unit in ("件", "宗", "起") else "", whole=True)
            named = text[self._open.actor.start : self._open.actor.end]
            named = self._wording.tidy(named) if "的" in named and len(named) <= TOO_LONG else self._open.actor.name
            return Draft(named, whole=True)
        if (thing := went_through(text, local.before, self._wording)) and local.numeral.family == "count":
            return Draft(f"清理{thing}")  # 对现行文件进行清理,共90件
        spoken_of = known(text, local, self._wording, self._open)
        said = _AT_TOP.sub("", spoken_of) if self._open.last < local.before[0] else ""
        if said and not (self._open.before and _TIME_ONLY.fullmatch(said)):
            return Draft(said)  # 公安部门最多,为210件
        before = _PROVIDED.sub("", self._open.before) if local.numeral.family == "count" else self._open.before
        if _SUM.fullmatch(text, *local.left) and self._open.amounts and self._open.amounts[0][1] == local.numeral.unit:
            return Draft(self._open.done[0], whole=True)  # 河东镇排查9件,化解8件;全县合计90件
        if (
            self._open.parent and local.numeral.unit == self._open.parent_unit
        ):  # 三年办理674件,年均增长26%,其中2023年261件
            before = self._open.parent
        before = before.removesuffix("批次") if local.numeral.unit in PEOPLE else before
        if _ANOTHER_PLACE.match(text, *local.left):
            before = _OF_A_WIDER_PLACE.sub("", before) or before
        if _REACHED.fullmatch(text, *local.left):  # 同比增加8家,达102家
            before = self._wording.level(before)
        return Draft(before, whole=True) if before else Draft(spoken_of)
