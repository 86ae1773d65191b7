"""What leaves a value of a line open: traces of a mistaken column, of a lost or a shifted text."""
