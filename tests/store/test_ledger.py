"""The ledger: records come back as they were written, and every fault names file, line and column."""

import contextlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import LedgerError
from provenance.model.ledger import Decision, Record, RecordedQuantity, RecordedValue
from provenance.store import ledger

GOOD = """\
- id: houses-burned
  source: report.txt
  claim: Some forty houses burned.
  quote: about 40 houses burned
  start: 20
  end: 42
  values:
    - quantity: {value: 3.20, approximation: about, noun: houses}
    - time: P2M
  speaker: the mayor
  decision: {verdict: accepted, by: A. Editor, reason: no, on: 2020-03-04}
  meta:
    note:
    pages: [3, 007]
"""

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SOME = WORDS.filter(lambda words: bool(words.strip()))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)
VALUES = st.one_of(
    st.builds(RecordedValue, time=SOME),
    st.builds(RecordedValue, name=SOME),
    st.builds(RecordedValue, quantity=st.builds(RecordedQuantity, value=NUMBERS, low=st.none() | NUMBERS, noun=WORDS)),
)
DECISIONS = st.builds(Decision, verdict=st.sampled_from(["accepted", "disputed"]), by=SOME, reason=SOME, on=st.dates())
META = st.dictionaries(
    WORDS, max_size=2, values=st.recursive(WORDS, lambda inner: st.lists(inner, max_size=2), max_leaves=3)
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    quote = draw(SOME)
    start = draw(st.integers(0, 10**9))
    return Record(
        id=draw(st.from_regex(r"[a-z0-9][a-z0-9._-]{0,20}", fullmatch=True)),
        source=draw(SOME),
        claim=draw(SOME),
        quote=quote,
        start=start,
        end=start + len(quote),
        prefix=draw(WORDS),
        values=tuple(draw(st.lists(VALUES, max_size=3))),
        speaker=draw(st.none() | SOME),
        decision=draw(st.none() | DECISIONS),
        meta=draw(META),
    )


def bare(record: Record) -> str:
    """Everything but where it stands."""
    return record.model_dump_json()


def write(folder: Path, text: str, name: str = "claims.yaml") -> Path:
    file = folder / name
    file.write_bytes(text.encode("utf-8"))
    return file


def problems(folder: Path, text: str) -> list[str]:
    file = write(folder, text)
    with pytest.raises(LedgerError) as caught:
        ledger.load([file])
    lines = str(caught.value).splitlines()
    assert list(caught.value.problems) == lines
    assert all(line.startswith(f"{file}:") for line in lines)
    return [line.removeprefix(f"{file}:") for line in lines]


def test_every_scalar_is_read_as_written(tmp_path: Path):
    (record,) = ledger.load([write(tmp_path, GOOD)])
    assert record.values[0].quantity == RecordedQuantity(
        value=Decimal("3.20"), approximation="about", noun="houses", place=f"{tmp_path}/claims.yaml:8:7"
    )
    assert str(record.values[0].quantity.value) == "3.20"
    assert record.values[1].time == "P2M"
    assert record.decision is not None
    assert (record.decision.reason, record.decision.on) == ("no", date(2020, 3, 4))
    assert record.meta == {"note": "", "pages": ["3", "007"]}
    assert record.place == f"{tmp_path}/claims.yaml:1:3"


@settings(max_examples=30, deadline=None)
@given(st.lists(records(), max_size=3, unique_by=lambda record: record.id))
def test_what_is_dumped_is_loaded(tmp_path_factory: pytest.TempPathFactory, written: list[Record]):
    file = write(tmp_path_factory.mktemp("ledger"), "".join(map(ledger.dump, written)))
    assert [bare(record) for record in ledger.load([file])] == [bare(record) for record in written]


def test_dump_is_written_as_by_hand():
    record = Record(
        id="a",
        source="a.txt",
        claim="b",
        quote="“six”",
        start=1,
        end=6,
        values=(RecordedValue(quantity=RecordedQuantity(value=Decimal("3.20"))),),
        place="x.yaml:1:1",
    )
    assert ledger.dump(record) == (
        "- id: a\n  source: a.txt\n  claim: b\n  quote: “six”\n  start: 1\n  end: 6\n"
        "  values:\n  - quantity:\n      value: '3.20'\n"
    )


def test_one_record_without_a_list(tmp_path: Path):
    single = "\n".join(line[2:] for line in GOOD.splitlines())
    assert [bare(one) for one in ledger.load([write(tmp_path, single)])] == [
        bare(one) for one in ledger.load([write(tmp_path, GOOD)])
    ]


def test_folders_are_read_in_order_and_files_once(tmp_path: Path):
    for name in ("b.yaml", "a.yml", "note.txt"):
        write(tmp_path, GOOD.replace("houses-burned", name[0]), name)
    assert [record.id for record in ledger.load([tmp_path, tmp_path / "b.yaml"])] == ["a", "b"]


def test_an_empty_file_has_no_records(tmp_path: Path):
    assert ledger.load([write(tmp_path, "# nothing yet\n")]) == []


def test_all_problems_at_once(tmp_path: Path):
    text = GOOD.replace("speaker:", "speakr:").replace("start: 20", "start: twenty").replace("time: P2M", "time:")
    assert problems(tmp_path, text + "- 3\n") == [
        '9:7: "time" has no value. Give one, or remove the key.',
        '10:3: unknown key "speakr". Did you mean "speaker"?',
        "15:3: a record is a mapping with id, source, claim, quote, start, end",
    ]
    assert problems(tmp_path, GOOD.replace("start: 20", "start: twenty").replace("by: A. Editor, ", "")) == [
        "5:3: start 'twenty': Input should be a valid integer, unable to parse string as an integer",
        '11:3: "decision.by" is missing',
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("end: 42", "end: 41", "1:3: start and end span 21 code points, but the quote has 22"),
        ("end: 42", "end: 42\n  end: 43", '7:3: key "end" stands twice, first at 6:3'),
        ("id: houses-burned", "id: Houses burned", "1:3: id 'Houses burned': String should match pattern"),
        ("value: 3.20", "value: many", "8:18: values.quantity.value 'many': Input should be a valid decimal"),
        ("value: 3.20, ", "", "8:7: values.quantity: a quantity needs a value, or a low or high bound"),
        ("value: 3.20", "value: 1e999999999", "8:18: values.quantity.value '1e999999999': Decimal input should have"),
        ("approximation: about", "approximation: roughly", "values.quantity.approximation 'roughly': Input should be"),
        ("- time: P2M", "- {time: P2M, name: B}", "9:7: values: a value is exactly one of quantity, time, name"),
        ("- time: P2M", "- {}", "9:7: values: a value is exactly one of quantity, time, name"),
        ("- time: P2M", "- P2M", "9:7: values 'P2M': Input should be a valid dictionary"),
        ("verdict: accepted", "verdict: true", "decision.verdict 'true': Input should be 'accepted', 'disputed'"),
        ("on: 2020-03-04", "on: 20", "decision.on '20': Invalid isoformat string"),
        ("claim: Some forty houses burned.", "claim: ' '", "3:3: claim ' ': String should match pattern"),
        ("claim: Some forty", "claim: *forty", "3:10: anchors, aliases and tags are not allowed"),
        ("claim: Some", "claim: &some", "3:10: anchors, aliases and tags are not allowed"),
        ("claim: Some", "claim: !!python/name:os.system", "3:10: anchors, aliases and tags are not allowed"),
        ("claim: Some forty", "claim: Some: forty", "3:14: is not YAML: mapping values are not allowed here"),
        ("claim: Some", "claim: 'Some", "is not YAML: found unexpected end of stream"),
        ("claim: Some", "claim: \0", "3:10: character U+0000 is not allowed in YAML"),
        ("  meta:", "  ? [a]\n  : b\n  meta:", "12:5: a key is not a plain word"),
        ("note:", "note: " + "[" * 50_000, "nested more than 12 levels deep"),
        ("  meta:", "---\n  meta:", "a second YAML document (---) in one file. Use a list of records instead"),
        ("meta:", "mata:", '12:3: unknown key "mata". Did you mean "meta"?'),
    ],
)
def test_each_fault_says_what_and_where(tmp_path: Path, old: str, new: str, expected: str):
    assert old in GOOD
    (line,) = problems(tmp_path, GOOD.replace(old, new))
    assert expected in line


