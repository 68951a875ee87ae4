"""What is said of the figures that were found, and of what is missing."""
