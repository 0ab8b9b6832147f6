"""Bytes to documents; one file per format, one registry."""

from provenance.readers.document import LARGEST_FILE, load, read, readable_id
from provenance.readers.folder import Reading, Unread, read_all

__all__ = ["LARGEST_FILE", "Reading", "Unread", "load", "read", "read_all", "readable_id"]
