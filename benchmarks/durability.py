"""Does a store lose what it has acknowledged? Processes killed, power lost, bits flipped.

    python benchmarks/durability.py kill [--commits 3000] [--writers 3]
    python benchmarks/durability.py power [--images 800] [--commits 300]      (needs strace)
    python benchmarks/durability.py flips [--flips 2000]

kill: writers decide side by side and say so after each commit; all are killed (SIGKILL) at random moments and started
again. Every decision that was said to be written must be there afterwards, and the chain whole.

power: the writes, syncs and unlinks of one writer are recorded by strace and replayed up to a random moment: what was
synced is on the disk; of what was not, each 512-byte sector is there or not, as chance has it. Each image is opened as
a user would, and must hold every decision acknowledged before that moment. Checkpoints and the removal of the -wal
file are part of the record, since the writer opens the store anew every so often.

flips: one bit of a small store is flipped at a time; what is then served must be right, or reading or fsck must tell.

Prints what was lost. Asserts nothing; exits 1 where something was lost.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from provenance import pipeline, readers
from provenance.errors import ProvenanceError
from provenance.model import Finding, Span
from provenance.store import database
from provenance.store.checked import Checked
from provenance.store.deciding import ruling

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECTOR = 512
ANEW = 40
"""Commits after which a writer closes the store and opens it again."""
FINDING = Checked(
    target="sources",
    finding=Finding(
        id="f" * 64, rule="PV301", severity="error", message="they differ", reasons=(),
        a=Span(document="a", start=0, end=7, quote="42 died"), claims=("c1", "c2"),
    ),
    texts={"a": "0" * 64},
)  # fmt: skip


def write(path: str, name: str, commits: int) -> None:
    """Decides `commits` times (0: until killed), and says each on standard output after its commit."""
    number = 0
    while not commits or number < commits:
        with database.open(path) as store:
            for _ in range(ANEW if commits else 10**9):
                store.decide(FINDING, ruling("accepted", f"{name} {number}", name, NOON))
                os.write(1, f"{name} {number}\n".encode())
                number += 1
                if number == commits:
                    return


def decided(path: Path) -> list[str]:
    """The reasons of all decisions; raises ProvenanceError where the journal is not whole."""
    with database.open(path) as store:
        return [decision.reason for decision in store.decisions()[0]]


def kill(commits: int, writers: int, draw: random.Random) -> int:
    """Lost decisions over as many rounds as it takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.sqlite"
        database.open(path, create=True).close()
        said: list[str] = []
        rounds, begun = 0, time.perf_counter()
        while len(said) < commits:
            rounds += 1
            said += one_round(path, rounds, writers, draw)
        seconds = time.perf_counter() - begun
        known = Counter(decided(path))
        with database.open(path) as store:
            faults = store.faults()
    lost = [reason for reason in said if reason not in known]
    twice = [reason for reason, count in known.items() if count > 1]
    print(f"kill -9: {writers} writers, {rounds} rounds, {seconds:.0f} s ({len(said) / seconds:,.0f} commits a second)")
    print(
        f"  acknowledged {len(said):,} · found {len(known):,} · lost {len(lost)} · twice {len(twice)} · faults {faults}"
    )
    return len(lost) + len(twice) + len(faults)


def one_round(path: Path, number: int, writers: int, draw: random.Random) -> list[str]:
    """What the writers said before they were killed."""
    command = [sys.executable, __file__, "write", str(path)]
    running = []
    for writer in range(writers):
        file = path.with_name(f"said-{number}-{writer}")
        with file.open("wb") as stream:
            running.append((subprocess.Popen([*command, f"w{number}.{writer}", "0"], stdout=stream), file))
    # A round begins when all have written, so that a slow start is no idle round.
    while any(file.stat().st_size == 0 for _, file in running):
        time.sleep(0.01)
    time.sleep(draw.uniform(0.05, 2.0))
    for process, _ in running:
        process.send_signal(signal.SIGKILL)
        process.wait()
    # A line without its end was not said to the end.
    said = [line for _, file in running for line in file.read_text().split("\n")[:-1]]
    for _, file in running:
        file.unlink()
    return said


