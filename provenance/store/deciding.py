"""From what a person says about a finding to the decision that the journal keeps."""

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import ValidationError

from provenance.errors import UsageError
from provenance.model import Decision, Finding, Ruling
from provenance.policy import decisions
from provenance.store import checked, documents, findings
from provenance.store.checked import Checked

if TYPE_CHECKING:
    from sqlite_utils import Database

SHORTEST = 4
"""Characters of an id that are enough to name a finding, where they name only one."""
_SHOWN = 5
_NEEDED = f"A decision needs a verdict ({', '.join(decisions.VERDICTS)}), a reason, and the name of who decides"
_ANEW = "Run `provenance review`, or `provenance check … --store FILE`, again"


def ruling(verdict: str, reason: str, by: str, at: datetime) -> Ruling:
    """What a person says, as a ruling; raises UsageError where a part is missing or too long."""
    try:
        return Ruling.model_validate({"verdict": verdict, "reason": reason, "by": by, "at": at})
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        name = {"by": "name"}.get(str(fault["loc"][0]), str(fault["loc"][0]))
        too_long = fault["type"] == "string_too_long"
        raise UsageError(
            f"the {name} is {'too long' if too_long else 'missing or not readable'}", remedy=_NEEDED
        ) from None


def decision(item: Checked, ruling: Ruling) -> Decision:
    """The decision that a ruling makes about a finding, not yet numbered."""
    return Decision(
        **dict(ruling),
        number=1,
        finding=item.finding.id,
        rule=item.finding.rule,
        message=item.finding.message,
        target=item.target,
        basis=decisions.basis(item.finding, item.texts, item.target),
        claims=item.finding.claims,
    )


def find(db: "Database", prefix: str) -> Checked:
    """The one finding, of the last review or of a check, whose id begins so; raises UsageError."""
    if len(prefix) < SHORTEST:
        raise UsageError(f'"{prefix}" is too short for an id', remedy=f"Give at least {SHORTEST} characters of it")
    reviewed = {f.id: f for f in findings.starting_with(db, prefix)}
    found = {item.finding.id: item for item in checked.starting_with(db, prefix)}
    ids = sorted({*reviewed, *found})
    if not ids:
        remedy = "The JSON report of `review` and `check` lists the ids; findings of a check are kept with --store"
        raise UsageError(f'no finding in the store has an id that begins with "{prefix[:80]}"', remedy=remedy)
    if len(ids) > 1:
        more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
        raise UsageError(
            f'"{prefix}" fits {len(ids)} findings: {", ".join(ids[:_SHOWN])}{more}', remedy="Give more of it"
        )
    return _reviewed(db, reviewed[ids[0]]) if ids[0] in reviewed else found[ids[0]]


def _reviewed(db: "Database", finding: Finding) -> Checked:
    """A finding of the last review with today's texts of the store, in which its passages must still stand."""
    texts = {}
    for span in (finding.a, finding.b):
        held = documents.text_of(db, span.document) if span else None
        if span is None or held is None:
            continue
        digest, text = held
        if text[span.start : span.end] != span.quote:
            raise UsageError(f'the text of "{span.document}" has changed since the finding was made', remedy=_ANEW)
        texts[span.document] = digest
    return Checked(target=decisions.SOURCES, finding=finding, texts=texts)
