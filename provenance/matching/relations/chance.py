"""What two documents have in common by chance: an amount that is of one thing in the one, of another in the other."""

from provenance.matching.comparison.link import Link
from provenance.matching.relations.signals import Pair
from provenance.matching.signature import words
from provenance.model import Verdict
from provenance.values.quantities.lexicon import currencies

_LEAST_SHARED = 0.1
"""Likeness of what two clauses speak of from which their amounts may be of one thing."""
_STRANGE = 0.5
"""How far apart the stories of two documents are that have an amount in common by chance."""
_ONE_STORY = 0.2
"""Likeness of what two documents open with from which their durations are of one thing."""


def agrees(pair: Pair, link: Link) -> bool:
    """Whether two equal amounts may well be of two things: "two years" stands everywhere."""
    strange = link.stories_apart > _STRANGE or (last_alone(pair) and 0 < link.story < _ONE_STORY)
    return strange and not _shares_words(pair)


def share_a_currency_alone(pair: Pair, wording: Verdict) -> bool:
    """Whether hardly more than a currency says that two amounts are of one thing: damage of 200 million, aid of 50."""
    if pair.x.quantity.unit not in currencies() or pair.x.measures & pair.y.measures or wording != "unknown":
        return False
    return not _shares_words(pair)


def last_alone(pair: Pair) -> bool:
    """Whether both are durations of nothing that is named."""
    return all(f.lasts and f.noun == f.quantity.unit for f in (pair.x, pair.y))


def _shares_words(pair: Pair) -> bool:
    """Whether two clauses speak of something in common beside their figures."""
    return words.likeness(pair.a.concepts, pair.b.concepts) >= _LEAST_SHARED
