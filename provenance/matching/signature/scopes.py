"""What a figure covers (a total, a part, what was before, a long time …), and whether it is a count or a projection."""

import re
from functools import lru_cache

from provenance.extraction.lexicon import is_past
from provenance.matching.signature.cues import pattern
from provenance.model import Claim, Quantity

AGE = "year_of_age"
"""The unit of ages."""

_PART = pattern("part")
_PART_AFTER = pattern("part_after", before=r"^\s*")
_OF = re.compile(r"(?:^|[.;:,]\s+)Of (?:the |these |those |its |their )?$", re.I)
""" "Of the 4,206 patients given it, 311 …": some of all of whom the text speaks."""
_ALL = re.compile(r"\b(?:the|all|these|those|its|their)\s+$", re.I)
"""Before a figure: "the two lorries of the convoy" are all that it had, "two lorries of the convoy" a part."""
_KIND = pattern("people_by_kind", before="(?:", after=")").pattern
_BESIDE = re.compile(rf"^\s*(?:{_KIND},?\s+)(?:and\s+)?(?:[\w-]+\s+){{1,2}}{_KIND}\b", re.I)
""" "Two | men and a woman": neither is all who died."""
_BESIDE_BEFORE = re.compile(rf"\b{_KIND},?\s+and\s+(?:\w+\s+){{0,2}}$", re.I)
_KINDS = re.compile(rf"^\s*{_KIND}\b", re.I)
_PARTED = re.compile(r"\s+of(?:\s+(?:the|its|their|his|her|our|these|those))?\s+", re.I)
_SOME_OF = pattern("some_of", after=r"\s+of\s+(?:the|its|their|his|her|our|these|those)\s+$")
_REST = pattern("rest")
_LONG = pattern("long")
_YEARS_OF = re.compile(r"\b(?:in|over|during|after|through|throughout)\s+(?:[\w-]+\s+){0,3}years?\s+of\b", re.I)
""" "In six years of war", not "ending 15 years of rule": how long, and not what."""
_COUNTER = pattern("page_counter", after=r":?\s+(?:\d[\d,]*\s+)*$")
_SEEN = pattern("seen")
_LIMIT = pattern("limit", after=r"(?:\s+[\w-]+){0,3}\s+$")
_EARLIER = pattern("before", after=r"(?:\s+[\w-]+){0,2}\s+$")
_AGAINST = re.compile(r"\bagainst(?:\s+[\w-]+){0,2}\s+$", re.I)
_YEAR_BEFORE = pattern("year_before", before=r"^[^,;.]*\b")
_BODIES = re.compile(r"\b(?:bodies|corpses)\b", re.I)
_EXPECTED = pattern("expected")
_RECORD = pattern("record", after=r"\b[^,;]*$")
"""Before "since", a comparison with the past: "the deadliest attack since 2015" is no long time."""
_WAS = re.compile(r"^(?:\s+[\w-]+){0,4}?\s+(?:were|was|had been|have been|has been|died)\b")
_RECORD_WIDTH = 400
"""Code points before "since" in which such a comparison is looked for."""


def scope(claim: Claim, quantity: Quantity) -> str:
    """ "total", "part", "rest", "seen", "limit", "before", "whole" or "long"; see `figures.Figure.scope`."""
    sentence, (start, end) = claim.sentence.quote, claim.sentence.where(quantity.span)
    before, after = claim.sentence.before(quantity.span, 24), claim.sentence.after(quantity.span, 40)
    if _tells_long(_around(claim)):
        return "long"
    if _LIMIT.search(claim.sentence.before(quantity.span, 48)):
        return "limit"
    if _is_whole(claim, quantity) or _SOME_OF.search(before):
        return "whole"
    if _EARLIER.search(before) or (_AGAINST.search(before) and _YEAR_BEFORE.match(after)):
        return "before"
    if quantity.unit:
        return "total"
    held = _PART_AFTER.match(after) or (_PART_AFTER.match(after[len(quantity.noun) + 1 :]) and not _ALL.search(before))
    if _BESIDE.match(after) or (_BESIDE_BEFORE.search(before) and _KINDS.match(after)):
        return "part"
    if _OF.search(before) or _PART.search(before) or held:
        return "part"
    if _BODIES.search(sentence[max(0, start - 20) : end + 20]) and _SEEN.search(sentence):
        return "seen"
    if _REST.search(claim.sentence.before(quantity.span, 10)) or _REST.match(after.strip()):
        return "rest"
    return "total"


def _is_whole(claim: Claim, quantity: Quantity) -> bool:
    """Whether another figure tells how many of these are spoken of: "12 of the | 300 passengers"."""
    before = (q.span for q in claim.quantities if q.span.end < quantity.span.start)
    return any(_PARTED.fullmatch(claim.sentence.between(span, quantity.span)) for span in before)


def is_page_counter(claim: Claim, quantity: Quantity) -> bool:
    """Whether a number counts what readers did with the page: "Shares 0 15 The death toll ..."."""
    return (
        not quantity.noun
        and not quantity.unit
        and _COUNTER.search(claim.sentence.before(quantity.span, 40)) is not None
    )


def _around(claim: Claim) -> str:
    """The words of a claim, with the time that opens its sentence before a comma: "Since 2011, …"."""
    opening, comma, _ = claim.sentence.quote.partition(",")
    own = claim.span.quote
    return f"{opening}, {own}" if comma and not own.startswith(opening) and _LONG.match(opening) else own


@lru_cache(maxsize=8)
def _tells_long(sentence: str) -> bool:
    """Whether a sentence tells of a long time; asked for each of its figures."""
    starts = (found.start() for found in _LONG.finditer(sentence))
    return bool(_YEARS_OF.search(sentence)) or any(
        not _RECORD.search(sentence, max(0, start - _RECORD_WIDTH), start) for start in starts
    )


def is_expected(claim: Claim, quantity: Quantity) -> bool:
    """Whether a count is a projection: by a word before it, or by its clause unless its own verb tells what was."""
    before = claim.sentence.before(quantity.span, 30)
    if any(found.group() != "May" for found in _EXPECTED.finditer(before)):  # "on 3 May killed 15"
        return True
    if claim.modality in ("asserted", "ordered"):  # what a court or regulator orders is set
        return False
    if quantity.unit == AGE:  # "Krone, 58, will appeal" is 58 today
        return False
    after = claim.sentence.after(quantity.span, 60)
    return not (_WAS.match(after) or is_past((before.split() or [""])[-1]))
