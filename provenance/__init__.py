"""Verify claims and their sources: read, extract, compare, review, check."""

__version__ = "0.1.0"
