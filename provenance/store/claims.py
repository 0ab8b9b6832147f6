"""Claims in the store: each belongs to one text of one document; further tables make spans and values searchable."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.errors import StoreError
from provenance.model import Claim, Name, Quantity, Span, TimeRef
from provenance.store.rows import digest, parse

if TYPE_CHECKING:
    from sqlite_utils import Database


def replace(db: "Database", document: str, text_sha256: str, text: str, claims: list[Claim]) -> int:
    """Makes `claims` the claims of this text; returns how many of them are new or changed."""
    for claim in claims:
        _check_spans(claim, text)
    rows = db.execute("select json from claims where document = ? and text_sha256 = ?", [document, text_sha256])
    known = [row[0] for row in rows.fetchall()]
    fresh = [claim.model_dump_json() for claim in claims]
    if known == fresh:
        return 0
    db.execute("delete from claims where document = ? and text_sha256 = ?", [document, text_sha256])
    for position, (claim, json) in enumerate(zip(claims, fresh, strict=True)):
        _insert(db, claim, (document, text_sha256, position), json)
    return len(set(fresh) - set(known))


def latest(db: "Database") -> list[Claim]:
    """The claims of every document's latest text, in the order of documents and of adding."""
    rows = db.execute(
        "select c.json, c.json_sha256 from claims c join documents d on d.id = c.document"
        " join snapshots s on s.document = d.id and s.number = d.snapshot and s.text_sha256 = c.text_sha256"
        " order by c.document, c.position"
    )
    return [parse(Claim, *row) for row in rows]


def _insert(db: "Database", claim: Claim, key: tuple[str, str, int], json: str) -> None:
    speaker = claim.attribution.speaker if claim.attribution else None
    cursor = db.execute(
        "insert into claims (id, document, text_sha256, position, quote, polarity, modality, speaker, json,"
        " json_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [claim.id, *key, claim.span.quote, claim.polarity, claim.modality, speaker, json, digest(json)],
    )
    number = cursor.lastrowid
    for role, span in _spans(claim):
        db.execute("insert into spans values (?, ?, ?, ?, ?)", [number, role, span.start, span.end, span.quote])
    marks = ", ".join("?" * 11)
    for row in _values(claim):
        db.execute(f"insert into claim_values values ({marks})", [number, *row])


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield "claim", claim.span
    yield "sentence", claim.sentence
    if claim.attribution is not None:
        for role in ("source", "cue", "content"):
            span = getattr(claim.attribution, role)
            if span is not None:
                yield role, span


def _values(claim: Claim) -> Iterator[tuple[str | int | None, ...]]:
    items: tuple[Quantity | TimeRef | Name, ...] = (*claim.quantities, *claim.times, *claim.names)
    for item in items:
        place = (item.span.start, item.span.end)
        if isinstance(item, Quantity):
            numbers = (None if n is None else str(n) for n in (item.value, item.low, item.high))
            yield "quantity", item.text, *numbers, item.approximation, item.unit, item.noun, *place
        elif isinstance(item, TimeRef):
            yield "time", item.text, item.value, None, None, None, None, None, *place
        else:
            yield "name", item.text, None, None, None, None, None, None, *place


def _check_spans(claim: Claim, text: str) -> None:
    for role, span in _spans(claim):
        if text[span.start : span.end] != span.quote:
            raise StoreError(f'the {role} span of claim "{claim.id}" does not stand in the text of "{span.document}"')


def by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims grouped by the document they stand in, in their order."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.span.document, []).append(claim)
    return groups
