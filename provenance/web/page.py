"""The page itself: the HTML report, and the headers that keep it to itself."""

import base64
import hashlib
from dataclasses import dataclass
from typing import Final, Self

from provenance.model import Report
from provenance.reports import html

HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
)
"""Sent with every answer, refusals included."""
_POLICY: Final = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes of UTF-8 HTML with their content security policy."""

    body: bytes
    policy: str = _POLICY

    @classmethod
    def of(cls, report: Report) -> Self:
        """The report's page; its one style sheet, named by its digest, is all that may load, and no script may run."""
        text = html.render(report)
        style = text.partition("<style>")[2].partition("</style>")[0]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
        return cls(text.encode("utf-8", "replace"), f"{_POLICY}; style-src 'sha256-{digest}'")
