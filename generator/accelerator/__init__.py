"""Builds a MkDocs site byte for byte as MkDocs does, but only what changed; knows nothing of the portal."""
