"""Which heads and labels name bodies or places, whose figures stand behind them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_NAMED = re.compile(
    "(?:局|委|办|厅|署|院|所|处|队|站|中心|政府|街道|镇|乡|苏木|区|县|市|旗|州|盟|省|村|社区|公司|银行|学校|医院|会"
    "|宣传部|组织部|统战部|部门|机关|单位|集团|协会|本级|[省市县区镇乡]级|镇街|乡镇)(?:\\([^()]*\\))?"
)
_ENDS = re.compile(f".*{_NAMED.pattern}")
_OWNERS = re.compile(
    "单位|部门|机关|机构|镇街|街镇|乡镇|街道|地区|辖区|区域|区县|县区|县市区|区划|被申请人|被告|行政主体|执法主体|复议机关|地方|^名称$"
)
_KINDS = re.compile("类|案件|案名|文件|型|事由|案由|领域|方式|结果|事项|项目|指标|内容|性质|情形|管理")
_ASIDE = re.compile(r"\([^()]*\)$")
_WHOLE = ("全市", "全县", "全区", "全州", "全旗", "全盟", "全省", "全镇", "全国", "本市", "本县", "本区", "本省")
_KINDS_OF_BODIES = re.compile(
    "(?:人民)?(?:律师事务所|律所|公证处|公证机构|司法所|(?:基层)?法律服务所|(?:司法)?鉴定机构|仲裁(?:委员会|机构)|(?:人民)?调解委员会|调委会"
    "|村|社区|村居|法律援助(?:中心|机构|工作站)|公共法律服务中心|法院|执法队|企业|公司|学校|医院|事业单位|其他|行政机关|社会)"
)
"""What is counted by its number, not a body that has the figures."""
_FEWEST = 2


def owns_rows(head: str, labels: Sequence[str], places: Collection[str]) -> bool:
    """Whether all labels of a column name those whose figures the rows are: its head says so, or most look like it."""
    if _KINDS.search(head):
        return False
    if _OWNERS.search(head):
        return True
    return len(labels) >= _FEWEST and 5 * sum(is_body(label, places) for label in labels) >= 3 * len(labels)


def is_body(label: str, places: Collection[str]) -> bool:
    """Whether a label by itself names a body or a place."""
    plain = _ASIDE.sub("", label)
    if _KINDS_OF_BODIES.fullmatch(plain):
        return False
    return plain in places or (len(plain) > 1 and _ENDS.fullmatch(plain) is not None)


def is_whole(label: str, own: Collection[str], wider: re.Pattern[str]) -> bool:
    """Whether a label means the reporting place as a whole: its name, 全县 in a county's report."""
    return label in own or (label in _WHOLE and not wider.fullmatch(label))
