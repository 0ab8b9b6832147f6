"""What a figure of a claim measures: outcome, counted noun, side, scope, status."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provenance.extraction import senses
from provenance.extraction.lexicon import (
    Mention,
    NounClass,
    ancestors,
    base,
    kind,
    label,
    mentions,
    noun_class,
    stopwords,
)
from provenance.extraction.tokens import Token
from provenance.matching.signature import collectives, dimensions, holders, interned, scopes
from provenance.model import Claim, Quantity

_SAYS = re.compile(r"\s+(?:more|others)\s+\w+\s+(?:said|says|say|told|added|reported)\b")
MOST = 40
"""Figures of one claim that are compared, the first ones: a table without line ends is one claim with thousands."""

_OUT_OF_REACH = 32
_CLOSE = 8
"""Tokens within which what befell people tells why they are counted."""
_LEFT = 4
"""The same of how they are left: "left 300 homes in the town without power"."""
_CONTESTS = frozenset({"VOTE", "WIN", "DEFEATED"})
"""Families of what ends with two numbers: "voted 23 to 16", "won 3-1"."""
_PEOPLE = frozenset({"DIE", "HURT", "CASUALTY"})
"""Families whose nouns count people: "18 dead", "40 casualties"."""
_COUNTED = _PEOPLE | {"DETAIN"}
FATES = _PEOPLE | {"MISSING"}
"""What befalls people: "killed 12", "left 30 missing"."""
_BEFALL = FATES | {"FLEE", "DETAIN", "RELEASE", "RESCUE", "INFECT", "OUTAGE"}
"""What tells why people are counted, whatever they are: "evacuated 4,500 residents"."""
_TOLD = {scopes.AGE: "age", "fraction": "share"}
"""What is measured, for units that no text writes."""


MOVING = frozenset({"RISE", "FALL", "STAY", "ARRIVE"})
"""Families of how a count moves ("stays at two", "reached two"), which never say what is counted."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a claim with what it says of the world."""

    quantity: Quantity
    compared: Quantity
    """What comparing takes: of a headline's bare figure the one of the text that says it with a bound."""
    measures: frozenset[str]
    """Predicate families that the figure may count; empty when none stands near."""
    noun: str
    """Base form of the counted noun, or of the unit."""
    noun_class: str
    side: str
    scope: str
    """ "total", "part", "rest", "seen" (bodies in one place), "limit" (what is allowed), "before" (an earlier figure),
    "whole" (of which a part is told: "12 of the 300") or "long" (a long time)."""
    expected: bool
    """A projection, not a count."""
    lasts: bool = False
    """A duration, in days."""
    dimension: str = ""
    """The word that says along what a length is measured: "long"; empty for none."""
    moving: str = ""
    """What rises or falls by it or to it, in its base form: "revenue"; empty where that is not said right before."""
    holder: str = ""
    """The name that has it: "Sand won 52 percent"; empty where none is named right before it, and for mere counts."""
    counted: interned.Counted = field(init=False, repr=False, compare=False)
    number: interned.Number = field(init=False, repr=False, compare=False)
    """Of `compared`."""

    def __post_init__(self) -> None:
        said = self.measures, self.noun, self.noun_class, self.side, self.quantity.unit
        object.__setattr__(self, "counted", interned.counted(*said, self.dimension, self.moving, self.lasts))
        object.__setattr__(self, "number", interned.number(self.compared))

    @property
    def mark(self) -> tuple[object, ...]:
        """The same for every repeat of this count in a text."""
        q = self.quantity
        kind_of = ancestors(self.noun_class)[-1] if self.noun_class else self.noun
        return (
            q.value,
            q.low,
            q.high,
            q.unit,
            kind_of,
            "DIE" if "DIE" in self.measures else min(self.measures, default=""),
        )

    @property
    def digits(self) -> int:
        """Digits of the value without the zeros at its ends: how little chance makes two of them equal; 0 for none."""
        value = self.quantity.value
        return len(str(abs(value)).replace(".", "").strip("0")) if value is not None else 0

    @property
    def label(self) -> str:
        """What is counted, in words."""
        measures = ", ".join(name for m in sorted(self.measures - MOVING) if (name := label(m)) != self.quantity.noun)
        if self.lasts:
            return "duration" if self.noun == self.quantity.unit else f"length of the {self.noun}"
        if self.quantity.unit in _TOLD:
            return _TOLD[self.quantity.unit]
        if self.quantity.unit:
            return f"amount in {self.quantity.unit_text or self.quantity.unit}"
        if not self.quantity.noun:
            return measures or "a bare number"
        return f"{self.quantity.noun} ({measures})" if measures else self.quantity.noun


