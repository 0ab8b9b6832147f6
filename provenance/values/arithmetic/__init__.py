"""Figures of one sentence that do not add up: from, to and by; parts and their total; shares of a whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from provenance.model import Quantity, Span
from provenance.values import quantities
from provenance.values.arithmetic import changes, measures

_RANGE = re.compile(r"(?i)^(?:from\s+)(.+?)\s+to\s+(.+)$")
_TOTAL_AFTER = re.compile(r"(?i)^[\w\s]{0,40}?\b(?:in all|in total|altogether|combined)\b")
_TOTAL_BEFORE = re.compile(r"(?i)\b(?:total of|in all,?|altogether,?)\s*$")
_LISTED = re.compile(r"^[\w\s-]{0,60}(?::|\s[–—-]{1,2})\s*$")
_JOINED = re.compile(r"^(?:,|,? and|,? or)?\s*$")
_REST = re.compile(r"(?i)\b(?:the rest|the remaining|the other)\s*,?\s*(?:\w+\s+)?$")
_SPREAD = re.compile(r"(?i)\b(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying))\s+(?:from\s+)?$")
"""Before "from 2 to 9", a spread and no change."""
_COMPARED = re.compile(r"(?i)^[\w\s'’-]{0,20}?\b(?:more|less|fewer|higher|lower|above|below|up|down)\b")
"""After a figure, a comparison: no part of the sum."""
_WHOLE = Decimal("0.5")
"""Slack of a whole number: counts add up exactly."""
_LOOSE = Decimal("0.1")
"""What "about" and "doubled" leave open, as a share."""
MOST = 100
"""Figures of a sentence that are added up, the first ones: a table without line ends is one sentence of thousands."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Figures that cannot all be right: the words that hold them, what they give, and what is said."""

    start: int
    end: int
    reason: str
    measure: str = ""
    """What they count ("jobs"); empty where no word beside them says it."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A number of a sentence: half-open range, value, half of its last written digit, unit, and the word before it."""

    start: int
    end: int
    value: Decimal
    slack: Decimal
    unit: str
    before: str
    quantity: Quantity

    @property
    def shown(self) -> str:
        unit = "" if self.unit in ("", "fraction") else f" {self.unit}"
        return f"{_shown(self.value)}{unit}"


def _shown(number: Decimal) -> str:
    return quantities.plain(number.normalize())


def check(sentence: Span, found: Sequence[Quantity]) -> list[Mismatch]:
    """What does not add up among the first `MOST` figures of a sentence.

    `found` are its quantities, in order, with spans inside its text.
    """
    points = [p for q in found[:MOST] for p in _points(sentence.quote, q)]
    return [*_changes(sentence.quote, points), *_sums(sentence.quote, points), *_rests(sentence.quote, points)]


def _points(text: str, quantity: Quantity) -> Iterator[_Point]:
    """The numbers of a quantity: two for "from 40 to 60"."""
    match = _RANGE.match(quantity.text)
    if match is None:
        before = text[: quantity.span.start].split()
        word = before[-1].lower().strip(",;—–-") if before else ""
        if quantity.value is not None:
            yield _point(quantity, quantity.span.start, quantity.span.end, word)
        return
    parts = [quantities.find(match.group(n)) for n in (1, 2)]
    if not all(parts) or any(p[0].value is None for p in parts):
        return
    for n, word in ((1, "from"), (2, "to")):
        part = parts[n - 1][0].model_copy(update={"unit": parts[n - 1][0].unit or quantity.unit})
        yield _point(part, quantity.span.start + match.start(n), quantity.span.start + match.end(n), word)


def _point(quantity: Quantity, start: int, end: int, before: str) -> _Point:
    value = quantity.value
    assert value is not None
    normal = value.normalize()
    step = Decimal(1).scaleb(min(int(normal.as_tuple().exponent), 0 if value < 1000 else 99))
    slack = abs(value) * _LOOSE if quantity.approximation != "exact" else step / 2
    first = quantity.text.split()[0].lower() if quantity.text else ""
    return _Point(start, end, value, slack, quantity.unit, first if first in ("by", "from", "to") else before, quantity)


def _changes(text: str, points: Sequence[_Point]) -> Iterator[Mismatch]:
    """ "Rose from 40 to 60": the direction, and the percentage, difference or multiple that is said beside it."""
    starts = [p for p in points if p.before == "from" and p.value and not _SPREAD.search(text[: p.start])]
    for start in starts:
        end = next((p for p in points if p.before == "to" and p.unit == start.unit), None)
        if end is None or len(starts) > 1:
            return
        words = [(m.group().lower(), m.start()) for m in re.finditer(r"[A-Za-z]+", text)]
        counted = measures.of_change(text[: start.start], [p.quantity.noun for p in (start, end)])
        clashes = [*_direction(start, end, words), *_multiple(start, end, words)]
        for other in points:
            if other in (start, end):
                continue
            if other.unit == "%" and start.unit not in ("%", "pp") and _is_change(text, other):
                clashes += _share(start, end, other)
            elif other.unit in (start.unit, "pp" if start.unit == "%" else start.unit) and _is_change(text, other):
                clashes += _difference(start, end, other)
        yield from (replace(m, measure=counted) for m in clashes)


