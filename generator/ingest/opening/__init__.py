"""A raw text → the article in it: what is not the article is cut out, and what it says of itself is read."""
