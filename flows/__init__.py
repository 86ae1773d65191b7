"""The clock and the outside world: mailboxes, folders, Prefect."""
