"""Names that a draft spells in two ways, or otherwise than its sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provenance
from provenance.values import names
from provenance.verification.statements import spellings


def told(draft, *sources):
    read = [provenance.read(s.encode(), id=f"s{n}", media_type="text/plain") for n, s in enumerate(sources)]
    return [f for f in provenance.check(draft, read).findings if f.rule == "PV208"]


def test_a_name_in_two_spellings_is_told_once_where_it_stands_less_often():
    draft = "Olga Kuzmin opened the bridge. Kuzmin called it safe. Kusmin then left for Keld."
    (found,) = told(draft, "Olga Kuzmin opened the bridge.")
    assert (found.a.quote, found.b.quote) == ("Kusmin", "Olga Kuzmin")
    assert found.message == "the draft spells one name in two ways: “Kusmin” here, “Kuzmin” elsewhere, 2 times"
    assert found.severity == "warning"


def test_a_name_that_only_the_sources_spell_otherwise_is_told_with_their_passage():
    (found,) = told("The bridge is safe, Olga Kusmin said.", "Bridges are old.", "Olga Kuzmin said the bridge is safe.")
    assert found.message == "the sources spell the name otherwise: “Kusmin” here, “Kuzmin” there"
    assert (found.b.document, found.b.quote) == ("s1", "Kuzmin")


def test_a_spelling_that_one_source_has_is_no_slip():
    assert told("Olga Kusmin spoke.", "Olga Kuzmin spoke.", "Olga Kusmin spoke.") == []


@pytest.mark.parametrize(
    "draft",
    [
        "Anna Clinton spoke. The Clintons left Keld.",
        "Peter Larsen spoke. Maria Larson left.",
        "Maria Lopez spoke. Mario Lopez left.",
        "Hassan Darwish spoke. Hasan Khoury left.",
        "The Senator spoke. The Senators left. Marches went on, March said. Those marches grew.",
        "OLGA KUZMIN SPEAKS. Olga Kuzmin spoke.",
    ],
    ids=["plural", "two people", "given names", "given names of one line", "words", "capitals"],
)
def test_what_may_well_be_two_names_is_not_told(draft):
    assert told(draft, draft) == []


def test_a_given_name_in_two_spellings_before_one_surname_is_told():
    assert len(told("Mohammed Darwish spoke. Later Mohamed Darwish left.", "Nobody left.")) == 1


def test_a_word_that_a_source_writes_small_is_no_name():
    assert told("Bankes spoke in Keld.", "Keld has two bankers and many bankas. Bankas are boats.") == []


@given(st.permutations(["Olga Kuzmin", "Kusmin", "Kelden", "Kalden", "Jon Larsen", "Ann Larson", "Dumayr", "Dumair"]))
def test_the_order_of_sentences_changes_no_pair(order):
    text = " ".join(f"Then {name} was named." for name in order)
    document = provenance.read(text.encode(), id="d", media_type="text/plain")
    found = spellings.observe(document, names.find(document.text, document.id), [])
    pairs = {frozenset(o.about.split()) for o in found}
    assert pairs == {frozenset(p) for p in (("Kuzmin", "Kusmin"), ("Kelden", "Kalden"), ("Dumayr", "Dumair"))}
