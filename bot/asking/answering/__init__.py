"""From a query to an answer as plain data: which facts were asked for, lined up, with what must be said about them."""
