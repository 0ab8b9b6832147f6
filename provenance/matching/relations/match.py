"""Two claims with the relation found between them."""

from dataclasses import dataclass, field

from provenance.matching.comparison.link import Link
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims with the relation found between them; `x` and `y` are the aligned figures, None for happenings."""

    a: Signature
    b: Signature
    comparison: Comparison
    x: Figure | None = None
    y: Figure | None = None
    link: Link = field(default_factory=Link)
    """What was known of the two documents."""
