"""Names: found in text, compared across spellings, keyed for blocking."""

from provenance.values.names.acronyms import acronyms
from provenance.values.names.comparison import are_same, compare
from provenance.values.names.finder import find
from provenance.values.names.keys import skeleton, token_skeletons

__all__ = ["acronyms", "are_same", "compare", "find", "skeleton", "token_skeletons"]
