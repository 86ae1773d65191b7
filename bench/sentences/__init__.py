"""Sentences of contracts and orders with what they state: two halves, one never looked at while tuning."""
