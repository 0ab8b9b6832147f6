"""Passages, quotations and drafts against their sources."""
