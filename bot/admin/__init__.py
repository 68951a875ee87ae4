"""What admins do: proposals, publishing, revisions, rollback, broadcasts, and who may. No channel is known here."""
