"""One message: taken apart, read, compared, and committed."""
