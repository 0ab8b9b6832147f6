"""Copies of a store, and several programs that write to one."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.matching.results import search
from provenance.model import Report
from provenance.store import database

WRITERS, DECISIONS = 3, 3


@pytest.fixture
def store(run, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed five warehouses.\n")
    (tmp_path / "b.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed three warehouses.\n")
    run("init", "s.sqlite")
    run("add", "a.txt", "b.txt", "--store", "s.sqlite")
    run("review", "--store", "s.sqlite")
    return tmp_path / "s.sqlite"


def conflict(run, store: Path) -> str:
    findings = json.loads(run("review", "--store", store, "--format", "json").out)["findings"]
    return str(next(f["id"] for f in findings if f["relation"] == "conflicts"))


def test_a_copy_and_a_dump_are_the_same_store(run, store: Path):
    says = ("--verdict", "accepted", "--reason", "r", "--by", "Ines")
    run("decide", conflict(run, store), *says, "--store", store)
    dump = run("dump", "--store", store).out
    assert run("export", "--store", store, "-o", "copy.sqlite").code == 0
    assert run("dump", "--store", "copy.sqlite").out == dump
    assert run("dump", "--store", store, "-o", "dump.jsonl").code == 0
    assert Path("dump.jsonl").read_text("ascii") == dump
    assert run("load", "dump.jsonl", "--store", "loaded.sqlite").code == 0
    assert run("dump", "--store", "loaded.sqlite").out == dump
    assert run("review", "--store", "loaded.sqlite").code == 0, "the decision came with it"
    assert not list(Path().glob("*.part"))


def test_a_loaded_store_is_searched_and_reviewed_like_the_one_dumped(run, store: Path):
    run("dump", "--store", store, "-o", "dump.jsonl")
    assert run("load", "dump.jsonl", "--store", "loaded.sqlite").code == 0
    with database.open(store) as one, database.open("loaded.sqlite") as other:
        assert other.indexed() == one.indexed() != {}
        # A spelling that no word of the texts has: only the keys of matching find it.
        asked = search.query("Louhaven")
        assert other.candidates(asked.words, asked.values, asked.keys) == one.candidates(
            asked.words, asked.values, asked.keys
        )
        assert one.candidates(asked.words, asked.values, asked.keys)
    for command in (("search", "Louhaven", "fire"), ("review",)):
        asked_of = [run(*command, "--format", "json", "--store", held).out for held in (store, "loaded.sqlite")]
        assert asked_of[0] == asked_of[1] != ""


def test_an_index_of_another_program_says_so_until_it_is_made_anew(run, store: Path):
    with database.open(store) as opened:
        opened._db.execute("update indexed set program = 'another'")
        opened._db.conn.commit()
        assert opened.is_outdated()
        before = opened.indexed()
    Path("c.txt").write_text("On 4 May 2021 the mayor of Lowhaven resigned.\n")
    Path("draft.md").write_text("The fire destroyed five warehouses.\n")
    checked = ("check", "draft.md", "--sources", store)
    for command in (("search", "Lowhaven", "--store", store), ("add", "c.txt", "--store", store), checked):
        assert "`provenance rebuild --store" in run(*command).err
    run("rebuild", "--store", store)
    for command in (("search", "Lowhaven", "--store", store), ("add", "c.txt", "--store", store), checked):
        assert "rebuild" not in run(*command).err
    with database.open(store) as opened:
        assert not opened.is_outdated()
        assert before.items() < opened.indexed().items()


def test_nothing_is_written_over(run, store: Path):
    run("dump", "--store", store, "-o", "dump.jsonl")
    for arguments in (
        ("export", "--store", store, "-o", store),
        ("export", "--store", store, "-o", "nowhere/copy.sqlite"),
        ("export", "--store", store, "-o", "/proc/copy.sqlite"),
        ("load", "dump.jsonl", "--store", store),
        ("load", "missing.jsonl", "--store", "new.sqlite"),
        ("load", "a.txt", "--store", "new.sqlite"),
        ("dump", "--store", store, "-o", store),
    ):
        refused = run(*arguments)
        assert refused.code == 2
        assert refused.err.count("\n") == 1
    assert not Path("new.sqlite").exists()
    assert run("fsck", "--store", store).code == 0


def test_loading_deletes_nothing_that_it_did_not_make(run, store: Path, monkeypatch: pytest.MonkeyPatch):
    run("dump", "--store", store, "-o", "dump.jsonl")
    exists = Path.exists
    # Somebody makes the file between the look for it and the making of it.
    with monkeypatch.context() as patched:
        patched.setattr(Path, "exists", lambda path: path != Path(store) and exists(path))
        assert run("load", "dump.jsonl", "--store", store).code == 2
    assert run("fsck", "--store", store).code == 0
    Path("cut.jsonl").write_text("".join(Path("dump.jsonl").read_text().splitlines(keepends=True)[:-1]))
    assert run("load", "cut.jsonl", "--store", "new.sqlite").code == 2
    assert not list(Path().glob("new.sqlite*"))


def test_a_document_removed_is_gone_with_all_that_rested_on_it(run, store: Path, tmp_path: Path):
    finding = conflict(run, store)
    run("decide", finding, "--store", store, "--verdict", "accepted", "--reason", "r", "--by", "Ines")
    names = [line.split(": ")[1] for line in run("add", "a.txt", "b.txt", "--store", store).out.splitlines()]
    refused = run("remove", names[0], "nothing", "--store", store)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    removed = run("remove", "a.txt", "--store", store)
    assert (removed.code, removed.out) == (0, f"removed: {names[0]}\n")
    with database.open(store) as opened:
        assert opened.faults() == []
        assert [claim.span.document for claim in opened.claims()] == [names[1]]
    assert run("decide", finding, "--store", store, "--verdict", "open", "--reason", "r", "--by", "Ines").code == 2
    assert len(run("log", "show", "--store", store, "--format", "jsonl").out.splitlines()) == 1
    run("add", "a.txt", "--store", store)
    assert conflict(run, store) == finding


def test_findings_can_be_decided_about_as_soon_as_documents_are_added(run, tmp_path: Path):
    for name, number in (("a", "five"), ("b", "three")):
        Path(f"{name}.txt").write_text(f"On 3 May 2021 the fire at Lowhaven harbour destroyed {number} warehouses.\n")
    run("init")
    run("add", "a.txt")
    run("add", "b.txt")
    with database.open("provenance.sqlite") as opened:
        known = opened.findings()
    assert [finding.relation for finding in known] == ["conflicts"]
    assert run("decide", known[0].id, "--verdict", "open", "--reason", "r", "--by", "Ines").code == 0
    assert conflict(run, Path("provenance.sqlite")) == known[0].id
    Path("b.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed five warehouses.\n")
    run("add", "b.txt")
    with database.open("provenance.sqlite") as opened:
        assert [finding.relation for finding in opened.findings()] == ["corroborates"]
    run("remove", "b")
    with database.open("provenance.sqlite") as opened:
        assert opened.findings() == []


def test_documents_whose_files_are_gone_are_named(run, store: Path):
    Path("folder").mkdir()
    for name in ("c", "d"):
        Path("folder", f"{name}.txt").write_text(f"On 5 May 2019 the {name} line to Merat was closed for nine days.\n")
    assert "no longer" not in run("add", "folder", "--store", store).err
    Path("folder", "d.txt").unlink()
    told = run("add", "./folder", "--store", store)
    assert told.code == 0
    assert [line for line in told.err.splitlines() if "provenance remove d" in line]
    assert "remove c" not in told.err
    run("remove", "d", "--store", store)
    assert "no longer" not in run("add", "folder", "--store", store).err


def test_records_of_documents_that_the_store_lacks_are_faults(run, tmp_path: Path):
    (tmp_path / "a.yaml").write_text("id: mills\nsource: a.txt\nclaim: Nine.\nquote: nine mills\nstart: 0\nend: 10\n")
    run("init", "empty.sqlite")
    found = run("fsck", "--store", "empty.sqlite", "--ledger", "a.yaml")
    assert (found.code, found.out.startswith("ledger ")) == (1, True)


def test_programs_side_by_side_lose_no_decision(run, store: Path):
    """As many processes as writers decide and add at once: each word comes through, and nobody sees a lock."""
    id = conflict(run, store)
    program = (
        "import sys\nfrom provenance import readers\nfrom provenance.cli import run\n"
        "from provenance.store import database\nname, id = sys.argv[1:]\n"
        f"for number in range({DECISIONS}):\n"
        "    says = ['--verdict', 'open', '--reason', f'{name} {number}', '--by', name, '--store', 's.sqlite']\n"
        "    assert run(['decide', id, *says]) == 0\n"
        "    text = f'There were {number} mills in {name}.'.encode()\n"
        "    with database.open('s.sqlite') as store:\n"
        "        store.add([readers.read(text, id=name, media_type='text/plain')])\n"
    )
    command = [sys.executable, "-c", program]
    running = [
        subprocess.Popen([*command, f"Writer{n}", id], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for n in range(WRITERS)
    ]
    told = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0] * WRITERS, told
    assert not any("lock" in err for _, err in told)
    shown = [json.loads(line) for line in run("log", "show", "--store", store, "--format", "jsonl").out.splitlines()]
    wanted = {f"Writer{n} {number}" for n in range(WRITERS) for number in range(DECISIONS)}
    assert {one["reason"] for one in shown} == wanted
    assert [one["number"] for one in shown] == list(range(1, len(wanted) + 1))
    assert run("fsck", "--store", store).out == ""


@pytest.fixture
def read_only(store: Path, tmp_path: Path):
    """Runs a command with the store on a disk that cannot be written to, in a namespace of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f"mount --bind {shlex.quote(str(tmp_path))} {shlex.quote(str(disk))}"
    mount += f" && mount -o remount,ro,bind {shlex.quote(str(disk))}"

    def read_only(*arguments: str) -> subprocess.CompletedProcess[str]:
        program = shlex.join([sys.executable, "-m", "provenance", *arguments, "--store", str(disk / "s.sqlite")])
        return subprocess.run(
            ["unshare", "--map-root-user", "--mount", "sh", "-c", f"{mount} && {program}"],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    try:
        works = read_only("log", "verify").returncode == 0
    except FileNotFoundError:
        works = False
    if not works:
        pytest.skip("no namespaces here, in which a disk could be mounted for reading only")
    return read_only


def test_a_store_on_a_read_only_disk_is_read(run, store: Path, read_only):
    findings = json.loads(run("review", "--store", store, "--format", "json").out)["findings"]
    review = read_only("review", "--format", "json")
    assert review.returncode == 1
    assert json.loads(review.stdout)["findings"] == findings
    assert "cannot be written to: the findings are not kept in it" in review.stderr
    for command in (["fsck"], ["log", "show"], ["search", "warehouses"], ["dump"], ["export", "-o", "copy.sqlite"]):
        assert read_only(*command).returncode == 0, command
    says = ("--verdict", "open", "--reason", "r", "--by", "Ines")
    for command in (["decide", findings[0]["id"], *says], ["add", "a.txt"]):
        refused = read_only(*command)
        assert refused.returncode == 2
        assert refused.stderr.count("\n") == 1
        assert "cannot be written to" in refused.stderr


def test_one_of_a_thing_is_told_in_the_singular(run, store: Path):
    Path("c.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed two warehouses.\n")
    run("init", "one.sqlite")
    assert "1 claim new or changed" in run("add", "c.txt", "--store", "one.sqlite").err
    assert "1 document in the index, 0 pairs compared" in run("rebuild", "--store", "one.sqlite").err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_dump_that_finds_no_room_says_so_in_one_line(store: Path):
    command = [sys.executable, "-m", "provenance", "dump", "--store", str(store), "-o", "/dev/full"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "provenance: /dev/full: cannot be written: No space left on device. Choose another file for --output"
    ]


def test_nothing_read_is_not_told_as_nothing_new(run, store: Path):
    assert len(run("add", "nope.txt", "--store", store).err.splitlines()) == 1


def test_a_rebuild_renews_the_findings(run, store: Path):
    with database.open(store) as opened:
        held = opened.findings()
        opened.save_findings(Report(documents=tuple(opened.documents())))
        assert opened.findings() == []
    assert run("rebuild", "--store", store).code == 0
    with database.open(store) as opened:
        assert opened.findings() == held != []
