"""`check --changed-since` in real repositories."""

import json
import subprocess
from pathlib import Path

import pytest

LEDGER = """- id: {id}
  source: {source}
  claim: The ferry carried 340 passengers.
  quote: The ferry carried 340 passengers
  start: {start}
  end: {end}
"""
FIRST = "The ferry Aurora carried 340 passengers.\n"
SECOND = "The ferry Aurora sank off Tallinn on 3 May 2019.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path, sources):
    """A repository with two sources, two drafts and a ledger with a record of each source, all committed."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "first.md").write_text(FIRST, encoding="utf-8")
    (tmp_path / "drafts" / "second.md").write_text(SECOND, encoding="utf-8")
    (tmp_path / "claims").mkdir()
    for name in ("gazette", "herald"):
        start = (sources / f"{name}.txt").read_text("utf-8").index("The ferry carried")
        record = LEDGER.format(id=name, source=f"{name}.txt", start=start, end=start + 32)
        (tmp_path / "claims" / f"{name}.yaml").write_text(record, encoding="utf-8")
    settings = 'sources = ["sources"]\ndrafts = ["drafts"]\nledger = ["claims"]\n'
    (tmp_path / "provenance.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("notes\n", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def append(file: Path, text: str = "\nMore.\n") -> None:
    file.write_text(file.read_text("utf-8") + text, encoding="utf-8")


@pytest.fixture
def scope(run):
    def scope(*options: str) -> tuple[int, str]:
        result = run("check", "--changed-since", "main", "--format", "json", *options)
        (notice,) = [n for n in json.loads(result.out)["notices"] if n["kind"] == "scope"]
        return result.code, notice["message"]

    return scope


def test_the_whole_desk_stands(run, desk):
    assert run("check").code == 0


def test_nothing_changed_says_what_was_looked_at(run, desk, scope):
    looked_at = "nothing to check: of 2 drafts, 2 recorded claims, 2 sources and the settings, none changed since main"
    assert scope() == (0, looked_at)
    append(desk / "notes.txt")
    assert scope() == (0, f"{looked_at} (1 other file did)")
    result = run("check", "--changed-since", "main")
    assert looked_at in " ".join(result.out.split())
    assert "0 claims" not in result.out


@pytest.mark.parametrize(
    ("change", "checked"),
    [
        ("drafts/first.md", "1 of 2 drafts and 0 of 2 recorded claims"),
        ("claims/herald.yaml", "0 of 2 drafts and 1 of 2 recorded claims"),
        ("sources/herald.txt", "2 of 2 drafts and 1 of 2 recorded claims; 1 source changed"),
        ("provenance.toml", "2 of 2 drafts and 2 of 2 recorded claims; the settings changed"),
    ],
)
def test_what_changed_and_what_depends_on_it(desk, scope, change, checked):
    append(desk / change, "\n# more\n")
    code, message = scope()
    assert message == f"checked what changed since main and what depends on it: {checked}"
    assert code == 0
    git(desk, "commit", "-q", "-a", "-m", "second")
    assert scope()[1].startswith("nothing to check")  # main is what is checked out
    git(desk, "tag", "old", "main~1")


def test_committed_changes_count_as_those_of_the_working_tree_do(run, desk):
    git(desk, "switch", "-q", "-c", "topic")
    append(desk / "drafts" / "first.md", "Thirty sailors died when the ferry Aurora sank.\n")
    git(desk, "commit", "-q", "-a", "-m", "second")
    result = run("check", "--changed-since", "main")
    assert result.code == 1
    assert "Thirty" in result.out


def test_a_new_file_is_a_changed_one(desk, scope):
    (desk / "drafts" / "third.md").write_text(FIRST, encoding="utf-8")
    assert "1 of 3 drafts and 0 of 2" in scope()[1]


def test_a_source_that_git_ignores_counts_as_changed(desk, scope):
    (desk / ".gitignore").write_text("sources/wire.txt\n", encoding="utf-8")
    (desk / "sources" / "wire.txt").write_text(SECOND, encoding="utf-8")
    assert "2 of 2 drafts and 0 of 2 recorded claims" in scope()[1]


def test_a_deleted_source_is_missed_by_what_stands_on_it(run, desk, scope):
    (desk / "sources" / "herald.txt").unlink()
    code, message = scope()
    assert code == 1
    assert "2 of 2 drafts and 1 of 2 recorded claims; 1 source changed" in message
    assert "PV105" in run("check", "--changed-since", "main").out


def test_a_description_of_sources_counts_for_its_folder(desk, scope):
    (desk / "sources" / "sources.yaml").write_text("gazette.txt:\n  publisher: Gazette\n", encoding="utf-8")
    git(desk, "add", ".")
    assert "2 of 2 drafts and 2 of 2 recorded claims; 2 sources changed" in scope()[1]


def test_waivers_are_not_called_unused_where_a_part_was_looked_at(desk, scope, run):
    append(desk / "provenance.toml", '[[waivers]]\nfinding = "00000000"\nreason = "r"\nby = "b"\n')
    git(desk, "commit", "-q", "-a", "-m", "second")
    append(desk / "drafts" / "first.md")
    assert run("check").err == ""
    assert "covers no finding" in run("check").out
    assert "covers no finding" not in run("check", "--changed-since", "main").out


def test_from_a_folder_below(desk, scope, monkeypatch):
    append(desk / "drafts" / "first.md")
    monkeypatch.chdir(desk / "drafts")
    assert "1 of 2 drafts" in scope()[1]


@pytest.mark.parametrize("revision", ["--output=stolen", "-h", "", " ", "nowhere", "main:notes.txt", "a b", "$(id)"])
def test_a_revision_that_is_none(run, desk, revision):
    result = run("check", "--changed-since", revision)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("provenance: --changed-since: ")
    assert not (desk / "stolen").exists()


def test_outside_of_a_repository(run, sources, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = run("check", "claims", "--sources", sources, "--changed-since", "main")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("provenance: --changed-since: this folder is in no git repository.")


def test_without_git(run, desk, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    result = run("check", "--changed-since", "main")
    assert (result.code, result.err) == (2, "provenance: --changed-since needs git, which is not installed\n")


def test_an_unreadable_source_is_2_even_where_nothing_changed(run, desk):
    (desk / "sources" / "scan.txt").write_bytes(b"\x00\xff\x00" * 100)
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "second")
    assert run("check", "--changed-since", "main").code == 2


def test_a_baseline_is_of_everything(run, desk):
    result = run("check", "--changed-since", "main", "--write-baseline", "known.json")
    assert result.code == 2
    assert "would forget what did not change" in result.err
