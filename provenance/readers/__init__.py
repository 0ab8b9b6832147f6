"""Readers: bytes to Document, one file per format."""
