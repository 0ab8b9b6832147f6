"""Words of claims and the places they lead to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.store import database, words

from .made import claim, document

WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=4)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with database.open(tmp_path_factory.mktemp("words") / "s.sqlite", create=True) as opened:
        for name, text in (
            ("a", "Some 40 houses burned."),
            ("b", "All the Houses, said L'Écho-Soir."),
            ("c", "Nothing."),
        ):
            made = document(name, text)
            quantity = {"quantities": (), "times": ()} if name != "c" else {}
            opened.add([made], [claim(made, name).model_copy(update=quantity)])
        yield opened


def found(store: database.Store, asked: list[str], values: list[str] = []) -> list[str]:  # noqa: B006
    return [claim.id for claim in store.candidates(asked, values)]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (["burning", "house"], ["a", "b"]),
        (["l'echo-soir"], ["b"]),
        (["NOT", "AND", "houses"], ["a", "b"]),
        (['"', "*", "words:"], []),
        (["40"], ["a"]),
        ([], []),
    ],
)
def test_by_word(store: database.Store, asked: list[str], ids: list[str]):
    assert found(store, asked) == ids


def test_by_value_as_it_is_stored(store: database.Store):
    assert found(store, [], ["40"]) == found(store, [], ["2020-03"]) == ["c"]
    assert found(store, [], ["4.0", "2020"]) == []


def test_words_that_stand_everywhere_lead_to_claims_with_all_of_them(
    store: database.Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(words, "COMMON", 1)
    assert found(store, ["houses", "soir"]) == ["b"], "the rare word alone"
    assert found(store, ["houses"]) == ["a", "b"]


@settings(max_examples=50, deadline=None)
@given(WORDS, WORDS)
def test_no_word_breaks_it(store: database.Store, asked: list[str], values: list[str]):
    store.candidates(asked, values)


def test_a_search_for_thousands_of_words(store: database.Store):
    assert found(store, [f"word{number}" for number in range(2_000)] + ["burned"], [str(n) for n in range(100)]) == [
        "a",
        "c",
    ]
