"""How near the reader comes to hand-made answers: figures, floors below which they must not fall, and what differs."""
