"""A question becomes a query, a query becomes an answer."""
