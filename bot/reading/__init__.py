"""A report's bytes to text, outline, clauses, mentions and facts. Pure: no SQL, no network, no chat."""
