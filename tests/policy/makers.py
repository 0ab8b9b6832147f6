"""Findings and documents made by hand."""

import hashlib

from provenance.model import Document, Finding, Observation, Span
from provenance.policy.findings import judge


def span(quote: str, document: str = "a", start: int = 0) -> Span:
    return Span(document=document, start=start, end=start + len(quote), quote=quote)


def finding(a: str = "Four died.", b: str = "Five died.", kind: str = "conflicts", **fields: object) -> Finding:
    """A conflict of documents "a" and "b"."""
    return judge(
        Observation.model_validate(
            {"kind": kind, "message": "differ", "a": span(a), "b": span(b, "b"), "claims": ("c1", "c2"), **fields}
        )
    )


def document(id_: str, path: str | None = None) -> Document:
    digest = hashlib.sha256(b"").hexdigest()
    return Document(
        id=id_,
        text="",
        sha256=digest,
        text_sha256=digest,
        path=path,
        media_type="text/plain",
        reader="plain",
        reader_version="1",
    )
