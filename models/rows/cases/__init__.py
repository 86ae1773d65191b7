"""Cases: what belongs to them, their findings, questions and replies."""
