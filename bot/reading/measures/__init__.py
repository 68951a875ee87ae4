"""What each number measures: which words are its own, what earlier clauses left open, and the phrase made of both."""
