"""Items that stand in no table: cards, numbered paragraphs, sentences."""
