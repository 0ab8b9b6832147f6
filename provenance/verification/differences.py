"""What differs between two aligned sentences, slot by slot: figures, times, names, opposites, negation."""

from provenance.verification import (
    compared_degrees,
    compared_links,
    compared_names,
    compared_phrases,
    compared_values,
    compared_words,
)
from provenance.verification.compared import Compared, Difference


def find(c: Compared) -> list[Difference]:
    """Everything that differs, in order of the draft."""
    if c.draft.span.quote == c.source.span.quote:
        return []
    found = [*compared_values.figures(c), *compared_values.times(c)]
    found += [] if any(d.slot == "time" for d in found) else compared_values.displaced(c)
    held = {i for d in found for i in range(*d.where)}
    found += [d for d in compared_names.other(c) if d.at not in held]
    found += compared_names.swapped(c)
    found += compared_names.offices(c)
    found += compared_phrases.owned(c)
    held = {i for d in found if d.verdict == "different" for i in range(*d.where)}
    degrees = [d for d in compared_degrees.find(c) if d.at not in held]
    told = {i for d in degrees for i in range(*d.where)}
    found = [d for d in found if d.verdict == "different" or d.at not in told]
    held |= told
    found += degrees
    found += [d for d in compared_words.find(c) if d.at not in held]
    found += compared_words.exceptions(c)
    found += compared_words.condition(c)
    found += compared_words.doubt(c)
    found += compared_phrases.cause(c)
    found += compared_links.attachment(c)
    found += [d for d in compared_links.changes(c) if d.at not in held]
    if not any(d.slot == "modality" for d in found):
        found += list(compared_links.plans(c)) or compared_links.scheduled(c)
    if not any(d.slot == "object" for d in found):
        found += compared_links.acts(c)
    return sorted(found, key=lambda d: d.at)
