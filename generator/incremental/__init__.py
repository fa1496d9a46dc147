"""Keeps what was linked between two runs, so that only what a change touches is linked and made anew."""
