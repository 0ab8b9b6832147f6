"""Bytes to documents; one file per format, one registry."""

from provenance.readers.document import LARGEST_FILE, read
from provenance.readers.folder import Reading, Unread, read_all

__all__ = ["LARGEST_FILE", "Reading", "Unread", "read", "read_all"]
