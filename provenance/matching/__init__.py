"""Claims to relations: keys, candidates, slots, relation, origins, facts.

The modules, in the order of the work:

- One claim, its slots said in it or inherited: `signatures`; from `clauses`, `words`, `namekeys`, `places`, `dated`,
  `figures` (`scopes`, `holders`, `dimensions`, `lasting`, `interned`), with the words of `cues`; kept in a store as
  `recorded`.
- Which documents and claims are compared: `keys`, `partners`, `candidates`; `outline`, `bounds` and `pruning` leave out
  what can tell nothing.
- Two claims, slot by slot: `slots`, `counting`, `times`, `numerals`, `contests`, `subjects`, `stocks`; how much
  sharing says: `rarity`, `kinds`.
- From slots to a relation: `signals`, with the `link` of two documents, are weighed by
  `model`; `relation` decides on figures, `happenings` on the rest;
  the result is a `match`, which `waterfall` explains.
- What documents tell beyond two claims: `succession` (`filing`), `disputes`, `offices`, `sums`; told once by `once`, in
  the order of `strongest`. `pairs` puts all of this together. `contrasts` is for two statements put side by side, and
  `contradictions` asks two of them of two documents.
- One document against itself: `within`, `addition`.
- What a reader gets: `facts` (`components`), `origins` (`sources`, `voices`), `observations`, `search`.
"""

from provenance.matching.candidates import uniform
from provenance.matching.contrasts import contrasted
from provenance.matching.facts import facts, gathered
from provenance.matching.match import Match
from provenance.matching.observations import is_worth_telling, observe
from provenance.matching.once import answered
from provenance.matching.pairs import Progress, concluded, match, match_signed, signatures, signed_documents
from provenance.matching.relation import relate
from provenance.matching.strongest import MOST, Strongest, merged, strongest
from provenance.matching.succession import newest, telling
from provenance.matching.waterfall import waterfall
from provenance.matching.within import observe_within

__all__ = [
    "MOST",
    "Match",
    "Progress",
    "Strongest",
    "answered",
    "concluded",
    "contrasted",
    "facts",
    "gathered",
    "is_worth_telling",
    "match",
    "match_signed",
    "merged",
    "newest",
    "observe",
    "observe_within",
    "relate",
    "signatures",
    "signed_documents",
    "strongest",
    "telling",
    "uniform",
    "waterfall",
]
