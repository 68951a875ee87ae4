"""The page without Telegram: one Starlette app with a chat, a source viewer, a feed, an interface and health checks."""
