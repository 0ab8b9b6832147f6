"""What is known of a draft and of its sources before they are compared, so that it need not be read off again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from provenance.extraction.claims import Extraction
from provenance.model import Claim, Document

Offsets = tuple[int, int]
"""Half-open range of a document's text, in code points."""


@dataclass(frozen=True, slots=True)
class Known:
    """Each by document id; what is not known is read off the text."""

    extracted: Mapping[str, Extraction] = field(default_factory=dict)
    """Of drafts."""
    claims: Mapping[str, Callable[[Document], Sequence[Claim]]] = field(default_factory=dict)
    """Gives the claims of a source, or those that a draft may speak of."""
    sentences: Mapping[str, Sequence[Offsets]] = field(default_factory=dict)
    """Of a long source, the sentences that a draft may speak of: the others are not read."""