def test_a_bomb_of_aliases_is_one_line(tmp_path: Path):
    bomb = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 9}*a]\n" for n in range(9))
    assert problems(tmp_path, bomb) == ["1:4: anchors, aliases and tags are not allowed"]


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path):
    file = write(tmp_path, "#" * (ledger.MAX_BYTES + 1))
    with pytest.raises(LedgerError, match="larger than 1000000 bytes"):
        ledger.load([file])


def test_not_utf8_and_not_there(tmp_path: Path):
    (tmp_path / "latin.yaml").write_bytes(b"id: \xe9t\xe9")
    with pytest.raises(LedgerError) as caught:
        ledger.load([tmp_path / "latin.yaml", tmp_path / "none.yaml"])
    assert sorted(caught.value.problems) == [
        f"{tmp_path}/latin.yaml: is not UTF-8 (byte 4)",
        f"{tmp_path}/none.yaml: no such file or folder",
    ]


def test_an_id_is_taken_once_in_the_whole_ledger(tmp_path: Path):
    write(tmp_path, GOOD, "a.yaml")
    write(tmp_path, "\n" + GOOD, "b.yaml")
    with pytest.raises(LedgerError) as caught:
        ledger.load([tmp_path])
    assert caught.value.problems == (
        f'{tmp_path}/b.yaml:2:3: id "houses-burned" is taken by the record at {tmp_path}/a.yaml:1:3',
    )


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("-:?[]{}#&*!|>'\"%@` \n\tabid:0\x00\x85\ufeff\u2028é"), max_size=60) | WORDS)
def test_no_text_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str):
    file = write(tmp_path_factory.mktemp("ledger"), text)
    with contextlib.suppress(LedgerError):
        ledger.load([file])


def test_the_published_schema_is_the_one_of_the_model():
    published = Path(ledger.__file__).with_name("ledger.schema.json")
    assert published.read_text("utf-8") == ledger.schema()


@settings(max_examples=20, deadline=None)
@given(records())
def test_what_is_dumped_fits_the_schema(record: Record):
    parsed = json.loads(json.dumps(yaml.safe_load(ledger.dump(record))))
    jsonschema.validate(parsed, json.loads(ledger.schema()))


def test_what_does_not_fit_is_refused_by_the_schema():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"id": "a", "sorce": "b"}], json.loads(ledger.schema()))
