"""Signatures as text: what is read back is what was signed, to the order in which sums go through a bag."""

import json
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provenance
from provenance.matching.signature import recorded
from provenance.matching.signature.signatures import Signature, sign
from provenance.matching.signed import in_order
from provenance.model import Document
from provenance.pipeline import extract

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*/**/*.txt"))
SENTENCES = [
    "Blast kills 18 in Lisk",
    "LISK, May 4 - At least 18 people were killed on Saturday and 30 hurt by a bomb, the mayor, Anna Berg, said.",
    "The trial lasted six weeks, and a ten-day siege of Merat went on for almost three weeks.",
    "Nobody was arrested, and the River Watch denied that rebels refused to leave the town of Merat at 10:30.",
    "Revenue rose to $4.1 million from 3,900,000 dollars in March, while some 12 to 15 percent of 3 km of pipe leaked.",
    "Across the border, by the end of June, the army took control of Velis.",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map("\n\n".join)


def document(text: str, published: date | None = date(2019, 5, 4)) -> Document:
    return provenance.read(text.encode(), id="d", media_type="text/plain").model_copy(update={"published": published})


def assert_kept(source: Document) -> None:
    claims = in_order(extract(source))
    signed = sign(source, claims)
    read = recorded.signatures(recorded.record(signed, claims), source, claims)
    assert read == signed
    for name in (field.name for field in fields(Signature)):
        for one, other in zip(read, signed, strict=True):
            assert type(getattr(one, name)) is type(getattr(other, name)), name
            if isinstance(getattr(one, name), dict):
                assert list(getattr(one, name)) == list(getattr(other, name)), name
    for one, other in zip(read, signed, strict=True):
        assert one.claim is other.claim
        # Of these there is one object for all that are equal, which comparing rests on.
        assert [(f.counted, f.number) for f in (*one.figures, *one.lengths)] == [
            (f.counted, f.number) for f in (*other.figures, *other.lengths)
        ]


@given(TEXTS, st.sampled_from([None, date(2019, 5, 4)]))
def test_signatures_come_back_as_they_were(text: str, published: date | None):
    assert_kept(document(text, published))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_signatures_of_the_cases_come_back(path: Path):
    assert_kept(document(path.read_text("utf-8")))


def test_a_headline_keeps_the_bound_that_the_text_puts_on_its_figure():
    source = document("\n\n".join(SENTENCES[:2]))
    claims = in_order(extract(source))
    signed = sign(source, claims)
    assert any(f.compared != f.quantity for s in signed for f in s.figures)
    assert recorded.signatures(recorded.record(signed, claims), source, claims) == signed


def test_what_is_common_is_written_once():
    source = document("\n\n".join(SENTENCES))
    claims = in_order(extract(source))
    held = json.loads(recorded.record(sign(source, claims), claims))
    for name in ("sets", "names", "bags", "days"):
        assert len({json.dumps(one) for one in held[name]}) == len(held[name]) > 0


@pytest.mark.parametrize("change", ["rows", "sets", "names"])
def test_what_is_no_record_is_refused(change: str):
    source = document(SENTENCES[1])
    claims = in_order(extract(source))
    held = json.loads(recorded.record(sign(source, claims), claims))
    del held[change]
    for written in (json.dumps(held), "[]", "{", "null"):
        with pytest.raises(ValueError, match="no record"):
            recorded.signatures(written, source, claims)
    with pytest.raises(ValueError, match="no record"):
        recorded.signatures(recorded.record(sign(source, claims), claims), source, [])


@pytest.mark.parametrize("seed", ["1", "7"])
def test_another_process_writes_the_same_record(seed: str) -> None:
    folder = str(Path(__file__).parent)
    script = f"import sys; sys.path.insert(0, {folder!r}); import test_recorded; print(test_recorded.record_of_all())"
    found = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "PYTHONPATH": ":".join(sys.path)},
    )
    assert found.stdout.strip() == record_of_all()


def record_of_all() -> str:
    source = document("\n\n".join(SENTENCES))
    claims = in_order(extract(source))
    return recorded.record(sign(source, claims), claims)
