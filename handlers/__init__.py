"""The Telegram adapter. The only place, beside the composition root, that imports telegram."""
