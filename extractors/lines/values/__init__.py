"""Items to the lines of the order: each value sure, or open with its reason."""
