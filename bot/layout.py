"""What lies where in STATE_DIR, the one folder that the service writes to, and the font of DATA_DIR. Names alone, so
that nothing else is loaded by whoever needs to know them."""

FONT = "NotoSansSC-subset.otf"
"""The file in data/fonts that charts are written with; it holds the simplified characters in use."""

FACTS_FILE = "facts.sqlite3"
"""The facts, which can be built again from files."""

STATE_FILE = "state.sqlite3"
"""Chats, subscriptions, what was sent: what cannot be made again."""

LIBRARY = "library"
"""What admins published, one folder an act."""

PROPOSALS = "proposals"
"""Reports that wait to be published."""

INCOMING, TAKEN = "incoming", "taken"
"""Where files are put to become proposals, and, within it, where those go that did."""

WATCH_FILE = "watch.toml"
"""Which bureaus' pages are looked at."""

BACKUPS = "backups"
SERVICE_LOCK = "service.lock"
HISTORY = "history"
"""What was typed into `fazhi chat`."""
