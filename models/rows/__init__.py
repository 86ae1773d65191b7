"""Tables and the questions asked of them, by what they are about."""
