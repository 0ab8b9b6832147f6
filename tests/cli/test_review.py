import json
import os
import re
from pathlib import Path

import pytest

from provenance import config
from provenance.cli import common
from provenance.reports import FORMATS
from provenance.store import database

from .conftest import SEEDS


def test_a_conflict_is_shown_with_both_passages_and_exits_1(run, sources):
    result = run("review", sources)
    assert result.code == 1
    assert result.err == ""
    assert "CONFLICT  error  PV301" in result.out
    assert "Twelve sailors died" in result.out
    assert "Nineteen sailors died" in result.out


def test_the_seeds(run):
    result = run("review", SEEDS)
    assert result.code == 0
    assert re.match(r"2 documents · \d+ claims · ", result.out)


def test_the_same_input_gives_the_same_bytes_in_whatever_order(run, sources):
    files = sorted(sources.iterdir())
    first = run("review", *files, "--format", "json")
    assert (
        first.out
        == run("review", *reversed(files), "--format", "json").out
        == run("review", *files, "--format", "json").out
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--exit-zero"], 0),
        (["--fail-on", "info"], 1),
        (["--fail-on", "error"], 1),
    ],
)
def test_exit_codes_of_findings(run, sources, options, code):
    assert run("review", sources, *options).code == code


def test_agreement_alone_fails_only_when_asked(run, sources):
    (sources / "herald.txt").write_text((sources / "gazette.txt").read_text("utf-8"), encoding="utf-8")
    assert run("review", sources).code == 0
    assert run("review", sources, "--fail-on", "info").code == 1


def test_the_default_store_is_that_of_the_store():
    assert database.DEFAULT == common.STORE


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_to_a_file_and_to_standard_output(run, sources, tmp_path, name):
    shown = run("review", sources, "--format", name).out
    file = tmp_path / "report"
    written = run("review", sources, "--format", name, "-o", file)
    assert (written.code, written.out) == (1, "")
    assert file.read_bytes().decode() == shown  # byte for byte: CSV ends its lines with CR LF
    assert shown
    assert run("review", sources, "--format", name, "-o", "-").out == shown


def test_json_has_the_keys_of_the_contract(run, sources):
    report = json.loads(run("review", sources, "--format", "json").out)
    assert {"schema_version", "documents", "claims", "findings", "summary"} <= report.keys()
    paths = {document["id"]: document["path"] for document in report["documents"]}
    assert all(Path(path).exists() for path in paths.values())
    texts = {document["id"]: document["text"] for document in report["documents"]}
    for finding in report["findings"]:
        assert {"id", "rule", "severity", "relation", "score", "message", "reasons", "a", "b"} <= finding.keys()
        for side in (finding["a"], finding["b"]):
            assert texts[side["document"]][side["start"] : side["end"]] == side["quote"]


def test_width_and_color(run, sources, monkeypatch):
    assert max(map(len, run("review", sources).out.splitlines())) <= 100
    assert "\x1b[" not in run("review", sources).out
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, run("review", sources).out.splitlines())) <= 50
    monkeypatch.setenv("COLUMNS", "nonsense")
    assert max(map(len, run("review", sources).out.splitlines())) <= 100
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("review", sources).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("review", sources).out


def test_standard_input_beside_files(shell, sources):
    text = "Thirty sailors died when the ferry Aurora sank off Tallinn on 3 May 2019.\n"
    result = shell("review", "-", sources / "gazette.txt", given=text.encode())
    assert result.code == 1
    assert "stdin" in result.out
    empty = shell("review", "-", given=b"")
    assert (empty.code, empty.out) == (2, "")
    assert empty.err.startswith("provenance: standard input: is empty")
    assert len(empty.err.splitlines()) == 1


