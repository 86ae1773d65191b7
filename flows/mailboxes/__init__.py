"""Where messages come from: mail servers and watched folders, and logging in there."""
