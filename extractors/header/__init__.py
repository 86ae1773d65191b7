"""What stands once in a document: labels and their values, totals, sentences."""
