"""Which claims of two documents are compared: those that share a word, a name, a figure, a day or a notion."""

from provenance.extraction.claims import extract
from provenance.matching.blocking import candidates
from provenance.matching.blocking.keys import hashed
from provenance.matching.signature.signatures import Signature, sign
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


def rows(seed: int, count: int = 20) -> str:
    """A page of figures, one sentence per town, as a statistical office writes it."""
    parts = ("Bal", "Cor", "Dun", "Fel", "Gar", "Hal", "Jor", "Kel", "Lin", "Mar")
    towns = [f"{parts[(i + seed) % 10]}{parts[i // 10 + 3 * seed].lower()}ton" for i in range(count)]
    return " ".join(f"The town of {t} counted {1000 + 37 * i + seed:,} residents in 2021." for i, t in enumerate(towns))


def test_sentences_of_one_form_are_candidates_only_where_they_name_one_thing() -> None:
    a, b = (candidates.side(signed(rows(seed), str(seed), None)) for seed in (0, 1))
    assert len(candidates.between(a, b)) < len(a.claims)
    copied = candidates.between(a, candidates.side(signed(rows(0).replace("1,185", "1,158"), "c", None)))
    assert ("1,185", "1,158") in {
        (x.figures[0].quantity.text.split()[0], y.figures[0].quantity.text.split()[0]) for x, y in copied
    }


def test_documents_of_one_form_are_named_and_news_is_not() -> None:
    table = {str(seed): candidates.side(signed(rows(seed), str(seed), None)) for seed in (0, 1)}
    assert candidates.uniform(table) == ["0", "1"]
    few = {str(seed): candidates.side(signed(rows(seed, 12), str(seed), None)) for seed in (0, 1)}
    assert candidates.uniform(few) == []
    assert candidates.uniform({"0": table["0"]}) == []
