import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.values import names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("al-Dumayr", "Al Dumair"),
        ("Jaish al-Islam", "Jaysh Al Islam"),
        ("SALEK, ABDULHAI", "Abdulhai Salek"),
        ("Qalamoun", "Kalamun"),
        ("Lt. Col. Rami Aldar", "Rami Aldar"),
        ("Homs Province", "Province of Homs"),
        ("ISIS", "Daesh"),
        ("U.S.", "United States"),
        ("Douma", "Ḍūmā"),
    ],
)
def test_spellings_share_a_key(a: str, b: str) -> None:
    assert names.skeleton(a) == names.skeleton(b) != ""


@pytest.mark.parametrize(("a", "b"), [("Homs", "Hama"), ("Raqqa", "Rahiba"), ("Idlib", "Irbid")])
def test_different_places_do_not(a: str, b: str) -> None:
    assert names.skeleton(a) != names.skeleton(b)


def test_token_skeletons_leave_out_titles_articles_and_type_words() -> None:
    assert names.token_skeletons("Martyr Ahmad al-Abdo Brigade") == names.token_skeletons("Abdou Ahmad")
    assert len(names.token_skeletons("Lt. Col. Faris al-Bayoush")) == 2


def test_a_name_of_type_words_only_still_has_a_key() -> None:
    assert names.skeleton("The Observatory") != ""


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_keys_are_sorted_words_of_the_skeleton(text: str) -> None:
    tokens = names.token_skeletons(text)
    assert list(tokens) == sorted(tokens)
    assert names.skeleton(text) == " ".join(tokens)
