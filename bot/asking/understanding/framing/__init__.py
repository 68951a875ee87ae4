"""Where, when and in what sense something is asked: places, years, what came of it or what was planned."""
