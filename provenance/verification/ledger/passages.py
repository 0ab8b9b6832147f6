"""Whether a recorded passage still stands in its source."""

from provenance.model import Span
from provenance.text.locate import Located, locate


def passage_state(recorded: Span, text: str, *, prefix: str = "", suffix: str = "") -> Located:
    """State of the recorded passage in `text`, and where it stands now, as spans of the recorded document.

    Its words at the recorded offsets are `intact`, however often they stand. Nothing is re-anchored in silence: the
    same words at another place are `moved`, like words `edited`, several places that fit as well `ambiguous`.
    """
    found = locate(recorded.quote, text, prefix, suffix, hint=recorded.start)
    if found.state == "moved":
        # Being nearer to the old offsets is no evidence: text may have been added anywhere.
        unguided = locate(recorded.quote, text, prefix, suffix)
        found = unguided if unguided.state == "ambiguous" else found
    spans = {
        "span": None if found.span is None else found.span.within(recorded.document, 0),
        "candidates": tuple(span.within(recorded.document, 0) for span in found.candidates),
    }
    return found.model_copy(update=spans)
