"""The words that reading goes by, from the TOML files of the lexicon, and the expressions made of them."""