class TestBadInput:
    """One clear line for each, and the exit code."""

    def one_line(self, result, code, *words):
        assert (result.code, result.out) == (code, "")
        assert len(result.err.splitlines()) == 1
        for word in words:
            assert word in result.err

    def test_a_missing_path(self, run):
        self.one_line(run("review", "nowhere"), 2, "nowhere: no such file")

    def test_an_empty_folder(self, run, tmp_path):
        (tmp_path / "empty").mkdir()
        self.one_line(run("review", "empty"), 3, "nothing was checked: no document found")

    def test_text_without_a_claim(self, run, tmp_path):
        (tmp_path / "a.txt").write_text("Oh!\n", encoding="utf-8")
        result = run("review", "a.txt")
        assert (result.code, result.err.splitlines()[-1][:31]) == (3, "provenance: nothing was checked")

    def test_a_store_is_no_document(self, run):
        run("init")
        self.one_line(run("review", "provenance.sqlite"), 2, "is a database", "--store")

    def test_a_binary_file(self, run, tmp_path):
        (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 20)
        self.one_line(run("review", "photo.txt"), 2, "photo.txt: is binary")

    def test_a_file_of_200_mb_is_refused_without_being_read(self, run, tmp_path):
        with (tmp_path / "large.txt").open("wb") as file:
            file.truncate(200 * 1024 * 1024)
        self.one_line(run("review", "large.txt"), 2, "large.txt: has 200 MB")

    def test_a_pdf(self, run, tmp_path):
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
        self.one_line(run("review", "a.pdf"), 2, "a.pdf: is a damaged PDF")

    def test_invalid_utf8_is_read_with_a_warning(self, run, tmp_path):
        (tmp_path / "old.txt").write_bytes(
            "Twelve sailors died off Malmö in 2019, the café owner said.".encode("cp1252")
        )
        result = run("review", "old.txt")
        assert result.code == 0
        assert "warning: old.txt: not UTF-8 (line 1" in result.err
        assert "cp1252" in result.err

    def test_unreadable_beside_findings_is_2_and_the_rest_is_reported(self, run, sources):
        (sources / "empty.txt").write_bytes(b"")
        result = run("review", sources)
        assert result.code == 2
        assert "CONFLICT" in result.out
        assert [line.split(": ")[1] for line in result.err.splitlines()] == [f"{sources}/empty.txt"]

    def test_several_unreadable_ones_are_named_and_counted(self, run, sources):
        for name in ("empty.txt", "void.txt"):
            (sources / name).write_bytes(b"")
        result = run("review", sources)
        assert result.code == 2
        assert [line.split(": ")[1] for line in result.err.splitlines()] == [
            f"{sources}/empty.txt",
            f"{sources}/void.txt",
            "2 of the inputs could not be read (named above); the result is without them",
        ]

    def test_a_name_that_is_no_utf8(self, run, sources):
        name = os.fsdecode(b"caf\xe9.txt")
        try:
            (sources / name).write_text("The harbour employs 1,200 people.\n", encoding="utf-8")
        except OSError:
            pytest.skip("this file system has no such names")
        result = run("review", sources, "--format", "json")
        assert result.code == 1
        assert len(json.loads(result.out)["documents"]) == 3

    def test_an_unknown_key_in_the_settings(self, run, sources, tmp_path):
        (tmp_path / "provenance.toml").write_text('sorces = ["a"]\n', encoding="utf-8")
        self.one_line(run("review", sources), 2, "provenance.toml", '"sorces"', 'Did you mean "sources"?')

    def test_nothing_named_and_no_store(self, run):
        self.one_line(run("review"), 2, "provenance review PATH", "provenance init")


class TestOutput:
    """Results never replace an input, and the fault is told before any work."""

    def test_an_input_or_a_file_in_an_input_folder(self, run, sources):
        before = (sources / "herald.txt").read_bytes()
        for paths in ([sources], [sources / "herald.txt"]):
            result = run("review", *paths, "-o", sources / "herald.txt")
            assert result.code == 2
            assert "is one of the inputs" in result.err
        assert (sources / "herald.txt").read_bytes() == before

    def test_by_another_name(self, run, sources, tmp_path):
        (tmp_path / "link").symlink_to(sources / "herald.txt")
        assert "is one of the inputs" in run("review", sources / "herald.txt", "-o", "link").err

    @pytest.mark.parametrize(
        ("output", "told"), [("sources", "is a folder"), ("no/report", "its folder does not exist")]
    )
    def test_where_nothing_can_be_written(self, run, sources, output, told):
        result = run("review", sources, "-o", output)
        assert (result.code, result.out) == (2, "")
        assert told in result.err

    def test_a_new_report_replaces_an_old_one(self, run, sources, tmp_path):
        (tmp_path / "report.html").write_text("old", encoding="utf-8")
        run("review", sources, "--format", "html", "-o", "report.html")
        assert "<html" in (tmp_path / "report.html").read_text("utf-8")


