"""A synthetic corpus: plausible articles that nobody published, for tests of search and of speed at any size."""
