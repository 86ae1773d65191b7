"""Tables of items on the page: drawn, stated by the file, or parted by white space; their rows."""
