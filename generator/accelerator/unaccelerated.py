"""Why a site is built without the accelerator."""

from __future__ import annotations


class Unaccelerated(Exception):
    """The site uses something whose dependencies cannot be followed; the message names it."""
