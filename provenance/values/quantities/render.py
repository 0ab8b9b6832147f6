"""A quantity in words that `find` reads back."""

from decimal import Decimal

from provenance.model import Quantity
from provenance.values.quantities import lexicon, nouns

_BOUNDS = {
    "exact": "",
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
}
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
    (Decimal(1000), "thousand"),
    (Decimal(100), "hundred"),
    (Decimal(12), "dozen"),
)


def render(q: Quantity) -> str:
    """The quantity as text: approximator, number in digits, unit, modifier and noun.

    `find(render(q))` gives one quantity of the same value, bounds, approximation and unit for every `q` of `find`.
    """
    if q.value is not None:
        number = _BOUNDS.get(q.approximation, "") + _number(q.value, q.unit)
    elif q.approximation == "vague" and q.low is not None:
        number = _vague(q.low, q.high)
    elif q.low is not None and q.high is not None:
        number = f"between {_number(q.low, q.unit)} and {_number(q.high, q.unit)}"
    else:
        return q.text
    direction = {"up": "up ", "down": "down "}.get(q.change or "", "")
    return direction + number + _unit_and_noun(q)


def _unit_and_noun(q: Quantity) -> str:
    unit = _unit(q.unit, q.approximation == "vague")
    plural = nouns.is_plural(q.noun.lower())
    noun = " ".join(word for word in (q.modifier, q.noun) if word)
    if noun and noun.split()[0].lower() in lexicon.STOP:
        noun = f"the {noun}"  # "of the vote"
    if q.unit.endswith("_of_age"):
        return f"-{q.unit.split('_')[0]}-old" + (f" {noun}" if noun else "")
    if unit:
        return f" {unit} of {noun}" if noun else f" {unit}"
    if not noun and q.approximation == "vague" and q.low == lexicon.VAGUE["scores"]:
        return " more"  # bare "scores" are points of a game
    if not noun or (q.approximation == "vague" and q.high is None):
        return f" of {noun}" if noun else ""
    if q.value == 1:
        return f" of the {noun}" if plural else f" {noun}"
    return f" {noun}" if plural else f"-{q.noun}"


def _number(value: Decimal, unit: str) -> str:
    text = format(value.normalize() if value else Decimal(0), ",f")
    return text if unit or "," in text or value < 1000 else text + ".0"


def _vague(low: Decimal, high: Decimal | None) -> str:
    if high is not None:
        for few, (start, end) in (
            ("several", lexicon.FEW["several"]),
            ("a couple of", lexicon.FEW["couple"]),
            ("many", lexicon.FEW["many"]),
        ):
            for scale, word in _SCALES:
                if start * scale == low and (end * scale).to_integral_value() == high:
                    return f"{few} {word}"
    for word, least in lexicon.VAGUE.items():
        if word not in ("lakhs", "crores") and least == low:
            return "scores" if word == "tens" else word
    for count in ("dozens", "tens", "hundreds", "thousands", "millions"):
        for scale, word in _SCALES[:4]:
            if lexicon.VAGUE[count] * scale == low:
                return f"{count} of {word}s"
    return str(low)


def _unit(unit: str, vague: bool) -> str:
    base, slash, per = unit.partition("/")
    if unit in lexicon.unit_spelling():
        spelled = lexicon.unit_spelling()[unit]
    elif slash:
        spelled = f"{lexicon.unit_spelling().get(base, base)} per {per}"
    else:
        spelled = unit
    return f"of {spelled}" if vague and spelled else spelled
