"""Claims ranked by what they have to do with a text: by what the two say of one another, and by what they share."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.extraction.claims import extract_all
from provenance.extraction.lexicon import stopwords
from provenance.extraction.tokens import tokenize
from provenance.matching import words
from provenance.matching.keys import hashed, worth
from provenance.matching.relation import relate
from provenance.matching.signals import Link
from provenance.matching.signatures import Signature, sign
from provenance.model import Claim, Document, cut
from provenance.model.search import Hit

LEAST_LIKENESS = 0.25
"""Claims without a relation to the text are found from here on."""
_SAYS_SO = 0.3
"""What a relation that decides counts for beside its score and the share of keys."""
_RANK = ("corroborates", "conflicts", "supersedes", "related", "unrelated")
_DECISIVE = ("corroborates", "conflicts", "supersedes")


_Asked = tuple[Signature, frozenset[int], int]
"""A claim of a query, its keys, and what all of them are worth."""


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
    queries = [
        (own, frozenset(hashed(own)), sum(map(worth, hashed(own))))
        for claim in asked.claims
        for own in sign(asked.document, [claim])
    ]
    found = [_hit(queries, claim, published.get(claim.span.document)) for claim in claims]
    kept = [(hit, share) for hit, share in found if hit.relation != "unrelated" or hit.likeness >= LEAST_LIKENESS]
    return [hit for hit, _ in sorted(kept, key=_order)]


def _hit(queries: Sequence[_Asked], claim: Claim, published: date | None) -> tuple[Hit, float]:
    """The best of what a claim has to do with the claims of the query, and the most that it holds of one's keys."""
    # By itself: what it inherits from the text around it would need that whole text.
    known = sign(_document(claim.sentence.quote, claim.span.document, published), [claim])[0]
    keys = frozenset(hashed(known))
    link = Link(side_by_side=True)
    found = [match.comparison for own, _, _ in queries for match in relate(own, known, link)]
    best = min(found, key=lambda comparison: (_RANK.index(comparison.relation), -comparison.score))
    likeness = max(words.likeness(own.concepts_around, known.concepts_around) for own, _, _ in queries)
    related = best.relation != "unrelated"
    hit = Hit(
        claim=claim,
        relation=best.relation,
        score=best.score if related else 0.0,
        likeness=round(likeness, 6),
        slots=best.slots if related else (),
    )
    return hit, max(sum(map(worth, asked & keys)) / max(1, total) for _, asked, total in queries)


def _order(found: tuple[Hit, float]) -> tuple[float, str, int, str]:
    """What is surely about the same comes first, and what shares most names, figures and telling words with it."""
    hit, share = found
    span = hit.claim.span
    sure = hit.score + share + (_SAYS_SO if hit.relation in _DECISIVE else 0.0)
    return -round(sure, 6), span.document, span.start, hit.claim.id


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
