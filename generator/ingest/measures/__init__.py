"""Numbers: ranks and scores of indices, and other figures."""
