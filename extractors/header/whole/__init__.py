"""Every field of the header once, and what makes one of them open: rivals, sentences, unread places."""
