"""Recorded claims against their sources; and this repository's own ledger against its two articles."""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Document
from provenance.model.ledger import Record
from provenance.model.observation import Observation
from provenance.readers import read
from provenance.store import ledger
from provenance.verification.ledger.records import candidates, verify, verify_all

ROOT = Path(__file__).parents[2]
TEXT = (
    "The council met on Tuesday evening.\n"
    "“About 4,500 jobs will go within two months,” said Marta Olsen, who leads the union in Drammen. "
    "Between 30 and 40 shops closed in March 2019.\n"
)


def document(text: str = TEXT, id: str = "report", path: str | None = "sources/report.txt") -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=id,
        text=text,
        sha256=digest,
        text_sha256=digest,
        path=path,
        published=date(2019, 4, 2),
        media_type="text/plain",
        reader="text",
        reader_version="1",
    )


def record(quote: str = "About 4,500 jobs will go within two months", **fields: object) -> Record:
    start = TEXT.index(quote)
    basic = {"id": "jobs", "source": "report.txt", "claim": "Jobs go.", "place": "claims/a.yaml:3:3"}
    return Record.model_validate({**basic, "quote": quote, "start": start, "end": start + len(quote), **fields})


def quantity(**fields: object) -> dict[str, object]:
    return {
        "quantity": {"value": "4500", "approximation": "about", "noun": "jobs", **fields},
        "place": "claims/a.yaml:9:5",
    }


def only(observations: list[Observation]) -> Observation:
    assert len(observations) == 1, [item.message for item in observations]
    return observations[0]


def test_a_record_that_stands():
    values = [quantity(), {"time": "P2M"}]
    assert verify(record(values=values, speaker="Marta Olsen"), document()) == []


def test_bounds_times_and_names():
    values = [
        {"quantity": {"low": "30", "high": "40", "approximation": "between", "noun": "shops"}},
        {"time": "2019-03"},
    ]
    assert verify(record("Between 30 and 40 shops closed in March 2019", values=values), document()) == []
    quote = "said Marta Olsen, who leads the union in Drammen"
    assert verify(record(quote, values=[{"name": "Drammen"}, {"name": "Olsen"}]), document()) == []


def test_edited_passage():
    seen = only(verify(record(), document(TEXT.replace("4,500", "4,600"))))
    assert seen.kind == "passage_edited"
    assert seen.message.startswith('sources/report.txt:2:2: the passage of claim "jobs" (claims/a.yaml:3:3) reads')
    assert "4,500" in seen.message
    assert "About 4,600 jobs will go within two months" in seen.message
    assert seen.a.quote == "About 4,600 jobs will go within two months"
    assert seen.slots[0].a == "About 4,500 jobs will go within two months"
    assert seen.claims == ("jobs",)


def test_moved_passage_keeps_its_values():
    seen = only(verify(record(values=[quantity()]), document("Corrected.\n" + TEXT)))
    assert seen.kind == "passage_moved"
    assert f"stands at {TEXT.index('About') + 11}, recorded at {TEXT.index('About')}" in seen.message


def test_ambiguous_passage_is_not_read_for_values():
    text = "Late note. " + TEXT + TEXT
    seen = only(verify(record(values=[quantity(value="1")]), document(text)))
    assert seen.kind == "passage_ambiguous"


def test_passage_that_is_gone():
    seen = only(verify(record(values=[quantity()]), document("The orchestra played to a half-empty hall.\n")))
    assert seen.kind == "passage_gone"
    assert seen.a.quote == "About 4,500 jobs will go within two months"
    assert '"About 4,500 jobs will go within two months"' in seen.message


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"value": "4600"}, "value: recorded 4600, the passage 4500"),
        ({"value": "4500.1"}, "value: recorded 4500.1, the passage 4500"),
        ({"approximation": "exact"}, "approximation: recorded exact, the passage about"),
        ({"unit": "km"}, "unit: recorded km, the passage none"),
        ({"noun": "people"}, "noun: recorded people, the passage jobs"),
    ],
)
def test_a_value_that_differs_names_both(changed: dict[str, object], reason: str):
    seen = only(verify(record(values=[quantity(**changed)]), document()))
    assert seen.kind == "value_differs"
    assert seen.reasons == (reason,)
    assert seen.message.startswith('sources/report.txt:2:2: the quantity of claim "jobs" (claims/a.yaml:9:5) differs: ')
    assert "“About 4,500” = 4500 (about, jobs)" in seen.message
    assert seen.slots[0].verdict == "different"


def test_values_are_those_of_the_source_today():
    seen = verify(record(values=[quantity()]), document(TEXT.replace("4,500", "4,600")))
    assert [item.kind for item in seen] == ["passage_edited", "value_differs"]
    assert "the source says" in seen[1].message
    assert "4600" in seen[1].message


def test_a_hedge_just_before_the_quote_counts():
    seen = only(verify(record("4,500 jobs will go", values=[quantity(approximation="exact")]), document()))
    assert seen.reasons == ("approximation: recorded exact, the passage about",)


def test_a_value_outside_the_quote_does_not_count():
    seen = only(verify(record("jobs will go", values=[{"time": "2019-03"}]), document()))
    assert seen.reasons == ("the passage gives no time",)


def test_time_and_name_that_differ():
    values = [{"time": "P3M"}, {"name": "Oslo"}]
    seen = verify(record("within two months,” said Marta Olsen", values=values), document())
    assert [item.kind for item in seen] == ["value_differs", "value_differs"]
    assert "recorded P3M, the source says" in seen[0].message
    assert "= P2M" in seen[0].message
    assert "recorded Oslo, the source says" in seen[1].message
    assert "Marta Olsen" in seen[1].message


