"""The order desk's duties beside the contract review, decided from values alone."""
