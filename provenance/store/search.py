"""Candidates of a search: claims of latest texts that share a telling word, or a figure or time, with what is asked."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.model import Claim
from provenance.store import claims
from provenance.store import words as filed

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST = 300
"""Candidates; matching ranks them."""


def candidates(db: "Database", words: Iterable[str], values: Sequence[str]) -> list[Claim]:
    """Claims with the rarest of the words, figures and times, each once, by document and place."""
    return claims.at(db, filed.places(db, words, values, MOST))
