"""A loopback Telegram Bot API server, as strict as the real one, with people to talk to the bot."""

from tests.telegram.server.app import Call, Fault, Server, serve
from tests.telegram.server.people import Person, Place, group
from tests.telegram.server.world import World

__all__ = ["Call", "Fault", "Person", "Place", "Server", "World", "group", "serve"]
