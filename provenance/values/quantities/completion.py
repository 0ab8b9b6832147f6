"""What stands around a number: bound, noun, change; and whether it is a quantity at all."""

from provenance.values.quantities import ages, bounds, changes, context, lexicon, nouns, series, units
from provenance.values.quantities.draft import Draft, Measured, bound
from provenance.values.quantities.number import DASHES, Number
from provenance.values.quantities.tokens import Tokens

_AFTER_HYPHEN = frozenset(["plus", "odd", "ish", "some", "to", "and", "something"])
_REACH = 14
"""Tokens before a number in which "the number of" is looked for."""
_ENDS = frozenset(",.;:!?")
_SUBSTANCE_KINDS = frozenset(["share", "mass", "volume", "ton", "oil", "area", "length"])


def complete(tokens: Tokens, measured: Measured, draft: Draft) -> tuple[Draft | None, int]:
    """The draft with all that stands around it, or None where it is no quantity; and the token to read on from."""
    _extend(tokens, draft)
    noun = _noun(tokens, draft)
    if noun is not None and noun.noun.lower() in lexicon.TIME_UNITS:
        if draft.unit != "fraction" or not _is_number(tokens, noun.end - 3):
            return None, noun.end
        noun = None  # "a third of his 60-month sentence"
    if tokens.low(draft.end) in DASHES and tokens.low(draft.end + 1) in lexicon.TIME_UNITS:
        return None, draft.end + 2
    found = None if draft.approximation == "vague" else bounds.before(tokens, draft.start)
    start = draft.start if found is None else found.edge
    if _is_no_quantity(tokens, measured.number, draft, noun, found is not None):
        return None, draft.end
    if not draft.unit and noun is None and ages.is_age(tokens, measured.number, start):
        draft.unit = "year_of_age"
    if noun is not None:
        draft.noun, draft.modifier = noun.noun, noun.modifier
    draft.unit_text = _unit_text(tokens, measured, draft)
    if noun is not None and draft.unit_text:
        draft.unit, end = units.rate(tokens, draft.unit, noun.end)
        if end > noun.end:  # "3 million barrels of oil a day"
            draft.unit_text += " " + tokens.slice(noun.end, end)
    draft.change = changes.find(tokens, start, draft.end, draft.unit, draft.noun)
    draft.start = start
    if found is not None and draft.approximation == "exact":
        bound(draft, found.approximation)
    elif not _bound_after(tokens, draft, noun):
        return None, draft.after
    return draft, max(draft.end, draft.after)


def _extend(tokens: Tokens, draft: Draft) -> None:
    """Takes in a rate ("a share") and cents ("3 dollars 50 cents") after the unit."""
    draft.unit_end = draft.end
    if draft.unit not in ("%", "fraction", "ratio"):
        draft.unit, draft.end = units.rate(tokens, draft.unit, draft.end)
    if draft.approximation == "exact" and draft.unit in lexicon.currencies() and not _is_number(tokens, draft.end - 1):
        small = units.cents(tokens, draft.end)
        if small is not None and draft.value is not None:
            draft.value, draft.end = draft.value + small[0], small[1]
            draft.low = draft.high = draft.value
    draft.after = draft.end


def _is_no_quantity(tokens: Tokens, number: Number, draft: Draft, noun: nouns.Noun | None, bounded: bool) -> bool:
    counted = bool(draft.unit) or noun is not None
    if series.is_name(tokens, number, draft.unit, counted, bounded):
        return True
    if draft.approximation == "between":
        return not counted and context.is_year_range(tokens, draft.start, draft.end)
    if draft.unit:
        return False
    follows = noun.noun if noun is not None and (bounded or not noun.modifier) else ""
    if not (bounded and noun is not None) and context.is_year(tokens, number, follows):
        return True
    return context.is_pronoun(tokens, number, noun.noun if noun else "")


