"""The relations of a review: those worth telling, and of very many the most serious ones.

What a review holds in memory is bounded by this, however many documents say one thing after another in one form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice

from provenance.matching.across.once import order
from provenance.matching.relations.match import Match
from provenance.matching.results.observations import is_worth_telling

MOST = 50_000
"""Relations that one review tells; each takes some 20 kB until the report is written."""


@dataclass(frozen=True, slots=True)
class Strongest:
    """Relations worth telling, most serious first."""

    matches: list[Match]
    left_out: int
    """How many there were besides them."""


def strongest(found: Iterable[Match], most: int = MOST) -> Strongest:
    """The `most` relations that come first in `order`, of any number, in twice the memory that they take."""
    telling = filter(is_worth_telling, found)
    kept: list[Match] = []
    count = 0
    while part := list(islice(telling, max(1, most))):
        count += len(part)
        kept = sorted(chain(kept, part), key=order)[:most]
    return Strongest(kept, count - len(kept))


def merged(a: Strongest, b: Strongest) -> Strongest:
    """What both hold, as if it had been found at once."""
    both = strongest(chain(a.matches, b.matches))
    return Strongest(both.matches, a.left_out + b.left_out + both.left_out)
