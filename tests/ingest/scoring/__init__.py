"""Scores what ingest finds against gold: the gold, the answers, how they are matched, and the tables."""
