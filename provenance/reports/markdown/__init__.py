"""Markdown: for a pull request or a wiki, and readable as it stands; nothing in a source can format or mention."""

from provenance.reports.markdown.escaping import escape
from provenance.reports.markdown.page import LIMIT, render

__all__ = ["LIMIT", "escape", "render"]
