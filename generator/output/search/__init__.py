"""The search index: static files that the search client reads a few of."""
