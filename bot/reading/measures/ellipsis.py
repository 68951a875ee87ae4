"""Measures said by pointing at what was read before: 同比增长20%, 占总数的41.8%, 分别为3件和5件, 73场6012人次."""

from __future__ import annotations

import re
from math import isclose

from bot.model import Kind
from bot.reading.against import beyond_year, share_of, than_so_many
from bot.reading.measures.governed import FIGURE
from bot.reading.measures.local import Local
from bot.reading.measures.opened import EVENTS, FAR, PEOPLE, PERSONS, Draft, Open
from bot.reading.measures.turns import SHARE_EDGES, SHARE_OF_LAST, Turns
from bot.reading.measures.wording import Wording
from bot.reading.vocabulary.lexicon import ReadingLexicon

_SHARES = ("占比", "比例", "比重")
_SHARE = re.compile(r"^(.*?)(?:约)?占(?!比)(.{2,16}?)(?:的)?$")
_OWN_SHARE = re.compile("([^,、的]{2,16})占比(?:仅|只|也|已|均|就)?(?:为|有|达到?|是)?")
_NOTHING_MORE = ("", "数")
_SHARE_ITSELF = re.compile("的?(?:比例|比重)$")
_FROM_YEAR = re.compile(r"[由从](?:\d{4}年|去年|上年|年初)?的?$")
_MAIN = re.compile("(.{0,10}?)以(.{2,20}?)(?:为主|居多|占多数)$")
_OF_ALL = re.compile("(.*(?:占|了))(全[国省市区县州镇])[约近超逾]?")
"""调解了全市10%的案件, 以占全县2%的人员: a share in the whole place."""
_SHARE_OF = re.compile(r"占(.{2,16})比例$")
_DONE = "成"
"""What 完成 and 达成 share: without it the words before a number tell of no task."""
_TASK_WORDS = "(?:目标任务|任务目标|任务|目标|指标|计划)[数量]?"
_TASK = re.compile(
    f"(?:超额)?(?:完成|达成)((?:全年|年度|年初|[省市县区]定|[省市县区]里|(?:自治区|省|上级)?(?:司法)?[厅局]?(?:下达|分配|核定)|上级|民生工程)*{_TASK_WORDS})的?"
)
_TASK_AT_END = re.compile(f"{_TASK_WORDS}$")
_SAME = "(?:案件|事项|业务)?(?:数量|总量|总数|数|量)?"
_AGAINST_A_YEAR = re.compile(
    rf"{_SAME}[较比与同](?:上一?年度?|去年度?|往年|前一?年|(?:19|20)\d{{2}}年度?)(?:同期|全年)?的?(?:[该此这同]一?类{_SAME})?"
)
_FASTER = re.compile("[较比]全[国省市州][^,]{0,6}(?:快|慢|高|低|多|少|高出|缩短)$")
_ENTERED = re.compile("(?:并|同时)?[将把]([^,]{2,16}?)(?:纳入|列入|作为)")
_AS_MUCH = re.compile(r"([^,]*?)(?:是|为|达到?|接近|相当于)([^,\d]{2,10}?)的$")
_AS_MANY = re.compile(r"(?:是|为|相当于)((?:同期)?[^,\d的]{2,16}?(?:案件|案|总数|数量?|量|人数))的")
_OF_TASK = re.compile("(?:是|为|占|达)((?:全年|年度|年初)?(?:目标)?(?:任务|计划)量?)的")
"""What share of a task what was counted before is: 拆除90处,为年度任务的109%."""
_AGAINST = re.compile(
    "(?:低于|高于|超过|优于|高出|低出|好于)(?:全[国省市州]|[^,、]{1,8}(?:规定|要求|下达|标准|目标|计划))"
)
_ASKED = re.compile(
    "(?:远|均|都|已)*(?:低于|高于|超过|超出|优于|好于|达到|多于|少于)[^,、;\\d]{0,14}?"
    "(?:规定|要求|确定|提出|明确|设定|下达|计划|目标|任务|指标|标准)[数量]?[的为]{0,2}[约近超]?"
)
"""What was asked of what was counted before: 审结率96%,超出上级规定的90%."""
_BEYOND = re.compile("(?:超出|超过|多于|[比较])(?:原定?|年度|年初|全年)*(?:计划|目标|任务)[数量]?(?:多出?)?")
"""How much more than planned was done of what was counted: 完成培训12期,超出计划4期."""
_SO_FAR = re.compile(
    "(?:目前|至今|现在|全[省市县区州旗镇]|现)*(?:累计|总数|总量|总计|共计?|合计|已有|现有)(?:已?经?达到?|已?经?有|为|至)?"
)
_IN_ONE_YEAR = re.compile(
    r"(?:今年|本年|当年|其中,?)?(?:(?:19|20)\d{2}年)?(?:全年|当年)?(?:更是)?(?:一?共|累计)?已?(?:达到?|为|有|突破)?(?:了)?"
)
"""What says no more than when, behind a mean: 年均90件,2024年达到120件."""
_NEW = re.compile(
    "新(?:增加?|建成?|设立?|成立|培育|培养|命名|创建|认定|评定|发展|招录?|聘|录用?|打造|接?收|受理)(?=.)|增加(?=.)|(?:改扩|改|扩)建(?=.)"
)
_NEW_OF = re.compile("(?<=[委局所处会院心])新(?:聘任?|增|设|招|建成?)(?=..)")
"""新 behind who did it: 仲裁委|新聘仲裁员46名,总数213名."""
_DONE_MORE = re.compile("([多少])(?:[办收审调开]|办理|办结|受理|收到|审结|调解|开展)$")
"""More than before, not more of another work: 较上年少办9件."""
_ON_BALANCE = ("净增", "净增长", "净增加", "净减", "净减少")
_SQUARE_METRES, _AREA = "平方米", "面积"
_HELD = re.compile("(?<=..)(?:组织|开展|举办|举行)(?=..)")
"""社区矫正|组织|点验4次186人次: what was held, behind its field."""
_BATCHES = "批次"
_MOST_SUMMED, _YUAN = 12, "元"
_ADDED_UP = frozenset((Kind.COUNT, Kind.MONEY))
_IN_ALL = re.compile("(?:共计?|合计|总计|总共|一共)([^,]{0,4})")
"""A sum, perhaps with what was done again: 共投入."""
_OF_EACH = re.compile("(?<=.)每[村社乡镇县市区所户家]$|^每个?[村社乡镇县市区所户家](?:社区)?(?=..)")
_ON_AVERAGE = re.compile("[日周月季年]均|(?:平均)?每[日天周月季年]|平均[日天周月季年]")
_TOLD_OF_A_YEAR = frozenset((Kind.COUNT, Kind.RATE, Kind.MONEY))
_OR = ("或", "至", "到", "—", "-", "~")
_AS_MUCH_AS = "相当于"
_THAN_FORMERLY = re.compile("(?:超过|高于|多于|低于|少于)(?:去年同期|往年|前年)$")
_TIMES_AS_MUCH = f"{_AS_MUCH_AS}去年同期的倍数"
_YET = re.compile("(?:但|虽|虽然|却|仍|仍然|尚|还|依然)+(?=[较比高低优超])")
"""What only sets a figure against the one before: 但仍高于全省平均水平2个百分点."""
_POINTS = ("个百分点", "百分点", "个千分点", "千分点")
_TURNED, _GROWN = "翻", "增长"
_SPREAD = ("涨幅", "增幅", "降幅", "跌幅", "增长率", "增速")

