"""Several questions in one message, and how they relate."""
