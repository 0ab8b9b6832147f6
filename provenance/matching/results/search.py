"""Claims ranked by what they have to do with a text: by what the two say of one another, and by what they share."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from provenance.extraction.claims import extract_all
from provenance.extraction.lexicon import stopwords
from provenance.extraction.tokens import tokenize
from provenance.matching.blocking.keys import hashed, worth
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import AGREEING_FIRST, Match
from provenance.matching.relations.relation import relate
from provenance.matching.signature import words
from provenance.matching.signature.signatures import Signature, sign
from provenance.matching.signed import in_order
from provenance.model import Claim, Comparison, Document, cut
from provenance.model.search import Hit

LEAST_LIKENESS = 0.25
"""Claims without a relation to the text are found from here on."""
_FAINT = 0.1
"""A relation to a statement with a lower score, of claims that are hardly alike, is none."""
_SAYS_SO = 0.3
"""What a relation that decides counts for beside its score and the share of keys."""
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
    states: bool = True
    """Whether the text states anything that could be agreed with or contradicted."""


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
        states=bool(found.claims),
    )


def rank(asked: Query, claims: Iterable[Claim], published: Mapping[str, date | None]) -> list[Hit]:
    """The claims that have to do with the query, best first; `published` holds the dates of their documents.

    The order of the claims does not matter: ties are broken by document, place and id.
    """
    # By itself: what a claim inherits from the text around it would need that whole text.
    alone = (
        sign(_document(claim.sentence.quote, claim.span.document, published.get(claim.span.document)), [claim])[0]
        for claim in claims
    )
    return _ranked(asked, alone)


def in_context(asked: Query, hits: Sequence[Hit], texts: Mapping[str, tuple[Document, Sequence[Claim]]]) -> list[Hit]:
    """The hits judged anew with what the text around each says of place, time and matter, best first.

    `texts` holds each hit's document with all of its claims. A query that states nothing, a few words, is neither
    agreed with nor contradicted: each hit merely speaks of it.
    """
    wanted = {hit.claim.id for hit in hits}
    around = [s for document, claims in texts.values() for s in sign(document, in_order(claims))]
    found = _ranked(asked, (s for s in around if s.claim.id in wanted))
    if asked.states:
        return found
    return [hit.model_copy(update={"relation": "unrelated", "score": 0.0, "slots": ()}) for hit in found]


def _ranked(asked: Query, known: Iterable[Signature]) -> list[Hit]:
    queries = [
        (own, frozenset(hashed(own)), sum(map(worth, hashed(own))))
        for claim in asked.claims
        for own in sign(asked.document, [claim])
    ]
    found = [_hit(queries, one) for one in known]
    kept = [(hit, share) for hit, share in found if _is_told(asked, hit)]
    return [hit for hit, _ in sorted(kept, key=partial(_order, asked))]


def _is_told(asked: Query, hit: Hit) -> bool:
    if hit.likeness >= LEAST_LIKENESS:
        return True
    if asked.states:
        return hit.relation != "unrelated" and hit.score >= _FAINT
    spoken = {token.text.lower() for token in tokenize(hit.claim.sentence.quote)}
    return hit.relation != "unrelated" or (asked.words != () and spoken.issuperset(asked.words))


def _hit(queries: Sequence[_Asked], known: Signature) -> tuple[Hit, float]:
    """The best of what a claim has to do with the claims of the query, and the most that it holds of one's keys."""
    claim = known.claim
    keys = frozenset(hashed(known))
    link = Link(side_by_side=True)
    found = [_placed(own, known, match) for own, _, _ in queries for match in relate(own, known, link)]
    best = min(found, key=lambda comparison: (AGREEING_FIRST.index(comparison.relation), -comparison.score))
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


def _placed(own: Signature, known: Signature, match: Match) -> Comparison:
    """What a match says, but of another place than the one that was asked for no more than that it is like it."""
    told = match.comparison
    place = next((s for s in told.slots if s.slot == "place"), None)
    if place is None or place.verdict in ("same", "compatible") or told.relation not in _DECISIVE:
        return told
    if not (own.said_places and known.places):
        return told
    named = [", ".join(dict.fromkeys(key.text for key in one)) for one in (own.said_places, known.places)]
    other = place.model_copy(update={"a": named[0], "b": named[1]})
    slots = tuple(other if s is place else s for s in told.slots)
    return told.model_copy(update={"relation": "related", "slots": slots})


def _order(asked: Query, found: tuple[Hit, float]) -> tuple[float, str, int, str]:
    """What is surely about the same comes first, and what shares most names, figures and telling words with it.

    A few words state nothing that a relation could be sure of: what is most like them comes first.
    """
    hit, share = found
    span = hit.claim.span
    says_so = hit.score + (_SAYS_SO if hit.relation in _DECISIVE else 0.0)
    sure = share + (says_so if asked.states else hit.likeness)
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
