from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.readers.sources import load

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("yaml", "error"),
    [
        ("a.txt:\n  titel: T\n", ":2:3: unknown field 'titel'. Did you mean \"title\"?"),
        ("a.txt:\n  colour: red\n", ":2:3: unknown field 'colour'. Known: title publisher"),
        ("a.txt:\n  title: T\n  title: U\n", ':3:3: key "title" stands twice, first at 2:3'),
        ("a.txt: {}\na.txt: {}\n", ':2:1: key "a.txt" stands twice, first at 1:1'),
        ("a.tx:\n  title: T\n", ":1:1: names 'a.tx', which is not in this folder. Did you mean \"a.txt\"?"),
        ("a.txt:\n  published: 2018\n", ":2:3: published '2018' is no full date"),
        ("a.txt:\n  sha256: abc\n", ":2:3: sha256 'abc' is no digest"),
        ("a.txt:\n  title: [T]\n", ":2:3: title is no text"),
        ("a.txt: Title\n", ":1:1: is not a mapping of fields. Write, for example: article.txt: {publisher"),
        ("- a.txt\n", ":1:1: is not a mapping of file names. Write, for example: article.txt: {publisher"),
        ("a.txt: [\n", ":2:1: is not YAML"),
        ("[" * 5000, ":1:13: nested more than 12 levels deep"),
        ("a.txt: &x {title: T}\n", ":1:8: anchors, aliases and tags are not allowed"),
    ],
)
def test_errors_name_line_and_remedy(tmp_path: Path, yaml: str, error: str) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "sources.yaml").write_text(yaml)
    sources = load(tmp_path)
    assert sources.entries == {}
    assert error in str(sources.errors[0])
    assert "\n" not in str(sources.errors[0])


def test_numbers_stay_as_written_and_empty_fields_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "sources.yaml").write_text("a.txt:\n  title: 3.20\n  publisher:\n")
    entry = load(tmp_path).entries["a.txt"]
    assert (entry.title, entry.publisher) == ("3.20", None)


def test_one_wrong_entry_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").touch()
    (tmp_path / "sources.yaml").write_text("a.txt: {foo: 1}\nb.txt: {title: T}\n")
    sources = load(tmp_path)
    assert list(sources.entries) == ["b.txt"]
    assert len(sources.errors) == 1


def test_the_sources_of_this_repository_are_unchanged() -> None:
    from provenance.readers import read_all

    reading = read_all([REPOSITORY / "seeds"])
    assert reading.unread == ()
    assert [(document.publisher, document.warnings) for document in reading.documents] == [
        ("Zaman al-Wasl", ()),
        ("VOA", ()),
    ]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="a.tx: \n-[]{}&*!|>'\"#%@`?,title"))
def test_any_file_gives_entries_or_errors(tmp_path: Path, yaml: str) -> None:
    (tmp_path / "sources.yaml").write_text(yaml)
    load(tmp_path)
