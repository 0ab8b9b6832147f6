"""Origins are counted, not documents."""

import pytest

import provenance
from provenance.matching.results.origins import Sources, origins
from provenance.matching.results.voices import same_voice, voices
from provenance.model import Document


def _document(name: str, text: str, publisher: str | None = None) -> Document:
    return provenance.read(text.encode(), id=name, published="2021-03-02", publisher=publisher, media_type="text/plain")


def _origins(*texts: str, publishers: tuple[str | None, ...] = ()) -> set[str]:
    """The origins of the first claim of each text."""
    named = publishers or (None,) * len(texts)
    documents = [_document(f"d{i}", text, name) for i, (text, name) in enumerate(zip(texts, named, strict=True))]
    held = [provenance.extract(d) for d in documents]
    return set(origins([claims[0] for claims in held], Sources(documents, [c for claims in held for c in claims])))


def test_outlets_that_cite_one_body_have_one_origin() -> None:
    found = _origins(
        "The flood at Lisk killed 23 people, the River Watch said.",
        "According to the River Watch, 23 people died when the Keld burst its banks.",
        "At least 23 people have drowned in Lisk, said Ida Roen. River Watch director Ida Roen warned of more rain.",
    )
    assert len(found) == 1


def test_two_named_speakers_are_two_origins() -> None:
    found = _origins("The flood killed 23 people, the River Watch said.", "Mayor Oto Brandt said 23 people had died.")
    assert len(found) == 2


def test_a_monitor_is_the_body_named_next() -> None:
    lead = "The flood at Lisk killed 23 people, a monitor said. The River Watch said the Keld rose four metres."
    assert len(_origins(lead, "The River Watch said 23 people had died when the dam broke at night.")) == 1


def test_a_copied_sentence_has_one_origin_whoever_prints_it() -> None:
    copied = "The flood that hit the lower town of Lisk at dawn killed 23 people and swept away two bridges."
    assert len(_origins(copied, copied.replace("swept away", "washed off"), publishers=("Post", "Herald"))) == 1


@pytest.mark.parametrize(
    ("heads", "count"), [(("(AFP) - ", "LISK (AFP) — "), 1), (("(AFP) - ", "LISK (Reuters) — "), 2)]
)
def test_texts_of_one_agency_told_in_like_words_have_one_origin(heads: tuple[str, str], count: int) -> None:
    texts = ("Floods in Lisk killed 23 people at dawn.", "At dawn 23 people were killed by floods around Lisk town.")
    told = tuple(head + text for head, text in zip(heads, texts, strict=True))
    assert len(_origins(*told, publishers=("Post", "Herald"))) == count


def test_one_voice_by_its_telling_words() -> None:
    assert same_voice("the Observatory", "Lisk-based Observatory for Rivers")
    assert same_voice("interior ministry", "Velian Interior Ministry")
    assert not same_voice("interior ministry", "defence ministry")
    assert not same_voice("a news agency", "the state news agency")


def test_a_finding_counts_documents_and_origins() -> None:
    documents = [
        _document(name, f"The flood at Lisk on Monday killed 23 people, the River Watch said. {more}")
        for name, more in (("a", "Rain fell."), ("b", "The mill burned."), ("c", "Schools closed."))
    ]
    found = [f for f in provenance.review(documents).findings if f.relation == "corroborates" and "23" in f.a.quote]
    assert found
    assert {(len(f.documents), len(f.origins)) for f in found} == {(3, 1)}


def test_a_statement_that_shares_its_origin_with_two_others_joins_them() -> None:
    plain = "About 35 people died in Lisk on Monday when an old mill burned down."
    spoken = "Ida Roen said that 35 people had drowned."
    assert len(_origins(plain, spoken)) == 2
    bridge = f"{plain[:-1]}, Ida Roen said."
    assert len(_origins(plain, spoken, bridge)) == len(_origins(bridge, spoken, plain)) == 1


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("The Orlo dam, built in 1968, gave way on Monday.", ()),
        ("Cost savings are put at 4 million euros.", ()),
        ("The Relief Office put the toll at four.", ("Relief Office",)),
    ],
)
def test_only_who_counts_something_is_a_voice(sentence: str, voice: tuple[str, ...]) -> None:
    assert voices(provenance.extract(sentence)[0]) == voice