def read(claim: Claim, tokens: Sequence[Token], context: senses.Context) -> tuple[Figure, ...]:
    """The figures of a claim, at most `MOST`; `tokens` are those of its sentence, offsets inside the sentence."""
    if not claim.quantities:
        return ()
    first, last = claim.sentence.where(claim.span)
    inside = [t for t in tokens if first <= t.start < last]
    bases = [_unglued(t) for t in inside]
    found = senses.meant(mentions(bases), bases, context)
    quantities = claim.quantities[:MOST]
    places = [_token_range(inside, *claim.sentence.where(q.span)) for q in quantities]
    figures: list[Figure] = []
    for k, quantity in enumerate(quantities):
        if places[k] and not is_score(quantity, found) and not scopes.is_page_counter(claim, quantity):
            figures.append(_part_of(figures, _figure(claim, quantity, inside, found, places, k)))
    return tuple(figures)


def is_score(quantity: Quantity, found: Sequence[Mention]) -> bool:
    """Whether "23 to 16" is a result rather than a range: two numbers of nothing said, where votes or wins are told."""
    bare = quantity.approximation == "between" and not (quantity.noun or quantity.unit)
    return bare and quantity.text[0].isdigit() and any(m.family in _CONTESTS for m in found)


def _part_of(before: Sequence[Figure], figure: Figure) -> Figure:
    """ "31 people were killed, including 10 in a bus": a part without outcome counts what its whole does."""
    if not before or figure.scope != "part" or any(kind(m) == "outcome" for m in figure.measures):
        return figure
    whole = before[-1]
    klass = figure.noun_class or ("" if figure.noun else whole.noun_class)
    return replace(figure, measures=whole.measures, noun_class=klass)


def _unglued(token: Token) -> str:
    """Base form; of words that a lost dash has joined ("injured-when") the one that carries meaning."""
    if "-" not in token.text or mentions([token.base]):
        return token.base
    parts = [p for p in token.text.split("-") if p and p.lower() not in stopwords()]
    return base(parts[0]) if len(parts) == 1 else token.base


def _token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    held = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
    return (held[0], held[-1]) if held else None


def _figure(
    claim: Claim,
    quantity: Quantity,
    tokens: Sequence[Token],
    found: Sequence[Mention],
    places: Sequence[tuple[int, int] | None],
    k: int,
) -> Figure:
    place = places[k]
    assert place is not None
    counted = _outcome_of(quantity.noun)
    klass = None if _speaks(claim, quantity) else _class(quantity, tokens, place)
    held = None if quantity.noun or quantity.unit else collectives.holding(tokens, place[0])
    klass = held[1] if held else klass
    others = [p for i, p in enumerate(places) if i != k and p]
    measures = (
        frozenset({counted}) if counted else _measures(found, _with_noun(quantity, tokens, place), others, quantity)
    )
    if _is_broken(quantity):
        measures -= FATES  # a magnitude of 6.4 counts no dead
    if klass is None and (counted or (not quantity.unit and measures & _PEOPLE and _nameless(claim, quantity))):
        klass = NounClass("PERSON", "")
    return Figure(
        quantity=quantity,
        compared=quantity,
        measures=measures,
        noun=held[0] if held else "" if _speaks(claim, quantity) else _noun(quantity, klass),
        noun_class=klass.name if klass else "",
        side=_side(quantity, klass),
        scope=scopes.scope(claim, quantity),
        expected=scopes.is_expected(claim, quantity),
        dimension=dimensions.of(claim, quantity),
        moving=holders.moving(found, tokens, place[0]) if quantity.unit else "",
        holder=holders.holder(claim, quantity) if quantity.unit or measures & _CONTESTS else "",
    )


def _is_broken(quantity: Quantity) -> bool:
    """Whether a number without unit has a fraction: people are whole."""
    value = quantity.value
    return not quantity.unit and value is not None and value != value.to_integral_value()


def _outcome_of(noun: str) -> str:
    """The family of a counted noun that tells what became of people: "18 dead", "three injured", "nine arrests"."""
    families = {m.family for m in mentions([base(noun.split()[-1])])} if noun else set()
    return min(families & _COUNTED, default="")


