"""Everyday turns of speech, put as reports put them: 立上案的 are 立案的, 几个村子 几个村, 给人答了咨询 答了咨询.

Only turns that narrow nothing: for whom something is done stays where it names somebody (给农民工答了咨询).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_HAN = "[\u3400-\u9fff]"
_MANY = "(?:一共|总共|共|有)*(?:多少|几)"
_PARTED = re.compile("([立结备建归授挂])[了上成完好过到]{1,2}([案档牌])(?![件子例卷情由源照位])")
_WHOLE = frozenset({"立案", "结案", "备案", "建档", "归档", "授牌", "挂牌"})
"""Verbs that hold their object, which a particle or what came of it may part: 立上案, 结了案."""
_TAKEN_ON = re.compile(f"接下(?={_MANY})")
"""接下来 would be the time to come."""
_NEVER_SEEN = re.compile("(?:从来|从|一直|都)?(?:没有|没|未)(?:再)?(?:出现|发生|出)过?(?=再犯|重新犯|又犯|脱管|漏管)")
_DENIED_THEMSELVES = re.compile("(?<=[没未不])(?:亲自|亲身|出面|真正|真的|真|实际上?|最终|最后|彻底)(?=[㐀-鿿])")
"""What stands between a denial and the verb that it denies: 没亲自出庭的 did not go to court."""
_IN_PERSON = re.compile("出面(?=(?:调|劝|协调|化解|处理|解决|说和|代理|帮|办))")
_LASTING = re.compile(
    "[,，]?(?:前后|前前后后|一共|总共)*(?:持续|历时|延续)了?(?=(?:多少|几)个?(?:月|天|周|星期|小时|年)|多久|多长时间)"
)
"""How long what was named before went on."""
_ROW = re.compile("村[、和与及或]社区(?=的)(?!.*(?:各|分别|分开))")
"""Villages and communities are counted as one kind, unless each is asked for."""
_TAKING = re.compile(f"把({_HAN}{{3,7}}?)(?=[的了])")
_COPIED = re.compile(
    "(?P<verb>[告上查考做办讲写开审调走跑])(?P<thing>[状课岗卷庭访检路腿]|体检|讲座|培训)(?P=verb)(?P<done>[了过])"
)
"""A verb said again behind its object: 告状告了几次 says no more than 告状了几次."""
_THEIR_OWN = re.compile(
    "((?:法律援助|法援|(?:村里?|社区|村社区|村居)的?(?:律师|法律顾问))[^,，。;；给替帮为没未不]{0,6})"
    "[给替帮为](?:群众|老百姓|百姓|市民|村民|居民|乡亲)们?(?=[答解写办审看讲拟要讨追挽减调]|代[理写书拟])"
)
"""Those whom legal aid and the counsel of villages are there for need not be said."""
_IN_COURT_FOR = re.compile(f"[给替帮为](?:人|人家|群众|老百姓|百姓|村民|居民)们?打了?({_MANY})[场个件宗起]官司")
_PUNISHED = re.compile("(?:挨|吃|受|遭)[到了过]{0,2}(?=训诫|警告|处分)")
_CASES = re.compile("(?<=执法|处罚|许可|诉讼|仲裁|鉴定|公证)案子")
_BOOKS = re.compile("的书(?=[送发赠印])")
_FOR_ANYBODY = re.compile(
    "[给替帮为](?:人们?|人家|别人|大家|大伙儿?|来人|上门的人)(?=(?:解答|答|写|看|审|办|讲|代|拟|约))"
)
_FOR_PARTIES = re.compile("[给替帮为](?:当事人|受援人|双方)们?(?=(?:减少|少|挽回|追回|要回|讨回|拿回))")
_FEWER_LOSSES = re.compile(f"减少(?:了|过)?(?={_MANY}[万亿]*元?的?(?:经济|财产)?损失)")
"""What the help of a lawyer spares somebody is what it recovers for them; 损失减少了多少 asks how losses changed."""
_THROUGH = "(?:通过|经由|借助)(?={names})"
_NO_MEANS = ("考试", "审查", "备案", "清理")
"""What is passed, and not gone through to something else: 通过合法性审查的文件."""
_EACH_OF_THEIRS = re.compile(
    "[各每]个?(村社区|社区|村居|村)的(?:法律顾问|律师)(?!人数|数量|名单|现?在?[有共]?(?:多少|几)|[各都]|分布|配|平均)"
    "(?!.*(?:各|分别|平均|每))"
)
"""The counsel of all communities, of whom something is told together: no figure of each is asked for."""
_SENT_THERE = re.compile(
    f"派[到往去驻]?(?:各个?)?(村里?[和、与及]社区|村社区|村居|社区|村里?)里?的(?:律师顾问|法律顾问|律师)(?!{_HAN}*(?:各|每))"
)
_ROLE = re.compile(f"(?:还|也|又)?(?:揽下|接下|挑起|担起|顶着|兼着)了?({_HAN}{{2,12}})的(?:活儿?|差事|担子|角色)")
_VILLAGES, _IN_ROLL = re.compile("村子"), re.compile("(?:花名册|名册|册子)[上里中](?:面|头)?的?")
_LISTED = re.compile(
    "(?P<list>目录|清单)(?P<within>里面|里头|里|中|上|)(?:一共|总共|共)?(?:收|列|写|放)[了进入]{1,2}"
    "(?P<many>多少|几)[件桩个项](?:大)?事(?![项务情故业件例])"
)
_BRAND = re.compile(f"((?:打造|弄|创|树|做|搞|推|擦亮|叫响)[了出过]*{_MANY}[个块项]{_HAN}{{0,8}}?)牌子")
"""Who makes a 牌子 makes a name for something; one that is won or kept is a title."""
_SOONER = re.compile(f"一([宗件起])(?={_HAN}{{0,10}}?(?:早|快|省|少用|少花|提前|缩短)[了]?(?:多少|几)天)")
_HELPED_BY_LAW = re.compile(
    "(?:(?<=法律援助)|(?<=法援))(?:惠及|帮到|帮助|援助|受益)[了到]?"
    f"(?:的(?:群众|老百姓|百姓)(?:一共|总共|共)?有?(?:多少|几)[个名位人]|{_MANY}[个名位]?(?:群众|老百姓|百姓)(?!{_HAN}))"
)


def with_turns_plain(text: str, topics: Iterable[str], is_known: Callable[[str], bool]) -> str:
    """The text with its everyday turns of speech put plainly; `topics` are the names of what reports are about, and
    `is_known` tells words that stand for others."""
    text = _TAKING.sub(lambda taking: _deed_first(taking, is_known), text)
    text = _IN_PERSON.sub("", _DENIED_THEMSELVES.sub("", text))
    text = _LASTING.sub("时长", _NEVER_SEEN.sub("没有", text))
    text = _PUNISHED.sub("被", _COPIED.sub("\\g<verb>\\g<thing>\\g<done>", text))
    text = _TAKEN_ON.sub("接下了", _PARTED.sub(_reunited, text))
    text = _FEWER_LOSSES.sub("挽回", _FOR_PARTIES.sub("", _FOR_ANYBODY.sub("", text)))
    means = "|".join(re.escape(name) for name in topics if not name.endswith(_NO_MEANS))
    text = re.sub(_THROUGH.format(names=means), "", text) if means else text
    return _with_things_named(_with_people_named(text))


def _reunited(parted: re.Match[str]) -> str:
    """A verb that holds its object, in one piece."""
    verb = parted[1] + parted[2]
    return verb if verb in _WHOLE else parted.group()


def _deed_first(taking: re.Match[str], is_known: Callable[[str], bool]) -> str:
    """What was done before what it was done to, where both make a known word: 把疙瘩解开 is 解开疙瘩."""
    said = taking[1]
    turned = (said[at:] + said[:at] for at in range(1, len(said)))
    return next(filter(is_known, turned), taking.group())


def _with_people_named(text: str) -> str:
    """The text with those who do something, or for whom it is done, called as reports call them."""
    text = _IN_COURT_FOR.sub("代理诉讼\\1件", text)
    text = _THEIR_OWN.sub("\\1", text)
    text = _EACH_OF_THEIRS.sub("\\g<1>法律顾问", text)
    text = _SENT_THERE.sub(lambda sent: f"{'村社区' if len(sent[1]) > 2 else sent[1][:2]}法律顾问", text)
    text = _HELPED_BY_LAW.sub("受援人有多少人", text)
    return _ROLE.sub("担任\\1", text)


def _with_things_named(text: str) -> str:
    """The text with what is counted called as reports call it."""
    text = _CASES.sub("案件", _BOOKS.sub("书籍", text))
    text = _IN_ROLL.sub("在册", _ROW.sub("村社区", _VILLAGES.sub("村", text)))
    text = _LISTED.sub("\\g<list>\\g<within>列入\\g<many>个事项", text)
    return _SOONER.sub("平均每\\1", _BRAND.sub("\\1品牌", text))
