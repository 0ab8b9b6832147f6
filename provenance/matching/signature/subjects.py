"""Of whom a claim is told: that Karl Holm was elected in 2016 says nothing of Otto Lind, elected in 2008."""

import re

from provenance.extraction import thesaurus
from provenance.extraction.lexicon import base, stopwords
from provenance.matching.signature import namekeys
from provenance.matching.signature.cues import pattern
from provenance.model import Claim, Name

_KIN_OF = pattern("kin", after=r"\s+(?:of|to)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
"""Before a name that only says whose kin the text tells of: "a niece of the late Karl Holm"."""
_OWNED_KIN = pattern("kin", before=r"^['’]s?\s+(?:[a-z-]+\s+){0,2}")
_THAN = re.compile(r"(?<!more )(?<!less )(?<!fewer )\bthan\s+(?:[a-z]+\s+){0,4}$")
"""Before a name that only measures: "larger than the planet Titan", not "more than a dozen Delmar workers"."""
_OF = re.compile(r"\b(?:of|in|at|from|for|near|with|by|on|to|against)\s", re.I)
_WIN = "WIN"
_MINDS = {"ACCEPT", "AGREE", "REJECT", "SUPPORT"}
_NEAR = 60
"""Code points around a name in which its part in the sentence is told."""


def apart(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of two subjects, by the names they share or by whom their one main predicate befalls."""
    shared = [(n, m) for n in a.names for m in b.names if namekeys.same_name(n.text, m.text)]
    if shared and all(only_describes(a, n) != only_describes(b, m) for n, m in shared):
        return True
    if not a.frame.family or a.frame.family != b.frame.family:
        return False
    if a.frame.family == _WIN and base(a.frame.action) != base(b.frame.action):
        return False  # "won the cup", "beat Rovers"
    x, y = _undergoers(a), _undergoers(b)
    return bool(x and y) and not any(namekeys.same_name(n.text, m.text) for n in x for m in y)


def of_two_minds(a: Claim, b: Claim) -> bool:
    """Whether two who are not one accept and reject something: the board of Sand backs what the Sand family opposes."""
    if not {a.frame.family, b.frame.family} <= _MINDS:
        return False
    x, y = (_acting(claim) for claim in (a, b))
    return bool(x and y) and x != y and not thesaurus.shared(x, y)


def _acting(claim: Claim) -> str:
    """The base form of the word for who acts; empty for none and for a pronoun."""
    words = _OF.split(claim.frame.actor, maxsplit=1)[0].split()
    return "" if not words or words[-1].lower() in stopwords() else base(words[-1])


def _undergoers(claim: Claim) -> list[Name]:
    """The names that head what the main predicate befalls: "mayor Karl Holm" of "mayor Karl Holm was arrested"."""
    phrase = claim.frame.undergoer
    found = [n for n in claim.names if n.kind != "place" and phrase.endswith(n.text)]
    return [n for n in found if not _OF.search(phrase.removesuffix(n.text))]


def only_describes(claim: Claim, name: Name) -> bool:
    """Whether a name tells whose kin the subject is, or than what it is larger."""
    before, after = claim.sentence.before(name.span, _NEAR), claim.sentence.after(name.span, _NEAR)
    return any((_KIN_OF.search(before), _OWNED_KIN.search(after), _THAN.search(before)))
