"""Matching over a store: the same as over all documents at once, whatever came when."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from provenance import pipeline
from provenance.matching.blocking.partners import Pair
from provenance.matching.relations.match import Match
from provenance.matching.signed import Signed
from provenance.model import Document, Report
from provenance.readers import read
from provenance.scale import stored
from provenance.store import database
from provenance.store.database import Store

TEXTS = {
    "evening": "On 3 May 2021 the fire at Lowhaven killed 24 dockers. Three warehouses burned down.",
    "harbour": "A fire at Lowhaven killed 42 dockers on 3 May 2021. Five warehouses burned down.",
    "morning": "The fire of 3 May 2021 killed 24 dockers in Lowhaven, the Dock Union said.",
    "bread": "A loaf costs three dollars on the market of Merat.",
}


def document(name: str, text: str = "") -> Document:
    return read((text or TEXTS[name]).encode(), id=name, media_type="text/plain")


def shown(pairs: Sequence[Pair]) -> Sequence[Pair]:
    return pairs


def review(store: Store) -> Report:
    documents = store.documents()
    return pipeline.review(documents, match=lambda signed: stored.matches(signed, store, documents, shown))


def add(store: Store, one: Document) -> int:
    store.add([one], pipeline.extract(one))
    return stored.update(store, [one.id])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with database.open(tmp_path / "s.sqlite", create=True) as opened:
        yield opened


def test_one_by_one_or_all_at_once(store: Store) -> None:
    for name in TEXTS:
        add(store, document(name))
        assert review(store) == pipeline.review(store.documents())
    assert any(f.relation == "conflicts" for f in review(store).findings)


def test_several_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    for few in (len(TEXTS) ** 2, 0):
        monkeypatch.setattr(stored, "_FEW", few)
        monkeypatch.setattr("os.cpu_count", lambda: 2)
        with database.open(tmp_path / f"{few}.sqlite", create=True) as opened:
            documents = [document(name) for name in TEXTS]
            opened.add(documents, [claim for one in documents for claim in pipeline.extract(one)])
            assert stored.update(opened, TEXTS) > 2
            compared.append(opened.compared())
    assert compared[0] == compared[1]
    assert len(set(compared[0].values())) > 1


def test_a_new_version_changes_what_is_found(store: Store) -> None:
    for name in ("harbour", "evening"):
        add(store, document(name))
    before = review(store)
    add(store, document("evening", TEXTS["bread"]))
    after = review(store)
    assert after == pipeline.review(store.documents())
    assert after.findings != before.findings


def test_only_the_pairs_of_a_new_document_are_compared(store: Store) -> None:
    for name in ("evening", "harbour", "bread"):
        add(store, document(name))
    pairs = set(store.pairs())
    assert add(store, document("morning")) == len(set(store.pairs()) - pairs)


def test_a_rebuild_finds_what_was_there_and_goes_on_where_it_was(store: Store) -> None:
    documents = [document(name) for name in TEXTS]
    claims = [claim for one in documents for claim in pipeline.extract(one)]
    store.add(documents, claims)
    pairs = stored.rebuild(store, documents, claims, shown)
    assert pairs == len(store.pairs()) > 2
    assert stored.rebuild(store, documents, claims, shown) == 0
    assert set(store.compared()) == set(store.pairs())
    assert review(store) == pipeline.review(documents)


def test_a_rebuild_compares_what_has_changed_and_nothing_else(store: Store) -> None:
    for name in TEXTS:
        add(store, document(name))
    told = store.compared()
    store.remove(["harbour"])  # so that documents get other numbers
    add(store, document("harbour"))
    one = document("evening", TEXTS["evening"] + "\n\nThe mayor of Lowhaven resigned on Friday.")
    store.add([one], pipeline.extract(one))
    pairs = stored.rebuild(store, store.documents(), store.claims(), shown)
    assert pairs == sum("evening" in pair for pair in store.pairs())
    kept = {pair: count for pair, count in store.compared().items() if "evening" not in pair}
    assert kept == {pair: count for pair, count in told.items() if "evening" not in pair}


def test_what_was_compared_with_a_text_that_is_gone_meanwhile_is_not_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("harbour", "bread"):
        add(store, document(name))
    between = stored.between

    def changing(left: Signed, right: Signed) -> list[Match]:
        if "harbour" in (left.document.id, right.document.id):
            monkeypatch.setattr(stored, "between", between)
            with database.open(store.path) as other:
                add(other, document("harbour", "Bread is dear at Lowhaven."))
        return between(left, right)

    monkeypatch.setattr(stored, "between", changing)
    add(store, document("evening"))
    told = store.compared()
    assert told.pop(("evening", "harbour"), 0) == 0
    assert set(told.values()) == {0}


def test_an_interrupted_rebuild_keeps_what_it_saved(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [document(name) for name in TEXTS]
    claims = [claim for one in documents for claim in pipeline.extract(one)]
    store.add(documents, claims)
    monkeypatch.setattr(stored, "_AT_ONCE", 2)

    def stopped(pairs: Sequence[Pair]):
        for number, pair in enumerate(pairs):
            if number == 3:
                raise KeyboardInterrupt
            yield pair

    with pytest.raises(KeyboardInterrupt):
        stored.rebuild(store, documents, claims, stopped)
    assert len(store.compared()) == 2
    assert stored.rebuild(store, documents, claims, shown) == len(store.pairs()) - 2
