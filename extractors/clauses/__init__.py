"""What sentences of contracts and orders promise: damages, warranty, liability, papers, lots and the like."""