class TestStore:
    def test_init_add_review(self, run, sources):
        made = run("init")
        assert (made.code, made.out) == (0, "")
        assert "next: provenance add" in made.err
        assert run("add", sources).out == "new: gazette\nnew: herald\n"
        in_store = run("review", "--format", "json")
        in_memory = run("review", sources, "--format", "json")
        assert in_store.code == in_memory.code == 1
        assert json.loads(in_store.out)["findings"] == json.loads(in_memory.out)["findings"]
        with database.open() as store:
            assert [f.id for f in store.findings()] == [f["id"] for f in json.loads(in_memory.out)["findings"]]

    def test_added_twice_and_changed(self, run, sources):
        run("init", "news.sqlite")
        run("add", sources, "--store", "news.sqlite")
        with (sources / "herald.txt").open("a", encoding="utf-8") as file:
            file.write("The captain was 54.\n")
        assert run("add", sources, "--store", "news.sqlite").out == "new version: herald\nunchanged: gazette\n"

    def test_paths_with_a_store_are_added_to_it(self, run, sources):
        run("init", "news.sqlite")
        assert run("review", sources, "--store", "news.sqlite").code == 1
        with database.open("news.sqlite") as store:
            assert [document.id for document in store.documents()] == ["gazette", "herald"]

    def test_a_path_outside_the_store_leaves_it_alone(self, run, sources):
        run("init")
        run("review", sources)
        with database.open() as store:
            assert store.documents() == []

    def test_the_report_never_replaces_the_store(self, run, sources):
        run("init")
        run("add", sources)
        assert "is one of the inputs" in run("review", "-o", "provenance.sqlite").err
        assert run("review").code == 1

    def test_unreadable_files_count_with_a_store_too(self, run, sources):
        run("init")
        (sources / "empty.txt").write_bytes(b"")
        assert run("add", sources).code == 2
        assert run("review", sources, "--store", "provenance.sqlite").code == 2

    def test_faults(self, run, tmp_path):
        assert "provenance init" in run("add", tmp_path).err
        run("init")
        assert "there is a file already" in run("init").err
        (tmp_path / "corrupt.sqlite").write_bytes(b"no database at all" * 500)
        result = run("review", "--store", "corrupt.sqlite")
        assert (result.code, result.out) == (2, "")
        assert (
            result.err == "provenance: corrupt.sqlite: cannot be used: file is not a database. "
            "Restore it from a copy, or name another store\n"
        )

    def test_without_a_store_the_sources_of_the_settings_are_taken(self, run, sources, tmp_path):
        (tmp_path / "provenance.toml").write_text('sources = ["sources"]\n', encoding="utf-8")
        assert run("review").code == 1


def test_a_page_on_standard_input(shell, sources):
    page = "<!doctype html><title>Ferry</title><p>Thirty sailors died when the ferry Aurora sank off Tallinn.</p>"
    result = shell("review", "-", sources / "gazette.txt", "--format", "json", given=page.encode())
    assert {document["title"] for document in json.loads(result.out)["documents"]} == {"Ferry", None}
    assert shell("review", "-", given=b"%PDF-1.7\n").err.startswith("provenance: standard input: is a damaged PDF")


@pytest.mark.parametrize("name", ["html", "json"])
def test_a_report_says_what_could_not_be_read_and_with_which_settings(run, sources, tmp_path, name):
    (sources / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    result = run("review", sources, "--format", name)
    assert result.code == 2
    assert "broken.docx" in result.out
    assert config.Config().digest() in result.out
