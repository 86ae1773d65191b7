"""Bytes to an order."""
