"""Matches in the words of the model: what was seen, with both passages and the reasons."""

from provenance.matching.across import succession
from provenance.matching.comparison import slots
from provenance.matching.relations.match import Match
from provenance.matching.relations.waterfall import waterfall
from provenance.matching.signature.figures import MOVING, Figure
from provenance.model import Fact, Observation, SlotComparison, Span
from provenance.text.quoting import quoted

_TELLING = ("measure", "quantity", "place", "time", "actor", "action", "attribution", "wording")
_SHOWN = ("action", "time", "actor", "place", "wording")
"""The slots that can say what two sources agree on, most telling first."""
_FIGURES = {
    "corroborates": "agree",
    "conflicts": "differ",
    "related": "are close to one another",
}
_HAPPENINGS = {
    "corroborates": "the sources agree",
    "conflicts": "the sources differ",
    "related": "both cannot hold at one time",
}
_AGREED = {"time": "the time", "actor": "who it is about", "place": "the place"}
"""Slots whose values say more of an agreement than their reason: "the days meet"."""


def observe(match: Match, fact: Fact | None = None) -> Observation:
    """The observation of one match; its reasons are one line per slot that says something.

    `fact` is the one that the match was gathered into: it tells how many documents and origins say so.
    """
    relation = match.relation
    if relation == "unrelated":
        raise ValueError("an unrelated pair is no observation")
    a, b = _passage(match, "a"), _passage(match, "b")
    return Observation(
        kind=relation,
        message=_message(match),
        reasons=tuple(
            f"{s.slot}: {s.reason}"
            for s in sorted(match.slots, key=lambda s: _TELLING.index(s.slot))
            if s.verdict != "unknown" or s.slot == "action"
        ),
        a=a,
        b=b,
        about=match.x.label if match.x else "",
        relation=relation,
        score=match.score,
        claims=match.claims,
        slots=match.slots,
        waterfall=waterfall(match),
        documents=fact.documents if fact else (),
        origins=fact.origins if fact else (),
    )


def is_worth_telling(match: Match) -> bool:
    """Related pairs are told only when something in them clashes, in documents of one story; silence is the default."""
    if match.relation != "related":
        return True
    if not match.link.is_one_story:
        return False
    verdicts = match.verdicts
    clash = match.x is None and slots.clashing(match.a, match.b) is not None
    return clash and verdicts["action"] != "same" and verdicts["place"] in ("same", "compatible")


def _passage(match: Match, side: str) -> Span:
    return (match.a if side == "a" else match.b).claim.span


def _message(match: Match) -> str:
    """What was found, in one line."""
    relation = match.relation
    if match.x is not None and match.y is not None:
        return _figures(match, match.x, match.y)
    found = {s.slot: s for s in match.slots}
    if "quantity" in found and relation == "conflicts":
        return f"the figures differ: {quoted(found['quantity'].a)} and {quoted(found['quantity'].b)}"
    if relation == "conflicts":
        return _differing(found)
    if relation == "related" and found["action"].verdict != "same":
        return f"{_HAPPENINGS[relation]}: {found['action'].reason}"
    shared = next((found[name] for name in _SHOWN if found[name].verdict in ("same", "compatible")), found["wording"])
    if relation == "corroborates" and shared.slot in _AGREED and shared.a and shared.b:
        values = dict.fromkeys((shared.a, shared.b))
        return f"the sources agree on {_AGREED[shared.slot]}: {' and '.join(map(quoted, values))}"
    return f"{_HAPPENINGS[relation]}: {shared.reason}"


def _figures(match: Match, x: Figure, y: Figure) -> str:
    """What two figures show, in one line; a newer one comes before the one that it replaces."""
    counted = f" for {x.label}" if x.lasts or (not x.quantity.unit and (x.quantity.noun or x.measures - MOVING)) else ""
    newer = succession.newest(match)
    if newer is not None:
        new, old = (x, y) if newer is match.a else (y, x)
        told = f"the newer figure{counted} is {quoted(new.quantity.text)}"
        return f"{told}, the older one {quoted(old.quantity.text)}"
    values = " and ".join(dict.fromkeys((_written(x, y), _written(y, x))))
    return f"the figures{counted} {_FIGURES[match.relation]}: {values}"


def _written(figure: Figure, other: Figure) -> str:
    """The figure as written, with its direction where the other one goes the other way: "“4 percent” (down)"."""
    own, against = figure.quantity.change, other.quantity.change
    return quoted(figure.quantity.text) + (f" ({own})" if own and against and own != against else "")


def _differing(found: dict[str, SlotComparison]) -> str:
    """The first slot that differs, in one line; what is merely not known tells no conflict."""
    differs = next((found[name] for name in _SHOWN if name in found and found[name].verdict == "different"), None)
    if differs is None:
        differs = next((s for s in found.values() if s.verdict == "different"), found["action"])
    if differs.slot == "time":
        return f"the times differ: {quoted(differs.a)} and {quoted(differs.b)}"
    on = " on " if differs.reason.endswith(" there") else ": "  # "discovery: denied here, stated there"
    return f"{_HAPPENINGS['conflicts']}{on}{differs.reason}"
