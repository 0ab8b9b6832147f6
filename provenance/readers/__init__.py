"""Bytes to documents; one file per format, one registry."""

from provenance.readers.document import LARGEST_FILE, read

__all__ = ["LARGEST_FILE", "read"]
