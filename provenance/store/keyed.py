"""The keys of the documents of a store, made of the claims that it holds."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.matching.blocking.keys import hashed
from provenance.matching.blocking.partners import Keys
from provenance.matching.signature.signatures import sign
from provenance.matching.signed import in_order
from provenance.store import claims, documents
from provenance.store.program import digest_of

if TYPE_CHECKING:
    from sqlite_utils import Database


def of(db: "Database", names: Iterable[str]) -> Iterator[tuple[str, str, Keys]]:
    """Each of these documents, which hold claims, with its digest and the keys of its claims, as the index takes them.

    Raises StoreError where one is damaged.
    """
    for name in names:
        [document] = documents.some(db, [name])
        yield name, digest_of(document), [hashed(s) for s in sign(document, in_order(claims.of(db, name)))]
