"""What differs between two aligned sentences, slot by slot: figures, times, names, opposites, negation."""

from provenance.verification.comparison import ages, degrees, earlier, exchanges, links, names, phrases, values, words
from provenance.verification.comparison.compared import Compared, Difference


def find(c: Compared) -> list[Difference]:
    """Everything that differs, in order of the draft."""
    if c.draft.span.quote == c.source.span.quote:
        return []
    found = [*values.figures(c), *values.times(c)]
    found += [] if any(d.slot == "quantity" for d in found) else earlier.taken(c)
    found += [] if any(d.slot == "time" for d in found) else values.displaced(c)
    held = {i for d in found for i in range(*d.where)}
    found += [d for d in names.other(c) if d.at not in held]
    found += exchanges.find(c)
    found += names.offices(c)
    found += ages.swapped(c)
    found += phrases.owned(c)
    held = {i for d in found if d.verdict == "different" for i in range(*d.where)}
    extents = [d for d in degrees.find(c) if d.at not in held]
    told = {i for d in extents for i in range(*d.where)}
    found = [d for d in found if d.verdict == "different" or d.at not in told]
    held |= told
    found += extents
    found += [d for d in words.find(c) if d.at not in held]
    found += words.exceptions(c)
    found += words.condition(c)
    found += words.doubt(c)
    found += words.left_open(c)
    found += phrases.cause(c)
    found += links.attachment(c)
    found += [d for d in links.changes(c) if d.at not in held]
    if not any(d.slot == "modality" for d in found):
        found += list(links.plans(c)) or links.scheduled(c)
    if not any(d.slot == "object" for d in found):
        found += links.acts(c)
    return sorted(found, key=lambda d: d.at)
