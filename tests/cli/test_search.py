"""Did we check this before: claim, passage, document and decision."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def store(run, tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed five warehouses.\n")
    (tmp_path / "b.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed three warehouses.\n")
    run("init")
    run("add", "a.txt", "b.txt")
    findings = json.loads(run("review", "--format", "json").out)["findings"]
    return str(next(f["id"] for f in findings if f["relation"] == "conflicts"))


QUERY = "nine warehouses of Lowhaven harbour were destroyed by fire"


def test_passages_documents_and_decisions(run, store: str):
    run("decide", store, "--verdict", "accepted", "--reason", "both are told", "--by", "Ines")
    text = run("search", QUERY)
    assert text.code == 0
    for words in ("CONFLICT", "a.txt · line 1", "b.txt · line 1", "nine ≠ five", "accepted by Ines"):
        assert words in text.out
    hits = json.loads(run("search", *QUERY.split(), "--format", "json").out)["hits"]
    assert [hit["relation"] for hit in hits] == ["conflicts", "conflicts"]
    assert {hit["document"]["path"] for hit in hits} == {"a.txt", "b.txt"}
    assert [[d["reason"] for d in hit["decisions"]] for hit in hits] == [["both are told"]] * 2
    assert len(json.loads(run("search", QUERY, "--limit", "1", "--format", "json").out)["hits"]) == 1


@pytest.mark.parametrize(
    "query", ["copper prices in Chile", '"', "NEAR(a b)", "fire AND", "*", "quote:fire -", "ferry OR"]
)
def test_nothing_found_and_nothing_broken(run, store: str, query: str):
    result = run("search", "--format", "json", "--", query)
    assert result.code == 0
    if "fire" not in query:
        assert json.loads(result.out)["hits"] == []


def test_old_versions_are_not_found(run, store: str):
    Path("a.txt").write_text("Nothing of the kind.\n")
    run("add", "a.txt")
    assert [hit["document"]["id"] for hit in json.loads(run("search", QUERY, "--format", "json").out)["hits"]] == ["b"]


def test_an_empty_store(run):
    run("init", "empty.sqlite")
    assert run("search", QUERY, "--store", "empty.sqlite").code == 3
    assert run("search", QUERY, "--store", "nowhere.sqlite").code == 2


def test_an_empty_query_is_refused(run, store: str):
    refused = run("search", " ")
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)
    assert "the query is empty" in refused.err


PAGE = """<!doctype html>
<html><head><title>Fire in Lowhaven</title></head>
<body>
<nav><ul><li>Home</li></ul></nav>
<article>
<h1>Fire at Lowhaven harbour</h1>
<p>A fire at the harbour of Lowhaven killed 24 dockers on 3 May 2021.</p>
<p>Three warehouses burned down, and the mayor closed two roads.</p>
</article></body></html>
"""


@pytest.fixture
def pages(run) -> None:
    Path("fire.html").write_text(PAGE)
    run("init")
    run("add", "fire.html")


def labels(shown: str) -> list[str]:
    return [line.split("  ")[1].strip() for line in shown.splitlines() if line[:2].strip().isdigit()]


def test_what_is_said_of_another_place_agrees_with_nothing(run, pages: None):
    shown = run("search", "Three warehouses burned down in Velis").out
    assert labels(shown)[0] == "LIKE IT"
    assert "place: Velis ? Lowhaven" in shown
    assert labels(run("search", "Three warehouses burned down in Lowhaven").out)[0] == "AGREEMENT"


def test_a_few_words_state_nothing_to_agree_with(run, pages: None):
    for words in ("fire", "harbour of Lowhaven"):
        assert set(labels(run("search", words).out)) == {"SPEAKS OF IT"}


def test_lines_are_those_of_the_page_while_it_is_as_it_was(run, pages: None):
    assert "Fire in Lowhaven · line 7\n" in run("search", "24 dockers died in the fire at Lowhaven").out
    Path("fire.html").write_text("<p>gone</p>")
    assert "Fire in Lowhaven · line 2 of its text\n" in run("search", "24 dockers died in the fire at Lowhaven").out


def test_a_sentence_is_shown_once(run, pages: None):
    shown = run("search", "Three warehouses burned down; the mayor closed two roads").out
    assert shown.count("│ Three warehouses") == 1


def test_every_line_of_a_long_passage_is_marked_as_one(run, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    (tmp_path / "a.txt").write_text("The ferry Aurora sank off Lund " + "in the dark of a winter night " * 4 + ".\n")
    run("init")
    run("add", "a.txt")
    lines = run("search", "ferry Aurora").out.splitlines()[2:]
    assert len(lines) > 2
    assert all(line.startswith("    │ ") and len(line) <= 60 for line in lines if line)


def test_of_a_few_words_what_is_most_like_them_comes_first(run, tmp_path: Path):
    (tmp_path / "a.txt").write_text("The company that owns the ferry, Lund Lines, said it was not overloaded.\n")
    (tmp_path / "b.txt").write_text("Malo denied reports that the ferry was overloaded.\n")
    run("init")
    run("add", "a.txt", "b.txt")
    shown = json.loads(run("search", "overloaded", "--format", "json").out)["hits"]
    likeness = [hit["likeness"] for hit in shown]
    assert len(set(likeness)) == 2
    assert likeness == sorted(likeness, reverse=True)
