"""What admins see: a proposed report, what a load did, revisions, acts, how the service stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.admin.figures import DROP, WORDS, say
from bot.admin.proposals import EXAMPLE, FIELDS, Draft
from bot.errors import UserError
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
CHANGES = 12
FIGURES = 30
"""Figures on one page of a report's list."""


def screen(lines: Sequence[Line], buttons: Sequence[Sequence[Button]] = ()) -> Reply:
    """Lines with buttons as a reply, of several messages where one does not hold them."""
    text = plain(lines)
    answer = Answer(status=Status.HELP, query=Query(intent=Intent.HELP), message=text)
    return Reply(answer=answer, text=text, html=messages(lines), buttons=tuple(tuple(row) for row in buttons))


def letter(lines: Sequence[Line], example: str) -> str:
    """Lines as the one message that others get. Raises UserError where one does not hold them: nothing is cut off."""
    html, *more = messages(lines)
    if more:
        raise UserError("太长了，一条消息放不下，请写短些", example)
    return html


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
    if draft.changes:
        lines += [BLANK, line(Part("更正", bold=True)), *(line(f"· {said}") for said in draft.changes[-CHANGES:])]
    lines += [BLANK, line("改信息：回复这条消息，例如：发布：2025-01-06")]
    lines.append(line("改数据：先回复“数据”或“数据 行政复议”，看各条的编号"))
    return screen(lines, yes_or_no(number, "发布", "丢弃"))


def figures(number: int, bundle: Bundle, wanted: str) -> Reply:
    """A proposal's figures with the numbers that corrections go by: from a number on, or those that a word is about."""
    start = int(wanted) if wanted.isdecimal() else 1
    every = [(at, fact) for at, fact in enumerate(bundle.facts, 1) if at >= start]
    found = every if wanted.isdecimal() else [(at, fact) for at, fact in every if wanted in say(fact)]
    if not found:
        raise UserError(f"没有与“{wanted[:20]}”有关的数据，共 {len(bundle.facts)} 条", "数据")
    lines = [line(Part(f"{bundle.report.title}：数据 {len(found)} 条", bold=True))]
    lines += [line(f"{at}. {say(fact)}") for at, fact in found[:FIGURES]]
    if len(found) > FIGURES:
        lines.append(line(f"……还有 {len(found) - FIGURES} 条，往后看回复：数据 {found[FIGURES][0]}"))
    lines += [BLANK, line("改一条：回复编号和内容，例如：12 数值：583；界限：约")]
    lines.append(line(f"可改：{'、'.join(WORDS)}；不要的：12 {DROP}"))
    return screen(lines, yes_or_no(number, "发布", "丢弃"))


def loaded(result: Loaded, kept: int = 0) -> Reply:
    """What a load did; of what was rejected, where and why. `kept` is the revision that counts in spite of that."""
    if result.rejected:
        state = f"已记为第 {kept} 版，改好后用 /reload 载入" if kept else "什么都没有改动"
        lines = [line(Part(f"有数据读不了，{state}", bold=True))]
        # What is wrong with a file of words is wrong for every report.
        found = dict.fromkeys((one.file, one.line, one.reason) for one in result.rejected)
        for file, number, reason in list(found)[:MOST]:
            lines.append(line(f"· {file}{f' 第 {number} 行' if number else ''}：{reason}"))
        return screen(lines)
    parts = (("新增", result.added), ("更新", result.changed), ("移除", result.removed))
    lines = [line(f"{word}：{'、'.join(ids[:MOST])}{'……' if len(ids) > MOST else ''}") for word, ids in parts if ids]
    lines.append(line(f"{'其余' if lines else '全部'} {len(result.unchanged)} 份没有变化"))
    return screen(lines)


def too_late(act: str) -> Reply:
    """What was to be dropped had been done."""
    return said(f"来不及取消：服务中断前已经做了（{act}）。发布和撤回可用 /rollback 退回。")


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