def _bound_after(tokens: Tokens, draft: Draft, noun: nouns.Noun | None) -> bool:
    """Takes in "or more", "-plus" after the number or its noun; False where a duration follows ("35-plus hours")."""
    if draft.approximation != "exact":
        return True
    found = bounds.after(tokens, draft.end)
    if found is None:
        late = None if noun is None else bounds.after(tokens, noun.end)
        if late is not None and noun is not None and tokens.low(noun.end) not in ("plus", "+", "-"):
            bound(draft, late.approximation)
        return True
    scale = lexicon.SCALES.get(tokens.low(found.edge))
    if scale is not None and draft.value is not None:
        draft.value, found = draft.value * scale, found._replace(edge=found.edge + 1)  # "$20-plus trillion"
    bound(draft, found.approximation)
    draft.end = found.edge
    if noun is None and not draft.unit:
        noun = nouns.find(tokens, draft.end, "plural")
        if noun is not None:
            draft.noun, draft.modifier = noun.noun, noun.modifier
    draft.after = draft.end if noun is None else max(draft.end, noun.end)
    return noun is None or noun.noun.lower() not in lexicon.TIME_UNITS


def _noun(tokens: Tokens, draft: Draft) -> nouns.Noun | None:
    at = draft.end
    if draft.unit == "":
        if tokens.word(at) in DASHES and tokens.joined(at) and tokens.joined(at + 1):
            word = tokens.word(at + 1)
            known = word.isalpha() and not word.endswith("ed") and word.lower() not in _AFTER_HYPHEN
            return nouns.Noun(word, "", at + 2) if known else None
        found = nouns.find(tokens, at, "one" if draft.value == 1 else "plural")
        verb = found is not None and draft.value == 1 and tokens.low(at) != "of" and nouns.is_plural(found.noun.lower())
        if found is None and draft.value != 1:
            found = _counted_before(tokens, draft)
        return None if verb else found  # "one needs"
    if draft.unit == "fraction":
        return None if tokens.low(at) in lexicon.changes("after") else nouns.find(tokens, at, "any")
    if tokens.low(at) == "of":
        factor = lexicon.factors().get(draft.unit)
        return nouns.find(tokens, at, "any") if factor is not None and factor.kind in _SUBSTANCE_KINDS else None
    if draft.unit.endswith("of_age") and tokens.low(at - 1) == "old" and tokens.word(at - 2) in DASHES:
        return nouns.find(tokens, at, "one")  # "a 17-year-old boy"
    return None


def _counted_before(tokens: Tokens, draft: Draft) -> nouns.Noun | None:
    """What "the number of cases rose to 97" counts: the noun after "the number of", no other number between."""
    for at in range(draft.start - 1, max(0, draft.start - _REACH), -1):
        if tokens.words[at] in _ENDS or _is_number(tokens, at):
            return None
        if tokens.low(at) == "of" and tokens.low(at - 1) == "number" and tokens.low(at - 2) == "the":
            noun = nouns.find(tokens, at + 1, "plural")
            counted = noun is not None and noun.end < draft.start and noun.noun.lower() not in lexicon.TIME_UNITS
            return noun._replace(end=draft.end) if noun is not None and counted else None
    return None


def _unit_text(tokens: Tokens, measured: Measured, draft: Draft) -> str:
    """The unit as written; around a number ("$ … a share") its two pieces, one space between."""
    if not draft.unit or draft.unit == "fraction":
        return ""
    if measured.number.start > measured.start:
        pieces = [tokens.slice(measured.start, measured.number.start), tokens.slice(draft.unit_end, draft.end)]
        return " ".join(piece for piece in pieces if piece)
    first = measured.unit_start
    if draft.approximation == "between" or not measured.unit:
        first = draft.end
        while first > draft.start and not _is_number(tokens, first - 1):
            first -= 1
    return tokens.slice(first, draft.end).lstrip("-–‑ ")


def _is_number(tokens: Tokens, index: int) -> bool:
    return tokens.words[index][0].isdecimal() or tokens.lower[index] in lexicon.TRIGGERS
