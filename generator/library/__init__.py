"""The core: links articles and registries into one read-only library."""
