"""What one figure, or one slot of figures, is against a question: units, words, keys, what is worked out of it."""
