"""报错: which figure of an answer is wrong, then what is wrong with it, by two taps and a reply.

The reply is told from other talk by the message that it answers, so nothing need be remembered between the steps.
"""

from __future__ import annotations

import html

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.ext.filters import MessageFilter

from bot.model import Answer, Fact
from bot.replying.chinese import quoted, shortened
from bot.words.commands import BY_NAME
from handlers.extras import place_of
from handlers.sending import Part

WRONG = "x:wrong"
"""What the button under an answer says; which answer it is, is known from the message."""

_FIGURE = "w:"
MOST_FIGURES = 8
LABEL = 30
CLAUSE = 90

PLACEHOLDER = "应是……，见报告第……部分"
_PROMPT = "请回复这条消息，写明下面的数字哪里不对、应是多少："
_WHICH = "哪个数字有误？"
_MORE = f"不在其中的，请回复那条回答来写，例如：{BY_NAME['dispute'].example}"
MOVED = "这条数据已经更新，请重新提问后再看。"


class AboutFigure(MessageFilter):
    """Lets replies pass to the bot's question what is wrong with a figure."""

    def filter(self, message: Message) -> bool:
        """Whether the message answers that question."""
        return bool(message.text) and bool(figure_disputed(message))


def figure_disputed(message: Message) -> str:
    """The figure that a message complains about, as it was shown to its sender; "" when it is no such message."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != message.get_bot().id:
        return ""
    head, _, figure = (replied.text or "").partition("\n")
    return figure if head == _PROMPT else ""


def fact_disputed(data: str) -> str:
    """The id of the fact that callback data names as wrong; "" when it says something else."""
    return data.removeprefix(_FIGURE) if data.startswith(_FIGURE) else ""


def which(answer: Answer) -> Part:
    """Ask which of an answer's figures is wrong; where there is only one, what is wrong with it."""
    facts = answer.facts
    if len(facts) == 1:
        return what(facts[0], answer)
    alone = len({place_of(fact, answer) for fact in facts}) == 1
    rows = [
        [InlineKeyboardButton(_label(fact, "" if alone else place_of(fact, answer)), callback_data=_FIGURE + fact.id)]
        for fact in facts[:MOST_FIGURES]
    ]
    return Part(html.escape(f"{_WHICH}{_MORE if len(facts) > MOST_FIGURES else ''}"), InlineKeyboardMarkup(rows))


def what(fact: Fact, answer: Answer) -> Part:
    """Ask what is wrong with a figure, which is shown with its clause and its report."""
    report = answer.reports[fact.report]
    corrected = "（已更正）" if fact.corrected else ""
    lines = (
        _PROMPT,
        f"{place_of(fact, answer)} {fact.claim.measure}：{fact.text}{corrected}",
        quoted(shortened(fact.claim.quote, [fact.text], CLAUSE)),
        f"《{report.title}》",
    )
    return Part(html.escape("\n".join(lines), quote=False), asks=PLACEHOLDER)


def _label(fact: Fact, place: str) -> str:
    text = f"{fact.text} {place}{fact.claim.measure}"
    return text if len(text) <= LABEL else f"{text[: LABEL - 1]}…"
