"""Reports: one file per format; they format what they are given and compute nothing but layout."""

import typing
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from provenance.errors import UsageError

if typing.TYPE_CHECKING:
    from provenance.model import Report

FORMATS: Final = (
    "text",
    "json",
    "jsonl",
    "markdown",
    "html",
    "csv",
    "sarif",
    "github",
    "gitlab",
    "junit",
)  # one kind, one file of this name with a function `render`, one entry here
"""Every format, in the order that help shows them; a run loads those that it writes."""

PLACED: Final = frozenset(FORMATS) - {"json", "jsonl"}
"""Formats that say where in a file a finding stands; they take `files`, a `provenance.reports.places.Files`."""


def render(report: "Report", format: str = "text", **options: Any) -> str:
    """The report in one of `FORMATS`; `options` are the format's own. UsageError for an unknown format."""
    if format not in FORMATS:
        raise UsageError(f"unknown report format {format!r}", remedy=f"Use one of: {', '.join(FORMATS)}")
    rendered: Callable[..., str] = import_module(f"{__name__}.{format}").render
    return rendered(report, **options)


__all__ = ["FORMATS", "PLACED", "render"]
