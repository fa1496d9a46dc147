"""Legal documents, and what is to be reached by when."""
