"""Who speaks, and what they say around a question: it asks nothing."""
