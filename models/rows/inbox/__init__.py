"""What was seen in the mailboxes, fetched, claimed and read."""
