"""What was found → a draft of a parsed article, linked to what the library knows."""
