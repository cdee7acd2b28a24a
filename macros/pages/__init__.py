"""The guide → pages: which there are, at which address, and what stands on them."""
