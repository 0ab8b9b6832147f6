"""Reports of one story, and what a review finds between them."""

from collections.abc import Sequence

import provenance
from provenance.model import Document, Finding


def reports(texts: Sequence[str], opening: str = "", days: str | Sequence[str | None] = "2024-03-05") -> list[Document]:
    """Reports "a", "b" … with these texts behind one `opening`, published on one day, or each on its own."""
    published = [days] * len(texts) if isinstance(days, str) else days
    return [
        provenance.read((opening + text).encode(), id=chr(ord("a") + n), published=day, media_type="text/plain")
        for n, (text, day) in enumerate(zip(texts, published, strict=True))
    ]


def findings(*texts: str, opening: str = "", days: str | Sequence[str | None] = "2024-03-05") -> list[Finding]:
    """What a review of such reports finds."""
    return list(provenance.review(reports(texts, opening, days)).findings)


def conflicts(*texts: str, opening: str = "", days: str | Sequence[str | None] = "2024-03-05") -> list[str]:
    """The reasons of the conflicts among them."""
    found = findings(*texts, opening=opening, days=days)
    return [reason for f in found if f.relation == "conflicts" for reason in f.reasons]
