"""From a message to a query: its places, years, topics and words, badly typed or left unsaid. Knows no fact."""
