"""The command line: a command reads its arguments, calls a room and prints; Chinese for people, JSON for programs."""
