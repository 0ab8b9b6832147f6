"""The page itself: the HTML report, and the headers that keep it to itself."""

import base64
import hashlib
from dataclasses import dataclass
from typing import Final, Self

from provenance.model import Report
from provenance.reports import html
from provenance.reports.places import Files

HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
)
"""Sent with every answer, refusals included."""
_POLICY: Final = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_FORMS: Final = _POLICY.replace("form-action 'none'", "form-action 'self'")


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes of UTF-8 HTML with their content security policy."""

    body: bytes
    policy: str = _POLICY
    referrer: str = "no-referrer"

    @classmethod
    def of(cls, report: Report, *, decide: str = "", files: Files | None = None) -> Self:
        """The report's page, with a link to the page at `decide` that takes decisions, where there is one."""
        page = styled(html.render(report, decide=decide, files=files))
        return cls(page.body, page.policy)


def styled(text: str, *, forms: bool = False) -> Page:
    """A page whose one style sheet, named by its digest, is all that may load; no script may run.

    With `forms`, its forms may be sent back to where it came from. A browser that may name no referrer sends them with
    the origin "null"; so the referrer may be named, to this address alone.
    """
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"{_FORMS if forms else _POLICY}; style-src 'sha256-{digest}'"
    return Page(text.encode("utf-8", "replace"), policy, "same-origin" if forms else "no-referrer")
