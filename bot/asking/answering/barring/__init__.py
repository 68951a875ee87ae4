"""What keeps a figure from being the answer, however near it is."""