_DIFFERED = re.compile("(?<=..)[较比][^,]{1,12}[短快早长慢晚]$")
"""By how much a time differed from another (平均审理期限|比法定期限短), and goes on to differ from a third."""


class Ellipsis:
    """Drafts measures that point at earlier ones, with the words of a lexicon and what is open."""

    def __init__(self, lexicon: ReadingLexicon, wording: Wording, opened: Open) -> None:
        self._wording, self._open = wording, opened
        self._times, self._turns = lexicon.times, Turns(wording, opened)

    def draft(self, text: str, local: Local, kind: Kind, left: str, own: str) -> Draft | None:
        """The measure, None where the words say it themselves; `left` are the words before the number, `own` those
        behind the actor."""
        before = self._open.before
        own = own if kind is Kind.COUNT else _YET.sub("", own, count=1)
        if local.share_of:
            return self._turns.draft(text, local, left, kind)
        if (self._open.last >= local.before[0] or kind is Kind.RATE) and (task := self._task(own, kind)):
            return task
        if before and kind in _TOLD_OF_A_YEAR and _AGAINST_A_YEAR.fullmatch(left.strip()):  # 较2023年的244件减少11%
            return Draft(self._wording.unchanged(before), whole=True)
        if before and kind in _ADDED_UP and (again := self._counted_again(left.strip(), local)):
            return Draft(again, whole=True)
        if before and local.numeral.unit == self._open.unit and "的" in own and _ASKED.fullmatch(left.strip()):
            return Draft(before, whole=True, told=1)
        if before and (_AGAINST.match(own) or _FASTER.match(own)):
            return Draft(self._wording.unchanged(before) + self._wording.tidy(own), whole=True)
        if kind is Kind.MULTIPLE and text[local.numeral.start] == _TURNED:  # 人数比改革前翻一番
            own += _GROWN
        multiplied = kind is Kind.MULTIPLE and self._times.change_tail.search(own)
        if multiplied or (kind is Kind.CHANGE and not self._gains_things(text, local)):
            by_so_many = local.numeral.family in ("count", "money")
            year = than_so_many(text, local.segment[0], local.left[0]) if by_so_many else ""
            return self._grown(f"比{year}{own}" if year else own, left, local)
        if before and kind is not Kind.RATE and _BEYOND.fullmatch(left.strip()):
            return Draft(before + "超出计划", whole=True)
        if said := self._compared(text, local, kind, left, own):
            return said
        return self._again(local, kind, left) if before else None

    def _grown(self, own: str, left: str, local: Local) -> Draft:
        """What changed, and against when: 同比增长20%; 受理398件,超去年同期210件."""
        if beyond := beyond_year(left):
            thing, than = self._wording.tidy(left[: beyond.start()]), self._former(beyond["year"])
            said = f"{'超过' if beyond['how'] == '超' else beyond['how']}{than}"
            return Draft(
                (thing or _THAN_FORMERLY.sub("", self._wording.unchanged(self._open.before))) + said, whole=not thing
            )
        if self._open.before and not own.strip("、和及 "):  # 进京访同比下降42%、37%
            return Draft(self._open.before, whole=True)
        own = _DONE_MORE.sub(r"\1", self._wording.against(own))
        tail = self._times.change_tail.search(own)
        rate = "率" if tail and own.startswith("率", tail.end(1)) else ""
        words = self._wording.tidy(own[: tail.start()]) + tail[1] + rate if tail else self._wording.tidy(own)
        return self._changed(words, local.numeral.unit)

    def _compared(self, text: str, local: Local, kind: Kind, left: str, own: str) -> Draft | None:
        """A share or a multiple: of an earlier year's figure, of a whole, of another thing or of a task."""
        before = self._open.before
        if (of_a_year := share_of(left, local.numeral.family)) and (own or before):
            return self._as_much(of_a_year, kind)
        if kind is Kind.RATE and before and (task := _OF_TASK.fullmatch(left.strip())):
            return Draft(f"{before}{task[1]}完成比例", whole=True, told=1)
        if kind is Kind.RATE and (share := self._share(text, local, left)):
            return share
        if kind is not Kind.MULTIPLE:
            return None
        if before and (as_many := _AS_MANY.fullmatch(left.strip())):  # 受理复议案件90件,是诉讼案件的2倍
            thing = self._wording.level(before).split(_AS_MUCH_AS)[0]
            return Draft(f"{thing}{_AS_MUCH_AS}{as_many[1]}的倍数", whole=True, told=1)
        if as_much := _AS_MUCH.match(left):  # 受案量是改革前的3.2倍, 面积是老楼的4倍
            thing = self._wording.tidy(as_much[1]) or self._wording.level(before).split(_AS_MUCH_AS)[0]
            return Draft(f"{thing}{_AS_MUCH_AS}{as_much[2]}的倍数", whole=True) if thing else None
        return None

    def _again(self, local: Local, kind: Kind, left: str) -> Draft | None:
        """What was counted before, counted once more: the end of a span, those who came to it, how much more it was."""
        before = self._open.before
        if left.strip() in _OR:
            return Draft(self._wording.level(before) if kind is not Kind.CHANGE else before, whole=True)
        if local.adjacent and not local.noun_follows:
            return self._beside(before, local.numeral.unit)
        if kind is Kind.MULTIPLE and self._times.last_year.search(left):
            return Draft(before + _TIMES_AS_MUCH, whole=True)
        return None

    def _as_much(self, of_a_year: re.Match[str], kind: Kind) -> Draft:
        """不到去年的一半, 为2020年的3倍: how much of an earlier year's this one's is."""
        own, before = self._wording.tidy(of_a_year["what"]), self._open.before.split(_AS_MUCH_AS)[0]
        said = f"{_AS_MUCH_AS}{self._former(of_a_year['year'])}的{'倍数' if kind is Kind.MULTIPLE else '比例'}"
        return Draft((own or self._wording.level(before)) + said, whole=not own)

    def _former(self, year: str) -> str:
        """An earlier year in a measure, which holds no digits: 去年同期, 往年."""
        than = self._wording.against(f"较{year}")[1:]
        return "去年同期" if than.startswith(("去年", "上")) else than

    def _gains_things(self, text: str, local: Local) -> bool:
        """增加了41项指标: the things that came are named behind their number."""
        named = local.noun_follows and local.numeral.unit not in ("%", "个百分点", "百分点", "倍")
        return named and local.right[1] - local.right[0] > 1 and not self._times.comparison.search(text, *local.left)

    def _counted_again(self, left: str, local: Local) -> str:
        """What was counted before: on average (接听90个,日均3个), with its sisters (来信60件、来访30件,共90件), in all
        (新增6个,累计达86个; 每村3名,共660名); "" where the words say something else."""
        before, done = self._open.before, self._open.done
        if mean := _ON_AVERAGE.fullmatch(left):
            return mean[0] + before
        in_all = _IN_ALL.fullmatch(left)
        summed = self._summed(local.numeral.value, local.numeral.unit) if in_all else []
        if in_all and summed and done[summed[-1]].startswith(in_all[1]):
            return "、".join(done[at] for at in summed)
        if (mean := _ON_AVERAGE.search(before)) and len(left) > 1 and _IN_ONE_YEAR.fullmatch(left):
            return before[: mean.start()] + before[mean.end() :]
        part = _NEW.match(before) or _NEW_OF.search(before) or _OF_EACH.search(before)
        return before.replace(part[0], "", 1) if part and _SO_FAR.fullmatch(left) else ""

    def _summed(self, value: float, unit: str) -> list[int]:
        """Which of the last figures, more than one and all in the unit, have this sum; none where none have. Between
        amounts of money may stand how many got them."""
        total, summed = 0.0, list[int]()
        for at, (each, of_unit) in reversed(list(enumerate(self._open.amounts))[-_MOST_SUMMED:]):
            if of_unit != unit == _YUAN:
                continue
            total += each
            summed.insert(0, at)
            if of_unit == unit and isclose(total, value) and len(summed) > 1:
                return summed
            if of_unit != unit or total > value:
                break
        return []

    def _changed(self, own: str, unit: str) -> Draft:
        """同比增长20%, 涨幅超13%: what was read before changed, unless the words name something else.

        A share in between (占总数的41.8%,比上年下降9%) does not change in percent.
        """
        before = self._open.whole or self._open.before
        if before.endswith(_SHARES) and unit not in _POINTS:
            before = self._open.counted or before
        if self._times.comparison.search(before):  # 比上年净增48人,同比增长5%
            before = self._wording.unchanged(before) or before
        before = _DIFFERED.sub("", self._wording.level(before))
        if own in _ON_BALANCE:  # 新增15个,撤并9个,净增6个
            before = self._wording.object_of(before)
        spread = own.rstrip("超约达为近逾")
        if before and spread in _SPREAD:
            return Draft(self._wording.unchanged(before) + spread, whole=True)
        phrase, whole = self._wording.change(own, before)
        return Draft(phrase, whole=whole)

    def _task(self, own: str, kind: Kind) -> Draft | None:
        """办理案件512件,完成年度目标任务400件的128%: the task set for what was counted, and how far it is done."""
        before = self._open.before
        if _DONE not in own or not (before or kind is Kind.RATE):
            return None
        task = _TASK.fullmatch(self._wording.tidy(FIGURE.sub("", own)))
        if not task:
            return None
        whole = (
            before.removeprefix("完成") if _TASK_AT_END.search(before) else self._wording.object_of(before) + task[1]
        )
        return Draft(whole + "完成比例" if kind is Kind.RATE else whole, whole=True)

    def _share(self, text: str, local: Local, left: str) -> Draft | None:
        """占比47%, 占总数的41.8%: a share that the figure before has in a whole."""
        before = self._open.before
        of_all = _OF_ALL.fullmatch(left) if text.startswith("的", local.numeral.end) else None
        if of_all and (noun := self._wording.tidy(text[slice(*local.right)]).lstrip("的")):
            return Draft(f"{self._wording.tidy(of_all[1].rstrip('占了')).removeprefix('以')}{noun}占{of_all[2]}比例")
        left = _FROM_YEAR.sub("", left).strip(SHARE_EDGES).removesuffix("在")
        if left in SHARE_OF_LAST and self._open.last < local.before[0]:
            entered = _ENTERED.match(text, *local.before)  # 将考核结果纳入绩效,占比5%
            if entered:
                return Draft(self._wording.tidy(entered[1]) + "占比")
        behind_last = not left and (_SHARE.match(text[slice(*local.before)].strip(",")) or self._alone(text, local))
        if before and (left in SHARE_OF_LAST or behind_last):
            whole_thing = next((m[1] for said in self._open.done[:-4:-1] if (m := _SHARE_OF.search(said))), "")
            shared = self._open.counted if before.endswith(_SHARES) else before  # 60名,不到两成,占比18%
            return Draft(shared + (f"占{whole_thing}比例" if whole_thing else "占比"), whole=True)
        if self._open.last < local.before[0] and (main := _MAIN.match(self._wording.tidy(text[slice(*local.before)]))):
            return Draft((main[1] + "为" if main[1] else "") + main[2] + "占比", whole=True)
        share = _SHARE.match(left)
        if own_share := _OWN_SHARE.fullmatch(left):  # 专职调解员占比仅为28%
            return Draft(self._wording.tidy(own_share[1]) + "占比")
        if not share:
            return Draft(self._wording.tidy(left[:-1]) + "占比") if left.endswith("占") and len(left) > 2 else None
        said, own = FIGURE.sub("", share[2]), self._wording.tidy(share[1])
        if said != share[2] and not own and len(self._open.done) > 1:  # 办结63件,占受理总数65件的97%
            before = self._open.done[-2]
        whole_thing = _SHARE_ITSELF.sub("", self._wording.tidy(said))
        of_what = f"占{whole_thing}比例" if whole_thing else "占比"
        return Draft((own or before or self._open.object) + of_what, whole=not own and bool(before))

    def _alone(self, text: str, local: Local) -> bool:
        """党员律师120名,约占三成; 只有44名,不到10%: a rate without words, right behind a count."""
        counted = self._open.last >= local.before[0] and self._open.counted == self._open.before
        behind = text[local.right[0] : min(local.right[1], local.right[0] + FAR)]
        return counted and behind.strip() in _NOTHING_MORE

    def _beside(self, before: str, unit: str) -> Draft:
        """73场6012人次 took part in what was held; 12起36人 were concerned."""
        before = before.removesuffix(_BATCHES)  # 接待群众6批次40人
        if unit == _SQUARE_METRES:  # 新建用房3处1260平方米
            return Draft(before + _AREA, whole=True)
        if unit not in PEOPLE:
            return Draft(self._wording.object_of(before))
        if self._open.unit.startswith(EVENTS) and not before.endswith(PERSONS):
            event = self._wording.object_of(before)
            return Draft("参加" + (_HELD.sub("", event, count=1) if event == before else event))
        return Draft(before, whole=True) if before.endswith(PERSONS) else Draft(before + "涉及人数")
