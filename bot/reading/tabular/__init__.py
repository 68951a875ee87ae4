"""Tables of figures: what their heads, labels and captions say of each cell."""
