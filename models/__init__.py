"""The nouns: frozen values, and the tables that keep them."""
