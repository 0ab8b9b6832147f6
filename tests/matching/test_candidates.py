"""Which claims of two documents are compared: those that share a word, a name, a figure, a day or a notion."""

from provenance.extraction.claims import extract
from provenance.matching import candidates
from provenance.matching.keys import hashed
from provenance.matching.signatures import Signature, sign
from provenance.readers import read


def signed(text: str, name: str, published: str | None = "2024-05-06") -> list[Signature]:
    document = read(text.encode(), id=name, published=published, media_type="text/plain")
    return sign(document, extract(document))


def paired(a: str, b: str) -> bool:
    return bool(candidates.between(candidates.side(signed(a, "a")), candidates.side(signed(b, "b"))))


def test_claims_in_other_words_are_candidates_where_they_tell_of_one_notion() -> None:
    assert paired("Nineteen villagers spent the night in classrooms.", "Residents were taken to two schools.")
    assert not paired("Nineteen villagers spent the night in tents.", "The orchestra played Brahms.")


def test_claims_of_one_day_are_candidates() -> None:
    assert paired("Lessons start on 9 May.", "The gates open on Thursday.")


def test_notions_lead_from_no_document_to_another() -> None:
    a, b = signed("Nine classrooms were painted.", "a", None), signed("They leased 14 gymnasiums.", "b", None)
    assert candidates.between(candidates.side(a), candidates.side(b))
    assert {k for s in a for k in hashed(s)}.isdisjoint(k for s in b for k in hashed(s))
