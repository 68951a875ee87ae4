"""Whose figure it is where a person or, behind 由, an office is named in the midst of a clause.

One person's work or case is not the place's own: 调解员陈大姐先后化解纠纷900起, 村民李某获赔6万元, 由县局查办的案件9件.
"""

from __future__ import annotations

import re

from bot.reading.clauses import Span

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_TRADES = ("律师", "调解员", "公证员", "司法所长", "司法所所长", "法官", "民警", "网格员", "法律明白人", "志愿者")
_TRADE = f"(?:承办|援助|公益|人民|专职|兼职|金牌)?(?:{'|'.join(_TRADES)})"
_PARTY = "村民|居民|农民工|民工|职工|工人|员工|当事人|受援人|申请人|老人|业主|矫正对象|对象"
_MARK = "某"
_SOMEBODY = re.compile(f"((?:{_TRADE}|{_PARTY})?[{_SURNAMES}]某{{1,2}})(?![市县区镇乡村局厂司单])")
"""Somebody whose name is left out: 村民李某."""
_BY_NAME = re.compile(
    f"((?:{_TRADE})[“]?[{_SURNAMES}](?:大姐|大哥|大叔|大妈|阿姨|师傅|老师|[\u4e00-\u9fff]{{1,2}}?)[”]?)(?:同志)?"
    r"(?=从事|扎根|先后|连续|坚持|个人|一人|,(?:从事|扎根|先后|坚持)|自\d{4}年|\d{1,2}年来|[一二三四五六七八九十]{1,3}年来)"
)
"""Somebody by name, and what tells of a person's years: 调解员陈大姐从事调解工作9年."""
_AND_OTHERS = re.compile("(?:[、和及][^,、。;某]{1,4}某{1,2})*[^,。;某]{0,14}?等(?:[\\d二两三四五六七八九十百]|多)")
"""What makes one of several of somebody: 民警王某等6人, 李某某故意伤害案等3件."""
_BY_OFFICE = re.compile(
    "(?:交|转|移交)?由([^,、;。:的\\d]{0,6}(?:(?<!司法)局|街道|镇街|乡镇|[镇乡所院处队厅]|部门|[省市县区镇]级|(?![我本全各该])[\u4e00-\u9fff]{2,3}[县区市旗]))"
    "(?=(?:直接|牵头|负责)?(?:查办|移送|办理|承办|受理|审查|调处|化解|调解|处理|查处|作出|审理)[^,;。\\d]{0,6}?的)"
)
"""Which office did what is counted: 由县局查办的案件9件."""
_GUIDED = re.compile(
    "指导([^,、;。:的\\d]{1,8}?(?:仲裁委(?:员会)?|公证处|协会|调委会|鉴定所|律师?所))"
    "(?=(?:共|全年|累计)*(?:受理|办理|审结|化解|调解|处理|办结|接待|承办|出具))"
)
"""Which body did what is counted while it was guided: 指导县仲裁委受理案件9件."""

_MOVED = re.compile(
    "(?:示范|引领|积极|有效|有力|进而|并)*(?:带动|推动|督促|引领|促使|指导)"
    "((?:[省市州县区]直)?各(?![类项种式方])[^,;。\\d的]{0,22}?(?:单位|部门|机关|机构|委办局|乡镇|镇街|村居|街道|社区|[市县区镇乡村所局)）]))"
    "(?=(?:组织)?(?:开展|举办|召开))"
)
"""Who was moved to do what is counted: 带动各镇(街道)开展述法90人次."""


def moved(text: str, low: int, high: int) -> Span | None:
    """Where those stand whom a segment says to have been moved to hold what it counts, None for none."""
    found = _MOVED.match(text, low, high)
    return found.span(1) if found else None


def named_owner(text: str, low: int, high: int) -> Span | None:
    """Where the person or office stands whose figures a segment tells, None where none is named so."""
    by_office = _BY_OFFICE.match(text, low, high) or _GUIDED.match(text, low, high)
    if by_office:
        return by_office.span(1)
    person = _SOMEBODY.search(text, low, high) if text.find(_MARK, low, high) >= 0 else None
    if not person and any(text.find(trade, low, high) >= 0 for trade in _TRADES):
        person = _BY_NAME.search(text, low, high)
    return person.span(1) if person and not _AND_OTHERS.match(text, person.end(), high) else None