def test_a_name_is_not_found_inside_a_word():
    seen = only(verify(record("who leads the union in Drammen", values=[{"name": "Ramm"}]), document()))
    assert seen.kind == "value_differs"


def test_wrong_speaker():
    seen = only(verify(record(speaker="Jonas Berg"), document()))
    assert seen.kind == "wrong_speaker"
    assert "recorded Jonas Berg" in seen.message
    assert "Marta Olsen" in seen.message


def test_a_speaker_that_the_source_never_names():
    seen = only(verify(record("The council met on Tuesday evening", speaker="Jonas Berg"), document()))
    assert "the source does not name it" in seen.message
    assert verify(record("The council met on Tuesday evening", speaker="Marta Olsen"), document()) == []


def test_a_source_that_was_not_read():
    seen = only(verify_all([record(source="minutes.pdf")], [document()]))
    assert seen.kind == "source_missing"
    assert seen.a.document == "minutes.pdf"
    assert 'the source "minutes.pdf" of claim "jobs" (claims/a.yaml:3:3) was not checked: no document' in seen.message


def test_a_source_is_named_by_id_path_or_file_name():
    one, other = document(id="a", path="x/report.txt"), document(id="b", path="y/report.txt")
    assert candidates("a", [one, other]) == [one]
    assert candidates("y/report.txt", [one, other]) == [other]
    assert candidates("report.txt", [one, other]) == [one, other]
    seen = only(verify_all([record()], [one, other]))
    assert "2 documents are named so: a, b" in seen.message


def own_documents() -> list[Document]:
    return [read(file) for file in sorted((ROOT / "seeds").glob("*.txt"))]


def own_records() -> list[Record]:
    return ledger.load([ROOT / "claims"])


def test_the_ledger_of_this_repository_stands():
    records = own_records()
    assert len(records) >= 10
    assert [item.message for item in verify_all(records, own_documents())] == []
    values = [value for record in records for value in record.values]
    assert any(value.time == "P2M" for value in values)
    assert any(
        value.quantity and (value.quantity.value, value.quantity.noun) == (350000, "civilians") for value in values
    )


def with_other_digit(text: str, at: int) -> str:
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


def test_no_digit_of_a_quote_can_change_unseen():
    """Every digit of every quote of this repository's ledger, one at a time."""
    documents = own_documents()
    tried = 0
    for item in own_records():
        for found in re.finditer("[0-9]", item.quote):
            changed = item.model_copy(update={"quote": with_other_digit(item.quote, found.start()), "values": ()})
            seen = only(verify_all([changed], documents))
            assert seen.kind == "passage_edited", changed.quote
            assert seen.a.quote == item.quote
            tried += 1
    assert tried > 15


def test_no_digit_of_a_recorded_value_can_change_unseen():
    documents = own_documents()
    tried = 0
    for item in own_records():
        for number, value in enumerate(item.values):
            for changed in changed_values(value.model_dump(mode="json", exclude_none=True)):
                values = [*item.values[:number], changed, *item.values[number + 1 :]]
                seen = only(verify_all([Record.model_validate({**item.model_dump(), "values": values})], documents))
                assert seen.kind == "value_differs"
                assert "the source says" in seen.message
                tried += 1
    assert tried > 30


def test_no_digit_of_the_newsrooms_own_words_can_change_unseen():
    changed = 0
    for item in own_records():
        for match in re.finditer(r"\d", item.claim):
            words = with_other_digit(item.claim, match.start())
            found = verify_all([item.model_copy(update={"claim": words})], own_documents())
            assert [o.kind for o in found] == ["value_differs"], words
            changed += 1
    assert changed > 10


def test_a_claim_may_round_and_rephrase_but_not_add_figures():
    ok = ("About 4,500 jobs will be lost in two months", "Nearly 4,500 posts go", "Some 4.5 thousand jobs will go")
    assert all(not verify(record(claim=words), document()) for words in ok)
    assert only(verify(record(claim="About 4,600 jobs will go"), document())).kind == "value_differs"
    assert only(verify(record(claim="About 4,500 jobs will go within six months"), document())).kind == "value_differs"


def changed_values(value: dict[str, object]) -> list[dict[str, object]]:
    if "time" in value:
        text = str(value["time"])
        return [{"time": with_other_digit(text, found.start())} for found in re.finditer("[0-9]", text)]
    inner = value.get("quantity")
    if not isinstance(inner, dict):
        return []
    number = str(inner["value"])
    return [{"quantity": {**inner, "value": with_other_digit(number, at)}} for at in range(len(number))]


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=80), st.text(min_size=1, max_size=30).filter(str.strip), st.integers(0, 90), st.text(max_size=10)
)
def test_no_text_breaks_it_and_every_passage_proves_itself(text: str, quote: str, start: int, word: str):
    values = [{"name": f"A{word}"}, {"time": f"P{word}"}, {"quantity": {"value": "1", "noun": word}}]
    basic = {"id": "a", "source": "report", "claim": "b", "quote": quote, "start": start, "end": start + len(quote)}
    made = Record.model_validate({**basic, "values": values, "speaker": f"B{word}"})
    for seen in verify(made, document(text)):
        if seen.kind not in ("passage_gone", "passage_ambiguous"):
            assert text[seen.a.start : seen.a.end] == seen.a.quote
