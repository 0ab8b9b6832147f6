"""Claims in the store: each belongs to one text of one document; further tables make spans and values searchable."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

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
        insert(db, claim, (document, text_sha256, position), json)
    return len(set(fresh) - set(known))


_LATEST = (
    "select c.json, c.json_sha256 from claims c join documents d on d.id = c.document"
    " join snapshots s on s.document = d.id and s.number = d.snapshot and s.text_sha256 = c.text_sha256"
)


def latest(db: "Database") -> list[Claim]:
    """The claims of every document's latest text, in the order of documents and of adding."""
    return [parse(Claim, *row) for row in db.execute(f"{_LATEST} order by c.document, c.position")]


def of(db: "Database", document: str) -> list[Claim]:
    """The claims of the latest text of one document."""
    query = f"{_LATEST} where d.id = ? order by c.position"
    return [parse(Claim, *row) for row in db.execute(query, [document])]


def insert(db: "Database", claim: Claim, key: tuple[str, str, int], json: str) -> None:
    """Adds one claim of a document's text (its id, the text's digest, the claim's place among its claims)."""
    id, _, *rest = columns(claim)
    cursor = db.execute(
        "insert into claims (id, document, text_sha256, position, quote, polarity, modality, speaker, json,"
        " json_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [id, *key, *rest, json, digest(json)],
    )
    number = cursor.lastrowid
    spans, values = _rows(claim)
    for row in spans:
        db.execute("insert into spans values (?, ?, ?, ?, ?)", [number, *row])
    marks = ", ".join("?" * 11)
    for row in values:
        db.execute(f"insert into claim_values values ({marks})", [number, *row])


def columns(claim: Claim) -> tuple[str | None, ...]:
    """Id, document, quote, polarity, modality, speaker: what the columns copy from the record."""
    speaker = claim.attribution.speaker if claim.attribution else None
    return claim.id, claim.span.document, claim.span.quote, claim.polarity, claim.modality, speaker


def has_rows(db: "Database", key: int, claim: Claim) -> bool:
    """Whether the tables of spans and values hold what the claim with this key says."""
    spans = db.execute("select * from spans where claim = ? order by rowid", [key]).fetchall()
    values = db.execute("select * from claim_values where claim = ? order by rowid", [key]).fetchall()
    return ([row[1:] for row in spans], [row[1:] for row in values]) == _rows(claim)


def every_span(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Every span of a claim with what it is; those of its values too."""
    yield from _spans(claim)
    values: tuple[Quantity | TimeRef | Name, ...] = (*claim.quantities, *claim.times, *claim.names)
    for value in values:
        yield "value", value.span


def _rows(claim: Claim) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The rows of spans and of values, without the claim's key."""
    return [(role, s.start, s.end, s.quote) for role, s in _spans(claim)], list(_values(claim))


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
