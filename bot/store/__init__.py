"""The only place with SQL: schema steps, loading, fact queries, chats."""
