"""What sentences say, without a label."""
