"""Claims as the store holds them: those of one text together, compressed, and spans without the words of the text.

A record is canonical JSON (keys sorted, defaults left out), so that the same claims give the same digest everywhere.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pydantic import ValidationError

from provenance.errors import StoreError
from provenance.model import Claim, Span, cut
from provenance.store.rows import REMEDY, damaged, digest

_SPANS = ("span", "sentence", "source", "cue", "content")
_VALUES = ("quantities", "times", "names")
_LARGEST = 1 << 30
"""Bytes of a record from which it is no longer believed to be one."""
Fields = dict[str, Any]
Range = tuple[int, int]
"""Half-open range of a document's text, in code points."""


def pack(claims: Sequence[Claim], document: str, text: str) -> str:
    """The record of the claims of a document's text."""
    shortened = [_short(claim, document, text) for claim in claims]
    return json.dumps(shortened, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class Packed:
    """The claims of a record; each is made where it is asked for."""

    def __init__(self, record: str, document: str, text: str) -> None:
        """Raises StoreError where `record` is none of the claims of this document's text."""
        self.document = document
        self._text = text
        with self._readable():
            self._fields: list[Fields] = json.loads(record)
            self._places = [(_ends(f["span"]), _ends(f["sentence"])) for f in self._fields]

    def claims(self, chosen: Iterable[int] | None = None) -> list[Claim]:
        """The claims, or those at the places `chosen` alone; raises StoreError where one cannot be read."""
        with self._readable():
            wanted = self._fields if chosen is None else [self._fields[number] for number in chosen]
            return [Claim.model_validate(_whole(fields, self.document, self._text)) for fields in wanted]

    def sentence(self, number: int) -> Range:
        """Where the sentence of the claim at a place stands."""
        return self._places[number][1]

    def in_order(self) -> list[int]:
        """The places of the claims in the order of the text, as `matching.signed.in_order` has them."""
        return sorted(range(len(self._places)), key=lambda number: self._places[number][0])

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (LookupError, ValueError, TypeError, AttributeError, RecursionError, ValidationError) as error:
            detail = str(error).splitlines()[0]
            raise StoreError(f'a claim of "{self.document}" cannot be read ({detail})', remedy=REMEDY) from None


def compressed(record: str) -> bytes:
    """A record as bytes of a column."""
    return zlib.compress(record.encode("utf-8", "surrogatepass"), 9)


def record_of(column: Any, document: str, text_sha256: str, sha256: str) -> str:
    """The record in a column; raises StoreError where it is not the one that its digest names."""
    try:
        opened = zlib.decompressobj()
        record = opened.decompress(column, _LARGEST).decode("utf-8", "surrogatepass")
    except (zlib.error, ValueError, TypeError):
        raise damaged(f'the claims of "{document}"') from None
    if opened.unused_data or not opened.eof or record_digest(record, document, text_sha256) != sha256:
        raise damaged(f'the claims of "{document}"')
    return record


def record_digest(record: str, document: str, text_sha256: str) -> str:
    """The digest over a record and over whose claims it holds."""
    return digest(f"{json.dumps(document)}\n{text_sha256}\n{record}")


def _short(claim: Claim, document: str, text: str) -> Fields:
    fields = claim.model_dump(mode="json", exclude_defaults=True)
    for part in _parts(fields):
        if "text" in part and part["text"] == part["span"]["quote"]:
            del part["text"]
        for name in part.keys() & _SPANS:
            part[name] = _place(part[name], document, text)
    return fields


def _place(span: Fields | None, document: str, text: str) -> Fields | list[int] | None:
    """Start and end of a span whose words the text has there; any other one as it is."""
    if span is None:
        return None
    start, end = span["start"], span["end"]
    stands = span.get("document") == document and text[start:end] == span["quote"]
    return [start, end] if stands else span


def _ends(span: Fields | list[int]) -> Range:
    return (span[0], span[1]) if isinstance(span, list) else (span["start"], span["end"])


def _whole(fields: Fields, document: str, text: str) -> Fields:
    for part in _parts(fields):
        for name in part.keys() & _SPANS:
            if isinstance(part[name], list):
                start, end = part[name]
                part[name] = cut(text, start, end, document)
    for name in _VALUES:
        for value in fields.get(name, ()):
            if "text" not in value:
                value["text"] = value["span"].quote if isinstance(value["span"], Span) else value["span"]["quote"]
    return fields


def _parts(fields: Fields) -> Iterator[Fields]:
    """The parts of a claim that have spans."""
    yield fields
    if fields.get("attribution") is not None:
        yield fields["attribution"]
    for name in _VALUES:
        yield from fields.get(name, ())
