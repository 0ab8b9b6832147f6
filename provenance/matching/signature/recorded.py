"""The signatures of a document as text, so that a store need not sign its claims again whenever one is compared.

What stands in the claims themselves is not written; what many claims have in common is written once.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

from provenance.matching.signature import dated
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.namekeys import NameKey
from provenance.matching.signature.signatures import Signature
from provenance.matching.signature.words import Bag
from provenance.model import Claim, Document, Quantity

_TYPES = get_type_hints(Signature)


def _of_type(type_: object) -> tuple[str, ...]:
    """The fields of a signature that hold this; one added to it is written without a word here."""
    return tuple(name for name, held in _TYPES.items() if held == type_)


_SETS, _BAGS = _of_type(frozenset[str]), _of_type(dict[str, float])
_NAMES, _DAYS = _of_type(tuple[NameKey, ...]), _of_type(tuple[dated.Days, ...])
_FIGURES = _of_type(tuple[Figure, ...])
_FIGURE = tuple(f.name for f in fields(Figure) if f.init and f.name not in ("quantity", "compared", "measures"))
Fields = dict[str, Any]


class _Once(dict[Any, int]):
    """Things by the number that each gets when it is first asked for."""

    def __missing__(self, key: Any) -> int:
        self[key] = len(self)
        return self[key]


def record(signatures: Sequence[Signature], claims: Sequence[Claim]) -> str:
    """The signatures of these claims of one document; the same text for the same signatures."""
    place = {id(claim): number for number, claim in enumerate(claims)}
    sets, bags, names, days = _Once(), _Once(), _Once(), _Once()
    rows = [
        {
            "claim": place[id(s.claim)],
            "order": s.order,
            "main": s.main,
            "sets": [sets[tuple(sorted(getattr(s, name)))] for name in _SETS],
            "bags": [bags[tuple(getattr(s, name).items())] for name in _BAGS],
            "names": [[names[key.text, key.parts, key.place, key.wide] for key in getattr(s, name)] for name in _NAMES],
            "days": [days[tuple((str(a), str(b)) for a, b in getattr(s, name))] for name in _DAYS],
            "figures": [[_written(f, s.claim, sets) for f in getattr(s, name)] for name in _FIGURES],
        }
        for s in signatures
    ]
    written = {"sets": [*sets], "bags": [*map(dict, bags)], "names": [*names], "days": [*days], "rows": rows}
    # Keys of a bag stay in their order: sums go through them in it.
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def signatures(written: str, document: Document, claims: Sequence[Claim]) -> list[Signature]:
    """The signatures of a record, of the claims that it was made of; raises ValueError where it is none of theirs."""
    try:
        return _Reading(json.loads(written), document.published).all(claims)
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no record of signatures: {error}") from None


def _written(f: Figure, claim: Claim, sets: _Once) -> list[object]:
    """A figure: its quantity as its number in the claim, or whole; the compared one where that is another."""
    at = next((n for n, quantity in enumerate(claim.quantities) if quantity is f.quantity), None)
    compared = None if f.compared is f.quantity else f.compared.model_dump(mode="json")
    quantity = f.quantity.model_dump(mode="json") if at is None else at
    return [quantity, compared, sets[tuple(sorted(f.measures))], *(getattr(f, name) for name in _FIGURE)]


class _Reading:
    """What the rows of a record refer to."""

    def __init__(self, held: Fields, published: date | None) -> None:
        self._rows: list[Fields] = held["rows"]
        self._sets = list(map(frozenset, held["sets"]))
        self._bags = list(map(Bag, held["bags"]))
        self._names = [NameKey(text, tuple(parts), place, wide) for text, parts, place, wide in held["names"]]
        self._days = [tuple((_day(a), _day(b)) for a, b in days) for days in held["days"]]
        self._published = published

    def all(self, claims: Sequence[Claim]) -> list[Signature]:
        return [self._signature(row, claims[row["claim"]]) for row in self._rows]

    def _signature(self, row: Fields, claim: Claim) -> Signature:
        return Signature(
            claim=claim,
            order=row["order"],
            main=row["main"],
            stated=dated.stated(claim.times),
            published=self._published,
            **_chosen(_SETS, self._sets, row["sets"]),
            **_chosen(_BAGS, self._bags, row["bags"]),
            **_chosen(_DAYS, self._days, row["days"]),
            **self._named(row["names"]),
            **self._counted(row["figures"], claim),
        )

    def _named(self, rows: Iterable[list[int]]) -> Fields:
        return {name: tuple([self._names[n] for n in numbers]) for name, numbers in zip(_NAMES, rows, strict=True)}

    def _counted(self, rows: Iterable[list[list[Any]]], claim: Claim) -> Fields:
        return {name: self._figures(held, claim) for name, held in zip(_FIGURES, rows, strict=True)}

    def _figures(self, rows: Iterable[list[Any]], claim: Claim) -> tuple[Figure, ...]:
        found = []
        for at, other, measures, *rest in rows:
            quantity = claim.quantities[at] if isinstance(at, int) else Quantity.model_validate(at)
            compared = quantity if other is None else Quantity.model_validate(other)
            plain = dict(zip(_FIGURE, rest, strict=True))
            found.append(Figure(quantity=quantity, compared=compared, measures=self._sets[measures], **plain))
        return tuple(found)


def _chosen(names: Sequence[str], held: Sequence[Any], numbers: Sequence[int]) -> Fields:
    return {name: held[number] for name, number in zip(names, numbers, strict=True)}


def _day(written: str) -> date:
    return date.fromisoformat(written)
