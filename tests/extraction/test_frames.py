"""Who did what to whom; sentences and frames stand in cases/frames.tsv."""

from pathlib import Path

import pytest

from provenance.extraction.claims import extract
from provenance.model import Frame

CASES = Path(__file__).parent / "cases" / "frames.tsv"


def cases() -> list[tuple[str, Frame]]:
    lines = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    names = ("actor", "action", "family", "undergoer", "place")
    return [(sentence, Frame(**dict(zip(names, values, strict=True)))) for sentence, *values in lines]


@pytest.mark.parametrize(("sentence", "frame"), cases(), ids=lambda v: v[:40] if isinstance(v, str) else "")
def test_frames_of_own_sentences(sentence: str, frame: Frame) -> None:
    assert extract(sentence)[-1].frame == frame


def test_three_ways_of_saying_it_give_one_frame() -> None:
    ways = (
        "The army shelled the town in May.",
        "The town was shelled by the army in May.",
        "Shelling of the town by the army began in May.",
    )
    frames = [extract(way)[0].frame for way in ways]
    assert {(f.actor.lower(), f.family, f.undergoer.lower()) for f in frames} == {("the army", "SHELL", "the town")}


def test_place_is_where_it_happens() -> None:
    assert extract("The Germany-based firm opened a factory near Lisbon in May.")[0].frame.place == "Lisbon"
