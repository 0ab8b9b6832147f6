"""Findings in step: whatever comes, changes or goes, they are those of a review of the whole store."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import pipeline
from provenance.config import Config
from provenance.matching.signed import signed_document
from provenance.model import Document, Report
from provenance.readers import read
from provenance.scale import refreshed, stored
from provenance.store import database
from provenance.store.database import Store
from provenance.store.program import digest_of

TEXTS = (
    "On 3 May 2021 the fire at Lowhaven killed 24 dockers. Three warehouses burned down.",
    "A fire at Lowhaven killed 42 dockers on 3 May 2021. Five warehouses burned down.",
    "The fire of 3 May 2021 killed 24 dockers in Lowhaven, the Dock Union said.",
    "Ana Ruiz said that 40 families fled Merat on 5 June 2020. The fire at Lowhaven killed 24 dockers on 3 May 2021.",
    "In Merat, 90 families left their homes on 5 June 2020, said Ana Ruiz.",
    "A loaf costs three dollars on the market of Merat.",
    "Nothing.",
)
STEPS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from((None, *TEXTS))), min_size=1, max_size=6)


def change(store: Store, name: str, text: str | None) -> None:
    before = refreshed.neighbours(store, [name])
    if text is None:
        if name not in store.ids():
            return
        store.remove([name])
    else:
        document = made(name, text)
        store.add([document], pipeline.extract(document))
        stored.update(store, [name])
    assert refreshed.refresh(store, {name, *before}, Config(), lambda report: report)


def made(name: str, text: str) -> Document:
    return read(text.encode(), id=name, media_type="text/plain")


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_findings_are_those_of_a_review_of_all(tmp_path_factory: pytest.TempPathFactory, steps: list):
    with database.open(tmp_path_factory.mktemp("refreshed") / "s.sqlite", create=True) as store:
        for name, text in steps:
            change(store, name, text)
            assert tuple(store.findings()) == pipeline.review(store.documents()).findings
        assert store.faults() == []


def test_what_has_nothing_to_do_with_it_is_not_reviewed_again(tmp_path: Path):
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        for name, number in (("a", 3), ("b", 4)):
            change(store, name, TEXTS[number])
        reviewed: list[list[str]] = []

        def seen(report: Report) -> Report:
            reviewed.append([document.id for document in report.documents])
            return report

        for name in "cd":
            document = made(name, f"The flood at Bruton killed {33 if name == 'c' else 99} miners on 7 July 2019.")
            store.add([document], pipeline.extract(document))
            stored.update(store, [name])
            assert refreshed.refresh(store, {name}, Config(), seen)
        assert reviewed == [["c"], ["c", "d"]]


def test_what_waits_for_a_review_elsewhere_hinders_nothing(tmp_path: Path):
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        waiting = [made(f"w{n:02}", f"A loaf costs {n + 2} dollars on the market of Merat.") for n in range(45)]
        extracted = {document.id: pipeline.extract(document) for document in waiting}
        store.add(waiting, [claim for claims in extracted.values() for claim in claims])
        keyed = [(d.id, digest_of(d), signed_document(d, extracted[d.id]).keys) for d in waiting]
        store.index(keyed, anew=True)
        store.pairs()
        for name, number in (("a", 333), ("b", 999)):
            change(store, name, f"The flood at Bruton left {number} miners dead.")
        assert {finding.a.document for finding in store.findings()} == {"a"}


def test_where_much_is_concerned_or_the_index_lags_it_is_left_to_a_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        change(store, "a", TEXTS[0])
        other = made("b", TEXTS[1])
        store.add([other], pipeline.extract(other))
        assert not refreshed.refresh(store, {"b"}, Config(), lambda report: report)
        stored.update(store, ["b"])
        monkeypatch.setattr(refreshed, "MOST", 1)
        assert not refreshed.refresh(store, {"b"}, Config(), lambda report: report)
