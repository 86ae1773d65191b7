"""What an open field most likely is: proposed beside its place, for a person to confirm, and never sure."""
