"""A draft of 1,000 words against 100 documents, cold, beside other checkers; and how time grows with one long source.

    python benchmarks/draft_speed.py --data DIR [--documents 100] [--runs 3]

DIR (or PROVENANCE_EVAL_DATA) holds polnear_train. The draft is made of sentences of the documents; in the changed one,
of each three the second lacks every fourth word and the third has other numbers, so that other passages are looked for.
Every program is started anew, compiled as an installed one is; what counts is the processor's time of the best run,
which a busy machine changes by up to a half. Others that do a part of the same: onus
(numbers) and sourced (numbers, names, quotations), where they are installed, beside this Python or on the PATH. Growth
is measured on one source of 0.5, 1, 2 and 4 MB, the documents again and again.
"""

import argparse
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WORDS = 1000
SIZES = (500_000, 1_000_000, 2_000_000, 4_000_000)
LONGEST = 120


def texts(data: Path, count: int) -> list[str]:
    found = sorted((data / "polnear_train" / "text").iterdir())[:count]
    return [path.read_text("utf-8", "replace") for path in found]


def draft(documents: list[str]) -> str:
    lines = [line for text in documents for line in text.splitlines() if 12 <= len(line.split()) <= 40]
    chosen, words = [], 0
    for line in lines[:: max(1, len(lines) // 60)]:
        if words >= WORDS:
            break
        chosen.append(line)
        words += len(line.split())
    return "\n\n".join(chosen) + "\n"


def changed(draft: str) -> str:
    """Of each three paragraphs the second without every fourth word, the third with numbers that are one more."""
    paragraphs = draft.strip().split("\n\n")
    for n, paragraph in enumerate(paragraphs):
        if n % 3 == 1:
            paragraphs[n] = " ".join(word for at, word in enumerate(paragraph.split()) if at % 4 != 3)
        elif n % 3 == 2:
            paragraphs[n] = re.sub(r"\d+", lambda m: str(int(m.group()) + 1), paragraph)
    return "\n\n".join(paragraphs) + "\n"


def commands(draft: str, sources: list[str]) -> dict[str, list[str]]:
    """How each program is told to do the same; only those that are here."""
    evidence = [part for source in sources for part in ("-e", source)]
    told = {
        "onus": [draft, *evidence, "--no-llm"],
        "sourced": ["check", draft, *sources],
    }
    found = {name: _program(name) for name in told}
    return {
        "provenance": [sys.executable, "-m", "provenance", "check", draft, "--sources", *sources],
        **{name: [path, *told[name]] for name, path in found.items() if path is not None},
    }


def _program(name: str) -> str | None:
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def seconds(command: list[str], runs: int, compiled: Path) -> float | None:
    """The least processor time, user and system; None when it takes longer than LONGEST by the clock.

    Bytecode is kept in the folder `compiled`, and a first run makes it.
    """
    taken = []
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(runs + 1):
        begun = _spent()
        try:
            subprocess.run(command, capture_output=True, timeout=LONGEST, check=False, env=environment)
        except subprocess.TimeoutExpired:
            return None
        taken.append(_spent() - begun)
    return min(taken[1:])


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def show(name: str, took: float | None, ours: float) -> None:
    told = f"over {LONGEST} s" if took is None else f"{took:6.2f} s  {took / ours:6.1f} x ours"
    print(f"  {name:12} {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("PROVENANCE_EVAL_DATA"))
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="without the growth")
    options = parser.parse_args()
    if not options.data or not (Path(options.data) / "polnear_train").is_dir():
        sys.exit("draft_speed: --data DIR (or PROVENANCE_EVAL_DATA) with polnear_train is needed")
    documents = texts(Path(options.data), options.documents)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"source-{number:03}.txt" for number in range(len(documents))]
        for path, text in zip(paths, documents, strict=True):
            path.write_text(text, encoding="utf-8")
        size = sum(len(text.encode()) for text in documents)
        print(
            f"a draft of {len(draft(documents).split())} words, {len(documents)} documents, {size / 1e6:.2f} MB, cold"
        )
        for kind, text in (("as it is", draft(documents)), ("changed", changed(draft(documents)))):
            print(f" {kind}")
            (folder / "draft.md").write_text(text, encoding="utf-8")
            compare(folder, [*map(str, paths)], options.runs)
        if not options.quick:
            grow(folder, documents, options.runs)


def compare(folder: Path, sources: list[str], runs: int) -> dict[str, float | None]:
    """Prints and gives the time of each program."""
    told = commands(str(folder / "draft.md"), sources)
    took = {name: seconds(command, runs, folder / "compiled") for name, command in told.items()}
    for name, taken in took.items():
        show(name, taken, took["provenance"] or LONGEST)
    return took


def grow(folder: Path, documents: list[str], runs: int) -> None:
    source = folder / "long.txt"
    for kind, text in (("as it is", draft(documents)), ("changed", changed(draft(documents)))):
        print(f"one source, the same draft, {kind}")
        (folder / "draft.md").write_text(text, encoding="utf-8")
        before: dict[str, float | None] = {}
        for size in SIZES:
            whole = "\n\n".join(documents)
            source.write_text((whole * (size // len(whole) + 1))[:size], encoding="utf-8")
            print(f" {size / 1e6:.1f} MB")
            took = compare(folder, [str(source)], runs)
            for name, taken in took.items():
                last = before.get(name)
                if taken and last:
                    print(f"  {name:12} grows as size^{math.log2(taken / last):.2f}")
            before = took


if __name__ == "__main__":
    main()
