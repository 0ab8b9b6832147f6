"""Recorded values against those read in the passage as it stands in the source."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

from provenance.model import Quantity, SlotComparison, Span, TimeRef, Verdict, cut
from provenance.model.ledger import RecordedQuantity, RecordedValue
from provenance.text.quoting import quoted
from provenance.values import dates, names, quantities
from provenance.verification.words import stands_in

MARGIN = 200
"""Code points read on both sides of a passage: a quote that starts after "about" must not turn a guess into a count."""
_NUMBERED = re.compile(r"\d\w*")
_ROUNDING = Decimal("0.05")
"""Share of a number that rounding may add or take."""
_FAR = Decimal("Infinity")


class _Compared(Protocol):
    """What comparing two values gives."""

    @property
    def verdict(self) -> str: ...
    @property
    def reason(self) -> str: ...


class Readings(NamedTuple):
    """What a passage says; spans are those of the whole text."""

    quantities: tuple[Quantity, ...]
    times: tuple[TimeRef, ...]
    words: str


def read(text: str, span: Span, reference: date | None) -> Readings:
    """The values of the passage `span` of `text`; relative dates are resolved against `reference`."""
    start = max(0, span.start - MARGIN)
    window = text[start : span.end + MARGIN]
    inside = cut(window, span.start - start, span.end - start)
    return Readings(
        tuple(item for item in quantities.find(window) if item.span.overlaps(inside)),
        tuple(item for item in dates.find(window, reference=reference) if item.span.overlaps(inside)),
        span.quote,
    )


def compare(recorded: RecordedValue, readings: Readings) -> SlotComparison:
    """The recorded value against the reading nearest to it: verdict `same` or `different`."""
    if recorded.quantity is not None:
        return _compare_quantity(recorded.quantity, readings.quantities)
    if recorded.time is not None:
        return _compare_time(recorded.time, readings.times)
    return _compare_name(recorded.name or "", readings.words)


def statement(claim: str, readings: Readings) -> list[SlotComparison]:
    """The figures, times and numbered names ("81st") of the newsroom's own words, each against its best reading."""
    slots = []
    read_as_value: list[Span] = []
    for figure in quantities.find(claim):
        read_as_value.append(figure.span)
        shown = ", ".join(quoted(item.text) for item in readings.quantities)
        found = [quantities.compare(figure, item) for item in readings.quantities if _rounds_to(item, figure)]
        slots.append(_stated("figure", figure.text, shown, found))
    for time in dates.find(claim):
        read_as_value.append(time.span)
        shown = ", ".join(quoted(item.text) for item in readings.times)
        slots.append(_stated("time", time.text, shown, [dates.compare(time, item) for item in readings.times]))
    for match in _NUMBERED.finditer(claim):
        held = any(span.start <= match.start() < span.end for span in read_as_value)
        if not held and not stands_in(match.group(), readings.words):
            slots.append(_different("number", quoted(match.group()), "", "the passage does not have it"))
    return slots


def _rounds_to(exact: Quantity, stated: Quantity) -> bool:
    """Whether a stated number is the other one, or that one rounded: "nearly 5,000" for 4,987."""
    if exact.value is None or stated.value is None or exact.value == stated.value:
        return True
    step = Decimal(1)
    while stated.value and stated.value % (step * 10) == 0:
        step *= 10
    gap = abs(exact.value - stated.value)
    return 2 * gap <= step and gap <= _ROUNDING * abs(exact.value)


def _stated(slot: str, words: str, shown: str, found: Sequence[_Compared]) -> SlotComparison:
    """ "same" where one comparison fits, "unknown" where none fits but one cannot tell, else "different"."""
    for verdict in ("same", "compatible", "unknown"):
        fitting = next((item for item in found if item.verdict == verdict), None)
        if fitting is not None:
            told: Verdict = "unknown" if verdict == "unknown" else "same"
            return SlotComparison(slot=slot, verdict=told, a=quoted(words), b=shown, reason=fitting.reason)
    reason = found[0].reason if found else f"the passage gives no such {slot}"
    return _different(slot, quoted(words), shown, reason)


def _compare_quantity(recorded: RecordedQuantity, found: Sequence[Quantity]) -> SlotComparison:
    shown = show(recorded)
    if not found:
        return _different("quantity", shown, "", "the passage gives no quantity")
    nearest = min(found, key=lambda item: (len(_differences(recorded, item)), _distance(recorded, item)))
    differences = _differences(recorded, nearest)
    b = f"{quoted(nearest.text)} = {show(nearest)}"
    if differences:
        return _different("quantity", shown, b, "; ".join(differences))
    return SlotComparison(slot="quantity", verdict="same", a=shown, b=b, reason="same number, hedge, unit and noun")


def _differences(recorded: RecordedQuantity, found: Quantity) -> list[str]:
    pairs: list[tuple[str, object, object]] = [
        ("value", recorded.value, found.value) if recorded.value is not None else ("low", recorded.low, found.low),
        ("approximation", recorded.approximation, found.approximation),
        ("unit", recorded.unit, found.unit),
    ]
    if recorded.value is None:
        pairs.append(("high", recorded.high, found.high))
    if recorded.noun and not _same_noun(recorded.noun, found):
        pairs.append(("noun", recorded.noun, found.noun))
    return [f"{name}: recorded {_plain(a)}, the passage {_plain(b)}" for name, a, b in pairs if a != b]


def _same_noun(recorded: str, found: Quantity) -> bool:
    words = recorded.casefold().split()
    return words in (found.noun.casefold().split(), f"{found.modifier} {found.noun}".casefold().split())


def _distance(recorded: RecordedQuantity, found: Quantity) -> Decimal:
    a, b = (item.value if item.value is not None else item.low for item in (recorded, found))
    return _FAR if a is None or b is None else abs(a - b)


def _compare_time(recorded: str, found: Sequence[TimeRef]) -> SlotComparison:
    for item in found:
        if item.value == recorded:
            return SlotComparison(slot="time", verdict="same", a=recorded, b=quoted(item.text), reason="same value")
    if not found:
        return _different("time", recorded, "", "the passage gives no time")
    return _different("time", recorded, _listed((item.text, item.value) for item in found), "no time has this value")


def _compare_name(recorded: str, words: str) -> SlotComparison:
    """A name agrees when it stands in the passage, or when a name found there can be the same one."""
    if stands_in(recorded, words):
        return SlotComparison(slot="name", verdict="same", a=recorded, b=recorded, reason="stands in the passage")
    found = [item.text for item in names.find(words)]
    for name in found:
        match = names.compare(recorded, name)
        if match.same:
            return SlotComparison(slot="name", verdict="same", a=recorded, b=name, reason="; ".join(match.reasons))
    return _different("name", recorded, ", ".join(quoted(name) for name in found), "the passage does not name it")


def show(item: RecordedQuantity | Quantity) -> str:
    """`350000 (about, civilians)`."""
    low_high = f"{_plain(item.low)} to {_plain(item.high)}"
    number = low_high if item.value is None else _plain(item.value)
    details = ", ".join(part for part in (item.approximation, item.unit, item.noun) if part)
    return f"{number} ({details})"


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return quantities.plain(value)
    return "none" if value is None or value == "" else str(value)


def _listed(pairs: Iterable[tuple[str, str | None]]) -> str:
    return ", ".join(f'"{text}" = {value or "unresolved"}' for text, value in pairs)


def _different(slot: str, a: str, b: str, reason: str) -> SlotComparison:
    return SlotComparison(slot=slot, verdict="different", a=a, b=b, reason=reason)
