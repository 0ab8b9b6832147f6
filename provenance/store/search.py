"""Candidates of a search: claims of latest texts that share telling words, figures, times or names with what is asked.

Words find what is written alike; the keys of matching, where the document is in its index, also find a name that is
spelled otherwise.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.matching.partners import Keys
from provenance.model import Claim
from provenance.store import claims
from provenance.store import words as filed
from provenance.store.index import Index

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST = 150
"""Candidates by words, and as many by keys; matching ranks them."""


def candidates(db: "Database", words: Iterable[str], values: Sequence[str], keys: Keys = ()) -> list[Claim]:
    """Claims with the rarest of the words, figures and times, or with most of the keys; by document and place."""
    held = claims.at(db, filed.places(db, words, values, MOST))
    numbered = Index(db).claims_like(keys, MOST)
    held += [claim for document, chosen in numbered.items() for claim in claims.numbered(db, document, chosen)]
    once = {(claim.span.document, claim.span.start, claim.span.end, claim.id): claim for claim in held}
    return [once[key] for key in sorted(once)]
