"""Ingest: a raw article → the facts it tells, and a draft of a parsed article for an editor to review."""
