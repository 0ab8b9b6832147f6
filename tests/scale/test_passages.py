"""A draft against a store: few documents as a whole, of many the passages that share most with the draft."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import pipeline
from provenance.model import Document, Report
from provenance.readers import read
from provenance.scale import passages, stored
from provenance.scale.passages import Sources
from provenance.store import database
from provenance.store.database import Store

LEAD = "Lowhaven counts its losses.\n\nThe port of Lowhaven was closed on 3 May 2021.\n\nShips waited outside.\n\n"
LONG = (
    f"{LEAD}Trade with Merat fell 4 %.\n\nThe fire killed 24 dockers, the Dock Union said.\n\nA loaf costs 3 dollars."
)
DRAFT = "The fire killed 42 dockers in Lowhaven, the Dock Union said. “Ships waited outside Velis,” he said. Is it so?"


def document(name: str, text: str) -> Document:
    return read(text.encode(), id=name, media_type="text/plain")


def draft() -> Document:
    return document("draft", DRAFT)


def add(store: Store, name: str, text: str) -> None:
    one = document(name, text)
    store.add([one], pipeline.extract(one))
    stored.update(store, [name])


def checked(sources: Sources) -> Report:
    return pipeline.check(draft(), sources.documents, known=sources.known)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with database.open(tmp_path / "s.sqlite", create=True) as opened:
        add(opened, "long", LONG)
        for number in range(6):
            add(opened, f"other{number}", f"The museum of Harwick sold {30 + number} paintings to the Orsk Council.")
        yield opened


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is one of many documents, of which none is read as a whole."""
    monkeypatch.setattr(passages, "ALL", 3)
    monkeypatch.setattr(passages, "WHOLE", 0)


def test_a_small_store_gives_what_its_documents_give(store: Store) -> None:
    near = passages.near(store, [draft()])
    assert checked(near) == pipeline.check(draft(), store.documents())
    assert len(near.documents) == near.held == 7


def test_claims_are_not_extracted_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = checked(passages.everything(store))
    monkeypatch.setattr(pipeline, "extract", None)
    monkeypatch.setattr(passages, "extract", None)
    assert checked(passages.everything(store)) == wanted


@pytest.mark.usefixtures("many")
def test_of_many_documents_the_passages_that_are_like_the_draft(store: Store) -> None:
    near = passages.near(store, [draft()])
    assert ([d.id for d in near.documents], near.held) == (["long"], 7)
    found = [LONG[start:end] for start, end in near.known.sentences["long"]]
    assert "The fire killed 24 dockers, the Dock Union said." in found
    assert "A loaf costs 3 dollars." not in found
    claims = {c.sentence.quote for c in near.known.claims["long"](near.documents[0])}
    assert {"The port of Lowhaven was closed on 3 May 2021.", "Trade with Merat fell 4 %."} <= claims
    whole = pipeline.check(draft(), store.documents())
    assert [s.state for s in checked(near).statements] == [s.state for s in whole.statements]
    assert [f.id for f in checked(near).findings] == [f.id for f in whole.findings]


@pytest.mark.usefixtures("many")
def test_a_document_that_tells_several_claims_is_read_as_a_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "WHOLE", 5)
    assert "long" not in passages.near(store, [draft()]).known.sentences
    monkeypatch.setattr(passages, "_SEVERAL", 9)
    assert "long" in passages.near(store, [draft()]).known.sentences


@pytest.mark.usefixtures("many")
def test_documents_that_the_index_does_not_have_yet_are_read_as_a_whole(store: Store) -> None:
    new = document("new", "Nothing of this. The mayor of Velis opened 3 schools.")
    store.add([new], pipeline.extract(new))
    near = passages.near(store, [draft()])
    assert [d.id for d in near.documents] == ["long", "new"]
    assert "new" not in near.known.sentences


@pytest.mark.usefixtures("many")
def test_the_best_place_of_each_claim_comes_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, "twin", "The fire killed 42 dockers in Lowhaven, the Dock Union said.")
    monkeypatch.setattr(passages, "PASSAGES", 1)
    assert [d.id for d in passages.near(store, [draft()]).documents] == ["twin"]


@pytest.mark.usefixtures("many")
def test_words_of_two_passages_are_no_quotation(store: Store) -> None:
    add(
        store, "apart", "The Dock Union closed Velis. A day went by.\n\nIt was a day.\n\nOrsk voted for the Dock Union."
    )
    quoting = document("draft", "“The Dock Union closed Velis. Orsk voted for the Dock Union,” the mayor said.")
    near = passages.near(store, [quoting])
    assert len(near.known.sentences["apart"]) == 2
    report = pipeline.check(quoting, near.documents, known=near.known)
    assert next(q.state for s in report.statements for q in s.quotations) != "verbatim"
