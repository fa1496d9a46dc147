"""Turns parsed news articles into the pages of the portal."""
