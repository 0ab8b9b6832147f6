"""Text for a terminal: what needs a person first, never more than a screen per finding; plain when not in colour."""

from provenance.reports.text.canvas import stripped, terminal
from provenance.reports.text.page import render, render_comparison

__all__ = ["render", "render_comparison", "stripped", "terminal"]
