"""Who is told what of new and changed reports: matching, digests, the outbox worker. Sends through a small port."""
