"""Files and standard input → the text of a raw article, and what its page says of itself."""
