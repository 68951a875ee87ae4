"""The Telegram side put together: PTB's Application with our intake, order and handlers."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.config import Settings
from bot.store.administration import AdminStore
from bot.store.admission import AdmissionStore
from bot.store.chats import ChatStore
from bot.store.database import Database
from bot.words.places import Places
from handlers.admission import CHATS, Admission
from handlers.commanded import Commanded
from handlers.conversation import Conversation
from handlers.door import BEFORE_ALL, Door
from handlers.errors import Trouble
from handlers.extras import Extras
from handlers.home import Homes
from handlers.inline import Inline
from handlers.intake import Intake, PollingRequest
from handlers.logs import keep_secret
from handlers.order import ChatOrder
from handlers.port import Answering
from handlers.presses import Presses
from handlers.pulse import Pulse
from handlers.rates import LIMITS, Limits
from handlers.sending import Courier
from handlers.serving import App, Telegram, polling, serving
from handlers.throttle import Throttle
from handlers.transport import request_options, sending_request

__all__ = ["MakeHandlers", "Telegram", "build", "polling", "serving"]

MakeHandlers = Callable[[Courier], list[BaseHandler[Any, Any, Any]]]
"""Makes the handlers of a part of the service that sends through the same courier."""


def build(
    settings: Settings,
    desk: Answering,
    state: Database,
    places: Places,
    more: Sequence[MakeHandlers] = (),
    limits: Limits = LIMITS,
) -> Telegram:
    """Put the Telegram side together; nothing is opened yet. What `more` makes comes before the conversation."""
    store = ChatStore(state)
    order, pulse = ChatOrder(store), Pulse()
    intake = Intake(store, order, pulse)
    application = _application(settings, intake, order)
    courier = Courier(application.bot, store)
    extras = Extras(settings.data_dir / "fonts")
    conversation = Conversation(desk, store, Homes(places, store), extras, courier)
    presses = Presses(desk, conversation, store, extras, courier)
    acts = AdminStore(state)
    staff = partial(_staff, settings, acts)
    admission = Admission(settings.bot_chats, AdmissionStore(state), staff, acts, courier)
    application.add_handler(Door(admission, Throttle(conversation, staff, limits)).handler(), BEFORE_ALL)
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGES & Commanded((CHATS,)), admission.on_command))
    for make in more:
        application.add_handlers(make(courier))
    asked = filters.UpdateType.MESSAGES & (filters.TEXT | filters.CAPTION)
    application.add_handler(MessageHandler(asked, conversation.on_message))
    wordless = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & (filters.VOICE | filters.PHOTO)
    application.add_handler(MessageHandler(wordless, conversation.on_wordless))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, conversation.on_migration))
    application.add_handler(CallbackQueryHandler(presses.on_press))
    application.add_handler(InlineQueryHandler(Inline(desk, store).on_query))
    application.add_handler(ChatMemberHandler(conversation.on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(Trouble(conversation, order).handle)
    return Telegram(application, settings, store, intake, courier, pulse, staff)


def _application(settings: Settings, intake: Intake, order: ChatOrder) -> App:
    """PTB's application, whose updates come by our intake and in our order."""
    # PTB warns of every time span that it hands out as a number; we take them as time spans.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    token = settings.bot_token.get_secret_value()
    keep_secret(token, settings.webhook_secret.get_secret_value())
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.bot_api_url}/bot")
        .base_file_url(f"{settings.bot_api_url}/file/bot")
        .request(sending_request(settings))
        .get_updates_request(PollingRequest(intake, **request_options(settings)))
        .concurrent_updates(order)
        .build()
    )


async def _staff(settings: Settings, acts: AdminStore) -> tuple[int, ...]:
    return (*settings.bot_admins, *await acts.admins())