def _is_change(text: str, point: _Point) -> bool:
    """Whether a figure is the size of a change ("by 5", "a 40 % increase", "up 5"), not what it led to ("to 39 %")."""
    if point.before == "to":
        return False
    after = re.findall(r"[A-Za-z]+", text[point.end : point.end + 25])[:2]
    before = re.findall(r"[A-Za-z]+", text[max(0, point.start - 25) : point.start])[-3:]
    near = {w.lower() for w in (*after, *before)}
    return (
        point.before in ("by", "up", "down")
        or bool(near & (changes.ups() | changes.downs()))
        or bool(point.quantity.change)
    )


def _direction(start: _Point, end: _Point, words: Sequence[tuple[str, int]]) -> Iterator[Mismatch]:
    before = [w for w, at in words if start.start - 40 <= at < start.start]
    ups, downs = any(w in changes.ups() for w in before), any(w in changes.downs() for w in before)
    if ups != downs and start.value != end.value and ups != (end.value > start.value):
        yield _mismatch(
            (start, end), f"{start.shown} to {end.shown} goes {'down' if ups else 'up'}, the words say otherwise"
        )


def _multiple(start: _Point, end: _Point, words: Sequence[tuple[str, int]]) -> Iterator[Mismatch]:
    for word, at in words:
        times = changes.multiples().get(word)
        if (
            times is not None
            and start.start - 60 <= at < start.start
            and abs(end.value - start.value * times) > (abs(start.value * times) * _LOOSE + end.slack)
        ):
            yield _mismatch(
                (start, end),
                f"{word}: {times:f} times {start.shown} is {_shown(start.value * times)}, not {end.shown}",
            )


def _share(start: _Point, end: _Point, said: _Point) -> Iterator[Mismatch]:
    ends = [(b - a) / a * 100 for a in _ends(start) if a for b in _ends(end)]
    low, high = sorted((min(map(abs, ends)), max(map(abs, ends))))
    if not low - said.slack <= said.value <= high + said.slack:
        exact = abs((end.value - start.value) / start.value * 100)
        yield _mismatch(
            (start, end, said), f"{start.shown} to {end.shown} is a change of {exact:.1f} %, not {said.shown}"
        )


def _difference(start: _Point, end: _Point, said: _Point) -> Iterator[Mismatch]:
    gap = abs(end.value - start.value)
    if abs(gap - said.value) > start.slack + end.slack + said.slack:
        yield _mismatch(
            (start, end, said),
            f"{start.shown} to {end.shown} is a change of {_shown(gap)}, not {said.shown}",
        )


def _ends(point: _Point) -> tuple[Decimal, Decimal]:
    return point.value - point.slack, point.value + point.slack


def _sums(text: str, points: Sequence[_Point]) -> Iterator[Mismatch]:
    """ "Twelve people: seven men and four women", "seven men and four women, twelve in all"."""
    for n, total in enumerate(points):
        if _LISTED.match(text[total.end : points[n + 1].start] if n + 1 < len(points) else ""):
            parts = _row(text, points, n + 1)
        elif _TOTAL_AFTER.match(text[total.end :]) or _TOTAL_BEFORE.search(text[: total.start]):
            parts = _row_before(text, points, n)
        else:
            continue
        compared = any(_COMPARED.match(text[p.end :]) for p in parts)
        if len(parts) < 2 or compared or any(p.unit != total.unit for p in parts):
            continue
        made = sum((p.value for p in parts), Decimal(0))
        loose = sum((p.slack for p in (total, *parts) if p.slack > _WHOLE), Decimal(0))
        if abs(made - total.value) > loose:
            shown = " + ".join(p.shown for p in parts)
            counted = measures.of_sum(total.quantity.noun, [p.quantity.noun for p in parts])
            reason = f"{shown} is {_shown(made)}, not {total.shown}"
            yield replace(_mismatch((total, *parts), reason), measure=counted)


def _row(text: str, points: Sequence[_Point], first: int) -> list[_Point]:
    """The figures from `first` on that are joined by commas and "and", each with its noun."""
    row = [points[first]]
    for left, right in zip(points[first:], points[first + 1 :], strict=False):
        between = text[left.end : right.start]
        if not re.fullmatch(r"[\w\s'’-]{0,30}(?:,|,? and)\s+", between):
            break
        row.append(right)
    return row


def _row_before(text: str, points: Sequence[_Point], n: int) -> list[_Point]:
    row: list[_Point] = []
    for k in range(n - 1, -1, -1):
        after = points[k + 1]
        if not re.fullmatch(
            r"[\w\s'’-]{0,30}(?:,|,? and|\s[–—-]{1,2}|,? for a total of|,? a total of)\s*",
            text[points[k].end : after.start],
        ):
            break
        row.insert(0, points[k])
    return row


def _rests(text: str, points: Sequence[_Point]) -> Iterator[Mismatch]:
    """Shares that end with "the remaining 30 percent" and are not a hundred together."""
    shares = [p for p in points if p.unit == "%"]
    if len(shares) < 2 or not _REST.search(text[: shares[-1].start]):
        return
    total = sum((p.value for p in shares), Decimal(0))
    if abs(total - 100) > sum((p.slack for p in shares), Decimal(0)):
        yield _mismatch(shares, f"the shares make {total.normalize():f} %, not 100 %")


def _mismatch(points: Sequence[_Point], reason: str) -> Mismatch:
    return Mismatch(min(p.start for p in points), max(p.end for p in points), reason)
