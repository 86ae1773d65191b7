"""A document held against its quotation, pure."""
