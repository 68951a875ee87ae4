"""What is to be known: topics, indicators, units, and the words that narrow them."""
