"""What says nothing of what is counted: when, in which titles, for whom, among whom, by which office."""

from __future__ import annotations

import re

_DAY = r"\d{1,2} ?月(?:份)?(?: ?\d{1,2} ?日)?"
_YEAR = (
    r"(?:截[至止](?:到)?|[到至自从于])? ?(?:(?:\d{4} ?年?[-—~至到]{1,2})?\d{4} ?年(?:年)?(?:度)?"
    rf"(?: ?{_DAY})?"
    r"|(?:\d{1,2}|[元一二三四五六七八九十])[-—至到](?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?"
    rf"|\d{{1,2}} ?月(?:份)?(?=底|末)|(?<=[截至止到]){_DAY}"
    r"|(?<!\d)[一二三四五六七八九十\d]{1,2}年(?=以?来(?![信访电源自]))"
    r"|(?<![提目此以])前\d{1,2} ?个月(?:以?来)?|今年|本年度?|近[一二三四五六七八九十\d]{1,2}年)"
    r"(?:以来|来(?![信访电源自])|至今|上半年|下半年|第?[一二三四]季度(?:[底末]?前)?|底前?|末前?)?[,]?"
)
_COMPARED = r"[与和同跟]\d{4} ?年度?(?:同期)?相比[,]?"
_SEASONS = "[春夏秋冬](?:季?[、和][春夏秋冬])*[两三四]?季"
_HOTLINE = r"(?:“\d{5}”|\d{5})(?=公共|热线|平台|法律|便民|政务)"
_ALL_KINDS = "各类|各项|各种"
_TITLES = "(?:《[^《》]{1,60}》[、和及]*)+等"
_TITLES_AS_EXAMPLES = f"(?:以及|[和及与]){_TITLES}$|、?{_TITLES}"
_TITLES_STUDIED = "(?:《[^《》]{1,60}》[、和及]?){2,}(?=(?:专题)?(?:测试|考试|培训|讲座|宣讲|研讨))"
_ONLINE = "线上[+、和与及]?线下(?:相结合|联动|同步)?的?(?=..)"
_ASIDE = r"\([^()]{5,}\)|\((?:19|20)\d{2}年?度?\)|\((?:含|不含|包括|其中)[^()]*\)|\([^()]*$"
_OF_DUTY = "履行(?:推进)?法治建设第一责任人职责(?:情况)?(?=(?:年度)?(?:述|开展|进行))"
_AS_ONE = "(?:集|(?<=建成|建立|打造|形成|成立)(?:了集?)?)[^,;。集]{2,60}[于为]一体的?"
AS_ONE = re.compile(_AS_ONE)
"""What is in one says less than what it is, and its list is none: 集调解、公证于一体的服务中心."""
ANYWHERE = re.compile(
    "|".join(
        (
            _AS_ONE,
            _COMPARED,
            _OF_DUTY,
            _YEAR,
            _SEASONS,
            _HOTLINE,
            _ALL_KINDS,
            _TITLES_AS_EXAMPLES,
            _TITLES_STUDIED,
            _ONLINE,
            _ASIDE,
        )
    )
)
"""What says nothing of what is counted wherever it stands."""
ANY_SIGN = re.compile(r"[年月季各《(\d]|线上|第一|一体")
"""Each of those holds one of these, and most phrases hold none."""

_OFFICE = "[^,、“”]{0,12}(?:机关|系统|部门|单位|局|大队|中队|支队|全队|执法办|窗口)(?=共(?!同)|累计|先后|现有|应有)"
_CAUSE = "因[^,]{2,40}?(?:(?:引发|导致|引起|产生)的|等?原因(?=..))"
_AMONG = ".{1,40}中(?=推选|选派|选拔|选聘|选取|遴选|抽取|抽调|产生|挑选)"
_SOME_RECEIVERS = (
    "(?![^,为]{0,12}(?:军人|军属|残疾人|妇女|老年人|老人|未成年人|青少年|农民工|女职工|退役)[^,为]{0,8}"
    "(?:提供|办理|开展)[^,]{0,4}援助)"
)
"""Some of those who may have legal aid are told apart: it is no figure of all aid."""
_RECEIVER = (
    f"(?:全年共?|年内|累计|共)?为{_SOME_RECEIVERS}[^,为]{{1,30}}?(?=进行|开展|提供|挽回|追回|讨回|解答|开展|办理|代理|代写|举办|讲授|争取|减免"
    + "|查找|排查|化解|协调|解决|(?<!协)调解|审查|审核|起草|修改|出具|制定|签订|培训|上.{0,4}课)"
)
_AFTERWARDS = "经[^,、]{1,6}后(?=[^,]{2})"
_OF_WHICH = "[^,、]{0,24}(?:分别|依次|主要)[是为](?=[^,、]{2})"
_NATION = "全国(?:共有|现有|已有|累计|共(?!同))"
_BARE_YEAR = r"(?:19|20)\d{2}(?=共|累计|全年)(?:共|累计|全年)*"
_FORMERLY = r"[一二两三四五六七八九十\d]{1,2}年前(?=[仅只共]?有)"
_AS_OFFICE = "作为[^,、]{2,10}(?:机关|单位|部门)(?=..)"
IN_FRONT = re.compile(
    "|".join((_FORMERLY, _AS_OFFICE, _NATION, _BARE_YEAR, _OF_WHICH, _CAUSE, _AFTERWARDS, _RECEIVER, _AMONG, _OFFICE))
)
"""What says nothing in front: why, for whom, among whom, which office did it."""