@dataclass
class Disk:
    """One file: what is surely on the disk, and the writes and truncations that are not synced yet."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    """Offset and data; an offset of -1 - SIZE truncates."""

    def sync(self) -> None:
        for offset, data in self.pending:
            apply(self.synced, offset, data)
        self.pending = []

    def crashed(self, draw: random.Random) -> bytes:
        """The file after a loss of power: each sector of an unsynced write is there or not."""
        image = bytearray(self.synced)
        for offset, data in self.pending:
            if offset < 0:
                if draw.random() < 0.5:
                    apply(image, offset, data)
                continue
            kept = draw.choice((0.0, 0.5, 0.9, 1.0))
            for start in range(0, len(data), SECTOR):
                if draw.random() < kept:
                    apply(image, offset + start, data[start : start + SECTOR])
        return bytes(image)


def apply(image: bytearray, offset: int, data: bytes) -> None:
    if offset < 0:
        size = -1 - offset
        image[size:] = b"" if len(image) >= size else bytes(size - len(image))
        return
    image.extend(bytes(max(0, offset - len(image))))
    image[offset : offset + len(data)] = data


_CALL = re.compile(r'^\d+ +(\w+)\((?:(\d+)<((?:\\x..)*)>|"((?:\\x..)*)")(.*)$')
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def unescape(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


Operation = tuple[str, str, int, bytes]
"""Kind (write, truncate, sync, unlink, said), file, offset or size, data."""


def operations(trace: Path) -> Iterator[Operation]:
    """What the traced process did to files, in order."""
    names = {"pwrite64": "write", "ftruncate": "truncate", "fsync": "sync", "fdatasync": "sync", "unlink": "unlink"}
    for line in trace.open(encoding="ascii"):
        call = _CALL.match(line)
        if call is None or " = -1" in line[-60:]:
            continue
        kind, descriptor, opened, named, rest = call.groups()
        file = unescape(opened if opened is not None else named).decode()
        if kind == "write" and descriptor == "1":
            yield "said", "", 0, unescape(_TEXT.search(rest)[1])
        elif kind == "pwrite64":
            data = unescape(_TEXT.search(rest)[1])
            yield "write", file, int(re.search(r"(\d+)\) += ", rest)[1]), data
        elif kind in names:
            size = re.search(r", (\d+)\)", rest)
            yield names[kind], file, int(size[1]) if size and kind == "ftruncate" else 0, b""


def recorded(folder: Path, commits: int) -> tuple[bytes, list[Operation]]:
    """The store before, and what one writer did to it."""
    path, trace = folder / "s.sqlite", folder / "trace"
    database.open(path, create=True).close()
    before = path.read_bytes()
    calls = "pwrite64,write,fsync,fdatasync,ftruncate,unlink"
    tracer = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={calls}", "-o", str(trace)]
    writer = [sys.executable, __file__, "write", str(path), "power", str(commits)]
    subprocess.run([*tracer, *writer], check=True, stdout=subprocess.DEVNULL)
    return before, [op for op in operations(trace) if op[0] == "said" or op[1].startswith(str(path))]


def power(images: int, commits: int, draw: random.Random) -> int:
    """Images that lost an acknowledged decision, or are damaged."""
    if shutil.which("strace") is None:
        sys.exit("strace is not installed: apt-get install strace")
    with tempfile.TemporaryDirectory() as folder:
        before, record = recorded(Path(folder), commits)
        moments = sorted(draw.randrange(len(record) + 1) for _ in range(images))
        lost, damaged, later, begun = 0, 0, 0, time.perf_counter()
        counts = Counter(kind for kind, *_ in record)
        print(f"power: {commits} commits, recorded: {dict(counts)}")
        for said, files in replayed(before, str(Path(folder) / "s.sqlite"), record, moments):
            found = opened(files, draw)
            if found is None:
                damaged += 1
            else:
                lost += bool(set(said) - set(found))
                later += len(found) > len(said)
    print(
        f"  {images} images · damaged {damaged} · with a lost decision {lost} · ({time.perf_counter() - begun:.0f} s)"
    )
    print(f"  {later} images hold a decision more than was acknowledged, as they may")
    return lost + damaged


def replayed(
    before: bytes, main: str, record: list[Operation], moments: list[int]
) -> Iterator[tuple[list[str], dict[str, Disk]]]:
    """At each moment, what was acknowledged so far, and the disk."""
    files = {main: Disk(bytearray(before))}
    said: list[str] = []
    at = 0
    for moment in moments:
        for kind, file, number, data in record[at:moment]:
            if kind == "said":
                said.append(data.decode().strip())
            elif kind == "unlink":
                files.pop(file, None)
            elif kind == "sync":
                files.setdefault(file, Disk()).sync()
            else:
                disk = files.setdefault(file, Disk())
                disk.pending.append((number if kind == "write" else -1 - number, data))
        at = moment
        yield said, files


def opened(files: dict[str, Disk], draw: random.Random) -> list[str] | None:
    """The decisions in a crashed image, opened as a user would; None where it is damaged."""
    with tempfile.TemporaryDirectory() as folder:
        for name, disk in files.items():
            if not name.endswith("-shm"):
                (Path(folder) / Path(name).name).write_bytes(disk.crashed(draw))
        try:
            with database.open(Path(folder) / "s.sqlite") as store:
                reasons = [decision.reason for decision in store.decisions()[0]]
                return None if store.faults() else reasons
        except ProvenanceError as error:
            print(f"  {error}")
            return None


def small_store(path: Path) -> None:
    """Two documents, one in two versions, a review, a check and two decisions."""
    raw = {
        "harbour": b"The fire at Lowhaven harbour destroyed five warehouses on 3 May 2021, the mayor said.\n",
        "evening": b"The fire at Lowhaven harbour destroyed three warehouses on 3 May 2021.\n",
    }
    documents = [readers.read(data, id=id, media_type="text/plain") for id, data in raw.items()]
    draft = readers.read(b"Nine warehouses of Lowhaven burned on 3 May 2021.\n", id="draft", media_type="text/plain")
    report = pipeline.review(documents)
    with database.open(path, create=True) as store:
        store.add([readers.read(b"Nothing yet.\n", id="harbour", media_type="text/plain")])
        store.add(documents, report.claims)
        store.save_findings(report)
        store.save_checked(pipeline.check(draft, documents))
        for verdict in ("open", "accepted"):
            store.decide(report.findings[0].id, ruling(verdict, "both are told", "Ines", NOON))


def served(path: Path) -> list[object]:
    """Everything that a store serves."""
    with database.open(path, read_only=True) as store:
        documents = store.documents()
        versions = [one for document in documents for one in store.versions(document.id)]
        return [*documents, *versions, *store.claims(), *store.findings(), *store.decisions()]


def flips(count: int, draw: random.Random) -> int:
    """Flips after which something wrong was served and nothing told."""
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder) / "s.sqlite", Path(folder) / "copy.sqlite"
        small_store(path)
        content, known = path.read_bytes(), served(path)
        for _ in range(count):
            at, bit = draw.randrange(len(content)), 1 << draw.randrange(8)
            copy.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
            outcomes[outcome(copy, known)] += 1
            for file in Path(folder).glob("copy.sqlite*"):
                file.unlink()
    print(f"flips: {count} single bits in a store of {len(content):,} bytes")
    for name, number in sorted(outcomes.items()):
        print(f"  {number:>6,}  {name}")
    return outcomes["WRONG CONTENT SERVED IN SILENCE"]


def outcome(copy: Path, known: list[object]) -> str:
    """What came of one flip."""
    try:
        right = served(copy) == known
    except ProvenanceError:
        return "reading it failed with one line"
    try:
        with database.open(copy) as store:
            told = bool(store.faults())
    except ProvenanceError:
        told = True
    if right:
        return "content right; fsck tells of the damage" if told else "content right; nothing that is checked was hit"
    return "content wrong; fsck tells" if told else "WRONG CONTENT SERVED IN SILENCE"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("kill", "power", "flips", "write"))
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--commits", type=int)
    parser.add_argument("--writers", type=int, default=3)
    parser.add_argument("--images", type=int, default=800)
    parser.add_argument("--flips", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    if given.what == "write":
        path, name, commits = given.rest
        write(path, name, int(commits))
        return 0
    if given.what == "kill":
        return int(kill(given.commits or 3000, given.writers, draw) > 0)
    if given.what == "power":
        return int(power(given.images, given.commits or 300, draw) > 0)
    return int(flips(given.flips, draw) > 0)


if __name__ == "__main__":
    sys.exit(main())
