"""What a source only tells to deny it: "denied that …", "dismissed as false a report that …"."""

from provenance.extraction import stance
from provenance.verification.comparison.compared import Compared, Difference
from provenance.verification.comparison.side import Range, Side

_DENYING = ("deny:", "verdict ")
"""How the reasons begin by which a report is denied; a negation in its own words is told apart."""


def find(c: Compared, where: Range) -> Difference | None:
    """A denial in the source of what a range of the draft's tokens states; None where both say it or both deny it.

    What is denied may stand far behind the word that denies it, so that the words around it tell nothing.
    """
    telling = [i for i in range(*where) if i in c.words.pairs and i not in c.words.moved and _tells(c.draft, i)]
    found = [_denial(c, c.words.pairs[i]) for i in telling]
    if not found or not all(found) or _stance(c.draft, where).polarity == "denied":
        return None
    reason = f"affirmed here, denied there; {found[-1]}"
    return Difference("polarity", "different", "", "", reason, (telling[-1], telling[-1] + 1))


def _tells(side: Side, i: int) -> bool:
    """Whether a token tells what happened: the names of speakers stand outside what they deny."""
    token = side.tokens[i]
    return token.weight > 0 and not token.is_capital


def _denial(c: Compared, j: int) -> str:
    """Why the clause of a token of the source is denied, by words that the source alone has; empty where it is not."""
    told = _stance(c.source, (j, j + 1))
    if told.polarity != "denied":
        return ""
    return next((r for r in told.reasons if r.startswith(_DENYING) and _is_lost(c, r)), "")


def _is_lost(c: Compared, reason: str) -> bool:
    """Whether words that a reason names stand in the source alone."""
    named = reason.lower().split("'")[1::2]
    alone = {t.word.lower() for j, t in enumerate(c.source.tokens) if j not in c.words.used}
    return any(set(words.split()) <= alone for words in named)


def _stance(side: Side, where: Range) -> stance.Stance:
    first, last = side.tokens[where[0]], side.tokens[where[1] - 1]
    return stance.judge(side.span.quote, first.start - side.span.start, last.end - side.span.start)
