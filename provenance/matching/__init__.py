"""Claims to relations: signatures, candidates, slots, relations, results.

In the order of the work:

- `signature`: one claim, its slots said in it or inherited;
- `blocking`: which documents and claims are compared;
- `comparison`: two claims, slot by slot, and how much sharing says;
- `relations`: from slots to a relation, decided by weights and rules, with its reasons;
- `across`: what documents tell beyond two claims; `contrasts`: two statements put side by side;
- `signed` documents are ready to be compared, `pairs` puts all of this together for many of them; `within` (`addition`)
  reads one document against itself;
- `results`: facts, origins, observations, search.

The word lists, the weights and what each signal means are files in data/.
"""

from provenance.matching.across.concluding import concluded
from provenance.matching.across.once import answered
from provenance.matching.across.succession import newest, telling
from provenance.matching.blocking.candidates import uniform
from provenance.matching.contrasts import contrasted
from provenance.matching.pairs import Progress, match, match_signed
from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import relate
from provenance.matching.relations.waterfall import waterfall
from provenance.matching.results.facts import facts, gathered
from provenance.matching.results.observations import is_worth_telling, observe
from provenance.matching.results.strongest import MOST, Strongest, merged, strongest
from provenance.matching.signed import signatures, signed_documents
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
