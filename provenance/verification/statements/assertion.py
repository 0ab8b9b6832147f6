"""How far a source stands behind what a draft states as fact: in its own voice or another's, as fact or possibility."""

from collections.abc import Iterator

from provenance.extraction import attribution
from provenance.extraction.claims import extract
from provenance.extraction.lexicon import base
from provenance.model import Attribution, Claim, SlotComparison, Span
from provenance.values import names
from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import PRONOUNS
from provenance.verification.lookup.tokens import tokenize

_WEAKER = {
    "expected": "an expectation",
    "planned": "a plan",
    "possible": "a possibility",
    "conditional": "something that depends on a condition",
    "asked": "a question or request",
    "ordered": "an order",
    "hypothetical": "a supposition",
}
"""What a source may tell instead of a fact, strongest first."""
_STRENGTH = {modality: strength for strength, modality in enumerate(("asserted", *_WEAKER))}
_REPEATED, _GIVEN = 0.5, 0.8
"""Shares of a statement's words that are reported words: from which it repeats a source's, and is itself reported."""
_DOUBTED = frozenset({"claim", "allege", "accuse", "maintain", "insist"})
"""Words by which who reports somebody's words does not stand behind them."""
_AS_STRONG = frozenset({"planned", "expected"})


def compare(span: Span, claim: Claim | None, passage: Span) -> list[SlotComparison]:
    """What the passage holds back and the draft does not: the speaker ("attribution"), the doubt ("modality").

    `span` is what the draft states, `claim` the claim read in it, if any. The doubt is that of the passage's claim that
    shares most words with the draft's.
    """
    own = claim.sentence if claim is not None else span
    if _all_words(passage.quote) <= _all_words(own.quote):
        return []  # what is held back lies in words that the draft leaves out
    found = list(_attribution(span, own.quote, passage.quote))
    told = None if claim is None else _counterpart(claim, extract(passage.quote))
    return found if claim is None or told is None else [*found, *_modality(claim, told)]


def _counterpart(claim: Claim, claims: list[Claim]) -> Claim | None:
    own = _words(claim.span.quote)
    return max(claims, key=lambda c: (_acts(claim, c), len(own & _words(c.span.quote))), default=None)


def _words(text: str) -> set[str]:
    return {t.key for t in tokenize(text) if t.weight > 0 or t.is_number}


def _all_words(text: str) -> set[str]:
    return {t.key for t in tokenize(text)}


def _acts(claim: Claim, told: Claim) -> bool:
    """Whether both have the same verb: what is only planned or feared in another clause is another matter."""
    actions = [c.frame.action.lower().split() for c in (claim, told)]
    return all(actions) and base(actions[0][-1]) == base(actions[1][-1])


def _attribution(span: Span, sentence: str, passage: str) -> Iterator[SlotComparison]:
    """The speaker of the passage whose words the draft's statement repeats, where the draft gives them to nobody."""
    own = _words(span.quote)
    for told in attribution.find(passage):
        if told.source is None or _share(own, told) < _REPEATED or _mentions(sentence, told.source.quote):
            continue
        if _is_nobody(told.source.quote) or _tells(sentence, told):
            continue
        if all(_share(own, mine) < _GIVEN for mine in attribution.find(sentence)):
            named = told.source.quote.lower() not in PRONOUNS
            who = told.source.quote if named else "somebody whom the passage does not name"
            reason = f"the source says so in the words of {who}; the draft states it as a fact"
            cue = {base(word) for word in told.cue.quote.lower().split()} if told.cue else set()
            doubted = not cue.isdisjoint(_DOUBTED)
            yield SlotComparison(
                slot="attribution", verdict="different" if doubted else "unknown", a="", b=who, reason=reason
            )
            return


def _is_nobody(speaker: str) -> bool:
    """Whether a speaker is none: "nobody expects", "no minister believes"."""
    return any(map(lists.denies, tokenize(speaker)))


def _tells(sentence: str, told: Attribution) -> bool:
    """Whether the draft tells the saying itself: "inspectors had warned" of "safety inspectors warned"."""
    cue = _words(told.cue.quote) if told.cue else set()
    speaker = tokenize(told.source.quote) if told.source else []
    words = _words(sentence)
    return bool(cue and speaker) and cue <= words and speaker[-1].key in words


def _share(own: set[str], told: Attribution) -> float:
    """Share of a statement's words that are reported words."""
    return len(own & _words(told.content.quote)) / len(own) if own and told.content else 0.0


def _mentions(sentence: str, speaker: str) -> bool:
    """Whether the draft's sentence names the speaker anyhow."""
    words = _words(speaker)
    if words and words <= _words(sentence):
        return True
    said = names.find(speaker)
    return any(names.compare(s.text, n.text).same for s in said for n in names.find(sentence))


def _modality(claim: Claim, told: Claim) -> Iterator[SlotComparison]:
    weaker = _STRENGTH[told.modality] > _STRENGTH[claim.modality]
    if not (weaker and _acts(claim, told)) or {claim.modality, told.modality} <= _AS_STRONG:
        return
    if _all_words(told.span.quote) <= _all_words(claim.sentence.quote):
        return  # the doubt must lie in a word that the draft leaves out
    mine = _WEAKER.get(claim.modality, "a fact")
    reason = f"the source tells it as {_WEAKER[told.modality]}, the draft as {mine}"
    yield SlotComparison(slot="modality", verdict="different", a=claim.modality, b=told.modality, reason=reason)
