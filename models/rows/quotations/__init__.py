"""Quotations as they were imported, snapshot by snapshot."""
