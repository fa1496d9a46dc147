"""The `portal` command."""

from generator.cli.main import main

__all__ = ["main"]
