"""The items of an order: tables, cards and sentences to lines."""
