"""Labels and what stands beside them."""
