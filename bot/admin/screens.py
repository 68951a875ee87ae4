"""What admins see: a proposed report, what a load did, revisions, acts, how the service stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.admin.proposals import EXAMPLE, FIELDS, Draft
from bot.library.shelf import Revision
from bot.model import Answer, Bundle, Button, Fact, Intent, Query, Reply, Report, Status
from bot.notices.beside import rows_of
from bot.notices.text import row_line
from bot.notices.timing import SHANGHAI
from bot.replying.markup import BLANK, Line, Part, line, messages, plain
from bot.store.administration import Act, Pending
from bot.store.loading import Loaded

MOST = 12
ODDITIES = 5
TOPICS = 3


def screen(lines: Sequence[Line], buttons: Sequence[Sequence[Button]] = ()) -> Reply:
    """Lines with buttons as a reply of one message."""
    text = plain(lines)
    answer = Answer(status=Status.HELP, query=Query(intent=Intent.HELP), message=text)
    return Reply(answer=answer, text=text, html=messages(lines)[:1], buttons=tuple(tuple(row) for row in buttons))


def said(sentence: str) -> Reply:
    """One sentence."""
    return screen([line(sentence)])


def yes_or_no(number: int, yes: str, no: str = "取消") -> list[list[Button]]:
    """The buttons that settle what waits under a number."""
    return [[Button(yes, f"d:yes:{number}"), Button(no, f"d:no:{number}")]]


def proposal(number: int, draft: Draft) -> Reply:
    """A proposal that cannot be published yet."""
    lines = [line(Part("收到一份报告，还不能发布", bold=True)), *_fields(draft), BLANK]
    lines.append(line(f"还缺：{'、'.join(draft.missing)}。请回复这条消息补上，例如：{EXAMPLE}"))
    return screen(lines, [[Button("丢弃", f"d:no:{number}")]])


def readable(
    number: int, draft: Draft, bundle: Bundle, old: Report | None, last: Report | None, facts: Sequence[Fact]
) -> Reply:
    """A proposal with its figures: by topic, what looks odd, beside the `facts` of the place's last report."""
    counts = Counter(fact.claim.topic for fact in bundle.facts)
    lines = [line(Part("收到一份报告，尚未公开", bold=True)), *_fields(draft)]
    lines.append(line(f"编号：{bundle.report.id}" + (f"（将替换现有的《{old.title}》）" if old else "")))
    lines += [BLANK, line(Part(f"读出数据 {len(bundle.facts)} 条", bold=True))]
    lines.append(line("，".join(f"{topic} {count}" for topic, count in counts.most_common(MOST)) or "没有读出数据"))
    for topic, _ in counts.most_common(TOPICS):
        rows = rows_of(topic, bundle.facts, facts)
        lines += [BLANK, line(Part(topic, bold=True)), *(row_line(row, last.year if last else 0) for row in rows)]
    odd = list(dict.fromkeys(remark for fact in bundle.facts for remark in fact.oddities))
    lines += [BLANK, *(line(f"请核对：{remark}") for remark in odd[:ODDITIES])] if odd else []
    lines += [BLANK, line("改信息或数据：回复这条消息，例如：发布：2025-01-06")]
    return screen(lines, yes_or_no(number, "发布", "丢弃"))


def loaded(result: Loaded) -> Reply:
    """What a load did; of what was rejected, where and why."""
    if result.rejected:
        lines = [line(Part("有数据读不了，什么都没有改动", bold=True))]
        lines += [line(f"· {one.file} 第 {one.line} 行：{one.reason}") for one in result.rejected[:MOST]]
        return screen(lines)
    parts = (("新增", result.added), ("更新", result.changed), ("移除", result.removed))
    lines = [line(f"{word}：{'、'.join(ids[:MOST])}{'……' if len(ids) > MOST else ''}") for word, ids in parts if ids]
    lines.append(line(f"{'其余' if lines else '全部'} {len(result.unchanged)} 份没有变化"))
    return screen(lines)


def proposals(found: Sequence[Pending]) -> Reply:
    """The reports that wait to be published."""
    titles = [(one.id, one.body.get("fields", {}).get("title") or "没有标题") for one in found]
    lines = [line(f"{number}. {title}") for number, title in titles[-MOST:]]
    return screen([*lines, line("查看和发布：/proposals 编号")] if lines else [line("没有待发布的报告")])


def acts(found: Sequence[Act]) -> Reply:
    """Who did what when, newest first."""
    return screen([line(f"{clock(act.at)} {act.by} {act.act}") for act in found] or [line("还没有记录")])


def revisions(found: Sequence[Revision]) -> Reply:
    """The library's revisions, newest first."""
    lines = [line(f"第 {one.number} 版：{one.what}（{one.by}，{one.at[:10]}）") for one in reversed(found[-MOST:])]
    return screen([*lines, line("回到某一版：/rollback 版号（0 是未发布任何报告时）")])


def clock(seconds: float) -> str:
    """A moment in Beijing time."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(SHANGHAI).strftime("%m-%d %H:%M")


def _fields(draft: Draft) -> list[Line]:
    known = [line(f"{word}：{draft.fields.get(field) or '未找到'}") for word, field in FIELDS.items()]
    return [*known, *(line(f"※ {remark}") for remark in draft.remarks)]
