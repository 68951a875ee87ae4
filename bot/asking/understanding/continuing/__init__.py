"""What a message leaves unsaid because the one before it says it."""
