"""Pages of bureaus that are looked at now and then for new reports: which, how politely, and what is found there."""
