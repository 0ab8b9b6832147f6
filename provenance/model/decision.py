"""What a named person decided about a finding, and on what it rests."""

from datetime import UTC
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from provenance.model.base import Model

DecisionVerdict = Literal["accepted", "mistaken", "to-correct", "open"]
LONGEST_REASON = 5_000
LONGEST_NAME = 200


def _whole(text: str) -> str:
    """The text; ValueError where it holds half a character, which no file can keep."""
    text.encode()
    return text


Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_REASON), AfterValidator(_whole)
]
PersonName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME), AfterValidator(_whole)
]


class Basis(Model):
    """One passage that a decision rests on; it goes stale when the document's text is another one."""

    document: str
    text_sha256: str | None
    """Digest of the text at that time; None where there was no such document, or where it is the draft itself."""
    quote: str


class Ruling(Model):
    """What a named person says about a finding, and when."""

    verdict: DecisionVerdict
    reason: Reason
    by: PersonName
    at: AwareDatetime


class Decision(Ruling):
    """A ruling with what it is about: one entry of the journal."""

    number: int = Field(ge=1)
    """Place in the journal, from 1."""
    finding: str
    """Id of the finding."""
    rule: str
    message: str
    """What the finding said."""
    target: str
    """What was examined when it was found: "sources", "ledger", or the id of a draft."""
    basis: tuple[Basis, ...]
    claims: tuple[str, ...] = ()
    """Ids of the claims, or of the ledger's record, behind the passages."""
    stale: tuple[str, ...] = ()
    """Why it no longer holds, as of the report that shows it; empty while it does. No part of the journal."""

    @property
    def day(self) -> str:
        """The day of the decision in UTC, in ISO form."""
        return self.at.astimezone(UTC).date().isoformat()
