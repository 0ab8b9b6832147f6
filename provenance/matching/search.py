"""Claims ranked by what they have to do with a text: first those that say the same, or another thing about the same."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.extraction.claims import extract_all
from provenance.extraction.lexicon import stopwords
from provenance.extraction.tokens import tokenize
from provenance.matching import words
from provenance.matching.keys import hashed
from provenance.matching.relation import relate
from provenance.matching.signals import Link
from provenance.matching.signatures import Signature, sign
from provenance.model import Claim, Document, cut
from provenance.model.search import Hit

LEAST_LIKENESS = 0.25
"""Claims without a relation to the text are found from here on."""
_RANK = ("corroborates", "conflicts", "supersedes", "related", "unrelated")
_DECISIVE = ("corroborates", "conflicts", "supersedes")


@dataclass(frozen=True, slots=True)
class Query:
    """A text that is searched for."""

    document: Document
    claims: tuple[Claim, ...]
    """Those that the text holds, or the text itself as one."""
    words: tuple[str, ...]
    """Its words but for function words, lower case, to find candidates by."""
    values: tuple[str, ...]
    """Its figures and times as they are stored, to find candidates by."""
    keys: tuple[tuple[int, ...], ...] = ()
    """The keys of its claims, to find candidates by."""


def query(text: str) -> Query:
    """What a text asks for; nothing raises on any text."""
    document = _document(text, "query", None)
    found = extract_all(document)
    values, whole = found.values, cut(text, 0, len(text), document.id)
    itself = Claim(
        id="query",
        span=whole,
        sentence=whole,
        quantities=tuple(values.quantities),
        times=tuple(values.times),
        names=tuple(values.names),
    )
    spoken = {token.text.lower() for token in tokenize(text)} - stopwords()
    known = {str(quantity.value) for quantity in values.quantities} | {str(time.value) for time in values.times}
    held = tuple(found.claims) or (itself,)
    return Query(
        document,
        held,
        tuple(sorted(spoken)),
        tuple(sorted(known - {"None"})),
        tuple(map(hashed, sign(document, held))),
    )


def rank(asked: Query, claims: Iterable[Claim], published: Mapping[str, date | None]) -> list[Hit]:
    """The claims that have to do with the query, best first; `published` holds the dates of their documents.

    The order of the claims does not matter: ties are broken by document, place and id.
    """
    queries = [signature for claim in asked.claims for signature in sign(asked.document, [claim])]
    hits = [_hit(queries, claim, published.get(claim.span.document)) for claim in claims]
    kept = [hit for hit in hits if hit.relation != "unrelated" or hit.likeness >= LEAST_LIKENESS]
    return sorted(kept, key=_order)


def _hit(queries: Sequence[Signature], claim: Claim, published: date | None) -> Hit:
    """The best of what a claim has to do with the claims of the query."""
    # By itself: what it inherits from the text around it would need that whole text.
    known = sign(_document(claim.sentence.quote, claim.span.document, published), [claim])[0]
    link = Link(side_by_side=True)
    found = [match.comparison for own in queries for match in relate(own, known, link)]
    best = min(found, key=lambda comparison: (_RANK.index(comparison.relation), -comparison.score))
    likeness = max(words.likeness(own.concepts_around, known.concepts_around) for own in queries)
    related = best.relation != "unrelated"
    return Hit(
        claim=claim,
        relation=best.relation,
        score=best.score if related else 0.0,
        likeness=round(likeness, 6),
        slots=best.slots if related else (),
    )


def _order(hit: Hit) -> tuple[int, float, str, int, str]:
    """What is about the same comes first; then by how sure that is and by how much the two share."""
    span = hit.claim.span
    return int(hit.relation not in _DECISIVE), -(hit.score + hit.likeness), span.document, span.start, hit.claim.id


def _document(text: str, id: str, published: date | None) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=id,
        text=text,
        sha256=digest,
        text_sha256=digest,
        published=published,
        media_type="text/plain",
        reader="given",
        reader_version="1",
    )
