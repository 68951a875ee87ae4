"""What words mean: the lexicon of topics and indicators, place names, normalising. Used by reading and by asking."""
