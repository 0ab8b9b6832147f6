"""Candidates of a search: claims of latest texts that share telling words, figures, times or names with what is asked.

Words find what is written alike; the keys of matching, where the document is in its index, also find a name that is
spelled otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.matching.blocking.partners import Keys
from provenance.model import Claim
from provenance.store import claims
from provenance.store import words as filed
from provenance.store.index import Index

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST = 40
"""Candidates by words, and as many by keys, where a few are wanted; matching ranks them."""


def candidates(db: "Database", words: Iterable[str], values: Sequence[str], keys: Keys, most: int) -> list[Claim]:
    """Claims with the rarest of the words, figures and times, or with most of the keys; by document and place.

    `most` come by words, and as many by the keys of each claim.
    """
    held = claims.at(db, filed.places(db, words, values, most))
    chosen: dict[str, set[int]] = defaultdict(set)
    for place in (place for found in Index(db).like(keys, most) for place in found):
        chosen[place[0]].add(place[1])
    for document, record in claims.opened(db, chosen).items():
        order = record.in_order()
        held += record.claims(order[number] for number in sorted(chosen[document]) if number < len(order))
    once = {(claim.span.document, claim.span.start, claim.span.end, claim.id): claim for claim in held}
    return [once[key] for key in sorted(once)]
