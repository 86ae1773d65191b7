"""Lists of quotations: what each item was offered for, and what else of the list may change it."""
