"""What a reader makes of a file's bytes."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class Parsed:
    """Text and what the file itself says about it; None where it says nothing."""

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    warnings: list[str] = field(default_factory=list)


def day(value: str) -> date | None:
    """The day of an ISO 8601 date or time ("2018-04-10", "2018-04-10T08:00:00Z"); None for anything else."""
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None
