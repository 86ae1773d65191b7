"""A made-up inbox with its quotations, and what makes it."""
