"""Reports: one file per format; they format what they are given and compute nothing but layout."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final, Protocol

from provenance.errors import UsageError
from provenance.model import Report
from provenance.reports import csv, github, gitlab, html, json, jsonl, junit, markdown, sarif, text


class Format(Protocol):
    """What a format's module holds: its name, as `--format` takes it, and one function."""

    NAME: str
    render: Callable[..., str]


_ALL: tuple[Format, ...] = (
    text,
    json,
    jsonl,
    markdown,
    html,
    csv,
    sarif,
    github,
    gitlab,
    junit,
)  # one kind, one file, one entry here

FORMATS: Final = MappingProxyType({format_.NAME: format_ for format_ in _ALL})
"""Every format by name, in the order that help shows them."""

PLACED: Final = frozenset((csv.NAME, sarif.NAME, github.NAME, gitlab.NAME, junit.NAME))
"""Formats that say where in a file a finding stands; they take `files`, a `provenance.reports.places.Files`."""


def render(report: Report, format: str = text.NAME, **options: Any) -> str:
    """The report in one of `FORMATS`; `options` are the format's own. UsageError for an unknown format."""
    if format not in FORMATS:
        raise UsageError(f"unknown report format {format!r}", remedy=f"Use one of: {', '.join(FORMATS)}")
    return FORMATS[format].render(report, **options)


__all__ = ["FORMATS", "PLACED", "Format", "render"]
