"""Finding numbers: every numeral of a text, its worth, and whether it is a fact, a date, a reference or a name."""
