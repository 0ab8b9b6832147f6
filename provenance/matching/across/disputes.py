"""Disputes: one side says that somebody did it, the other denies it. The relation says who says what.

A denial that takes up an accusation is no support of it, however many words both share: whoever quotes a claim to rebut
it stands against it.
"""

from provenance.matching.comparison import slots
from provenance.matching.relations import model
from provenance.matching.relations.match import Match
from provenance.matching.signature import namekeys, words
from provenance.matching.signature.clauses import families
from provenance.matching.signature.signatures import Signature
from provenance.model import Relation, SlotComparison

_ONE_MATTER = 0.5
"""Likeness of two clauses from which a denial meets the very accusation; below it both only touch."""
_SAME_WORDS = 0.7
"""The same where the other side accuses nobody in so many words."""
_TOLD = 0.5
"""Share of the words of what is denied that the other side has, where both tell of no one predicate."""
_BLAMING = "BLAME"
_DENYING = frozenset({"SAY_NO", "REJECT"})


def disputed(m: Match) -> Match:
    """A relation of happenings that is a dispute, told as such; any other match as it is."""
    if m.x is not None or m.relation not in ("conflicts", "corroborates", "related"):
        return m
    denials = [_denies(m.a), _denies(m.b)]
    if denials[0] == denials[1] or _is_one_account(m):
        return m
    relation = _relation(m, *((m.a, m.b) if denials[0] else (m.b, m.a)))
    if relation == "related":
        apart = slots.clashing(m.a, m.b) or slots.denied_words(m.a, m.b)
        opposed = m.relation == "conflicts" and bool(apart)
        return m if opposed else m.with_relation("related")
    who = [_speaker(s) for s in (m.a, m.b)]
    said = [f"{'denied' if no else 'told'} by {name or 'one side'}" for name, no in zip(who, denials, strict=True)]
    reason = f"a dispute: {', '.join(sorted(said))}"
    slot = SlotComparison(slot="attribution", verdict="different", a=who[0], b=who[1], reason=reason)
    return m.with_relation(relation, slot)


def _relation(m: Match, denial: Signature, other: Signature) -> Relation:
    """A conflict where a denial meets an accusation or its own words affirmed; else they are merely related."""
    alike = max(words.overlap(m.a.words, m.b.words), words.likeness(m.a.concepts, m.b.concepts))
    named = namekeys.shared_names(m.a.names, m.b.names)
    blames = _BLAMING in other.families
    near = alike >= (_ONE_MATTER if blames else _SAME_WORDS) and (blames or _tells_it(denial, other))
    stated = m.score >= model.decided("event") and other.claim.polarity == "affirmed"
    return (
        "conflicts"
        if stated and near and named and not m.differs("place", "time") and _have_one_matter(m)
        else "related"
    )


def _tells_it(denial: Signature, other: Signature) -> bool:
    """Whether the other side tells what is denied: not "the dam is owned by Velka" beside "Velka denied it was old"."""
    denied = {w: words.weight(w) for w in slots.unnamed_words(denial) if not _DENYING & families(w)}
    met = sum(weight for word, weight in denied.items() if word in slots.unnamed_words(other))
    return bool(denial.families & other.families) or met >= _TOLD * sum(denied.values())


def _have_one_matter(m: Match) -> bool:
    """Whether both share more than who is named: "Drenko took 45 per cent" meets nothing that Drenko refused."""
    return bool(slots.unnamed_words(m.a) & slots.unnamed_words(m.b) or m.a.families & m.b.families)


def _denies(s: Signature) -> bool:
    """Whether a claim is what somebody denies: denied, and by a word of denial in its clause or its attribution."""
    if s.claim.polarity != "denied":
        return False
    cue = s.claim.attribution.cue if s.claim.attribution else None
    return bool(_DENYING & (s.families | (families(cue.quote) if cue else frozenset())))


def _is_one_account(m: Match) -> bool:
    """Whether both claims are one speaker's words, who reports that somebody else refused or rejected something."""
    a, b = m.a.claim.attribution, m.b.claim.attribution
    if a is None or b is None or not a.speaker or a.speaker != b.speaker:
        return False
    return not any(speech.cue and _DENYING & families(speech.cue.quote) for speech in (a, b))


def _speaker(s: Signature) -> str:
    speech = s.claim.attribution
    return (speech.speaker if speech else "") or s.claim.frame.actor
