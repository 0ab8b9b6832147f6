"""Every refusal says what to do next."""

import errno
from pathlib import Path

import pytest

from provenance.errors import remedy_for
from provenance.model.place import place
from provenance.readers import read


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s").mkdir()
    Path("s/a.txt").write_text("The fire killed 24 people in Lowhaven.\n")
    Path("empty.xlsx").touch()
    Path("empty.pdf").touch()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["review", "s", "--select", "PV999"], '--select: no rule "PV999". `provenance explain` lists all rules'),
        (["review", "s", "--select", "PV30l"], 'Did you mean "PV30'),
        (["review", "s", "--format", "htm"], 'Did you mean "html"? See `provenance review --help`.'),
        (["review", "s", "--fail-on", "warn"], 'Did you mean "warning"?'),
        (["review", "empty.xlsx"], "empty.xlsx: is empty, and '.xlsx' is no known kind of file. Supported: .docx "),
        (["review", "empty.pdf"], "empty.pdf: is empty. Leave it out, or save the source again"),
        (["init", "s"], "s: is a folder. Name a file: provenance init s/provenance.sqlite"),
        (["init", "a.sqlite", "--store", "b.sqlite"], "FILE and --store are both given. Give one of them"),
        (
            ["search", "fire", "--store", "desk.sqlite"],
            "Make one: `provenance init desk.sqlite`",
        ),
        (["serve"], "nothing to show, and no store provenance.sqlite. Name files or folders: provenance serve PATH"),
    ],
)
def test_a_wrong_word_is_answered_with_a_remedy(run, arguments: list[str], told: str):
    done = run(*arguments)
    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.EACCES, "permissions"), (errno.EROFS, "permissions"), (errno.ENOSPC, "Make room"), (errno.EIO, "another")],
)
def test_what_the_system_refuses_has_a_remedy(number: int, told: str):
    assert told in remedy_for(OSError(number, "refused"))


def test_places_are_those_that_the_file_has():
    text = "First page.\n\fSecond\nline."
    made = read(text.encode(), id="a.pdf", media_type="text/plain")
    at = text.index("line")
    assert place(made.model_copy(update={"reader": "pdf"}), at) == "a.pdf, page 2"
    assert place(made.model_copy(update={"reader": "docx"}), at) == "a.pdf, paragraph 3"
    assert place(made.model_copy(update={"reader": "plain"}), at) == "a.pdf:3:1"


def test_a_file_that_is_no_store_may_be_another_one(run):
    Path("notes.sqlite").write_text("Notes of the week.\n" * 200)
    told = run("search", "fire", "--store", "notes.sqlite")
    assert told.code == 2
    assert told.err.endswith("file is not a database. Restore it from a copy, or name another store\n")


@pytest.mark.parametrize("arguments", [["desk.sqlite"], ["--store", "desk.sqlite"]])
def test_a_store_is_made_by_the_name_that_other_commands_take(run, arguments: list[str]):
    assert run("init", *arguments).code == 0
    assert run("add", "s", "--store", "desk.sqlite").code == 0
