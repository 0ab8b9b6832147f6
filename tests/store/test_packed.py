"""Claims packed into one record: nothing is lost, and no other record passes for it."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import pipeline, readers
from provenance.errors import StoreError
from provenance.matching.signed import in_order
from provenance.model import Span
from provenance.store import packed
from provenance.store.packed import Packed

from .made import claim, document

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
REAL = "The mayor of Lowhaven said on 3 May 2021 that about 40 houses had burned. It was 5 % more than in 2020."


@given(TEXTS, st.data())
def test_what_comes_out_is_what_went_in(text: str, data: st.DataObject):
    made = document("a", text)
    start = data.draw(st.integers(0, len(text)))
    held = [claim(made, data.draw(TEXTS), start, data.draw(st.integers(start, len(text)))) for _ in range(2)]
    other = Span(document=data.draw(TEXTS), start=1, end=3, quote="xy")
    held.append(held[0].model_copy(update={"sentence": other, "quantities": (), "attribution": None}))
    record = packed.pack(held, "a", text)
    assert Packed(record, "a", text).claims() == held
    assert Packed(record, "a", text).claims([2, 0]) == [held[2], held[0]]
    column, digest = packed.compressed(record), packed.record_digest(record, "a", "t")
    assert packed.record_of(column, "a", "t", digest) == record


def test_claims_as_they_are_found():
    made = readers.read(REAL.encode(), id="a", media_type="text/plain")
    held = pipeline.extract(made)
    record = packed.pack(held, "a", made.text)
    assert Packed(record, "a", made.text).claims() == held
    turned = Packed(packed.pack(held[::-1], "a", made.text), "a", made.text)
    assert turned.claims(turned.in_order()) == in_order(held)
    assert [turned.sentence(n) for n in turned.in_order()] == [
        (c.sentence.start, c.sentence.end) for c in in_order(held)
    ]
    assert len(record) < len("".join(claim.model_dump_json() for claim in held)) / 2, (
        "words of the text stand there once"
    )


def test_the_record_of_another_text_is_none_of_this_one():
    column, digest = packed.compressed("[]"), packed.record_digest("[]", "a", "t")
    for document_, text, data in [
        ("b", "t", column),
        ("a", "u", column),
        ("a", "t", column + b"x"),
        ("a", "t", column[:-1]),
        ("a", "t", zlib.compress(b"[1]")),
        ("a", "t", b""),
        ("a", "t", None),
        ("a", "t", "text"),
    ]:
        with pytest.raises(StoreError, match="is damaged"):
            packed.record_of(data, document_, text, digest)


@pytest.mark.parametrize("record", ["", "{", "[1]", "{}", "[{}]", '[{"span":[1]}]', "[" * 100_000, '[{"span":[5,9]}]'])
def test_what_is_no_record(record: str):
    with pytest.raises(StoreError, match="cannot be read"):
        Packed(record, "a", "text").claims([0])
