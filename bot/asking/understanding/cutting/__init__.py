"""A message as words: slips put right, spaces and verbs in pieces made whole, cut with the vocabulary."""