def _speaks(claim: Claim, quantity: Quantity) -> bool:
    """Whether the noun after a figure is who says so: "wounding dozens more, observers said" without its comma."""
    return _SAYS.match(claim.sentence.after(quantity.span)) is not None


def _nameless(claim: Claim, quantity: Quantity) -> bool:
    return not quantity.noun or _speaks(claim, quantity)


def _with_noun(quantity: Quantity, tokens: Sequence[Token], place: tuple[int, int]) -> tuple[int, int]:
    """The tokens of a figure up to its counted noun, where that follows closely."""
    last = quantity.noun.split()[-1] if quantity.noun else ""
    for i in range(place[1] + 1, min(len(tokens), place[1] + 6)):
        if tokens[i].text == last:
            return place[0], i
    return place


def _noun(quantity: Quantity, klass: NounClass | None) -> str:
    if not quantity.noun:
        return quantity.unit
    own = noun_class(quantity.noun)
    return base(quantity.noun.split()[-1]) if own == klass or klass is None else klass.name.lower()


def _class(quantity: Quantity, tokens: Sequence[Token], place: tuple[int, int]) -> NounClass | None:
    """Class of the counted noun; of "civilians and fighters" the narrowest class that holds both."""
    klass = noun_class(quantity.noun) if quantity.noun else None
    after = [t.text for t in tokens[place[1] + 1 : place[1] + 6]]
    if klass is None or "and" not in after[:-1]:
        return klass
    other = noun_class(after[after.index("and") + 1])
    if other is None or after[: after.index("and")][-1:] != quantity.noun.split()[-1:]:
        return klass
    shared = next((name for name in ancestors(klass.name) if name in ancestors(other.name)), None)
    return NounClass(shared, "") if shared else klass


def _measures(
    found: Sequence[Mention], place: tuple[int, int], others: Sequence[tuple[int, int]], quantity: Quantity
) -> frozenset[str]:
    """Families of the nearest word that counts, no other figure between; outcomes before events.

    People are never counted by an act ("accused of killing 20"), a toll that "reached 51" counts deaths, those whom an
    attack "left dead" did not leave, and "killed four residents" counts deaths, not who resides.
    """
    unit = bool(quantity.unit)
    counting = [m for m in found if unit or kind(m.family) != "act"]
    if any(m.family in _BEFALL and _distance(m, place, others) <= _CLOSE for m in counting):
        counting = [m for m in counting if not place[0] < m.first <= m.last <= place[1]]
    ranked = sorted((_distance(m, place, others), m.first, m.family) for m in counting)
    if not ranked or ranked[0][0] >= _OUT_OF_REACH:
        return frozenset()
    _, nearest, family = ranked[0]
    joint = {f for _, first, f in ranked if first == nearest}
    if joint & {"ARRIVE", "RISE"} and any(m.family == "DIE" and m.last < nearest < place[0] for m in found):
        return frozenset({"DIE"})
    leaves = [place[1], nearest] if family == "LEAVE" else []
    left = {m.family for m in found if m.family in _BEFALL and any(0 < m.first - at <= _LEFT for at in leaves)}
    if left:
        return frozenset(left)
    pair = {"DIE": "HURT", "HURT": "DIE"}.get(family, "")
    near = {m.family for m in found if m.family == pair and abs(m.first - nearest) == 2}  # "killed or injured"
    if unit or _between([place, *others], nearest - 2, nearest + 2):
        near = set()
    return frozenset(joint | near)


def _distance(m: Mention, place: tuple[int, int], others: Sequence[tuple[int, int]]) -> int:
    """Tokens between a word and a figure; another figure between, or an event for an outcome, puts it further away."""
    low, high = (place[1], m.first) if m.first > place[1] else (m.last, place[0])
    between = sum(low < p[0] < high for p in others)
    return between * 20 + max(0, high - low) + (0 if kind(m.family) in ("outcome", "state") else 12)


def _between(others: Sequence[tuple[int, int]], a: int, b: int) -> bool:
    return any(min(a, b) < p[0] < max(a, b) for p in others)


def _side(quantity: Quantity, klass: NounClass | None) -> str:
    if klass and klass.side:
        return klass.side
    sides = {c.side for w in quantity.modifier.split() if (c := noun_class(w)) and c.side}
    return sides.pop() if len(sides) == 1 and klass and "FIGHTER" in ancestors(klass.name) else ""
