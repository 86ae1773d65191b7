"""What the program sends: the outbox and the mail server it hands over to."""
