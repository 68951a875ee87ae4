"""What people put in beside a question, which asks nothing and narrows nothing: 说是…来着, 比例就行, 部门这一级."""

from __future__ import annotations

import re

_AS_HEARD = re.compile(
    "(?:^|(?<=[,;:。，；：\\s]))(?:说是|好像是|好像说是|记得是|听说是|据说是)(?=[^,;。，；]{0,30}(?:多少|几))"
)
"""Whatever somebody was told, it is asked for now."""
_ENOUGH = re.compile("(?<=比例|比率|占比)(?:就行|就好|就够|即可|就可以)(?:了)?")
_LEVEL = re.compile("(?<=政府|部门|街道|镇街|社区|乡镇|园区)[这那]?一[级层](?=的|和|与|跟|各|有|[,，、;；\\s]|$)")
"""What says of those who are named no more than where they stand: 社区这一层, 部门一级的."""
_SUCH_AS = re.compile("[,，]?又是([^,，;；。\\s]{1,8})又是([^,，;；。\\s]{1,8}?)(?:的)?(?=$|[,，;；。?？])")


def without_asides(text: str) -> str:
    """The text without what says nothing of what is asked, and with 又是甲又是乙 in front, where it must be told."""
    text = _LEVEL.sub("", _ENOUGH.sub("", _AS_HEARD.sub("", text)))
    such = _SUCH_AS.search(text)
    return f"{such[1]}和{such[2]},{text[: such.start()]}{text[such.end() :]}" if such and such.start() else text
