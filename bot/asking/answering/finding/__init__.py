"""The ways to find the figure that a question means, from the lexicon, its own words or what is near."""
